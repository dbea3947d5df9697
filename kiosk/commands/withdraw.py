"""`kiosk withdraw`: makes sure that this machine never shows photos again or keeps any of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.cli_helpers import PROBLEMS_FOUND, stop

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
    for file in files:
        # As exhibitions name it: absolute, with links not followed.
        path = os.path.abspath(file)  # noqa: PTH100
        known = cache.history(path)
        if known is None:
            stop(
                f"There is no photo {file}, and this kiosk has never shown one from there.",
                PROBLEMS_FOUND,
            )
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
