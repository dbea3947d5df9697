"""Reads captions, SubRip (.srt) and WebVTT (.vtt), as rows of the people who speak."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from itertools import zip_longest

from kiosk.authoring.transcripts.forms.rows import TIME, Row

ENDINGS = (".srt", ".vtt")
ARROW = re.compile(rf"\s*{TIME}\s*-+>\s*{TIME}")
TIMES_MIN = 2
"""A text with two times and arrows is a file of captions, whatever its name."""
SKIPPED = re.compile(r"(WEBVTT|NOTE|STYLE|REGION)\b")
"""Parts of a file that nobody says; each goes on until an empty line."""
VOICE = re.compile(r"<v(?:\.\S+)?\s+(?P<name>[^>]+)>")
TAGS = re.compile(r"</?[a-z][^>]*>|<[\d:.]+>|\{\\[^}]*\}", re.IGNORECASE)


def are_captions(ending: str, lines: Sequence[str]) -> bool:
    first = next((line for line in lines if line.strip()), "")
    times = sum(bool(ARROW.match(line)) for line in lines)
    return ending in ENDINGS or first.startswith("WEBVTT") or times >= TIMES_MIN


def caption_rows(lines: Sequence[str]) -> list[Row]:
    """What is said in each caption; a voice becomes its label."""
    rows = list[Row]()
    is_skipped = True
    for number, (line, after) in enumerate(zip_longest(lines, lines[1:], fillvalue=""), start=1):
        text = line.strip()
        if not text or ARROW.match(text):
            is_skipped = False
        elif SKIPPED.match(text) and not rows:
            is_skipped = True
        elif not is_skipped and not ARROW.match(after):
            rows += _spoken(number, text)
    return rows


def _spoken(number: int, text: str) -> list[Row]:
    """The rows of a line, in which several voices may speak."""
    before, *voices = VOICE.split(text)
    parts = [(None, before), *zip(voices[::2], voices[1::2], strict=True)]
    rows = [
        Row(number, unescape(TAGS.sub("", said)).strip(), is_apart=False, label=name)
        for name, said in parts
    ]
    return [row for row in rows if row.text]
