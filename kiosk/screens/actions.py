"""What a screen asks the show for, and the places on it that can be touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.geometry import Point, Rect
from kiosk.scene import Colour, Item, Lettering
from kiosk.screens.world import Notice
from kiosk.stage import Stage


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


Action = (
    BackToSlide
    | GoHome
    | LeaveZoom
    | Lift
    | OpenDetails
    | OpenExhibition
    | OpenInterview
    | Rest
    | Speak
    | Step
    | ZoomBy
)


@dataclass(frozen=True, slots=True)
class Button:
    """A place to touch, at least a finger wide and high."""

    rect: Rect
    action: Action


def touched(buttons: Sequence[Button], at: Point) -> Action | None:
    return next((button.action for button in buttons if button.rect.contains(at)), None)


def word_button(
    text: str,
    action: Action,
    left: float,
    stage: Stage,
    *,
    language: str = "",
    from_right: bool = False,
    enlarged: float = 1.0,
    colour: Colour | None = None,
) -> tuple[Button, Item]:
    """A button that is a word in the bar at the screen's foot; `left` is its text's edge."""
    style = stage.style("caption", colour=colour, language=language)
    style = replace(style, size=style.size * enlarged)
    paragraph = stage.typesetter.typeset(text, style, stage.size.width / 2)
    if from_right:
        left -= paragraph.size.width
    middle = stage.size.height - stage.bar / 2
    top = middle - paragraph.size.height / 2
    width = max(stage.finger, paragraph.size.width + 0.4 * stage.margin)
    place = Rect(
        left + paragraph.size.width / 2 - width / 2,
        stage.size.height - stage.bar,
        width,
        stage.bar,
    )
    at = Point(left - paragraph.indent, top)
    return Button(place, action), Lettering(paragraph, at)
