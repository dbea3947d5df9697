"""Looks at the system for the checks: its files, its programs, its environment."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

ANSWER_S_MAX = 5.0


class Probe:
    def __init__(self, root: Path = Path("/"), environment: Mapping[str, str] = os.environ) -> None:
        """`root` is the folder that holds /sys, /proc and /etc."""
        self._root, self.environment = root, environment

    def text(self, path: str) -> str:
        """Content of a file of the system; empty if it cannot be read."""
        with suppress(OSError):
            return self._at(path).read_text(encoding="utf-8", errors="replace").strip("\0\n ")
        return ""

    def data(self, path: str) -> bytes:
        with suppress(OSError):
            return self._at(path).read_bytes()
        return b""

    def found(self, pattern: str) -> Iterator[str]:
        """Paths that match, as they are without the root."""
        for path in sorted(self._root.glob(pattern.lstrip("/"))):
            yield "/" + str(path.relative_to(self._root))

    def target(self, path: str) -> str:
        """Where a link leads; empty if it is none."""
        with suppress(OSError):
            return str(self._at(path).readlink())
        return ""

    def has_program(self, name: str) -> bool:
        return shutil.which(name, path=self.environment.get("PATH")) is not None

    def answer(self, *words: str) -> str | None:
        """What a program prints; None if it is missing, fails, or takes too long."""
        program = shutil.which(words[0], path=self.environment.get("PATH"))
        if program is None:
            return None
        with suppress(OSError, subprocess.SubprocessError):
            done = subprocess.run(  # noqa: S603  # The words are in the checks.
                [program, *words[1:]],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=ANSWER_S_MAX,
                env=dict(self.environment),
                check=True,
            )
            return done.stdout
        return None

    def _at(self, path: str) -> Path:
        return self._root / path.lstrip("/")
