"""What a screen asks the show for, and the places on it that can be touched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from kiosk.base.geometry import Point, Rect
from kiosk.screens.notice import Notice

Comfort = Literal["contrast", "still", "low_reach"]
"""What a visitor can switch on and off, by its name on the stage."""


class GoHome(Struct, frozen=True):
    pass


class OpenExhibition(Struct, frozen=True):
    name: str
    index: int = 0


class OpenInterview(Struct, frozen=True):
    """Read the interview that an exhibition goes back to, from the words that a slide quotes."""

    exhibition: str
    slide: int | None = None


class BackToSlide(Struct, frozen=True):
    """Leave the interview for the slide where its words were touched."""

    exhibition: str
    index: int


class OpenDetails(Struct, frozen=True):
    """See what is told of a photo's details."""

    file: str


class RevealNotice(Struct, frozen=True):
    """Show what is under a notice, until the visitor is at home again."""

    notice: Notice


class Rest(Struct, frozen=True):
    """Let the slides play by themselves again."""


class Speak(Struct, frozen=True):
    """Change the language."""

    language: str


class Step(Struct, frozen=True):
    """Go so many slides on, or back."""

    by: int


class ZoomBy(Struct, frozen=True):
    """See the photo so many steps nearer, or from further away."""

    by: int


class LeaveZoom(Struct, frozen=True):
    """Put the photo back on its slide."""


class Play(Struct, frozen=True):
    """Let the slides of this exhibition turn by themselves; or if they do, pause."""


class OpenPanel(Struct, frozen=True):
    """Show the comfort settings."""


class ClosePanel(Struct, frozen=True):
    pass


class SizeText(Struct, frozen=True):
    """Set all letters in one of the text sizes, from 1 up."""

    size: int


class Switch(Struct, frozen=True):
    """Turn a comfort on, or off."""

    comfort: Comfort


class PointAt(Struct, frozen=True):
    """Have the keyboard's ring around the button of an action."""

    action: Action


Action = (
    BackToSlide
    | ClosePanel
    | GoHome
    | LeaveZoom
    | RevealNotice
    | OpenDetails
    | OpenExhibition
    | OpenInterview
    | OpenPanel
    | Play
    | PointAt
    | Rest
    | SizeText
    | Speak
    | Step
    | Switch
    | ZoomBy
)


class HitArea(Struct, frozen=True):
    """A place to touch, at least a finger wide and high."""

    rect: Rect
    action: Action


def touched(buttons: Sequence[HitArea], at: Point) -> Action | None:
    return next((button.action for button in buttons if button.rect.contains(at)), None)
