"""Labels: who speaks, before their words or on a line above them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from kiosk.exhibition.doubts.lines import Doubt, Line, Transcript
from kiosk.exhibition.doubts.names import Likeness, key, likeness
from kiosk.exhibition.doubts.words import ORDINARY

LABEL = re.compile(
    r"""
    (?:_|[^\w\[(<{【〔]){0,4}
    (?:
        [\[(<{【〔] \s* (?P<bracketed>[^\W\d_][^\])>}】〕]{0,39}?) \s* [\])>}】〕] (?P<after>\s*:)?
      | (?P<name>[^\W\d_][^:\t|!?…"“”«,;]{0,39}?) [*_"”]* \s*
        (?: [\[(][^\])]{1,40}[\])] [*_]* \s* )?
        (?: (?P<colon>:(?!\d|//)|\|)
          | (?<=\s)[-–—]+(?=\s) | [–—)»>] | (?<=\w)\s\s+ | ;(?=\S) )
    )
    [*_"”]* \s* \S
    """,
    re.VERBOSE,
)
LETTER = re.compile(r"(?P<name>[^\W\d_])\d{0,3}(?:[.)]|(?<=[QF])(?=\s))\s+\S")
"""“Q. When?”, “Q1. When?” and “Q When?”."""
SENTENCES = re.compile(r"(?<=[.?!…。？！؟])\s+")
BRACKETS = '[](){}<>【】〔〕*_:. "'
FULL_STOP = re.compile(r"\w\w[.!…。！۔।]+$")
"""Ends a sentence, but not “M.S.”."""
SENTENCES_MAX = 500
FIRST_WORD = re.compile(r"\W*(\w+)")
SAME_MIN = 3
COVERS_MOST = 0.4
COVERS_SOME = 0.25


class _Label(Struct, frozen=True):
    name: str
    likeness: Likeness
    line: Line
    is_sure: bool
    """Whether a colon or a column parts it from what is said."""
    is_aside: bool = False
    """Whether it stands in brackets, as (laughs) does."""
    is_within: bool = False
    """Whether a sentence stands before it on its line."""


def labels(transcript: Transcript) -> Iterator[Doubt]:
    """Names before what is said: certain ones, those that come again, or those on most lines."""
    found = [label for line in transcript.lines for label in _labels(line, transcript.names)]
    body = {line for group in transcript.groups for line in group}
    certain = [one for one in found if one.line in body and _is_certain(one)]
    repeated = _repeated(found, len(transcript.lines))
    doubtful = [*certain, *repeated, *_on_most(found, transcript)]
    for one in sorted(doubtful, key=lambda one: one.line.number)[:1]:
        yield Doubt(one.line.number, f"“{one.name}” looks like a label that says who speaks")


def _labels(line: Line, names: frozenset[str]) -> Iterator[_Label]:
    """The label before a line; within it, after a sentence, only what is like nothing else."""
    label = _label(line.start, line, names)
    if label:
        yield label
    for sentence in SENTENCES.split(line.text, SENTENCES_MAX)[1:]:
        inner = _label(sentence, line, names)
        if inner and inner.is_sure and inner.likeness >= Likeness.LIKELY:
            yield replace(inner, is_within=True)


def _label(text: str, line: Line, names: frozenset[str]) -> _Label | None:
    found = LETTER.match(text)
    if found:
        return _Label(found["name"], Likeness.LIKELY, line, is_sure=False)
    found = LABEL.match(text)
    if not found:
        return None
    name = (found["bracketed"] or found["name"]).strip()
    like = likeness(name, names)
    if not like:
        return None
    is_aside = bool(found["bracketed"]) and not found["after"]
    is_sure = bool(found["colon"] or found["after"])
    if len(name) == 1 and not is_sure and like is Likeness.LIKELY:
        like = Likeness.PERHAPS  # “I – a painter” is a sentence.
    return _Label(name, like, line, is_sure, is_aside)


def _is_certain(label: _Label) -> bool:
    """One of these is enough: a role, a name of the head, or capitals before a colon."""
    if label.is_within or label.likeness < Likeness.LIKELY:
        return False
    if label.likeness is Likeness.CERTAIN:
        return label.is_sure or label.is_aside
    return label.is_sure and len(key(label.name)) > 1


def _repeated(found: list[_Label], lines: int) -> list[_Label]:
    by_name = defaultdict[str, list[_Label]](list)
    for one in found:
        by_name[key(one.name)].append(one)
    again = [one for same in by_name.values() if len(same) > 1 for one in same]
    likely = [one for one in again if one.likeness >= Likeness.LIKELY and not one.is_aside]
    sure = [one for one in again if one.is_sure and _has_case(one.name)]
    share = len(again) / max(1, lines)
    asked = [one for one in again if one.is_aside and one.line.place == 0]
    if share >= COVERS_MOST or (share >= COVERS_SOME and any(one.is_sure for one in again)):
        return again
    return [*likely, *sure, *(asked if len(asked) > 1 else ())]


def _on_most(found: list[_Label], transcript: Transcript) -> list[_Label]:
    """Names that come once each, before every other line and more."""
    sure = [one for one in found if one.is_sure]
    several = len({key(one.name) for one in sure}) > 1
    return sure if several and len(sure) * 2 >= len(transcript.lines) else []


def _has_case(name: str) -> bool:
    return name.lower() != name.upper()


def names_alone(transcript: Transcript) -> Iterator[Doubt]:
    """Names on lines of their own."""
    by_name = defaultdict[str, list[Line]](list)
    certain = list[Line]()
    body = {line for group in transcript.groups for line in group}
    for line in transcript.lines:
        name = line.text.strip(BRACKETS) if line.speaks_alone else ""
        is_sentence = line.asks or bool(FULL_STOP.search(line.text))
        like = Likeness.NONE if is_sentence else likeness(name, transcript.names)
        if like:
            by_name[key(name)].append(line)
        if like is Likeness.CERTAIN and line in body:
            certain.append(line)
    again = [line for lines in by_name.values() if len(lines) > 1 for line in lines]
    named = {line for lines in by_name.values() for line in lines}
    questions = [group[0] for group in transcript.exchanges]
    all_named = questions if len(questions) > 1 and named.issuperset(questions) else []
    for line in sorted([*certain, *again, *all_named], key=lambda line: line.number)[:1]:
        yield Doubt(line.number, f"“{line.written[:40]}” stands alone, as the name of a speaker")


def same_beginnings(transcript: Transcript) -> Iterator[Doubt]:
    """One word before every question and another before every answer, whatever parts them."""
    exchanges = transcript.exchanges
    begins = {tuple(_first_word(line) for line in group[:2]) for group in exchanges}
    if len(begins) == 1 and len(exchanges) >= SAME_MIN:
        asked, answered = begins.pop()
        if asked != answered and not any(map(ORDINARY.fullmatch, (asked, answered))):
            reason = f"every question begins with “{asked}”, as with a label"
            yield Doubt(exchanges[0][0].number, reason)


def _first_word(line: Line) -> str:
    found = FIRST_WORD.match(line.start)
    return found[1].casefold() if found else ""
