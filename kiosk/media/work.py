"""What crosses between the player and its workers: jobs, and answers of fixed types."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from msgspec import Struct

BEGUN = b"!"
LENGTH_BYTES = 8
"""Before each job and each answer stands its length."""
ANSWER_BYTES_MAX = 2**18
"""Enough for facts and a preview, and for the longest label."""

T = TypeVar("T")


class WorkError(Exception):
    """Nothing came of a piece of work; the text says why.

    `trace` is where the program failed, if it was not the file's fault as far as the work knows.
    """

    def __init__(self, reason: str, trace: str = "") -> None:
        super().__init__(reason)
        self.trace = trace


class Work(Struct, Generic[T], frozen=True):
    """A function, as module:function, and the only type that its answers may have."""

    name: str
    answer: type[T]
    bytes_max: int = ANSWER_BYTES_MAX
    """A longer answer is refused before it is read."""


class Job(Struct, frozen=True):
    """A piece of work on one file; what else the function takes are numbers, texts and lists."""

    work: str
    file: str
    arguments: tuple[Any, ...]
    bytes_max: int


class Answer(Struct, Generic[T], frozen=True, array_like=True, forbid_unknown_fields=True):
    """A result, or else the reason why there is none; and what is to be noted of the file."""

    result: T | None = None
    reason: str = ""
    trace: str = ""
    notes: tuple[str, ...] = ()


def framed(data: bytes) -> bytes:
    """A job or an answer with its length before it."""
    return len(data).to_bytes(LENGTH_BYTES, "big") + data
