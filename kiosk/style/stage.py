"""Describes the stage of a slide: screen, theme and language, and the sizes that follow."""

from __future__ import annotations

import math
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import clamp
from kiosk.base.geometry import Point, Rect, Size
from kiosk.exhibition.kiosk import Kiosk
from kiosk.language.directions import is_right_to_left
from kiosk.style.comfort import USUAL, Comfort
from kiosk.style.exhibition_theme import typefaces
from kiosk.style.themes import THEMES, Theme
from kiosk.types.scene import Align, Colour, Face, TextStyle, Typesetter

MM_PER_INCH = 25.4
COMFORTABLE_MM_AT_1_M = 8.0
LEAST_MM_AT_1_M = 4.0
CAPITAL_HEIGHT = 0.67
"""Height of a capital in Literata and IBM Plex Sans, as a fraction of the type size."""
EM_PER_CHARACTER = 0.49
"""Mean advance of running text in Literata, as a fraction of the type size."""
EM_PER_LETTER = {"ar": 0.43, "fa": 0.43, "ug": 0.43, "ur": 0.43}
"""The same for languages in scripts with narrower letters."""
ITALIC = 0.94
"""Width of italics, as a share of the width of upright letters."""
SAMPLE = "Every letter of it, and the spaces between them, as they come in a text."
"""Text to measure the mean width of letters in a curator's own font."""
UNBOUNDED = 1e6
"""A width that no line reaches."""
CHARACTERS = 49
"""Characters in a line that is easy to read: 45 to 50, and never over 55."""
FINGER_MM = 15.0
BAR_LINES = 2.6
"""Least height of the controls, in sizes of a caption's type: an icon, and a word below it."""
LIFT, GAP = 0.25, 0.1
"""Space from the controls to the edge of the screen, and to what is above them, in margins."""
SIGN_GAP = 0.25
"""Space above the sign that turns a slide's pages, in margins."""
SIGN_LINE = 1.65
"""Least height of the sign that turns pages, in sizes of running text."""
STRIP_SHARE = 0.8
"""Height of the filmstrip's row on an upright screen, as a share of the controls' height."""
PAGE_RATIO = 16 / 9
"""Width by height of the widest text page: a wider one leads the eye to one end of the screen."""
REACH = 0.4
"""Share of the screen's height, from the bottom, that a child or a seated visitor can reach."""


class Type(Struct, frozen=True):
    """How text of one role is set."""

    size: float
    """As a multiple of the size of running text."""
    face: Face
    optical: int
    leading: float


TYPES = {
    "caption": Type(0.84, "sans", 12, 1.35),
    "body": Type(1.0, "sans", 12, 1.45),
    "gloss": Type(1.05, "serif", 12, 1.4),
    "lead": Type(1.26, "serif", 12, 1.45),
    "heading": Type(1.8, "serif", 24, 1.25),
    "quote": Type(2.4, "serif", 24, 1.3),
    "display": Type(3.8, "serif", 72, 1.1),
}
"""The scale of type; all text sizes on the screen come from it."""


