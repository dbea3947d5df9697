"""`kiosk shot`: draws one frame as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.shared.cli_helpers import collection_of, language_of, require_folder_of, stop
from kiosk.commands.shared.options import (
    WIDTH_BY_HEIGHT,
    comfort_options,
    language_option,
    place_argument,
    roots_option,
    start_option,
)

if TYPE_CHECKING:
    from kiosk.base.geometry import Size
    from kiosk.style.comfort import Comfort


@click.command()
@place_argument
@roots_option
@start_option
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="PNG file to write.",
)
@click.option("--size", type=WIDTH_BY_HEIGHT, default="1920x1080", help="Size of the screen.")
@language_option
@comfort_options
@click.option("--still/--moving", default=True, help="Draw photos at rest, or in motion.")
@click.option("--panel", is_flag=True, help="Open the comfort settings.")
@click.option(
    "--after",
    "after_s",
    type=click.FloatRange(0, 3600),
    default=6.0,
    help="Seconds after the start; after 6, the default, words are shown and controls hidden.",
)
def shot(
    place: Path,
    roots: tuple[Path, ...],
    start: str,
    out: Path,
    size: Size,
    language: str | None,
    comfort: Comfort,
    panel: bool,
    after_s: float,
) -> None:
    """Draw one frame off screen, always the same."""
    require_folder_of(out)
    collection = collection_of(place, roots)
    from kiosk.player.headless import TimedOutError, shoot
    from kiosk.player.options import Options
    from kiosk.show import NoSuchStartError

    options = Options(
        size,
        language=language_of(collection, language),
        start=start,
        comfort=comfort,
        panel=panel,
    )
    try:
        shoot(collection, options, out, after_s=after_s)
    except (NoSuchStartError, TimedOutError) as error:
        stop(str(error))
    except OSError as error:
        stop(f"{out} cannot be written: {error.strerror}")
