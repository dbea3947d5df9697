"""Understands transcripts in which a label says who speaks: a name, initials, “Q”, “Frage”."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from kiosk.authoring.transcripts.doubts.lines import Line
from kiosk.authoring.transcripts.doubts.names import is_full, likeness, may_be_initials
from kiosk.authoring.transcripts.doubts.words import ORDINARY, REQUEST
from kiosk.authoring.transcripts.doubts.wraps import ends_sentence
from kiosk.authoring.transcripts.forms.accepted import SIGNS, accepted_keys, initials_of, is_enough
from kiosk.authoring.transcripts.forms.asides import aside_lines, check_speaker, is_aside
from kiosk.authoring.transcripts.forms.candidates import Label, label_of
from kiosk.authoring.transcripts.forms.cast import Cast, Hints
from kiosk.authoring.transcripts.forms.marks import unmarked
from kiosk.authoring.transcripts.forms.page_numbers import check_number
from kiosk.authoring.transcripts.forms.roles import ASKS, counted
from kiosk.authoring.transcripts.forms.rows import Row, UnclearError, lines_shown
from kiosk.authoring.transcripts.forms.turns import (
    ABOUT_ITSELF,
    ENDS,
    Form,
    Turn,
    check_labels,
    exchanges_of,
    is_note,
    joined,
    unknown,
    width_of,
)
from kiosk.authoring.transcripts.forms.unlabelled import check_marked, with_askers

LABEL_HELPS = "write the speaker's label before it"
WORD = re.compile(r"(?P<word>[^\W\d_]{2,12})\s?:\s+[^\W\d_]")
"""A word and a colon, of which the word may be a name such as “An”."""
LEGEND = re.compile(r"(?P<abbreviation>[^\W\d_]{1,4})\s*[=–—-]\s*(?P<name>[^\W\d_].{2,60})")
HEAD_LENGTH = 80
"""Rows at the head that are shorter may name people."""
LEGEND_LENGTH = 400
"""Letters of a line in which initials after a name are looked for; a search takes time."""
INITIALS = re.compile(
    r"(?P<name>[^\W\d_][\w'’.-]{0,40}(?:\s+[^\W\d_][\w'’.-]{0,40}){0,3})\s*[\[(](?P<short>[^\W\d_]{1,4})[\])]"
)


def labelled(
    rows: Sequence[Row], begin: int, is_announced: bool, hints: Hints, *, are_captions: bool = False
) -> Form | None:
    """Rows from `begin` on are the interview, if a line announces it.

    All captions of one person are joined.
    """
    start = begin if is_announced else 0
    written = {row.line: row.text for row in rows}
    rows = [replace(row, text=unmarked(row.text)) for row in with_askers(rows, start, hints)]
    keys = frozenset(hints.labels)
    head, names = list(rows[:start]), _names(rows[: begin or _first_label(rows, keys)], hints)
    candidates = {row: label for row in rows[start:] if (label := label_of(row, names, keys))}
    shorter = counted(label.key for label in candidates.values())
    candidates = {
        row: replace(label, key=shorter.get(label.key, label.key))
        for row, label in candidates.items()
    }
    legend, first = _legend(rows, start, candidates)
    asides = aside_lines(rows[first:])
    candidates = {
        row: label
        for row, label in candidates.items()
        if row.line not in asides or not label.name[:1].islower()
    }
    body = [row for row in rows[first:] if row.line not in asides or row in candidates]
    found = {row: candidates[row] for row in body if row in candidates}
    known = initials_of([*_facts(rows, candidates), *hints.names])
    accepted = accepted_keys(body, found, keys, known, is_announced=is_announced)
    if not is_enough(body, found, accepted):
        return None
    found = {row: label for row, label in found.items() if label.key in accepted}
    body = _without_asides(rows[first:], asides, found)
    check_marked(_note(body, found)[0], written, found)
    begins = next(at for at, row in enumerate(body) if row in found)
    if begins and is_announced:
        if len({found[row].key for row in body if row in found}) < 2:
            return None
        reason = "this line is above the first label of a speaker"
        raise UnclearError(body[0].line, reason, LABEL_HELPS)
    above = body[begins - 1] if begins else None
    if above and _asks(above) and not body[begins].is_apart:
        raise UnclearError(above.line, "this question has no label", LABEL_HELPS)
    head += (replace(row, is_apart=True) for row in rows[start : rows.index(body[begins])])
    body, note = _note(body[begins:], found)
    _check_others(body, found, candidates, hints)
    turns = _turns(body, found, are_joined=are_captions)
    cast = Cast.of([(label, texts) for label, texts in turns], legend, head, hints)
    turns = _checked(turns, cast, above if above and _asks(above) else None)
    return _form(head, turns, cast, note, are_captions=are_captions)


def _form(
    head: Sequence[Row],
    turns: Sequence[tuple[Label, list[Row]]],
    cast: Cast,
    note: str,
    *,
    are_captions: bool,
) -> Form:
    """The interview of turns whose speakers are known."""
    are_named = any(is_full(label.name) for label, _ in turns)
    for label, of in turns:
        are_alone = label.style == "alone"
        check_labels(of, are_labelled=True, are_named=are_named, are_alone=are_alone)
    width = 0 if are_captions else width_of([row for _, of in turns for row in of])
    understood = [
        Turn(cast.asks(label.key), cast.name(label.key), joined(of, width)) for label, of in turns
    ]
    labels = tuple(dict.fromkeys((label.name, cast.name(label.key)) for label, _ in turns))
    return Form(tuple(head), exchanges_of(understood), note, labels=labels)


def _first_label(rows: Sequence[Row], keys: frozenset[str]) -> int:
    """How many rows are above the first that may have a label, if any."""
    labels = (label_of(row, frozenset(), keys) for row in rows)
    found = (at for at, label in enumerate(labels) if label and label.style != "alone")
    return next(found, 0)


def _names(head: Sequence[Row], hints: Hints) -> frozenset[str]:
    """Words with capitals of the titles and of the names that the exhibition has."""
    texts = [*(row.text for row in head if len(row.text) < HEAD_LENGTH), *hints.names]
    words = (word for text in texts for word in re.findall(r"[^\W\d_]{2,}", text))
    return frozenset(
        word.casefold()
        for word in words
        if not word[0].islower()
        and not ABOUT_ITSELF.fullmatch(word)
        and not ORDINARY.fullmatch(word)
    )


def _facts(rows: Sequence[Row], found: Mapping[Row, Label]) -> Iterator[str]:
    """Short rows above the first label that comes again."""
    count = Counter(label.key for label in found.values())
    for row in rows:
        label = found.get(row)
        if label and count[label.key] > 1:
            return
        if len(row.text) < HEAD_LENGTH:
            yield row.text


def _legend(rows: Sequence[Row], start: int, found: dict[Row, Label]) -> tuple[dict[str, str], int]:
    """Labels whose names are given first, as in “Q: Jonas Berg”, and where that list ends."""
    legend = dict[str, str]()
    first = start
    count = Counter(label.key for label in found.values())
    for at, row in enumerate(rows):
        label, short = found.get(row), LEGEND.fullmatch(row.text)
        name = _name_in(label.said) if label and at >= start else ""
        if short and is_full(short["name"].split(",")[0]):
            legend[short["abbreviation"].casefold()] = short["name"].split(",")[0]
            first = max(first, at + 1 if at >= start else first)
        elif label and name:
            legend[label.key] = name
            if ASKS.fullmatch(label.key):
                legend["interviewer"] = name
            first = at + 1
        elif at >= start and (_asks(row) or (label and label.said and count[label.key] > 1)):
            break
        begins = row.text[:LEGEND_LENGTH]
        for match in INITIALS.finditer(begins) if "(" in begins or "[" in begins else ():
            legend[match["short"].casefold()] = match["name"]
    return legend, first


def _name_in(said: str) -> str:
    """A full name, if nothing else follows the label but its initials or a place."""
    name = INITIALS.sub(r"\g<name>", said).split(",")[0].strip()
    is_name = is_full(name) or bool(INITIALS.fullmatch(said))
    return name if is_name and not ENDS.search(said) and likeness(name) else ""


def _check_others(
    body: Sequence[Row],
    found: Mapping[Row, Label],
    candidates: Mapping[Row, Label],
    hints: Hints,
) -> None:
    """Raises UnclearError for initials or a name with the sign that the labels have.

    Also for a word that is part of a name, as “An” is of An Nguyen.
    """
    words = frozenset(word.casefold() for name in hints.names for word in name.split())
    usual = {label.style for label in found.values() if label.style not in {"alone", "letter"}}
    usual |= set(SIGNS) if usual.intersection(SIGNS) else set()
    for row in body:
        other = candidates.get(row)
        if other and row not in found and other.style in usual and _is_name(other):
            raise unknown(row, other.name)
        word = WORD.match(row.text) if row not in found else None
        if word and word[0].istitle() and word["word"].casefold() in words:
            raise unknown(row, word["word"])


def _is_name(label: Label) -> bool:
    return may_be_initials(label.name) or (is_full(label.name) and label.said[:1].isupper())


def _note(body: Sequence[Row], found: dict[Row, Label]) -> tuple[list[Row], str]:
    """Without a last line that stands apart and tells of the interview, or ends no sentence."""
    *rows, last = body
    if not rows or not last.is_apart or last in found:
        return list(body), ""
    return (rows, last.text) if is_note(last.text) else (list(body), "")


def _turns(
    body: Sequence[Row], found: dict[Row, Label], *, are_joined: bool
) -> list[tuple[Label, list[Row]]]:
    turns = list[tuple[Label, list[Row]]]()
    for row in body:
        label = found.get(row)
        if label:
            goes_on = are_joined and bool(turns) and turns[-1][0].key == label.key
            if not goes_on:
                turns.append((label, []))
            said = replace(row, text=label.said, is_apart=not goes_on)
        else:
            said = row
        if said.text and not is_aside(said.text):
            turns[-1][1].append(said)
    return [(label, rows) for label, rows in turns if rows]


def _without_asides(
    body: Sequence[Row], asides: frozenset[int], found: dict[Row, Label]
) -> list[Row]:
    """Without stage directions; a label may be in brackets, too."""
    for row in body:
        if row.line in asides and row not in found:
            check_speaker(row)
    return [row for row in body if row.line not in asides or row in found]


def _checked(
    turns: list[tuple[Label, list[Row]]], cast: Cast, above: Row | None = None
) -> list[tuple[Label, list[Row]]]:
    """The turns, with answers without labels apart; raises UnclearError if one may lack its own."""
    if not any(not cast.asks(label.key) for label, _ in turns):
        return [part for turn in turns for part in _unlabelled_answer(turn)]
    for (label, rows), (after, _) in zip(turns, [*turns[1:], (None, [])], strict=True):
        if not cast.asks(label.key):
            if after and after.key == label.key and all(map(_asks, rows)):
                reason = "this line asks something, but has the label of the person who answers"
                raise UnclearError(rows[0].line, reason)
            continue
        if after and not cast.asks(after.key):
            for row in rows[1:]:
                check_number(row)
                found = WORD.match(row.text)
                if found and found[0].istitle() and not _asks(row):
                    raise unknown(row, found["word"])
        elif len(rows) > 1:
            check_labels(rows[:2], are_labelled=True)
            reason = "this line has no label, and may be the answer to the question above"
            raise UnclearError(rows[1].line, reason, LABEL_HELPS)
    _check_answers([rows for label, rows in turns if not cast.asks(label.key)], above)
    return turns


def _check_answers(answers: Iterable[Sequence[Row]], above: Row | None = None) -> None:
    """A line that only asks may be the interviewer's, unless a label is before it.

    `above` is a question above the first label, which is named with the others.
    """
    lines = [
        row.line
        for rows in answers
        for before, row in pairwise(rows)
        if Line(row.line, row.text, 0, 0).only_asks and ends_sentence(before.text)
    ]
    lines = [above.line, *lines] if above and lines else lines
    if len(lines) > 1:
        reason = f"{lines_shown(lines)} ask something, and have no label"
        raise UnclearError(lines, reason, "write Q: before each")
    if lines:
        reason = "this line asks something, among the words of the person who answers"
        raise UnclearError(lines[0], reason, LABEL_HELPS)


def _unlabelled_answer(turn: tuple[Label, list[Row]]) -> list[tuple[Label, list[Row]]]:
    """Where only questions have labels, what follows a question is its answer."""
    label, (asked, *answer) = turn
    if not answer:
        return [turn]
    if not (_asks(asked) or REQUEST.search(asked.text)):
        reason = "this line asks nothing, so its question may go on below it"
        raise UnclearError(asked.line, reason, LABEL_HELPS)
    if _asks(answer[0]) and len(answer) > 1:
        reason = "this line may belong to the question above or to the answer"
        raise UnclearError(answer[0].line, reason, LABEL_HELPS)
    _check_answers([answer])
    return [(label, [asked]), (replace(label, key="", name=""), answer)]


def _asks(row: Row) -> bool:
    return Line(row.line, row.text, 0, 0).asks
