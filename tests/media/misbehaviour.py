"""What a decoder may do to its worker, as work to be asked of one."""

import os
import resource
import signal
import sys
import time
import warnings
from pathlib import Path

from kiosk.media.original import PhotoWarning

EXPLODED = []


class Bomb:
    """What pickle would run in the process that reads it."""

    def __reduce__(self):
        return explode, ()


def explode():
    EXPLODED.append(True)


def die(file):
    os.kill(os.getpid(), signal.SIGKILL)


def die_while_answering(file):
    """Half an answer gets out before the end, as where the system runs out of memory."""
    os.write(answers(), b"\x80\x05\x95" + bytes(7) + b"\x01" + bytes(100_000))
    die(file)


def utter(file, data):
    """An answer of its own making, before the one that the worker gives."""
    with open(answers(), "wb", closefd=False) as pipe:
        pipe.write(data)
    return 1


def utter_and_hang(file, data):
    utter(file, data)
    hang(file)


def repeat(file, times):
    return file * times


def named_in_bytes(file):
    return os.fsencode(file)


def name_in_vain(file):
    """Fail with a reason that is longer than an answer may be."""
    raise ValueError(file + " " * 2**20)


def hang(file):
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    time.sleep(600)


def hang_and_tell(file):
    Path(file).touch()
    hang(file)


def hoard(file):
    return len(bytearray(2**40))


def chatter(file):
    print("a decoder's remark")
    os.write(1, b"another")
    return len(file)


def stumble(file):
    raise ZeroDivisionError("no reason at all")


def note(file):
    warnings.warn("not quite as it should be", PhotoWarning, stacklevel=1)
    return os.getpid()


def process(file):
    return os.getpid()


def modules(file):
    return sorted(sys.modules)


def take(file, seconds):
    time.sleep(seconds)
    return os.getpid()


def answers():
    """The pipe that answers go through: the only one besides standard input."""
    return next(
        number
        for number in range(3, 20)
        if os.path.exists(f"/proc/self/fd/{number}")  # noqa: PTH110
        and os.readlink(f"/proc/self/fd/{number}").startswith("pipe:")  # noqa: PTH115
    )


def modesty(file):
    """How large a core file it may leave, and how soon the system ends it for want of memory."""
    core, _ = resource.getrlimit(resource.RLIMIT_CORE)
    return [core, int(Path("/proc/self/oom_score_adj").read_text())]


def session(file):
    return os.getsid(0)


def niceness(file):
    return os.nice(0)


def pid(file):
    return os.getpid()
