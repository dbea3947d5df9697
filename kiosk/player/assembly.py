"""Assembles a player from its sources, outputs and observers: the place to add another one."""

from __future__ import annotations

import logging

from kiosk import __version__, show
from kiosk.base.clock import Clock
from kiosk.display.surface import Surface
from kiosk.display.text.typesetter import SkiaTypesetter
from kiosk.exhibition.collection import Collection, Reading
from kiosk.exhibition.schedule import follows_the_calendar
from kiosk.player.content_changes import ContentChanges, withdraw_in_background
from kiosk.player.edges import Observer, Output, Source
from kiosk.player.options import Options
from kiosk.player.photo_supply import PhotoStore
from kiosk.player.picture_keeper import StartPictureKeeper
from kiosk.player.player import Player
from kiosk.player.pointer_recorder import PointerRecorder
from kiosk.player.sources import MinuteSource, WindowSource
from kiosk.player.startup import Resources
from kiosk.style.stage import staged

log = logging.getLogger(__name__)


def assembled(reading: Reading, options: Options, resources: Resources, clock: Clock) -> Player:
    """A player of what was read; closing it closes the resources, except the recording.

    Raises NoSuchStartError.
    """
    collection, surface, loader = reading.collection, resources.surface, resources.loader
    assert collection
    state = _first_state(collection, options, surface, clock)
    window, photos = WindowSource(surface, clock), PhotoStore(loader, surface.renderer)
    sources: list[Source] = [window, photos, MinuteSource(clock, state.moment)]
    outputs: list[Output] = []
    observers: list[Observer] = []

    withdraw_in_background(loader, resources.cache, collection.withdrawn, collection.doubtful)
    if reader := resources.reader:
        sources.append(ContentChanges(reader, reading, photos, loader, resources.last_good))
    # A slide for certain days only might cover the window on another day.
    is_kept = not (surface.is_covered or follows_the_calendar(collection))
    if is_kept and (picture := resources.start_picture):
        outputs.append(StartPictureKeeper(picture, reading, resources))
    if recording := resources.recording:
        observers.append(PointerRecorder(recording))

    return Player(
        state,
        surface,
        sources,
        outputs=outputs,
        observers=observers,
        pause=window.wait,
        clock=clock,
    )


def _first_state(
    collection: Collection, options: Options, surface: Surface, clock: Clock
) -> show.State:
    now_s = clock.now()
    surface.window.set_title(collection.kiosk.title.in_language(options.language or ""))
    surface.renderer.typesetter = SkiaTypesetter()
    stage = staged(
        collection.kiosk,
        surface.window.size,
        surface.renderer.typesetter,
        options.language,
        still=options.still,
        text_size=options.text_size,
        contrast=options.contrast,
        low_reach=options.low_reach,
    )
    state = show.begin(collection, stage, now_s, clock.moment(), __version__)
    try:
        return show.opened_at(state, options.start, now_s, panel=options.panel)
    except show.NoSuchStartError as error:
        if not options.starts_anyway:
            raise
        log.warning("%s; the show begins with all exhibitions", error)
        return state
