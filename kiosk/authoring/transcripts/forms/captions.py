"""Reads captions, SubRip (.srt) and WebVTT (.vtt), as rows of the people who speak."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from itertools import zip_longest

from kiosk.authoring.transcripts.forms.rows import LOOSE, Row

ENDINGS = (".srt", ".vtt")
ARROW = re.compile(rf"\s*{LOOSE}\s*-+>\s*{LOOSE}")
TIMES_MIN = 2
"""A text with two times and arrows is a file of captions, whatever its name."""
SKIPPED = re.compile(r"(WEBVTT|NOTE|STYLE|REGION)\b")
"""Parts of a file that nobody says; each goes on until an empty line."""
NAME = re.compile(r"[\w/:#-]+")
VOICE = re.compile(r"<v(?:\.\S{1,80})?\s{1,9}(?P<name>[^>]{1,200})>")
TAGS = re.compile(r"</?[a-z][^>]{0,200}>|<[\d:.]{1,40}>|\{\\[^}]{0,200}\}", re.IGNORECASE)


def are_captions(ending: str, lines: Sequence[str]) -> bool:
    first = next((line for line in lines if line.strip()), "")
    times = sum(bool(ARROW.match(line)) for line in lines)
    return ending in ENDINGS or first.startswith("WEBVTT") or times >= TIMES_MIN


def caption_rows(lines: Sequence[str]) -> list[Row]:
    """What is said in each caption; a voice becomes its label."""
    rows = list[Row]()
    has_begun, is_skipped = False, False
    for number, (line, after) in enumerate(zip_longest(lines, lines[1:], fillvalue=""), start=1):
        text = line.strip()
        if not text or ARROW.match(text):
            is_skipped = False
            has_begun = has_begun or bool(text)
        elif SKIPPED.match(text) and not lines[number - 2].strip():
            is_skipped = True
        elif has_begun and not is_skipped and not (ARROW.match(after) and _is_name(lines, number)):
            rows += _spoken(number, text)
    return rows


def _is_name(lines: Sequence[str], number: int) -> bool:
    """Whether a line above a time is the caption's own name: a number, or one word set apart."""
    text, is_apart = lines[number - 1].strip(), not lines[number - 2].strip()
    return text.isdigit() or (is_apart and bool(NAME.fullmatch(text)))


def _spoken(number: int, text: str) -> list[Row]:
    """The rows of a line, in which several voices may speak."""
    before, *voices = VOICE.split(text)
    parts = [(None, before), *zip(voices[::2], voices[1::2], strict=True)]
    rows = [
        Row(number, unescape(TAGS.sub("", said)).strip(), is_apart=False, label=name)
        for name, said in parts
    ]
    return [row for row in rows if row.text]
