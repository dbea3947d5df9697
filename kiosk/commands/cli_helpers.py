"""What a command finds at the place it was given, or the sentence with which it stops."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from kiosk.exhibition.collection import Collection

PROBLEMS_FOUND, USED_WRONGLY = 1, 2
SHOW_FAILED = 70
"""As sysexits.h has it for an error in the program: a supervisor starts it anew."""


def collection_of(place: Path, roots: Iterable[Path] = ()) -> Collection:
    """What can be shown of a place; problems are told on the way."""
    from kiosk.authoring.load.place import load

    collection, problems = load(place, roots)
    for problem in problems:
        click.echo(problem.render(), err=True)
    if collection is None:
        stop(nothing_in(place), PROBLEMS_FOUND)
    return collection


def nothing_in(place: Path) -> str:
    return f"There is nothing to show in {place}."


def language_of(collection: Collection, language: str | None) -> str | None:
    """The language asked for, if this collection speaks it."""
    languages = collection.kiosk.languages
    if language and language not in languages:
        stop(f"This kiosk speaks {', '.join(languages)}, and not {language!r}.")
    return language


def stop(message: str, code: int = USED_WRONGLY) -> NoReturn:
    click.echo(message, err=True)
    raise SystemExit(code)
