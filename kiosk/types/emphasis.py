"""Defines which letters of a text are italic or bold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace


class Emphasis(Struct, frozen=True, omit_defaults=True):
    """Letters from `start` to before `end`."""

    start: int
    end: int
    italic: bool = False
    bold: bool = False


Emphasised = tuple[str, tuple[Emphasis, ...]]
"""A text, and what is italic or bold in it."""


def joined(parts: Iterable[Emphasised]) -> Emphasised:
    """One text of several."""
    text, emphasis = "", list[Emphasis]()
    for part, marked in parts:
        by = len(text)
        emphasis += [replace(one, start=one.start + by, end=one.end + by) for one in marked]
        text += part
    return text, tuple(emphasis)


def part_of(emphasis: Iterable[Emphasis], start: int, end: int) -> tuple[Emphasis, ...]:
    """What is emphasised in a part of a text, counted from the part's beginning.

    >>> part_of([Emphasis(0, 5, italic=True)], 3, 9)
    (Emphasis(start=0, end=2, italic=True, bold=False),)
    """
    return tuple(
        replace(one, start=max(one.start, start) - start, end=min(one.end, end) - start)
        for one in emphasis
        if one.start < end and one.end > start
    )


def split(text: str, emphasis: Iterable[Emphasis]) -> Iterator[tuple[str, bool, bool]]:
    """All of a text, in pieces; each with whether it is italic, and bold.

    >>> list(split("Boats, 2016", [Emphasis(0, 5, italic=True)]))
    [('Boats', True, False), (', 2016', False, False)]
    """
    at = 0
    for one in (*emphasis, Emphasis(len(text), len(text))):
        for start, end, is_marked in ((at, one.start, False), (one.start, one.end, True)):
            if text[start:end]:
                yield text[start:end], is_marked and one.italic, is_marked and one.bold
        at = one.end
