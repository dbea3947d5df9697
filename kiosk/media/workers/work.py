"""Defines what the player and its workers exchange: jobs, and answers of fixed types."""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from msgspec import Meta, Struct

BEGUN = b"!"
LENGTH_BYTES = 8
"""Size of the length that precedes each job and each answer."""
ANSWER_BYTES_MAX = 2**18
"""Limit of an answer: enough for facts and a preview, and for the longest metadata."""
TEXT_MAX, NOTES_MAX = 4000, 20
"""Characters of a reason, a trace or a note, and number of notes."""

T = TypeVar("T")
Text = Annotated[str, Meta(max_length=TEXT_MAX)]


class WorkError(Exception):
    """A piece of work failed; the text says why.

    `trace` is the traceback of an unexpected error; empty if the file is known to be at fault.
    """

    def __init__(self, reason: str, trace: str = "") -> None:
        super().__init__(reason)
        self.trace = trace


class Work(Struct, Generic[T], frozen=True):
    """A function, written as module:function, and the only type that its answers may have."""

    name: str
    answer: type[T]
    bytes_max: int = ANSWER_BYTES_MAX
    """A longer answer is refused before it is read."""


class Job(Struct, frozen=True):
    """A piece of work on one file; the other arguments are numbers, texts and lists.

    A worker doesn't send an answer of more than `bytes_max`.
    """

    work: str
    file: str
    arguments: tuple[Any, ...]
    bytes_max: int


class Answer(Struct, Generic[T], frozen=True, array_like=True, forbid_unknown_fields=True):
    """A result, or the reason why there is none; and notes on the file."""

    result: T | None = None
    reason: Text = ""
    trace: Text = ""
    notes: Annotated[tuple[Text, ...], Meta(max_length=NOTES_MAX)] = ()


def framed(data: bytes) -> bytes:
    """A job or an answer, preceded by its length."""
    return len(data).to_bytes(LENGTH_BYTES, "big") + data
