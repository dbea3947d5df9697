"""Shows a door to each exhibition, and one to each interview."""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, fill, whole
from kiosk.exhibition.collection import Collection, Entry
from kiosk.exhibition.exhibition import Photo
from kiosk.exhibition.reading_time import interview_s, time_to_read_s
from kiosk.exhibition.schedule import Place
from kiosk.exhibition.text import LocalisedText
from kiosk.gestures import Gesture, Pressed, Tapped
from kiosk.language.translations import INTERVIEW, INTERVIEW_SUBTITLE, PICTURES, READING_TIME
from kiosk.layouts.parts.arrangement import PlacedPhoto
from kiosk.layouts.parts.blocks import Translatable, body, caption, heading
from kiosk.layouts.parts.column import Block, Column, column
from kiosk.screens.actions import (
    Action,
    HitArea,
    OpenExhibition,
    OpenInterview,
    PointAt,
    Rest,
    touched,
)
from kiosk.screens.context import Context
from kiosk.screens.controls import COMFORT, Control, drawn, foot, language_signs
from kiosk.screens.screen import Input
from kiosk.style.stage import Stage
from kiosk.types.events import KeyPressed, Tick
from kiosk.types.photo import InfoRequest, Request
from kiosk.types.scene import Fill, Item, Layer, Picture

WORDS_SHARE, WORDS_SHARE_MAX = 0.4, 0.55
"""Greatest height of the words below a cover, as a share of their door; and for larger text."""
AROUND = 0.12
"""How far outside a door a touch still counts for it, in margins."""
HEADING_GAP = 0.9
"""Space between the heading and the doors, in margins."""


class Door(Struct, frozen=True):
    """The button of an exhibition or of an interview: its place, its action and its words."""

    rect: Rect
    cover: Rect
    """The place of the photo, above the words."""
    action: Action
    words: Column
    entry: Entry | None


