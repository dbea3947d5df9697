"""Defines the content of one frame as pure data, which can be compared, drawn and tested."""

from __future__ import annotations

from typing import Literal, Protocol

from msgspec import Struct

from kiosk.base.geometry import Point, Rect, Size
from kiosk.language.directions import is_right_to_left
from kiosk.types.emphasis import Emphasis
from kiosk.types.photo import Drawable

Colour = tuple[int, int, int]
Align = Literal["start", "centre", "end"]
Face = Literal["serif", "sans"]
IconName = Literal[
    "left",
    "right",
    "up",
    "down",
    "play",
    "pause",
    "enlarge",
    "reduce",
    "close",
    "overview",
    "home",
    "letters",
    "globe",
    "page",
    "list",
    "ring",
    "disc",
]


class TextStyle(Struct, frozen=True):
    face: Face
    size: float
    colour: Colour
    leading: float = 1.3
    italic: bool = False
    bold: bool = False
    optical: int = 12
    """Optical size: the apparent size in points at the viewing distance; larger is drawn finer."""
    align: Align = "start"
    language: str = "en"
    font: str = ""
    """A font file that replaces the packaged one."""
    other_font: str = ""
    """The same for emphasised words: italic ones in an upright text, upright ones in an italic one.
    """

    @property
    def side(self) -> Literal["left", "centre", "right"]:
        """The physical side that lines are aligned to, from the direction of the language."""
        if self.align == "centre":
            return "centre"
        return "right" if (self.align == "start") == is_right_to_left(self.language) else "left"


class Paragraph(Struct, frozen=True):
    """Text that has been set within a width; `size` is the space that its letters take.

    `indent` is the distance from the left edge of that width to the start of the longest line.
    """

    text: str
    style: TextStyle
    width: float
    size: Size
    indent: float
    lines: int
    emphasis: tuple[Emphasis, ...] = ()
    breaks: tuple[int, ...] = ()
    """Indexes before which a line ends within a word, with a hyphen."""


class Typesetter(Protocol):
    def typeset(
        self,
        text: str,
        style: TextStyle,
        width: float,
        *,
        balanced: bool = False,
        emphasis: tuple[Emphasis, ...] = (),
    ) -> Paragraph:
        """Set text within a width; balanced lines have about the same length."""
        ...

    def line_ends(
        self, text: str, style: TextStyle, width: float, emphasis: tuple[Emphasis, ...] = ()
    ) -> tuple[int, ...]:
        """The index in a text at which each of its lines ends, between two words."""
        ...

    def places(self, paragraph: Paragraph, start: int, end: int) -> tuple[Rect, ...]:
        """Where these characters of the text are, line by line, relative to its corner."""
        ...


class Fill(Struct, frozen=True):
    rect: Rect
    colour: Colour
    opacity: float = 1.0


class Scrim(Struct, frozen=True):
    """A scrim: a translucent layer between a photo and text, which makes the text legible.

    It fades in over the first `solid_from` of its height, from the top down, or from the bottom up
    with `from_top`; then it has its full strength. Over `aside`, a fraction of its width, it also
    fades in sideways, from the right edge or, with `from_left`, from the left one.
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
    """A photo or a tile of one, laid out at `image`; only the part inside `window` is seen."""

    derivative: Drawable
    image: Rect
    window: Rect
    opacity: float = 1.0


class Lettering(Struct, frozen=True):
    paragraph: Paragraph
    at: Point
    opacity: float = 1.0
    name: str = ""
    """Which part of a slide it is, so that a screen can find it again."""

    @property
    def rect(self) -> Rect:
        """The area that the letters take, without the rest of the width that they were set in."""
        return Rect.of(self.paragraph.size, self.at + Point(self.paragraph.indent, 0))


class Icon(Struct, frozen=True):
    """A drawn icon, in the largest square in the middle of its area."""

    icon: IconName
    rect: Rect
    colour: Colour
    opacity: float = 1.0


Item = Fill | Scrim | Picture | Lettering | Icon


class Layer(Struct, frozen=True):
    """Items on an opaque ground that move and fade as one."""

    items: tuple[Item, ...]
    ground: Colour | None = None
    opacity: float = 1.0
    offset: Point = Point()
    clip: Rect | None = None
    """The part of the screen to draw in; None means all of it."""


class Scene(Struct, frozen=True):
    size: Size
    layers: tuple[Layer, ...]

    def pictures(self) -> tuple[Picture, ...]:
        return tuple(i for layer in self.layers for i in layer.items if isinstance(i, Picture))
