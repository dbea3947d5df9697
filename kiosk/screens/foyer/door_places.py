"""Finds the places of doors: covers as large as the wall allows, their words below or beside."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct

from kiosk.base.geometry import Point, Rect, Size, whole
from kiosk.layouts.parts.column import Block, Column, set_whole
from kiosk.style.stage import Stage

WIDE, NARROW = 16 / 9, 5 / 4
"""Limits of a cover's width by its height: they cut a sixth off a photo of 3:2."""
ROWS_MAX = ((1.5, 3), (1.01, 4), (0.0, 5))
"""Most rows, by the least width of a screen, as a multiple of its height."""
GAP, WORDS_GAP = 0.7, 0.35
"""Space between doors, and between a cover and its words, in margins."""
SHARES = (0.66, 0.58, 0.5, 0.42)
"""Width of a cover that has its words beside it, as a share of its door."""
ABOVE = 0.35
"""Share of the free height that is above the doors."""
CHARACTERS_LEAST = 9
"""Fewest characters in a line of a title."""
COVER_LEAST, COVER_LEAST_ON_PAGES = 0.12, 0.17
"""Least height of a cover, as a share of the screen's shorter side: if all doors fit on the screen,
and on each of several pages, where there is no need to crowd them.
"""


class DoorPlace(Struct, frozen=True):
    rect: Rect
    cover: Rect
    words_at: Rect
    words: Column


class _Way(Struct, frozen=True):
    """One way to hang all doors: so many columns, each door with this cover and these words."""

    columns: int
    door: Size
    cover: Size
    words: tuple[Column, ...]
    is_aside: bool


def door_places(
    blocks: Sequence[list[Block]], wall: Rect, stage: Stage, least: float = COVER_LEAST
) -> tuple[DoorPlace, ...] | None:
    """The places in which covers are largest; None if they would be too small.

    Words keep their size: it is the same on all doors, and no long title makes it smaller.
    """
    ways = list(_ways(blocks, wall, stage))
    best = max(ways, key=lambda way: way.cover.area, default=None)
    if best is None or best.cover.height < least * stage.size.short_side:
        return None
    return tuple(_placed(best, wall, stage))


def rows_max(stage: Stage) -> int:
    wide = stage.size.width / stage.size.height
    return next(rows for least, rows in ROWS_MAX if wide >= least)


def smallest_places(
    blocks: Sequence[list[Block]], wall: Rect, stage: Stage
) -> tuple[DoorPlace, ...]:
    """The places of one door for whose words there is hardly any room."""
    words = tuple(set_whole(one, wall.width / 2, stage) for one in blocks)
    side = min(wall.height, wall.width * SHARES[-1])
    way = _Way(1, Size(wall.width, side), Size(side, side), words, is_aside=True)
    return tuple(_placed(way, wall, stage))


def _ways(blocks: Sequence[list[Block]], wall: Rect, stage: Stage) -> Iterator[_Way]:
    gap = GAP * stage.margin
    for rows in range(1, min(rows_max(stage), len(blocks)) + 1):
        columns = math.ceil(len(blocks) / rows)
        width = (wall.width - gap * (columns - 1)) / columns
        height = (wall.height - gap * (rows - 1)) / rows
        if width > stage.finger and height > stage.finger:
            cell = Size(width, height)
            yield from _below(blocks, columns, cell, stage)
            yield from _aside(blocks, columns, cell, stage)


def _below(blocks: Sequence[list[Block]], columns: int, cell: Size, stage: Stage) -> Iterator[_Way]:
    if cell.width < stage.measure(blocks[0][0].style, CHARACTERS_LEAST):
        return
    words = tuple(set_whole(one, cell.width, stage) for one in blocks)
    below = max(one.height for one in words) + WORDS_GAP * stage.margin
    height = min(cell.height - below, cell.width / NARROW)
    if height > 0:
        cover = Size(min(cell.width, height * WIDE), height)
        yield _Way(columns, Size(cell.width, height + below), cover, words, is_aside=False)


def _aside(blocks: Sequence[list[Block]], columns: int, cell: Size, stage: Stage) -> Iterator[_Way]:
    least = stage.measure(blocks[0][0].style, CHARACTERS_LEAST)
    for share in SHARES:
        width = min(cell.width * share, cell.height * WIDE)
        room = cell.width - width - 2 * WORDS_GAP * stage.margin
        if room < least:
            continue
        words = tuple(set_whole(one, room, stage) for one in blocks)
        height = min(cell.height, width / NARROW)
        if max(one.height for one in words) <= height:
            door, cover = Size(cell.width, height), Size(width, height)
            yield _Way(columns, door, cover, words, is_aside=True)


def _placed(way: _Way, wall: Rect, stage: Stage) -> Iterator[DoorPlace]:
    gap = GAP * stage.margin
    rows = math.ceil(len(way.words) / way.columns)
    free = wall.height - rows * way.door.height - gap * (rows - 1)
    # With low reach, the doors are as low as they can be.
    top = wall.y + max(0.0, free) * (1.0 if stage.comfort.low_reach else ABOVE)
    for number, words in enumerate(way.words):
        at = Point(
            wall.x + (number % way.columns) * (way.door.width + gap),
            top + (number // way.columns) * (way.door.height + gap),
        )
        door = whole(Rect.of(way.door, at))
        cover = whole(Rect.of(way.cover, at))
        aside = 2 * WORDS_GAP * stage.margin
        if way.is_aside:
            left = cover.right + aside
            said = Rect(left, door.y, door.right - left, door.height)
        else:
            down = cover.bottom + WORDS_GAP * stage.margin
            said = Rect(door.x, down, door.width, door.bottom - down)
        door, cover, said = (stage.mirror(one) for one in (door, cover, said))
        yield DoorPlace(door, cover, said, words)
