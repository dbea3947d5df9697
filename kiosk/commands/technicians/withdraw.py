"""`kiosk withdraw`: makes sure that this machine never shows photos again or keeps any of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.shared.cli_helpers import PROBLEMS_FOUND, stop

if TYPE_CHECKING:
    from kiosk.media.cache import Cache


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--undo", is_flag=True, help="Allow the photos to be shown again.")
def withdraw(files: tuple[Path, ...], undo: bool) -> None:
    """Withdraw photos from this machine, also while a kiosk plays them.

    A photo is recognised by its content, under any file name and in any exhibition. The file
    itself is not deleted.
    """
    from kiosk.media.cache import Cache

    cache = Cache()
    refused = [file for file in files if not _done(file, cache, undo=undo)]
    if refused:
        raise SystemExit(PROBLEMS_FOUND)


def _done(file: Path, cache: Cache, *, undo: bool) -> bool:
    """Withdraw or return one photo; False if there is none, which keeps no other from its turn."""
    # As exhibitions name it: absolute, with links not followed.
    path = os.path.abspath(file)  # noqa: PTH100
    was_shown = cache.known(path) is not None
    known = cache.history(path)
    if known is None:
        click.echo(
            f"There is no photo {file}, and this kiosk has never shown one from there.", err=True
        )
        return False
    if not (undo or was_shown or _is_picture(path)):
        cache.forget(path)  # Else it would count as shown the next time.
        click.echo(f"{file} is not a picture, so it is not withdrawn: name the photo.", err=True)
        return False
    try:
        if undo:
            cache.ledger.give_back(known.hashes[:1])
            click.echo(f"{file} may be shown again, unless an exhibition withdraws it.")
        else:
            _withdraw(path, cache)
            click.echo(
                f"{file} is not shown any more, and all its derivatives are deleted."
                " A slide without other photos goes, too, with its words."
            )
    except OSError as error:
        stop(f"{cache.ledger.path} cannot be written: {error.strerror}.", PROBLEMS_FOUND)
    return True


def _is_picture(path: str) -> bool:
    """Whether a file is named as a picture, even a broken one, or can be opened as one."""
    from kiosk.authoring.checks.folder import PHOTO_ENDINGS
    from kiosk.media.inspection import inspect_withdrawn

    return Path(path).suffix.lower() in PHOTO_ENDINGS or bool(inspect_withdrawn([path]))


def _withdraw(path: str, cache: Cache) -> None:
    """Raises OSError if this cannot be saved; what was made of the photo is deleted in any case."""
    from kiosk.media.purge import forget

    try:
        cache.withdraw([path])
    finally:
        left = forget(path, cache)
    if left:
        stop(
            f"{left[0]} was made from it and cannot be deleted: delete it by hand.", PROBLEMS_FOUND
        )
