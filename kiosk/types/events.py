"""What happens to the kiosk from outside: fingers, keys, photos, time."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kiosk.base.clock import Moment
from kiosk.base.geometry import Point, Size
from kiosk.types.photo import Drawable, PhotoInfo
from kiosk.types.quality import Quality

PointerPhase = Literal["down", "moved", "up", "cancelled"]
ALL_POINTERS = -2
"""Id in a cancelled pointer that stands for all of them: the window has lost its input."""
KeyName = Literal[
    "left", "right", "up", "down", "home", "end", "enter", "space", "tab", "backtab", "escape",
    "plus", "minus", "staff",
]  # fmt: skip
"""Shift and Tab are `backtab`."""


class Pointer(Struct, frozen=True):
    """A finger or a mouse with its button held, at a moment of the kiosk's clock."""

    id: int
    phase: PointerPhase
    at: Point
    time_s: float


class Wheel(Struct, frozen=True):
    """A wheel or a touch pad turned: pixels the content moves down."""

    by: float


class KeyPressed(Struct, frozen=True):
    key: KeyName


class Tick(Struct, frozen=True):
    """Time has come to look at the clock again."""


class MinuteStruck(Struct, frozen=True):
    """The clock on the wall shows another time than before, or the calendar another day."""

    moment: Moment


class PhotoMeasured(Struct, frozen=True):
    """Facts of a photo have come, and its preview can be drawn from now on."""

    file: str
    facts: PhotoInfo


class PhotoForgotten(Struct, frozen=True):
    """A photo's facts are no longer kept, nor its preview."""

    file: str


class PhotoLoaded(Struct, frozen=True):
    """A derivative, or a tile, can be drawn from now on."""

    derivative: Drawable


class PhotoReleased(Struct, frozen=True):
    """A derivative, or a tile, can no longer be drawn."""

    derivative: Drawable


class PhotoFailed(Struct, frozen=True):
    """No picture is to be had from this file as it stands now."""

    file: str
    reason: str = ""


class PhotoChanged(Struct, frozen=True):
    """A photo's file is not what it was: one that failed may be tried again."""

    file: str


class QualityChanged(Struct, frozen=True):
    """The machine leaves out more motion than before, or less."""

    quality: Quality


class FilesFaulty(Struct, frozen=True):
    """The exhibitions were read anew, and these mistakes keep them from being shown."""

    faults: tuple[str, ...]


class Resized(Struct, frozen=True):
    size: Size


class Exposed(Struct, frozen=True):
    """What was drawn in the window is lost, and must be drawn again."""


class CloseRequested(Struct, frozen=True):
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
    | QualityChanged
    | FilesFaulty
    | Resized
    | Exposed
    | CloseRequested
)
