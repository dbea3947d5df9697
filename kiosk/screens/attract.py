"""Plays the photos of all exhibitions by themselves, until somebody touches the screen."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import sine
from kiosk.base.geometry import Point, Rect
from kiosk.exhibition.collection import Collection
from kiosk.exhibition.exhibition import Slide
from kiosk.exhibition.schedule import Place
from kiosk.gestures import Pressed
from kiosk.language.translations import TOUCH_TO_BEGIN
from kiosk.layouts import arrange
from kiosk.layouts.parts.column import bounds
from kiosk.screens.actions import Action, GoHome, HitArea
from kiosk.screens.context import Context
from kiosk.screens.screen import Input
from kiosk.screens.slide_view import FRAME_S, SlideView, Turn, layers, turned
from kiosk.style.stage import Stage
from kiosk.types.events import KeyPressed, Wheel
from kiosk.types.photo import Request
from kiosk.types.scene import Fill, Layer, Lettering, Paragraph

SHOWN_S = 8.0
"""Seconds that a slide is shown: for people who pass by, whatever there is to read."""
FADE_S = 1.6
PATIENCE_S = 10.0
"""Seconds to wait for the next slide's photo; after that, attract passes the slide over."""
AHEAD = 2
INVITATION_FADE_S = 0.8
BETWEEN = 1.8
"""Space between the sentences of the invitation, in sizes of its type."""
PLATE_ASIDE, PLATE_ABOVE = 0.4, 0.12
"""How far the plate under the invitation extends beyond it, in margins."""


class Attract(Struct, frozen=True, tag=True):
    idle_factor: ClassVar[float] = math.inf
    is_in_use: ClassVar[bool] = False

    since_s: float
    slide_view: SlideView | None = None
    """None before the first slide: the opening card is shown."""
    turn: Turn | None = None

    def on(self, event: Input, context: Context, now_s: float) -> tuple[Attract, Action | None]:
        match event:
            case Pressed() | KeyPressed() | Wheel() if context.entries:
                return self, GoHome()
        return self._advanced(context, now_s), None

    def view(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        shown: tuple[Layer, ...] = (opening_card(context),)
        if self.slide_view:
            shown = layers(self.slide_view, self.turn, context, now_s)
        return (*shown, self._invitation(context, now_s)) if context.entries else shown

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
        moving_s = self.slide_view.due_s(context, now_s)
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
        return self.slide_view is not None and self.slide_view.is_ready(context)

    def wanted(self, context: Context) -> tuple[Request, ...]:
        shown = [s for s in (self.slide_view, self.turn.outgoing if self.turn else None) if s]
        coming = islice(self._following(context), AHEAD if self.slide_view else AHEAD + 1)
        places = [*((s.entry, s.index) for s in shown), *coming]
        return tuple(
            request
            for name, index in places
            for entry in (context.entry(name),)
            for request in context.requests(entry, entry.exhibition.slides[index])
        )

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
        turn = turned(self.slide_view, incoming, context, now_s, duration_s)
        return replace(self, slide_view=incoming, turn=turn)

    def _next(self, context: Context, now_s: float) -> Place | None:
        """The next slide once it is ready; after a while, the first slide that is ready."""
        following = self._following(context)
        patient = self.slide_view and now_s < self._dwell_end(context) + PATIENCE_S
        for name, index in islice(following, 1) if patient else following:
            entry = context.entry(name)
            if context.is_ready(entry, entry.exhibition.slides[index]):
                return name, index
        return None

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

    def _invitation(self, context: Context, now_s: float) -> Layer:
        """Tells how to begin, in all languages of the kiosk, in the band reserved for controls."""
        stage = context.stage
        words = _invitations(context.collection.kiosk.languages, stage)
        plate = bounds(words).inset(-PLATE_ASIDE * stage.margin, -PLATE_ABOVE * stage.margin)
        ground = Fill(plate, stage.theme.ground, opacity=1.0 if stage.comfort.contrast else 0.8)
        opacity = sine((now_s - self.since_s) / INVITATION_FADE_S)
        return Layer((ground, *words), opacity=opacity)


@lru_cache(maxsize=2)
def _places(collection: Collection) -> tuple[list[Place], dict[Place, None]]:
    """All slides, and those with photos."""
    slides = {
        (entry.name, index): slide
        for entry in collection.entries
        for index, slide in enumerate(entry.exhibition.slides)
    }
    return list(slides), {place: None for place, slide in slides.items() if slide.all_photos}


@lru_cache(maxsize=8)
def _invitations(languages: tuple[str, ...], stage: Stage) -> tuple[Lettering, ...]:
    """Sentences side by side, in as few rows as possible, with about the same number in each."""
    said: dict[str, str] = {}
    for tag in languages:
        said.setdefault(TOUCH_TO_BEGIN.in_language(tag), tag)
    sentences = [_sentence(text, tag, stage) for text, tag in said.items()]
    for count in range(1, len(sentences) + 1):
        each = math.ceil(len(sentences) / count)
        rows = [sentences[at : at + each] for at in range(0, len(sentences), each)]
        if all(_width(row, stage) <= stage.safe.width for row in rows):
            break
    heights = [max(one.size.height for one in row) for row in rows]
    # The last row is where it would be alone, unless the first row then reaches the slide.
    free = stage.size.height - stage.safe.bottom - PLATE_ABOVE * stage.margin - sum(heights)
    foot = max(0.15 * stage.margin, min((stage.bar - heights[-1]) / 2, free))
    top = stage.size.height - foot - sum(heights)
    words: list[Lettering] = []
    for row, height in zip(rows, heights, strict=True):
        words += _row(row, top, stage)
        top += height
    return tuple(words)


def _sentence(text: str, tag: str, stage: Stage) -> Paragraph:
    """A sentence in the letter forms and the direction of its own language."""
    style = stage.style("caption", align="centre", language=TOUCH_TO_BEGIN.language_for(tag))
    return stage.typesetter.typeset(text, style, stage.safe.width)


def _row(row: list[Paragraph], top: float, stage: Stage) -> Iterator[Lettering]:
    """Sentences with a dot between them, centred on the screen, in reading order."""
    dot = stage.typesetter.typeset("·", stage.style("caption", align="centre"), stage.safe.width)
    between = BETWEEN * dot.style.size
    left = (stage.size.width - _width(row, stage)) / 2
    for number, sentence in enumerate(row):
        pieces = [(dot, left - (between + dot.size.width) / 2)] if number else []
        for paragraph, x in (*pieces, (sentence, left)):
            place = stage.mirror(Rect.of(paragraph.size, Point(x, top)))
            yield Lettering(paragraph, place.top_left - Point(paragraph.indent, 0))
        left += sentence.size.width + between


def _width(row: list[Paragraph], stage: Stage) -> float:
    between = BETWEEN * stage.style("caption").size * (len(row) - 1)
    return sum(one.size.width for one in row) + between


def opening_card(context: Context) -> Layer:
    """The kiosk's title, shown until the first slide can be."""
    kiosk = context.collection.kiosk
    slide = Slide(title=kiosk.title, text=kiosk.subtitle, layout="title")
    arrangement = arrange(slide, context.stage, {})
    assert arrangement is not None, "a title page has no photo to wait for"
    return Layer(arrangement.words, context.stage.theme.ground)
