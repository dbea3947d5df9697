"""Roots: the folders in which exhibitions may name files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from pathlib import Path

from msgspec import Struct

SYSTEM = re.compile(r"/(bin|boot|dev|etc|lib(32|64|x32|exec)?|proc|root|run|sbin|sys|usr|var)(/|$)")
MOUNTED = re.compile(
    r"/(run/media|run/user/[^/]+/(gvfs|kio-fuse-[^/]+)|var/(home|media|mnt|srv))(/|$)"
)
"""Where desktops put sticks and shares, and where some systems keep what others have at the top."""
HOMES = frozenset(map(Path, ("/home", "/Users", "/var/home")))
MEDIA = frozenset(map(Path, ("/mnt", "/media", "/run/media", "/Volumes")))
"""Where sticks and shares are put, by some systems in a folder for each person."""
SHARED = HOMES | MEDIA | {Path("/"), Path("/opt"), Path("/tmp")}  # noqa: S108  # To keep out of it.
OF_A_HOME = (".profile", ".bashrc", ".config")


class Refusal(Enum):
    """Why a file may not be opened."""

    HIDDEN = auto()
    SYSTEM = auto()
    OUTSIDE = auto()


class Roots(Struct, frozen=True):
    """What a technician allows: the place that is played, and the folders named beside it."""

    place: Path
    """The folder that is played, as it was named; a link inside it is trusted."""
    folders: tuple[Path, ...]
    """Where files may lie, once links are resolved."""

    def refusal(self, path: Path) -> Refusal | None:
        """None for a file or folder that may be opened, whether it is there or not."""
        real = resolved(path)
        if any(_is_open(real, root) for root in self.folders):
            return None
        if _is_system(real):
            return Refusal.SYSTEM
        inside = [root for root in self.folders if real.is_relative_to(root)]
        if inside or _is_hidden(real):
            return Refusal.HIDDEN
        return None if path.is_relative_to(self.place) else Refusal.OUTSIDE


def roots_of(place: Path, more: Iterable[Path] = ()) -> Roots:
    """The place with what lies beside it, and more folders."""
    place = _absolute(place)
    folder = place if os.path.isdir(place) else place.parent  # noqa: PTH112  # Never raises.
    named = (place, folder, *more)
    found = (*map(resolved, named), *_beside(folder))
    return Roots(folder, tuple(dict.fromkeys(found)))


def resolved(path: Path) -> Path:
    """Where a path leads, as far as it can be followed."""
    try:
        return Path(os.path.realpath(path))
    except ValueError:  # A name that no file can have.
        return path


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100  # Links stay as they are named.


def _beside(folder: Path) -> Iterator[Path]:
    """The folder above, unless more lies in it than exhibitions and what belongs to them."""
    above = resolved(folder.parent)
    is_others = above in SHARED or above.parent in MEDIA or os.path.ismount(resolved(folder))
    if not (is_others or _is_home(above) or above.name.startswith(".") or _is_system(above)):
        yield above


def _is_home(folder: Path) -> bool:
    """Whether it is somebody's home, also where those lie elsewhere than usual."""
    own = resolved(Path(os.path.expanduser("~")))  # noqa: PTH111  # Never raises.
    if folder.parent in HOMES or folder == own:
        return True
    return any(os.path.lexists(folder / name) for name in OF_A_HOME)


def _is_open(real: Path, root: Path) -> bool:
    """Whether a file may be opened because it lies in this root."""
    if not real.is_relative_to(root) or _is_hidden(real.relative_to(root)):
        return False
    return _is_system(root) or not _is_system(real)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _is_system(path: Path) -> bool:
    return bool(SYSTEM.match(str(path))) and not MOUNTED.match(str(path))
