"""Finds the places of doors: covers as large as the wall allows, their words below or beside."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, Size, whole
from kiosk.layouts.parts.column import Block, Column, set_whole
from kiosk.style.stage import CAPITAL_HEIGHT, Stage

USUAL, WIDE, NARROW = 3 / 2, 2.0, 9 / 8
"""Width by height of most photos, and its limits for covers: they cut a quarter off such a photo.
"""
ROWS_MAX = ((1.5, 3), (1.01, 4), (0.0, 5))
"""Most rows, by the least width of a screen, as a multiple of its height."""
GAP, WORDS_GAP = 0.7, 0.35
"""Space between doors, and between a cover and its words, in margins."""
SHARES = (0.66, 0.58, 0.5, 0.42)
"""Width of a cover that has its words beside it, as a share of its door."""
ABOVE = 0.5
"""Share of the free height that is above the doors."""
ASIDE_LEAST = 185 / 720
"""Least width of words beside a cover, as a share of the screen's shorter side."""
REACHED = 1.3
"""How much of a door is within reach at least, in fingers."""
NARROWER_MAX = 6
"""Most rounds to fit a cover and its words: in a narrower column, words are taller."""
SEPARATOR = "  ·  "
"""Between the parts of a line; it is left out where they are in lines of their own."""
CHARACTERS_LEAST = 9
"""Fewest characters in a line of a title."""
PHOTO_LEAST, PHOTO_LEAST_ON_PAGES = 0.114, 0.15
"""Least height of a photo on a cover, as a share of the screen's shorter side: if all doors fit on
the screen, and on each of several pages, where there is no need to crowd them.
"""


class DoorPlace(Struct, frozen=True):
    rect: Rect
    cover: Rect
    words_at: Rect
    words: Column


class _Way(Struct, frozen=True):
    """One way to hang all doors: so many columns, each door with this cover and these words."""

    wall: Rect
    each: int
    """How many doors are on a page."""
    columns: int
    door: Size
    cover: Size
    words: tuple[Column, ...]
    is_aside: bool

    @property
    def photo_height(self) -> float:
        """How large a usual photo is seen: what a cover is wider or higher cuts more of it off."""
        return min(self.cover.width / USUAL, self.cover.height)

    @property
    def worth(self) -> float:
        """The same, but less if doors are missing in the last row."""
        return self.photo_height * math.sqrt(self.each / (self.rows * self.columns))

    @property
    def rows(self) -> int:
        return math.ceil(self.each / self.columns)


def door_places(
    blocks: Sequence[list[Block]], each: int, wall: Rect, stage: Stage, least: float
) -> tuple[DoorPlace, ...] | None:
    """The places in which photos are largest, with `each` of them on a page, and all pages alike.

    None if they would be too small.

    Words keep their size: it is the same on all doors, and no long title makes it smaller. With low
    reach, the lower part of each door is within it.
    """
    ways = [
        way
        for rows in range(1, min(rows_max(stage), each) + 1)
        for way in _ways(blocks, each, _low(wall, rows, stage), rows, stage)
    ]
    best = max(ways, key=lambda way: (way.worth, way.cover.area), default=None)
    if best is None or best.photo_height < least * stage.size.short_side:
        return None
    return tuple(_placed(best, stage))


def rows_max(stage: Stage) -> int:
    wide = stage.size.width / stage.size.height
    return next(rows for least, rows in ROWS_MAX if wide >= least)


def smallest_places(
    blocks: Sequence[list[Block]], wall: Rect, stage: Stage
) -> tuple[DoorPlace, ...]:
    """The places of doors, one on a page, for whose words there is hardly any room."""
    words = _set(blocks, wall.width / 2, stage)
    side = min(wall.height, wall.width * SHARES[-1])
    way = _Way(wall, 1, 1, Size(wall.width, side), Size(side, side), words, is_aside=True)
    return tuple(_placed(way, stage))


def _low(wall: Rect, rows: int, stage: Stage) -> Rect:
    """The part of the wall in which rows are so low that all can be reached."""
    if not stage.comfort.low_reach or rows == 1:
        return wall
    gap = GAP * stage.margin
    below = wall.bottom - stage.reach.y - REACHED * stage.finger
    height = below / (rows - 1) * rows - gap
    top = max(wall.y, wall.bottom - height)
    return replace(wall, y=top, height=wall.bottom - top)


