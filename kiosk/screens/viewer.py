"""Viewer: one exhibition, slide after slide, under the visitor's finger."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.derivative import Request
from kiosk.events import KeyPressed
from kiosk.exhibition.loader import Collection, Entry
from kiosk.geometry import Point
from kiosk.gestures import Cancelled, Dragged, Pressed, Released, Tapped
from kiosk.gestures.thresholds import EDGE_FRICTION, SETTLE, TURN_SHARE
from kiosk.scene import Layer
from kiosk.screens.actions import Action, GoHome, Step
from kiosk.screens.bar import Bar
from kiosk.screens.home import Home
from kiosk.screens.screen import Input
from kiosk.screens.standing import FRAME_S, Standing, Turn, layers
from kiosk.screens.world import World
from kiosk.transitions import Look

TURN_S = 0.333
STILL_TURN_S = 0.15
EDGE_ZONE = 0.3
"""Share of the screen at either side where a tap turns to the neighbouring slide."""
AHEAD, BEHIND = 2, 1


@dataclass(frozen=True, slots=True)
class Slip:
    """How far slides are from their places: held there by a finger, or springing back."""

    offset: float = 0.0
    velocity: float = 0.0
    since_s: float = 0.0
    held: bool = False

    def at(self, now_s: float) -> float:
        if self.held:
            return self.offset
        position, velocity = SETTLE.at(now_s - self.since_s, self.offset, self.velocity)
        return 0.0 if SETTLE.settled(position, velocity) else position


@dataclass(frozen=True, slots=True)
class Viewer:
    standing: Standing
    bar_since_s: float
    turn: Turn | None = None
    slip: Slip = Slip()
    grabbed_at: float = 0.0
    """Where the slides were when the finger came down on them."""
    left: Standing | None = None
    """The slide that was last drawn away: seen again beside this one, it is as it was."""
    pending: int = 0
    """Steps that were asked for while the next photo was not ready."""
    direction: int = 1
    """Which way the visitor was going: what to fetch first."""
    pressed: Action | None = None

    def on(self, event: Input, world: World, now_s: float) -> tuple[Viewer, Action | None]:
        match event:
            case Pressed(at):
                return self._caught(at, world, now_s), None
            case Dragged(by, "x"):
                return self._dragged(by.x, world), None
            case Released(velocity, "x"):
                return self._released(velocity.x, world, now_s), None
            case Released() | Cancelled():
                return self._released(0.0, world, now_s), None
            case Tapped(at):
                return self._tapped(at, world, now_s)
            case KeyPressed(key):
                return self._key(key, world, now_s)
        return self._caught_up(world, now_s), None

    def view(self, world: World, now_s: float) -> tuple[Layer, ...]:
        offset = round(self.slip.at(now_s))
        if not offset:
            slides = layers(self.standing, self.turn, world, now_s)
        else:
            slides = (self.standing.layer(world, now_s, Look(offset=Point(offset))),)
            side = -1 if offset > 0 else 1
            neighbour = self._neighbour(side * self._reading(world), world)
            if neighbour is not None:
                beside = self._drawn_in(neighbour, now_s)
                look = Look(offset=Point(offset + side * world.stage.size.width))
                slides += (beside.layer(world, now_s, look),)
            else:
                slides = (Layer((), world.stage.theme.ground), *slides)
        return (*slides, self._bar(world).layer(world, now_s))

    def due_s(self, world: World, now_s: float) -> float:
        if self.slip.at(now_s) and not self.slip.held:
            return now_s + FRAME_S
        if self.turn and not self.turn.is_over(now_s):
            return now_s + FRAME_S
        slide_s = self.standing.due_s(world, now_s)
        return min(slide_s, self._bar(world).due_s(now_s))

    def rehung(self, collection: Collection, now_s: float) -> Viewer | Home:
        standing = self.standing.rehung(collection)
        return Viewer(standing, self.bar_since_s) if standing else Home()

    def wanted(self, world: World) -> tuple[Request, ...]:
        entry = self._entry(world)
        here = [self.standing.index]
        if self.turn:
            here.append(self.turn.outgoing.index)
        for way, count in ((self.direction, AHEAD), (-self.direction, BEHIND)):
            here += self._ahead(way, count + abs(self.pending), world)
        return tuple(
            request
            for index in here
            for request in world.requests(entry, entry.exhibition.slides[index])
        )

    def _caught(self, at: Point, world: World, now_s: float) -> Viewer:
        """A finger has come down: whatever moved stands still under it."""
        offset, bar = self.slip.at(now_s), self._bar(world)
        return replace(
            self,
            slip=Slip(offset, held=True),
            grabbed_at=offset,
            turn=None,
            pending=0,
            pressed=bar.touched(at, world, now_s),
            bar_since_s=bar.kept(now_s),
        )

    def _dragged(self, by: float, world: World) -> Viewer:
        offset = self.grabbed_at + by
        if self._neighbour((-1 if offset > 0 else 1) * self._reading(world), world) is None:
            offset *= EDGE_FRICTION
        return replace(self, slip=Slip(offset, held=True), pressed=None)

    def _released(self, velocity: float, world: World, now_s: float) -> Viewer:
        """Speed decides, then distance; the slide that was chosen springs into its place."""
        offset, width = self.slip.offset, world.stage.size.width
        side = 0
        if abs(velocity) > world.thresholds.fling:
            side = -1 if velocity > 0 else 1
        elif abs(offset) > TURN_SHARE * width:
            side = -1 if offset > 0 else 1
        neighbour = self._neighbour(side * self._reading(world), world) if side else None
        if neighbour is None:
            return replace(self, slip=Slip(offset, velocity, now_s), pressed=None)
        return replace(
            self,
            standing=self._drawn_in(neighbour, now_s),
            left=self.standing,
            slip=Slip(offset + side * width, velocity, now_s),
            direction=side * self._reading(world),
            pressed=None,
        )

    def _tapped(self, at: Point, world: World, now_s: float) -> tuple[Viewer, Action | None]:
        shown = replace(
            self,
            slip=Slip(self.slip.offset, 0.0, now_s),
            bar_since_s=self._bar(world).kept(now_s),
            pressed=None,
        )
        if self.pressed is not None:
            if isinstance(self.pressed, Step):
                return shown._step(self.pressed.by, world, now_s), None
            return shown, self.pressed
        if at.y >= world.stage.size.height - world.stage.bar:
            return shown, None  # Where the bar is, or now comes.
        width = world.stage.size.width
        if at.x < EDGE_ZONE * width:
            return shown._step(-self._reading(world), world, now_s), None
        if at.x > (1 - EDGE_ZONE) * width:
            return shown._step(self._reading(world), world, now_s), None
        return shown, None

    def _key(self, key: str, world: World, now_s: float) -> tuple[Viewer, Action | None]:
        shown = replace(self, bar_since_s=self._bar(world).kept(now_s))
        match key:
            case "right":
                return shown._step(self._reading(world), world, now_s), None
            case "left":
                return shown._step(-self._reading(world), world, now_s), None
            case "enter":
                return shown._step(1, world, now_s), None
            case "escape" | "home":
                return self, GoHome()
        return self, None

    def _step(self, by: int, world: World, now_s: float) -> Viewer:
        asked = replace(self, pending=self.pending + by, direction=1 if by > 0 else -1)
        return asked._caught_up(world, now_s)

    def _caught_up(self, world: World, now_s: float) -> Viewer:
        """Goes as far as was asked for, as soon as the photo there is ready."""
        if not self.pending:
            return self
        way = 1 if self.pending > 0 else -1
        reachable = self._ahead(way, abs(self.pending), world)
        if not reachable:
            return replace(self, pending=0)
        incoming = Standing(self.standing.entry, reachable[-1], now_s)
        if not incoming.is_ready(world):
            return replace(self, pending=way * len(reachable))
        transition = incoming.slide(world).transition or "fade"
        turn = Turn(
            self.standing,
            now_s,
            "fade" if world.stage.still and transition == "push" else transition,
            STILL_TURN_S if world.stage.still else TURN_S,
            forward=way > 0,
        )
        return replace(self, standing=incoming, turn=turn, left=None, pending=0)

    def _ahead(self, way: int, count: int, world: World) -> list[int]:
        """Indexes of the next slides that can be shown, going one way."""
        slides = self._entry(world).exhibition.slides
        end = len(slides) if way > 0 else -1
        indexes = (
            index
            for index in range(self.standing.index + way, end, way)
            if not world.has_failed(slides[index])
        )
        return [index for index, _ in zip(indexes, range(count), strict=False)]

    def _drawn_in(self, index: int, now_s: float) -> Standing:
        if self.left and self.left.index == index:
            return self.left
        return Standing(self.standing.entry, index, now_s, by_hand=True)

    def _neighbour(self, step: int, world: World) -> int | None:
        return next(iter(self._ahead(step, 1, world)), None)

    def _entry(self, world: World) -> Entry:
        return world.entry(self.standing.entry)

    def _reading(self, world: World) -> int:
        """1 where the next slide comes from the right, -1 where it comes from the left."""
        return -1 if world.stage.mirrored else 1

    def _bar(self, world: World) -> Bar:
        entry = self._entry(world)
        slides = len(entry.exhibition.slides)
        return Bar(entry, self.standing.index, slides, self.bar_since_s, self.pressed)


def opened(name: str, index: int, now_s: float) -> Viewer:
    """An exhibition as it is entered: its controls are shown for a moment, to be known of."""
    return Viewer(Standing(name, index, now_s), bar_since_s=now_s)
