"""Runs in a worker process: does one job after another, and answers each.

It imports only what the work needs, since a visitor waits for the first photo.
"""

from __future__ import annotations

import importlib
import os
import resource
import signal
import sys
import warnings
from typing import Any, BinaryIO

import msgspec

from kiosk.base.wire import decoded
from kiosk.media.original import PhotoWarning, UnreadablePhotoError
from kiosk.media.workers.work import BEGUN, LENGTH_BYTES, NOTES_MAX, TEXT_MAX, Answer, Job, framed

IDLE_S = 10.0
"""Seconds without a job after which a worker ends, to give its memory back."""


def serve(bytes_max: int, seconds_max: float, module: str, niceness: int) -> None:
    """Do jobs from standard input until it closes, or until no job comes for IDLE_S.

    `module` is imported before the first job, to save time then.
    """
    jobs, answers = sys.stdin.buffer, _answers()
    os.nice(niceness)
    _be_modest(bytes_max)
    importlib.import_module(module)
    while True:
        # The system's alarm ends this process even if a decoder never returns, and even if the
        # player, which would kill it, is gone.
        signal.setitimer(signal.ITIMER_REAL, IDLE_S)
        job = _next_job(jobs)
        if job is None:
            return
        signal.setitimer(signal.ITIMER_REAL, seconds_max * 2)
        _send(answers, BEGUN)
        try:
            answer = _done(job)
        except MemoryError:
            reason = f"opening it takes more memory than the limit ({bytes_max // 2**20} MB)"
            _send(answers, framed(_encoded(Answer(reason=reason))))
            return  # The remaining memory may be fragmented.
        _send(answers, framed(answer))


def _next_job(jobs: BinaryIO) -> Job | None:
    """The next job; None if the player is gone."""
    head = jobs.read(LENGTH_BYTES)
    data = jobs.read(int.from_bytes(head, "big"))
    return decoded(data, Job) if data else None


def _done(job: Job) -> bytes:
    """An answer, encoded."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = _called(job)
            notes = [str(one.message) for one in caught if one.category is PhotoWarning]
            answer = _encoded(Answer(result, notes=tuple(map(_sound, notes[:NOTES_MAX]))))
        except UnreadablePhotoError as error:
            return _encoded(Answer(reason=_sound(str(error))))
        except MemoryError:
            raise
        except Exception as error:  # A hostile file can make a decoder raise anything.
            return _encoded(Answer(reason=_sound(str(error)), trace=_trace()))
    if len(answer) <= job.bytes_max:
        return answer
    return _encoded(
        Answer(reason=f"its result is larger than the limit ({job.bytes_max // 2**20} MB)")
    )


def _called(job: Job) -> Any:
    module, _, function = job.work.partition(":")
    return getattr(importlib.import_module(module), function)(job.file, *job.arguments)


def _encoded(answer: Answer[Any]) -> bytes:
    return msgspec.msgpack.encode(answer)


def _trace() -> str:
    import traceback

    return _sound(traceback.format_exc()[-TEXT_MAX:])


def _sound(text: str) -> str:
    """A text of limited length in valid UTF-8; it may quote file names that are not."""
    return text[:TEXT_MAX].encode(errors="backslashreplace").decode()[:TEXT_MAX]


def _send(answers: BinaryIO, data: bytes) -> None:
    answers.write(data)
    answers.flush()


def _answers() -> BinaryIO:
    """Standard output, reserved for answers: what decoders print is discarded."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)
    return answers


def _be_modest(bytes_max: int) -> None:
    """Limit this process's memory, and let the system end it before the player."""
    resource.setrlimit(resource.RLIMIT_AS, (bytes_max, bytes_max))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        # If the whole machine runs out of memory, the system ends a worker, not the player.
        with open("/proc/self/oom_score_adj", "w") as file:  # noqa: PTH123  # pathlib costs time.
            file.write("1000")
    except OSError:
        pass
