"""Lays out the rows of the comfort panel, each with its choices or its switch."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Rect, whole
from kiosk.language.translations import (
    CLOSE,
    HIGH_CONTRAST,
    LANGUAGE,
    LOW_REACH,
    OFF,
    ON,
    STILLNESS,
    TEXT_SIZE,
    Message,
)
from kiosk.layouts.parts.column import RATHER_THAN_CUT, REDUCTIONS
from kiosk.screens.actions import ClosePanel, HitArea, SizeText, Switch
from kiosk.screens.controls import (
    PADDING,
    Control,
    Sign,
    centred_in,
    control,
    language_signs,
    lettered,
)
from kiosk.style.comfort import TEXT_SIZES, Switchable
from kiosk.style.stage import REACH, Stage
from kiosk.types.scene import Fill, Item, Lettering, Paragraph

GUTTER = 2.0
"""Space between the two columns of a landscape screen, in margins."""
ABOVE = 0.3
"""Space between the edge of the panel and its first row, in margins."""
SWITCHES: tuple[tuple[Message, Switchable], ...] = (
    (HIGH_CONTRAST, "contrast"),
    (STILLNESS, "still"),
    (LOW_REACH, "low_reach"),
)


class ComfortRows(Struct, frozen=True):
    """All rows in their places; `around` holds the names of rows and the lines between them."""

    sheet: Rect
    controls: tuple[Control, ...]
    around: tuple[Item, ...]


class _Row(Struct, frozen=True):
    """A row with its name, and either several choices or one switch."""

    name: Paragraph | None
    choices: tuple[tuple[Sign, Paragraph], ...] = ()
    switch: tuple[Switchable, Paragraph] | None = None
    """The setting, and the word for its present state."""


@lru_cache(maxsize=16)
def comfort_rows(languages: tuple[str, ...], stage: Stage) -> ComfortRows:
    """Rows below each other: in two columns, or in one on an upright screen."""
    columns = 1 if stage.size.upright else 2
    width = (stage.safe.width - GUTTER * stage.margin * (columns - 1)) / columns
    for reduction in (*REDUCTIONS, *RATHER_THAN_CUT):
        rows = _rows(languages, reduction, stage)
        heights = _heights(rows, columns, width, stage)
        above = ABOVE * stage.margin
        height = sum(heights) + above
        if height <= REACH * stage.size.height and all(_fits(row, width, stage) for row in rows):
            break
    sheet = Rect(0, stage.size.height - height, stage.size.width, height)
    controls: list[Control] = []
    around: list[Item] = []
    for row, place in zip(rows, _places(len(rows), heights, width, sheet, stage), strict=True):
        controls += _controls(row, place, stage)
        if row.name and row.choices:
            around.append(_at_start(row.name, replace(place, height=_line_height(stage)), stage))
        if place.y > sheet.y + above:
            line = Rect(place.x, place.y, place.width, max(1, round(stage.line / 2)))
            around.append(Fill(stage.mirror(line), stage.theme.pressed))
    return ComfortRows(sheet, tuple(controls), tuple(around))


def _rows(languages: Sequence[str], reduction: float, stage: Stage) -> list[_Row]:
    def said(words: Message) -> Paragraph:
        language = words.language_for(stage.language)
        return lettered(words.in_language(stage.language), language, reduction, stage)

    tongues = language_signs(languages, stage)
    named = tuple((sign, sign.lettered(reduction, stage)) for sign in tongues)
    close = Sign(CLOSE.in_language(stage.language), ClosePanel())
    return [
        *([_Row(said(LANGUAGE), named)] if named else []),
        _Row(said(TEXT_SIZE), _sizes(stage)),
        *(
            _Row(said(name), switch=(setting, said(ON if stage.comfort.is_on(setting) else OFF)))
            for name, setting in SWITCHES
        ),
        _Row(None, ((close, said(CLOSE)),)),
    ]


def _sizes(stage: Stage) -> tuple[tuple[Sign, Paragraph], ...]:
    """The letter A in each text size, as the choices of a row."""
    usual = stage.style("body", align="centre", language="en")
    made = []
    for number, size in enumerate(TEXT_SIZES, 1):
        sign = Sign("A", SizeText(number), chosen=number == stage.comfort.text_size)
        fitting = min(stage.body / stage.comfort.text_scale * size, 0.9 * _line_height(stage))
        style = replace(usual, size=fitting, leading=1.0)
        made.append((sign, stage.typesetter.typeset("A", style, stage.size.width)))
    return tuple(made)


def _line_height(stage: Stage) -> float:
    caption = stage.style("caption")
    return max(stage.finger, 1.1 * caption.size * caption.leading)


def _heights(rows: Sequence[_Row], columns: int, width: float, stage: Stage) -> list[float]:
    """Heights of the rows; the last one has one line."""
    down = math.ceil(len(rows) / columns)
    lines = [len(_lines(row, width, stage)) for row in rows]
    heights = [_line_height(stage) * max(lines[at::down], default=1) for at in range(down)]
    return [*heights[:-1], _line_height(stage)]


def _fits(row: _Row, width: float, stage: Stage) -> bool:
    """Whether the words of a row fit beside each other."""
    if row.switch:
        assert row.name, "a switch says what it is for"
        track = _track(Rect(0, 0, width, 0), stage).width
        words = row.name.size.width + row.switch[1].size.width
        return words + track + stage.margin <= width
    return all(_span(line, stage) <= _room(row, width, stage) for line in _lines(row, width, stage))


def _places(
    count: int, heights: Sequence[float], width: float, sheet: Rect, stage: Stage
) -> Iterator[Rect]:
    """Places of the rows, down one column and then the next, as if read from the left.

    The last row is at the bottom of the last column.
    """
    tops = [sheet.bottom - sum(heights[at:]) for at in range(len(heights))]
    for number in range(count):
        last = number == count - 1
        column, at = divmod(number, len(heights))
        if last:
            at = len(heights) - 1
        x = stage.safe.x + column * (width + GUTTER * stage.margin)
        yield Rect(x, tops[at], width, heights[at])


def _lines(row: _Row, width: float, stage: Stage) -> list[list[tuple[Sign, Paragraph]]]:
    """The choices of a row in lines, with as many on a line as fit beside the row's name."""
    lines: list[list[tuple[Sign, Paragraph]]] = [[]]
    for choice in row.choices:
        if lines[-1] and _span([*lines[-1], choice], stage) > _room(row, width, stage):
            lines.append([])
        lines[-1].append(choice)
    return lines


