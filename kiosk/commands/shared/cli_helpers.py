"""Loads what a command needs from its place, or stops with a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from msgspec.structs import replace

if TYPE_CHECKING:
    from kiosk.authoring.load.place import Opened
    from kiosk.authoring.problems.problem import Problem
    from kiosk.exhibition.collection import Collection
    from kiosk.exhibition.kiosk import Machine

PROBLEMS_FOUND, USED_WRONGLY = 1, 2
SHOW_FAILED = 70
"""Exit code of sysexits.h for an error in the program: a supervisor starts it again."""


def collection_of(
    place: Path, roots: Iterable[Path] = (), machine: Path | None = None
) -> Collection:
    """What can be shown of a place; prints its problems."""
    from kiosk.player.errors import NothingToShowError

    opened = open_obeying(place, roots, machine)
    for problem in opened.problems:
        click.echo(problem.render(), err=True)
    if opened.collection is None:
        stop(str(NothingToShowError(place)), PROBLEMS_FOUND)
    return opened.collection


def open_obeying(place: Path, roots: Iterable[Path] = (), machine: Path | None = None) -> Opened:
    """What is read of a place, without photos that this machine has recorded as withdrawn.

    It has the settings of this machine. So commands count and number slides as the player does. A
    copy of a photo that the place withdraws counts, too: the player records it.
    """
    from kiosk.authoring.load.place import open_place
    from kiosk.media.cache import Cache

    settings, problems = machine_settings(machine)
    opened, cache = open_place(place, (*roots, *map(Path, settings.roots))), Cache()
    opened = replace(
        opened,
        kiosk=settings.applied_to(opened.kiosk),
        problems=(*problems, *opened.problems),
    )
    photos = opened.collection.photos if opened.collection else frozenset[str]()
    contents = {known.hashes[0] for one in opened.withdrawn if (known := cache.history(one))}
    recorded = cache.withdrawn_of(photos, also=contents, opens=True)
    return opened.without(recorded) if recorded else opened


def machine_settings(file: Path | None = None) -> tuple[Machine, tuple[Problem, ...]]:
    """The settings of this machine, from the usual file or from this one, and its problems."""
    from kiosk.exhibition.kiosk import Machine
    from kiosk.player.content.machine_settings import machine_file

    path = machine_file(file)
    if path is None:
        return Machine(), ()
    from kiosk.authoring.load.machine_file import open_machine
    from kiosk.authoring.problems.collector import Problems

    problems = Problems()
    machine = open_machine(path, problems) or Machine()
    return machine, problems.in_order()


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
