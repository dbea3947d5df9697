"""Brings together the lists of properties in an AVIF, of which some programs write several.

The format allows one list. Browsers read all of them, but the decoder refuses such a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

LISTS, LIST_HEAD, NUMBER = b"ipma", 4, 4
WAY = ((b"meta", 4), (b"iprp", 0))
"""Boxes around the lists, and how many bytes of each stand before its first box."""


class _Box(NamedTuple):
    kind: bytes
    begin: int
    inside: int
    end: int


def with_one_list(data: bytes) -> bytes:
    """The same file with one list in the place of all; nothing if that is not the fault."""
    begin, end = 0, len(data)
    for kind, skipped in WAY:
        outer = next((box for box in _boxes(data, begin, end) if box.kind == kind), None)
        if outer is None:
            return b""
        begin, end = outer.inside + skipped, outer.end
    lists = [box for box in _boxes(data, begin, end) if box.kind == LISTS]
    starts = [data[box.inside : box.inside + LIST_HEAD] for box in lists]
    if len(lists) < 2 or len(set(starts)) > 1 or lists[-1].end != end:
        return b""
    at = LIST_HEAD + NUMBER
    count = sum(int.from_bytes(data[box.inside + LIST_HEAD : box.inside + at]) for box in lists)
    entries = b"".join(sorted(data[box.inside + at : box.end] for box in lists))
    size = end - lists[0].begin
    one = size.to_bytes(4) + LISTS + starts[0] + count.to_bytes(NUMBER) + entries
    return data[: lists[0].begin] + one.ljust(size, b"\0") + data[end:]


def _boxes(data: bytes, at: int, end: int) -> Iterator[_Box]:
    while at + 8 <= end:
        size = int.from_bytes(data[at : at + 4]) or end - at
        yield _Box(data[at + 4 : at + 8], at, at + 8, min(at + size, end))
        at += max(size, 8)
