"""Decides which files exhibitions may name: those in the allowed root folders."""

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
"""Where desktops mount USB sticks and shares, and where some systems have /home, /mnt and more."""
HOMES = frozenset(map(Path, ("/home", "/Users", "/var/home")))
MEDIA = frozenset(map(Path, ("/mnt", "/media", "/run/media", "/Volumes")))
"""Where USB sticks and shares are mounted; some systems use a subfolder for each user."""
SHARED = HOMES | MEDIA | {Path("/"), Path("/opt"), Path("/tmp")}  # noqa: S108  # Only compared.
OF_A_HOME = (".profile", ".bashrc", ".config")


class Refusal(Enum):
    """Why a file may not be opened."""

    HIDDEN = auto()
    SYSTEM = auto()
    OUTSIDE = auto()


class Roots(Struct, frozen=True):
    """The folders that a technician allows: the one that is played, and further ones."""

    place: Path
    """The folder that is played, as it was given; a link inside it is trusted."""
    folders: tuple[Path, ...]
    """Folders that files may be in, after links are resolved."""

    def refusal(self, path: Path) -> Refusal | None:
        """Why a path may not be opened; None if it may be, even if it does not exist."""
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
    """The roots for a place: its folder, the folder above if that is safe, and more folders."""
    place = _absolute(place)
    folder = place if os.path.isdir(place) else place.parent  # noqa: PTH112  # Never raises.
    named = (place, folder, *more)
    found = (*map(resolved, named), *_beside(folder))
    return Roots(folder, tuple(dict.fromkeys(found)))


def resolved(path: Path) -> Path:
    """A path with its links resolved, as far as possible."""
    try:
        return Path(os.path.realpath(path))
    except ValueError:  # A name that no file can have.
        return path


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100  # Does not resolve links.


def _beside(folder: Path) -> Iterator[Path]:
    """The folder above, unless it is likely to hold more than exhibitions and their files."""
    above = resolved(folder.parent)
    is_others = above in SHARED or above.parent in MEDIA or os.path.ismount(resolved(folder))
    if not (is_others or _is_home(above) or above.name.startswith(".") or _is_system(above)):
        yield above


def _is_home(folder: Path) -> bool:
    """Whether a folder is a user's home, also in an unusual location."""
    own = resolved(Path(os.path.expanduser("~")))  # noqa: PTH111  # Never raises.
    if folder.parent in HOMES or folder == own:
        return True
    return any(os.path.lexists(folder / name) for name in OF_A_HOME)


def _is_open(real: Path, root: Path) -> bool:
    """Whether a file may be opened because it is in this root."""
    if not real.is_relative_to(root) or _is_hidden(real.relative_to(root)):
        return False
    return _is_system(root) or not _is_system(real)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _is_system(path: Path) -> bool:
    return bool(SYSTEM.match(str(path))) and not MOUNTED.match(str(path))
