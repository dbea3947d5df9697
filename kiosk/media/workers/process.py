"""Controls one worker process from the player, through pipes.

A hostile file may have taken over the process. So its answers have a fixed type and a limited
length, nothing in them is executed, and every read and write has a time limit.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, TypeVar

import msgspec
from msgspec.structs import replace

from kiosk.base.clock import SystemClock
from kiosk.base.wire import encoded
from kiosk.media.workers.work import BEGUN, LENGTH_BYTES, Answer, Job, Work, WorkError, framed

BEGIN_S_MAX = 30.0
FILES_KNOWN = 4
"""How many of its last files count as known to a worker: it may still have them decoded."""
PIECE_BYTES = 2**20
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories of characters that control a terminal or start a new line."""

T = TypeVar("T")


class Process:
    """One process, and the pipes to it."""

    def __init__(
        self, bytes_max: int, seconds_max: float, module: str, niceness: int, *, silent: bool
    ) -> None:
        """A `silent` process prints no errors, even if it cannot start."""
        # Not multiprocessing: that would import the program's main module again, and start one
        # more process to keep track. -S, since PYTHONPATH already holds the whole path.
        self._process = subprocess.Popen(  # noqa: S603  # The command is fixed, here.
            [sys.executable, "-S", "-P", "-c", _command(bytes_max, seconds_max, module, niceness)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if silent else None,
            bufsize=0,
            env=os.environ
            | {
                "PYTHONPATH": os.pathsep.join(str(Path(path).absolute()) for path in sys.path),
                "MALLOC_ARENA_MAX": "2",  # Each arena reserves part of the limited address space.
            },
            start_new_session=True,  # Only the player reacts to Ctrl-C in the terminal.
        )
        self._jobs = _unblocked(self._process.stdin)
        self._answers = _unblocked(self._process.stdout)
        self._clock = SystemClock()
        self._files: list[str] = []
        self.is_sound = True

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    @property
    def is_new(self) -> bool:
        return not self._files

    def has_had(self, file: str) -> bool:
        return file in self._files

    def begins(self, job: Job) -> bool:
        """Whether the process accepts a job; False if it has ended meanwhile."""
        self._files = [*self._files[1 - FILES_KNOWN :], job.file]
        until_s = self._clock.now() + BEGIN_S_MAX
        try:
            if _events(self._answers, select.POLLIN, 0) & select.POLLIN:
                raise EOFError  # It has written something without a job.
            self._write(framed(encoded(job)), until_s)
            self.is_sound = self._read(1, until_s) == BEGUN
        except (OSError, EOFError):
            self.is_sound = False
        return self.is_sound

    def answer(self, work: Work[T], seconds_max: float) -> Answer[T]:
        """The answer to the job that was begun."""
        until_s = self._clock.now() + seconds_max
        kind: Any = Answer
        try:
            length = int.from_bytes(self._read(LENGTH_BYTES, until_s), "big")
            if length > work.bytes_max:
                raise ValueError(f"an answer of {length} bytes")
            data = self._read(length, until_s)
            answer: Answer[T] = msgspec.msgpack.decode(data, type=kind[work.answer])
            if answer.result is None and not answer.reason:
                raise ValueError("an answer that says nothing")
        except TimeoutError:
            self.is_sound = False
            raise WorkError(f"it took more than {seconds_max:g} s to open") from None
        except Exception:  # Half an answer can make the decoder raise anything.
            self.is_sound = False
            raise WorkError("opening it ended the worker process") from None
        return _harmless(answer)

    def lower_priority(self, niceness: int) -> None:
        with suppress(OSError):  # It may have ended.
            os.setpriority(os.PRIO_PROCESS, self._process.pid, niceness)

    def kill(self) -> None:
        self._process.kill()

    def reap(self) -> None:
        """Kill and reap the process, and close its pipes."""
        self._process.kill()
        with suppress(subprocess.TimeoutExpired):  # It may be stuck on a disk that is gone.
            self._process.wait(1)
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()

    def _write(self, data: bytes, until_s: float) -> None:
        while data:
            self._await(self._jobs, select.POLLOUT, until_s)
            data = data[os.write(self._jobs, data) :]

    def _read(self, count: int, until_s: float) -> bytearray:
        data = bytearray()
        while len(data) < count:
            self._await(self._answers, select.POLLIN, until_s)
            piece = os.read(self._answers, min(count - len(data), PIECE_BYTES))
            if not piece:
                raise EOFError
            data += piece
        return data

    def _await(self, pipe: int, what: int, until_s: float) -> None:
        if not _events(pipe, what, max(0.0, until_s - self._clock.now())):
            raise TimeoutError


def _events(pipe: int, what: int, seconds_max: float) -> int:
    """The first event of a pipe, such as data or a closed other end; 0 after the time limit."""
    poll = select.poll()
    poll.register(pipe, what)
    found = poll.poll(seconds_max * 1000)
    return found[0][1] if found else 0


def _unblocked(pipe: IO[bytes] | None) -> int:
    assert pipe
    os.set_blocking(pipe.fileno(), False)
    return pipe.fileno()


def _command(*arguments: object) -> str:
    return f"from kiosk.media.workers.worker import serve; serve{arguments!r}"


def _harmless(answer: Answer[T]) -> Answer[T]:
    """The answer with texts safe to log: no characters that control a terminal or forge a line."""
    return replace(
        answer,
        reason=_plain(answer.reason),
        notes=tuple(map(_plain, answer.notes)),
        trace="\n".join(map(_plain, answer.trace.split("\n"))),
    )


def _plain(text: str) -> str:
    return "".join("\ufffd" if unicodedata.category(one) in UNSEEN else one for one in text)
