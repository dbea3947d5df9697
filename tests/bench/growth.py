"""Memory: with many photos in an exhibition, and after many slides."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.photos import make_photos
from tests.bench.players import kiosk, memory, playing, write_exhibition
from tests.bench.screen import Screen

MANY = 10_000
STEPS_EARLY, STEPS_LATE = 200, 2000
STEP_S = 0.05


def many_photos(folder: Path, photos: Sequence[Path]) -> Path:
    """An exhibition of ten thousand photos, which are few photos under many names."""
    links = folder / "photos"
    links.mkdir(parents=True, exist_ok=True)
    names = [links / f"{number:05}.jpg" for number in range(MANY)]
    for number, name in enumerate(names):
        if not name.exists():
            os.link(photos[number % len(photos)], name)
    return write_exhibition(folder, names)


def growth(screen: Screen, folder: Path, cache: Path) -> tuple[float, float]:
    """Resident megabytes after 200 and after 2 000 slides, each with another photo."""
    photos = make_photos(folder / "small", STEPS_LATE + 50, (960, 540))
    place = write_exhibition(folder / "steps", photos)
    found = []
    with playing(kiosk(place), screen.name, cache) as process:
        time.sleep(6.0)
        for step in range(1, STEPS_LATE + 1):
            screen.press("Right")
            time.sleep(STEP_S)
            if step in (STEPS_EARLY, STEPS_LATE):
                time.sleep(3.0)
                found.append(memory(process, "rss"))
    return found[0], found[1]
