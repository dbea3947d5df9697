"""Connects the window, the photos and the show, and runs the main loop (composition root)."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk import __version__, show
from kiosk.base.clock import Clock, SystemClock
from kiosk.base.file_stamp import Stamp
from kiosk.base.geometry import Size
from kiosk.display.surface import Surface
from kiosk.display.text.typesetter import SkiaTypesetter
from kiosk.exhibition.collection import Collection, Reading, namesakes
from kiosk.exhibition.schedule import follows_the_calendar
from kiosk.gestures.recording import Recording
from kiosk.media.cache import Cache
from kiosk.media.purge import withdraw_and_log
from kiosk.media.start_picture import StartPicture
from kiosk.media.watch import Watch
from kiosk.player.content_reader import ContentReader
from kiosk.player.last_good import LastGood
from kiosk.player.photo_supply import PhotoStore
from kiosk.player.startup import Startup
from kiosk.screens.slide_view import FRAME_S
from kiosk.style.stage import USUAL_TEXT, staged
from kiosk.types.events import (
    Event,
    Exposed,
    FilesFaulty,
    MinuteStruck,
    Pointer,
    QualityChanged,
    Tick,
)
from kiosk.types.photo import Derivative, Drawable, Tile
from kiosk.types.quality import STEPS, FramePacer
from kiosk.types.scene import Scene

OPENING_S = 3.0
"""Seconds after which the start picture gives way to the show, even if photos are missing."""
STILL_S = 1.0
"""Without a start picture: seconds for which nothing moves while the first photos load."""
LOOK_AGAIN_S = 5.0
"""Longest wait of the loop in seconds: even if nothing is due, it looks at the clock this often."""

FAILURES_MAX, FAILURES_S = 3, 60.0
"""This many failures within this time end the program, so that its supervisor restarts it."""

log = logging.getLogger(__name__)


class ShowFailedError(Exception):
    """The show has failed too often and has to end."""


class Options(Struct, frozen=True):
    """How a show is played, in addition to what its files say."""

    size: Size | None = None
    """Size of the window; None fills the screen."""
    screen: int = 0
    language: str | None = None
    start: str = "attract"
    for_s: float = math.inf
    still: bool = False
    text_size: int = USUAL_TEXT
    contrast: bool = False
    low_reach: bool = False
    panel: bool = False
    """Begin with the comfort settings open."""
    starts_anyway: bool = False
    """Begin with attract if the wanted start does not exist."""


class Player:
    """Plays a collection in a window."""

    def __init__(
        self,
        collection: Collection,
        options: Options,
        *,
        clock: Clock | None = None,
        cache: Cache | None = None,
        folders: frozenset[Path] = frozenset(),
        sources: Mapping[str, Stamp] | None = None,
        reader: ContentReader | None = None,
        last_good: LastGood | None = None,
        recording: Recording | None = None,
        software: bool = False,
        beginning: Startup | None = None,
    ) -> None:
        """With a reader, changes in these folders are read and shown.

        `sources` are the stamps of texts when they were read. With `last_good`, what is shown is
        kept there.

        The show begins once its first picture is complete. Until then the start picture covers the
        window, and nothing moves: motion would take the processor from loading photos.
        """
        self.clock = clock or SystemClock()
        self._typesetter = SkiaTypesetter()
        if beginning is None:
            canvas = Surface(options.size, options.screen, software=software)
            beginning = Startup(canvas.window.size, cache=cache).hang(canvas)
        canvas = beginning.canvas
        self._window, self._renderer = canvas.window, canvas.renderer
        self._window.set_title(collection.kiosk.title.in_language(options.language or ""))
        self._renderer.typesetter = self._typesetter
        self._cache, self._loader = beginning.cache, beginning.loader
        self._supply = PhotoStore(self._loader, self._renderer)
        self._withdraw(collection.withdrawn, collection.doubtful)
        self._reader, self._sources = reader, sources or {}
        self._recording = recording
        self._drawn: Scene | None = None
        self._failures: list[float] = []
        """When the show failed, within the last FAILURES_S."""
        self._open = True
        self._governor = FramePacer()
        self._started_s, self._due_s = -math.inf, math.inf
        """When the last frame was begun, and when the next one is due."""
        now_s = self.clock.now()
        # A slide for certain days only might cover the window on another day.
        keeps = not (canvas.is_covered or follows_the_calendar(collection))
        self._opening = beginning.opening if keeps else None
        self._is_covered = canvas.is_covered
        self._begins_s = now_s + (OPENING_S if self._is_covered else STILL_S)
        stage = staged(
            collection.kiosk,
            self._window.size,
            self._typesetter,
            options.language,
            still=options.still,
            text_size=options.text_size,
            contrast=options.contrast,
            low_reach=options.low_reach,
        )
        self.state = show.begin(collection, stage, now_s, self.clock.moment(), __version__)
        # Only now, since its thread asks the state for what is shown.
        self._watch = (
            Watch(self._watched(folders), self._read_anew, self._window.wake, sources)
            if reader
            else None
        )
        self._last_good = last_good
        self._keep_last_good()
        self._end_s = now_s + options.for_s
        try:
            self.state = show.opened_at(self.state, options.start, now_s, panel=options.panel)
        except show.NoSuchStartError as error:
            if not options.starts_anyway:
                self.close()
                raise
            log.warning("%s; the show starts with all exhibitions", error)

    def run(self) -> None:
        """Play until the window is closed, or for the seconds asked for."""
        try:
            while self._open and self.clock.now() < self._end_s:
                try:
                    self._run_once()
                except Exception:  # No visitor may see an error.
                    self._recover()
        finally:
            self.close()

    def _run_once(self) -> None:
        """Do one step, and wait until the next one is due."""
        started_s, drawn = self.clock.now(), self._drawn
        due_s = self.step()
        now_s = self.clock.now()
        if self._drawn is not drawn:
            self._govern(started_s, now_s)
        self._due_s = due_s
        due_s = min(due_s, self._end_s, now_s + LOOK_AGAIN_S)
        for event in self._window.wait(due_s - now_s, self.clock):
            self._tell(event)

    def _recover(self) -> None:
        """Go on from home after a failure; the last picture stays until home is drawn.

        Raises ShowFailedError if that has not helped.
        """
        now_s = self.clock.now()
        log.exception("the show failed and continues from home")
        self._failures = [at_s for at_s in self._failures if at_s > now_s - FAILURES_S] + [now_s]
        if len(self._failures) >= FAILURES_MAX:
            raise ShowFailedError
        # A failure may have lost photos between loader and renderer.
        self._supply.let_all_go()
        self.state = show.recovered(self.state, now_s)

    def step(self) -> float:
        """Handle what has arrived, and draw a frame if it differs from the last one.

        Returns when the next step is due. That counts from this frame's time, so that drawing
        does not lengthen the interval to the next.
        """
        beginning = self.clock.now() < self._begins_s
        self._take_changes()
        self._take_in(self._supply.collect())
        while beginning and self._renderer.is_uploading and not show.is_complete(self.state):
            self._take_in(self._supply.upload())
        self._take_time()
        self._tell(Tick())
        self._fetch()
        now_s = self.clock.now()
        scene = show.view(self.state, now_s)
        complete = show.is_complete(self.state)
        beginning = beginning and not complete
        if scene != self._drawn and not (beginning and self._is_covered):
            self._renderer.draw(scene)
            self._drawn = scene
            if complete and self._opening:
                self._keep_start_picture(self._opening, scene)
        if beginning:
            return self._begins_s
        self._begins_s = now_s
        uploading = self._renderer.is_uploading
        self._take_in(self._supply.upload())  # After the frame, which must not wait for it.
        return now_s if uploading else show.due_s(self.state, now_s)

    def await_photos(self, seconds_max: float) -> bool:
        """Step until all wanted photos have come; False if they did not come in time."""
        real = SystemClock()
        limit_s = real.now() + seconds_max
        has_all = False
        while not has_all and real.now() < limit_s:
            was_busy = self._supply.is_busy  # If so, this step may bring something new to draw.
            self.step()
            has_all = not (was_busy or self._supply.is_busy)
            for event in () if has_all else self._window.wait(0.01, real):
                self._tell(event)
        return has_all

    def close(self) -> None:
        if self._reader:
            self._reader.close()
        if self._watch:
            self._watch.close()
        self._loader.close()
        self._renderer.close()
        self._window.close()

    def save(self, path: str) -> None:
        """Write the last frame to a PNG file."""
        self._renderer.save(path)

    def frame(self) -> tuple[bytes, tuple[int, int]]:
        """The last frame in RGB, and its size."""
        return self._renderer.frame()

    def _tell(self, event: Event | show.CollectionChanged) -> None:
        if isinstance(event, Exposed):
            self._drawn = None
            return
        if isinstance(event, Pointer) and self._recording:
            self._recording.add(event, self._window.size)
        self.state, commands = show.update(self.state, event, self.clock.now())
        if show.Close() in commands:
            self._open = False

    def _govern(self, started_s: float, ended_s: float) -> None:
        """Lower or raise the quality of motion, depending on how late this frame was."""
        wanted_s = max(self._due_s - self._started_s, FRAME_S, self._window.frame_s)
        taken_s = max(started_s - self._started_s, ended_s - started_s)
        self._started_s, before = started_s, self._governor.quality
        self._governor = self._governor.after(wanted_s, taken_s, ended_s)
        quality = self._governor.quality
        if quality == before:
            return
        if quality.steps > before.steps:
            late = 1000 * taken_s, 1000 * wanted_s, STEPS[before.steps][0]
            log.warning("frames are late (%.0f ms, target %.0f): %s", *late)
        else:
            log.info("frames are in time: %s", STEPS[quality.steps][1])
        self._tell(QualityChanged(quality))

    def _take_in(self, photos: Iterable[Event | Drawable]) -> None:
        """Dispatch photo events to the show; redraw a photo whose picture has changed."""
        for told in photos:
            if isinstance(told, Derivative | Tile):
                self._redraw_if_seen(told)
            else:
                self._tell(told)

    def _take_time(self) -> None:
        moment = self.clock.moment()
        if moment and moment != self.state.moment:
            self._tell(MinuteStruck(moment))

    def _keep_start_picture(self, opening: StartPicture, scene: Scene) -> None:
        pixels, size = self._renderer.frame()
        files = {one.derivative.file for one in scene.pictures()}
        known = {file: self._cache.known(file) for file in files}
        photos = {file: (one.stamp, one.hashes[0]) for file, one in known.items() if one}
        if len(photos) == len(files):
            texts = self._sources
            self._loader.in_background(lambda: opening.keep(pixels, size, texts, photos))
        self._opening = None

    def _redraw_if_seen(self, derivative: Drawable) -> None:
        """Force a new frame if a changed photo is seen: the scene itself stays the same."""
        if self._drawn and any(one.derivative == derivative for one in self._drawn.pictures()):
            self._drawn = None

    def _take_changes(self) -> None:
        for change in self._watch.collect() if self._watch else ():
            files = change.files
            if str(self._cache.ledger.path) in files:  # A withdrawn photo may have been returned.
                files |= {file for file, _ in self.state.staff.left_out}
            for event in self._supply.invalidate(files):
                self._tell(event)
            hanging = self.state.written
            self._withdraw(files & hanging.withdrawn, hanging.doubtful)
            if change.read is not None:
                self._rehang(change.read)

    def _rehang(self, read: Reading) -> None:
        """Show changed exhibitions; if they have an error, what is shown now stays.

        Withdrawn photos disappear in any case.
        """
        for problem in read.errors:
            log.error("%s", problem)
        hanging = self.state.written
        collection = read.collection
        if read.errors or (collection is None and not read.withdrawn):
            log.error("the last good exhibitions stay until this is fixed")
            self._tell(FilesFaulty(read.faults))
            if read.withdrawn <= hanging.withdrawn:
                self._withdraw(read.withdrawn, read.doubtful)
                return
            collection = None
        else:
            log.info("the exhibitions have changed; their new version is shown")
        collection = collection or replace(hanging.without(read.withdrawn), faults=read.faults)
        self._tell(show.CollectionChanged(collection))
        if not read.errors:
            self._sources = read.sources
        self._keep_last_good()
        self._fetch()  # Stop requesting withdrawn photos before they are deleted.
        self._withdraw(read.withdrawn, read.doubtful)
        if self._watch and not read.errors:
            self._watch.look_at(self._watched(read.folders), read.sources)

    def _keep_last_good(self) -> None:
        if last_good := self._last_good:
            collection, sources = self.state.written, self._sources
            self._loader.in_background(lambda: last_good.keep(collection, sources))

    def _read_anew(self) -> Reading:
        """Read again, and add the shown photos that are withdrawn; runs in the watch's thread."""
        assert self._reader
        reading, hanging = self._reader.read(), self.state.written.photos
        # A file with errors may lack the folder of its photos, so they are matched by name.
        doubtful = reading.doubtful | namesakes(reading.doubtful, hanging)
        withdrawn = reading.withdrawn | doubtful | self._cache.withdrawn_of(hanging)
        return replace(reading, withdrawn=withdrawn, doubtful=doubtful)

    def _watched(self, folders: frozenset[Path]) -> frozenset[Path]:
        """The folders to watch, with the ledger's: other programs may withdraw a photo."""
        return folders | {self._cache.ledger.path.parent}

    def _withdraw(self, withdrawn: frozenset[str], doubtful: frozenset[str]) -> None:
        if withdrawn:
            self._loader.in_background(lambda: withdraw_and_log(withdrawn, doubtful, self._cache))

    def _fetch(self) -> None:
        for event in self._supply.want(show.wanted(self.state)):
            self._tell(event)
