"""A slide on the wall, and how the next one takes its place."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from kiosk.easing import clamp, sine, standard
from kiosk.exhibition.loader import Collection
from kiosk.exhibition.model import Slide, TransitionName
from kiosk.exhibition.reading import dwell_s
from kiosk.geometry import Point
from kiosk.motion import MOTIONS
from kiosk.scene import Item, Layer, Picture
from kiosk.screens.world import World
from kiosk.transitions import TRANSITIONS, Look

WORDS_AFTER_S = 0.5
"""Words arrive so long after their picture has."""
WORDS_FADE_S = 0.8
FRAME_S = 1 / 60
SLOW_FRAME_S = 1 / 30
"""What moves slowly, such as a drifting photo, needs no more than 30 frames a second."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A slide that came to stand at a moment of the clock.

    One that was drawn in by hand is there as a whole: its words do not wait, its photo rests.
    """

    entry: str
    index: int
    since_s: float
    by_hand: bool = False

    def slide(self, world: World) -> Slide:
        return world.entry(self.entry).exhibition.slides[self.index]

    def rehung(self, collection: Collection) -> Standing | None:
        """The same place in changed exhibitions, or the last before it; None if it is gone."""
        entry = collection.entry(self.entry)
        if entry is None:
            return None
        return replace(self, index=min(self.index, len(entry.exhibition.slides) - 1))

    def is_ready(self, world: World) -> bool:
        return world.is_ready(world.entry(self.entry), self.slide(world))

    def dwell_s(self, world: World) -> float:
        return dwell_s(self.slide(world), world.stage.language)

    def layer(self, world: World, now_s: float, look: Look | None = None) -> Layer:
        """The slide as it is now; photos that are not ready are left out."""
        look = look or Look()
        entry, slide = world.entry(self.entry), self.slide(world)
        arrangement = world.arrangement(entry, slide)
        items: tuple[Item, ...] = ()
        if arrangement is not None:
            elapsed_s = now_s - self.since_s
            progress = 1.0 if self.by_hand else clamp(elapsed_s / self.dwell_s(world))
            motion = MOTIONS["still" if world.stage.still else slide.motion or "still"]
            items = tuple(
                Picture(
                    placed.derivative,
                    motion(progress, placed.image, placed.window, placed.photo.focus),
                    placed.window,
                )
                for placed in arrangement.photos
                if placed.derivative in world.media.ready
            )
            items += _faded(arrangement.words, self._words_opacity(bool(items), now_s))
        return Layer(items, world.stage.theme.ground, look.opacity, look.offset)

    def due_s(self, world: World, now_s: float) -> float:
        """When the slide will next look different, by itself."""
        if self.by_hand:
            return math.inf
        slide = self.slide(world)
        moving = slide.motion == "drift" and slide.all_photos and not world.stage.still
        if moving and now_s < self.since_s + self.dwell_s(world):
            return now_s + SLOW_FRAME_S
        if now_s < self.since_s + WORDS_AFTER_S + WORDS_FADE_S:
            return now_s + SLOW_FRAME_S
        return math.inf

    def _words_opacity(self, has_picture: bool, now_s: float) -> float:
        if self.by_hand or not has_picture:
            return 1.0
        return sine((now_s - self.since_s - WORDS_AFTER_S) / WORDS_FADE_S)


@dataclass(frozen=True, slots=True)
class Turn:
    """One slide taking the place of another, from a moment on."""

    outgoing: Standing
    started_s: float
    transition: TransitionName
    duration_s: float
    forward: bool = True

    def is_over(self, now_s: float) -> bool:
        return self.transition == "cut" or now_s >= self.started_s + self.duration_s


def layers(standing: Standing, turn: Turn | None, world: World, now_s: float) -> tuple[Layer, ...]:
    """A slide, and beneath it the one whose place it is taking."""
    if turn is None or turn.is_over(now_s):
        return (standing.layer(world, now_s),)
    progress = standard((now_s - turn.started_s) / turn.duration_s)
    mirrored = world.stage.mirrored
    frame = TRANSITIONS[turn.transition].at(
        progress, world.stage.size, forward=turn.forward != mirrored
    )
    return (
        turn.outgoing.layer(world, now_s, _whole(frame.outgoing)),
        standing.layer(world, now_s, _whole(frame.incoming)),
    )


def _whole(look: Look) -> Look:
    """Offsets on whole pixels: where a slide ends, the next begins."""
    return replace(look, offset=Point(round(look.offset.x), round(look.offset.y)))


def _faded(items: tuple[Item, ...], opacity: float) -> tuple[Item, ...]:
    if opacity >= 1:
        return items
    if opacity <= 0:
        return ()
    return tuple(replace(item, opacity=item.opacity * opacity) for item in items)
