"""What is made of originals: found in the cache, or else made by a worker and kept there."""

from __future__ import annotations

from kiosk.media.cache import Cache
from kiosk.media.original import UnreadablePhotoError
from kiosk.media.pixels import is_whole
from kiosk.media.workers.pool import PRIORITY, Workers
from kiosk.media.workers.slots import Priority
from kiosk.types.photo import Drawable, PhotoInfo, Tile

TRIES = 3
CHANGING = "it is being changed"


class Derivatives:
    """To be called from several threads; what is needed is asked before an original is opened.

    A worker opens an original after its content is known: what it makes is kept only if the file is
    still the same, lest a photo be kept as another one.

    Its methods raise UnreadablePhotoError or OSError where nothing can be made, and GivenUpError
    where it is no longer wanted.
    """

    def __init__(self, cache: Cache, workers: Workers, screen: tuple[int, int] = (0, 0)) -> None:
        """`screen` is the size that derivatives are mostly made for."""
        self._cache, self._workers, self._screen = cache, workers, screen

    def measured(self, file: str, priority: Priority = PRIORITY) -> tuple[PhotoInfo, bytes]:
        """Facts of an original, and its preview as a JPEG."""
        for _ in range(TRIES):
            content = self._cache.content(file)
            facts = self._cache.facts(content)
            if facts is not None:
                preview = facts.preview(file)
                kept = self._cache.derivative(content, preview)
                if kept is not None and is_whole(kept, preview.width, preview.height):
                    return facts, kept
            facts, jpeg = self._workers.measure(file, *self._screen, priority=priority)
            if self._cache.content(file) == content:
                self._cache.keep_facts(content, facts)
                self._cache.keep_derivative(content, facts.preview(file), jpeg)
                return facts, jpeg
        raise UnreadablePhotoError(CHANGING)

    def derivative(self, derivative: Drawable, priority: Priority = PRIORITY) -> bytes:
        """A derivative, or a tile, as a JPEG."""
        whole, box = derivative, None
        if isinstance(derivative, Tile):
            whole, box = derivative.whole, derivative.box
        for _ in range(TRIES):
            content = self._cache.content(derivative.file)
            kept = self._cache.derivative(content, derivative)
            if kept is not None and is_whole(kept, derivative.width, derivative.height):
                return kept
            jpeg = self._workers.derive(
                whole.file, whole.width, whole.height, box, priority=priority
            )
            if self._cache.content(derivative.file) == content:
                self._cache.keep_derivative(content, derivative, jpeg)
                return jpeg
        raise UnreadablePhotoError(CHANGING)

    def discard(self, derivative: Drawable) -> None:
        """Forget a derivative that turned out to be damaged."""
        self._cache.drop_derivative(self._cache.content(derivative.file), derivative)
