"""Plays the photos of all exhibitions by themselves, until somebody touches the screen."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import sine, standard
from kiosk.base.geometry import Point, Rect
from kiosk.exhibition.collection import Collection
from kiosk.exhibition.exhibition import Slide, TransitionName
from kiosk.exhibition.schedule import Place
from kiosk.gestures import Dragged, LongPressed, Pinched, Pressed, Tapped
from kiosk.layouts.parts.arrangement import Arrangement
from kiosk.screens.actions import Action, GoHome, HitArea, OpenExhibition
from kiosk.screens.context import Context, previews
from kiosk.screens.foyer.invitation import Invitation, invitation
from kiosk.screens.foyer.label import Named
from kiosk.screens.foyer.poster import poster
from kiosk.screens.screen import Input
from kiosk.screens.slide_view import (
    FRAME_S,
    WORDS_AFTER_S,
    WORDS_FADE_S,
    SlideView,
    Turn,
    faded,
    moved,
)
from kiosk.style.stage import Stage
from kiosk.types.events import KeyPressed, Tick, Wheel
from kiosk.types.photo import Request
from kiosk.types.scene import Fill, Item, Layer, Picture

SHOWN_S = 8.0
"""Seconds that a slide is shown: for people who pass by, whatever there is to read."""
FADE_S = 1.6
PATIENCE_S = 10.0
"""Seconds to wait for the next slide's photo; after that, attract passes the slide over."""
AHEAD = 2
INVITATION_FADE_S = 0.8
PLATE = 0.3
"""How far the plate behind a touched sentence extends beyond it, in margins."""
GONE = 0.5
"""Progress of a turn between unlike photos at which the outgoing ones are gone."""
WORDS_LEAVE_S = 0.4
"""Seconds in which a sentence leaves, before that of the next slide comes."""


