"""`kiosk withdraw`: photos that this machine never shows again, and keeps nothing of."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.places import PROBLEMS_FOUND, stop

if TYPE_CHECKING:
    from kiosk.media.cache import Cache


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--undo", is_flag=True, help="Let the photos be shown again.")
def withdraw(files: tuple[Path, ...], undo: bool) -> None:
    """Withdraw photos from this machine, also while a kiosk plays them.

    A photo is known by its content, whatever its file is named and whatever exhibitions say. The
    file itself stays.
    """
    from kiosk.media.cache import Cache

    cache = Cache()
    for file in files:
        # As exhibitions name it: absolute, with links as they are written.
        path = os.path.abspath(file)  # noqa: PTH100
        known = cache.history(path)
        if known is None:
            stop(f"There is no photo {file}, and none was shown from there.", PROBLEMS_FOUND)
        try:
            if undo:
                cache.ledger.give_back(known.hashes)
                click.echo(f"{file} may be shown again, unless an exhibition withdraws it.")
            else:
                cache.ledger.withdraw(known.hashes)
                _forget(path, cache)
                click.echo(f"{file} is not shown any more, and nothing made of it is kept.")
        except OSError as error:
            stop(f"{cache.ledger.path} cannot be written: {error.strerror}.", PROBLEMS_FOUND)


def _forget(path: str, cache: Cache) -> None:
    from kiosk.media.withdrawal import withdraw as withdraw_photos

    for left in withdraw_photos([path], cache=cache)[path]:
        stop(f"{left} was made of it, and cannot be deleted: delete that.", PROBLEMS_FOUND)
