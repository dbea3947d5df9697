"""Supply: brings the photos that a show wants to where they are drawn, and lets the others go."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from kiosk.media.loader import Failed, Loader, Measured
from kiosk.types.events import (
    Event,
    PhotoChanged,
    PhotoFailed,
    PhotoForgotten,
    PhotoLoaded,
    PhotoMeasured,
    PhotoReleased,
)
from kiosk.types.photo import Bitmap, Derivative, Drawable, InfoRequest, Request, Tile

if TYPE_CHECKING:
    from kiosk.display.renderer import Renderer

PHOTO_BYTES_MAX = 512 * 2**20
"""Photos are kept ready for drawing up to so many bytes."""


class PhotoStore:
    """What is on its way from the loader to the renderer, and what is there."""

    def __init__(self, loader: Loader, renderer: Renderer) -> None:
        self._loader = loader
        self._renderer = renderer
        self.held: frozenset[Request] = frozenset()
        """What can be drawn now."""
        self._previews: dict[str, Drawable] = {}
        self._stale: set[Request] = set()
        """Of what is held, what a changed file has made out of date."""

    @property
    def is_busy(self) -> bool:
        return self._loader.is_busy or self._renderer.is_uploading

    def collect(self) -> Iterator[Event | Drawable]:
        """What the show is to be told; and each picture that is now another one than it was."""
        for result in self._loader.collect():
            match result:
                case Measured(file, facts, preview):
                    self._keep_preview(file, preview)
                    yield PhotoMeasured(file, facts)
                    yield preview.derivative
                case Bitmap(derivative):
                    self._renderer.begin_keeping(result)
                    self.held |= {derivative}
                    self._stale.discard(derivative)
                case Failed(file, reason):
                    # Where a former state of a photo is at hand, that one stays.
                    stale = {request for request in self._stale if request.file == file}
                    self._stale -= stale
                    if not stale:
                        yield PhotoFailed(file, reason)

    def upload(self) -> Iterator[Event | Drawable]:
        """Bring photos a step nearer to the screen, as far as there is time between two frames."""
        for derivative in self._renderer.upload():
            yield PhotoLoaded(derivative)
            yield derivative
        for drawable, reason in self._renderer.take_failed().items():
            failed = self._loader.refuse(drawable, reason)
            if failed:
                yield PhotoFailed(failed.file, failed.reason)

    def invalidate(self, files: Collection[str]) -> Iterator[Event]:
        """Files have changed: what was made of them stays until its like has come."""
        for file in files:
            self._loader.retry(file)
            yield PhotoChanged(file)
        self._stale |= {one for one in self.held if one.file in files}

    def want(self, requests: Sequence[Request]) -> Iterator[Event]:
        """Ask for what is wanted and not there; let go of what is there and not wanted."""
        wanted = _affordable(requests)
        unwanted = self.held.difference(wanted)
        self.held -= unwanted
        self._stale &= self.held
        self._loader.want([one for one in wanted if one not in self.held or one in self._stale])
        for request in unwanted:
            yield self._let_go(request)

    def _keep_preview(self, file: str, preview: Bitmap) -> None:
        former = self._previews.get(file)
        if former and former != preview.derivative:
            self._renderer.release(former)
        self._renderer.keep(preview)
        self._previews[file] = preview.derivative
        self.held |= {InfoRequest(file)}
        self._stale.discard(InfoRequest(file))

    def _let_go(self, request: Request) -> Event:
        match request:
            case Derivative() | Tile():
                self._renderer.release(request)
                return PhotoReleased(request)
            case InfoRequest(file):
                self._renderer.release(self._previews.pop(file))
                return PhotoForgotten(file)


def _affordable(requests: Sequence[Request]) -> list[Request]:
    """All previews, and as many of the first photos as fit the memory set aside for them."""
    bytes_left = PHOTO_BYTES_MAX
    affordable: list[Request] = []
    for request in requests:
        taken = 0 if isinstance(request, InfoRequest) else request.bytes
        if taken <= bytes_left:  # One that is too large leaves its room to the others.
            bytes_left -= taken
            affordable.append(request)
    return affordable
