"""Lays out the rows of the comfort panel, each with its choices or its switch."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

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
    icon_sign,
    language_signs,
    lettered,
)
from kiosk.style.comfort import TEXT_SIZES, Switchable
from kiosk.style.stage import REACH, Stage
from kiosk.types.scene import Fill, Icon, Item, Lettering, Paragraph

GUTTER = 2.0
"""Space between the two columns of a landscape screen, in margins."""
ABOVE = 0.3
"""Space between the edge of the panel and its first row, in margins."""
ROW, LETTERS = 52 / 720, 2.0
"""Least height of a row, as a share of the screen's shorter side, and in sizes of a caption's type.
"""
LETTER = 0.75
"""Largest sample letter, as a share of the least height of a row: there is room to underline it."""
UNDERLINED = 1.2
"""Least height of a row, in lines of its words: their underline is clear of what is below."""
BELOW = 24 / 720
"""Space below the last row, as a share of the screen's shorter side."""
CLOSE_WIDTH, CLOSE_INSET, CLOSE_PADDING = 120 / 720, 2.0, 0.4
"""Least width of the button that closes the panel, as a share of that side; the space between it
and its row, in pixels; and that between its edge and its words, in margins.
"""
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
    closes: bool = False
    is_scale: bool = False
    """Whether the choices are steps of one scale, which are on one line."""


@lru_cache(maxsize=16)
def comfort_rows(languages: tuple[str, ...], stage: Stage) -> ComfortRows:
    """Rows below each other: in one column, or in two on a wide screen that has room for both."""
    above, most = ABOVE * stage.margin, REACH * stage.size.height
    for reduction, columns, line, below in _ways(stage):
        width = (stage.safe.width - GUTTER * stage.margin * (columns - 1)) / columns
        rows = _rows(languages, reduction, stage)
        heights = _heights(rows, columns, width, line, stage)
        height = sum(heights) + above + below
        if height <= most and all(_fits(row, width, stage) for row in rows):
            break
    sheet = Rect(0, stage.size.height - height, stage.size.width, height)
    inner = replace(sheet, height=height - below)
    controls: list[Control] = []
    around: list[Item] = []
    for row, place in zip(rows, _places(len(rows), heights, width, inner, stage), strict=True):
        controls += _controls(row, place, stage)
        if row.name and row.choices:
            first = place.height / len(_lines(row, width, stage))
            around.append(_at_start(row.name, replace(place, height=first), stage))
        if place.y > sheet.y + above and not row.closes:
            between = Rect(place.x, place.y, place.width, max(1, round(stage.line / 2)))
            around.append(Fill(stage.mirror(between), stage.theme.pressed))
    return ComfortRows(sheet, tuple(controls), tuple(around))


def _ways(stage: Stage) -> Iterator[tuple[float, int, float, float]]:
    """Sizes of the letters, columns, heights of a line, and spaces below the rows, the best first.

    Large letters are worth more than roomy rows.
    """
    side, least = stage.size.short_side, _line_height(stage)
    roomy = max(least, ROW * side, LETTERS * stage.style("caption").size)
    columns, below = (1,) if stage.size.upright else (2, 1), round(BELOW * side)
    yield from product(REDUCTIONS[:5], columns, (roomy, least), (below,))
    yield from product((*REDUCTIONS, *RATHER_THAN_CUT), columns, (least,), (0.0,))


def _rows(languages: Sequence[str], reduction: float, stage: Stage) -> list[_Row]:
    def said(words: Message) -> Paragraph:
        language = words.language_for(stage.language)
        return lettered(words.in_language(stage.language), language, reduction, stage)

    tongues = language_signs(languages, stage)
    named = tuple((sign, sign.lettered(reduction, stage)) for sign in tongues)
    close = icon_sign(CLOSE, "close", ClosePanel(), stage)
    return [
        *([_Row(said(LANGUAGE), named)] if named else []),
        _Row(said(TEXT_SIZE), _sizes(stage), is_scale=True),
        *(
            _Row(said(name), switch=(setting, said(ON if stage.comfort.is_on(setting) else OFF)))
            for name, setting in SWITCHES
        ),
        _Row(None, ((close, said(CLOSE)),), closes=True),
    ]


