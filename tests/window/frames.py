"""Draws slides at rest on the screen that the environment names, and saves their frames.

usage: python -m tests.window.frames PLACE PHOTOS OUT START...
"""

import sys
from pathlib import Path

from kiosk.authoring.load.place import load
from kiosk.base.clock import SteppedClock
from kiosk.base.geometry import Size
from kiosk.display import sdl
from kiosk.display.sdl import Driver
from kiosk.media.cache import Cache
from kiosk.player.headless import off_screen
from kiosk.player.options import Options
from kiosk.style.comfort import Comfort

SIZE, PHOTOS_S_MAX, REST_S = Size(1280, 720), 60.0, 6.0  # Cage's screen has this size.


def draw(
    place: Path, photos: Path, out: Path, starts: list[str], driver: Driver
) -> tuple[str, bool]:
    """Saves `out`/1.png and so on; SDL's driver that has drawn them, and whether it is for GPUs."""
    collection, _ = load(place, [photos])
    assert collection
    drawn_by = "", False
    for number, start in enumerate(starts, start=1):
        clock = SteppedClock()
        options = Options(SIZE, start=start, comfort=Comfort(still=True))
        player = off_screen(collection, options, clock, Cache(out / "cache"), driver)
        try:
            assert player.await_photos(PHOTOS_S_MAX)
            clock.step(REST_S)
            assert player.await_photos(PHOTOS_S_MAX)
            surface = player._surface
            name = sdl._info(surface.window.sdl).name.decode()
            drawn_by = name, surface.renderer.is_in_step
            player.save(str(out / f"{number}.png"))
        finally:
            player.close()
    return drawn_by


if __name__ == "__main__":
    place, photos, out, *starts = sys.argv[1:]
    print(*draw(Path(place), Path(photos), Path(out), starts, "fastest"))