def _ways(
    blocks: Sequence[list[Block]], each: int, wall: Rect, rows: int, stage: Stage
) -> Iterator[_Way]:
    gap = GAP * stage.margin
    columns = math.ceil(each / rows)
    width = (wall.width - gap * (columns - 1)) / columns
    height = (wall.height - gap * (rows - 1)) / rows
    if width > stage.finger and height > stage.finger:
        cell = Size(width, height)
        made = (*_below(blocks, cell, stage), *_aside(blocks, cell, stage))
        for door, cover, words, is_aside in made:
            yield _Way(wall, each, columns, door, cover, words, is_aside)


def _below(
    blocks: Sequence[list[Block]], cell: Size, stage: Stage
) -> Iterator[tuple[Size, Size, tuple[Column, ...], bool]]:
    """Doors with words below: the cover and its words have one width."""
    least = stage.measure(blocks[0][0].style, CHARACTERS_LEAST)
    width = cell.width
    for _ in range(NARROWER_MAX):
        if width < least:
            return
        words = _set(blocks, width, stage)
        below = max(one.height for one in words) + WORDS_GAP * stage.margin
        height = min(cell.height - below, width / NARROW)
        if width <= height * WIDE + 0.5:
            door, cover = Size(width, height + below), Size(width, height)
            yield door, cover, words, False
            return
        width = math.floor(height * WIDE)


def _aside(
    blocks: Sequence[list[Block]], cell: Size, stage: Stage
) -> Iterator[tuple[Size, Size, tuple[Column, ...], bool]]:
    least = stage.measure(blocks[0][0].style, CHARACTERS_LEAST)
    least = max(least, ASIDE_LEAST * stage.size.short_side)
    for share in SHARES:
        width = min(cell.width * share, cell.height * WIDE)
        room = cell.width - width - 2 * WORDS_GAP * stage.margin
        if room < least:
            continue
        words = _set(blocks, room, stage)
        cover = Size(width, min(cell.height, width / NARROW))
        height = max(cover.height, *(one.height for one in words))
        if height <= cell.height:
            door = Size(cell.width, height)
            yield door, cover, words, True


def _set(blocks: Sequence[list[Block]], width: float, stage: Stage) -> tuple[Column, ...]:
    """The words of all doors in this width."""
    parted = ([part for block in one for part in _parts(block, width, stage)] for one in blocks)
    return tuple(set_whole(one, width, stage) for one in parted)


def _parts(block: Block, width: float, stage: Stage) -> list[Block]:
    """A line that is too long for the width in its parts, each in a line of its own."""
    first, *others = block.text.split(SEPARATOR)
    if not others or stage.typesetter.typeset(block.text, block.style, width).lines == 1:
        return [block]
    return [replace(block, text=first), *(replace(block, text=one, gap=0.0) for one in others)]


def _placed(way: _Way, stage: Stage) -> Iterator[DoorPlace]:
    """The doors; the last of a row ends at the edge of the wall."""
    wall, gap = way.wall, GAP * stage.margin
    across = way.door.width + gap
    if way.columns > 1:
        across = (wall.width - way.door.width) / (way.columns - 1)
    free = wall.height - way.rows * way.door.height - gap * (way.rows - 1)
    # With low reach, the doors are as low as they can be.
    top = wall.y + max(0.0, free) * (1.0 if stage.comfort.low_reach else ABOVE)
    for number, words in enumerate(way.words):
        row, column = divmod(number % way.each, way.columns)
        at = Point(wall.x + column * across, top + row * (way.door.height + gap))
        door = whole(Rect.of(way.door, at))
        cover = whole(Rect.of(way.cover, at))
        aside = 2 * WORDS_GAP * stage.margin
        if way.is_aside:
            left = cover.right + aside
            # The capitals of its title are as high as the edge of the cover.
            up = _above_capitals(words)
            said = Rect(left, door.y - up, door.right - left, door.height + up)
        else:
            down = cover.bottom + WORDS_GAP * stage.margin
            said = Rect(door.x, down, door.width, door.bottom - down)
        door, cover, said = (stage.mirror(one) for one in (door, cover, said))
        yield DoorPlace(door, cover, said, words)


def _above_capitals(words: Column) -> float:
    """The space above the capitals of the first line, which are about in its middle."""
    style = words.paragraphs[0].style
    return round((style.leading - CAPITAL_HEIGHT) / 2 * style.size)
