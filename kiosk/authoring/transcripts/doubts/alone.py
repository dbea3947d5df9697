"""Finds names on their own lines, above what is said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kiosk.authoring.transcripts.doubts.lines import ASIDE, Doubt, Line, Transcript
from kiosk.authoring.transcripts.doubts.names import Likeness, key, likeness, may_speak

BRACKETS = '[](){}<>【】〔〕*_:. "'
FULL_STOP = re.compile(r"\w\w[.!…。！۔।]+$")
"""Matches the end of a sentence, but not “M.S.”."""
COVERS_MANY = 0.4


def names_alone(transcript: Transcript) -> Iterator[Doubt]:
    by_name = defaultdict[str, list[Line]](list)
    certain = list[Line]()
    followed = {line: after for group in transcript.groups for line, after in _followed(group)}
    asides = _asides(transcript)
    for line in transcript.lines:
        name = line.text.strip(BRACKETS) if line.speaks_alone else ""
        like = Likeness.NONE if _is_sentence(line) else likeness(name, transcript.names)
        if like is Likeness.CERTAIN and line in followed:
            certain.append(line)
        if not like or (like < Likeness.CERTAIN and line in asides):
            continue
        by_name[key(name)].append(line)
        after = followed.get(line)
        if line.place > 0 and after and _is_sentence(after) and may_speak(name):
            certain.append(line)
    again = [line for lines in by_name.values() if len(lines) > 1 for line in lines]
    named = {line for lines in by_name.values() for line in lines}
    questions = [group[0] for group in transcript.exchanges]
    all_named = questions if len(questions) > 1 and named.issuperset(questions) else []
    for line in sorted([*certain, *again, *all_named], key=lambda line: line.number)[:1]:
        yield Doubt(line.number, f"“{line.written[:40]}” is alone, like the name of a speaker")


def _followed(group: tuple[Line, ...]) -> Iterator[tuple[Line, Line | None]]:
    return zip(group, (*group[1:], None), strict=True)


def _asides(transcript: Transcript) -> set[Line]:
    """Words in brackets, as (laughs), unless they cover many lines or stand above others."""
    found = {line for line in transcript.lines if ASIDE.fullmatch(line.text)}
    above = [line for line in found if line.place == 0 and line.left > 0]
    covers_many = len(found) >= COVERS_MANY * len(transcript.lines)
    return set() if covers_many or len(above) > 1 else found


def _is_sentence(line: Line) -> bool:
    return line.asks or bool(FULL_STOP.search(line.text))
