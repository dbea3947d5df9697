"""`kiosk new`: writes a first file from photos."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.cli_helpers import stop
from kiosk.commands.options import DEFAULT_PLACE

if TYPE_CHECKING:
    from kiosk.types.metadata import PhotoMetadata

NAME = re.compile(r"\w[\w-]*")


@click.command()
@click.argument("name")
@click.argument(
    "photos",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="PHOTO…",
)
@click.option(
    "folder",
    "--in",
    default=DEFAULT_PLACE,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the new file.",
)
def new(name: str, photos: tuple[Path, ...], folder: Path) -> None:
    """Write a first exhibition file for photos, without moving the photos."""
    from kiosk.authoring.tools.scaffold import written

    name = name.removesuffix(".yaml")
    if not NAME.fullmatch(name) or name == "kiosk":
        stop(f"'{name}' cannot be its name; use letters, digits and dashes, such as summer-light.")
    folder = folder.absolute()
    labels = _labels(photo.absolute() for photo in photos)
    text = written(name, [(Path(photo), label) for photo, label in labels.items()], folder)
    path = folder / f"{name}.yaml"
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        stop(f"{path} already exists and is not changed; use another name.")
    except OSError as error:
        stop(f"{path} cannot be written: {error.strerror}")
    click.echo(f"{path} is written; kiosk check lists the missing parts.")
    _tell_what_keeps_it_away(path)


def _labels(photos: Iterable[Path]) -> dict[str, PhotoMetadata]:
    from kiosk.media.inspection import metadata_of
    from kiosk.media.original import UnreadablePhotoError

    try:
        return metadata_of(dict.fromkeys(str(photo) for photo in photos))
    except (UnreadablePhotoError, OSError) as error:
        stop(f"Nothing is written, because {error}.")


def _tell_what_keeps_it_away(path: Path) -> None:
    from kiosk.authoring.load.place import open_place
    from kiosk.authoring.problems.codes import Code

    opened = open_place(path.parent)
    if path in opened.unlisted:
        click.echo(f"To show it, add {path.stem} to exhibitions in kiosk.yaml.")
    for problem in opened.problems:
        if (problem.path, problem.code) == (path, Code.OUTSIDE_ROOTS):
            click.echo(f"Before it can be shown: {problem.message}.")