class Stage(Struct, frozen=True):
    size: Size
    typesetter: Typesetter
    theme: Theme = THEMES["gallery"]
    language: str = "en"
    diagonal_in: float = 32.0
    viewing_distance_m: float = 0.8
    comfort: Comfort = USUAL
    has_pages: bool = False
    """Whether room is kept above the controls for the sign that turns a slide's pages."""

    @classmethod
    def for_kiosk(
        cls,
        kiosk: Kiosk,
        size: Size,
        typesetter: Typesetter,
        language: str | None = None,
        comfort: Comfort = USUAL,
    ) -> Self:
        """The stage with a kiosk's settings; by default, in the kiosk's first language."""
        theme = THEMES["contrast" if comfort.contrast else kiosk.theme]
        return cls(
            size,
            typesetter,
            theme=replace(theme, fonts=typefaces(kiosk.fonts)),
            language=language or kiosk.languages[0],
            diagonal_in=kiosk.screen.diagonal_in,
            viewing_distance_m=kiosk.screen.viewing_distance_m,
            comfort=comfort,
        )

    @property
    def rect(self) -> Rect:
        return Rect.of(self.size)

    @property
    def margin(self) -> float:
        """The unit of distance; all distances on the screen are multiples of it."""
        return round(self.size.short_side * 0.055)

    @property
    def line(self) -> float:
        """Thickness of all lines."""
        return max(2.0, round(self.margin / 18))

    @property
    def bar(self) -> float:
        """Height of the band at the bottom of the screen that is reserved for controls."""
        caption = self.body * TYPES["caption"].size
        controls = max(self.margin, self.finger + 0.3 * self.margin, BAR_LINES * caption)
        return round(controls) + round(LIFT * self.margin)

    @property
    def controls(self) -> Rect:
        """The row of the controls: that band without the space at the edge of the screen."""
        top, height = self.size.height - self.bar, self.bar - round(LIFT * self.margin)
        return Rect(0, top, self.size.width, height)

    @property
    def foot(self) -> float:
        """Height of that band and, on an upright screen, of a row for the filmstrip above it."""
        strip = round(STRIP_SHARE * self.controls.height) if self.size.upright else 0
        return self.bar + strip

    @property
    def reach(self) -> Rect:
        """The area that controls may be in; slides and pages can be touched everywhere."""
        height = self.size.height * (REACH if self.comfort.low_reach else 1.0)
        return Rect(0, self.size.height - height, self.size.width, height)

    @property
    def safe(self) -> Rect:
        """The area for the text of slides: within the margins, above the controls."""
        inner = self.rect.inset(self.margin)
        foot = self.size.height - self.foot - round(GAP * self.margin)
        foot = self.page_sign.y - round(SIGN_GAP * self.margin) if self.has_pages else foot
        return Rect(inner.x, inner.y, inner.width, foot - inner.y)

    @property
    def page_sign(self) -> Rect:
        """The row for the sign that turns a slide's pages, just above the controls."""
        height = math.ceil(max(self.finger, SIGN_LINE * self.body))
        top = self.size.height - self.foot - round(GAP * self.margin) - height
        return Rect(self.margin, top, self.size.width - 2 * self.margin, height)

    @property
    def page(self) -> Rect:
        """The area for text without a photo; on a very wide screen, only the middle."""
        beyond = max(0.0, self.size.width - PAGE_RATIO * self.size.height)
        return self.safe.inset(beyond / 2, 0)

    @property
    def px_per_mm(self) -> float:
        return self.size.diagonal / self.diagonal_in / MM_PER_INCH

    @property
    def finger(self) -> float:
        """Least width and height of anything that can be touched."""
        return max(44.0, FINGER_MM * self.px_per_mm)

    @property
    def body(self) -> float:
        """Size of running text: comfortable at the viewing distance, limited by the screen."""
        wanted = self._type_size(COMFORTABLE_MM_AT_1_M)
        usual = clamp(wanted, 0.02 * self.size.short_side, 0.04 * self.size.short_side)
        return usual * self.comfort.text_scale

    def beside_words(self, share: float) -> float:
        """A photo's share of the space beside text; less if the visitor wants larger letters."""
        return share / math.sqrt(max(1.0, self.comfort.text_scale))

    @property
    def least_type(self) -> float:
        """The least size of text."""
        return min(self._type_size(LEAST_MM_AT_1_M), self.body * TYPES["caption"].size)

    @property
    def mirrored(self) -> bool:
        return is_right_to_left(self.language)

    def style(
        self,
        role: str,
        *,
        colour: Colour | None = None,
        align: Align = "start",
        italic: bool = False,
        language: str = "",
    ) -> TextStyle:
        """The text style of a role: caption, body, gloss, lead, heading, quote or display.

        `align` follows the reading direction of the stage; `language` is the text's, if different.
        """
        if is_right_to_left(language or self.language) != self.mirrored and align != "centre":
            align = "end" if align == "start" else "start"
        kind = TYPES[role]
        return TextStyle(
            face=kind.face,
            size=round(self.body * kind.size * 2) / 2,
            colour=colour or self.theme.ink,
            leading=kind.leading,
            italic=italic,
            optical=kind.optical,
            align=align,
            language=language or self.language,
            font=self.theme.fonts.file(kind.face, italic=italic),
            other_font=self.theme.fonts.file(kind.face, italic=not italic),
        )

    def measure(self, style: TextStyle, characters: int = CHARACTERS) -> float:
        """Width of a line with this many characters."""
        if style.font:
            sample = replace(style, language="en")
            letters = self.typesetter.typeset(SAMPLE, sample, UNBOUNDED)
            return letters.size.width / len(SAMPLE) * characters
        em = EM_PER_LETTER.get(style.language.split("-")[0], EM_PER_CHARACTER)
        return style.size * em * characters * (ITALIC if style.italic else 1.0)

    def mirror(self, rect: Rect) -> Rect:
        """The rectangle, mirrored if the stage's language is read from the right."""
        if not self.mirrored:
            return rect
        return rect.moved(Point(self.size.width - rect.right - rect.x, 0))

    def from_edge(self, rect: Rect, within: Rect) -> Rect:
        """From the edge of `rect` where reading begins, to the far edge of `within`."""
        if self.mirrored:
            return Rect(within.x, rect.y, rect.right - within.x, rect.height)
        return Rect(rect.x, rect.y, within.right - rect.x, rect.height)

    def _type_size(self, mm_at_1_m: float) -> float:
        return mm_at_1_m * self.viewing_distance_m * self.px_per_mm / CAPITAL_HEIGHT