def _sizes(stage: Stage) -> tuple[tuple[Sign, Paragraph], ...]:
    """The letter A in each text size, as the choices of a row; they grow with the chosen one."""
    usual = stage.style("body", align="centre", language="en")
    largest = min(stage.body * TEXT_SIZES[-1], LETTER * _line_height(stage))
    made = []
    for number, size in enumerate(TEXT_SIZES, 1):
        sign = Sign("A", SizeText(number), chosen=number == stage.comfort.text_size)
        fitting = largest * size / TEXT_SIZES[-1]
        style = replace(usual, size=fitting, leading=1.0)
        made.append((sign, stage.typesetter.typeset("A", style, stage.size.width)))
    return tuple(made)


def _line_height(stage: Stage) -> float:
    caption = stage.style("caption")
    return max(stage.finger, UNDERLINED * caption.size * caption.leading)


def _heights(
    rows: Sequence[_Row], columns: int, width: float, line: float, stage: Stage
) -> list[float]:
    """Heights of the rows; the last one has one line."""
    down = math.ceil(len(rows) / columns)
    lines = [len(_lines(row, width, stage)) for row in rows]
    heights = [line * max(lines[at::down], default=1) for at in range(down)]
    return [*heights[:-1], line]


def _fits(row: _Row, width: float, stage: Stage) -> bool:
    """Whether the words of a row fit beside each other."""
    if row.switch:
        assert row.name, "a switch says what it is for"
        track = _track(Rect(0, 0, width, 0), stage).width
        words = row.name.size.width + row.switch[1].size.width
        return words + track + stage.margin <= width
    if row.closes:
        return _close_width(row.choices[0][1], stage) <= width
    lines = _lines(row, width, stage)
    if row.is_scale and len(lines) > 1:
        return False
    return all(_span(line, stage) <= _room(row, width, stage) for line in lines)


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
    """The choices of a row in as few lines as fit beside the row's name, of similar length."""
    room = _room(row, width, stage)
    fewest = len(_filled(row.choices, room, stage))
    shortest = bisect_left(
        range(max(0, math.ceil(room))),
        True,
        key=lambda limit: len(_filled(row.choices, limit, stage)) <= fewest,
    )
    return _filled(row.choices, min(shortest, room), stage)


def _filled(
    choices: Sequence[tuple[Sign, Paragraph]], room: float, stage: Stage
) -> list[list[tuple[Sign, Paragraph]]]:
    """Lines with as many choices on each as fit."""
    lines: list[list[tuple[Sign, Paragraph]]] = [[]]
    for choice in choices:
        if lines[-1] and _span([*lines[-1], choice], stage) > room:
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
    if row.closes:
        yield _close(row, place, stage)
        return
    lines = _lines(row, place.width, stage)
    height = place.height / len(lines)
    for number, line in enumerate(lines):
        left = place.right + PADDING * stage.margin - _span(line, stage)
        for sign, word in line:
            width = _choice_width(word, stage)
            yield control(sign, word, Rect(left, place.y + number * height, width, height), stage)
            left += width


def _close(row: _Row, place: Rect, stage: Stage) -> Control:
    """The button that closes the panel, in its own outline: an icon, and a word beside it."""
    ((sign, word),) = row.choices
    assert sign.icon, "it has an icon"
    width, high = _close_width(word, stage), place.height - 2 * CLOSE_INSET
    height = high if high >= stage.finger else place.height
    top = place.y + (place.height - height) / 2
    area = replace(place, x=place.right - width, width=width)
    plate = whole(replace(area, y=top, height=height))
    said = _icon_side(stage) * 1.4 + word.size.width
    left = plate.centre.x - said / 2
    icon = Rect(left, plate.centre.y - _icon_side(stage) / 2, _icon_side(stage), _icon_side(stage))
    beside = Rect(left + said - word.size.width, plate.y, word.size.width, plate.height)
    items: tuple[Item, ...] = (
        *(
            Fill(stage.mirror(one), stage.theme.quiet)
            for one in plate.without(plate.inset(stage.line))
        ),
        Icon(sign.icon, whole(stage.mirror(icon)), stage.theme.ink),
        centred_in(word, stage.mirror(beside)),
    )
    return Control(HitArea(stage.mirror(area), sign.action), items)


def _close_width(word: Paragraph, stage: Stage) -> float:
    wanted = _icon_side(stage) * 1.4 + word.size.width + 2 * CLOSE_PADDING * stage.margin
    return math.ceil(max(stage.finger, CLOSE_WIDTH * stage.size.short_side, wanted))


def _icon_side(stage: Stage) -> float:
    return 1.1 * stage.style("caption").size


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
