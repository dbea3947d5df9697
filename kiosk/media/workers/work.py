"""What crosses between the player and its workers: jobs, and answers of fixed types."""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from msgspec import Meta, Struct

BEGUN = b"!"
LENGTH_BYTES = 8
"""Before each job and each answer stands its length."""
ANSWER_BYTES_MAX = 2**18
"""Enough for facts and a preview, and for the longest label."""
TEXT_MAX, NOTES_MAX = 4000, 20
"""Letters of a reason, a trace or a note, and number of notes."""

T = TypeVar("T")
Text = Annotated[str, Meta(max_length=TEXT_MAX)]


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
    """A piece of work on one file; what else the function takes are numbers, texts and lists.

    An answer of more than `bytes_max` is better not sent.
    """

    work: str
    file: str
    arguments: tuple[Any, ...]
    bytes_max: int


class Answer(Struct, Generic[T], frozen=True, array_like=True, forbid_unknown_fields=True):
    """A result, or else the reason why there is none; and what is to be noted of the file."""

    result: T | None = None
    reason: Text = ""
    trace: Text = ""
    notes: Annotated[tuple[Text, ...], Meta(max_length=NOTES_MAX)] = ()


def framed(data: bytes) -> bytes:
    """A job or an answer with its length before it."""
    return len(data).to_bytes(LENGTH_BYTES, "big") + data