def _room(row: _Row, width: float, stage: Stage) -> float:
    return width - (row.name.size.width + 0.5 * stage.margin if row.name else 0.0)


def _span(choices: Sequence[tuple[Sign, Paragraph]], stage: Stage) -> float:
    return sum(_choice_width(word, stage) for _, word in choices)


def _choice_width(word: Paragraph, stage: Stage) -> float:
    return max(stage.finger, word.size.width + 2 * PADDING * stage.margin)


def _controls(row: _Row, place: Rect, stage: Stage) -> Iterator[Control]:
    if row.switch:
        yield _switch(row, place, stage)
        return
    lines = _lines(row, place.width, stage)
    height = place.height / len(lines)
    for number, line in enumerate(lines):
        left = place.right + PADDING * stage.margin - _span(line, stage)
        for sign, word in line:
            width = _choice_width(word, stage)
            yield control(sign, word, Rect(left, place.y + number * height, width, height), stage)
            left += width


def _switch(row: _Row, place: Rect, stage: Stage) -> Control:
    """A row as one control: its name, its state in a word, and a track with a knob."""
    assert row.switch, "only switches are drawn as one"
    assert row.name, "a switch says what it is for"
    setting, state = row.switch
    track = _track(place, stage)
    said = Rect(place.x, place.y, track.x - 0.25 * stage.margin - place.x, place.height)
    pieces = _knob_and_track(track, stage, is_on=stage.comfort.is_on(setting))
    items: tuple[Item, ...] = (
        _at_start(row.name, place, stage),
        _at_end(state, said, stage),
        *(Fill(stage.mirror(piece), stage.theme.ink) for piece in pieces),
    )
    around = place.inset(-PADDING * stage.margin, 0)
    return Control(HitArea(stage.mirror(around), Switch(setting)), items)


def _track(place: Rect, stage: Stage) -> Rect:
    height = stage.style("caption").size
    width = 1.9 * height
    return whole(Rect(place.right - width, place.centre.y - height / 2, width, height))


def _knob_and_track(track: Rect, stage: Stage, *, is_on: bool) -> tuple[Rect, ...]:
    """The filled parts of a switch.

    On, the whole track is filled except for the knob at its end; off, only its edge and the knob.
    """
    inner = track.inset(stage.line)
    side = inner.height - 2 * stage.line
    knob = Rect(inner.x + stage.line, inner.y + stage.line, side, side)
    if is_on:
        return track.without(replace(knob, x=inner.right - stage.line - side))
    return (*track.without(inner), knob)


def _at_start(word: Paragraph, place: Rect, stage: Stage) -> Lettering:
    return centred_in(word, stage.mirror(replace(place, width=word.size.width)))


def _at_end(word: Paragraph, place: Rect, stage: Stage) -> Lettering:
    width = word.size.width
    return centred_in(word, stage.mirror(replace(place, x=place.right - width, width=width)))
