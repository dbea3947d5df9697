"""Finds labels: the speaker's name before the words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.transcripts.doubts.lines import Doubt, Line, Transcript
from kiosk.authoring.transcripts.doubts.names import (
    Likeness,
    is_full,
    key,
    likeness,
    may_be_initials,
    may_speak,
)
from kiosk.authoring.transcripts.doubts.words import KIN, NOTE, PRONOUN

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
    [*_"”]* \s* (?: [\[(][^\])]{1,60}[\])] \s* )? [¿¡….(\[–—-]* \s* (?P<said>\S)
    """,
    re.VERBOSE,
)
IN_BRACKETS = re.compile(r"[\[(]\s*(?P<name>[^\W\d_][^:\[\]()]{0,39}?)\s*:\s*(?P<said>[¿¡…]*\S)")
LETTER = re.compile(r"(?P<name>[^\W\d_])\d{0,3}(?:[.)]|(?<=[QF])(?=\s))\s+\S")
"""Matches “Q. When?”, “Q1. When?” and “Q When?”."""
INITIALS = re.compile(r"(?P<name>[^\W\d_]{2,4})\.\s+(?P<said>\w)")
ASIDE = re.compile(r"[\[(【（][^\])】）]{1,60}[\])】）][.:]?\s*(?=\w)")
"""A stage direction before the words of a line."""
SENTENCES = re.compile(r"(?<=[.?!…。？！؟)\]])\s+")
SENTENCES_MAX = 500
COVERS_MOST = 0.4
COVERS_SOME = 0.25


class _Label(Struct, frozen=True):
    name: str
    likeness: Likeness
    line: Line
    is_sure: bool
    """Whether a colon or a column separates it from what is said."""
    is_aside: bool = False
    """Whether it stands in brackets, as (laughs) does."""
    is_within: bool = False
    """Whether a sentence stands before it on its line."""
    is_spoken: bool = False
    """Whether a sentence begins after it, with a capital where its script has some."""


def labels(transcript: Transcript) -> Iterator[Doubt]:
    """Names before what is said: certain ones, repeated ones, or those on most lines."""
    found = [label for line in transcript.lines for label in _labels(line, transcript.names)]
    body = {line for group in transcript.groups for line in group}
    certain = [one for one in found if one.line in body and _is_certain(one)]
    repeated = _repeated(found, len(transcript.lines))
    doubtful = [*certain, *repeated, *_on_most(found, transcript)]
    for one in sorted(doubtful, key=lambda one: one.line.number)[:1]:
        yield Doubt(one.line.number, looks_like_label(one.name))


def initials(transcript: Transcript) -> Iterator[Doubt]:
    """Initials as in “KH. That is early.”, but not a first sentence as in “USA. Where else?”."""
    for group in transcript.exchanges:
        for line in group[2:]:
            found = INITIALS.match(line.start)
            like = likeness(found["name"]) if found else Likeness.NONE
            if found and like >= Likeness.LIKELY and _begins_sentence(found["said"]):
                yield Doubt(line.number, looks_like_label(found["name"]))


def labels_in_brackets(transcript: Transcript) -> Iterator[Doubt]:
    """Somebody else who speaks in brackets, within an answer."""
    for group in transcript.groups:
        for line in group:
            for found in IN_BRACKETS.finditer(line.text):
                name = found["name"].strip()
                like = likeness(name, transcript.names)
                spoken = like > Likeness.PERHAPS or _begins_sentence(found["said"].lstrip("¿¡…"))
                if spoken and (NOTE.fullmatch(name) or (like and may_speak(name))):
                    yield Doubt(line.number, looks_like_label(name))


def speaker_before(text: str, *, may_be_small: bool) -> str:
    """The name and colon that a line of an answer begins with, as a label does; "" for none.

    What is said after two words `may_be_small`: “Ada Example: well, …”.
    """
    line = Line(0, text, place=1, left=0)
    label = _label_before(line, frozenset())
    if not label or not label.is_sure:
        return ""
    is_name = may_be_small and is_full(label.name)
    return label.name if is_name or _is_certain(label) else ""


def looks_like_label(name: str) -> str:
    advice = "if it is not, write a dash or a comma after it"
    return f"“{name}” looks like a speaker label ({advice})"


def _begins_sentence(sign: str) -> bool:
    """A capital, or a letter of a script that has none."""
    return sign[:1].isalpha() and not sign[:1].islower()


def _labels(line: Line, names: frozenset[str]) -> Iterator[_Label]:
    """The label before a line; also one within it, after a sentence, if it can be nothing else."""
    label = _label_before(line, names)
    if label:
        yield label
    for sentence in SENTENCES.split(line.text, SENTENCES_MAX)[1:]:
        inner = _label(sentence, line, names)
        if inner and inner.is_sure and inner.likeness >= Likeness.LIKELY:
            yield replace(inner, is_within=True)


def _label_before(line: Line, names: frozenset[str]) -> _Label | None:
    """The label at a line's beginning, or after a stage direction there."""
    label, aside = _label(line.start, line, names, begins=True), ASIDE.match(line.start)
    if aside and not (label and label.is_sure):
        after = _label(line.start[aside.end() :], line, names, begins=True)
        label = after if after and after.is_sure else label
    return label


def _label(text: str, line: Line, names: frozenset[str], *, begins: bool = False) -> _Label | None:
    letter = LETTER.match(text)
    found = LABEL.match(text)
    is_surname = found and found["colon"] and is_full(found["name"])  # “K. Horn: …”
    if letter and not is_surname:
        return _Label(letter["name"], Likeness.LIKELY, line, is_sure=False)
    if not found:
        return None
    name = (found["bracketed"] or found["name"]).strip()
    is_aside = bool(found["bracketed"]) and not found["after"]
    is_sure = bool(found["colon"] or found["after"])
    like = likeness(name, names)
    if is_sure and begins and may_be_initials(name):
        like = max(like, Likeness.LIKELY)
    elif is_sure and PRONOUN.fullmatch(name):
        like = Likeness.PERHAPS
    is_year = found["said"].isdigit() and is_full(name)  # “Ada Example: 1999 was a good year.”
    is_spoken = _begins_sentence(found["said"]) or is_year
    if not like or (KIN.fullmatch(name) and not is_spoken):
        return None
    if len(name) == 1 and not is_sure and like is Likeness.LIKELY:
        like = Likeness.PERHAPS  # “I – a painter” is a sentence.
    return _Label(name, like, line, is_sure, is_aside, is_spoken=is_spoken)


def _is_certain(label: _Label) -> bool:
    """One of these is enough: a role, a name of the head, or capitals before a colon.

    In an answer, any name before a sentence is enough.
    """
    is_long = len(key(label.name)) > 1
    if label.is_within:
        return label.is_spoken and (label.likeness is Likeness.CERTAIN or is_long)
    if label.likeness is Likeness.CERTAIN:
        return label.is_sure or label.is_aside
    if label.is_sure and label.likeness is Likeness.LIKELY and is_long:
        return True
    if label.line.place == 0 or not label.is_spoken or label.is_aside:
        return False
    return may_speak(label.name) if label.is_sure else is_full(label.name)


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
