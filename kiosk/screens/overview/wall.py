"""Lays out the slides of an exhibition as a wall of cells, with the names of its sections."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Rect, fill, fit, whole
from kiosk.exhibition.collection import Entry
from kiosk.exhibition.exhibition import Slide
from kiosk.exhibition.text import LocalisedText
from kiosk.language.quotation_marks import marked
from kiosk.layouts.parts.arrangement import PlacedPhoto
from kiosk.layouts.parts.blocks import heading
from kiosk.layouts.parts.column import Block, Column, column
from kiosk.screens.context import Context
from kiosk.style.stage import Stage
from kiosk.types.scene import Lettering

SHAPE = 1.5
"""Width of a cell by its height."""
GAP = 0.35
"""Space between cells, in margins."""
NARROWEST, LETTERS = 3.4, 9.5
"""Least width of a cell, in fingers, and in sizes of its type: smaller cells would be hard to hit,
and hold few words."""
MORE = 3
"""How many numbers of columns are tried for a last row that is not nearly empty."""
COLUMNS_LEAST = 2
BEGINNING = 4
"""Most words of a sentence of a quote that does not fit: too few to be taken for what it says."""
SENTENCE_ENDS = (".", "!", "?", "…", "。", "؟")
BEFORE_SECTION, BELOW_NAME = 0.9, 0.35
"""Space above and below the name of a section, in margins."""
CARD = 0.35
"""Space around the words on a card, in margins."""


class Cell(Struct, frozen=True):
    """A slide on the wall, in pixels of the whole wall."""

    index: int
    rect: Rect


class Wall(Struct, frozen=True):
    cells: tuple[Cell, ...]
    """From top to bottom; all cells of a row have the same top."""
    letters: tuple[Lettering, ...]
    """The exhibition's title, and the names of sections."""
    height: float
    is_even: bool = True
    """Whether the last row is at least half full."""

    def between(self, top: float, bottom: float) -> tuple[Cell, ...]:
        """The cells that are at least partly between two heights."""
        first = bisect_right(self.cells, top, key=lambda cell: cell.rect.bottom)
        last = bisect_left(self.cells, bottom, key=lambda cell: cell.rect.y)
        return self.cells[first:last]

    def cell(self, index: int) -> Cell:
        """The cell of a slide; of the one before it, if it has none."""
        at = bisect_right(self.cells, index, key=lambda cell: cell.index)
        return self.cells[max(0, at - 1)]


