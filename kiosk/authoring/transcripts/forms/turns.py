"""Builds questions and answers from what one person after another says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.transcripts.doubts.labels import looks_like_label, speaker_before
from kiosk.authoring.transcripts.doubts.names import may_be_initials
from kiosk.authoring.transcripts.doubts.wraps import ends_sentence
from kiosk.authoring.transcripts.forms.rows import Row, UnclearError
from kiosk.exhibition.interview import PARAGRAPH, Exchange, Stray

WIDTH_MIN, WIDTH_MAX = 30, 120
RUNNING_SHARE = 0.15
"""A text is broken at a width if this share of its lines ends in the middle of a sentence."""


ABOUT_ITSELF = re.compile(r"\b(interviews?|transla\w+|transcri\w+)\b", re.IGNORECASE)
ENDS = re.compile(r"[.!?…。！？؟”»\"]\W*$")
NOTE_LENGTH = 200
HYPHEN_SHOWN = 20
"""Letters that a message shows of a line with a hyphen."""


class Turn(Struct, frozen=True):
    """What one person says, until somebody else speaks."""

    asks: bool
    speaker: str
    """"" if the transcript does not name the person."""
    rows: tuple[Row, ...]


class Form(Struct, frozen=True):
    """A transcript that was understood: its head, its exchanges and its note."""

    head: tuple[Row, ...]
    exchanges: tuple[Exchange, ...]
    note: str = ""
    strays: tuple[Stray, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()


def exchanges_of(turns: Iterable[Turn]) -> tuple[Exchange, ...]:
    """Each question with all that is said until the next."""
    found = list[tuple[list[Turn], list[Turn]]]()
    for turn in turns:
        if not turn.rows:
            continue
        asked, answered = found[-1] if found else ([], [])
        if not found or (turn.asks and (answered or asked[-1].speaker != turn.speaker)):
            asked, answered = [], []
            found.append((asked, answered))
        (asked if turn.asks else answered).append(turn)
    return tuple(_exchange(asked, answered) for asked, answered in found)


def _exchange(asked: Sequence[Turn], answered: Sequence[Turn]) -> Exchange:
    said = [(turn.speaker, row) for turn in answered for row in turn.rows]
    return Exchange(
        question=" ".join(row.text for turn in asked for row in turn.rows),
        answer=PARAGRAPH.join(row.text for _, row in said),
        line=asked[0].rows[0].line if asked else said[0][1].line,
        answer_lines=tuple(row.line for _, row in said),
        asker=asked[0].speaker if asked else "",
        speakers=tuple(speaker for speaker, _ in said),
    )


def is_note(text: str) -> bool:
    """Whether a last line that stands apart tells of the interview, or is no sentence."""
    return len(text) < NOTE_LENGTH and bool(ABOUT_ITSELF.search(text) or not ENDS.search(text))


def unknown(row: Row, name: str) -> UnclearError:
    """What to do with a name before a row that is no label as far as anybody knows."""
    remedy = (
        f"if it is one, name it under interview, as in speakers: {{{name}: Ada Example}};"
        " if not, write a dash or a comma after it"
    )
    return UnclearError(row.line, f"“{name}” is not known as a label", remedy)


def check_labels(
    rows: Sequence[Row],
    *,
    are_labelled: bool = False,
    are_named: bool = False,
    are_alone: bool = False,
) -> None:
    """Raises UnclearError for a row of one person that begins like the words of another.

    Whatever is at the end of the row above: an aside, a comma or no full stop. The transcript's
    labels, if it has some, may be names of two words, or alone on their lines.
    """
    for row in rows[1:]:
        name = speaker_before(row.text, may_be_small=are_named)
        if not name and are_alone and row is not rows[-1] and may_be_initials(row.text):
            name = row.text
        if name and are_labelled:
            raise unknown(row, name)
        if name:
            raise UnclearError(row.line, looks_like_label(name))


def joined(rows: Sequence[Row], width: int | None) -> tuple[Row, ...]:
    """Rows of one person as paragraphs: a sentence that a line's end breaks goes on."""
    check_labels(rows)
    paragraphs = list[Row]()
    last = ""
    for row in rows:
        if paragraphs and not row.is_apart and _goes_on(last, row.text, width):
            if last[-1] in "-‐" and last[-2:-1].isalpha():
                reason = f"“{last[-HYPHEN_SHOWN:]}” ends with a hyphen"
                raise UnclearError(row.line - 1, reason, "join the two parts of the word")
            before = paragraphs[-1]
            paragraphs[-1] = replace(before, text=f"{before.text} {row.text}")
        else:
            paragraphs.append(row)
        last = row.text
    return tuple(paragraphs)


def _goes_on(last: str, text: str, width: int | None) -> bool:
    if width is not None and len(last) + len(text.split()[0]) >= width:
        return True
    return not ends_sentence(last)


def width_of(rows: Sequence[Row]) -> int | None:
    """The width at which lines were broken; None if each line is a paragraph."""
    longest = max((len(row.text) for row in rows), default=0)
    running = [row for row in rows if not ends_sentence(row.text)]
    if not WIDTH_MIN <= longest <= WIDTH_MAX or len(running) < max(2, RUNNING_SHARE * len(rows)):
        return None
    return longest
