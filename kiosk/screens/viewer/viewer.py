"""Shows one exhibition, and moves through its slides by touch, by keys or by itself."""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point
from kiosk.exhibition.collection import Collection, Entry
from kiosk.gestures import (
    Cancelled,
    Dragged,
    LongPressed,
    Pinched,
    PinchEnded,
    Pressed,
    Released,
    Tapped,
)
from kiosk.screens.actions import (
    Action,
    GoHome,
    HitArea,
    LeaveZoom,
    OpenDetails,
    OpenExhibition,
    OpenInterview,
    OpenOverview,
    OpenPanel,
    Play,
    RevealNotice,
    Speak,
    Step,
    TurnPage,
    ZoomBy,
)
from kiosk.screens.context import Context, previews
from kiosk.screens.home import Home
from kiosk.screens.screen import Input, Screen
from kiosk.screens.slide_view import WORDS_AFTER_S, WORDS_FADE_S, SlideView
from kiosk.screens.strip import SlideStrip, reading
from kiosk.screens.viewer.bar_shortcuts import shortcuts
from kiosk.screens.viewer.control_bar import ControlBar
from kiosk.screens.viewer.details import details_of
from kiosk.screens.viewer.details_dots import dots, first_details, touched_dot
from kiosk.screens.viewer.end_links import touched_end
from kiosk.screens.viewer.filmstrip import previews_of
from kiosk.screens.viewer.interview_link import interview_link, touched_link
from kiosk.screens.viewer.paging import is_on_sign, page_buttons, touched_page
from kiosk.screens.viewer.turning import Turning
from kiosk.screens.zoom import handover
from kiosk.screens.zoom.targets import can_zoom, is_one_of_several, put_back, taken_out
from kiosk.screens.zoom.zoom import Zoom
from kiosk.style.stage import Stage
from kiosk.types.events import KeyName, KeyPressed, Tick
from kiosk.types.photo import Request
from kiosk.types.scene import Layer

HINT_AFTER_S = WORDS_AFTER_S + WORDS_FADE_S + 5.5
"""Seconds from the opening of an exhibition to its hint: the first words have been read."""
PINCHED_OUT = 0.8
"""Scale of a pinch from which it leads one level out: to all slides."""
AHEAD, BEHIND = 2, 1
PREVIEWS_AHEAD, PREVIEWS_BEHIND = 16, 8
"""How many slides on and back have at least their previews loaded, for visitors who skim."""


class Scrub(Struct, frozen=True):
    """A finger on the filmstrip, and the slide that it has chosen."""

    index: int
    is_held: bool = True
    """False once the finger has left, until the slide can be shown."""


