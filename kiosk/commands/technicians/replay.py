"""`kiosk replay`: opens the report of a failure, and draws what was on the screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.shared.cli_helpers import collection_of, require_folder_of, stop
from kiosk.commands.shared.options import place_argument, roots_option

if TYPE_CHECKING:
    from kiosk.player.crash_report import Report


@click.command()
@click.argument("report", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@place_argument
@roots_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="PNG file to write: the screen at the failure, with the exhibitions of PLACE.",
)
def replay(report: Path, place: Path, roots: tuple[Path, ...], out: Path | None) -> None:
    """Print the REPORT of a failure; with --out, also draw the screen at that time."""
    from kiosk.player.crash_report import read_report

    try:
        read = read_report(report)
    except (OSError, ValueError) as error:
        stop(f"{report} is not a report of a failure: {error}")
    click.echo(_told(read))
    if out:
        _draw(read, place, roots, out)


def _told(read: Report) -> str:
    packages = ", ".join(f"{name} {version}" for name, version in read.packages.items())
    events = "".join(f"\n{at_s:9.3f} s  {kind}" for at_s, kind in read.events)
    return (
        f"kiosk {read.kiosk}, Python {read.python}, {packages}, {read.system}\n\n"
        f"Events before the failure:{events or ' none'}\n\n{read.error.rstrip()}"
    )


def _draw(read: Report, place: Path, roots: tuple[Path, ...], out: Path) -> None:
    require_folder_of(out)
    collection = collection_of(place, roots)
    from kiosk.player.headless import TimedOutError, shoot_state

    try:
        shoot_state(read.restored(collection), out, now_s=read.now_s)
    except (ValueError, TimedOutError) as error:
        stop(f"The screen of the report cannot be drawn: {error}")
    except LookupError:
        stop(f"The slide of the report is not in {place}.")
    except OSError as error:
        stop(f"{out} cannot be written: {error.strerror}")
