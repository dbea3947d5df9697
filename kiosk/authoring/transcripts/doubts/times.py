"""Finds time stamps of recorders, captions and programs that write down speech."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.authoring.transcripts.doubts.lines import Doubt, Line, Transcript
from kiosk.authoring.transcripts.doubts.names import is_name

LONG = r"(?<![\d:.])\d{1,3}:\d{2}:\d{2}(?:[.,:;]\d{1,3})?(?!\d)"
SHORT = r"(?<![\d:.])\d{1,3}:\d{2}(?:[.,]\d{1,3})?(?![\d:])"
LETTERED = r"(?:\d{1,2}\s?h\s?\d{2}|\d{1,3}\s?m(?:in)?\s?\d{1,2}\s?s|\d+['′]\d{2})\b"
"""Matches 0h05, 5 min 20 s and 5'20."""
SECONDS = r"\d{1,3}\.\d{2}\b|\d+(?:\.\d+)?\s?s\b"
DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
OPEN, SHUT = r"[\[(<{【〔「]", r"[\])>}】〕」]"

CERTAIN = re.compile(
    rf"""
      ^WEBVTT\b
    | {LONG} \s* -+> | {SHORT} \s* -+>
    | \#{LONG} | \#{SHORT}
    | {OPEN} [^\])>}}】〕」]{{0,20}} {LONG}
    | ^{LONG}
    | ^{OPEN}? {DATE} ,? \s {SHORT} (?: \s? [AP]M )? \s* (?: {SHUT} | [-–—] )
    | ^{OPEN} \s* (?: {SHORT} | {LETTERED} | {SECONDS} ) [^\])>}}】〕」]{{0,20}} {SHUT}
    """,
    re.VERBOSE,
)
"""Matches times in a form that no sentence has."""
REPEATED = re.compile(rf"^{SHORT}|{OPEN}\s*{SHORT}\s*{SHUT}[.:]?$")
"""A sentence may begin with “10:30”; two hardly do."""
TOLD = re.compile(rf"{SHORT}(?:\s+[a-zà-ÿа-яё]|\s*[,;.!–—])")
"""Matches a time after which a sentence goes on."""
SHARE = 4
"""Words before times, as in “Around 10:30”, are speakers' names if one line in SHARE has some."""
LETTERS = re.compile(LETTERED)
ALONE = re.compile(rf"^(?:{SHORT}|{LETTERED})$")
AFTER_NAME = re.compile(
    rf"^(?P<name>\D.{{0,39}}?)[\s,|/–—-]*{OPEN}?\s*(?:{LONG}|{SHORT})\s*{SHUT}?\s*[:.–—-]?"
    r"(?P<rest>\s.*|$)",
    re.VERBOSE,
)


def times(transcript: Transcript) -> Iterator[Doubt]:
    for line in _stamped(transcript.lines):
        yield Doubt(line.number, "this looks like the time of a recording")


def _stamped(lines: tuple[Line, ...]) -> list[Line]:
    """Lines with a time that no sentence has, or several with one that a sentence may have."""
    certain = [line for line in lines if CERTAIN.search(line.text) or _is_above_words(line)]
    repeated = _repeated(lines)
    named = [line for line in lines if _begins_with_time(line)]
    possible = named if len(named) * SHARE >= len(lines) else repeated
    return certain or (possible if len(possible) > 1 else [])


def _repeated(lines: tuple[Line, ...]) -> list[Line]:
    """Repeated times, unless they belong to answers that tell about a day."""
    stamped = [line for line in lines if _may_be_stamped(line)]
    in_answers = all(line.place > 0 and line.text[0].isdigit() for line in stamped)
    bare = sum(not TOLD.match(line.start) for line in stamped)
    return [] if in_answers and bare * 2 < len(lines) else stamped


def _is_above_words(line: Line) -> bool:
    """A time on its own line, alone or after a name."""
    if ALONE.search(line.text):
        return line.left > 0
    named = AFTER_NAME.search(line.start) if line.speaks_alone else None
    return bool(named and not named["rest"].strip() and is_name(named["name"]))


def _may_be_stamped(line: Line) -> bool:
    is_answer = ALONE.search(line.text) and not line.speaks_alone
    return bool(REPEATED.search(line.text)) and not is_answer


def _begins_with_time(line: Line) -> bool:
    named = AFTER_NAME.search(line.start)
    return bool(LETTERS.match(line.text) or (named and is_name(named["name"])))
