"""`kiosk check`: all that should be mended before opening."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from kiosk.commands.options import place_argument
from kiosk.commands.places import PROBLEMS_FOUND, stop

FORMATS = ("text", "json", "github")


@click.command()
@place_argument
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option(
    "form", "--format", type=click.Choice(FORMATS), default="text", help="How problems are told."
)
def check(place: Path, strict: bool, form: str) -> None:
    """Tell all that should be mended, with its place in the file."""
    from kiosk.exhibition.checks import check as check_place
    from kiosk.exhibition.problem import COLOURS, Severity
    from kiosk.exhibition.report import as_github, as_json, as_text
    from kiosk.media.examine import examine

    try:
        problems = check_place(place, examine)
    except OSError as error:
        stop(f"The photos cannot be opened: {error}.")
    match form:
        case "json":
            click.echo(as_json(problems))
        case "github":
            click.echo(as_github(problems))
        case _ if shows_colours():
            click.echo(as_text(problems, COLOURS), color=True)
        case _:
            click.echo(as_text(problems))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(problem.severity in failing for problem in problems):
        raise SystemExit(PROBLEMS_FOUND)


def shows_colours() -> bool:
    """Whether somebody looks on who has not asked for none (https://no-color.org)."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()
