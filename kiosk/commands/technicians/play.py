"""`kiosk play`: plays exhibitions on the screen until somebody closes them."""

from __future__ import annotations

import logging
import math
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.shared.cli_helpers import PROBLEMS_FOUND, SHOW_FAILED, stop
from kiosk.commands.shared.options import (
    WIDTH_BY_HEIGHT,
    comfort_options,
    language_option,
    machine_option,
    place_argument,
    roots_option,
    screen_option,
    start_option,
)

if TYPE_CHECKING:
    from kiosk.base.geometry import Size
    from kiosk.style.comfort import Comfort


@click.command()
@place_argument
@roots_option
@click.option(
    "--window", type=WIDTH_BY_HEIGHT, help="Play in a window of this size, not full screen."
)
@screen_option
@machine_option
@language_option
@start_option
@comfort_options
@click.option("--still", is_flag=True, help="Reduce motion: nothing drifts or slides.")
@click.option("--wait", is_flag=True, help="If there is nothing to show yet, wait for it.")
@click.option("--for", "for_s", type=click.FloatRange(0), help="Close after this many seconds.")
@click.option(
    "--log",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the log into this file, too.",
)
@click.option(
    "--record",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Record touches in a new file, to find a fault of the touch screen.",
)
def play(
    place: Path,
    roots: tuple[Path, ...],
    window: Size | None,
    screen: int | None,
    machine: Path | None,
    language: str | None,
    start: str,
    comfort: Comfort,
    wait: bool,
    for_s: float | None,
    log: Path | None,
    record: Path | None,
) -> None:
    """Play exhibitions, full screen, until Ctrl+Q is pressed."""
    from kiosk.player.content.machine_settings import machine_file
    from kiosk.player.errors import NothingToShowError, ShowFailedError, StartError
    from kiosk.player.options import Options
    from kiosk.player.startup import Launch, started
    from kiosk.system.log import log_as_service
    from kiosk.system.signals import SignalListener

    log_as_service()
    options = Options(window, screen, language, start, comfort)
    launch = Launch(
        place, roots, options, machine_file(machine), waits=wait, log=log, record=record
    )
    signals = SignalListener()  # Before SDL, which would listen in its place.
    try:
        with started(launch, logging.getLogger(__name__).warning, signals) as player:
            player.run(math.inf if for_s is None else for_s)
    except NothingToShowError as error:
        stop(str(error), PROBLEMS_FOUND)
    except StartError as error:
        stop(str(error))
    except ShowFailedError:
        stop("The show has failed again and again.", SHOW_FAILED)
    except Exception:
        if not signals.is_ending:  # An import that a signal ends fails in many ways.
            raise