class Viewer(Turning, frozen=True, tag=True, kw_only=True):
    idle_factor: ClassVar[float] = 1.0

    bar_since_s: float
    zoom: Zoom | None = None
    """The photo taken out of its slide, if any."""
    scrub: Scrub | None = None

    def on(self, event: Input, context: Context, now_s: float) -> tuple[Screen, Action | None]:
        if isinstance(event, Tick) and self._is_off_schedule(context):
            return self._retired(context, now_s)
        if self.hint_s is not None and not isinstance(event, Tick):
            return replace(self, hint_s=None).on(event, context, now_s)
        if self._zoom_here:
            return self._zoomed(self._zoom_here, event, context, now_s)
        if self.zoom and not self.strip.pan.at(now_s):
            return replace(self, zoom=None).on(event, context, now_s)
        if self.scrub and not isinstance(event, KeyPressed):
            return self._scrubbing(self.scrub, event, context, now_s), None
        match event:
            case Pressed(at) if self._is_on_filmstrip(at, context, now_s):
                return self._scrubbed(at, context, now_s), None
            case Pressed(at):
                return self._caught(at, context, now_s), None
            case Pinched(scale=scale) if scale < PINCHED_OUT:
                return self._by_hand(now_s), OpenOverview(self.slide_view.entry)
            case Pinched(scale=scale):
                by_hand = self._by_hand(now_s)
                return by_hand._with_zoom(event, context, now_s) if scale > 1 else by_hand, None
            case LongPressed() | Dragged(_, "y"):
                held = self._paused(now_s) if self.is_playing else self
                pulled = event.by.y if isinstance(event, Dragged) else 0.0
                return replace(held, pressed=None, pulled=pulled), None
            case Dragged(by, "x"):
                turning = self._by_hand(now_s)
                strip = turning.strip.drawn(by.x, context)
                return replace(turning, strip=strip, pending=0, pressed=None), None
            case Released(velocity, "x"):
                return self._moved(self.strip.released(velocity.x, context, now_s)), None
            case Released(velocity, "y"):
                let_go = self._moved(self.strip.let_go(now_s))
                return let_go._swiped(velocity.y, context, now_s), None
            case PinchEnded() | Cancelled():
                return self._moved(self.strip.let_go(now_s)), None
            case Tapped():
                return self._tapped(event, context, now_s)
            case KeyPressed(key):
                return self._key(key, context, now_s)
            case Tick():
                return self._caught_up(context, now_s), None
        return self, None

    def view(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        bar = self._bar(context)
        if self.zoom is None:
            themed = context.within(self._entry(context))
            signs = dots(self.strip, bar.opacity(now_s), themed, now_s)
            return (*self.strip.layers(context, now_s), *signs, *bar.layers(context, now_s))
        hidden = self.zoom.is_alone(now_s) and not self.strip.pan.at(now_s)
        below = () if hidden else self.strip.layers(context, now_s)
        themed = context.within(self._entry(context))
        minimap = self.zoom.minimap(themed, bar.opacity(now_s), now_s)
        zoomed = (*self.zoom.layers(themed, now_s), minimap)
        zoomed = handover.with_its_slide(zoomed, self.zoom, self.strip, themed, now_s)
        return (*below, *zoomed, *bar.layers(context, now_s))

    def due_s(self, context: Context, now_s: float) -> float:
        if self.scrub and self._is_chosen_ready(context):
            lags = self.scrub.index != self.slide_view.index or not self.scrub.is_held
            return now_s if lags else math.inf
        may_step = self._zoom_here is None and not self.strip.pan.held
        if self.pending and may_step and self._incoming(context, now_s):
            return now_s
        zoom_s = self.zoom.due_s(now_s) if self.zoom else math.inf
        moves = self.strip.pan.at(now_s) and not self.strip.pan.held
        hidden = self._zoom_here is not None and self._zoom_here.is_alone(now_s) and not moves
        row_s = math.inf if hidden else self.strip.due_s(context, now_s)
        over_s = max(now_s, self.slide_view.over_s(context)) if self._turns(context) else math.inf
        hint_s = math.inf if self.hint_s is None else self.hint_s
        return min(zoom_s, row_s, over_s, hint_s, self._bar(context).due_s(now_s))

    def stage(self, context: Context) -> Stage:
        return context.stage_of(self._entry(context))

    def buttons(self, context: Context) -> tuple[HitArea, ...]:
        themed = context.within(self._entry(context))
        pages = () if self._zoom_here else page_buttons(self.strip, themed)
        return (*pages, *(control.button for control in self._bar(context).controls(context)))

    def with_collection(
        self, former: Collection, collection: Collection, now_s: float
    ) -> Viewer | Home:
        slide_view = self.slide_view.with_collection(former, collection)
        if slide_view is None:
            return Home()
        return Viewer(
            SlideStrip(slide_view), bar_since_s=self.bar_since_s, is_playing=self.is_playing
        )

    def restaged(self, before: Context, after: Context, now_s: float) -> Viewer:
        slide_view = self.slide_view.restaged(before, after)
        return replace(self, strip=replace(self.strip, slide_view=slide_view))

    def after_details(self, now_s: float) -> Viewer:
        return replace(self, bar_since_s=now_s)

    def zoomed(self, zoom: Zoom) -> Viewer:
        return replace(self, zoom=zoom)

    def is_complete(self, context: Context) -> bool:
        return self.slide_view.is_ready(context)

    def wanted(self, context: Context) -> tuple[Request, ...]:
        entry = context.uncovered(self.slide_view.entry)
        here = [self.scrub.index if self.scrub else self.slide_view.index, self.slide_view.index]
        if self.strip.turn:
            here.append(self.strip.turn.outgoing.index)
        ahead, behind = self.direction, -self.direction
        here += self.strip.ahead(ahead, AHEAD, context) + self.strip.ahead(behind, BEHIND, context)
        here += [slide_view.index for slide_view in self.strip.left]
        around = self.strip.ahead(ahead, PREVIEWS_AHEAD, context)
        around += self.strip.ahead(behind, PREVIEWS_BEHIND, context)
        slides = entry.exhibition.slides
        shown = context.requests(entry, slides[here[0]])
        if not self.pending and context.media.awaits_first(shown):
            return shown  # It comes sooner if no other file is opened meanwhile.
        zoomed = self.zoom.wanted(context) if self.zoom else ()
        filmstrip = self._bar(context).filmstrip(context)
        return (
            *shown,
            *zoomed,
            *(request for index in here for request in context.requests(entry, slides[index])),
            *(request for index in around for request in previews(slides[index])),
            *(previews_of(filmstrip, entry) if filmstrip else ()),
        )

    def _caught(self, at: Point, context: Context, now_s: float) -> Viewer:
        """Handles a finger that comes down: on the slides, and maybe on a button."""
        bar = self._bar(context)
        return replace(
            self,
            strip=self.strip.caught(context, now_s),
            pressed=bar.touched(at, context, now_s)
            or touched_page(self.strip, at, context, now_s)
            or touched_end(self.strip, at, context, now_s)
            or touched_dot(self.strip, at, context, now_s),
            pulled=0.0,
            bar_since_s=bar.kept(now_s),
        )

    def _is_on_filmstrip(self, at: Point, context: Context, now_s: float) -> bool:
        bar = self._bar(context)
        strip = bar.filmstrip(context) if bar.is_shown(now_s) else None
        return strip is not None and strip.area(context.stage).contains(at)

    def _scrubbing(self, scrub: Scrub, event: Input, context: Context, now_s: float) -> Viewer:
        """Shows the slides under a finger on the filmstrip, each as soon as it can be shown."""
        match event:
            case Pressed():
                return replace(self, scrub=None)._caught(event.at, context, now_s)
            case Dragged() if scrub.is_held and context.hand.fingers:
                # A drag begins where the slop ends; a slide is chosen by where the finger is.
                return self._scrubbed(context.hand.fingers[0].at, context, now_s)
            case Tapped() | Released() | Cancelled() | PinchEnded():
                left = replace(self, scrub=replace(scrub, is_held=False))
                return left._arrived(context, now_s)
            case Tick():
                return self._arrived(context, now_s)
        return self

    def _scrubbed(self, at: Point, context: Context, now_s: float) -> Viewer:
        bar = self._bar(context)
        strip = bar.filmstrip(context)
        if strip is None:
            return replace(self, scrub=None)
        scrub = Scrub(strip.slide_at(at.x))
        by_hand = self._by_hand(now_s)
        chosen = replace(by_hand, scrub=scrub, pending=0, pressed=None, bar_since_s=bar.kept(now_s))
        return chosen._arrived(context, now_s)

    def _arrived(self, context: Context, now_s: float) -> Viewer:
        """Goes to the slide chosen on the filmstrip, if it can be shown."""
        assert self.scrub, "only what is chosen is gone to"
        if not self._is_chosen_ready(context):
            return self
        scrub = self.scrub if self.scrub.is_held else None
        if self.scrub.index == self.slide_view.index:
            return replace(self, scrub=scrub)
        return replace(self._moved(self.strip.jumped(self.scrub.index, now_s)), scrub=scrub)

    def _is_chosen_ready(self, context: Context) -> bool:
        if self.scrub is None:
            return False
        return SlideView(self.slide_view.entry, self.scrub.index, 0.0).is_placed(context)

    def _tapped(self, tap: Tapped, context: Context, now_s: float) -> tuple[Screen, Action | None]:
        at, let_go = tap.at, self._moved(self.strip.let_go(now_s))
        shown = replace(let_go, bar_since_s=self._bar(context).kept(now_s))
        match self.pressed:
            case Step(by):
                return shown._by_hand(now_s)._step(by), None
            case TurnPage(by):
                return shown._page_turned(by, context, now_s), None
            case ZoomBy():
                by_hand = shown._by_hand(now_s)
                return by_hand._with_zoom(KeyPressed("plus"), context, now_s), None
            case Play() if not self.is_playing:
                return shown._played(now_s), None
            case OpenDetails(file, index):
                by_hand = shown._by_hand(now_s)
                return details_of(by_hand, file, context, now_s, index) or by_hand, None
            case RevealNotice():
                return shown._revealed(context, now_s)
            case (
                GoHome()
                | OpenExhibition()
                | OpenInterview()
                | OpenPanel()
                | OpenOverview()
                | Speak()
            ):
                return shown._paused(now_s) if self.is_playing else shown, self.pressed
        if self.is_playing:
            return shown._paused(now_s), None  # By the pause button, or by a touch anywhere.
        if at.y >= context.stage.size.height - context.stage.foot:
            return shown, None  # The bar is here, or appears now.
        if choice := self.slide_view.touched_choice(at, context):
            return (shown._revealed if choice == "show" else shown._skipped)(context, now_s)
        if is_on_sign(self.strip, at, context):
            return shown, None  # The arrow has gone that was here on another page.
        words = touched_link(self.strip, at, context, now_s)
        if words:
            return shown, words
        width = context.stage.size.width
        edge = context.thresholds.edge(width)
        several = not self.is_paused and is_one_of_several(self.strip, at, context, now_s)
        if several or edge <= at.x < width - edge:
            if tap.double or several:
                return shown._by_hand(now_s)._with_zoom(tap, context, now_s), None
            return shown._played(now_s) if self.is_paused else shown, None
        way = -reading(context) if at.x < edge else reading(context)
        return shown._by_hand(now_s)._step(way), None

    def _key(self, key: KeyName, context: Context, now_s: float) -> tuple[Screen, Action | None]:
        kept = replace(self, bar_since_s=self._bar(context).kept(now_s))
        shown = kept._by_hand(now_s)
        match key:
            case "right":
                return shown._step(reading(context)), None
            case "left":
                return shown._step(-reading(context)), None
            case "enter" | "space" if self._reveals(context):
                return shown._revealed(context, now_s)
            case "enter" | "space" | "pagedown":
                return shown._page_turned(1, context, now_s), None
            case "pageup":
                return shown._page_turned(-1, context, now_s), None
            case "plus":
                return shown._with_zoom(KeyPressed(key), context, now_s), None
            case "down":
                return shown, interview_link(self.strip, context)
            case "up":
                first = first_details(self.strip, context, now_s)
                return (first and details_of(shown, first.file, context, now_s)) or shown, None
            case "tab" | "backtab":
                return kept, None
            case "escape":
                return self, OpenOverview(self.slide_view.entry)
            case "home":
                return self, GoHome()
        return self, None

    def _revealed(self, context: Context, now_s: float) -> tuple[Viewer, Action | None]:
        """Lifts the notice; the slide beneath appears like any other, the picture first."""
        notice = self.slide_view.notice(context)
        strip = replace(
            self.strip, slide_view=SlideView(self.slide_view.entry, self.slide_view.index, now_s)
        )
        return replace(self, strip=strip), RevealNotice(notice) if notice else None

    def _skipped(self, context: Context, now_s: float) -> tuple[Viewer, Action | None]:
        """Goes on to the next slide; leads home if the notice covers all of them."""
        notice = self.slide_view.notice(context)
        if notice and notice.index is None:
            return self, GoHome()
        return self._by_hand(now_s)._step(1), None

    def _with_zoom(self, by: Input, context: Context, now_s: float) -> Viewer:
        """Takes a photo out of its slide, if it has more to show."""
        strip = self.strip.let_go(now_s)
        zoom = taken_out(strip, by, context, now_s)
        return replace(self, strip=strip, zoom=zoom, pending=0, pressed=None) if zoom else self

    def _zoomed(
        self, zoom: Zoom, event: Input, context: Context, now_s: float
    ) -> tuple[Screen, Action | None]:
        """Handles an event while a photo is out of its slide."""
        if zoom.is_leaving:
            if isinstance(event, KeyPressed) and event.key != "plus":
                return self._key(event.key, context, now_s)
            return (replace(self, zoom=None) if zoom.is_over(now_s) else self), None
        if isinstance(event, Tick):
            return self, None
        bar, pressed = self._bar(context), self.pressed
        moved, strip = zoom.on(event, context, now_s), self.strip
        match event:
            case Pressed():
                strip = strip.caught(context, now_s)
            case Dragged(by, "x"):
                moved, strip = handover.dragged(zoom, strip, by, context, now_s)
            case Released(velocity, "x"):
                moved, strip = handover.released(zoom, strip, velocity, context, now_s)
            case Released() | Tapped() | PinchEnded() | Cancelled():
                strip = strip.let_go(now_s)
        shown = replace(
            self._moved(strip),
            zoom=moved,
            bar_since_s=bar.kept(now_s),  # The minimap stays with it, while the photo moves.
        )
        match event:
            case Pressed(at):
                return replace(shown, pressed=bar.touched(at, context, now_s)), None
            case Released(velocity, "y") if zoom.is_dropped(
                velocity.y, context.thresholds, context.stage
            ):
                return replace(shown, zoom=zoom)._unzoomed(zoom, context, now_s), None
            case Tapped() if pressed == LeaveZoom():
                return self._unzoomed(zoom, context, now_s), None
            case Tapped() if isinstance(pressed, ZoomBy):
                stepped = zoom.on(Cancelled(), context, now_s)
                stepped = stepped.stepped(pressed.by, context.stage, now_s)
                return replace(shown, zoom=stepped), None
            case PinchEnded() if zoom.wants_to_leave(context.stage):
                return self._unzoomed(zoom, context, now_s), None
            case KeyPressed("escape"):
                return self._unzoomed(zoom, context, now_s), None
            case Tapped() if pressed == GoHome():
                return shown, GoHome()
            case KeyPressed("home"):
                return self, GoHome()
        return shown, None

    @property
    def _zoom_here(self) -> Zoom | None:
        """The zoomed photo, unless a finger has turned from it to another slide."""
        return self.zoom if self.zoom and self.zoom.slide == self.slide_view.index else None

    def _is_off_schedule(self, context: Context) -> bool:
        return (self.slide_view.entry, self.slide_view.index) in context.off_schedule

    def _retired(self, context: Context, now_s: float) -> tuple[Viewer, Action | None]:
        """Leaves a slide that is not scheduled any more; it stays if nothing else is scheduled."""
        if not context.is_shown(self.slide_view.entry):
            return self, GoHome() if context.entries else None
        way = 1 if self.strip.ahead(1, 1, context) else -1
        return replace(self, zoom=None, pending=way)._caught_up(context, now_s), None

    def _unzoomed(self, zoom: Zoom, context: Context, now_s: float) -> Viewer:
        return replace(self, zoom=put_back(zoom, self.strip, context, now_s), pressed=None)

    def _is_over_photo(self, context: Context) -> bool:
        """Whether a photo reaches under the bar: a zoomed one, or one that fills the screen."""
        arrangement = self.slide_view.arrangement(context)
        foot = context.stage.size.height - context.stage.bar
        photos = arrangement.photos if arrangement else ()
        return self._zoom_here is not None or any(one.window.bottom > foot for one in photos)

    def _entry(self, context: Context) -> Entry:
        return context.entry(self.slide_view.entry)

    def _bar(self, context: Context) -> ControlBar:
        name, index = self.slide_view.entry, self.slide_view.index
        slide = self.slide_view.slide(context)
        if self.scrub:
            index = self.scrub.index
        shown = context.shown(name)
        return ControlBar(
            self._entry(context),
            bisect_left(shown, index),
            shown,
            self.bar_since_s,
            self.pressed,
            is_scrubbed=self.scrub is not None and self.scrub.is_held,
            goes_on=bool(shown) and index <= shown[-1],
            can_zoom=can_zoom(self.slide_view, context),
            shortcuts=shortcuts(self.strip, context) if self._zoom_here is None else (),
            is_zoomed=self._zoom_here is not None and not self._zoom_here.is_leaving,
            is_playing=self.is_playing,
            is_paused=self.is_paused,
            section=slide.section,
            is_over_photo=self._is_over_photo(context),
            stays=self.is_paused or context.focus is not None,
        )


def opened(
    name: str,
    index: int,
    now_s: float,
    *,
    page: int = 0,
    by_hand: bool = False,
    hint: bool = False,
) -> Viewer:
    """Opens an exhibition; its controls are shown for a moment, so that visitors notice them.

    With `hint`, the next slide shows its edge a little later.
    """
    slide_view = SlideView(name, index, now_s, by_hand, page=page)
    hint_s = now_s + HINT_AFTER_S if hint else None
    return Viewer(SlideStrip(slide_view), bar_since_s=now_s, hint_s=hint_s)
