"""`kiosk proof`: puts everything that is shown on paper or on a web page, to be signed."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from itertools import filterfalse
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.shared.cli_helpers import (
    PROBLEMS_FOUND,
    language_of,
    open_obeying,
    require_folder_of,
    stop,
)
from kiosk.commands.shared.options import (
    WIDTH_BY_HEIGHT,
    language_option,
    place_argument,
    roots_option,
)

if TYPE_CHECKING:
    from kiosk.authoring.load.place import Opened
    from kiosk.authoring.problems.problem import Problem
    from kiosk.base.geometry import Size
    from kiosk.exhibition.collection import Collection
    from kiosk.proof.page import Drawn, Picture, Sheet

ENDINGS = (".pdf", ".html")
READERS = ("director", "narrator")


@click.command()
@place_argument
@roots_option
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write: .pdf, or .html for a browser.",
)
@click.option("--size", type=WIDTH_BY_HEIGHT, default="1920x1080", help="Size of the screen.")
@language_option
@click.option(
    "reader",
    "--for",
    type=click.Choice(READERS),
    default="director",
    help="Reader: the director, or each narrator, for their own words and pictures.",
)
def proof(
    place: Path,
    roots: tuple[Path, ...],
    out: Path,
    size: Size,
    language: str | None,
    reader: str,
) -> None:
    """Make a proof to check and sign: every slide with its words and problems."""
    ending = out.suffix.lower()
    if ending not in ENDINGS:
        stop(f"{out} should end in {' or '.join(ENDINGS)}.")
    require_folder_of(out)
    from kiosk.authoring.problems.suppressions import is_accepted
    from kiosk.base.clock import today
    from kiosk.proof.narrator import narrators_sheet
    from kiosk.proof.sheet import collection_on, sheet

    opened, date = open_obeying(place, roots), today()
    if opened.collection is None:
        for problem in filterfalse(is_accepted, _problems(opened, size)):
            click.echo(problem.render(), err=True)
        stop(f"There is nothing to show in {place}.", PROBLEMS_FOUND)
    tongue = language_of(opened.collection, language)
    told: Sheet | None
    if reader == "narrator":
        told = narrators_sheet(opened, date, tongue)
    else:
        told = sheet(opened, _problems(opened, size), date, (tongue,) if tongue else ())
    if told is None:
        stop(f"Nothing in {place} is a narrator's: no quote, no interview and no photo.")
    _write(told, _drawn(told, collection_on(opened, date), size), out)
    click.echo(f"{out} is written: {told.summary}.")


def _write(sheet: Sheet, drawn: Mapping[Picture, Drawn], out: Path) -> None:
    from kiosk.proof.pdf import as_pdf
    from kiosk.proof.web import as_html

    data = as_pdf(sheet, drawn) if out.suffix.lower() == ".pdf" else as_html(sheet, drawn)
    try:
        out.write_bytes(data)
    except OSError as error:
        stop(f"{out} cannot be written: {error.strerror}")


def _problems(opened: Opened, size: Size) -> Sequence[Problem]:
    from kiosk.authoring.checks import check_wholly
    from kiosk.commands.shared.check_services import services_for

    try:
        return check_wholly(opened, services_for(size))
    except OSError as error:
        stop(f"The photos cannot be opened: {error}.")


def _drawn(sheet: Sheet, collection: Collection, size: Size) -> dict[Picture, Drawn]:
    """All pictures that can be made."""
    from kiosk.player.headless import TimedOutError
    from kiosk.proof.pictures import draw

    wanted = list(dict.fromkeys(sheet.pictures()))
    bar = click.progressbar(
        draw(wanted, collection, size), length=len(wanted), label="Drawing", file=sys.stderr
    )
    try:
        with bar:
            return {picture: drawn for picture, drawn in bar if drawn}
    except TimedOutError as error:
        stop(str(error))
