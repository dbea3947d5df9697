"""One worker process as the player sees it, and the pipes to it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.media.original import UnreadablePhotoError
from kiosk.media.worker import BEGUN, Answer, Job

BEGIN_S_MAX = 30.0
FILES_KNOWN = 4
"""A worker is taken to know so many of the files it has had last."""


class Process:
    """One process, and the pipes to it."""

    def __init__(self, bytes_max: int, seconds_max: float, module: str, niceness: int) -> None:
        # Started anew rather than by multiprocessing: that would import the program's main module
        # again, and start a process more to keep track. -S, since the path is already known.
        self._process = subprocess.Popen(  # noqa: S603  # What is run is written here.
            [sys.executable, "-S", "-P", "-c", _command(bytes_max, seconds_max, module, niceness)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ
            | {
                "PYTHONPATH": os.pathsep.join(str(Path(path).absolute()) for path in sys.path),
                "MALLOC_ARENA_MAX": "2",  # Each would reserve a part of the limited address space.
            },
            start_new_session=True,  # The player alone answers to the keyboard.
        )
        self._files: list[str] = []
        self._late = False
        self.is_sound = True

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    def has_had(self, file: str) -> bool:
        return file in self._files

    def begins(self, job: Job) -> bool:
        """Whether it takes a job; one that has ended meanwhile doesn't."""
        self._files = [*self._files[1 - FILES_KNOWN :], job[1]]
        assert self._process.stdin
        assert self._process.stdout
        try:
            with self._ended_after(BEGIN_S_MAX):
                pickle.dump(job, self._process.stdin)
                self._process.stdin.flush()
                self.is_sound = self._process.stdout.read(1) == BEGUN
        except OSError:
            self.is_sound = False
        return self.is_sound

    def answer(self, seconds_max: float) -> Answer:
        """What came of the job that was begun."""
        assert self._process.stdout
        try:
            with self._ended_after(seconds_max):
                answer: Answer = pickle.load(self._process.stdout)  # noqa: S301  # From our own process.
        except Exception:  # Half an answer may look like anything.
            self.is_sound = False
            if self._late:
                raise UnreadablePhotoError(f"it took more than {seconds_max:g} s to open") from None
            raise UnreadablePhotoError("opening it ended the worker process") from None
        return answer

    def calm_down(self, niceness: int) -> None:
        with suppress(OSError):  # It may have ended.
            os.setpriority(os.PRIO_PROCESS, self._process.pid, niceness)

    def kill(self) -> None:
        self._process.kill()

    def bury(self) -> None:
        """End it if it hasn't ended, and leave nothing of it behind."""
        self._process.kill()
        with suppress(subprocess.TimeoutExpired):  # It may be stuck in a disk that is gone.
            self._process.wait(1)
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()

    @contextmanager
    def _ended_after(self, seconds: float) -> Iterator[None]:
        timer = threading.Timer(seconds, self._end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _end(self) -> None:
        self._late = True
        self._process.kill()


def _command(*arguments: object) -> str:
    return f"from kiosk.media.worker import serve; serve{arguments!r}"
