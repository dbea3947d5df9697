"""Starts a show, in the order of `started`.

A visitor waits for the first photo, so what takes long begins as early as it can. That is why most
modules are imported where they are needed: another process reads the exhibitions while this one
imports pygame, Skia and the show.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.memory import return_large_buffers
from kiosk.media.start_picture import StartPicture
from kiosk.media.workers.pool import Workers
from kiosk.player.content.content_reader import ContentReader
from kiosk.player.content.last_good import LastGood
from kiosk.player.content.machine_settings import MachineSettings
from kiosk.player.errors import NothingToShowError, StartError
from kiosk.player.options import Options
from kiosk.system.log import log_to_file
from kiosk.system.service_manager import ServiceManager

if TYPE_CHECKING:
    from kiosk.display.surface import Surface
    from kiosk.exhibition.collection import Collection, Reading
    from kiosk.gestures.recording import Recording
    from kiosk.media.cache import Cache
    from kiosk.media.loader import Loader
    from kiosk.player.assembly import Resources
    from kiosk.player.player import Player
    from kiosk.system.signals import SignalListener

READ_AGAIN_S = 2.0
"""Seconds between two readings of a place that has nothing to show yet."""

log = logging.getLogger(__name__)

Report = Callable[[str], None]
"""Shows a line to the user at the keyboard."""


class Launch(Struct, frozen=True):
    """What to play, and how."""

    place: Path
    roots: tuple[Path, ...]
    options: Options
    machine: Path | None = None
    """The file with the settings of this machine, if there is one."""
    waits: bool = False
    """Wait for something to show."""
    log: Path | None = None
    """A file for the log, in place of the one that the machine's settings name."""
    record: Path | None = None
    """A new file to record pointers in."""


@contextmanager
def started(
    launch: Launch, report: Report, signals: SignalListener | None = None
) -> Iterator[Player]:
    """A player that is ready to run, and is closed afterwards. Raises StartError."""
    return_large_buffers()  # Before threads exist that hold some.
    manager = ServiceManager()
    with ExitStack() as opened:
        settings = MachineSettings(launch.machine)
        reader = ContentReader(launch.place, launch.roots, settings=settings)
        opened.enter_context(closing(reader))
        _begin_log(launch, reader)
        for problem in reader.settings.problems:
            report(problem)
        launch = _on_this_machine(launch, reader)
        start_picture = StartPicture(launch.place, _way(launch))
        cover = start_picture.read()
        workers = opened.enter_context(closing(Workers()))
        # Reading takes longest, in a process of its own, so it begins first. Without a start
        # picture, visitors wait for the process that opens the first photo, too.
        reading_begun = reader.begin()
        if not cover:
            workers.warm_up()
        surface = opened.enter_context(closing(_surface(launch, cover)))
        if signals:
            signals.wake = surface.window.wake
        loader = opened.enter_context(closing(_loader(reader.cache, surface, workers)))
        # Entering full screen takes a while, in which another thread imports the show.
        loader.in_background(lambda: import_module("kiosk.player.assembly"))
        surface.window.enter_fullscreen()

        last_good = LastGood(launch.place, launch.roots)
        reading = reader.obeying(last_good.completed(reading_begun()))
        if launch.waits:
            reading = _awaited(reading, reader, surface, manager, report)
        collection = _shown(reading, launch, report)
        recording = opened.enter_context(_recording(launch.record))
        fetch_first(loader, collection, launch.options.start)

        from kiosk.player.assembly import Resources

        resources = Resources(
            surface,
            reader.cache,
            loader,
            reader,
            last_good,
            start_picture,
            recording,
            signals,
            manager,
        )
        player = opened.enter_context(closing(_player(reading, launch, resources)))
        opened.callback(manager.ending)
        yield player


def _on_this_machine(launch: Launch, reader: ContentReader) -> Launch:
    """A launch with the machine's settings, where the command leaves them open."""
    one = launch.options
    screen = reader.settings.machine.output if one.screen is None else one.screen
    return replace(launch, roots=reader.roots, options=replace(one, screen=screen))


