"""Holds all that the show knows: plain values, which can be written as JSON and read back."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.clock import Moment
from kiosk.base.easing import clamp
from kiosk.base.geometry import Size
from kiosk.exhibition.collection import Collection
from kiosk.exhibition.schedule import Place
from kiosk.gestures import Hand
from kiosk.screens.actions import Action, BackToSlide, HitArea, OpenExhibition
from kiosk.screens.context import Context, Media
from kiosk.screens.notice import Notice
from kiosk.screens.overlay import Overlay
from kiosk.screens.overlays import OVERLAYS
from kiosk.screens.overlays.idle_prompt import IdlePrompt
from kiosk.screens.screen import Screen
from kiosk.screens.status import Status
from kiosk.screens.viewer.quote_flight import QuoteFlight
from kiosk.show.flight import SCREEN_FADE_S, Flight
from kiosk.style.comfort import USUAL, Comfort
from kiosk.style.stage import Stage
from kiosk.types.quality import Quality
from kiosk.types.scene import Typesetter


class Leaving(Struct, frozen=True):
    """A screen that gives way to another, and when it began to."""

    screen: Screen
    started_s: float
    flight: Flight | None = None
    """The photo that grows from its place there into its place on the new screen."""
    quote: QuoteFlight | None = None
    """The ground of a quote that does the same, where both screens show its words."""

    def is_over(self, now_s: float) -> bool:
        return now_s >= self.started_s + SCREEN_FADE_S

    def progress(self, now_s: float) -> float:
        return clamp((now_s - self.started_s) / SCREEN_FADE_S)


class Preferences(Struct, frozen=True):
    """What a visitor can choose."""

    language: str
    comfort: Comfort = USUAL

    def offered(self, languages: tuple[str, ...]) -> Preferences:
        """The same; in the first of these languages, if the chosen one is not among them."""
        return self if self.language in languages else replace(self, language=languages[0])


class State(Struct, frozen=True):
    written: Collection
    """The exhibitions as they were read."""
    collection: Collection
    """The same, in the day's order."""
    size: Size
    """Of the window."""
    initial: Preferences
    """Those at launch; they return when a visitor has left."""
    preferences: Preferences
    screen: Screen
    last_input_s: float
    overlays: tuple[Overlay, ...] = OVERLAYS
    """What lies over the screen, the lowest first."""
    moment: Moment | None = None
    off_schedule: frozenset[Place] = frozenset()
    """Slides that are not scheduled at this moment."""
    media: Media = Media()
    quality: Quality = Quality()
    status: Status = Status()
    hand: Hand = Hand()
    leaving: Leaving | None = None
    opening: OpenExhibition | BackToSlide | None = None
    """What a visitor has opened whose photos cannot be drawn yet; the screen stays until then."""
    focus: Action | None = None
    """The action of the button that has the focus ring; None while nobody uses Tab."""
    revealed: frozenset[Notice] = frozenset()
    """Notices that this visitor has opened, to see the slides beneath."""
    is_hinted: bool = False
    """Whether this visitor has had the hint that slides can be swiped."""

    def context(self, typesetter: Typesetter) -> Context:
        """What all screens need, in the kiosk's own colours."""
        return Context(
            self.collection,
            Stage.for_kiosk(
                self.collection.kiosk,
                self.size,
                typesetter,
                self.preferences.language,
                self.preferences.comfort,
            ),
            self.media,
            self.quality,
            self.focus,
            self.off_schedule,
            self.revealed,
            self.status,
            self.hand,
            self.last_input_s + self.collection.kiosk.idle_s * self.screen.idle_factor,
        )

    def overlay_context(self, typesetter: Typesetter) -> Context:
        """The same in the colours of the current screen."""
        context = self.context(typesetter)
        return replace(context, stage=self.screen.stage(context))


def buttons(state: State, typesetter: Typesetter) -> Sequence[HitArea]:
    """All buttons that a finger or the keyboard can press, in reading order."""
    overlay = modal(state)
    if overlay:
        return overlay.buttons(state.overlay_context(typesetter))
    return state.screen.buttons(state.context(typesetter))


def modal(state: State) -> Overlay | None:
    """The topmost overlay that gets all input, if any."""
    return next((one for one in reversed(state.overlays) if one.is_modal), None)


def with_overlay(state: State, overlay: Overlay) -> State:
    """Replaces the overlay of the same kind."""
    overlays = (overlay if type(one) is type(overlay) else one for one in state.overlays)
    return replace(state, overlays=tuple(overlays))


def is_asking(state: State) -> bool:
    """Whether the idle prompt is shown, before the slides play again by themselves."""
    return any(isinstance(one, IdlePrompt) and one.is_modal for one in state.overlays)


def restaged(before: State, after: State, now_s: float, typesetter: Typesetter) -> State:
    """A state with another stage; its screen keeps the visitor's place, such as a line of text."""
    contexts = before.context(typesetter), after.context(typesetter)
    return replace(after, screen=after.screen.restaged(*contexts, now_s))
