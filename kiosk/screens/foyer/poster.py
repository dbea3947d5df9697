"""Composes what attract shows of a slide: its photos, whole, and one sentence below them.

The photos have the upper three quarters of the screen. A slide without photos has its words there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from kiosk.base.geometry import Rect, cut_share, whole
from kiosk.exhibition.exhibition import Slide
from kiosk.language.quotation_marks import marked
from kiosk.layouts import arrange
from kiosk.layouts.parts.arrangement import Arrangement, PlacedPhoto, Subject, cut_to
from kiosk.layouts.parts.blocks import INTERVIEW_LINK, caption, credit
from kiosk.layouts.parts.column import Block, column, set_whole
from kiosk.layouts.parts.justified_rows import JustifiedRows
from kiosk.layouts.single import CROP_MAX
from kiosk.style.stage import CAPITAL_HEIGHT, Stage
from kiosk.types.photo import PhotoInfo
from kiosk.types.scene import Item, Lettering

PICTURE_SHARE = 0.75
"""Height of the photos' place, as a share of the screen."""
SENTENCE_MM = 8.0
"""Height of the sentence's capitals: people read them from two metres."""
LINES_MAX = 2
LEAST = 0.78
"""Least size of a long sentence, as a share of the usual one; a longer one is not shown."""
CHARACTERS = 54
UNLIMITED = 1000
"""Characters that no credit has: it may be as wide as its room."""
ROWS = JustifiedRows(gutter=0.25, gutter_below_labels=0.25)


def picture_place(stage: Stage) -> Rect:
    return Rect(0, 0, stage.size.width, round(PICTURE_SHARE * stage.size.height))


@lru_cache(maxsize=64)
def poster(
    slide: Slide, facts: tuple[PhotoInfo, ...], room: Rect, foot: Rect, stage: Stage
) -> Arrangement:
    """The poster of a slide whose photos have been measured.

    `room` is for its sentence, `foot` for its photos' credit.
    """
    if not facts:
        return Arrangement(words=_words(slide, stage))
    subjects = [Subject(*one) for one in zip(slide.all_photos, facts, strict=True)]
    words = (*_sentence(slide, room, stage), *_credit(slide, foot, stage))
    return Arrangement(_photos(slide, subjects, stage), words)


def _photos(slide: Slide, subjects: list[Subject], stage: Stage) -> tuple[PlacedPhoto, ...]:
    """The photos, as large as their place allows; with `fill`, a single one fills it."""
    place, first = picture_place(stage), subjects[0]
    size = first.facts.size
    if slide.fill and len(subjects) == 1 and cut_share(size, place.size) <= CROP_MAX:
        return (cut_to(place, first.photo, size),)
    windows = map(whole, ROWS.windows(subjects, [[] for _ in subjects], place, stage))
    return tuple(PlacedPhoto(one.photo, at, at) for one, at in zip(subjects, windows, strict=True))


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


def _sentence(slide: Slide, room: Rect, stage: Stage) -> tuple[Item, ...]:
    """The first of the slide's sentences that fits, in two lines at most."""
    leading = stage.style("lead").leading
    wanted = SENTENCE_MM * stage.px_per_mm / CAPITAL_HEIGHT
    size = min(wanted, room.height / leading / LINES_MAX)
    for block in _sentences(slide, stage):
        for reduction in (1.0, 0.92, 0.85, LEAST):
            style = replace(block.style, size=round(size * reduction * 2) / 2)
            words = set_whole([replace(block, style=style)], room.width, stage)
            if words.paragraphs[0].lines <= LINES_MAX and words.height <= room.height:
                return words.at(room, stage, "middle")
    return ()


def _sentences(slide: Slide, stage: Stage) -> Iterator[Block]:
    """The quote, if it was said in the visitor's language; the caption; the title."""
    quote = slide.quote
    if quote and quote.language == stage.language:
        yield _block("".join(marked(quote.text, quote.language)), quote.language, stage)
    said = slide.caption or (slide.photo.caption if slide.photo else None)
    for words in (said, slide.title):
        for block in caption(words, stage):
            yield replace(_block(block.text, block.style.language, stage), emphasis=block.emphasis)


def _credit(slide: Slide, foot: Rect, stage: Stage) -> tuple[Item, ...]:
    """Who made the photos, or that they are stand-ins: each of the curator's credits once."""
    makers = dict.fromkeys(photo.credit for photo in slide.all_photos if photo.credit)
    blocks = [block for one in makers for block in credit(one, stage)]
    if not blocks:
        return ()
    style = replace(blocks[0].style, align="centre")
    line = Block("  ·  ".join(block.text for block in blocks), style, characters=UNLIMITED)
    return column([line], foot.width, foot.height, stage).at(foot, stage, "bottom")


def _block(text: str, language: str, stage: Stage) -> Block:
    style = stage.style("lead", align="centre", language=language)
    return Block(text, style, balanced=True, characters=CHARACTERS)
