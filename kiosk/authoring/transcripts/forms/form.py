"""Tries all forms, and takes the first that a transcript has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from kiosk.authoring.transcripts.blocks import blocks_of
from kiosk.authoring.transcripts.doubts.lines import Line
from kiosk.authoring.transcripts.forms.asides import aside_lines, check_speaker
from kiosk.authoring.transcripts.forms.captions import are_captions, caption_rows
from kiosk.authoring.transcripts.forms.cast import Hints
from kiosk.authoring.transcripts.forms.closing_lines import is_credit, without_closing_lines
from kiosk.authoring.transcripts.forms.labelled import labelled
from kiosk.authoring.transcripts.forms.marks import dashes, marked_questions
from kiosk.authoring.transcripts.forms.page_numbers import without_page_numbers
from kiosk.authoring.transcripts.forms.plain import monologue, wrapped
from kiosk.authoring.transcripts.forms.rows import Row, UnclearError, rows_of
from kiosk.authoring.transcripts.forms.turns import Form
from kiosk.authoring.yaml.source import Source

WITHOUT_LABELS = (marked_questions, dashes, wrapped, monologue)


def spoken_rows(source: Source) -> list[Row]:
    """All lines that somebody may say: not the numbers of pages, nor that the recording ends."""
    return without_closing_lines(without_page_numbers(rows_of(blocks_of(source))))


def form_of(source: Source, beginning: re.Pattern[str], hints: Hints) -> Form | None:
    """What was understood; None if only the order of lines shows who speaks."""
    if are_captions(source.path.suffix.lower(), source.lines):
        return _captions(source.lines, hints)
    rows = spoken_rows(source)
    announced = next((at for at, row in enumerate(rows) if beginning.fullmatch(row.text)), None)
    if announced is not None:
        del rows[announced]
    begin = announced or 0
    credit = rows.pop().text if rows and is_credit(rows[-1].text) and rows[-1].is_apart else ""
    if not rows[begin:]:
        return None
    form = labelled(rows, begin, announced is not None, hints)
    form = form or _without_labels(rows, begin, is_announced=announced is not None)
    if form and credit:
        form = replace(form, note=" / ".join(filter(None, (form.note, credit))))
    return form if form and not _asks_in_head(form.head, announced) else None


def _without_labels(rows: Sequence[Row], begin: int, *, is_announced: bool) -> Form | None:
    asides = aside_lines(rows[begin:])
    spoken = [row for row in rows if row.line not in asides]
    if not spoken[begin:]:
        return None
    tried = (of(spoken, begin, is_announced) for of in WITHOUT_LABELS)
    form = next((one for one in tried if one), None)
    for row in rows if form else ():
        if row.line in asides:
            check_speaker(row)
    return form


def _captions(lines: Sequence[str], hints: Hints) -> Form:
    rows = without_closing_lines(caption_rows(lines))
    for number, line in enumerate(lines[: rows[0].line - 1] if rows else (), start=1):
        if Line(number, line.strip(), 0, 0).asks:
            raise UnclearError(number, "this question is above the first time of the captions")
    form = labelled(rows, 0, True, hints, are_captions=True) if rows else None
    form = form or (dashes(rows, 0, True, are_captions=True) if rows else None)
    if not form:
        raise UnclearError(rows[0].line if rows else 1, "these captions do not say who speaks")
    return form


def _asks_in_head(head: Sequence[Row], announced: int | None) -> bool:
    """Whether a question is above the interview; the first line may be a title."""
    asking = [at for at, row in enumerate(head) if Line(row.line, row.text, 0, 0).asks]
    is_title = asking == [0] and (len(head) == 1 or head[1].is_apart)
    return announced is None and bool(asking) and not is_title
