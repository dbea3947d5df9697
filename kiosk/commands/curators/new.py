"""`kiosk new`: writes a first file from photos."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.shared.cli_helpers import PROBLEMS_FOUND, require_folder_of, stop, write_new
from kiosk.commands.shared.options import DEFAULT_PLACE

if TYPE_CHECKING:
    from kiosk.types.metadata import PhotoMetadata, Words

NAME = re.compile(r"\w[\w-]*")
ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]|^\s|\s$")
"""What no key can have of a file's name, such as a line break or a space at its end."""
FILES_MAX = 5000
"""Files that a folder may have; a larger one is probably the wrong folder."""
DOUBTS_MAX = 10
"""Lines of a list that are explained."""
NAMED_MAX = 3
"""Files that are named for each reason why they are left out."""


@click.command()
@click.argument("name")
@click.argument(
    "photos",
    nargs=-1,
    type=click.Path(path_type=Path, exists=True),
    metavar="PHOTO…",
)
@click.option(
    "folder",
    "--in",
    default=DEFAULT_PLACE,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the new file.",
)
@click.option(
    "table",
    "--csv",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Spreadsheet with a column for the files, and columns for title, caption, credit, "
    "alt, the label of a work, or date.",
)
def new(name: str, photos: tuple[Path, ...], folder: Path, table: Path | None) -> None:
    """Write a first exhibition file for photos, or for all photos in a folder.

    The photos are not moved. If NAME is a folder and nothing follows, the exhibition has its name.
    """
    from kiosk.authoring.tools.scaffold import written

    if not photos and Path(name).is_dir():
        name, photos = _name_of(Path(name)), (Path(name),)
    name = name.removesuffix(".yaml")
    if not NAME.fullmatch(name) or name == "kiosk":
        stop(f"'{name}' cannot be its name; use letters, digits and dashes, such as summer-light.")
    if not photos:
        stop(f"Which photos? Write: kiosk new {name} PHOTO… or kiosk new {name} FOLDER")
    folder = folder.absolute()
    path = folder / f"{name}.yaml"
    require_folder_of(path)
    labels = _labels(file for photo in photos for file in _files(photo.absolute()))
    works: Mapping[str, Mapping[str, Words]] = {}
    if table:
        labels, works = _listed(labels, table)
    text = written(name, [(Path(photo), label) for photo, label in labels.items()], folder, works)
    write_new(path, text)
    click.echo(f"{path} is written; kiosk check lists the missing parts.")
    _tell_what_is_missing(path)


def _name_of(folder: Path) -> str:
    """A name for an exhibition, from that of its folder."""
    return re.sub(r"[\W_]+", "-", folder.absolute().resolve().name).strip("-").lower() or "photos"


def _files(path: Path) -> list[str]:
    """A file, or all files in a folder and its folders, except hidden ones."""
    if not path.is_dir():
        return [str(path)]
    found = list[str]()
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        found += [os.path.join(folder, one) for one in sorted(names) if not one.startswith(".")]  # noqa: PTH118
        if len(found) > FILES_MAX:
            stop(f"{path} has more than {FILES_MAX} files; name a smaller folder.")
    return found


def _labels(files: Iterable[str]) -> dict[str, PhotoMetadata]:
    from kiosk.media.inspection import metadata_of

    unique = list(dict.fromkeys(files))
    nameable = [file for file in unique if not ODD.search(Path(file).name)]
    labels, refused = metadata_of(nameable)
    refused |= dict.fromkeys(set(unique) - set(nameable), "its name has odd characters; rename it")
    if not labels:
        reasons = " ".join(_left_out(refused)) or "It has no files."
        stop(f"Nothing is written, because there is no photo. {reasons}")
    for line in _left_out(refused):
        click.echo(line)
    return labels


def _listed(
    labels: dict[str, PhotoMetadata], table: Path
) -> tuple[dict[str, PhotoMetadata], Mapping[str, Mapping[str, Words]]]:
    """The photos with the words of a spreadsheet, and their works; prints what is not used."""
    from kiosk.authoring.tools.photo_list import with_list
    from kiosk.authoring.tools.spreadsheet import SpreadsheetError

    try:
        told = with_list(labels, table)
    except SpreadsheetError as error:
        stop(f"Nothing is written, because {table.name} cannot be used: {error}.", PROBLEMS_FOUND)
    rows = f"{told.used} row{'' if told.used == 1 else 's'}"
    click.echo(f"{table.name}: {rows} used.")
    if told.dates:
        click.echo(f"The column {told.dates} only puts the photos in order; no date is shown.")
    for what, names in (
        ("Columns ignored", told.ignored),
        ("In the list, but there is no photo", told.absent),
        ("Photos without a row", told.unlisted),
    ):
        if names:
            click.echo(f"{what}: {_first(names).removesuffix('.')}.")
    for doubt in told.doubts[:DOUBTS_MAX]:
        click.echo(f"{doubt[0].upper()}{doubt[1:]}.")
    if len(told.doubts) > DOUBTS_MAX:
        click.echo(f"And {len(told.doubts) - DOUBTS_MAX} more lines have such mistakes.")
    return told.photos, told.works


def _first(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = f" and {len(names) - NAMED_MAX} more" if len(names) > NAMED_MAX else ""
    shown = (ascii(one)[1:-1] if not one.isprintable() else one for one in names[:NAMED_MAX])
    return f"{', '.join(shown)}{more}"


def _left_out(refused: Mapping[str, str]) -> Iterator[str]:
    """A line for each reason, with the first files that it is true of."""
    files = dict[str, list[str]]()
    for file, reason in refused.items():
        files.setdefault(reason, []).append(Path(file).name)
    for reason, names in files.items():
        yield f"Left out: {_first(names)}: {reason}."


def _tell_what_is_missing(path: Path) -> None:
    """Print what keeps the file from the screen, and what it lacks, each kind in one line."""
    from kiosk.authoring.checks import check_opened
    from kiosk.authoring.checks.subject import CheckServices
    from kiosk.authoring.load.place import open_place
    from kiosk.authoring.problems.codes import Code
    from kiosk.authoring.problems.report import gathered

    opened = open_place(path.parent)
    if path in opened.unlisted:
        click.echo(f"To show it, add {path.stem} to exhibitions in kiosk.yaml.")
        opened = open_place(path)
    # Without services, no photo is opened: that may take long, and is for kiosk check.
    found = [one for one in check_opened(opened, CheckServices()) if one.path == path]
    for problem in found:
        if problem.code is Code.OUTSIDE_ROOTS:
            click.echo(f"Before it can be shown: {problem.message}.")
    for line in gathered([one for one in found if one.code is not Code.OUTSIDE_ROOTS]):
        click.echo(line)
