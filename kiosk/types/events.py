"""Defines events that reach the show from outside: fingers, keys, photos, time."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kiosk.base.clock import Moment
from kiosk.base.geometry import Point, Size
from kiosk.types.photo import Drawable, PhotoInfo
from kiosk.types.quality import Quality

PointerPhase = Literal["down", "moved", "up", "cancelled"]
ALL_POINTERS = -2
"""Id that means all pointers, in a `cancelled` event: the window has lost its input."""
KeyName = Literal[
    "left", "right", "up", "down", "home", "end", "enter", "space", "tab", "backtab", "escape",
    "plus", "minus", "staff", "pagedown", "pageup",
]  # fmt: skip
"""`backtab` is Shift+Tab; `staff` is F1, which opens the staff panel."""


class Pointer(Struct, frozen=True):
    """A finger, or a mouse with its button held, at a time of the kiosk's clock."""

    id: int
    phase: PointerPhase
    at: Point
    time_s: float


class Wheel(Struct, frozen=True):
    """A turn of a mouse wheel or touch pad; `by` is how many pixels the content moves down."""

    by: float


class KeyPressed(Struct, frozen=True):
    key: KeyName


class Tick(Struct, frozen=True):
    """Time has passed; the show looks at the clock again."""


class MinuteStruck(Struct, frozen=True):
    """The minute or the day has changed."""

    moment: Moment


class PhotoMeasured(Struct, frozen=True):
    """The facts of a photo have come, and its preview can be drawn from now on."""

    file: str
    facts: PhotoInfo


class PhotoForgotten(Struct, frozen=True):
    """A photo's facts and its preview are no longer kept."""

    file: str


class PhotoLoaded(Struct, frozen=True):
    """A derivative, or a tile, can be drawn from now on."""

    derivative: Drawable


class PhotoReleased(Struct, frozen=True):
    """A derivative, or a tile, can no longer be drawn."""

    derivative: Drawable


class PhotoFailed(Struct, frozen=True):
    """No picture can be made from the file in its present state."""

    file: str
    reason: str = ""


class PhotoChanged(Struct, frozen=True):
    """A photo's file has changed; if it failed before, it may be tried again."""

    file: str


class QualityChanged(Struct, frozen=True):
    """The player has lowered or raised the quality of motion."""

    quality: Quality


class FilesFaulty(Struct, frozen=True):
    """The changed exhibitions cannot be shown because of these errors."""

    faults: tuple[str, ...]


class Resized(Struct, frozen=True):
    size: Size


class Exposed(Struct, frozen=True):
    """The window's content is lost and must be drawn again."""


class TexturesLost(Struct, frozen=True):
    """The GPU was reset and has lost all textures; those of photos must be loaded again."""


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
    | TexturesLost
    | CloseRequested
)