class Attract(Struct, frozen=True, tag=True):
    idle_factor: ClassVar[float] = math.inf
    is_in_use: ClassVar[bool] = False

    since_s: float
    slide_view: SlideView | None = None
    """None before the first slide: the opening card is shown."""
    turn: Turn | None = None
    turns: int = 0
    """How often it has gone on to another slide, and the invitation to other languages."""
    pressed: Action | None = None

    def on(self, event: Input, context: Context, now_s: float) -> tuple[Attract, Action | None]:
        match event:
            case Pressed(at):
                return replace(self, pressed=self._touched(at, context, now_s)), None
            case Tapped():
                return replace(self, pressed=None), self.pressed
            case LongPressed() | Dragged() | Pinched() | KeyPressed() | Wheel() if context.entries:
                return replace(self, pressed=None), GoHome()
            case Tick():
                return self._advanced(context, now_s), None
        return replace(self, pressed=None), None

    def view(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        photos = self._photos(context, now_s)
        if not context.entries:
            return photos
        others = not _invited(context).is_whole and self.slide_view
        since_s = self.slide_view.since_s if others and self.slide_view else self.since_s
        opacity = sine((now_s - since_s) / INVITATION_FADE_S)
        opacity = 1.0 if context.quality.cuts else opacity
        words = Layer(tuple(self._invitation(context)), opacity=opacity)
        return (*photos, words)

    def stage(self, context: Context) -> Stage:
        return context.stage

    def buttons(self, context: Context) -> tuple[HitArea, ...]:
        return ()  # The whole screen is a button, and so is the whole keyboard.

    def due_s(self, context: Context, now_s: float) -> float:
        if self.slide_view is None:
            return now_s if self._next(context, now_s) else now_s + 1.0
        if self.turn and not self.turn.is_over(now_s):
            return now_s + FRAME_S
        over_s = self._dwell_end(context)
        moving_s = self._moving_s(self.slide_view, context, now_s)
        if now_s < over_s:
            return min(over_s, moving_s)
        return min(moving_s, over_s + PATIENCE_S if now_s < over_s + PATIENCE_S else math.inf)

    def with_collection(self, former: Collection, collection: Collection, now_s: float) -> Attract:
        return Attract(
            self.since_s, self.slide_view and self.slide_view.with_collection(former, collection)
        )

    def restaged(self, before: Context, after: Context, now_s: float) -> Attract:
        return self

    def is_complete(self, context: Context) -> bool:
        shown = self.slide_view
        return shown is not None and _is_ready((shown.entry, shown.index), context)

    def wanted(self, context: Context) -> tuple[Request, ...]:
        shown = [s for s in (self.slide_view, self.turn.outgoing if self.turn else None) if s]
        coming = islice(self._following(context), AHEAD if self.slide_view else AHEAD + 1)
        places = [*((s.entry, s.index) for s in shown), *coming]
        posters = (request for place in places for request in poster_requests(place, context))
        return (*posters, *(self._next_door(context) if self.slide_view else ()))

    def _advanced(self, context: Context, now_s: float) -> Attract:
        if self.slide_view and now_s < self._dwell_end(context):
            return self
        place = self._next(context, now_s)
        if place is None:
            return self
        incoming = SlideView(*place, since_s=now_s, lasts_s=SHOWN_S)
        if self.slide_view is None:
            return replace(self, slide_view=incoming)
        duration_s = FADE_S if not context.stage.comfort.still else FADE_S / 4
        is_cut = context.quality.cuts or incoming.slide(context).transition == "cut"
        transition: TransitionName = "cut" if is_cut else "fade"
        turn = Turn(self.slide_view, now_s, transition, duration_s)
        return replace(self, slide_view=incoming, turn=turn, turns=self.turns + 1)

    def _next(self, context: Context, now_s: float) -> Place | None:
        """The next slide once it is ready; after a while, the first slide that is ready."""
        following = self._following(context)
        patient = self.slide_view and now_s < self._dwell_end(context) + PATIENCE_S
        candidates = islice(following, 1) if patient else following
        return next((place for place in candidates if _is_ready(place, context)), None)

    def _following(self, context: Context) -> Iterator[Place]:
        """The slides that play, those with photos if there are any; first the one after this."""
        places, photos = _places(context.collection)
        here = (self.slide_view.entry, self.slide_view.index) if self.slide_view else None
        start = places.index(here) + 1 if here else 0
        onward = places[start:] + places[:start]
        plays = context.plays_by_itself
        if any(plays(*place) for place in photos):
            onward = [place for place in onward if place in photos]
        return (place for place in onward if place != here and plays(*place))

    def _dwell_end(self, context: Context) -> float:
        """When the slide's time is over; that is at once if it must not be shown any more."""
        assert self.slide_view is not None
        place = self.slide_view.entry, self.slide_view.index
        if place in context.off_schedule or not context.plays_by_itself(*place):
            return self.slide_view.since_s
        return self.slide_view.since_s + SHOWN_S

    def _touched(self, at: Point, context: Context, now_s: float) -> Action | None:
        """What a tap at a point does: on the picture or its sentence, it opens the slide."""
        if not context.entries:
            return None
        said = _invited(context, self.turns)
        if said.place.contains(at):
            return GoHome(said.nearest(at).tag)
        if self.slide_view is None:
            return GoHome()
        turn, seen = self.turn, self.slide_view
        if turn and now_s < turn.started_s + turn.duration_s / 2:
            seen = turn.outgoing
        return OpenExhibition(seen.entry, seen.index)

    def _photos(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        """The slide's photos with its sentence; during a turn, also those of the last slide."""
        if self.slide_view is None:
            return (opening_card(context),)
        turn = self.turn if self.turn and not self.turn.is_over(now_s) else None
        shown = self._poster(self.slide_view, context, now_s)
        words = self._words(context, now_s)
        if turn is None:
            return (replace(shown, items=(*shown.items, *words)),)
        progress = (now_s - turn.started_s) / turn.duration_s
        outgoing = self._poster(turn.outgoing, context, now_s)
        if _windows(outgoing) == _windows(shown):
            fading = replace(outgoing, opacity=1 - standard(progress))
            return (shown, fading, Layer(words))
        # Of photos of unlike formats, one goes before the other comes: none is seen through it.
        fading = replace(outgoing, opacity=1 - standard(progress / GONE))
        coming = replace(shown, ground=None, opacity=standard((progress - GONE) / (1 - GONE)))
        return (Layer((), context.stage.theme.ground), coming, fading, Layer(words))

    def _words(self, context: Context, now_s: float) -> tuple[Item, ...]:
        """The words of the slide; what the last slide says at the same place stays there."""
        assert self.slide_view is not None
        words = _arranged(self.slide_view, context).words
        former = _arranged(self.turn.outgoing, context).words if self.turn else ()
        kept = tuple(one for one in words if one in former)
        comes = tuple(one for one in words if one not in former)
        leaves = tuple(one for one in former if one not in words)
        leaving = 1 - (now_s - self.turn.started_s) / WORDS_LEAVE_S if self.turn else 0.0
        return (*kept, *faded(comes, self._said(context, now_s)), *faded(leaves, leaving))

    def _poster(self, slide_view: SlideView, context: Context, now_s: float) -> Layer:
        arrangement, slide = _arranged(slide_view, context), slide_view.slide(context)
        progress = context.quality.progress(slide_view.since_s, SHOWN_S, now_s)
        items = tuple(moved(one, slide, context, progress) for one in arrangement.photos)
        return Layer(items, context.stage.theme.ground)

    def _said(self, context: Context, now_s: float) -> float:
        """Opacity of the sentence, which comes after the photos."""
        assert self.slide_view is not None
        if not self.slide_view.slide(context).all_photos and self.turn is None:
            return 1.0
        return sine((now_s - self.slide_view.since_s - WORDS_AFTER_S) / WORDS_FADE_S)

    def _moving_s(self, slide_view: SlideView, context: Context, now_s: float) -> float:
        """When the poster next changes by itself."""
        slide, since_s = slide_view.slide(context), slide_view.since_s
        is_moving = slide.motion != "still" and slide.all_photos and not context.stage.comfort.still
        rests_s = context.quality.rests_s(since_s, SHOWN_S) if is_moving else since_s
        said_s = since_s + WORDS_AFTER_S + WORDS_FADE_S
        begun_s = self.since_s + INVITATION_FADE_S
        if now_s < max(rests_s, said_s, begun_s):
            return now_s + context.quality.slow_frame_s
        return math.inf

    def _next_door(self, context: Context) -> tuple[Request, ...]:
        """What a tap on the picture needs to open its slide."""
        assert self.slide_view is not None
        entry = context.entry(self.slide_view.entry)
        return context.requests(entry, entry.exhibition.slides[self.slide_view.index])

    def _invitation(self, context: Context) -> Iterator[Item]:
        """Below the photos; a plate is behind the sentence under a finger."""
        stage, said = context.stage, _invited(context, self.turns)
        for one in said.said:
            if self.pressed == GoHome(one.tag):
                plate = one.letters.rect.inset(-PLATE * stage.margin, 0)
                yield Fill(plate, stage.theme.pressed)
        yield from said.letters


def poster_requests(place: Place, context: Context) -> tuple[Request, ...]:
    """What must be loaded to show a slide in attract: photo infos, then the photos."""
    name, index = place
    measurements = previews(context.entry(name).exhibition.slides[index])
    arrangement = _poster_at(place, context)
    photos = arrangement.photos if arrangement else ()
    return measurements + tuple(photo.derivative for photo in photos)


def _is_ready(place: Place, context: Context) -> bool:
    arrangement = _poster_at(place, context)
    return arrangement is not None and all(
        photo.derivative in context.media.ready for photo in arrangement.photos
    )


def _poster_at(place: Place, context: Context) -> Arrangement | None:
    """The poster of a slide, in the kiosk's colours; None until its photos are measured."""
    entry = context.entry(place[0])
    slide = entry.exhibition.slides[place[1]]
    known = tuple(context.media.facts.get(photo.file) for photo in slide.all_photos)
    facts = tuple(one for one in known if one is not None)
    if len(facts) < len(known):
        return None
    own = context.stage_of(entry).theme.fonts
    stage = replace(context.stage, theme=replace(context.stage.theme, fonts=own))
    return poster(slide, Named.of(entry.exhibition), facts, _invited(context).room, stage)


def _windows(layer: Layer) -> list[Rect]:
    """The places of its photos."""
    return [one.window for one in layer.items if isinstance(one, Picture)]


def _arranged(slide_view: SlideView, context: Context) -> Arrangement:
    """The poster of a slide that is shown; it is empty while its photos are loaded again."""
    return _poster_at((slide_view.entry, slide_view.index), context) or Arrangement()


def _invited(context: Context, turn: int = 0) -> Invitation:
    return invitation(context.collection.kiosk.languages, context.stage, turn)


@lru_cache(maxsize=2)
def _places(collection: Collection) -> tuple[list[Place], dict[Place, None]]:
    """All slides, and those with photos."""
    slides = {
        (entry.name, index): slide
        for entry in collection.entries
        for index, slide in enumerate(entry.exhibition.slides)
    }
    return list(slides), {place: None for place, slide in slides.items() if slide.all_photos}


def opening_card(context: Context) -> Layer:
    """The kiosk's title, shown until the first slide can be."""
    kiosk, stage = context.collection.kiosk, context.stage
    slide = Slide(title=kiosk.title, text=kiosk.subtitle, layout="title")
    none = Rect(0, 0, 0, 0)
    return Layer(poster(slide, None, (), none, stage).words, stage.theme.ground)
