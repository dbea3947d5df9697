"""Lays out an exhibition's slides side by side, as a finger or a step moves them."""

from __future__ import annotations

import math

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.base.clock import LONG_AGO_S
from kiosk.base.easing import sine
from kiosk.base.geometry import Point, Rect, Size, around, centred, whole
from kiosk.screens.context import Context
from kiosk.screens.slide_view import FRAME_S, SlideView, Turn, gutters, layers, turned
from kiosk.screens.strip_offset import PanOffset
from kiosk.transitions import Look
from kiosk.transitions.push import pitch
from kiosk.types.scene import Fill, Icon, Layer, Lettering

TURN_S = 0.333
STILL_TURN_S = 0.2
SKIM_S = TURN_S
"""Steps that follow each other faster than this are cuts: no transition begins again midway."""
LEFT_MAX = 2
PEEK_IN_S, PEEK_HOLD_S, PEEK_BACK_S = 0.4, 0.2, 0.5
"""How the next slide shows its edge once, over this one, which stays: gently."""
PEEK_INK, PEEK_SPACE = 1.1, 0.3
"""How much of its first photo or words is seen, and of its ground beside them, in margins."""
PEEK_FAR = 0.25
"""If they begin further than this from its edge, as a share of the width, an arrow is seen."""
ARROW = 0.6
"""Size of that arrow, in fingers."""
PLACES_MAX = 4
"""Limits how far slides can be pulled before they rest, in screens: no finger pulls further."""


