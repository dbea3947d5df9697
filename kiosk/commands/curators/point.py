"""`kiosk point`: prints the focus and the details of a photo, as lines for YAML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.shared.cli_helpers import PROBLEMS_FOUND, stop
from kiosk.commands.shared.options import WIDTH_BY_HEIGHT

if TYPE_CHECKING:
    from kiosk.base.geometry import Size


@click.command()
@click.argument("photo", type=click.Path(path_type=Path))
@click.option(
    "--window", type=WIDTH_BY_HEIGHT, help="Size of the window; most of the screen if left out."
)
def point(photo: Path, window: Size | None) -> None:
    """Show a photo, and print lines for its focus and its details.

    A click prints focus, a drag prints details: paste the last line below the photo.
    """
    from kiosk.authoring.load.folder import Folder
    from kiosk.authoring.problems.codes import Code
    from kiosk.base.roots import roots_of
    from kiosk.display.window import NoDisplayError
    from kiosk.media.original import UnreadablePhotoError
    from kiosk.player import pointing

    photo = photo.absolute()
    folder = Folder(photo.parent)
    missing = folder.why_not(Code.PHOTO_MISSING, photo.name, roots_of(folder.path, [folder.path]))
    if missing:
        stop(f"{missing[1]}.", PROBLEMS_FOUND)
    try:
        pointing.point(str(folder.file(photo.name)), click.echo, window)
    except (UnreadablePhotoError, OSError) as error:
        stop(f"{photo.name} cannot be shown: {error}.", PROBLEMS_FOUND)
    except NoDisplayError as error:
        stop(f"There is no screen for a window: {error}.")
    except KeyboardInterrupt:
        pass
