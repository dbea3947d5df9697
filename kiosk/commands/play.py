"""`kiosk play`: plays exhibitions on the screen until somebody closes them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.cli_helpers import PROBLEMS_FOUND, SHOW_FAILED, language_of, nothing_in, stop
from kiosk.commands.options import (
    WIDTH_BY_HEIGHT,
    contrast_option,
    language_option,
    low_reach_option,
    place_argument,
    roots_option,
    text_size_option,
)

if TYPE_CHECKING:
    from kiosk.base.geometry import Size
    from kiosk.display.surface import Surface
    from kiosk.exhibition.collection import Collection, Reading
    from kiosk.gestures.recording import Recording
    from kiosk.media.start_picture import StartPicture
    from kiosk.player.content_reader import ContentReader
    from kiosk.player.startup import Startup


LOOK_AGAIN_S = 2.0
"""Seconds between two readings of a place that has nothing to show yet."""


@click.command()
@place_argument
@roots_option
@click.option(
    "--window", type=WIDTH_BY_HEIGHT, help="Play in a window of this size, not full screen."
)
@click.option("--screen", type=click.IntRange(0), default=0, help="Number of the screen, from 0.")
@language_option
@click.option(
    "--start",
    default="attract",
    help="Start with attract, home, interview, NAME or NAME:SLIDE.",
)
@text_size_option
@contrast_option
@low_reach_option
@click.option("--still", is_flag=True, help="Reduce motion: nothing drifts or slides.")
@click.option("--wait", is_flag=True, help="If there is nothing to show yet, wait for it.")
@click.option("--for", "for_s", type=click.FloatRange(0), help="Close after this many seconds.")
@click.option(
    "--record",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Record touches in a new file, to find a fault of the touch screen.",
)
def play(
    place: Path,
    roots: tuple[Path, ...],
    window: Size | None,
    screen: int,
    language: str | None,
    start: str,
    text_size: int,
    contrast: bool,
    low_reach: bool,
    still: bool,
    wait: bool,
    for_s: float | None,
    record: Path | None,
) -> None:
    """Play exhibitions full screen until somebody presses Ctrl+Q."""
    import math

    from kiosk.base.memory import return_large_buffers
    from kiosk.media.start_picture import StartPicture
    from kiosk.player.content_reader import ContentReader
    from kiosk.player.last_good import LastGood

    return_large_buffers()  # Before threads exist that hold some.
    comforts = f"{still} {text_size} {contrast} {low_reach}"
    opening = StartPicture(place, f"{window} {screen} {language} {start} {comforts} {roots}")
    reader, last_good = ContentReader(place, roots), LastGood(place, roots)
    try:
        begun = _begun(reader, opening, window, screen, start)
        with begun as (beginning, reading), ExitStack() as recorded:
            reading = reader.obeying(last_good.completed(reading))
            if wait:
                reading = _awaited(reading, reader, beginning.canvas)
            collection = _shown(reading, place)
            spoken = language_of(collection, language)
            recording = recorded.enter_context(_recording(record))
            beginning.fetch_first(collection, start)
            from kiosk.player.player import Options, Player, ShowFailedError
            from kiosk.show import NoSuchStartError

            options = Options(
                window,
                screen,
                spoken,
                start,
                math.inf if for_s is None else for_s,
                still,
                text_size,
                contrast,
                low_reach,
                starts_anyway=wait or last_good.exists,
            )
            try:
                app = Player(
                    collection,
                    options,
                    folders=reading.folders,
                    sources=reading.sources,
                    reader=reader,
                    last_good=last_good,
                    recording=recording,
                    beginning=beginning,
                )
            except NoSuchStartError as error:
                stop(str(error))
            try:
                app.run()
            except ShowFailedError:
                stop("The show has failed again and again.", SHOW_FAILED)
    except KeyboardInterrupt:
        pass
    finally:
        reader.close()


@contextmanager
def _begun(
    reader: ContentReader, opening: StartPicture, window: Size | None, screen: int, start: str
) -> Iterator[tuple[Startup, Reading]]:
    """An open window, and what was read while it opened.

    If the show's first picture is known, it is on the screen before anything else starts. If
    not, reading starts first, since it takes longest, and then the first photo.
    """
    from kiosk.media.workers.pool import Workers

    cover = opening.read()
    with closing(Workers()) as workers:
        canvas = _canvas(window, screen, cover) if cover else None
        awaited = reader.begin()
        if not cover:
            workers.warm_up()
        from kiosk.player.startup import Startup

        size = window or _size(screen)
        with closing(
            Startup(size, cache=reader.cache, opening=opening, workers=workers)
        ) as beginning:
            beginning.hang(canvas or _canvas(window, screen))
            beginning.enter_fullscreen("kiosk.player.player")
            yield beginning, awaited()


def _canvas(window: Size | None, screen: int, cover: bytes | None = None) -> Surface:
    from kiosk.display.surface import Surface

    with _display():
        return Surface(window, screen, cover=cover)


def _size(screen: int) -> Size:
    from kiosk.display.window import screen_size

    with _display():
        return screen_size(screen)


@contextmanager
def _display() -> Iterator[None]:
    """Does something on a display; without one, stops and tells the user at the keyboard why."""
    from kiosk.display.window import NoDisplayError

    try:
        yield
    except NoDisplayError as error:
        stop(
            f"There is no screen to play on: {error}. On a desktop, type this in a terminal there;"
            " without a desktop, put xvfb-run before it."
        )


def _awaited(reading: Reading, reader: ContentReader, canvas: Surface) -> Reading:
    """Read again and again until something can be shown, or somebody closes the window."""
    from kiosk.base.clock import SystemClock
    from kiosk.types.events import CloseRequested

    clock, reported = SystemClock(), tuple[str, ...]()
    while reading.collection is None:
        if reading.problems != reported:
            reported = reading.problems
            click.echo("\n".join([*reported, f"{nothing_in(reader.place)} Waiting."]), err=True)
        again_s = clock.now() + LOOK_AGAIN_S
        while (left_s := again_s - clock.now()) > 0:
            if CloseRequested() in canvas.window.wait(left_s, clock):
                raise SystemExit
        reading = reader.read()
    return reading


def _shown(reading: Reading, place: Path) -> Collection:
    """What can be shown; prints the problems."""
    for problem in reading.problems:
        click.echo(problem, err=True)
    if reading.collection is None:
        stop(nothing_in(place), PROBLEMS_FOUND)
    return reading.collection


def _recording(file: Path | None) -> AbstractContextManager[Recording | None]:
    if file is None:
        return nullcontext()
    from kiosk.gestures.recording import Recording

    try:
        return Recording(file)
    except FileExistsError:
        stop(f"{file} already exists: name a new file for the recording.")
    except OSError as error:
        stop(f"{file} cannot be written: {error.strerror}")
