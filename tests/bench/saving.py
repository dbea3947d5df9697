"""How soon a saved change is on the wall, and whether the slides go on moving meanwhile.

usage: python -m tests.bench.saving FOLDER PHOTO...

Plays an exhibition of 1000 slides that drift and fade, and saves it again and again from a second
thread, as an editor does. Prints what one run finds, as a line of JSON.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
from msgspec import Struct

from kiosk.exhibition.collection import Reading
from kiosk.player.content.content_reader import ContentReader
from kiosk.player.edges import Change, Observer
from kiosk.player.frame_times import FrameTimes
from kiosk.player.options import Options
from kiosk.screens.attract import Attract
from kiosk.show import State
from kiosk.types.events import PhotoLoaded
from kiosk.types.scene import Lettering
from tests.bench.frames import LONGEST_S, SLOW_S
from tests.bench.playing import Watched

SLIDES = 1000
ROUNDS = 5
AT_REST_S, SETTLES_S = 8.0, 2.0
PATIENCE_S = 10.0


class Step(Struct, frozen=True):
    started_s: float
    moving: bool
    """Whether another frame was to follow at once."""


class Saved(Watched, Observer):
    """A player that writes down its steps, and when photos on the wall were renewed."""

    def __init__(self, reading: Reading, options: Options, reader: ContentReader) -> None:
        super().__init__(reading, options, reader)
        self.app.observers.append(self)
        self.steps: list[Step] = []
        self.renewed = dict[str, float]()

    def step(self) -> float:
        started_s = self.clock.now()
        due_s = super().step()
        self.steps.append(Step(started_s, moving=due_s - started_s < 1.5 * SLOW_S))
        return due_s

    def saw(self, before: State, event: Change, after: State) -> None:
        if isinstance(event, PhotoLoaded) and self.scene:
            seen = {one.derivative for one in self.scene.pictures()}
            if event.derivative in seen:
                self.renewed[event.derivative.file] = self.clock.now()

    @property
    def place(self) -> int:
        """Number of the slide that stands."""
        screen = self.state.screen
        return screen.slide_view.index if isinstance(screen, Attract) and screen.slide_view else -1

    def says(self, words: str) -> bool:
        scene = self.scene
        items = [item for layer in scene.layers for item in layer.items] if scene else []
        return any(isinstance(one, Lettering) and one.paragraph.text == words for one in items)


class Curator:
    """Who saves files while the show plays."""

    def __init__(self, app: Saved, folder: Path, photos: list[Path]) -> None:
        self._app, self._folder, self._photos = app, folder, photos
        self.saved: dict[str, list[tuple[float, float]]] = {"nothing": []}
        """Of each kind of change, when it was saved and when it was on the wall."""

    def work(self) -> None:
        try:
            self._until(lambda: self._app.place >= 0)
            time.sleep(SETTLES_S)
            now_s = self._app.clock.now()
            time.sleep(AT_REST_S)
            self.saved["nothing"].append((now_s, now_s + AT_REST_S))
            for kind in (self._captions, self._photo, self._slide):
                name = kind.__name__.strip("_")
                for number in range(ROUNDS):
                    is_shown = kind(number)
                    saved_s = self._app.clock.now()
                    self._until(is_shown)
                    self.saved.setdefault(name, []).append((saved_s, self._app.clock.now()))
                    time.sleep(SETTLES_S)
        finally:
            pygame.event.post(pygame.event.Event(pygame.QUIT))

    def _captions(self, number: int) -> Callable[[], bool]:
        save(self._folder, self._photos, caption=f"Saved {number}")
        return lambda: self._app.says(f"Saved {number}")

    def _photo(self, number: int) -> Callable[[], bool]:
        """The photo of a slide that has just come is replaced by another one."""
        before = self._app.place
        self._until(lambda: self._app.place != before)
        file = self._photos[self._app.place % len(self._photos)]
        new = self._photos[(self._app.place + 1) % len(self._photos)]
        self._app.renewed.pop(str(file), None)
        beside = file.with_suffix(".new")
        shutil.copy(new, beside)
        beside.replace(file)
        return lambda: str(file) in self._app.renewed

    def _slide(self, number: int) -> Callable[[], bool]:
        count = SLIDES + number + 1
        save(self._folder, self._photos, count)
        return lambda: len(self._app.app.context.collection.entries[0].exhibition.slides) == count

    def _until(self, holds: Callable[[], bool]) -> None:
        end_s = self._app.clock.now() + PATIENCE_S
        while not holds():
            assert self._app.clock.now() < end_s, "the wall has not changed"
            time.sleep(0.01)


def save(folder: Path, photos: list[Path], count: int = SLIDES, caption: str = "A label") -> None:
    slides = "".join(
        f"  - photo: {os.path.relpath(photos[number % len(photos)], folder)}\n"
        f"    alt: {{en: What is to be seen, fr: Ce qu’on voit}}\n"
        f"    caption: {caption}\n"
        for number in range(count)
    )
    text = f"title: Show\ndefaults: {{motion: drift, dwell: 6}}\nslides:\n{slides}"
    beside = folder / ".show.new"
    beside.write_text(text, encoding="utf-8")
    beside.replace(folder / "show.yaml")


def main() -> None:
    folder, originals = Path(sys.argv[1]), map(Path, sys.argv[2:])
    folder.mkdir(parents=True, exist_ok=True)
    photos = [Path(shutil.copy(photo, folder)) for photo in originals]
    save(folder, photos)
    reader = ContentReader(folder)
    reading = reader.read()
    saved = Saved(reading, Options(), reader)
    # What moves is what is measured, so none of it is left out.
    FrameTimes.quality_after = lambda *_: None  # type: ignore[method-assign]
    curator = Curator(saved, folder, photos)
    thread = threading.Thread(target=curator.work, daemon=True)
    thread.start()
    saved.app.run()
    thread.join()
    saved.app.close()
    print(json.dumps({kind: found(saved, spans) for kind, spans in curator.saved.items()}))


def found(app: Saved, spans: list[tuple[float, float]]) -> dict[str, float]:
    gaps = [gap for span in spans for gap in gaps_in(app.steps, *span)]
    return {
        "seconds": max(ended_s - saved_s for saved_s, ended_s in spans),
        "frames": len(gaps),
        "over 50 ms": sum(gap > LONGEST_S for gap in gaps),
        "longest ms": 1000 * max(gaps, default=0.0),
    }


def gaps_in(steps: list[Step], from_s: float, until_s: float) -> Iterator[float]:
    """From step to step while something moves, from a save until a moment after it was shown."""
    for one, other in itertools.pairwise(steps):
        if one.moving and other.started_s > from_s and one.started_s < until_s + SETTLES_S / 2:
            yield other.started_s - one.started_s


if __name__ == "__main__":
    main()
