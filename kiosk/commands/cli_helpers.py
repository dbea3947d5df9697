"""Loads what a command needs from its place, or stops with a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from kiosk.exhibition.collection import Collection

PROBLEMS_FOUND, USED_WRONGLY = 1, 2
SHOW_FAILED = 70
"""Exit code of sysexits.h for an error in the program: a supervisor starts it again."""


def collection_of(place: Path, roots: Iterable[Path] = ()) -> Collection:
    """What can be shown of a place; prints its problems."""
    from kiosk.authoring.load.place import load
    from kiosk.player.errors import NothingToShowError

    collection, problems = load(place, roots)
    for problem in problems:
        click.echo(problem.render(), err=True)
    if collection is None:
        stop(str(NothingToShowError(place)), PROBLEMS_FOUND)
    return collection


def language_of(collection: Collection, language: str | None) -> str | None:
    """The language asked for; stops if this collection does not have it."""
    from kiosk.player.errors import StartError
    from kiosk.player.startup import require_language

    try:
        require_language(collection, language)
    except StartError as error:
        stop(str(error))
    return language


def require_folder_of(out: Path) -> None:
    """Stop if the file to write has no folder; called before what takes long."""
    if not out.parent.is_dir():
        stop(f"{out} cannot be written: there is no folder {out.parent}.")


def write_new(path: Path, text: str) -> None:
    """Write a text into a file that is not there yet; stop if it cannot be written."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        stop(f"{path} already exists and is not changed; use another name.")
    except OSError as error:
        stop(f"{path} cannot be written: {error.strerror}")


def stop(message: str, code: int = USED_WRONGLY) -> NoReturn:
    click.echo(message, err=True)
    raise SystemExit(code)
