"""Lays out the words of a detail beside the picture, with buttons for next, back and close."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from kiosk.base.geometry import Rect
from kiosk.exhibition.exhibition import Detail, Photo
from kiosk.language.translations import CLOSE, HOME, NEXT, PREVIOUS
from kiosk.layouts.parts.blocks import body, credit, heading, work
from kiosk.layouts.parts.column import Block, column
from kiosk.screens.actions import Action, GoHome, HitArea, LeaveZoom, Step
from kiosk.screens.controls import (
    PADDING,
    Row,
    centred_in,
    drawn,
    forth_and_back,
    icon_sign,
    lettered,
    worded_row,
)
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill, Item, Lettering, Paragraph

WIDTH = 0.34
"""Share of the screen's width that the words take, where lines of text end."""
HEIGHT_MAX = 0.45
"""Largest share of the height of an upright screen that the words take, at the bottom. They take
less if the longest text needs less."""
ABOVE_BUTTONS = 1.0
"""Space between the words and the buttons on an upright screen, in margins."""
TEXT, TITLE = 30 / 720, 36 / 720
"""Sizes of the words, as shares of the screen's shorter side in the usual text size."""


def panel(
    places: tuple[Detail, ...],
    index: int,
    pressed: Action | None,
    stage: Stage,
    of: Photo | None = None,
) -> tuple[Item, ...]:
    """Draws the panel on its own background, since it lies over the picture."""
    ground = _ground(places, stage, of)
    items: list[Item] = [Fill(ground, stage.theme.ground)]
    row = _row(ground, index, len(places), stage)
    items += (*drawn(row.controls, pressed, stage), *row.dimmed)
    if len(places) > 1:
        items.append(_position(row, index, len(places), stage))
    room = _room(ground, stage)
    words = column(_words(places, index, stage, of), room.width, room.height, stage)
    return (*items, *words.at(room, stage, "middle"))


def beside_panel(places: tuple[Detail, ...], stage: Stage, of: Photo | None = None) -> Rect:
    """The part of the screen that the words leave to the picture, a margin away from them."""
    ground, screen = _ground(places, stage, of), stage.rect
    if stage.size.upright:
        return Rect(0, 0, screen.width, ground.y - stage.margin)
    return stage.mirror(Rect(0, 0, screen.width - ground.width - stage.margin, screen.height))


def buttons(
    places: tuple[Detail, ...], index: int, stage: Stage, of: Photo | None = None
) -> list[HitArea]:
    controls = _row(_ground(places, stage, of), index, len(places), stage).controls
    return [control.button for control in controls]


@lru_cache(maxsize=64)
def _ground(places: tuple[Detail, ...], stage: Stage, of: Photo | None) -> Rect:
    """The panel's area: the same for all details, so that the picture keeps its room."""
    screen = stage.size
    if not stage.size.upright:
        left = round(screen.width * (1 - WIDTH))
        return stage.mirror(Rect(left, 0, screen.width - left, screen.height))
    most = Rect(0, 0, screen.width, round(HEIGHT_MAX * screen.height))
    room = _room(Rect(0, screen.height - most.height, most.width, most.height), stage)
    columns = [
        column(_words(places, index, stage, of), room.width, room.height, stage)
        for index in range(len(places))
    ]
    height = round(most.height - room.height + max(one.height for one in columns))
    return Rect(0, screen.height - height, screen.width, height)


def _room(ground: Rect, stage: Stage) -> Rect:
    """The area for the words, above the controls."""
    inner = ground.inset(stage.margin)
    space = ABOVE_BUTTONS if stage.size.upright else 0.3  # Elsewhere, words are in the middle.
    foot = stage.size.height - stage.bar - space * stage.margin
    return Rect(inner.x, inner.y, inner.width, foot - inner.y)


def _words(places: tuple[Detail, ...], index: int, stage: Stage, of: Photo | None) -> list[Block]:
    """The words about a detail, and below them the label of the work and the credit."""
    place = places[index]
    title = [_sized(heading(place.title, stage), TITLE, stage)] if place.title else []
    text = replace(_sized(body(place.text, stage, "lead"), TEXT, stage), gap=0.6)
    label = [*work(of.work, stage), *credit(of.credit, stage)] if of else []
    label[:1] = [replace(first, gap=1.2) for first in label[:1]]
    return [*title, text, *label]


def _sized(block: Block, share: float, stage: Stage) -> Block:
    size = round(share * stage.size.short_side * stage.comfort.text_scale * 2) / 2
    return replace(block, style=replace(block.style, size=size))


def _row(ground: Rect, index: int, count: int, stage: Stage) -> Row:
    """The way home where lines of text begin, far from the way back to the slide at their end."""
    onward, back = forth_and_back(stage)
    home = icon_sign(HOME, back, GoHome(), stage)
    close = icon_sign(CLOSE, "close", LeaveZoom(), stage)
    steps = (
        icon_sign(PREVIOUS, back, Step(-1), stage, is_offered=index > 0),
        icon_sign(NEXT, onward, Step(1), stage, is_offered=index + 1 < count),
    )
    counted = _counted(count, count, stage).size.width if count > 1 else 0.0
    end = (*(steps if count > 1 else ()), close)
    return worded_row((home,), end, _foot(ground, stage), stage, middle=counted)


def _foot(ground: Rect, stage: Stage) -> Rect:
    """The row of the buttons, as for text read from the left."""
    room = stage.mirror(ground.inset((1 - PADDING) * stage.margin, 0))
    return replace(room, y=stage.controls.y, height=stage.controls.height)


def _position(row: Row, index: int, count: int, stage: Stage) -> Lettering:
    """Which detail it is, before the arrows."""
    word, middle = _counted(index + 1, count, stage), stage.mirror(row.middle)
    place = replace(middle, x=middle.right - word.size.width, width=word.size.width)
    return centred_in(word, stage.mirror(place))


def _counted(number: int, count: int, stage: Stage) -> Paragraph:
    return lettered(f"{number} / {count}", "", 0.84, stage)
