"""Reader: the whole interview, to be scrolled."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from kiosk.derivative import Request
from kiosk.easing import clamp
from kiosk.events import KeyPressed, Wheel
from kiosk.exhibition.interview import Interview
from kiosk.exhibition.loader import Collection
from kiosk.geometry import Point, Rect
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
from kiosk.layouts.column import Block, column
from kiosk.phrases import HOME
from kiosk.scene import Fill, Item, Layer, Lettering
from kiosk.screens.actions import Action, Button, GoHome, touched, word_button
from kiosk.screens.home import Home
from kiosk.screens.screen import Input
from kiosk.screens.standing import FRAME_S
from kiosk.screens.world import World
from kiosk.stage import Stage

GLIDE = 2.2
"""How fast a thrown page slows down: its speed falls to 1/e in 1/GLIDE seconds."""
STILL = 8.0
"""Pixels a second below which a gliding page has come to rest."""
PAGE_SHARE = 0.8
"""How much of the screen the arrow keys turn."""


@dataclass(frozen=True, slots=True)
class Reader:
    entry: str
    scroll: float = 0.0
    """How far down the top of the screen is, in pixels."""
    velocity: float = 0.0
    since_s: float = 0.0
    held: bool = False
    pressed: Action | None = None
    grabbed_at: float = 0.0

    def on(self, event: Input, world: World, now_s: float) -> tuple[Reader, Action | None]:
        world = world.within(world.entry(self.entry))
        match event:
            case Pressed(at):
                scroll = self._at(now_s, world)
                pressed = touched([button for button, _ in _buttons(world)], at)
                held = Reader(self.entry, scroll, held=True, pressed=pressed, grabbed_at=scroll)
                return held, None
            case Dragged(by, "y") | Pinched(by=by):
                scroll = _bounded(self.grabbed_at - by.y, self._interview(world), world)
                return replace(self, scroll=scroll, pressed=None), None
            case Released(velocity, "y"):
                return self._let_go(-velocity.y, now_s), None
            case Tapped() if self.pressed:
                return self._let_go(0.0, now_s), self.pressed
            case LongPressed():
                return replace(self, pressed=None), None
            case Dragged() | Released() | Cancelled() | Tapped() | PinchEnded():
                scroll = self._at(now_s, world)
                return replace(self._let_go(0.0, now_s), scroll=scroll), None
            case Wheel(by):
                return self._moved(-by, world, now_s), None
            case KeyPressed(key):
                return self._key(key, world, now_s)
        return self, None

    def view(self, world: World, now_s: float) -> tuple[Layer, ...]:
        world = world.within(world.entry(self.entry))
        stage, interview = world.stage, self._interview(world)
        page = _page(interview, stage)
        scroll = round(self._at(now_s, world))
        up = Point(0, -scroll)
        moved = (replace(item, at=item.at + up) for item in page)
        text = tuple(item for item in moved if item.rect.overlaps(stage.rect))
        bar = Rect(0, stage.size.height - stage.bar, stage.size.width, stage.bar)
        controls: list[Item] = [Fill(bar, stage.theme.ground, 0.92)]
        for button, item in _buttons(world):
            if button.action == self.pressed:
                controls.append(Fill(button.rect, stage.theme.raised))
            controls.append(item)
        controls.append(_progress(scroll, interview, world))
        return (
            Layer(text, stage.theme.ground),
            Layer(tuple(controls)),
        )

    def due_s(self, world: World, now_s: float) -> float:
        world = world.within(world.entry(self.entry))
        gliding = not self.held and self._at(now_s, world) != self._at(now_s + FRAME_S, world)
        return now_s + FRAME_S if gliding else math.inf

    def rehung(self, collection: Collection, now_s: float) -> Reader | Home:
        entry = collection.entry(self.entry)
        return self if entry and entry.interview else Home()

    def wanted(self, world: World) -> tuple[Request, ...]:
        return ()

    def _key(self, key: str, world: World, now_s: float) -> tuple[Reader, Action | None]:
        page = PAGE_SHARE * (world.stage.size.height - world.stage.bar)
        match key:
            case "down" | "right":
                return self._moved(page, world, now_s), None
            case "up" | "left":
                return self._moved(-page, world, now_s), None
            case "home":
                return self._moved(-math.inf, world, now_s), None
            case "end":
                return self._moved(math.inf, world, now_s), None
            case "escape":
                return self, GoHome()
        return self, None

    def _moved(self, by: float, world: World, now_s: float) -> Reader:
        scroll = _bounded(self._at(now_s, world) + by, self._interview(world), world)
        return replace(self, scroll=scroll, velocity=0.0)

    def _let_go(self, velocity: float, now_s: float) -> Reader:
        return replace(self, velocity=velocity, since_s=now_s, held=False, pressed=None)

    def _at(self, now_s: float, world: World) -> float:
        """Where the page is while it glides: thrown, it slows down exponentially."""
        if self.held or abs(self.velocity) < STILL:
            return _bounded(self.scroll, self._interview(world), world)
        rest_s = math.log(abs(self.velocity) / STILL) / GLIDE
        elapsed_s = clamp(now_s - self.since_s, 0.0, rest_s)
        way = self.velocity / GLIDE * (1 - math.exp(-GLIDE * elapsed_s))
        return _bounded(self.scroll + way, self._interview(world), world)

    def _interview(self, world: World) -> Interview:
        interview = world.entry(self.entry).interview
        assert interview is not None, "the reader opens only where there is an interview"
        return interview


@lru_cache(maxsize=8)
def _page(interview: Interview, stage: Stage) -> tuple[Lettering, ...]:
    """The whole interview as one tall page."""
    quiet = stage.theme.quiet
    blocks = [
        Block(interview.name, stage.style("heading"), characters=40),
        *_exchanges(interview, stage),
        Block(interview.note, stage.style("caption", colour=quiet, italic=True), gap=3.0),
    ]
    width = min(stage.safe.width, stage.measure(stage.style("lead")))
    left = (stage.size.width - width) / 2
    words = column([block for block in blocks if block.text], width, math.inf, stage)
    return words.at(Rect(left, 1.5 * stage.margin, width, words.height), stage)


def _exchanges(interview: Interview, stage: Stage) -> list[Block]:
    question = stage.style("body", colour=stage.theme.accent)
    answer = stage.style("lead")
    blocks = []
    for exchange in interview.exchanges:
        blocks.append(Block(exchange.question, question, gap=1.8))
        blocks += [Block(text, answer, gap=0.5) for text in exchange.paragraphs]
    return blocks


def _bounded(scroll: float, interview: Interview, world: World) -> float:
    return clamp(scroll, 0.0, _furthest(interview, world.stage))


def _furthest(interview: Interview, stage: Stage) -> float:
    foot = _page(interview, stage)[-1].rect.bottom + stage.margin + stage.bar
    return max(0.0, foot - stage.size.height)


def _buttons(world: World) -> list[tuple[Button, Item]]:
    stage = world.stage
    start = stage.safe.right if stage.mirrored else stage.safe.x
    text = HOME.in_language(stage.language)
    language = HOME.language_for(stage.language)
    return [word_button(text, GoHome(), start, stage, from_right=stage.mirrored, language=language)]


def _progress(scroll: float, interview: Interview, world: World) -> Fill:
    stage = world.stage
    furthest = _furthest(interview, stage)
    width = stage.size.width * (scroll / furthest if furthest else 1.0)
    thickness = max(2.0, round(stage.margin / 18))
    line = Rect(0, stage.size.height - thickness, width, thickness)
    return Fill(stage.mirror(line), stage.theme.accent)
