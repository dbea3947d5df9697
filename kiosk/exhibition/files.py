"""Files that an exhibition names: where they are, and what is close when they are not there."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Literal

from kiosk.exhibition.faults import did_you_mean

LISTED_MAX = 5000
FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
"""Cameras and computers write an é as one sign or as two."""


class Folder:
    """A folder of named files, looked at once for each name."""

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.abspath(path))  # noqa: PTH100  # Links stay as written.
        self._files: dict[str, Path] = {}
        self._faults: dict[str, str] = {}

    @property
    def exists(self) -> bool:
        try:
            return self.path.is_dir()
        except (OSError, ValueError):
            return False

    def file(self, name: str) -> Path:
        """Absolute path of this file, whether it is there or not."""
        if name not in self._files:
            self._files[name] = next(self._forms(name), self._path(name))
        return self._files[name]

    def fault(self, name: str) -> str:
        """Why this name is of no use, as a sentence; "" for an ordinary file."""
        if name not in self._faults:
            self._faults[name] = self._look(name)
        return self._faults[name]

    def _look(self, name: str) -> str:
        try:
            mode = self.file(name).stat().st_mode
        except FileNotFoundError:
            names = self._names(name)
            whole = next((one for one in names if Path(one).stem == Path(name).name), name)
            return f"there is no file '{name}'{did_you_mean(whole, names)}"
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "its name is not usable"
            return f"'{name}' cannot be read: {reason}"
        return "" if stat.S_ISREG(mode) else f"'{name}' is no ordinary file"

    def _forms(self, name: str) -> Iterator[Path]:
        paths = (self._path(unicodedata.normalize(form, name)) for form in FORMS)
        return (path for path in paths if os.path.exists(path))  # noqa: PTH110  # Never raises.

    def _path(self, name: str) -> Path:
        return Path(os.path.normpath(self.path / name))

    def _names(self, name: str) -> list[str]:
        """Names of files in the folder that this name points to."""
        try:
            found = islice(self._path(name).parent.iterdir(), LISTED_MAX)
            return [str(Path(name).with_name(path.name)) for path in found]
        except (OSError, ValueError):
            return []
