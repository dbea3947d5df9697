"""Finds signs that are not words: marks of Markdown, HTML and RTF, dashes, bullets, tabs."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from kiosk.authoring.transcripts.doubts.lines import Doubt, Line, Transcript

MARK = re.compile(
    r"""
      \#{1,6}\s                       # A heading in Markdown,
    | \*\*\S | __\S                   # bold letters,
    | >                               # words of another, or a change of speaker in captions.
    | \|                              # A table.
    | </?[a-z][^>]*>                  # A tag of HTML, or a voice of WebVTT.
    | \{\\rtf
    | \\[a-z]+\{                     # A command of LaTeX.
    | &(\w+|\#\w+);                  # A sign as HTML writes it, such as &nbsp;.
    | [\[{]$                          # The beginning of JSON.
    | =+\s.+\s=+$                     # A heading in a wiki.
    | ([-=*_~–—]\s*){3,}$             # A line that is drawn.
    """,
    re.VERBOSE | re.IGNORECASE,
)
SLANTED = re.compile(r"([*_/])(?P<inside>[^\s*_/].*)\1$")
WORDS_OF_AN_ASIDE = 2
"""Up to this number of words in asterisks may be a sound, as in *laughs*."""
BULLETS = "•*·"


def marks(transcript: Transcript) -> Iterator[Doubt]:
    """Marks that a word processor or a program would understand; a title may have them."""
    headed = {line for group in transcript.head_groups for line in group}
    for line in transcript.lines:
        if _is_marked(line) and (line not in headed or line.asks):
            yield Doubt(line.number, "this line begins with marks, as in Markdown")


def _is_marked(line: Line) -> bool:
    slanted = SLANTED.match(line.text)
    is_question = slanted and (line.asks or len(slanted["inside"].split()) > WORDS_OF_AN_ASIDE)
    return bool(MARK.match(line.start) or is_question)


def repeated_signs(transcript: Transcript) -> Iterator[Doubt]:
    """Dashes or bullets before several lines of an exchange: each may be another speaker's."""
    found = defaultdict[str, list[Line]](list)
    for group in transcript.exchanges:
        for line in group[1:] if len(group) > 2 else ():
            if _is_sign(line.text[:1]):
                found[line.text[0]].append(line)
    for sign, lines in found.items():
        if len(lines) > 1:
            reason = f"“{sign}” begins several lines, and may mean another speaker"
            yield Doubt(lines[0].number, reason)


def _is_sign(letter: str) -> bool:
    return bool(letter) and (
        letter in BULLETS or unicodedata.category(letter) in {"Pd", "So", "Sm"}
    )


def signs_alone(transcript: Transcript) -> Iterator[Doubt]:
    """Lines without a letter or a digit that separate other lines.

    “…” may be a whole answer, and “[…]” stands for words that are left out.
    """
    for group in transcript.groups:
        for line in group:
            is_answer = line.place == 1 and line.left == 0
            is_answer = is_answer or line.text == "[...]"
            if not is_answer and not any(map(str.isalnum, line.text)):
                reason = f"this line has only “{line.written[:10]}”; leave it empty"
                yield Doubt(line.number, reason)


def tabs(transcript: Transcript) -> Iterator[Doubt]:
    for line in transcript.lines:
        if "\t" in line.text:
            yield Doubt(line.number, "this line contains a tab, as between columns")
