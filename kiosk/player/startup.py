"""Beginning: the first photo is on its way before there is a window, and both before the show."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from kiosk.media.cache import Cache
from kiosk.media.loader import Loader
from kiosk.player import guess
from kiosk.types.photo import InfoRequest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kiosk.base.geometry import Size
    from kiosk.display.surface import Surface
    from kiosk.exhibition.collection import Collection
    from kiosk.media.start_picture import StartPicture
    from kiosk.media.workers.pool import Workers

GIVE_WAY_S = 0.0005
"""Threads give way to each other after so long: photos are fetched while modules are imported, and
frames drawn while photos are fetched and files read."""


class Startup:
    """What a show takes over."""

    canvas: Surface

    def __init__(
        self,
        screen: Size,
        *,
        cache: Cache | None = None,
        opening: StartPicture | None = None,
        workers: Workers | None = None,
    ) -> None:
        """`opening` is where the show's first picture is to be kept, if it may be."""
        sys.setswitchinterval(GIVE_WAY_S)
        self.opening = opening
        self.cache = cache or Cache()
        self.loader = Loader(
            self.cache, screen=(int(screen.width), int(screen.height)), workers=workers
        )

    def hang(self, canvas: Surface) -> Startup:
        """Take the window that all is to be shown in."""
        self.canvas, self.loader.wake = canvas, canvas.window.wake
        return self

    def enter_fullscreen(self, module: str) -> None:
        """Have the window go before all others, and import a module meanwhile."""
        self.loader.in_background(lambda: import_module(module))
        self.canvas.window.enter_fullscreen()

    def close(self) -> None:
        """Close what no show has taken over, and has closed, already."""
        self.loader.close()
        if hasattr(self, "canvas"):
            self.canvas.close()

    def guess_first(self, place: Path, start: str, roots: Iterable[Path] = ()) -> None:
        """Have the photo opened that seems to be the first one, before texts have been read."""
        self._fetch(guess.first_photo(place, start, roots))

    def fetch_first(self, collection: Collection, start: str) -> None:
        """Have the photo opened that the show is going to ask for first, most likely."""
        self._fetch(first_photo(collection, start))

    def _fetch(self, file: str | None) -> None:
        if file:
            self.loader.want([InfoRequest(file)])


def first_photo(collection: Collection, start: str) -> str | None:
    """File of the first photo from a start on, as `show.opened_at` understands it."""
    name, _, number = start.partition(":")
    entry = next((entry for entry in collection.entries if entry.name == name), None)
    entries = (entry,) if entry else collection.entries[:1]
    first = int(number) - 1 if number.isdecimal() else 0
    photos = (
        photo.file
        for entry in entries
        for slide in entry.exhibition.slides[max(0, first) :]
        for photo in slide.all_photos
    )
    return next(photos, None)
