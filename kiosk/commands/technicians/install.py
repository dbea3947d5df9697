"""`kiosk install` and `kiosk uninstall`: have systemd start the kiosk, and keep it alive."""

from __future__ import annotations

import getpass
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from kiosk.commands.shared.cli_helpers import PROBLEMS_FOUND, stop
from kiosk.commands.shared.options import machine_option, place_argument, roots_option
from kiosk.system.units import (
    COMPOSITORS,
    NAME,
    SYSTEM_UNITS,
    WRITTEN_BY,
    Service,
    Session,
    configuration,
    desktop_entry,
    unit,
    user_units,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

ENTRY = "exhibition-kiosk.desktop"
ROOT = "root"


@click.command()
@place_argument
@roots_option
@machine_option
@click.option(
    "--in",
    "session",
    type=click.Choice(get_args(Session)),
    default="desktop",
    show_default=True,
    help=(
        "Show it on a desktop that somebody logs in to; in Cage, labwc or an X server, which start"
        " with the machine; or on the screen alone (kms)."
    ),
)
@click.option("--as", "user", metavar="USER", help="User that the kiosk runs as, if not you.")
@click.option("--print", "prints", is_flag=True, help="Print what would be written, and no more.")
def install(
    place: Path,
    roots: tuple[Path, ...],
    machine: Path | None,
    session: Session,
    user: str | None,
    prints: bool,
) -> None:
    """Start the kiosk with the desktop or with the machine, and again whenever it ends."""
    service = Service(
        _command(place, roots, machine),
        session,
        None if session == "desktop" else _user(user),
        _compositor(session, must_exist=not prints),
    )
    files = _files(service)
    if prints:
        for path, text in files.items():
            click.echo(f"# {path}\n{text}", nl=False)
        return
    if not place.exists():
        stop(f"There is no file or folder {place}.")
    for path, text in files.items():
        _write(path, text)
        click.echo(f"{path} is written.")
    click.echo(_next_steps(service))


@click.command()
def uninstall() -> None:
    """Remove what `kiosk install` has written."""
    removed = [path for path in _places() if _is_ours(path)]
    for path in removed:
        try:
            path.unlink()
        except OSError as error:
            stop(f"{path} cannot be removed: {error.strerror}.", PROBLEMS_FOUND)
        click.echo(f"{path} is removed.")
    if not removed:
        stop("Nothing of kiosk install is there.", PROBLEMS_FOUND)
    click.echo("To end a kiosk that still runs, type: " + _systemctl(removed, "stop"))


def _command(place: Path, roots: Iterable[Path], machine: Path | None) -> tuple[str, ...]:
    """The command of the kiosk, as it works from any folder."""
    named = (("--root", root) for root in roots)
    options = [*named, *([("--machine", machine)] if machine else [])]
    words = (str(word) for name, path in options for word in (name, path.absolute()))
    # Not the script: this names the environment, also where pipx or uv has made it.
    return (sys.executable, "-m", "kiosk", "play", "--wait", *words, "--", str(place.absolute()))


def _user(named: str | None) -> str:
    """Whom the kiosk runs as; root only if somebody asks for that."""
    user = named or os.environ.get("SUDO_USER") or getpass.getuser()
    if user == ROOT and named != ROOT:
        stop(
            "A kiosk is not to run as root: people who take it over would have the whole machine."
            " Name a user, such as --as kiosk; sudo adduser --system --group kiosk makes one."
        )
    return user


def _compositor(session: Session, *, must_exist: bool) -> str:
    name = COMPOSITORS.get(session)
    if name is None:
        return ""
    found = shutil.which(name)
    if must_exist and not found:
        stop(f"{name} is not installed; on Debian, type: sudo apt install {name}")
    return found or f"/usr/bin/{name}"


def _files(service: Service) -> dict[Path, str]:
    if service.is_of_system:
        return {SYSTEM_UNITS / NAME: unit(service)}
    entry = _autostart() / ENTRY
    if not shutil.which("systemctl"):
        return {entry: desktop_entry(service.command)}
    return {user_units(os.environ) / NAME: unit(service), entry: desktop_entry()}


def _places() -> tuple[Path, ...]:
    return SYSTEM_UNITS / NAME, user_units(os.environ) / NAME, _autostart() / ENTRY


def _autostart() -> Path:
    return configuration(os.environ) / "autostart"


def _write(path: Path, text: str) -> None:
    """Write a file; stop before one of somebody else is replaced."""
    if path.exists() and not _is_ours(path):
        stop(f"{path} is there, and kiosk install has not written it: rename it first.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except PermissionError:
        stop(f"{path} may only be written by root: put sudo before the command.")
    except OSError as error:
        stop(f"{path} cannot be written: {error.strerror}.")


def _is_ours(path: Path) -> bool:
    with suppress(OSError, ValueError):
        return WRITTEN_BY in path.read_text(encoding="utf-8")
    return False


def _next_steps(service: Service) -> str:
    if not service.is_of_system:
        return "The kiosk starts with the next login to the desktop. Log out and in to try it."
    return (
        f"To start it now and with the machine, type: sudo systemctl enable --now {NAME}\n"
        "To see what it says, type: journalctl -u exhibition-kiosk -f"
    )


def _systemctl(files: Iterable[Path], verb: str) -> str:
    is_of_system = any(SYSTEM_UNITS in file.parents for file in files)
    return f"sudo systemctl {verb} {NAME}" if is_of_system else f"systemctl --user {verb} {NAME}"
