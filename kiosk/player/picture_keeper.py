"""Keeps the first complete picture of a show, so that the next start shows it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk import show
from kiosk.player.edges import Output

if TYPE_CHECKING:
    from kiosk.exhibition.collection import Reading
    from kiosk.media.start_picture import StartPicture
    from kiosk.player.assembly import Resources
    from kiosk.types.scene import Scene, Typesetter


class StartPictureKeeper(Output):
    def __init__(
        self,
        start_picture: StartPicture,
        reading: Reading,
        resources: Resources,
        typesetter: Typesetter,
    ) -> None:
        """`reading` is what the show starts with."""
        self._start_picture, self._reading, self._resources = start_picture, reading, resources
        self._typesetter = typesetter
        self._is_done = False

    def show(self, state: show.State, scene: Scene, now_s: float) -> None:
        if self._is_done or not show.is_complete(state, self._typesetter):
            return
        self._is_done = True
        # Files that were read again meanwhile have other stamps than those of the reading.
        if state.written is self._reading.collection:
            self._keep(scene)

    def _keep(self, scene: Scene) -> None:
        files = {one.derivative.file for one in scene.pictures()}
        known = {file: self._resources.cache.known(file) for file in files}
        photos = {file: (one.stamp, one.hashes[0]) for file, one in known.items() if one}
        if len(photos) < len(files):
            return
        pixels, size = self._resources.surface.renderer.frame()
        keep, texts = self._start_picture.keep, self._reading.sources
        self._resources.loader.in_background(lambda: keep(pixels, size, texts, photos))
