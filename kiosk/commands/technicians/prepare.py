"""`kiosk prepare`: makes all derivatives ahead, so that the player finds them when needed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.shared.cli_helpers import PROBLEMS_FOUND, collection_of, machine_settings, stop
from kiosk.commands.shared.options import (
    WIDTH_BY_HEIGHT,
    machine_option,
    place_argument,
    roots_option,
    screen_option,
)

if TYPE_CHECKING:
    from kiosk.base.geometry import Size
    from kiosk.media.cache import Cache
    from kiosk.media.preparation import Prepared, Task

INTERRUPTED = 130
"""Exit code that shells give for a program that Ctrl+C has ended."""


@click.command()
@place_argument
@roots_option
@click.option(
    "--size", type=WIDTH_BY_HEIGHT, help="Size of the screen; the default is this screen."
)
@screen_option
@machine_option
def prepare(
    place: Path,
    roots: tuple[Path, ...],
    size: Size | None,
    screen: int | None,
    machine: Path | None,
) -> None:
    """Make all derivatives of photos ahead.

    Ctrl+C stops it. The next time, it continues from there.
    """
    collection = collection_of(place, roots, machine)
    settings, _ = machine_settings(machine)
    size = size or _size_of(settings.output if screen is None else screen)
    from kiosk.display.text.typesetter import SkiaTypesetter
    from kiosk.media.cache import Cache
    from kiosk.player.prepare import tasks
    from kiosk.style.stage import Stage

    work = tasks(collection, Stage.for_kiosk(collection.kiosk, size, SkiaTypesetter()))
    cache = Cache(bytes_max=settings.cache_bytes)
    came = _worked_through(work, cache, size)
    files = {file for task in work for file in task.files}
    click.echo(
        f"photos at {size.width:g}x{size.height:g}: {len(files)}; derivatives made: {came.made},"
        f" made before: {came.found}; photos failed: {len(came.failed)}"
    )
    limit = cache.limit(came.bytes)
    if came.bytes > limit:
        click.echo(
            f"They take {_gb(came.bytes)}, but the cache keeps {_gb(limit)}: the player"
            " makes the others again while it runs.",
            err=True,
        )
    for file, reason in sorted(came.failed.items()):
        click.echo(f"{file} cannot be shown: {reason}", err=True)
    if came.failed:
        raise SystemExit(PROBLEMS_FOUND)


def _worked_through(tasks: Sequence[Task], cache: Cache, size: Size) -> Prepared:
    from kiosk.media.preparation import Preparation, Prepared
    from kiosk.media.workers.starts import WorkersError

    came, done = Prepared(), 0
    running = Preparation(cache, (int(size.width), int(size.height))).run(tasks)
    progress = click.progressbar(
        length=len(tasks),
        label=f"Preparing {len(tasks)} slides",
        show_pos=True,
        file=sys.stderr,
    )
    try:
        with closing(running), progress:
            for one in running:
                came, done = came + one, done + 1
                progress.update(1)
                if cache.refused:
                    break
    except WorkersError as error:
        stop(f"The photos cannot be opened: {error}.", PROBLEMS_FOUND)
    except KeyboardInterrupt:
        stop(
            f"Stopped after {done} of {len(tasks)} slides. Their derivatives are kept; the same"
            " command continues from there.",
            INTERRUPTED,
        )
    if cache.refused:
        stop("Derivatives cannot be kept: fix the reason above, and try again.", PROBLEMS_FOUND)
    return came


def _size_of(screen: int) -> Size:
    from kiosk.display.window import NoDisplayError, close_display, screen_size

    try:
        return screen_size(screen)
    except NoDisplayError as error:
        stop(f"There is no screen here ({error}): give the size of one, such as --size 1920x1080.")
    finally:
        close_display()  # Preparing takes long and shows nothing.


def _gb(count: int) -> str:
    return f"{count / 2**30:.1f} GB"
