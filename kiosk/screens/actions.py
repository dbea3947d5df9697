"""Defines the actions that a screen asks the show for, and the areas that trigger them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from kiosk.base.geometry import Point, Rect
from kiosk.screens.notice import Notice
from kiosk.style.comfort import Switchable


class GoHome(Struct, frozen=True, tag=True):
    """Show all doors, in `language` if one is given."""

    language: str = ""


class OpenExhibition(Struct, frozen=True, tag=True):
    name: str
    index: int = 0


class OpenInterview(Struct, frozen=True, tag=True):
    """Open an exhibition's interview, at the words that the given slide quotes.

    `page` is the slide's page from which it is opened.
    """

    exhibition: str
    slide: int | None = None
    page: int = 0


class BackToSlide(Struct, frozen=True, tag=True):
    """Leave the interview for the slide from which it was opened."""

    exhibition: str
    index: int
    page: int = 0


class OpenOverview(Struct, frozen=True, tag=True):
    """Show all slides of an exhibition."""

    exhibition: str


class GoToPassage(Struct, frozen=True, tag=True):
    """Scroll the interview to a passage of its index, counted from 0."""

    number: int


class OpenIndex(Struct, frozen=True, tag=True):
    """Show the index of the interview over its text, or hide it."""


class OpenDetails(Struct, frozen=True, tag=True):
    """Show the details of a photo, one after the other, from the one with this index on."""

    file: str
    index: int = 0


class RevealNotice(Struct, frozen=True, tag=True):
    """Show what a notice covers, until the visitor opens an exhibition again."""

    notice: Notice


class Rest(Struct, frozen=True, tag=True):
    """Let the slides play by themselves again."""


class Speak(Struct, frozen=True, tag=True):
    """Change the language."""

    language: str


class Step(Struct, frozen=True, tag=True):
    """Go forward by a number of slides, or back if it is negative."""

    by: int


class TurnPage(Struct, frozen=True, tag=True):
    """Show the slide's next page, or the one before if `by` is -1."""

    by: int


class ZoomBy(Struct, frozen=True, tag=True):
    """Enlarge the photo by a number of steps, or reduce it if the number is negative."""

    by: int


class LeaveZoom(Struct, frozen=True, tag=True):
    """Put the photo back on its slide."""


class Play(Struct, frozen=True, tag=True):
    """Let the slides of this exhibition advance by themselves, or pause if they do."""


class OpenPanel(Struct, frozen=True, tag=True):
    """Show the comfort settings, which list the languages too."""

    wanted: Literal["text", "language"] = "text"
    """What the visitor looks for there."""


class ClosePanel(Struct, frozen=True, tag=True):
    pass


class SizeText(Struct, frozen=True, tag=True):
    """Set all text in one of the text sizes, counted from 1."""

    size: int


class Switch(Struct, frozen=True, tag=True):
    """Switch a comfort setting on or off."""

    setting: Switchable


class PointAt(Struct, frozen=True, tag=True):
    """Move the keyboard's focus ring to the button of an action."""

    action: Action


Action = (
    BackToSlide
    | ClosePanel
    | GoHome
    | GoToPassage
    | LeaveZoom
    | RevealNotice
    | OpenDetails
    | OpenExhibition
    | OpenIndex
    | OpenInterview
    | OpenOverview
    | OpenPanel
    | Play
    | PointAt
    | Rest
    | SizeText
    | Speak
    | Step
    | Switch
    | TurnPage
    | ZoomBy
)


class HitArea(Struct, frozen=True):
    """An area to touch, at least a finger wide and high."""

    rect: Rect
    action: Action


def touched(buttons: Sequence[HitArea], at: Point) -> Action | None:
    return next((button.action for button in buttons if button.rect.contains(at)), None)