class SlideStrip(Struct, frozen=True):
    slide_view: SlideView
    turn: Turn | None = None
    pan: PanOffset = field(default_factory=PanOffset)
    """How far all slides are from their resting places."""
    left: tuple[SlideView, ...] = ()
    """The last slides left: seen again beside this one, they look as they did."""
    stepped_s: float = LONG_AGO_S
    """When it last went on by a step, and not by a finger that moved it."""
    peek_s: float = LONG_AGO_S
    """When the next slide began to show its edge."""

    def layers(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        """Draws the slide, or the two that share the screen; past the ends, only the background."""
        offset, width = round(self.pan.at(now_s)), context.stage.size.width
        if not offset:
            return (*self._arriving(Point(), context, now_s), *self._edge(context, now_s))
        before = math.floor(-offset / pitch(width))
        slides: tuple[Layer, ...] = ()
        for place in sorted((before, before + 1), key=abs):
            at, index = Point(offset + place * pitch(width)), self._at_place(place, context)
            if abs(at.x) >= width:
                continue
            if place == 0:
                slides += self._arriving(at, context, now_s)
            elif index is not None:
                slides += (self._beside(index, now_s).layer(context, now_s, Look(offset=at)),)
        ground = context.stage_of(context.entry(self.slide_view.entry)).theme.ground
        return (*slides, gutters(slides, context.stage.rect, ground))

    def due_s(self, context: Context, now_s: float) -> float:
        if self.pan.at(now_s) and not self.pan.held:
            return now_s + FRAME_S
        if self.turn and not self.turn.is_over(now_s):
            return now_s + FRAME_S
        if now_s < self.peek_s + PEEK_IN_S + PEEK_HOLD_S + PEEK_BACK_S:
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
        elif abs(offset) > context.thresholds.turn(context.stage.size.width):
            side = -1 if offset > 0 else 1
        index = self._at_place(side, context)
        if index is None:
            return self.let_go(now_s, velocity)
        return self._moved_on(side, self._beside(index, now_s), context, now_s, velocity)

    def let_go(self, now_s: float, velocity: float = 0.0) -> SlideStrip:
        """Springs back into its place."""
        return replace(self, pan=self.pan.let_go(now_s, velocity))

    def stepped(
        self,
        incoming: SlideView,
        context: Context,
        now_s: float,
        *,
        by_hand: bool,
        skims: bool = False,
    ) -> SlideStrip:
        """Goes to the next slide, or to the one before.

        A visitor's step pushes it in, from the side where a finger would find it. By itself, a
        slide comes with the transition that it asks for. Quick steps are cuts.
        """
        still, onward = context.stage.comfort.still, incoming.index > self.slide_view.index
        skims = skims or now_s < self.stepped_s + SKIM_S
        pushes = by_hand and not still and not context.quality.cuts
        if not skims and (pushes or self.pan.at(now_s)):
            side = reading(context) * (1 if onward else -1)
            moved = self._moved_on(side, incoming, context, now_s)
            return replace(moved, stepped_s=now_s if pushes else LONG_AGO_S)
        turn = turned(
            self.slide_view,
            incoming,
            context,
            now_s,
            STILL_TURN_S if still else TURN_S,
            forward=onward,
            transition="cut" if skims else "fade" if by_hand else None,
        )
        return SlideStrip(incoming, turn, left=self._leaving, stepped_s=now_s)

    def _moved_on(
        self,
        side: int,
        incoming: SlideView,
        context: Context,
        now_s: float,
        velocity: float = 0.0,
    ) -> SlideStrip:
        """Springs to the slide at one side, from the present offset."""
        by = side * pitch(context.stage.size.width)
        pan = self.pan.let_go(now_s, velocity, by=by)
        return replace(
            self, slide_view=incoming, turn=None, pan=pan, left=self._leaving, peek_s=LONG_AGO_S
        )

    def peeked(self, now_s: float) -> SlideStrip:
        """Shows the edge of the next slide for a moment, if there is one that can be shown."""
        return replace(self, peek_s=now_s)

    def _edge(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        """The edge of the next slide, over this one while it shows itself."""
        shown = peek(now_s - self.peek_s)
        index = next(iter(self.ahead(1, 1, context)), None) if shown else None
        following = None if index is None else self._beside(index, now_s)
        arrangement = following and following.arrangement(context)
        if not following or not arrangement:
            return ()
        way, size, margin = reading(context), context.stage.size, context.stage.margin
        letters = [one.rect for one in arrangement.words if isinstance(one, Lettering)]
        seen = around([*letters, *(one.window for one in arrangement.photos)])
        before = seen.x if way > 0 else size.width - seen.right
        if before > PEEK_FAR * size.width:
            return self._arrow(shown, context)
        space = min(PEEK_SPACE * margin, before)
        width = round(shown * (PEEK_INK * margin + space))
        at = Point(way * round(size.width - width + space - before))
        clip = Rect(size.width - width if way > 0 else 0, 0, width, size.height)
        return (following.layer(context, now_s, Look(offset=at, clip=clip)),)

    def _arrow(self, shown: float, context: Context) -> tuple[Layer, ...]:
        """An arrow on the edge of the next slide, where its photo and words are too far from it."""
        stage = context.stage_of(context.entry(self.slide_view.entry))
        side, height = ARROW * stage.finger, stage.size.height
        edge = Rect(0, 0, max(PEEK_INK * stage.margin, side + PEEK_SPACE * stage.margin), height)
        edge = stage.mirror(whole(edge))
        arrow = whole(centred(Size(side, side), edge))
        icon = Icon("right" if reading(context) > 0 else "left", arrow, stage.theme.ink)
        at = Point(reading(context) * round(stage.size.width - shown * edge.width))
        return (Layer((Fill(edge, stage.theme.raised), icon), offset=at),)

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
        step, onward = pitch(context.stage.size.width), reading(context)
        right, left = (len(self.ahead(way, PLACES_MAX, context)) for way in (onward, -onward))
        return -right * step, left * step

    def _unpushed(self, context: Context, now_s: float) -> SlideStrip:
        """Turns a running push between neighbours into an offset, so that a finger can catch it."""
        turn = self.turn
        if turn is None or turn.transition != "push" or turn.is_over(now_s):
            return self
        if turn.outgoing.index not in (*self.ahead(1, 1, context), *self.ahead(-1, 1, context)):
            return self
        offset = layers(self.slide_view, turn, context, now_s)[1].offset.x
        return replace(self, pan=PanOffset(offset, held=True), turn=None)


def peek(elapsed_s: float) -> float:
    """How much of its edge a slide shows after a time, 0-1: it comes, stays, and goes back."""
    back_s = elapsed_s - PEEK_IN_S - PEEK_HOLD_S
    return min(sine(elapsed_s / PEEK_IN_S), 1 - sine(back_s / PEEK_BACK_S))


def reading(context: Context) -> int:
    """1 where the next slide comes from the right, -1 where it comes from the left."""
    return -1 if context.stage.mirrored else 1
