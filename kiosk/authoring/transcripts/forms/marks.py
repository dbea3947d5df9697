"""Understands transcripts whose questions are bold, in italics, headings or begin with a dash."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from kiosk.authoring.transcripts.doubts.lines import Line
from kiosk.authoring.transcripts.doubts.words import REQUEST
from kiosk.authoring.transcripts.forms.rows import Row, UnclearError
from kiosk.authoring.transcripts.forms.turns import Form, Turn, exchanges_of, joined, width_of

KINDS = {
    "bold": r"(?:\*\*|__)(?P<text>[^*_\s](?:.*[^*_\s])?)(?:\*\*|__)",
    "bold-italic": r"(?:\*\*\*|___|\*\*_|__\*)(?P<text>[^*_\s].*?)(?:\*\*\*|___|_\*\*|\*__)",
    "italic": r"(?P<sign>[*_/])(?P<text>[^*_/\s](?:.*[^*_/\s])?)(?P=sign)",
    "heading": r"\#{2,6}\s+(?P<text>.+?)\s*\#*",
    "title": r"\#\s+(?P<text>.+?)\s*\#*",
    "wiki": r"(?P<sign>=+)\s*(?P<text>[^=].*?)\s*(?P=sign)",
    "html": r"<(?P<tag>b|strong|i|em|u|h[1-6]|p)>\s*(?P<text>.+?)\s*</(?P=tag)>",
    "quotation": r">\s*(?P<text>[^>\s].*)",
    "dash": r"[-–—―]+\s*(?P<text>[^-–—―\s].*)",
    "bullet": r"[•▪*·]\s+(?P<text>\S.*)",
}
"""Marks around a whole line."""
PATTERNS = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in KINDS.items()}
TAGS = re.compile(r"</?(?:b|strong|i|em|u)>", re.IGNORECASE)
BOLD = re.compile(r"(?P<sign>\*\*|__)(?P<text>\S(?:.*?\S)?)(?P=sign)")
CELLS = re.compile(r"^\|\s*(?P<text>\S.*?)\s*\|$")
"""A row of a table, with its outer lines."""
MARKED_LABEL = re.compile(r"^(?P<sign>[*_])(?P<label>[^*_:]{1,40}:?)(?P=sign)(?=:|(?<=:[*_])\s)")
"""A label in italics, with its colon inside or after them."""
SIGNS = frozenset("*_#<|")
LENGTH_MAX = 20_000
"""Letters of a line in which marks are looked for; a search takes time."""
ASKING_SHARE = 0.5
QUESTIONS_MIN = 2
SIGNS_OF_TURNS = ("dash", "bullet")
"""Marks that answers may have, too: all lines with one must ask."""


def unmarked(text: str) -> str:
    """Without marks for bold letters, and without those around the whole line."""
    if len(text) > LENGTH_MAX or not SIGNS.intersection(text):
        return text
    text = CELLS.sub(r"\g<text>", text)
    text = MARKED_LABEL.sub(r"\g<label>", text)
    for kind in ("bold-italic", "bold", "heading", "title", "html"):
        found = PATTERNS[kind].fullmatch(text)
        if found:
            text = found["text"]
    return TAGS.sub("", BOLD.sub(r"\g<text>", text)).strip()


def marked_questions(rows: Sequence[Row], begin: int, is_announced: bool) -> Form | None:
    """Rows from `begin` on are the interview, if a line announces it."""
    kinds = {row.line: kind_of(row.text) for row in rows}
    start = begin if is_announced else 0
    kind = _kind_of_questions(rows[start:], kinds)
    if kind is None:
        return None
    first = next(at for at, row in enumerate(rows[start:], start) if kinds[row.line] == kind)
    if is_announced and first > start:
        return None
    turns = _turns(rows[first:], kinds, kind)
    understood = []
    for asks, of in turns:
        _check(asks, of)
        width = width_of(of)
        plain = [replace(row, text=unmarked(_inside(row, kind, asks=asks))) for row in of]
        understood.append(Turn(asks, "", joined(plain, width)))
    if not any(not turn.asks for turn in understood):
        return None
    head = tuple(replace(row, text=unmarked(row.text)) for row in rows[:first])
    return Form(head, exchanges_of(understood))


def kind_of(text: str) -> str:
    if len(text) > LENGTH_MAX:
        return ""
    return next((kind for kind, mark in PATTERNS.items() if mark.fullmatch(text)), "")


def asks(text: str) -> bool:
    return Line(0, text, 0, 0).asks or bool(REQUEST.search(text))


def _kind_of_questions(rows: Sequence[Row], kinds: dict[int, str]) -> str | None:
    """The mark that several questions have and no row that does not ask, but for a few."""
    questions = Counter(kinds[row.line] for row in rows if asks(_bare(row, kinds)))
    del questions[""]
    for kind, count in questions.most_common():
        marked = [row for row in rows if kinds[row.line] == kind]
        plain = [row for row in rows if kinds[row.line] != kind]
        asking = sum(asks(row.text) for row in plain)
        if (
            count >= QUESTIONS_MIN
            and count >= (1 if kind in SIGNS_OF_TURNS else ASKING_SHARE) * len(marked)
            and plain
            and asking <= len(plain) * 0.25
        ):
            return kind
    return None


def _bare(row: Row, kinds: dict[int, str]) -> str:
    return _inside(row, kinds[row.line], asks=True) if kinds[row.line] else row.text


def _inside(row: Row, kind: str, *, asks: bool) -> str:
    found = PATTERNS[kind].fullmatch(row.text) if asks else None
    return found["text"] if found else row.text


def _turns(rows: Sequence[Row], kinds: dict[int, str], kind: str) -> list[tuple[bool, list[Row]]]:
    turns = list[tuple[bool, list[Row]]]()
    for row in rows:
        is_question = kinds[row.line] == kind
        if not turns or turns[-1][0] != is_question:
            turns.append((is_question, []))
        turns[-1][1].append(row)
    return turns


def _check(asks: bool, rows: Sequence[Row]) -> None:
    """An answer must have no line that is marked in another way, or only asks."""
    for row in rows if not asks else ():
        kind = kind_of(row.text)
        if kind in {"heading", "title", "bold", "wiki", "bold-italic"}:
            raise UnclearError(row.line, "this line has another mark than the questions")
        line = Line(row.line, row.text, 0, 0)
        if line.only_asks and len(rows) > 1:
            raise UnclearError(row.line, "this line asks, but has not the mark of a question")


def dashes(
    rows: Sequence[Row], begin: int, is_announced: bool, *, are_captions: bool = False
) -> Form | None:
    """A dash before each turn: whoever asks and whoever answers take turns."""
    first = begin if is_announced else _first_dash(rows)
    turns = list[list[Row]]()
    for row in rows[first:]:
        found = _speech(row.text)
        if found:
            turns.append([replace(row, text=found)])
        elif not turns:
            return None
        else:
            turns[-1].append(row)
    asked = [any(asks(row.text) for row in turn) for turn in turns]
    if len(turns) < 2 or asked != [number % 2 == 0 for number in range(len(turns))]:
        return None
    width = 0 if are_captions else width_of([row for turn in turns for row in turn])
    understood = [
        Turn(number % 2 == 0, "", joined(turn, width)) for number, turn in enumerate(turns)
    ]
    return Form(tuple(rows[:first]), exchanges_of(understood))


def _first_dash(rows: Sequence[Row]) -> int:
    return next((at for at, row in enumerate(rows) if _speech(row.text)), len(rows))


def _speech(text: str) -> str:
    """What is said after a dash, or after the sign of captions for another speaker."""
    found = PATTERNS["dash"].fullmatch(text) or re.fullmatch(r">>\s*(?P<text>\S.*)", text)
    return found["text"] if found else ""
