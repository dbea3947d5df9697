"""Prepares a show: starts loading the first photo before the window, and both before the show."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kiosk.media.cache import Cache
from kiosk.media.loader import Loader
from kiosk.types.photo import InfoRequest

if TYPE_CHECKING:
    from kiosk.base.geometry import Size
    from kiosk.display.surface import Surface
    from kiosk.exhibition.collection import Collection
    from kiosk.media.start_picture import StartPicture
    from kiosk.media.workers.pool import Workers


class Startup:
    """The cache, loader and window that are opened before the show, which then takes them over."""

    canvas: Surface

    def __init__(
        self,
        screen: Size,
        *,
        cache: Cache | None = None,
        opening: StartPicture | None = None,
        workers: Workers | None = None,
    ) -> None:
        """`opening` keeps the show's first picture for the next start, if that is allowed."""
        self.opening = opening
        self.cache = cache or Cache()
        self.loader = Loader(
            self.cache, screen=(int(screen.width), int(screen.height)), workers=workers
        )

    def hang(self, canvas: Surface) -> Startup:
        """Set the window that the show will use."""
        self.canvas, self.loader.wake = canvas, canvas.window.wake
        return self

    def enter_fullscreen(self, module: str) -> None:
        """Put the window before all others, and import a module meanwhile."""
        self.loader.in_background(lambda: import_module(module))
        self.canvas.window.enter_fullscreen()

    def close(self) -> None:
        """Close everything, if no show has taken it over."""
        self.loader.close()
        if hasattr(self, "canvas"):
            self.canvas.close()

    def fetch_first(self, collection: Collection, start: str) -> None:
        """Start loading the photo that the show will most likely request first."""
        file = first_photo(collection, start)
        if file:
            self.loader.want([InfoRequest(file)])


def first_photo(collection: Collection, start: str) -> str | None:
    """File of the first photo from a start on; `start` is as in `show.opened_at`."""
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
