"""Finds lines that were wrapped at a width: a sentence or question runs on to the next line."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from kiosk.authoring.transcripts.doubts.lines import ASIDE, Doubt, Line, Transcript

CLOSING = " \t\"'“”’‘«»)]*_」』"
PAUSES = ",،、"
WIDTH_MAX = 120
REPEATED_WITH_CAPITALS = 3
REPEATED_WITHOUT_CASE = 2


def wraps(transcript: Transcript) -> Iterator[Doubt]:
    """A line that goes on in lower case; else several sentences that do not end with their line."""
    pairs = [pair for group in transcript.groups for pair in pairwise(group)]
    running = [pair for pair in pairs if not ends_sentence(pair[0].text)]
    small = [pair for pair in running if _initial(pair[1].text).islower()]
    if _writes_small(transcript):
        small = []
    reason = "this line ends in the middle of a sentence"
    if small:
        yield Doubt(small[0][0].number, reason)
        return
    narrow = [first for first, _ in running if len(first.text) <= WIDTH_MAX]
    cased = any(_initial(line.text).isupper() for line in narrow)
    least = REPEATED_WITH_CAPITALS if cased else REPEATED_WITHOUT_CASE
    share = 2 if cased else 3
    if len(narrow) >= least and len(narrow) * share >= len(pairs):
        yield Doubt(narrow[0].number, reason)


def ends_sentence(text: str) -> bool:
    """Whether no sentence goes on after this line; an aside in brackets is a whole one."""
    bare = text.rstrip(CLOSING)
    if not bare or ASIDE.fullmatch(text):
        return True
    last = unicodedata.category(bare[-1])
    if last == "Pd":
        return not (len(bare) > 1 and bare[-1] in "-‐" and bare[-2].isalpha())
    return last == "Po" and bare[-1] not in PAUSES


def _initial(text: str) -> str:
    return next((sign for sign in text if sign.isalpha()), "")


def _writes_small(transcript: Transcript) -> bool:
    """Whether all of it is in lower case, so that lower case means nothing."""
    lines: list[Line] = [line for group in transcript.exchanges for line in group]
    small = sum(_initial(line.text).islower() for line in lines)
    return small * 5 >= len(lines) * 4
