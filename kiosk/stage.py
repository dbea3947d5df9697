"""Where a slide is laid out: the screen, the theme, the language, and the sizes that follow."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kiosk.easing import clamp
from kiosk.geometry import Point, Rect, Size
from kiosk.scene import Align, Colour, Face, TextStyle, Typesetter, is_right_to_left
from kiosk.themes import THEMES, Theme

MM_PER_INCH = 25.4
COMFORTABLE_MM_AT_1_M = 8.0
LEAST_MM_AT_1_M = 4.0
CAPITAL_HEIGHT = 0.67
"""Height of a capital in Literata and IBM Plex Sans, as a fraction of the type size."""
EM_PER_CHARACTER = 0.49
"""Mean advance of running text in Literata, as a fraction of the type size."""
FINGER_MM = 15.0

SCALE = {"caption": 0.84, "body": 1.0, "lead": 1.26, "heading": 1.8, "quote": 2.4, "display": 3.8}
FACES: dict[str, Face] = {
    "caption": "sans",
    "body": "sans",
    "lead": "serif",
    "heading": "serif",
    "quote": "serif",
    "display": "serif",
}
OPTICAL = {"caption": 12, "body": 12, "lead": 12, "heading": 24, "quote": 24, "display": 72}
LEADING = {
    "caption": 1.35,
    "body": 1.45,
    "lead": 1.45,
    "heading": 1.2,
    "quote": 1.3,
    "display": 1.1,
}


@dataclass(frozen=True)
class Stage:
    size: Size
    typesetter: Typesetter
    theme: Theme = THEMES["gallery"]
    language: str = "en"
    diagonal_in: float = 32.0
    viewing_distance_m: float = 0.8
    still: bool = False
    """Reduced motion: nothing drifts, and slides change by short fades."""

    @property
    def rect(self) -> Rect:
        return Rect.of(self.size)

    @property
    def margin(self) -> float:
        """The one unit that all distances on the screen are multiples of."""
        return round(self.size.short_side * 0.055)

    @property
    def bar(self) -> float:
        """Height of the band at the foot of the screen that is kept for controls."""
        return round(max(self.margin, self.finger + 0.3 * self.margin))

    @property
    def safe(self) -> Rect:
        """Where slides put their words: within the margins, above the controls."""
        inner = self.rect.inset(self.margin)
        foot = self.bar + round(0.25 * self.margin)
        return Rect(inner.x, inner.y, inner.width, self.size.height - inner.y - foot)

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
        return clamp(wanted, 0.02 * self.size.short_side, 0.04 * self.size.short_side)

    @property
    def least_type(self) -> float:
        """No letter is set smaller."""
        return min(self._type_size(LEAST_MM_AT_1_M), self.body * SCALE["caption"])

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
        """Type for a role: caption, body, lead, heading, quote or display.

        `align` is as this stage is read; `language` is that of the text, if it is another one.
        """
        if is_right_to_left(language or self.language) != self.mirrored and align != "centre":
            align = "end" if align == "start" else "start"
        return TextStyle(
            face=FACES[role],
            size=round(self.body * SCALE[role] * 2) / 2,
            colour=colour or self.theme.ink,
            leading=LEADING[role],
            italic=italic,
            optical=OPTICAL[role],
            align=align,
            language=language or self.language,
        )

    def measure(self, style: TextStyle, characters: int = 52) -> float:
        """Width of a line of so many characters."""
        return style.size * EM_PER_CHARACTER * characters

    def mirror(self, rect: Rect) -> Rect:
        """Same place for a language that is read from the right."""
        if not self.mirrored:
            return rect
        return rect.moved(Point(self.size.width - rect.right - rect.x, 0))

    def _type_size(self, mm_at_1_m: float) -> float:
        return mm_at_1_m * self.viewing_distance_m * self.px_per_mm / CAPITAL_HEIGHT
