"""What a visitor of 500 slides waits for: the overview, the filmstrip, a door, long interviews.

usage: python -m tests.bench.wall PLACE WIDTHxHEIGHT [PART …]

A part is scrub, overview, flight, interview, or attract alone; without any, it is the overview.

Draws without a GPU and without a window, sixty times a second. The show's clock goes on by one
frame for each frame, so none is left out however slow the machine is; photos come in real time.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import psutil
from msgspec import Struct
from PIL import Image

from kiosk.authoring.load.place import load
from kiosk.base.clock import SteppedClock
from kiosk.base.geometry import Point, Size
from kiosk.player.headless import off_screen
from kiosk.player.options import Options
from kiosk.screens.actions import Action, OpenExhibition, OpenInterview
from kiosk.screens.foyer.doors import doors
from kiosk.screens.interview.interview import InterviewReader
from kiosk.screens.overview.overview import Overview
from kiosk.screens.viewer.viewer import Viewer
from kiosk.types.events import Event, KeyName, KeyPressed, Pointer, PointerPhase
from tests.bench.touching import share

SLIDES, START = 500, 250
SHAPES = ((1200, 800), (800, 1200), (1440, 600), (1000, 1000))
TALKS = (40, 500)
"""Interviews of so many exchanges."""
FRAME_S, IN_TIME_S = 1 / 60, 0.020
RESTS_S = 2.0
THROWS, THROW_S, GLIDES_S = 4, 0.2, 1.2
"""Of the overview in one direction: enough for all of it."""
SPEED = 6.0
"""Of a throw, in heights of the screen a second."""
SCRUBS, SCRUB_S = 2, 4.0
FLIGHTS, FLIGHT_S = 6, 0.6
ATTRACT_S = 25.0
LOADED_S = 120.0


def write_place(folder: Path) -> Path:
    """An exhibition of 500 photos, and two interviews."""
    photos = _photos(folder)
    slides = "".join(
        f"  - {{photo: {photo.relative_to(folder)}, caption: 'Photo {number}',"
        f" section: 'Part {number // 25}'}}\n"
        for number, photo in enumerate(photos)
    )
    (folder / "wall.yaml").write_text(f"title: Wall\nslides:\n{slides}", encoding="utf-8")
    for count in TALKS:
        turns = "\n\n".join(
            f"Q: What is on the table in room {number}?\n\nA: In room {number} there is a glass."
            + " The light goes through it, and nobody has moved it since the morning." * 3
            for number in range(count)
        )
        (folder / f"talk-{count}.txt").write_text(turns, encoding="utf-8")
        photo = photos[0].relative_to(folder)
        slide = f"  - {{photo: {photo}, quote: In room 9 there is a glass.}}\n"
        talk = f"{{file: talk-{count}.txt, language: en}}"
        (folder / f"talk-{count}.yaml").write_text(
            f"title: Talk {count}\ninterview: {talk}\nslides:\n{slide}", encoding="utf-8"
        )
    return folder


def _photos(folder: Path) -> list[Path]:
    """Cut out of one noise, and tinted: 500 other noises would take minutes."""
    folder.mkdir(parents=True, exist_ok=True)
    photos = [folder / f"{number:03}.jpg" for number in range(SLIDES)]
    noise = Image.effect_noise((max(map(max, SHAPES)) + SLIDES,) * 2, 40)
    for number, photo in enumerate(photos):
        if not photo.exists():
            width, height = SHAPES[number % len(SHAPES)]
            cut = noise.crop((number, number, number + width, number + height))
            tint = Image.new("L", cut.size, 60 + number % 100)
            Image.merge("RGB", (cut, tint, cut)).save(photo, quality=85)
    return photos


class Frame(Struct, frozen=True):
    took_s: float
    work_s: float
    """The main thread's processor time, which does not depend on what else a machine does."""
    has_photo: bool


class Hand:
    """Plays a show frame by frame, under a finger."""

    def __init__(self, place: Path, size: Size, start: str) -> None:
        os.environ["SDL_VIDEODRIVER"] = "dummy"
        collection, problems = load(place)
        assert collection, problems
        self.clock, self.size = SteppedClock(), size
        self.started_s = time.perf_counter()
        self.app = off_screen(collection, Options(size, start=start), self.clock)
        self._process, self.most_mb = psutil.Process(), 0.0

    @property
    def mb(self) -> float:
        return float(self._process.memory_info().rss) / 2**20

    def frame(self, *events: Event) -> Frame:
        began_s, worked_s = time.perf_counter(), time.thread_time()
        for event in events:
            self.app.dispatch(event)
        self.app.step()
        worked_s, ended_s = time.thread_time() - worked_s, time.perf_counter()
        self.clock.step(FRAME_S)
        self.most_mb = max(self.most_mb, self.mb)
        drawn = self.app._drawn
        time.sleep(max(0.0, began_s + FRAME_S - time.perf_counter()))
        return Frame(ended_s - began_s, worked_s, bool(drawn and list(drawn.pictures())))

    def frames(self, seconds: float) -> list[Frame]:
        return [self.frame() for _ in range(round(seconds / FRAME_S))]

    def rest(self) -> None:
        """Wait until all photos are there, and the slide has come to rest."""
        self.app.await_photos(LOADED_S)
        self.frames(RESTS_S)

    def key(self, name: KeyName) -> Frame:
        return self.frame(KeyPressed(name))

    def lead(self, places: Iterable[Point], *, lifts: bool = True) -> list[Frame]:
        """Lead a finger from place to place, one a frame."""
        at, *others = places
        led = [self.frame(self._pointer("down", at))]
        for at in others:
            led.append(self.frame(self._pointer("moved", at)))
        return [*led, self.frame(self._pointer("up", at))] if lifts else led

    def open(self, action: Action) -> Frame:
        """Touch a door; the frame is the first one of what it opens."""
        door = next(one for one in doors(self.app.context) if one.action == action)
        self.lead([door.rect.centre] * 4, lifts=False)
        return self.frame(self._pointer("up", door.rect.centre))

    def _pointer(self, phase: PointerPhase, at: Point) -> Pointer:
        return Pointer(1, phase, at, self.clock.now())


