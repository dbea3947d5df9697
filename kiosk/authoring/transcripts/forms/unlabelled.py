"""Understands bold questions without labels above answers that have some, or names their lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from kiosk.authoring.transcripts.doubts.names import Likeness
from kiosk.authoring.transcripts.forms.asides import aside_lines
from kiosk.authoring.transcripts.forms.candidates import Label, label_of
from kiosk.authoring.transcripts.forms.cast import INTERVIEWER, Hints
from kiosk.authoring.transcripts.forms.marks import PATTERNS, asks, kind_of
from kiosk.authoring.transcripts.forms.roles import ASKS
from kiosk.authoring.transcripts.forms.rows import Row, UnclearError, lines_shown

ASKER = "Q"
FAMILIES = {
    "bold": ("bold", "bold-italic", "b", "strong"),
    "in italics": ("italic", "i", "em", "u"),
    "a heading": ("heading", "title", "wiki", "h1", "h2", "h3", "h4", "h5", "h6"),
}
"""Marks of a whole line that are one to a reader, by the words of a message."""
SURE = ("voice", "colon", "time", "tab", "bar")
"""Styles in which a name that comes once may be a label."""
ASKING_SHARE = 0.5
REPEATED = 2


def mark_of(text: str) -> tuple[str, str]:
    """How a whole line is marked, and its words; "" for a plain line."""
    kind = kind_of(text)
    found = PATTERNS[kind].fullmatch(text) if kind else None
    name = found["tag"].lower() if found and kind == "html" else kind
    family = next((one for one, kinds in FAMILIES.items() if name in kinds), "")
    inside = found["text"] if found else ""
    is_whole = bool(family) and not (text[0] in "*_" and text[0] in inside)
    return (family, inside) if is_whole else ("", text)


def with_askers(rows: Sequence[Row], start: int, hints: Hints) -> list[Row]:
    """Gives marked questions a label, if only the answers below them have one."""
    marks = {row.line: mark_of(row.text) for row in rows[start:]}
    if not any(family for family, _ in marks.values()):
        return list(rows)  # So it is with most transcripts, and the rest takes long.
    labels = _labels(rows[start:], marks, hints)
    asides = aside_lines(rows[start:])
    spoken = [row for row in rows[start:] if row.line not in asides]
    for family in FAMILIES:
        own = [row for row in spoken if marks[row.line][0] == family]
        first = next((row.line for row in own if asks(marks[row.line][1])), None)
        own = [row for row in own if first is not None and row.line >= first]
        body = [row for row in spoken if first is not None and row.line >= first]
        if own and _are_questions(own, body, marks, labels, hints):
            lines = {row.line for row in own}
            _check_answers(body, lines, labels)
            return [
                replace(row, text=marks[row.line][1], label=ASKER) if row.line in lines else row
                for row in rows
            ]
    slanted = {line for line in labels if marks[line][0] == "in italics"}
    return [replace(row, text=marks[row.line][1]) if row.line in slanted else row for row in rows]


def _labels(
    rows: Sequence[Row], marks: Mapping[int, tuple[str, str]], hints: Hints
) -> dict[int, Label]:
    """What is surely a label: a role, or a name in a sure style or on several rows."""
    keys = frozenset(hints.labels)
    plain = (replace(row, text=marks[row.line][1]) for row in rows)
    found = {row.line: label for row in plain if (label := label_of(row, frozenset(), keys))}
    count = Counter(label.key for label in found.values())
    return {
        line: label
        for line, label in found.items()
        if (label.likeness is Likeness.CERTAIN and label.style in SURE)
        or count[label.key] >= REPEATED
        or (label.style in SURE and not marks[line][0])
    }


def _are_questions(
    own: Sequence[Row],
    body: Sequence[Row],
    marks: Mapping[int, tuple[str, str]],
    labels: Mapping[int, Label],
    hints: Hints,
) -> bool:
    """Whether most of these rows ask, none has a label, and all who have labels answer."""
    asking = sum(asks(marks[row.line][1]) for row in own)
    answers = [row for row in body if row.line in labels]
    if not answers or asking < ASKING_SHARE * len(own) or any(row.line in labels for row in own):
        return False
    by_key = Counter(labels[row.line].key for row in answers)
    asked = Counter(labels[row.line].key for row in answers if asks(labels[row.line].said))
    return not any(
        ASKS.fullmatch(key)
        or hints.labels.get(key, "").casefold() == INTERVIEWER
        or asked[key] * 2 >= max(count, REPEATED)
        for key, count in by_key.items()
    )


def _check_answers(body: Sequence[Row], lines: set[int], labels: Mapping[int, Label]) -> None:
    """Raises UnclearError if the first line below a question has no label."""
    lacking = [
        after.line
        for row, after in pairwise(body)
        if row.line in lines and after.line not in lines and after.line not in labels
    ]
    if len(lacking) > 1:
        reason = f"{lines_shown(lacking)} have no label, and may be answers"
        raise UnclearError(lacking, reason, "write the speaker's label before each")
    if lacking:
        reason = "this line has no label, and may be the answer to the question above"
        raise UnclearError(lacking[0], reason, "write the speaker's label before it")


def check_marked(
    rows: Sequence[Row], written: Mapping[int, str], found: Mapping[Row, Label]
) -> None:
    """Raises UnclearError for marked rows without a label, unless they go on with a question.

    `written` are the rows with their marks, `found` the labels that are surely some.
    """
    marks = {row.line: mark_of(written[row.line]) for row in rows}
    of_labels = Counter(marks[row.line][0] for row in rows if row in found)
    lacking = dict[str, list[int]]()
    last: str | None = None
    for row in rows:
        family, inside = marks[row.line]
        if row in found:
            last = family
        elif family and _is_doubtful(family, inside, last, of_labels):
            lacking.setdefault(family, []).append(row.line)
    for family, lines in lacking.items():
        labels = [found[row] for row in rows if row in found]
        marked = [one for one in labels if marks[one.row.line][0] == family]
        asking = marked or [one for one in labels if ASKS.fullmatch(one.key)]
        names = Counter(one.name for one in asking)
        _raise(family, lines, names, is_usual=bool(of_labels[family]))


def _is_doubtful(family: str, inside: str, before: str | None, of_labels: Counter[str]) -> bool:
    """Whether a row is not what the last speaker says; a title may be above the first label."""
    if before is None:
        return asks(inside) and of_labels[family] != of_labels.total()
    return before != family and (family != "in italics" or bool(of_labels[family]))


def _raise(family: str, lines: Sequence[int], names: Counter[str], *, is_usual: bool) -> None:
    several = len(lines) > 1
    mark = "headings" if several and family == "a heading" else family
    shown = f"{lines_shown(lines)} {'are' if several else 'is'} {mark}"
    has = "have" if several else "has"
    reason = f"{shown} like the questions but {has} no label"
    if not is_usual:
        reason = f"{shown}, and {has} no label"
    label = f"{names.most_common(1)[0][0]}:" if names else "the speaker's label"
    raise UnclearError(lines, reason, f"write {label} before {'them' if several else 'it'}")
