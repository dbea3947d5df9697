"""Gets derivatives from the cache, or has a worker make them and keeps them there."""

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
    """Derivatives and facts of originals. Thread-safe.

    A worker opens an original after its hash is known. The result is kept only if the file has not
    changed meanwhile; otherwise one photo could be kept under the hash of another.

    The methods raise UnreadablePhotoError or OSError if nothing can be made, and
    NoLongerWantedError if the result is no longer wanted.
    """

    def __init__(self, cache: Cache, workers: Workers, screen: tuple[int, int] = (0, 0)) -> None:
        """`screen` is the size that most derivatives are made for."""
        self._cache, self._workers, self._screen = cache, workers, screen

    def info(self, file: str, priority: Priority = PRIORITY) -> tuple[PhotoInfo, bytes]:
        """The facts of an original, and its preview as a JPEG."""
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
        """A derivative or a tile, as a JPEG."""
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
        """Delete a damaged derivative from the cache."""
        self._cache.drop_derivative(self._cache.content(derivative.file), derivative)
