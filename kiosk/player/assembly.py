"""Assembles a player from its sources, outputs and observers: the place to add another one."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from kiosk import __version__, show
from kiosk.base.clock import Clock
from kiosk.base.geometry import Size
from kiosk.display.surface import Surface
from kiosk.display.text.typesetter import SkiaTypesetter
from kiosk.exhibition.collection import Collection, Reading
from kiosk.exhibition.schedule import follows_the_calendar
from kiosk.player.content.languages import in_drawable_languages
from kiosk.player.crash_report import CrashReports
from kiosk.player.edges import Observer, Output, Source
from kiosk.player.life_signs import LifeSigns
from kiosk.player.options import Options
from kiosk.player.picture_keeper import StartPictureKeeper
from kiosk.player.player import Player
from kiosk.player.pointer_recorder import PointerRecorder
from kiosk.player.sources.content_changes import ContentChanges, withdraw_in_background
from kiosk.player.sources.minutes import MinuteSource
from kiosk.player.sources.photo_supply import PhotoStore
from kiosk.player.sources.window_events import WindowSource

if TYPE_CHECKING:
    from kiosk.gestures.recording import Recording
    from kiosk.media.cache import Cache
    from kiosk.media.loader import Loader
    from kiosk.media.start_picture import StartPicture
    from kiosk.player.content.content_reader import ContentReader
    from kiosk.player.content.last_good import LastGood
    from kiosk.system.service_manager import ServiceManager
    from kiosk.system.signals import SignalListener

log = logging.getLogger(__name__)


class Resources(Struct, frozen=True):
    """What is open before the show. Off screen, only the first three are needed."""

    surface: Surface
    cache: Cache
    loader: Loader
    reader: ContentReader | None = None
    """Reads the exhibitions again after changes."""
    last_good: LastGood | None = None
    start_picture: StartPicture | None = None
    recording: Recording | None = None
    signals: SignalListener | None = None
    service_manager: ServiceManager | None = None


def assembled(reading: Reading, options: Options, resources: Resources, clock: Clock) -> Player:
    """A player of what was read; closing it closes the resources, except the recording.

    Raises NoSuchStartError.
    """
    surface, loader = resources.surface, resources.loader
    assert reading.collection
    surface.window.set_title(reading.collection.kiosk.title.in_language(options.language or ""))
    surface.renderer.typesetter = typesetter = SkiaTypesetter()
    collection = in_drawable_languages(reading.collection, typesetter)
    for tag in set(reading.collection.kiosk.languages) - set(collection.kiosk.languages):
        log.warning("no font here can draw the language %s; visitors are not offered it", tag)
    reading = replace(reading, collection=collection)
    state = _first_state(collection, options, surface.window.size, clock)
    window, photos = WindowSource(surface, clock), PhotoStore(loader, surface.renderer, typesetter)
    sources: list[Source] = [window, photos, MinuteSource(clock, state.moment)]
    manager = resources.service_manager
    outputs: list[Output] = [LifeSigns(manager)] if manager else []
    observers: list[Observer] = [CrashReports(clock)]

    withdraw_in_background(loader, resources.cache, collection.withdrawn, collection.doubtful)
    # A slide for certain days only might cover the window on another day.
    is_kept = not (surface.is_covered or follows_the_calendar(collection))
    if is_kept and (picture := resources.start_picture):
        outputs.append(StartPictureKeeper(picture, reading, resources, typesetter))
    if recording := resources.recording:
        observers.append(PointerRecorder(recording))
    if reader := resources.reader:  # The last, since it starts a thread, which the player ends.
        content = ContentChanges(reader, reading, photos, loader, resources.last_good, typesetter)
        sources.append(content)
        if signals := resources.signals:
            signals.reload_by(content.reload)

    return Player(
        state,
        surface,
        typesetter,
        sources,
        outputs=outputs,
        observers=observers,
        pause=window.wait,
        clock=clock,
    )


def _first_state(collection: Collection, options: Options, size: Size, clock: Clock) -> show.State:
    now_s = clock.now()
    state = show.begin(
        collection,
        size,
        now_s,
        language=options.language,
        comfort=options.comfort,
        moment=clock.moment(),
        version=__version__,
    )
    try:
        return show.opened_at(state, options.start, now_s, panel=options.panel)
    except show.NoSuchStartError as error:
        if not options.starts_anyway:
            raise
        log.warning("%s; the show starts with all exhibitions", error)
        return state