def overviewed(hand: Hand) -> dict[str, float]:
    """The wall of all slides, thrown to its end and back."""
    hand.rest()
    before_mb = hand.most_mb = hand.mb
    first = hand.key("escape")
    assert isinstance(hand.app.state.screen, Overview)
    hand.frames(RESTS_S)
    scrolled = list[Frame]()
    middle, steps = hand.size.width / 2, round(THROW_S / FRAME_S)
    for way in (-1, 1):
        start = (0.5 - 0.4 * way) * hand.size.height
        way_px = way * SPEED * hand.size.height * FRAME_S
        for _ in range(THROWS):
            scrolled += hand.lead(Point(middle, start + n * way_px) for n in range(steps))
            scrolled += hand.frames(GLIDES_S)
    return {
        "overview ms": 1000 * first.took_s,
        "overview work ms": 1000 * first.work_s,
        "overview more MB": hand.most_mb - before_mb,
    } | _summary("scroll", scrolled)


def scrubbed(hand: Hand) -> dict[str, float]:
    """The filmstrip, from one end to the other and back."""
    hand.rest()
    hand.frame(KeyPressed("right"))
    hand.frames(0.5)
    screen = hand.app.state.screen
    assert isinstance(screen, Viewer)
    strip = screen._bar(hand.app.context).filmstrip(hand.app.context)
    assert strip
    steps = round(SCRUB_S / FRAME_S)
    onward = [strip.frame_at(n / steps * (SLIDES - 1)).centre for n in range(steps + 1)]
    found = list[Frame]()
    for _ in range(SCRUBS):
        found += hand.lead([*onward, *reversed(onward)])
    return _summary("scrub", found)


def flown(hand: Hand) -> dict[str, float]:
    """From a door into its exhibition, and home again."""
    found = list[Frame]()
    for number in range(FLIGHTS + 1):
        hand.key("home")
        hand.rest()
        opened = [hand.open(OpenExhibition("wall")), *hand.frames(FLIGHT_S)]
        assert isinstance(hand.app.state.screen, Viewer)
        found += opened if number else []  # The first one only loads the photos.
        hand.rest()
    return _summary("flight", found)


def read(hand: Hand) -> dict[str, float]:
    """Each interview is opened from its door, for the first time."""
    found = dict[str, float]()
    for count in TALKS:
        hand.key("home")
        hand.rest()
        first = hand.open(OpenInterview(f"talk-{count}"))
        assert isinstance(hand.app.state.screen, InterviewReader)
        hand.frames(RESTS_S)
        hand.key("escape")
        found[f"interview {count} ms"] = 1000 * first.took_s
        found[f"interview {count} work ms"] = 1000 * first.work_s
    return found


def attracted(hand: Hand) -> dict[str, float]:
    """The first photo after the start, and the share of the time with a photo on the screen."""
    frames = list[Frame]()
    while not (frames and frames[-1].has_photo):
        frames.append(hand.frame())
    first_s = time.perf_counter() - hand.started_s
    frames += hand.frames(ATTRACT_S)
    return {
        "attract first s": first_s,
        "attract share": sum(one.has_photo for one in frames) / len(frames),
    }


def _summary(name: str, frames: Sequence[Frame]) -> dict[str, float]:
    took, work = ([getattr(one, key) for one in frames] for key in ("took_s", "work_s"))
    return {
        f"{name} frames": len(frames),
        f"{name} in time": sum(one <= IN_TIME_S for one in took) / len(took),
        f"{name} ms": 1000 * share(took, 0.99),
        f"{name} work ms": 1000 * share(work, 0.99),
        f"{name} longest ms": 1000 * max(took),
    }


PARTS: dict[str, Callable[[Hand], dict[str, float]]] = {
    "scrub": scrubbed,
    "overview": overviewed,
    "flight": flown,
    "interview": read,
}
KNOWN = {**PARTS, "attract": attracted}


def main() -> None:
    place, (width, _, height), *parts = Path(sys.argv[1]), sys.argv[2].partition("x"), *sys.argv[3:]
    start = "attract" if parts == ["attract"] else f"wall:{START}"
    hand = Hand(place, Size(int(width), int(height)), start)
    found = dict[str, float]()
    for part in parts or ["overview"]:
        found |= KNOWN[part](hand)
    hand.app.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
