"""Hangs photos of slides in the margin, beside the passages that these slides quote.

The photo of the title page is below the name, where that is beside the introduction.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, around, fit, whole
from kiosk.exhibition.collection import Entry
from kiosk.exhibition.exhibition import Photo
from kiosk.layouts.parts.arrangement import PlacedPhoto
from kiosk.layouts.parts.blocks import credit
from kiosk.layouts.parts.column import column
from kiosk.screens.actions import BackToSlide, HitArea
from kiosk.screens.context import Context
from kiosk.screens.interview.interview_page import Page, page
from kiosk.screens.interview.passages import exchange_of, quoted
from kiosk.screens.interview.scrubber import track_width
from kiosk.style.stage import Stage
from kiosk.types.photo import InfoRequest, Request
from kiosk.types.scene import Item, Lettering, Picture

GAP = 0.8
"""Space between the text and the photos, and between two of them, in margins."""
LEAST_BELOW = 3.0
"""Least height of the photo below the name, in margins."""
WIDTH_MIN, WIDTH_MAX = 1.6, 7.0
"""Width of the photos in margins: with less room there are none."""


class HungPhoto(Struct, frozen=True):
    """A slide's photo and its place on the page, in which it is whole."""

    slide: int
    photo: Photo
    place: Rect
    label: tuple[Lettering, ...]
    """Its credit, if it is a stand-in."""
    across: float = 0.5
    """Share of the free width that is at its left."""


@lru_cache(maxsize=8)
def hung(entry: Entry, stage: Stage) -> tuple[HungPhoto, ...]:
    """All photos in the margins, from the top down; none overlaps the one above."""
    beside = _beside_passages(entry, stage)
    return tuple(sorted((*_below_name(entry, stage), *beside), key=lambda one: one.place.y))


def _below_name(entry: Entry, stage: Stage) -> Iterator[HungPhoto]:
    """The photo that the title page shows, which everybody may see at any time."""
    set_page, photo = page(entry, stage), entry.exhibition.slides[0].title_photo
    box, head = set_page.box, set_page.letters[: set_page.above]
    aside = [one for one in head if one.rect.right < box.x or one.rect.x > box.right]
    if not (photo and aside):
        return
    words = around([one.rect for one in aside])
    top = round(words.bottom + GAP * stage.margin)
    foot = stage.size.height - stage.bar - stage.margin
    place = Rect(round(words.x), top, round(words.width), round(foot - top - stage.margin))
    if place.height >= LEAST_BELOW * stage.margin:
        across = 1.0 if aside[0].paragraph.style.side == "right" else 0.0
        yield HungPhoto(0, photo, place, _label(photo, place, stage), across)


def _beside_passages(entry: Entry, stage: Stage) -> tuple[HungPhoto, ...]:
    set_page, found = page(entry, stage), list[HungPhoto]()
    gap, box = GAP * stage.margin, set_page.box
    width = stage.size.width - box.right - gap - track_width(stage)
    if width < WIDTH_MIN * stage.margin:
        return ()
    width = round(min(width, WIDTH_MAX * stage.margin))
    bottom, files = -math.inf, set[tuple[str, int]]()
    for top, exchange, slide, photo in sorted(_quoting(entry, set_page, stage), key=_place):
        if (photo.file, exchange) in files:
            continue
        files.add((photo.file, exchange))
        place = Rect(round(box.right + gap), round(max(top, bottom)), width, width)
        place = stage.mirror(place)
        label = _label(photo, place, stage)
        found.append(HungPhoto(slide, photo, place, label))
        bottom = max([place.bottom, *(one.rect.bottom for one in label)]) + gap / 2
    return tuple(found)


def near(entry: Entry, context: Context, scroll: float, beyond: float) -> Iterator[HungPhoto]:
    """The photos in sight or up to `beyond` pixels from it, of slides that are shown now."""
    stage = context.stage
    photos = hung(entry, stage)
    # A label is never higher than its photo is wide.
    highest = max((one.place.height for one in photos), default=0.0)
    above = scroll - beyond - 2 * highest
    first = bisect_left(photos, above, key=lambda one: one.place.y)
    for one in photos[first:]:
        if one.place.y > scroll + stage.size.height + beyond:
            return
        if not context.is_left_out(entry.name, one.slide):
            yield one


