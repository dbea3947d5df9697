"""Turns the lines of a transcript into rows without time stamps."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.transcripts.blocks import Block
from kiosk.authoring.transcripts.doubts.times import DATE, LETTERED, LONG, SECONDS, SHORT
from kiosk.authoring.transcripts.doubts.wraps import ends_sentence

TIME = rf"(?:{LONG}|{SHORT})(?:\s?[AaPp]\.?[Mm]\b\.?)?"
RANGE = rf"{TIME}(?:\s*[-–—>,]+\s*{TIME})?"
LOOSE = r"\d{1,3}(?::\d{1,2}){1,3}(?:[.,]\d{1,3})?"
"""A time as 0:0:4.5, which counts only beside an arrow."""
STAMPS = re.compile(
    rf"""
      ^ [\[{{<【〔] \s* (?:{RANGE}|{LETTERED}|{SECONDS}) \s* [\]}}>】〕] [\s:.–—-]*
    | [ ]{{0,3}} [\[{{<【〔] \s* (?:{RANGE}|{LETTERED}|{SECONDS}) \s* [\]}}>】〕]
    | [ ]{{0,3}} \(\s*{LONG}(?:\s*[-–—>,]+\s*{LONG})?\s*\) \s*
    | [ ]{{0,3}} \#(?:{LONG}|{SHORT})(?:-\d{{1,3}})?\#? \s*
    | ^ \(\s*{SHORT}\s*\) [\s:.–—-]*
    | [ ]{{0,3}} \(\s*{SHORT}\s*\) $
    | ^ {LONG} (?: \s*[-–—>,]+\s* {LONG} )? (?: \s*[-–—:.]+(?=\s|$) )? \s*
    | ^ {LOOSE} \s*-+>\s* {LOOSE} $
    | ^ [\[(]? {DATE} ,? \s {TIME} (?: \s* [\])] | \s* [-–—] )? \s*
    """,
    re.VERBOSE,
)
"""Times in a form that no sentence has."""
LEADING = re.compile(rf"(?P<time>{SHORT}|{LETTERED})\s*[-–—]?\s+(?=\S)")
DIGIT = re.compile(r"\d")
LEADING_MIN = 3
LEADING_SHARE = 0.4
BREAK = re.compile(r"</?(?:br|p|div|span)(?:\s[^>]{0,200})?/?>", re.IGNORECASE)
RULE = re.compile(r"\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?")
"""A line of dashes between a table's head and its rows."""


LABELS_HELP = "write a speaker's name and a colon before each turn, as in “Q: Why?” and “A: So.”"


class Row(Struct, frozen=True):
    """A line of a transcript, as far as it may be somebody's words."""

    line: int
    text: str
    is_apart: bool
    """Whether an empty line is above it."""
    is_timed: bool = False
    """Whether a time was on this line, or alone above it."""
    label: str | None = None
    """The speaker, where the format has a place for one."""


class UnclearError(Exception):
    """A place where it is not clear who speaks, and what helps."""

    def __init__(self, line: int | Sequence[int], reason: str, remedy: str = LABELS_HELP) -> None:
        super().__init__(f"{reason}; {remedy}; until then, no quote is shown")
        self.lines = (line,) if isinstance(line, int) else tuple(line)

    @property
    def line(self) -> int:
        return self.lines[0]


def lines_shown(lines: Sequence[int]) -> str:
    """“line 4”, or “lines 4, 7 and 11”."""
    *others, last = map(str, lines)
    return f"lines {', '.join(others)} and {last}" if others else f"line {last}"


def rows_of(blocks: Iterable[Block]) -> list[Row]:
    """All lines without their time stamps; lines that have nothing else are left out."""
    rows = list[Row]()
    for block in blocks:
        is_apart, is_timed = True, False
        for number, written in block.numbered:
            text = _without_stamps(written)
            is_timed = is_timed or text != written
            if text and not RULE.fullmatch(text):
                rows.append(Row(number, text, is_apart, is_timed))
                is_apart, is_timed = False, False
    return _without_leading_times(rows)


def _without_stamps(written: str) -> str:
    text = BREAK.sub(" ", written) if "<" in written else written
    return (STAMPS.sub(" ", text) if DIGIT.search(text) else text).strip()


def blocks_from(rows: Sequence[Row]) -> tuple[Block, ...]:
    """Rows as blocks again."""
    groups = list[list[Row]]()
    for row in rows:
        if row.is_apart or not groups:
            groups.append([])
        groups[-1].append(row)
    return tuple(
        Block(group[0].line, tuple(row.text for row in group), tuple(row.line for row in group))
        for group in groups
    )


def without(rows: Sequence[Row], left_out: Collection[int]) -> list[Row]:
    """The rows at other places; a sentence goes on over a gap, and else an empty line stays."""
    kept, parts, is_apart = list[Row](), False, False
    for at, row in enumerate(rows):
        if at in left_out:
            parts, is_apart = True, is_apart or row.is_apart
            continue
        if parts:
            goes_on = bool(kept) and not ends_sentence(kept[-1].text) and row.text[:1].islower()
            row = replace(row, is_apart=(row.is_apart or is_apart) and not goes_on)
        kept.append(row)
        parts, is_apart = False, False
    return kept


def _without_leading_times(rows: list[Row]) -> list[Row]:
    """Rows without plain times at their beginnings, if these count on as a recording does."""
    found = {row.line: match for row in rows if (match := LEADING.match(row.text))}
    seconds = [_seconds(match["time"]) for match in found.values()]
    counts = all(before <= after for before, after in pairwise(seconds))
    if len(found) < max(LEADING_MIN, LEADING_SHARE * len(rows)) or not counts:
        return rows
    return [
        replace(row, text=row.text[found[row.line].end() :], is_timed=True)
        if row.line in found
        else row
        for row in rows
    ]


def _seconds(time: str) -> int:
    seconds = 0
    for part in re.findall(r"\d+", time)[:3]:
        seconds = seconds * 60 + int(part)
    return seconds
