"""Makes the doors of the home screen: one to each exhibition, and one to each interview."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Rect
from kiosk.exhibition.collection import Collection, Entry
from kiosk.exhibition.reading_time import interview_s, minutes_told, time_to_read_s
from kiosk.exhibition.schedule import Place
from kiosk.exhibition.text import LocalisedText
from kiosk.language.translations import INTERVIEW, INTERVIEW_SUBTITLE, PICTURES, READING_TIME
from kiosk.layouts.parts.blocks import Translatable, body, caption, heading
from kiosk.layouts.parts.column import Block, Column, column
from kiosk.screens.actions import Action, OpenExhibition, OpenInterview
from kiosk.screens.context import Context
from kiosk.screens.controls import Control
from kiosk.screens.foyer.door_places import (
    PHOTO_LEAST,
    PHOTO_LEAST_ON_PAGES,
    SEPARATOR,
    DoorPlace,
    door_places,
    smallest_places,
)
from kiosk.screens.foyer.language_chooser import is_beside_heading, language_chooser
from kiosk.style.stage import Stage
from kiosk.types.scene import Item

AROUND = 0.12
"""How far outside a door a touch still counts for it, in margins."""
HEADING_GAP = 0.9
"""Space between the heading and the doors, in margins."""
TITLE, SUBTITLE = 28 / 720, 17 / 720
"""Sizes of a door's words, as shares of the screen's shorter side."""
SQUARE = 0.75
"""On a screen that is nearly square, they are shares of this much of its longer side."""
MANY, MANY_SIZE = 6, 0.78
"""From one more door than this on, their words are smaller: by this factor."""

One = TypeVar("One")


class Door(Struct, frozen=True):
    """The button of an exhibition or of an interview: its place, its action and its words."""

    place: DoorPlace
    action: Action
    entry: Entry
    is_interview: bool

    @property
    def rect(self) -> Rect:
        return self.place.rect

    @property
    def words(self) -> Column:
        return self.place.words


def doors(context: Context, page: int = 0) -> tuple[Door, ...]:
    """The doors of one page."""
    found = door_pages(context)
    return found[page] if found else ()


def door_pages(context: Context) -> tuple[tuple[Door, ...], ...]:
    """All doors, on as few pages as possible."""
    return _door_pages(context.collection, context.off_schedule, context.stage)


def only_door(context: Context) -> Action | None:
    """The action of the door, if there is only one."""
    return None if context.has_home else OpenExhibition(context.entries[0].name)


def chooser(context: Context) -> tuple[Control, ...]:
    """The languages at the top; with low reach, they are in the row at the bottom instead."""
    tags, stage = context.collection.kiosk.languages, context.stage
    return language_chooser(tags, stage) if len(tags) > 1 and not stage.comfort.low_reach else ()


def home_heading(context: Context) -> tuple[Item, ...]:
    """The heading at the top; if the doors are low, just above them, so that it is not alone."""
    stage, words = context.stage, _heading_column(context)
    box, first = _heading_box(context), doors(context)
    if stage.comfort.low_reach and first:
        top = min(door.rect.y for door in first) - HEADING_GAP * stage.margin - words.height
        box = Rect(box.x, max(box.y, top), box.width, words.height)
    return words.at(box, stage)


@lru_cache(maxsize=8)
def _door_pages(
    collection: Collection, off_schedule: frozenset[Place], stage: Stage
) -> tuple[tuple[Door, ...], ...]:
    context = Context(collection, stage, off_schedule=off_schedule)
    interviewed = _interviewed(context)
    by = MANY_SIZE if len(context.entries) + len(interviewed) > MANY else 1.0
    blocks = [_exhibition_words(entry, context, by) for entry in context.entries]
    is_only = len(interviewed) == 1
    blocks += [_interview_words(entry, context, by, is_only=is_only) for entry in interviewed]
    ways: list[tuple[Action, Entry, bool]] = [
        *((OpenExhibition(entry.name), entry, False) for entry in context.entries),
        *((OpenInterview(entry.name), entry, True) for entry in interviewed),
    ]
    pages = _paged(blocks, context)
    each = len(pages[0]) if pages else 1
    return tuple(
        tuple(Door(place, *way) for place, way in zip(places, shown, strict=True))
        for places, shown in zip(pages, _parted(ways, each), strict=True)
    )


def _paged(blocks: list[list[Block]], context: Context) -> list[Sequence[DoorPlace]]:
    """The places of all doors; a last page with fewer of them has them in the same places."""
    stage = context.stage
    for count in range(1, len(blocks) + 1):
        each = math.ceil(len(blocks) / count)
        wall = _wall(context, stage if count == 1 else replace(stage, has_pages=True))
        least = PHOTO_LEAST if count == 1 else PHOTO_LEAST_ON_PAGES
        places = door_places(blocks, each, wall, stage, least)
        if places is None and each == 1:
            places = smallest_places(blocks, wall, stage)
        if places:
            return _parted(places, each)
    return []


def _parted(items: Sequence[One], each: int) -> list[Sequence[One]]:
    return [items[start : start + each] for start in range(0, len(items), each)]


def _wall(context: Context, stage: Stage) -> Rect:
    """The area for doors, between the heading and the controls."""
    safe, height = stage.safe, _heading_column(context).height
    top = _heading_box(context).y + height + stage.margin * (HEADING_GAP if height else 0)
    around = math.ceil(AROUND * stage.margin)
    names = [control.button.rect.bottom for control in chooser(context)]
    top = max(top, *(bottom + 2 * around for bottom in names), 0)
    return Rect(safe.x, top, safe.width, safe.bottom - top)


def _heading_box(context: Context) -> Rect:
    """The room for the heading: beside the languages, else below them."""
    stage, names = context.stage, chooser(context)
    safe = stage.safe
    if not names:
        return safe
    if not is_beside_heading(names, stage):
        down = max(one.button.rect.bottom for one in names) + 0.3 * stage.margin
        return Rect(safe.x, down, safe.width, safe.bottom - down)
    lefts = [one.button.rect.x for one in names]
    taken = safe.right - min(lefts) if not stage.mirrored else 0.0
    if stage.mirrored:
        taken = max(one.button.rect.right for one in names) - safe.x
    beside = Rect(safe.x, safe.y, safe.width - taken - stage.margin, safe.height)
    return stage.mirror(beside)


def _heading_column(context: Context) -> Column:
    stage, kiosk = context.stage, context.collection.kiosk
    blocks = [replace(heading(kiosk.title, stage, "quote"), characters=52)]
    if kiosk.subtitle:
        subtitle = body(kiosk.subtitle, stage)
        quiet = replace(subtitle.style, colour=stage.theme.quiet)
        blocks.append(replace(subtitle, style=quiet, gap=0.3, balanced=True))
    return column(blocks, _heading_box(context).width, stage.size.height * 0.2, stage)


def _exhibition_words(entry: Entry, context: Context, by: float) -> list[Block]:
    """A title, a subtitle, and how much there is to see."""
    slides, language = context.slides(entry), context.stage.language
    count = len({photo.file for slide in slides for photo in slide.all_photos})
    time_s = sum(time_to_read_s(slide, language) for slide in slides)
    shown = entry.exhibition
    return _door_words(shown.title, shown.subtitle, count, time_s, by, context.stage)


def _interview_words(entry: Entry, context: Context, by: float, *, is_only: bool) -> list[Block]:
    """Whose interview it is, if there are several, and the time to read it."""
    reading = entry.reading_in(context.stage.language)
    assert reading is not None, "a door leads only to an interview that may be read"
    interview, language = reading
    time_s = interview_s(interview, language)
    named = entry.exhibition.by or LocalisedText(((language, interview.name),))
    subtitle = INTERVIEW_SUBTITLE if is_only else named
    return _door_words(INTERVIEW, subtitle, 0, time_s, by, context.stage)


def _door_words(
    title: Translatable,
    subtitle: Translatable | None,
    pictures: int,
    time_s: float,
    by: float,
    stage: Stage,
) -> list[Block]:
    scale = stage.comfort.text_scale

    def sized(block: Block, size: float, gap: float) -> Block:
        return replace(block, style=replace(block.style, size=size), gap=gap, balanced=True)

    # Titles are large already: they grow less.
    blocks = [sized(heading(title, stage), _size(TITLE, math.sqrt(scale) * by, stage), 0.0)]
    small = _size(SUBTITLE, scale * by, stage)
    blocks += [sized(block, small, 0.25) for block in caption(subtitle, stage)]
    extent = _extent(pictures, time_s, stage.language)
    if extent:
        language = READING_TIME.language_for(stage.language)
        quiet = stage.style("caption", colour=stage.theme.quiet, language=language)
        blocks.append(sized(Block(extent, quiet), small, 0.25))
    return blocks


def _size(share: float, scale: float, stage: Stage) -> float:
    """A size of letters, as a share of the screen."""
    side = min(stage.size.short_side, SQUARE * max(stage.size.width, stage.size.height))
    size = share * side * scale
    return max(stage.least_type, round(size * 2) / 2)


def _extent(count: int, time_s: float, language: str) -> str:
    """The number of pictures, and the minutes to read the texts in this language."""
    pictures = [PICTURES.in_language(language, count)] if count else []
    minutes = minutes_told(time_s)
    read = [READING_TIME.in_language(language, minutes)] if minutes else []
    return SEPARATOR.join(pictures + read)


def _interviewed(context: Context) -> list[Entry]:
    """The first exhibition of each interview that visitors may read."""
    found = dict[Path, Entry]()
    for entry in context.entries:
        if entry.readable:
            found.setdefault(entry.readable.path, entry)
    return list(found.values())