def placed(one: HungPhoto, context: Context) -> PlacedPhoto | None:
    """The photo at the top of its place; None until its size is known."""
    facts = context.media.facts.get(one.photo.file)
    if facts is None:
        return None
    fitted = fit(facts.size, one.place)
    left = one.place.x + one.across * (one.place.width - fitted.width)
    image = whole(replace(fitted, x=left, y=one.place.y))
    return PlacedPhoto(one.photo, image, image)


def items(entry: Entry, context: Context, scroll: float) -> Iterator[Item]:
    """The photos in sight, with what says that they are stand-ins."""
    up = Point(0, -scroll)
    for one in near(entry, context, scroll, 0):
        shown = placed(one, context)
        if shown:
            image = shown.image.moved(up)
            yield Picture(context.drawable(shown), image, image)
            lift = Point(0, shown.image.bottom - one.place.bottom - scroll)
            yield from (replace(text, at=text.at + lift) for text in one.label)


def buttons(entry: Entry, context: Context, scroll: float) -> Iterator[HitArea]:
    """Leads from each photo that can be reached to its slide."""
    stage = context.stage
    reach = stage.reach.intersection(replace(stage.rect, height=stage.size.height - stage.bar))
    for one in near(entry, context, scroll, 0):
        seen = one.place.moved(Point(0, -scroll)).intersection(reach)
        if seen.height >= stage.finger and placed(one, context):
            yield HitArea(seen, BackToSlide(entry.name, one.slide))


def wanted(entry: Entry, context: Context, scroll: float) -> Iterator[Request]:
    """What is needed for the photos in sight and a screen around them, the nearest first."""
    for beyond in (0.0, context.stage.size.height):
        for one in near(entry, context, scroll, beyond):
            yield InfoRequest(one.photo.file)
            shown = placed(one, context)
            if shown:
                yield shown.derivative


def requests_of(entry: Entry, slide: int, context: Context) -> tuple[Request, ...]:
    """What must be loaded to draw the photo of one slide in the margin, if it hangs there."""
    if entry.readable is None:
        return ()
    context = context.within(entry)
    of_slide = (one for one in hung(entry, context.stage) if one.slide == slide)
    found = (placed(one, context) for one in of_slide)
    return tuple(shown.derivative for shown in found if shown)


def are_complete(entry: Entry, context: Context, scroll: float) -> bool:
    """Whether all photos in sight can be drawn sharply."""
    shown = (placed(one, context) for one in near(entry, context, scroll, 0))
    return all(one and one.derivative in context.media.ready for one in shown)


def _quoting(entry: Entry, set_page: Page, stage: Stage) -> Iterator[tuple[float, int, int, Photo]]:
    """Slides with photos and a quote: where it begins, its exchange, the slide and its photo."""
    for number, slide in enumerate(entry.exhibition.slides):
        exchange = exchange_of(entry, number) if slide.quote and slide.all_photos else None
        if exchange is not None:
            top = _top(entry, number, exchange, set_page, stage)
            yield top, exchange, number, slide.all_photos[0]


def _place(found: tuple[float, int, int, Photo]) -> tuple[float, int]:
    return found[0], found[2]


def _top(entry: Entry, slide: int, exchange: int, set_page: Page, stage: Stage) -> float:
    """The line in which a passage begins, as near as its share of the letters tells."""
    passage, answers = quoted(entry, slide, stage.language), set_page.answers[exchange]
    if passage is None:
        return set_page.beginning(exchange).rect.y
    start = passage.start
    for number in answers:
        paragraph = set_page.letters[number].paragraph
        length = len(paragraph.text)
        if start < length or number == answers[-1]:
            line = math.floor(min(1.0, start / max(1, length)) * paragraph.lines)
            height = paragraph.size.height / paragraph.lines
            return set_page.letters[number].rect.y + min(line, paragraph.lines - 1) * height
        start -= length + 1
    return set_page.beginning(exchange).rect.y


def _label(photo: Photo, place: Rect, stage: Stage) -> tuple[Lettering, ...]:
    blocks = credit(photo.credit, stage) if photo.stand_in else []
    words = column(blocks, place.width, place.height, stage)
    below = replace(place, y=place.bottom + round(0.15 * stage.margin))
    return words.at(below, stage)
