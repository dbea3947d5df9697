"""A worker process: does one piece of work after another, and says what came of each.

It imports only what the work needs, since somebody waits for the first photo.
"""

from __future__ import annotations

import gc
import importlib
import os
import pickle
import resource
import signal
import sys
import warnings
from typing import Any

from kiosk.media.original import PhotoWarning, UnreadablePhotoError

BEGUN = b"!"
IDLE_S = 10.0
"""A worker that is asked for nothing for so long gives its memory back by ending."""

Job = tuple[str, str, tuple[Any, ...]]
"""Module and function, as module:function; a file; whatever else the function takes."""
Answer = tuple[bool, Any, list[str]]
"""Whether it went well, the result or else the reason, and what is to be noted."""


def serve(bytes_max: int, seconds_max: float, module: str, niceness: int) -> None:
    """Work through jobs from standard input until it ends, or nobody asks any more.

    The module that the first of them is about is imported before there is one.
    """
    jobs, answers = sys.stdin.buffer, _answers()
    os.nice(niceness)
    _be_modest(bytes_max)
    gc.disable()  # Modules stay: nobody need look which of them may go.
    importlib.import_module(module)
    gc.freeze()
    gc.enable()
    while True:
        # Whatever a decoder does, the system's alarm ends this process, also when the player is
        # no longer there to do so.
        signal.setitimer(signal.ITIMER_REAL, IDLE_S)
        try:
            job: Job = pickle.load(jobs)  # noqa: S301  # From our own process.
        except EOFError:
            return
        signal.setitimer(signal.ITIMER_REAL, seconds_max * 2)
        answers.write(BEGUN)
        answers.flush()
        try:
            answer = _done(job)
        except MemoryError:
            reason = f"opening it takes more memory than it may ({bytes_max // 2**20} MB)"
            pickle.dump((False, reason, []), answers)
            answers.flush()
            return  # What is left of its memory may be in pieces.
        pickle.dump(answer, answers)
        answers.flush()


def _done(job: Job) -> Answer:
    work, file, arguments = job
    module, _, function = work.partition(":")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = getattr(importlib.import_module(module), function)(file, *arguments)
            notes = [str(one.message) for one in caught if one.category is PhotoWarning]
        except UnreadablePhotoError as error:
            return False, str(error), []
        except MemoryError:
            raise
        except Exception as error:  # Decoders raise whatever a hostile file leads them to.
            return False, f"it is damaged ({error})", []
    return True, result, notes


def _answers() -> Any:
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
