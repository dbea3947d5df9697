"""Where a slide is laid out: the screen, the theme, the language, and the sizes that follow."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import clamp
from kiosk.base.geometry import Point, Rect, Size
from kiosk.exhibition.kiosk import Kiosk
from kiosk.language.directions import is_right_to_left
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
"""The same in scripts of narrower letters."""
ITALIC = 0.94
"""Width of italics, as a share of upright letters'."""
SAMPLE = "Every letter of it, and the spaces between them, as they come in a text."
"""What the mean width of a curator's own letters is taken from."""
UNBOUNDED = 1e6
"""A width that no line comes near."""
CHARACTERS = 49
"""Of a line that the eye follows: 45 to 50, and never over 55."""
FINGER_MM = 15.0
TEXT_SIZES = (0.84, 1.0, 1.19, 1.41, 1.68)
"""What visitors choose from: each the fourth root of two larger, the last twice the first."""
USUAL_TEXT = 2
PAGE_RATIO = 16 / 9
"""Of a page of words: what is wider leads the eye to one end of the screen."""
REACH = 0.4
"""Lowest share of the screen: there, a child's hand and a seated visitor's find everything."""


class Type(Struct, frozen=True):
    """How words of one role are set."""

    size: float
    """As a multiple of running text's."""
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
"""The one scale of type, which all sizes on the screen are taken from."""


class Stage(Struct, frozen=True):
    size: Size
    typesetter: Typesetter
    theme: Theme = THEMES["gallery"]
    language: str = "en"
    diagonal_in: float = 32.0
    viewing_distance_m: float = 0.8
    still: bool = False
    """Reduced motion: nothing drifts, and slides change by short fades."""
    text_size: int = USUAL_TEXT
    """Which of the text sizes, from 1 up."""
    contrast: bool = False
    """High contrast, in the place of exhibitions' own colours."""
    low_reach: bool = False
    """All that is touched lies low."""

    @property
    def rect(self) -> Rect:
        return Rect.of(self.size)

    @property
    def margin(self) -> float:
        """The one unit that all distances on the screen are multiples of."""
        return round(self.size.short_side * 0.055)

    @property
    def line(self) -> float:
        """Thickness of all lines."""
        return max(2.0, round(self.margin / 18))

    @property
    def bar(self) -> float:
        """Height of the band at the foot of the screen that is kept for controls."""
        caption = TYPES["caption"]
        line = self.body * caption.size * caption.leading
        return round(max(self.margin, self.finger + 0.3 * self.margin, 1.2 * line))

    @property
    def reach(self) -> Rect:
        """Where there may be something to touch, but for slides and pages."""
        height = self.size.height * (REACH if self.low_reach else 1.0)
        return Rect(0, self.size.height - height, self.size.width, height)

    @property
    def safe(self) -> Rect:
        """Where slides put their words: within the margins, above the controls."""
        inner = self.rect.inset(self.margin)
        foot = self.bar + round(0.25 * self.margin)
        return Rect(inner.x, inner.y, inner.width, self.size.height - inner.y - foot)

    @property
    def page(self) -> Rect:
        """Where words without a photo stand: in the middle of a very wide screen."""
        beyond = max(0.0, self.size.width - PAGE_RATIO * self.size.height)
        return self.safe.inset(beyond / 2, 0)

    @property
    def px_per_mm(self) -> float:
        return math.hypot(self.size.width, self.size.height) / self.diagonal_in / MM_PER_INCH

    @property
    def finger(self) -> float:
        """Least width and height of what is touched."""
        return max(44.0, FINGER_MM * self.px_per_mm)

    @property
    def body(self) -> float:
        """Size of running text: comfortable from where the visitor stands, within the screen."""
        wanted = self._type_size(COMFORTABLE_MM_AT_1_M)
        usual = clamp(wanted, 0.02 * self.size.short_side, 0.04 * self.size.short_side)
        return usual * self.enlarged

    @property
    def enlarged(self) -> float:
        """How many times as large as usual the visitor wants letters."""
        return TEXT_SIZES[self.text_size - 1]

    def beside_words(self, share: float) -> float:
        """What a photo keeps of its share of the room, where larger letters want more of it."""
        return share / math.sqrt(max(1.0, self.enlarged))

    @property
    def least_type(self) -> float:
        """No letter is set smaller."""
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
        """Type for a role: caption, body, gloss, lead, heading, quote or display.

        `align` is as this stage is read; `language` is that of the text, if it is another one.
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
            font=self.theme.typefaces.file(kind.face, italic=italic),
        )

    def measure(self, style: TextStyle, characters: int = CHARACTERS) -> float:
        """Width of a line of so many characters."""
        if style.font:
            sample = replace(style, language="en")
            letters = self.typesetter.typeset(SAMPLE, sample, UNBOUNDED)
            return letters.size.width / len(SAMPLE) * characters
        em = EM_PER_LETTER.get(style.language.split("-")[0], EM_PER_CHARACTER)
        return style.size * em * characters * (ITALIC if style.italic else 1.0)

    def mirror(self, rect: Rect) -> Rect:
        """Same place for a language that is read from the right."""
        if not self.mirrored:
            return rect
        return rect.moved(Point(self.size.width - rect.right - rect.x, 0))

    def from_edge(self, rect: Rect, within: Rect) -> Rect:
        """From the edge of something that reading begins at, to the other end of a room."""
        if self.mirrored:
            return Rect(within.x, rect.y, rect.right - within.x, rect.height)
        return Rect(rect.x, rect.y, within.right - rect.x, rect.height)

    def _type_size(self, mm_at_1_m: float) -> float:
        return mm_at_1_m * self.viewing_distance_m * self.px_per_mm / CAPITAL_HEIGHT


def staged(
    kiosk: Kiosk,
    size: Size,
    typesetter: Typesetter,
    language: str | None = None,
    *,
    still: bool = False,
    text_size: int = USUAL_TEXT,
    contrast: bool = False,
    low_reach: bool = False,
) -> Stage:
    """The stage of a kiosk as it opens; without a language, in its first."""
    return Stage(
        size,
        typesetter,
        theme=THEMES["contrast" if contrast else kiosk.theme],
        language=language or kiosk.languages[0],
        diagonal_in=kiosk.screen.diagonal_in,
        viewing_distance_m=kiosk.screen.viewing_distance_m,
        still=still,
        text_size=text_size,
        contrast=contrast,
        low_reach=low_reach,
    )
