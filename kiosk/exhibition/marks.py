r"""Reads the marks that curators write in texts: `*italic*`, `**bold**`, and `\*` for an asterisk.

A mark stands at the edge of a word, and its partner at the edge of a word in the same paragraph.
All other asterisks stay as they are: `5 * 3`, `a*b*c`, `*1971`, a footnote's `*`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from kiosk.types.emphasis import Emphasis

LONGEST = 3
"""Asterisks in the longest mark: `***italic and bold***`. Longer rows are ornaments."""
WAITING_MAX = 50
"""A mark looks for its partner among so many before it: a text of many marks is read quickly."""
SIGN = re.compile(r"\\\*|\*+|\n\s*\n")
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
"""Letters of scripts without spaces between words: a word may end before or after each."""


class Marked(Struct, frozen=True):
    """A text without its marks, and what they mean."""

    text: str
    emphasis: tuple[Emphasis, ...] = ()
    unclosed: tuple[int, ...] = ()
    """Where, in the text as it was written, marks begin that have no partner."""


class _Row(Struct):
    """A row of asterisks; `left` of its signs have no partner yet."""

    start: int
    length: int
    left: int
    opens: bool
    closes: bool


class _Pair(Struct, frozen=True):
    """Two marks of one length, and where their signs begin."""

    start: int
    end: int
    length: int


def read_marks(written: str) -> Marked:
    """A text as visitors read it.

    >>> read_marks("*Boats*, 2016").text
    'Boats, 2016'
    """
    if "*" not in written:
        return Marked(written)
    pairs, unclosed = _paired(written)
    escapes = [found.start() for found in SIGN.finditer(written) if found[0] == r"\*"]
    gone = {*escapes}
    for pair in pairs:
        gone |= {*range(pair.start, pair.start + pair.length)}
        gone |= {*range(pair.end, pair.end + pair.length)}
    text = "".join(sign for at, sign in enumerate(written) if at not in gone)
    return Marked(text, tuple(_emphasis(written, pairs, gone)), tuple(unclosed))


def escaped(text: str) -> str:
    r"""A text to write, of which visitors read each asterisk.

    >>> escaped("*1912*"), escaped("5 * 3")
    ('\\*1912\\*', '5 * 3')
    """
    return text if read_marks(text) == Marked(text) else text.replace("*", r"\*")


def _paired(written: str) -> tuple[list[_Pair], list[int]]:
    """The marks with partners, and where those without begin."""
    pairs, unclosed, waiting = list[_Pair](), list[int](), list[_Row]()
    for found in SIGN.finditer(written):
        if found[0].startswith("\n"):
            unclosed += _meant(written, waiting)
            waiting = []
        elif found[0] != r"\*" and len(found[0]) <= LONGEST:
            row = _row(written, found.start(), len(found[0]))
            waiting = _closed(row, waiting, pairs) if row.closes else waiting
            if row.opens and row.left == row.length:
                waiting.append(row)
    return pairs, [*unclosed, *_meant(written, waiting)]


def _row(written: str, start: int, length: int) -> _Row:
    before, after = written[:start][-1:], written[start + length :][:1]
    opens = bool(after.strip()) and not _is_word(before)
    closes = bool(before.strip()) and not _is_word(after)
    return _Row(start, length, length, opens, closes)


def _is_word(sign: str) -> bool:
    """Whether this is part of a word, so that no word begins or ends beside it."""
    return sign.isalnum() and not UNSPACED.match(sign)


def _closed(row: _Row, waiting: Sequence[_Row], pairs: list[_Pair]) -> list[_Row]:
    """The rows that still wait when this one has closed those that it fits."""
    left = [*waiting]
    for at in reversed(range(max(0, len(waiting) - WAITING_MAX), len(waiting))):
        opener = waiting[at]
        if not _fit(opener, row):
            continue
        length = min(opener.left, row.left)
        # The inner signs of both: those nearest to the words.
        opener.left -= length
        pairs.append(_Pair(opener.start + opener.left, row.start + row.length - row.left, length))
        row.left -= length
        left = left[: at + 1] if opener.left else left[:at]
        if not row.left:
            break
    return left


def _fit(opener: _Row, closer: _Row) -> bool:
    """Whether the marks are of one length; three signs are one and two."""
    is_empty = opener.start + opener.length == closer.start
    return not is_empty and (opener.left == closer.left or LONGEST in (opener.left, closer.left))


def _meant(written: str, waiting: Sequence[_Row]) -> list[int]:
    """Of rows that opened, those that somebody meant as marks: `*1971` is a year of birth."""
    return [row.start for row in waiting if written[row.start + row.length].isalpha()]


def _emphasis(written: str, pairs: Sequence[_Pair], gone: set[int]) -> Iterator[Emphasis]:
    """Pieces of the text without marks, one after the other, none within another."""
    changes = defaultdict[int, Counter[str]](Counter)
    for pair in pairs:
        for place, by in ((pair.start, 1), (pair.end, -1)):
            changes[place]["italic"] += by * (pair.length != 2)
            changes[place]["bold"] += by * (pair.length != 1)
    kept = list(accumulate((at not in gone for at in range(len(written))), initial=0))
    start, around = 0, Counter[str]()
    for place in sorted(changes):
        end = kept[place]
        if end > start and any(around.values()):
            yield Emphasis(start, end, around["italic"] > 0, around["bold"] > 0)
        start = end
        around.update(changes[place])
