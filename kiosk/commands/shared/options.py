"""Defines the arguments and options that several commands take."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kiosk.base.geometry import Size

DEFAULT_PLACE = "exhibitions"


class _WidthByHeight(click.ParamType["Size"]):
    name = "WxH"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Size:
        from kiosk.base.geometry import Size

        width, _, height = str(value).lower().partition("x")
        if not (width.isdecimal() and height.isdecimal()):
            self.fail(f"{value!r} is not width x height, such as 1920x1080", param, ctx)
        if not (200 <= int(width) <= 16384 and 200 <= int(height) <= 16384):
            self.fail("width and height must be from 200 to 16384 pixels", param, ctx)
        return Size(int(width), int(height))


WIDTH_BY_HEIGHT = _WidthByHeight()


class _Place(click.ParamType[Path]):
    """A folder or file; a name alone is that of an exhibition here, or in the usual folder."""

    name = "PLACE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        return found_place(str(value)) or Path(value)


def found_place(name: str) -> Path | None:
    """The file or folder that is meant; None if there is none."""
    folders = (Path(), Path(DEFAULT_PLACE))
    names = (name, *(f"{name}{ending}" for ending in (".yaml", ".yml", ".YAML")))
    places = (folder / one for folder in folders for one in names)
    return next((place for place in places if os.path.exists(place)), None)  # noqa: PTH110  # Never raises.


place_argument = click.argument("place", default=DEFAULT_PLACE, type=_Place(), metavar="[PLACE]")
roots_option = click.option(
    "roots",
    "--root",
    multiple=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Another folder whose files exhibitions may use; you can repeat this option.",
)
machine_option = click.option(
    "--machine",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="File with the settings of this machine, in place of the usual machine.yaml.",
)
_text_size_option = click.option(
    "--text-size",
    type=click.IntRange(1, 5),
    default=2,
    show_default=True,
    help="Size of the text, from 1 to 5.",
)
_contrast_option = click.option("--contrast", is_flag=True, help="High contrast.")
_low_reach_option = click.option(
    "--low-reach", is_flag=True, help="Put all controls in the lowest 40 % of the screen."
)


def comfort_options(command: Callable[..., None]) -> Callable[..., None]:
    """Adds options for comfort to a command that has --still; it gets all of them as `comfort`."""

    @functools.wraps(command)
    def with_comfort(
        *, still: bool, text_size: int, contrast: bool, low_reach: bool, **others: Any
    ) -> None:
        from kiosk.style.comfort import Comfort

        command(comfort=Comfort(still, text_size, contrast, low_reach), **others)

    return _text_size_option(_contrast_option(_low_reach_option(with_comfort)))


screen_option = click.option(
    "--screen", type=click.IntRange(0), help="Number of the screen, from 0."
)
start_option = click.option(
    "--start",
    default="attract",
    help="Start with attract, home, interview, NAME, NAME:SLIDE or NAME:SLIDE.PAGE.",
)
language_option = click.option("--language", help="Language to start in, such as fr.")
