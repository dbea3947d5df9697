"""Sets the label of a poster: which exhibition its slide is of, and below that one sentence.

Its title is in the same place on all posters.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Rect
from kiosk.exhibition.exhibition import Exhibition, Slide
from kiosk.exhibition.text import LocalisedText
from kiosk.language.quotation_marks import marked
from kiosk.layouts.parts.blocks import caption
from kiosk.layouts.parts.column import Block, set_whole
from kiosk.style.stage import CAPITAL_HEIGHT, Stage
from kiosk.types.scene import Item

SENTENCE_MM = 9.0
"""Height of the sentence's capitals: people read them from two metres."""
SENTENCE_LEAST = 1 / 30
"""Least size of the sentence, as a share of the screen's shorter side."""
TITLES = (1.1, 1.0)
"""Sizes to try for the title, in sizes of the sentence."""
LEADING, GAP = 1.2, 0.3
"""Height of a line, and space between title and sentence, in sizes of their type."""
DOWN = 0.7
"""Share of the free height that is above the label."""
LINES_MAX = 2
CHARACTERS = 76
SEPARATOR = "  ·  "


class Named(Struct, frozen=True):
    """What a label says of an exhibition."""

    title: LocalisedText
    by: LocalisedText | None
    subtitle: LocalisedText | None

    @classmethod
    def of(cls, exhibition: Exhibition) -> Named:
        return cls(exhibition.title, exhibition.by, exhibition.subtitle)


def least_height(stage: Stage) -> float:
    """The height of a title and of a sentence in one line, in the least size."""
    return (LEADING * (TITLES[0] + 1) + GAP) * _least(stage)


def label(slide: Slide, named: Named, room: Rect, stage: Stage) -> tuple[Item, ...]:
    """In a place that leaves room for a sentence of two lines, whatever is said.

    A slide without photos has its words on the poster already: no sentence repeats them.
    """
    lines = LEADING * (TITLES[0] + LINES_MAX) + GAP
    wanted = SENTENCE_MM * stage.px_per_mm / CAPITAL_HEIGHT
    size = math.floor(2 * max(_least(stage), min(wanted, room.height / lines))) / 2
    top = room.y + max(0, math.floor((room.height - lines * size) * DOWN))
    title = _title(named, size, room.width, stage)
    box = replace(room, y=top, height=room.bottom - top)
    for sentence in _sentences(slide, named, stage) if slide.all_photos else ():
        block = replace(_sized(sentence, size), gap=GAP)
        words = set_whole([title, block], room.width, stage)
        if words.paragraphs[1].lines <= LINES_MAX and words.height <= box.height:
            return words.at(box, stage)
    is_said = not slide.all_photos and slide.title == named.title
    return () if is_said else set_whole([title], room.width, stage).at(box, stage)


def _least(stage: Stage) -> float:
    return math.ceil(SENTENCE_LEAST * stage.size.short_side)


def _title(named: Named, size: float, width: float, stage: Stage) -> Block:
    """The title and whose exhibition it is, in one line, or the title alone."""
    text = named.title.in_language(stage.language)
    language = named.title.language_for(stage.language) or stage.language
    style = stage.style("lead", language=language)
    by = named.by.in_language(stage.language) if named.by else ""
    lines = [f"{text}{SEPARATOR}{by}", text] if by and by != text else [text]
    ways = [_sized(Block(line, style), size * factor) for line in lines for factor in TITLES]
    fitting = (one for one in ways if _lines(one, width, stage) == 1)
    return next(fitting, ways[-1])


def _lines(block: Block, width: float, stage: Stage) -> int:
    return stage.typesetter.typeset(block.text, block.style, width).lines


def _sized(block: Block, size: float) -> Block:
    style = replace(block.style, size=math.floor(size * 2) / 2, leading=LEADING)
    return replace(block, style=style, characters=CHARACTERS)


def _sentences(slide: Slide, named: Named, stage: Stage) -> Iterator[Block]:
    """The quote, if it was said in the visitor's language; the caption; a title; the subtitle."""
    quote = slide.quote
    if quote and quote.language == stage.language:
        yield _block("".join(marked(quote.text, quote.language)), quote.language, stage)
    said = slide.caption or (slide.photo.caption if slide.photo else None)
    title = named.title.in_language(stage.language)
    for words in (said, slide.title, named.subtitle):
        for block in caption(words, stage):
            if block.text == title:  # It is said above.
                continue
            yield replace(_block(block.text, block.style.language, stage), emphasis=block.emphasis)


def _block(text: str, language: str, stage: Stage) -> Block:
    colour = stage.theme.quiet
    return Block(text, stage.style("lead", colour=colour, language=language), balanced=True)