class Home(Struct, frozen=True, tag=True):
    idle_factor: ClassVar[float] = 1.0
    is_in_use: ClassVar[bool] = False

    pressed: Action | None = None

    def on(self, event: Input, context: Context, now_s: float) -> tuple[Home, Action | None]:
        match event:
            case Pressed(at):
                return Home(pressed=touched(self.buttons(context), at)), None
            case Tapped() if self.pressed:
                return Home(), self.pressed
            case _ if isinstance(event, Gesture):
                return Home(), None  # Anything but a tap is not meant for a door.
            case KeyPressed(key):
                return self._key(key, context)
            case Tick() if not context.entries:
                return Home(), Rest()
        return self, None

    def view(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        items: list[Item] = [*_heading(context)]
        for door in doors(context):
            items += _door(door, context, chosen=door.action == self.pressed)
        items += drawn(_foot(context), self.pressed, context.stage)
        return (Layer(tuple(items), context.stage.theme.ground),)

    def stage(self, context: Context) -> Stage:
        return context.stage

    def buttons(self, context: Context) -> tuple[HitArea, ...]:
        around = AROUND * context.stage.margin
        ways = (HitArea(door.rect.inset(-around), door.action) for door in doors(context))
        return (*ways, *(control.button for control in _foot(context)))

    def due_s(self, context: Context, now_s: float) -> float:
        return math.inf

    def with_collection(self, former: Collection, collection: Collection, now_s: float) -> Home:
        return Home()

    def restaged(self, before: Context, after: Context, now_s: float) -> Home:
        return self

    def is_complete(self, context: Context) -> bool:
        return all(map(context.media.has, self.wanted(context)))

    def wanted(self, context: Context) -> tuple[Request, ...]:
        return tuple(
            request for door in doors(context) for request in _cover_requests(door, context)
        )

    def _key(self, key: str, context: Context) -> tuple[Home, Action | None]:
        """Arrow keys move the focus ring from door to door; the show handles Enter."""
        ways = [door.action for door in doors(context)]
        at = ways.index(context.focus) if context.focus in ways else None
        match key:
            case "right" | "down" | "pagedown":
                return Home(), PointAt(ways[0 if at is None else min(len(ways) - 1, at + 1)])
            case "left" | "up" | "pageup":
                return Home(), PointAt(ways[0 if at is None else max(0, at - 1)])
            case "escape":
                return Home(), Rest()
        return self, None


def doors(context: Context) -> tuple[Door, ...]:
    """All doors in their places, in as many columns as make them upright and of one size."""
    return _doors(context.collection, context.off_schedule, context.stage)


def only_door(context: Context) -> Action | None:
    """The action of the door, if there is only one."""
    if len(context.entries) != 1 or _interviewed(context):
        return None
    return OpenExhibition(context.entries[0].name)


@lru_cache(maxsize=8)
def _doors(
    collection: Collection, off_schedule: frozenset[Place], stage: Stage
) -> tuple[Door, ...]:
    context = Context(collection, stage, off_schedule=off_schedule)
    interviewed = _interviewed(context)
    places = _places(len(context.entries) + len(interviewed), context)
    blocks = [_exhibition_words(entry, context) for entry in context.entries]
    is_only = len(interviewed) == 1
    blocks += [_interview_words(entry, context, is_only=is_only) for entry in interviewed]
    words = _evenly_set(blocks, places, stage)
    below = max((one.height for one in words), default=0.0) + 0.35 * stage.margin
    made = []
    actions: list[tuple[Action, Entry | None]] = [
        *((OpenExhibition(entry.name), entry) for entry in context.entries),
        *((OpenInterview(entry.name), None) for entry in interviewed),
    ]
    for (action, entry), place, said in zip(actions, places, words, strict=True):
        cover = whole(Rect(place.x, place.y, place.width, place.height - below))
        made.append(Door(place, cover, action, said, entry))
    return tuple(made)


def _evenly_set(blocks: list[list[Block]], places: list[Rect], stage: Stage) -> tuple[Column, ...]:
    """The words of all doors, in the size in which the longest ones fit."""
    share = min(WORDS_SHARE * max(1.0, stage.comfort.text_scale), WORDS_SHARE_MAX)
    room = [(place.width, place.height * share) for place in places]
    alone = [column(one, *size, stage) for one, size in zip(blocks, room, strict=True)]
    sizes = [one.paragraphs[0].style.size / blocks[0][0].style.size for one in alone]
    reduction = min(sizes, default=1.0)
    return tuple(
        column([_scaled(block, reduction) for block in one], *size, stage)
        for one, size in zip(blocks, room, strict=True)
    )


def _scaled(block: Block, by: float) -> Block:
    return replace(block, style=replace(block.style, size=block.style.size * by))


def _places(count: int, context: Context) -> list[Rect]:
    if not count:
        return []
    stage, wall = context.stage, _wall(context)
    columns = _columns(count, wall)
    rows = math.ceil(count / columns)
    gap = 0.7 * stage.margin
    width = (wall.width - gap * (columns - 1)) / columns
    height = (wall.height - gap * (rows - 1)) / rows
    return [
        stage.mirror(
            whole(
                Rect(
                    wall.x + (number % columns) * (width + gap),
                    wall.y + (number // columns) * (height + gap),
                    width,
                    height,
                )
            )
        )
        for number in range(count)
    ]


def _wall(context: Context) -> Rect:
    """The area for doors, between the heading and the languages."""
    stage, safe = context.stage, context.stage.safe
    height = _heading_column(context).height
    top = safe.y + height + stage.margin * (HEADING_GAP if height else 0)
    top = max(top, math.ceil(stage.reach.y + AROUND * stage.margin))
    return Rect(safe.x, top, safe.width, safe.bottom - top)


def _columns(count: int, wall: Rect) -> int:
    """The number for which doors are closest to 3:4 (width to height), with few empty places."""

    def unlike(columns: int) -> float:
        rows = math.ceil(count / columns)
        shape = (wall.width / columns) / (wall.height / rows) / 0.75
        return abs(math.log(shape)) + (rows * columns - count) / count

    return min(range(1, count + 1), key=unlike, default=1)


def _heading_column(context: Context) -> Column:
    stage, kiosk = context.stage, context.collection.kiosk
    title, below = ("display", "lead") if stage.comfort.low_reach else ("heading", "body")
    blocks = [replace(heading(kiosk.title, stage, title), characters=52)]
    if kiosk.subtitle:
        subtitle = body(kiosk.subtitle, stage, below)
        quiet = replace(subtitle.style, colour=stage.theme.quiet)
        blocks.append(replace(subtitle, style=quiet, gap=0.3, balanced=True))
    return column(blocks, stage.safe.width, stage.size.height * 0.2, stage)


def _heading(context: Context) -> tuple[Item, ...]:
    """The heading at the top; if the doors are low, just above them, so that it is not alone."""
    safe, words = context.stage.safe, _heading_column(context)
    top = _wall(context).y - HEADING_GAP * context.stage.margin - words.height
    return words.at(Rect(safe.x, max(safe.y, top), safe.width, words.height), context.stage)


def _exhibition_words(entry: Entry, context: Context) -> list[Block]:
    """A title, a subtitle, and how much there is to see."""
    slides, language = context.slides(entry), context.stage.language
    count = len({photo.file for slide in slides for photo in slide.all_photos})
    time_s = sum(time_to_read_s(slide, language) for slide in slides)
    shown = entry.exhibition
    return _door_words(shown.title, shown.subtitle, count, time_s, context.stage)


def _interview_words(entry: Entry, context: Context, *, is_only: bool) -> list[Block]:
    """Whose interview it is, if there are several, and the time to read it."""
    reading = entry.reading_in(context.stage.language)
    assert reading is not None, "a door leads only to an interview that may be read"
    interview, language = reading
    time_s = interview_s(interview, language)
    named = entry.exhibition.by or LocalisedText(((language, interview.name),))
    subtitle = INTERVIEW_SUBTITLE if is_only else named
    return _door_words(INTERVIEW, subtitle, 0, time_s, context.stage)


def _door_words(
    title: Translatable, subtitle: Translatable | None, pictures: int, time_s: float, stage: Stage
) -> list[Block]:
    below = [replace(block, gap=0.25, balanced=True) for block in caption(subtitle, stage)]
    blocks = [replace(heading(title, stage, "lead"), gap=0.0), *below]
    extent = _extent(pictures, time_s, stage.language)
    if extent:
        language = READING_TIME.language_for(stage.language)
        quiet = stage.style("caption", colour=stage.theme.quiet, language=language)
        blocks.append(Block(extent, quiet, gap=0.25, balanced=True))
    return blocks


def _extent(count: int, time_s: float, language: str) -> str:
    """The number of pictures, and the minutes to read the texts in this language."""
    pictures = [PICTURES.in_language(language, count)] if count else []
    minutes = [READING_TIME.in_language(language, max(1, round(time_s / 60)))] if time_s else []
    return "  ·  ".join(pictures + minutes)


def _door(door: Door, context: Context, *, chosen: bool) -> list[Item]:
    stage = context.stage
    cover = door.cover
    items: list[Item] = [Fill(cover, stage.theme.raised)]
    placed = _cover(door, context)
    if placed:
        items.append(Picture(context.drawable(placed), placed.image, placed.window))
    if door.entry is None:
        items += _great_quotation_mark(cover, context)
    line = stage.line
    accent = context.stage_of(door.entry).theme.accent if door.entry else stage.theme.ink
    if chosen:
        edge = cover.inset(-2 * line)
        items = [Fill(edge, accent), *items]
    top = cover.bottom + 0.35 * stage.margin
    below = Rect(cover.x, top, cover.width, door.words.height)
    items += door.words.at(below, stage)
    return items


def _great_quotation_mark(cover: Rect, context: Context) -> tuple[Item, ...]:
    """The cover of an interview, which has no photo."""
    stage = context.stage
    style = replace(
        stage.style("display", colour=stage.theme.quiet, align="centre"),
        size=round(cover.size.short_side * 0.7),
    )
    mark = column([Block("“", style)], cover.width, cover.height, stage)
    # The mark is at the top of its line; moved down by this, it is in the middle.
    box = cover.moved(Point(0, style.size * 0.22))
    return mark.at(box, stage, "middle")


def _cover(door: Door, context: Context) -> PlacedPhoto | None:
    """The exhibition's cover, in the size of the door."""
    photo = _cover_photo(door.entry, context)
    if photo is None or photo.file not in context.media.facts:
        return None
    facts = context.media.facts[photo.file]
    return PlacedPhoto(photo, whole(fill(facts.size, door.cover, photo.focus)), door.cover)


def _cover_requests(door: Door, context: Context) -> tuple[Request, ...]:
    photo = _cover_photo(door.entry, context)
    if photo is None:
        return ()
    placed = _cover(door, context)
    measurement = InfoRequest(photo.file)
    return (measurement, placed.derivative) if placed else (measurement,)


def _cover_photo(entry: Entry | None, context: Context) -> Photo | None:
    """The photo of the cover, with the focus that its slide gives it, if it is on one.

    If the cover's slides are not scheduled now, the first photo that is scheduled replaces it.
    """
    if entry is None or entry.exhibition.cover is None:
        return None
    file = entry.exhibition.cover
    shown = [photo for slide in context.slides(entry) for photo in slide.all_photos]
    for photo in shown:
        if photo.file == file:
            return photo
    hidden = {photo.file for slide in entry.exhibition.slides for photo in slide.all_photos}
    return next(iter(shown), None) if file in hidden else Photo(file=file)


def _interviewed(context: Context) -> list[Entry]:
    """The first exhibition of each interview that visitors may read."""
    found = dict[Path, Entry]()
    for entry in context.entries:
        if entry.readable:
            found.setdefault(entry.readable.path, entry)
    return list(found.values())


def _foot(context: Context) -> tuple[Control, ...]:
    """Buttons for the languages, and for the comfort settings, which list the languages too."""
    stage, tags = context.stage, context.collection.kiosk.languages
    return foot((), (*language_signs(tags, stage), COMFORT), stage)
