"""Composes what attract shows of a slide: its photos, whole, and a label below them.

The photos have the upper three quarters of the screen. A slide without photos has its words there.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, around, cut_share, whole
from kiosk.exhibition.exhibition import Slide
from kiosk.layouts import arrange
from kiosk.layouts.parts.arrangement import Arrangement, PlacedPhoto, Subject, cut_to
from kiosk.layouts.parts.blocks import INTERVIEW_LINK, credit
from kiosk.layouts.parts.column import Block, set_whole
from kiosk.layouts.parts.justified_rows import JustifiedRows
from kiosk.layouts.single import CROP_MAX
from kiosk.screens.foyer.label import Named, label, least_height
from kiosk.style.stage import Stage
from kiosk.types.photo import PhotoInfo
from kiosk.types.scene import Item, Lettering

PICTURE_SHARE = 0.75
"""Height of the photos' place, as a share of the screen."""
CREDIT = 0.9
"""Size of the credit, as a share of a caption's."""
CREDIT_GAP, LABEL_GAP = 0.2, 0.7
"""Space between the photos and the credit, and the label, in margins."""
LEADING = 1.2
UNLIMITED = 1000
"""Characters that no credit has: it may be as wide as its room."""
ROWS = JustifiedRows(gutter=0.25, gutter_below_labels=0.25)


def picture_place(stage: Stage) -> Rect:
    return Rect(0, 0, stage.size.width, round(PICTURE_SHARE * stage.size.height))


def within_margins(stage: Stage) -> Rect:
    """That place with a margin above; on an upright screen, also at the sides."""
    place, margin = picture_place(stage), stage.margin
    side = margin if stage.size.upright else 0
    return replace(place.inset(side, 0), y=margin, height=place.height - margin)


def label_height(stage: Stage) -> float:
    """The least height of the room for a label, and for the credit above it."""
    return LABEL_GAP * stage.margin + least_height(stage)


@lru_cache(maxsize=64)
def poster(
    slide: Slide, named: Named | None, facts: tuple[PhotoInfo, ...], room: Rect, stage: Stage
) -> Arrangement:
    """The poster of a slide whose photos have been measured; `room` is for its words."""
    down = LABEL_GAP * stage.margin
    below = Rect(room.x, room.y + down, room.width, room.height - down)
    said = label(slide, named, below, stage) if named else ()
    if not facts:
        return Arrangement(words=(*_words(slide, stage), *said))
    subjects = [Subject(*one) for one in zip(slide.all_photos, facts, strict=True)]
    photos = _photos(slide, subjects, stage)
    credit_line = _credit(slide, around([one.window for one in photos]), stage)
    return Arrangement(photos, (*said, *credit_line))


def _photos(slide: Slide, subjects: list[Subject], stage: Stage) -> tuple[PlacedPhoto, ...]:
    """The photos, as large as their place allows.

    With `fill`, a single one fills it. Those that are as wide as the screen have no margin.
    """
    place, first = picture_place(stage), subjects[0]
    size = first.facts.size
    if slide.fill and len(subjects) == 1 and cut_share(size, place.size) <= CROP_MAX:
        return (cut_to(place, first.photo, size),)
    windows = _hung(subjects, place, stage)
    if stage.size.upright or around(windows).width < place.width - 1:
        windows = _hung(subjects, within_margins(stage), stage)
    return tuple(PlacedPhoto(one.photo, at, at) for one, at in zip(subjects, windows, strict=True))


def _hung(subjects: list[Subject], place: Rect, stage: Stage) -> list[Rect]:
    """Near their words; on an upright screen in the middle, since lower ones leave much above."""
    hung = ROWS.windows(subjects, [[] for _ in subjects], place, stage).windows
    free = place.bottom - max(one.bottom for one in hung)
    down = Point(0, 0 if stage.size.upright else free)
    return [whole(one.moved(down)).intersection(place) for one in hung]


def _words(slide: Slide, stage: Stage) -> tuple[Item, ...]:
    """The first page of a slide without photos, set as if the screen were only their place."""
    size = picture_place(stage).size
    diagonal_in = stage.diagonal_in * size.diagonal / stage.size.diagonal
    alone = replace(slide, title_photo=None)
    arrangement = arrange(alone, replace(stage, size=size, diagonal_in=diagonal_in), {})
    assert arrangement is not None, "a page of words has no photo to wait for"
    return tuple(
        item
        for item in arrangement.words
        if not (isinstance(item, Lettering) and item.name == INTERVIEW_LINK)
    )


def _credit(slide: Slide, photos: Rect, stage: Stage) -> tuple[Item, ...]:
    """Who made the photos, or that they are stand-ins: below the corner where lines begin, small.

    Each of the curator's credits is there once.
    """
    makers = dict.fromkeys(photo.credit for photo in slide.all_photos if photo.credit)
    blocks = [block for one in makers for block in credit(one, stage)]
    if not blocks:
        return ()
    size = round(CREDIT * blocks[0].style.size * 2) / 2
    style = replace(blocks[0].style, size=size, leading=LEADING)
    text = "  ·  ".join(block.text for block in blocks)
    line = set_whole([Block(text, style, characters=UNLIMITED)], stage.safe.width, stage)
    left = photos.right - line.width if stage.mirrored else photos.x
    left = min(max(left, stage.safe.x), stage.safe.right - line.width)
    edge = stage.safe.right - line.width if stage.mirrored else stage.safe.x
    left = edge if abs(left - edge) < stage.margin else left  # Where the label begins.
    top = photos.bottom + CREDIT_GAP * stage.margin
    return line.at(Rect(left, top, line.width, line.height), stage)
