"""`kiosk check`: reports all that should be fixed before an exhibition opens."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.commands.shared.cli_helpers import PROBLEMS_FOUND, open_obeying, stop
from kiosk.commands.shared.options import (
    WIDTH_BY_HEIGHT,
    machine_option,
    place_argument,
    roots_option,
)

if TYPE_CHECKING:
    from kiosk.base.clock import Moment
    from kiosk.base.geometry import Size

FORMATS = ("text", "json", "github")
MOMENT = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<hour>\d\d?):(?P<minute>[0-5]\d))?")


class _DayOrMoment(click.ParamType["tuple[Moment, bool]"]):
    """A moment, and whether the whole day is meant."""

    name = "DATE[ TIME]"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Moment, bool]:
        from kiosk.base.clock import Moment, is_day

        found = MOMENT.fullmatch(str(value))
        if not found or not is_day(found["day"]) or int(found["hour"] or 0) > 23:
            from kiosk.authoring.keys.written_values import as_wanted

            day = as_wanted("from", value) if ":" not in str(value) else None
            hint = f"; write {day}" if day else ""
            self.fail(
                f"{value!r} is not a day such as 2026-12-24,"
                f" nor a time such as '2026-12-24 17:30'{hint}"
            )
        minute = int(found["hour"] or 0) * 60 + int(found["minute"] or 0)
        return Moment(found["day"], minute), found["hour"] is None


@click.command()
@place_argument
@roots_option
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("form", "--format", type=click.Choice(FORMATS), default="text", help="Output format.")
@click.option(
    "--on", type=_DayOrMoment(), help="List the slides that play on this day or at this moment."
)
@click.option("--size", type=WIDTH_BY_HEIGHT, default="1920x1080", help="Size of the screen.")
@machine_option
def check(
    place: Path,
    roots: tuple[Path, ...],
    strict: bool,
    form: str,
    on: tuple[Moment, bool] | None,
    size: Size,
    machine: Path | None,
) -> None:
    """Report everything that needs fixing, with file and line."""
    from kiosk.authoring.checks import check_opened, strictly
    from kiosk.authoring.problems.problem import COLOURS, Severity
    from kiosk.authoring.problems.report import as_github, as_json, as_text
    from kiosk.authoring.tools.day_plan import listing
    from kiosk.commands.shared.check_services import services_for

    opened = open_obeying(place, roots, machine)
    try:
        problems = check_opened(opened, services_for(size))
    except OSError as error:
        stop(f"The photos cannot be opened: {error}.")
    problems = strictly(problems) if strict else problems
    match form:
        case "json":
            click.echo(as_json(problems))
        case "github":
            click.echo(as_github(problems))
        case _ if shows_colours():
            click.echo(as_text(problems, COLOURS), color=True)
        case _:
            click.echo(as_text(problems))
    if on and form == "text":
        moment, all_day = on
        click.echo(listing(opened, moment, all_day=all_day))
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise SystemExit(PROBLEMS_FOUND)


def shows_colours() -> bool:
    """Whether to use colours: on a terminal, unless NO_COLOR is set (https://no-color.org)."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()
