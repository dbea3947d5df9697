"""Finds the files that an exhibition names, or similar names if they are not there."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Literal

from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import brief, quoted
from kiosk.base.roots import SHARED, Refusal, Roots, resolved

LISTED_MAX = 5000
BESIDE_MAX = 200
"""Folders in which a file is looked for that is not where it should be."""
FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
"""File names may have an é as one character (NFC) or as two (NFD)."""

WHAT = {Code.FOLDER_MISSING: "folder", Code.PHOTO_MISSING: "photo"}

Reason = tuple[Code, str]
"""Why a file cannot be used: the code of a problem, and its sentence."""


def refused(roots: Roots, path: Path, name: str, *, is_folder: bool = False) -> Reason | None:
    """Why exhibitions may not open this file or folder; decided without reading it."""
    refusal = roots.refusal(path)
    if refusal is None:
        return None
    real, place = resolved(path), roots.place
    what = f"{quoted(name)} leads to {brief(str(real))}, which" if real != path else quoted(name)
    match refusal:
        case Refusal.SYSTEM:
            message = f"{what} belongs to the system; put the right file into {place}"
            if real.is_relative_to(resolved(place.parent)):  # As where a service keeps its files.
                message += _option(_folder(real, is_folder=is_folder))
        case Refusal.HIDDEN if "\\" in name:
            message = f"a path has no \\: write {brief(name.replace(chr(92), '/'))}"
        case Refusal.HIDDEN:
            message = (
                f"{what} is hidden; put the right file into {place},"
                " under a name that does not begin with a dot"
            )
        case Refusal.OUTSIDE:
            message = f"{what} is outside the allowed folders; move it into {place}"
            message += _option(_folder(real, is_folder=is_folder))
    return Code.OUTSIDE_ROOTS, message


def _folder(real: Path, *, is_folder: bool) -> Path:
    return real if is_folder or os.path.isdir(real) else real.parent  # noqa: PTH112  # Never raises.


def _option(folder: Path) -> str:
    """The option that lets exhibitions open a folder; "" for folders that all users share."""
    import shlex  # Needed only if something is wrong.

    option = f"--root {shlex.quote(str(folder))}"
    return f", or start the kiosk with {option}" if folder not in SHARED else ""


class Folder:
    """A folder of named files; each name is looked up once."""

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.abspath(path))  # noqa: PTH100  # Links stay as written.
        self._files: dict[str, Path] = {}
        self._reasons: dict[str, Reason | None] = {}
        self._allowed: dict[Path, bool] = {}

    @property
    def exists(self) -> bool:
        try:
            return self.path.is_dir()
        except (OSError, ValueError):
            return False

    def file(self, name: str) -> Path:
        """Absolute path of this file, whether it is there or not."""
        if name not in self._files:
            self._files[name] = next(self._forms(name), None) or self._in_mixed_form(name)
        return self._files[name]

    def why_not(self, code: Code, name: str, roots: Roots) -> Reason | None:
        """Why this name cannot be used; None for an ordinary file that may be opened."""
        if name not in self._reasons:
            self._reasons[name] = self._refused(name, roots) or self._look(code, name)
        return self._reasons[name]

    def _refused(self, name: str, roots: Roots) -> Reason | None:
        """Checks each folder once, and only links one by one: folders may hold many photos."""
        file = self.file(name)
        if file.parent not in self._allowed:
            self._allowed[file.parent] = roots.refusal(file.parent) is None
        is_plain = not (file.name.startswith(".") or os.path.islink(file))  # noqa: PTH114  # Never raises.
        if is_plain and self._allowed[file.parent]:
            return None
        return refused(roots, file, name)

    def _look(self, code: Code, name: str) -> Reason | None:
        try:
            mode = self.file(name).stat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            from kiosk.authoring.load.advice.missing_files import why_missing

            folder = self._path(name).parent
            what = WHAT.get(code, "file")
            message = why_missing(name, folder, self._names(name), what)
            if code is Code.PHOTO_MISSING or "did you mean" in message:
                return code, message
            return code, message + self._elsewhere(name)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "its name is not usable"
            return code, f"{quoted(name)} cannot be read: {reason}"
        return None if stat.S_ISREG(mode) else (code, f"{quoted(name)} is not an ordinary file")

    def _elsewhere(self, name: str) -> str:
        """The same path from the folder above, or the same name near by, if it is there."""
        last = Path(name).name
        paths = [Path("..", name), Path(last), Path("..", last)]
        with suppress(OSError, ValueError):
            for near in (Path(), Path("..")):
                beside = islice(self._path(str(near)).iterdir(), BESIDE_MAX)
                paths += [
                    near / one.name / last for one in beside if one.is_dir() and one.name[0] != "."
                ]
            found = next((path for path in paths if self._path(str(path)).is_file()), None)
            return f"; did you mean '{found.as_posix()}'?" if found else ""
        return ""

    def _forms(self, name: str) -> Iterator[Path]:
        paths = (self._path(unicodedata.normalize(form, name)) for form in FORMS)
        return (path for path in paths if os.path.exists(path))  # noqa: PTH110  # Never raises.

    def _in_mixed_form(self, name: str) -> Path:
        """A name of which only some letters are in one form, as after typing into a copied one."""
        path, meant = self._path(name), unicodedata.normalize("NFC", name)
        if name.isascii():
            return path
        return next(
            (
                self._path(one)
                for one in self._names(name)
                if unicodedata.normalize("NFC", one) == meant
            ),
            path,
        )

    def _path(self, name: str) -> Path:
        return Path(os.path.normpath(self.path / name))

    def _names(self, name: str) -> list[str]:
        """Names of files in the folder that this name points to."""
        try:
            found = islice(self._path(name).parent.iterdir(), LISTED_MAX)
            return [str(Path(name).with_name(path.name)) for path in found]
        except (OSError, ValueError):
            return []