def _begin_log(launch: Launch, reader: ContentReader) -> None:
    named = reader.settings.machine.log
    file = launch.log or (Path(named) if named else None)
    try:
        if file:
            log_to_file(file)
    except OSError as error:
        log.error("the log cannot be written to %s: %s", file, error.strerror)


def _way(launch: Launch) -> str:
    """Names the options that the first picture depends on."""
    one = launch.options
    return f"{one.size} {one.screen} {one.language} {one.start} {one.comfort} {launch.roots}"


def _surface(launch: Launch, cover: bytes | None = None) -> Surface:
    from kiosk.display.surface import Surface
    from kiosk.display.window import NoDisplayError

    try:
        return Surface(launch.options.size, launch.options.screen or 0, cover=cover)
    except NoDisplayError as error:
        raise StartError(
            f"There is no screen to play on: {error}. On a desktop, type this in a terminal there;"
            " without a desktop, put xvfb-run before it."
        ) from error


def _loader(cache: Cache, surface: Surface, workers: Workers) -> Loader:
    from kiosk.media.loader import Loader

    screen = surface.window.size
    return Loader(cache, surface.window.wake, (int(screen.width), int(screen.height)), workers)


def _awaited(
    reading: Reading,
    reader: ContentReader,
    surface: Surface,
    manager: ServiceManager,
    report: Report,
) -> Reading:
    """Read again and again until something can be shown, or somebody closes the window."""
    from kiosk.base.clock import SystemClock
    from kiosk.types.events import CloseRequested

    clock, reported = SystemClock(), tuple[str, ...]()
    while reading.collection is None:
        if reading.problems != reported:
            reported = reading.problems
            report("\n".join([*reported, f"{NothingToShowError(reader.place)} Waiting."]))
        again_s = clock.now() + READ_AGAIN_S
        while (left_s := again_s - clock.now()) > 0:
            manager.alive(clock.now())
            if CloseRequested() in surface.window.wait(left_s, clock):
                raise SystemExit
        reading = reader.read()
    return reading


def _shown(reading: Reading, launch: Launch, report: Report) -> Collection:
    """What can be shown; reports the problems."""
    for problem in reading.problems:
        report(problem)
    if reading.collection is None:
        raise NothingToShowError(launch.place)
    require_language(reading.collection, launch.options.language)
    return reading.collection


def require_language(collection: Collection, language: str | None) -> None:
    """Raises StartError if the collection does not have this language."""
    languages = collection.kiosk.languages
    if language and language not in languages:
        raise StartError(
            f"The languages of this kiosk are {', '.join(languages)}, not {language!r}."
        )


def _recording(file: Path | None) -> AbstractContextManager[Recording | None]:
    if file is None:
        return nullcontext()
    from kiosk.gestures.recording import Recording

    try:
        return Recording(file)
    except FileExistsError as error:
        raise StartError(f"{file} already exists: name a new file for the recording.") from error
    except OSError as error:
        raise StartError(f"{file} cannot be written: {error.strerror}") from error


def fetch_first(loader: Loader, collection: Collection, start: str) -> None:
    """Start loading the photo that the show will most likely request first."""
    from kiosk.types.photo import InfoRequest

    file = first_photo(collection, start)
    if file:
        loader.want([InfoRequest(file)])


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
        for photo in slide.shown_photos
    )
    return next(photos, None)


def _player(reading: Reading, launch: Launch, resources: Resources) -> Player:
    from kiosk.base.clock import SystemClock
    from kiosk.player.assembly import assembled
    from kiosk.show import NoSuchStartError

    starts_anyway = launch.waits or (resources.last_good is not None and resources.last_good.exists)
    options = replace(launch.options, starts_anyway=starts_anyway)
    try:
        return assembled(reading, options, resources, SystemClock())
    except NoSuchStartError as error:
        raise StartError(str(error)) from error
