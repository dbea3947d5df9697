"""`kiosk proof`: puts everything that is shown on paper or on a web page, to be signed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.cli_helpers import PROBLEMS_FOUND, language_of, stop
from kiosk.commands.options import WIDTH_BY_HEIGHT, language_option, place_argument, roots_option

if TYPE_CHECKING:
    from kiosk.authoring.load.place import Opened
    from kiosk.authoring.problems.problem import Problem
    from kiosk.base.geometry import Size
    from kiosk.exhibition.collection import Collection

ENDINGS = (".pdf", ".html")


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
def proof(
    place: Path, roots: tuple[Path, ...], out: Path, size: Size, language: str | None
) -> None:
    """Make a proof to check and sign: every slide with its words and problems."""
    ending = out.suffix.lower()
    if ending not in ENDINGS:
        stop(f"{out} should end in {' or '.join(ENDINGS)}.")
    from kiosk.authoring.load.place import open_place
    from kiosk.base.clock import today
    from kiosk.proof.pdf import as_pdf
    from kiosk.proof.sheet import sheet
    from kiosk.proof.web import as_html

    opened = open_place(place, roots)
    collection, problems = opened.collection, _problems(opened, size)
    if collection is None:
        for problem in problems:
            click.echo(problem.render(), err=True)
        stop(f"There is nothing to show in {place}.", PROBLEMS_FOUND)
    told = sheet(opened, problems, today())
    pictures = _pictures(collection, size, language_of(collection, language))
    data = as_pdf(told, pictures, size) if ending == ".pdf" else as_html(told, pictures)
    try:
        out.write_bytes(data)
    except OSError as error:
        stop(f"{out} cannot be written: {error.strerror}")
    click.echo(f"{out} is written: {told.count}, {told.counts}.")


def _problems(opened: Opened, size: Size) -> Sequence[Problem]:
    from kiosk.authoring.checks import check_opened
    from kiosk.commands.check_services import services_for

    try:
        return check_opened(opened, services_for(size))
    except OSError as error:
        stop(f"The photos cannot be opened: {error}.")


def _pictures(collection: Collection, size: Size, language: str | None) -> dict[str, bytes]:
    """A JPEG of each slide, by exhibition and number, and of its further pages, such as one:3.2."""
    from kiosk.player.headless import HeadlessPlayer, TimedOutError
    from kiosk.player.options import Options
    from kiosk.style.comfort import Comfort

    slides = [
        (entry, index)
        for entry in collection.entries
        for index in range(len(entry.exhibition.slides))
    ]
    options = Options(size, language=language, start="home", comfort=Comfort(still=True))
    pictures = dict[str, bytes]()
    bar = click.progressbar(slides, label="Drawing", file=sys.stderr)
    try:
        with HeadlessPlayer(collection, options) as camera, bar:
            for entry, index in bar:
                picture = camera.taken(entry, index)
                if picture:
                    pictures[f"{entry.name}:{index + 1}"] = picture
                for page in range(2, camera.pages + 1 if picture else 0):
                    further = camera.taken(entry, index, page)
                    if further:
                        pictures[f"{entry.name}:{index + 1}.{page}"] = further
    except TimedOutError as error:
        stop(str(error))
    return pictures
