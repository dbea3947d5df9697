"""Lays out an exhibition's slides edge to edge, as a finger moves them."""

from __future__ import annotations

import math

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.base.geometry import Point
from kiosk.gestures.thresholds import TURN_SHARE
from kiosk.screens.context import Context
from kiosk.screens.slide_view import FRAME_S, SlideView, Turn, layers, turned
from kiosk.screens.strip_offset import PanOffset
from kiosk.transitions import Look
from kiosk.types.scene import Layer

TURN_S = 0.333
STILL_TURN_S = 0.15
SKIM_S = TURN_S
"""Steps that follow each other faster than this are cuts: no transition begins again midway."""
LEFT_MAX = 2
PLACES_MAX = 4
"""Limits how far slides can be pulled before they rest, in screens: no finger pulls further."""


class SlideStrip(Struct, frozen=True):
    slide_view: SlideView
    turn: Turn | None = None
    pan: PanOffset = field(default_factory=PanOffset)
    """How far all slides are from their resting places."""
    left: tuple[SlideView, ...] = ()
    """The last slides left: seen again beside this one, they look as they did."""

    def layers(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        """Draws the slide, or the two that share the screen; past the ends, only the background."""
        offset, width = round(self.pan.at(now_s)), context.stage.size.width
        before = math.floor(-offset / width)
        slides: tuple[Layer, ...] = ()
        ground = context.stage_of(context.entry(self.slide_view.entry)).theme.ground
        for place in sorted((before, before + 1), key=abs) if offset else (0,):
            at, index = Point(offset + place * width), self._at_place(place, context)
            if place == 0:
                slides += self._arriving(at, context, now_s)
            elif index is not None:
                slides += (self._beside(index, now_s).layer(context, now_s, Look(offset=at)),)
            else:
                slides = (Layer((), ground), *slides)
        return slides

    def due_s(self, context: Context, now_s: float) -> float:
        if self.pan.at(now_s) and not self.pan.held:
            return now_s + FRAME_S
        if self.turn and not self.turn.is_over(now_s):
            return now_s + FRAME_S
        return self.slide_view.due_s(context, now_s)

    def caught(self, context: Context, now_s: float) -> SlideStrip:
        """Stops moving slides under a finger that has come down."""
        row = self._unpushed(context, now_s)
        return replace(row, pan=row.pan.caught(now_s, *self._ends(context)))

    def drawn(self, by: float, context: Context) -> SlideStrip:
        return replace(self, pan=self.pan.drawn(by, *self._ends(context)))

    def released(self, velocity: float, context: Context, now_s: float) -> SlideStrip:
        """Chooses the slide by the speed, else by the distance; it springs into its place.

        A visitor who pulls a slide and flings it back wants it where it was.
        """
        offset, side = self.pan.at(now_s), 0
        way = self.pan.way(*self._ends(context))
        if abs(velocity) > context.thresholds.fling:
            is_back = velocity * offset < 0 and velocity * way < 0
            side = 0 if is_back else -1 if velocity > 0 else 1
        elif abs(offset) > TURN_SHARE * context.stage.size.width:
            side = -1 if offset > 0 else 1
        if self._at_place(side, context) is None:
            return self.let_go(context, now_s, velocity)
        return self.moved_on(side, context, now_s, velocity)

    def moved_on(
        self, side: int, context: Context, now_s: float, velocity: float = 0.0
    ) -> SlideStrip:
        """Springs to the slide at one side, from the present offset."""
        index = self._at_place(side, context)
        assert index is not None, "the row goes no further than its ends"
        moved = self.let_go(context, now_s, velocity, by=side * context.stage.size.width)
        return replace(moved, slide_view=self._beside(index, now_s), turn=None, left=self._leaving)

    def let_go(
        self, context: Context, now_s: float, velocity: float = 0.0, by: float = 0.0
    ) -> SlideStrip:
        """Springs back, to a place that has moved `by`."""
        pan = self.pan.let_go(now_s, velocity, by=by, still=context.stage.comfort.still)
        return replace(self, pan=pan)

    def turned(self, incoming: SlideView, context: Context, now_s: float) -> SlideStrip:
        """Goes to another slide, with the transition that the incoming slide asks for."""
        turn = turned(
            self.slide_view,
            incoming,
            context,
            now_s,
            STILL_TURN_S if context.stage.comfort.still else TURN_S,
            forward=incoming.index > self.slide_view.index,
            skims=self.turn is not None and now_s < self.turn.started_s + SKIM_S,
        )
        return SlideStrip(incoming, turn, left=self._leaving)

    def jumped(self, index: int, now_s: float) -> SlideStrip:
        """Another slide at once, complete and at rest."""
        return SlideStrip(self._beside(index, now_s), left=self._leaving)

    def ahead(self, way: int, count: int, context: Context) -> list[int]:
        """Indexes of the next `count` slides that can be shown, in one direction."""
        name = self.slide_view.entry
        end = len(context.entry(name).exhibition.slides) if way > 0 else -1
        indexes = (
            index
            for index in range(self.slide_view.index + way, end, way)
            if not context.is_left_out(name, index)
        )
        return [index for index, _ in zip(indexes, range(count), strict=False)]

    @property
    def _leaving(self) -> tuple[SlideView, ...]:
        return (self.slide_view, *self.left)[:LEFT_MAX]

    def _arriving(self, at: Point, context: Context, now_s: float) -> tuple[Layer, ...]:
        """Draws the current slide; its transition goes on if it is not over."""
        arriving = layers(self.slide_view, self.turn, context, now_s)
        return tuple(
            replace(layer, offset=layer.offset + at, clip=layer.clip and layer.clip.moved(at))
            for layer in arriving
        )

    def page_left(self, index: int) -> int:
        """The page at which a slide was left; the first one if that was long ago."""
        return self._beside(index, 0.0).page

    def _beside(self, index: int, now_s: float) -> SlideView:
        anew = SlideView(self.slide_view.entry, index, now_s, by_hand=True)
        return next((slide_view for slide_view in self.left if slide_view.index == index), anew)

    def _at_place(self, place: int, context: Context) -> int | None:
        """Index of the slide `place` places to the right of this one, if there is one."""
        ahead = self.ahead(reading(context) * (1 if place > 0 else -1), abs(place), context)
        return ahead[-1] if ahead and len(ahead) == abs(place) else None

    def _ends(self, context: Context) -> tuple[float, float]:
        """Offsets at which the slide furthest to the right, and to the left, fills the screen."""
        width, onward = context.stage.size.width, reading(context)
        right, left = (len(self.ahead(way, PLACES_MAX, context)) for way in (onward, -onward))
        return -right * width, left * width

    def _unpushed(self, context: Context, now_s: float) -> SlideStrip:
        """Turns a running push between neighbours into an offset, so that a finger can catch it."""
        turn = self.turn
        if turn is None or turn.transition != "push" or turn.is_over(now_s):
            return self
        if turn.outgoing.index not in (*self.ahead(1, 1, context), *self.ahead(-1, 1, context)):
            return self
        offset = layers(self.slide_view, turn, context, now_s)[-1].offset.x
        return replace(self, pan=PanOffset(offset, held=True), turn=None)


def reading(context: Context) -> int:
    """1 where the next slide comes from the right, -1 where it comes from the left."""
    return -1 if context.stage.mirrored else 1