@lru_cache(maxsize=8)
def wall(entry: Entry, shown: tuple[int, ...], stage: Stage) -> Wall:
    """The largest cells with which all slides are on the screen; if there are too many, small ones.

    The wall then goes on below the screen.
    """
    title = column([heading(entry.exhibition.title, stage)], stage.safe.width, math.inf, stage)
    groups = _sections(entry, shown)
    names = [_name(section, stage) for section, _ in groups]
    gap = round(GAP * stage.margin)
    narrowest = max(NARROWEST * stage.finger, LETTERS * stage.style("caption").size)
    most = max(COLUMNS_LEAST, int((stage.safe.width + gap) // (narrowest + gap)))
    ways = [
        _set(title, names, [indexes for _, indexes in groups], columns, gap, stage)
        for columns in range(COLUMNS_LEAST, most + 1)
    ]
    fit = [one for one in ways if one.height <= stage.size.height - stage.bar]
    # A last row with few cells looks like a mistake; somewhat smaller cells may avoid that.
    return next((one for one in fit[:MORE] if one.is_even), (*fit, ways[-1])[0])


def _sections(
    entry: Entry, shown: tuple[int, ...]
) -> list[tuple[LocalisedText | None, tuple[int, ...]]]:
    slides = entry.exhibition.slides
    grouped = groupby(shown, key=lambda index: slides[index].section)
    return [(section, tuple(indexes)) for section, indexes in grouped]


def _name(section: LocalisedText | None, stage: Stage) -> Column | None:
    if section is None:
        return None
    return column([heading(section, stage, "lead")], stage.safe.width, math.inf, stage)


def _set(
    title: Column,
    names: Sequence[Column | None],
    groups: Sequence[tuple[int, ...]],
    columns: int,
    gap: float,
    stage: Stage,
) -> Wall:
    safe = stage.safe
    width = math.floor((safe.width - gap * (columns - 1)) / columns)
    height = math.floor(width / SHAPE)
    # Within low reach, the wall begins there, and is drawn up from there.
    begins = max(safe.y, stage.reach.y)
    letters = list(title.at(replace(safe, y=begins), stage))
    cells, top = list[Cell](), begins + title.height + 0.6 * stage.margin
    for number, (name, indexes) in enumerate(zip(names, groups, strict=True)):
        if name:
            top += BEFORE_SECTION * stage.margin if number else 0.0
            letters += name.at(replace(safe, y=top), stage)
            top += name.height + BELOW_NAME * stage.margin
        for at, index in enumerate(indexes):
            x = safe.x + at % columns * (width + gap)
            y = round(top) + at // columns * (height + gap)
            cells.append(Cell(index, stage.mirror(Rect(x, y, width, height))))
        top = cells[-1].rect.bottom + gap
    last = len(groups[-1]) % columns
    is_even = len(groups) > 1 or not last or 2 * last >= columns
    return Wall(tuple(cells), tuple(letters), top + stage.margin, is_even)


def hung(slide: Slide, cell: Rect, context: Context) -> list[PlacedPhoto]:
    """The photos of a slide in its cell: one is whole, several are cut around their focus."""
    photos, facts = slide.shown_photos, context.media.facts
    if len(photos) == 1:
        (photo,) = photos
        known = facts.get(photo.file)
        image = whole(fit(known.size, cell)) if known else None
        return [PlacedPhoto(photo, image, image)] if image else []
    placed, gap = list[PlacedPhoto](), max(2.0, context.stage.line)
    width = (cell.width - gap * (len(photos) - 1)) / max(1, len(photos))
    for number, photo in enumerate(photos):
        window = whole(Rect(cell.x + number * (width + gap), cell.y, width, cell.height))
        known = facts.get(photo.file)
        if known:
            image = whole(fill(known.size, window, photo.focus))
            placed.append(PlacedPhoto(photo, image, window))
    return placed


def words(slide: Slide, cell: Rect, stage: Stage) -> tuple[Lettering, ...]:
    """The words of a slide without photos on a card: its title, or the beginning of its text."""
    inner = cell.inset(CARD * stage.margin)
    set_words = _words(slide, inner.width, inner.height, stage)
    return set_words.at(inner, stage, "middle")


@lru_cache(maxsize=256)
def _words(slide: Slide, width: float, height: float, stage: Stage) -> Column:
    """The first of the card's texts that fits unreduced; if none does, none."""
    for block in _blocks(slide, stage):
        set_words = column([block], width, math.inf, stage)
        if set_words.height <= height:
            return set_words
    return column([], width, height, stage)


def _blocks(slide: Slide, stage: Stage) -> Iterator[Block]:
    """What a card may say, the best first: the title, or as much of the words as fits.

    Of a quote, whole sentences; if none fits, only the words by which it is known again. Cut off
    anywhere else, it could say something else.
    """
    if slide.title:
        yield from _cut_down(slide.title, stage)
    elif slide.quote:
        said = slide.quote.translation
        is_translated = said and stage.language in said.languages
        text, language = slide.quote.text, slide.quote.language
        if said and is_translated:
            text, language = said.in_language(stage.language), stage.language
        style = replace(stage.style("caption", language=language), face="serif")
        for part in _parts(text, BEGINNING):
            yield Block("".join(marked(part, language)), style)
    elif slide.text:
        yield from _cut_down(slide.text, stage)


def _parts(text: str, most: int | None = None) -> Iterator[str]:
    """A text, then its first sentences, fewer and fewer, then its first words, at most so many."""
    words = text.split()
    ends = [at for at, word in enumerate(words, 1) if word.endswith(SENTENCE_ENDS)]
    first = min(ends[0] if ends else len(words), most or len(words))
    for count in (len(words), *reversed(ends), *range(first, 0, -1)):
        yield " ".join(words[:count]) + ("" if count == len(words) else " …")


def _cut_down(text: LocalisedText, stage: Stage) -> Iterator[Block]:
    """A curator's text, and the same with fewer and fewer words."""
    style = stage.style("caption", language=text.language_for(stage.language))
    for part in _parts(text.in_language(stage.language)):
        yield Block(part, replace(style, face="serif"))
