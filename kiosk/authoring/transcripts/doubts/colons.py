"""Finds words that are repeated before colons: a name, “He” or half a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kiosk.authoring.transcripts.doubts.lines import Doubt, Line, Transcript
from kiosk.authoring.transcripts.doubts.names import key

BEFORE = re.compile(r"\W{0,4}(?P<words>[^\W_][^:|]{0,79}?)\s*(?::(?!\d|//)|\|)\s*\S")
SHARE = 4
"""Labels of one exchange count if one line in SHARE has them."""


def colons(transcript: Transcript) -> Iterator[Doubt]:
    """Words before a colon that begin questions and answers, or take turns on most lines."""
    found = defaultdict[str, list[Line]](list)
    lines = [line for group in transcript.groups for line in group]
    for line in lines:
        before = BEFORE.match(line.start)
        if before:
            found[key(before["words"])].append(line)
    again = [same for same in found.values() if len(same) > 1]
    turns = again if len(again) > 1 and sum(map(len, again)) * 2 >= len(lines) else []
    both = [same for same in again if _asks_and_answers(same, len(lines))]
    doubtful = [line for same in (*turns, *both) for line in same]
    for line in sorted(doubtful, key=lambda line: line.number)[:1]:
        words = line.start.split(":")[0][:40]
        yield Doubt(line.number, f"“{words}” comes before a colon again, like a speaker label")


def _asks_and_answers(same: list[Line], lines: int) -> bool:
    asking = sum(line.place == 0 for line in same)
    return 0 < asking < len(same) and (asking > 1 or len(same) * SHARE >= lines)
