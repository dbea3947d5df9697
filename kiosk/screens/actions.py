"""What a screen asks the show for, and the places on it that can be touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kiosk.geometry import Point, Rect
from kiosk.screens.notice import Notice

Comfort = Literal["contrast", "still", "low_reach"]
"""What a visitor can switch on and off, by its name on the stage."""


@dataclass(frozen=True, slots=True)
class GoHome:
    pass


@dataclass(frozen=True, slots=True)
class OpenExhibition:
    name: str
    index: int = 0


@dataclass(frozen=True, slots=True)
class OpenInterview:
    """Read the interview that an exhibition goes back to, from the words that a slide quotes."""

    exhibition: str
    slide: int | None = None


@dataclass(frozen=True, slots=True)
class BackToSlide:
    """Leave the interview for the slide where its words were touched."""

    exhibition: str
    index: int


@dataclass(frozen=True, slots=True)
class OpenDetails:
    """See what is told of a photo's details."""

    file: str


@dataclass(frozen=True, slots=True)
class Lift:
    """Show what is under a notice, until the visitor is at home again."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class Rest:
    """Let the slides play by themselves again."""


@dataclass(frozen=True, slots=True)
class Speak:
    """Change the language."""

    language: str


@dataclass(frozen=True, slots=True)
class Step:
    """Go so many slides on, or back."""

    by: int


@dataclass(frozen=True, slots=True)
class ZoomBy:
    """See the photo so many steps nearer, or from further away."""

    by: int


@dataclass(frozen=True, slots=True)
class LeaveZoom:
    """Put the photo back on its slide."""


@dataclass(frozen=True, slots=True)
class Play:
    """Let the slides of this exhibition turn by themselves; or if they do, pause."""


@dataclass(frozen=True, slots=True)
class OpenPanel:
    """Show the comfort settings."""


@dataclass(frozen=True, slots=True)
class ClosePanel:
    pass


@dataclass(frozen=True, slots=True)
class SizeText:
    """Set all letters in one of the text sizes, from 1 up."""

    size: int


@dataclass(frozen=True, slots=True)
class Switch:
    """Turn a comfort on, or off."""

    comfort: Comfort


@dataclass(frozen=True, slots=True)
class PointAt:
    """Have the keyboard's ring around the button of an action."""

    action: Action


Action = (
    BackToSlide
    | ClosePanel
    | GoHome
    | LeaveZoom
    | Lift
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


@dataclass(frozen=True, slots=True)
class Button:
    """A place to touch, at least a finger wide and high."""

    rect: Rect
    action: Action


def touched(buttons: Sequence[Button], at: Point) -> Action | None:
    return next((button.action for button in buttons if button.rect.contains(at)), None)
