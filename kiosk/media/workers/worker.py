"""A worker process: does one piece of work after another, and says what came of each.

It imports only what the work needs, since somebody waits for the first photo.
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
"""A worker that is asked for nothing for so long gives its memory back by ending."""


def serve(bytes_max: int, seconds_max: float, module: str, niceness: int) -> None:
    """Work through jobs from standard input until it ends, or nobody asks any more.

    The module that the first of them is about is imported before there is one.
    """
    jobs, answers = sys.stdin.buffer, _answers()
    os.nice(niceness)
    _be_modest(bytes_max)
    importlib.import_module(module)
    while True:
        # Whatever a decoder does, the system's alarm ends this process, also when the player is
        # no longer there to do so.
        signal.setitimer(signal.ITIMER_REAL, IDLE_S)
        job = _next_job(jobs)
        if job is None:
            return
        signal.setitimer(signal.ITIMER_REAL, seconds_max * 2)
        _send(answers, BEGUN)
        try:
            answer = _done(job)
        except MemoryError:
            reason = f"opening it takes more memory than it may ({bytes_max // 2**20} MB)"
            _send(answers, framed(_encoded(Answer(reason=reason))))
            return  # What is left of its memory may be in pieces.
        _send(answers, framed(answer))


def _next_job(jobs: BinaryIO) -> Job | None:
    """None if the player is gone."""
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
        except Exception as error:  # Decoders raise whatever a hostile file leads them to.
            return _encoded(Answer(reason=_sound(str(error)), trace=_trace()))
    if len(answer) <= job.bytes_max:
        return answer
    return _encoded(Answer(reason=f"more came of it than may ({job.bytes_max // 2**20} MB)"))


def _called(job: Job) -> Any:
    module, _, function = job.work.partition(":")
    return getattr(importlib.import_module(module), function)(job.file, *job.arguments)


def _encoded(answer: Answer[Any]) -> bytes:
    return msgspec.msgpack.encode(answer)


def _trace() -> str:
    import traceback

    return _sound(traceback.format_exc()[-TEXT_MAX:])


def _sound(text: str) -> str:
    """A text of bounded length, which may quote names that are no UTF-8."""
    return text[:TEXT_MAX].encode(errors="backslashreplace").decode()[:TEXT_MAX]


def _send(answers: BinaryIO, data: bytes) -> None:
    answers.write(data)
    answers.flush()


def _answers() -> BinaryIO:
    """Standard output for answers alone: what decoders print goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)
    return answers


def _be_modest(bytes_max: int) -> None:
    """Take no more memory than this, and give it back before the show has to."""
    resource.setrlimit(resource.RLIMIT_AS, (bytes_max, bytes_max))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        # Where the machine itself runs out, the system ends a worker, and not the player.
        with open("/proc/self/oom_score_adj", "w") as file:  # noqa: PTH123  # pathlib costs time.
            file.write("1000")
    except OSError:
        pass
