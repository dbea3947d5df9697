"""The commands; each imports what it needs when it runs."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from kiosk.exhibition.loader import Collection
    from kiosk.exhibition.problem import Problem
    from kiosk.geometry import Size

DEFAULT_PLACE = "exhibitions"
PROBLEMS_FOUND, USED_WRONGLY = 1, 2


class _PlayUnlessNamed(click.Group):
    """A group whose commands may be left out: anything else is a place to play."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "--version")):
            args = ["play", *args]
        return super().parse_args(ctx, args)


class _WidthByHeight(click.ParamType["Size"]):
    name = "WxH"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Size:
        from kiosk.geometry import Size

        width, _, height = str(value).lower().partition("x")
        if not (width.isdecimal() and height.isdecimal()):
            self.fail(f"{value!r} should be width x height, such as 1920x1080", param, ctx)
        if not (200 <= int(width) <= 16384 and 200 <= int(height) <= 16384):
            self.fail("sides of 200 to 16384 pixels can be drawn", param, ctx)
        return Size(int(width), int(height))


WIDTH_BY_HEIGHT = _WidthByHeight()
place_argument = click.argument(
    "place", default=DEFAULT_PLACE, type=click.Path(path_type=Path), metavar="[PLACE]"
)
language_option = click.option(
    "--language", help="Which of the exhibition's languages to begin in."
)


@click.group(
    cls=_PlayUnlessNamed,
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog="PLACE is a folder of exhibitions or one exhibition's file; without it: exhibitions/.",
)
@click.version_option(package_name="exhibition-kiosk")
def main() -> None:
    """Play photo exhibitions on a touch screen. `kiosk PLACE` is short for `kiosk play PLACE`."""
    logging.basicConfig(level=logging.INFO, format="kiosk: %(message)s", stream=sys.stderr)
    logging.getLogger("watchfiles").setLevel(logging.WARNING)


@main.command()
@place_argument
@click.option("--window", type=WIDTH_BY_HEIGHT, help="In a window of this size, not full screen.")
@click.option("--screen", type=click.IntRange(0), default=0, help="Which screen, from 0 up.")
@language_option
@click.option("--start", default="attract", help="attract, home, interview, NAME or NAME:SLIDE.")
@click.option("--still", is_flag=True, help="Reduced motion: nothing drifts or slides.")
@click.option("--for", "for_s", type=click.FloatRange(0), help="Close after so many seconds.")
def play(
    place: Path,
    window: Size | None,
    screen: int,
    language: str | None,
    start: str,
    still: bool,
    for_s: float | None,
) -> None:
    """Play exhibitions, full screen, until Ctrl+Q is pressed."""
    import math

    collection = _collection(place)
    from kiosk.app import App, Options
    from kiosk.display.window import NoDisplayError

    options = Options(
        window,
        screen,
        _language(collection, language),
        start,
        math.inf if for_s is None else for_s,
        still,
    )
    try:
        App(collection, options, place=place).run()
    except NoDisplayError as error:
        _stop(
            f"There is no screen to play on: {error}. On a desktop, type this in a terminal there;"
            " without one, put xvfb-run before it."
        )
    except ValueError as error:
        _stop(str(error))
    except KeyboardInterrupt:
        pass


@main.command()
@place_argument
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
def check(place: Path, strict: bool) -> None:
    """Tell all that should be mended, with its place in the file."""
    from kiosk.exhibition.checks import check as check_place
    from kiosk.exhibition.problem import Severity

    problems = check_place(place)
    for problem in problems:
        click.echo(problem.render())
    counts = [
        (sum(problem.severity is severity for problem in problems), severity)
        for severity in Severity
    ]
    click.echo(", ".join(_counted(count, str(severity)) for count, severity in counts))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(problem.severity in failing for problem in problems):
        raise SystemExit(PROBLEMS_FOUND)


@main.command()
@place_argument
@click.option("--start", default="attract", help="attract, home, interview, NAME or NAME:SLIDE.")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="A PNG file."
)
@click.option("--size", type=WIDTH_BY_HEIGHT, default="1920x1080", help="Of the screen.")
@language_option
@click.option(
    "--after",
    "after_s",
    type=click.FloatRange(0, 3600),
    default=6.0,
    help="Seconds into the show; by default when words have come and controls have left.",
)
def shot(
    place: Path, start: str, out: Path, size: Size, language: str | None, after_s: float
) -> None:
    """Draw one frame off screen, the same every time."""
    collection = _collection(place)
    from kiosk.app import Options
    from kiosk.shot import TimedOutError, shoot

    options = Options(size, language=_language(collection, language), start=start, still=True)
    try:
        shoot(collection, options, out, after_s=after_s)
    except (ValueError, TimedOutError) as error:
        _stop(str(error))
    except OSError as error:
        _stop(f"{out} cannot be written: {error.strerror}")


def _collection(place: Path) -> Collection:
    """What can be shown of a place; problems are told on the way."""
    from kiosk.exhibition.loader import load

    collection, problems = load(place)
    _tell(problems)
    if collection is None:
        _stop(f"There is nothing to show in {place}.", PROBLEMS_FOUND)
    return collection


def _tell(problems: Sequence[Problem]) -> None:
    for problem in problems:
        click.echo(problem.render(), err=True)


def _language(collection: Collection, language: str | None) -> str | None:
    languages = collection.kiosk.languages
    if language and language not in languages:
        _stop(f"This kiosk speaks {', '.join(languages)}, and not {language!r}.")
    return language


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _stop(message: str, code: int = USED_WRONGLY) -> NoReturn:
    click.echo(message, err=True)
    raise SystemExit(code)
