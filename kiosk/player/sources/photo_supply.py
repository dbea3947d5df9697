"""Moves the photos that a show wants from the loader to the renderer, and releases the others."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from kiosk import show
from kiosk.base.memory import give_back
from kiosk.media.loader import Failed, Loader, Measured
from kiosk.player.edges import Source
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
    from kiosk.types.scene import Typesetter

PHOTO_BYTES_MAX = 512 * 2**20
"""Memory limit for photos that are kept ready for drawing, in bytes; previews not included."""


class PhotoStore(Source):
    """Tracks photos on the way from the loader to the renderer, and those already there."""

    def __init__(self, loader: Loader, renderer: Renderer, typesetter: Typesetter) -> None:
        self._loader, self._typesetter = loader, typesetter
        self._renderer = renderer
        self.held: frozenset[Request] = frozenset()
        """What can be drawn now or soon: an upload may still be under way."""
        self._previews: dict[str, Drawable] = {}
        self._stale: set[Request] = set()
        """Those of `held` that are out of date, since their file has changed."""
        self._uploaded: list[Event | Drawable] = []
        """What the last uploads have to report."""

    @property
    def is_busy(self) -> bool:
        return bool(self._loader.is_busy or self._renderer.is_uploading or self._uploaded)

    def collect(self) -> Iterator[Event | Drawable]:
        """Events for the show; and each derivative whose picture has changed."""
        uploaded, self._uploaded = self._uploaded, []
        yield from uploaded
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
                    # If a former state of the photo is held, it stays.
                    stale = {request for request in self._stale if request.file == file}
                    self._stale -= stale
                    if not stale:
                        yield PhotoFailed(file, reason)

    def after(self, state: show.State) -> Iterator[Event]:
        """Request what the state needs, and release the rest."""
        return self.want(show.wanted(state, self._typesetter))

    def work(self, *, at_once: bool) -> bool:
        """Upload photos to the renderer, as far as there is time between two frames.

        With `at_once`, it uploads a whole photo.
        """
        was_uploading = self._renderer.is_uploading
        self._uploaded.extend(self._upload())
        while at_once and self._renderer.is_uploading and not self._uploaded:
            self._uploaded.extend(self._upload())
        has_all = not (self._renderer.is_uploading or self._loader.is_busy)
        if was_uploading and has_all:  # Not before: these photos use what the last ones have left.
            self._loader.in_background(give_back)
        return was_uploading

    def invalidate(self, files: Collection[str]) -> Iterator[Event]:
        """Mark photos of changed files as stale; the old ones stay visible until replaced."""
        for file in files:
            self._loader.retry(file)
            yield PhotoChanged(file)
        self._stale |= {one for one in self.held if one.file in files}

    def want(self, requests: Sequence[Request]) -> Iterator[Event]:
        """Request what is wanted but missing or stale; release what is held but not wanted."""
        wanted = _affordable(requests)
        unwanted = self.held.difference(wanted)
        self.held -= unwanted
        self._stale &= self.held
        self._loader.want([one for one in wanted if one not in self.held or one in self._stale])
        for request in unwanted:
            yield self._let_go(request)

    def reset(self) -> None:
        """Release everything; what is wanted is then loaded again."""
        for request in self.held:
            self._let_go(request)
        self.held, self._stale, self._uploaded = frozenset(), set(), []
        self._loader.forget_failures()

    def close(self) -> None:
        self._loader.close()

    def _upload(self) -> Iterator[Event | Drawable]:
        for derivative in self._renderer.upload():
            yield PhotoLoaded(derivative)
            yield derivative
        for drawable, reason in self._renderer.take_failed().items():
            failed = self._loader.refuse(drawable, reason)
            if failed:
                yield PhotoFailed(failed.file, failed.reason)

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
    """All previews, and the first photos that fit into PHOTO_BYTES_MAX."""
    bytes_left = PHOTO_BYTES_MAX
    affordable: list[Request] = []
    for request in requests:
        taken = 0 if isinstance(request, InfoRequest) else request.bytes
        if taken <= bytes_left:  # A too large photo is skipped, and later ones may still fit.
            bytes_left -= taken
            affordable.append(request)
    return affordable
