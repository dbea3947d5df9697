"""What one frame contains: pure data that can be compared, drawn, and asserted upon."""

from __future__ import annotations

from typing import Literal, Protocol

from msgspec import Struct

from kiosk.base.geometry import Point, Rect, Size
from kiosk.language.directions import is_right_to_left
from kiosk.types.photo import Drawable

Colour = tuple[int, int, int]
Align = Literal["start", "centre", "end"]
Face = Literal["serif", "sans"]


class TextStyle(Struct, frozen=True):
    face: Face
    size: float
    colour: Colour
    leading: float = 1.3
    italic: bool = False
    optical: int = 12
    """Points that the letters look like from where they are read: larger ones are drawn finer."""
    align: Align = "start"
    language: str = "en"
    font: str = ""
    """A font file in the place of the packaged face."""

    @property
    def side(self) -> Literal["left", "centre", "right"]:
        """Edge of the page that the lines begin or end at, by the direction of the language."""
        if self.align == "centre":
            return "centre"
        return "right" if (self.align == "start") == is_right_to_left(self.language) else "left"


class Paragraph(Struct, frozen=True):
    """Text that has been set within a width; `size` is what its letters take of it.

    `indent` is how far from the left edge of that width the longest line begins.
    """

    text: str
    style: TextStyle
    width: float
    size: Size
    indent: float
    lines: int


class Typesetter(Protocol):
    def typeset(
        self, text: str, style: TextStyle, width: float, *, balanced: bool = False
    ) -> Paragraph:
        """Set text within a width; balanced lines are of about one length."""
        ...

    def places(self, paragraph: Paragraph, start: int, end: int) -> tuple[Rect, ...]:
        """Where these characters of its text are, line by line, from the paragraph's corner."""
        ...


class Fill(Struct, frozen=True):
    rect: Rect
    colour: Colour
    opacity: float = 1.0


class Scrim(Struct, frozen=True):
    """A veil over a photo, of its full strength from `solid_from` downward or upward.

    From the rectangle's far edge to there (a fraction of its height) it fades in; so it does
    sideways over `aside` (a fraction of its width), from the right edge or from the left one.
    """

    rect: Rect
    colour: Colour
    strength: float
    solid_from: float
    from_top: bool = False
    aside: float = 0.0
    from_left: bool = False
    opacity: float = 1.0


class Picture(Struct, frozen=True):
    """A photo, or a tile of one, laid out at `image`; only what lies in `window` is seen of it."""

    derivative: Drawable
    image: Rect
    window: Rect
    opacity: float = 1.0


class Lettering(Struct, frozen=True):
    paragraph: Paragraph
    at: Point
    opacity: float = 1.0
    name: str = ""
    """What of a slide it is, where a screen has to find it again."""

    @property
    def rect(self) -> Rect:
        """Where the letters are, without the width they were set in."""
        return Rect.of(self.paragraph.size, self.at + Point(self.paragraph.indent, 0))


Item = Fill | Scrim | Picture | Lettering


class Layer(Struct, frozen=True):
    """Items on an opaque ground that move and fade as one."""

    items: tuple[Item, ...]
    ground: Colour | None = None
    opacity: float = 1.0
    offset: Point = Point()
    clip: Rect | None = None
    """The part of the screen that is drawn to; None is all of it."""


class Scene(Struct, frozen=True):
    size: Size
    layers: tuple[Layer, ...]

    def pictures(self) -> tuple[Picture, ...]:
        return tuple(i for layer in self.layers for i in layer.items if isinstance(i, Picture))
