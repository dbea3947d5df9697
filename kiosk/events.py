"""What happens to the kiosk from outside: fingers, keys, photos, time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.clock import Moment
from kiosk.derivative import Drawable, Facts
from kiosk.geometry import Point, Size
from kiosk.thrift import Thrift

PointerPhase = Literal["down", "moved", "up", "cancelled"]
ALL_POINTERS = -2
"""Id in a cancelled pointer that stands for all of them: the window has lost its input."""
KeyName = Literal[
    "left",
    "right",
    "up",
    "down",
    "home",
    "end",
    "enter",
    "escape",
    "plus",
    "minus",
    "staff",
]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A finger or a mouse with its button held, at a moment of the kiosk's clock."""

    id: int
    phase: PointerPhase
    at: Point
    time_s: float


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel or a touch pad turned: pixels the content moves down."""

    by: float


@dataclass(frozen=True, slots=True)
class KeyPressed:
    key: KeyName


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has come to look at the clock again."""


@dataclass(frozen=True, slots=True)
class MinuteStruck:
    """The clock on the wall shows another time than before, or the calendar another day."""

    moment: Moment


@dataclass(frozen=True, slots=True)
class PhotoMeasured:
    """Facts of a photo have come, and its preview can be drawn from now on."""

    file: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class PhotoForgotten:
    """A photo's facts are no longer kept, nor its preview."""

    file: str


@dataclass(frozen=True, slots=True)
class PhotoLoaded:
    """A derivative, or a tile, can be drawn from now on."""

    derivative: Drawable


@dataclass(frozen=True, slots=True)
class PhotoReleased:
    """A derivative, or a tile, can no longer be drawn."""

    derivative: Drawable


@dataclass(frozen=True, slots=True)
class PhotoFailed:
    """No picture is to be had from this file as it stands now."""

    file: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PhotoChanged:
    """A photo's file is not what it was: one that failed may be tried again."""

    file: str


@dataclass(frozen=True, slots=True)
class Spared:
    """The machine leaves out more motion than before, or less."""

    thrift: Thrift


@dataclass(frozen=True, slots=True)
class FilesFaulty:
    """The exhibitions were read anew, and these mistakes keep them from being shown."""

    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resized:
    size: Size


@dataclass(frozen=True, slots=True)
class Exposed:
    """What was drawn in the window is lost, and must be drawn again."""


@dataclass(frozen=True, slots=True)
class CloseRequested:
    """The window's owner wants the program to end."""


Event = (
    Pointer
    | Wheel
    | KeyPressed
    | Tick
    | MinuteStruck
    | PhotoMeasured
    | PhotoForgotten
    | PhotoLoaded
    | PhotoReleased
    | PhotoFailed
    | PhotoChanged
    | Spared
    | FilesFaulty
    | Resized
    | Exposed
    | CloseRequested
)
