"""Tells how to begin, once in each language of the kiosk, in letters that are read from afar."""

from __future__ import annotations

import math
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect
from kiosk.language.translations import TOUCH_TO_BEGIN
from kiosk.layouts.parts.column import REDUCTIONS
from kiosk.screens.foyer.poster import picture_place
from kiosk.style.stage import CAPITAL_HEIGHT, Stage
from kiosk.types.scene import Lettering, Paragraph

CAPITALS_MM = 16.0
"""Height of its capitals: people read them from four metres."""
LEADING = 1.15
SHARE = 0.5
"""Greatest height of the invitation, as a share of the room below the photos."""
BETWEEN = 1.0
"""Space between two sentences in a row, in sizes of their type."""
FOOT = 0.19
"""Space below the invitation, as a share of the room below the photos."""
EDGE = 0.88
"""Share of that space in which a credit may be."""
AROUND = 0.3
"""Space around the room for a sentence, in margins."""


class Said(Struct, frozen=True):
    """The invitation in one language; `tag` is the kiosk's tag of it."""

    tag: str
    letters: Lettering


class Invitation(Struct, frozen=True):
    said: tuple[Said, ...]
    dots: tuple[Lettering, ...]
    """Between the sentences of a row."""
    top: float

    @property
    def letters(self) -> tuple[Lettering, ...]:
        return (*(one.letters for one in self.said), *self.dots)

    def nearest(self, at: Point) -> Said:
        """The sentence at a point, or the one nearest to it."""
        return min(self.said, key=lambda one: _distance(one.letters.rect, at))

    def room_above(self, stage: Stage) -> Rect:
        """The room between the photos and the invitation."""
        safe, top = stage.safe, picture_place(stage).bottom
        room = Rect(safe.x, top, safe.width, self.top - top)
        return room.inset(0, min(AROUND * stage.margin, 0.2 * room.height))


def foot(stage: Stage) -> Rect:
    """The room below the invitation, but for a little space at the edge of the screen."""
    height = FOOT * (stage.size.height - picture_place(stage).bottom)
    top = stage.size.height - height
    return Rect(stage.safe.x, top, stage.safe.width, EDGE * height)


@lru_cache(maxsize=8)
def invitation(languages: tuple[str, ...], stage: Stage) -> Invitation:
    """In as few rows as possible, as large as the room below the photos allows."""
    said: dict[str, str] = {}
    for tag in languages:
        said.setdefault(TOUCH_TO_BEGIN.in_language(tag), tag)
    below = stage.size.height - picture_place(stage).bottom
    wanted = CAPITALS_MM * stage.px_per_mm / CAPITAL_HEIGHT
    for reduction in REDUCTIONS:
        size = round(wanted * reduction * 2) / 2
        sentences = [(tag, _set(text, tag, size, stage)) for text, tag in said.items()]
        rows = _rows(sentences, size, stage.safe.width)
        heights = [max(one.size.height for _, one in row) for row in rows]
        widest = max(_width(row, size) for row in rows)
        if sum(heights) <= SHARE * below and widest <= stage.safe.width:
            break
    top = first = foot(stage).y - sum(heights)
    placed, dots = list[Said](), list[Lettering]()
    for row, height in zip(rows, heights, strict=True):
        one, other = _placed(row, top, size, stage)
        placed += one
        dots += other
        top += height
    return Invitation(tuple(placed), tuple(dots), first)


Sentence = tuple[str, Paragraph]


def _set(text: str, tag: str, size: float, stage: Stage) -> Paragraph:
    """A sentence in the letter forms and the direction of its own language."""
    language, colour = TOUCH_TO_BEGIN.language_for(tag), stage.theme.accent
    style = stage.style("quote", align="centre", language=language, colour=colour)
    width = 4 * stage.size.width  # So that it is one line, even if that is too long.
    return stage.typesetter.typeset(text, replace(style, size=size, leading=LEADING), width)


def _rows(sentences: list[Sentence], size: float, width: float) -> list[list[Sentence]]:
    """As few rows as possible within a width, with about the same number of sentences in each."""
    for count in range(1, len(sentences) + 1):
        each = math.ceil(len(sentences) / count)
        rows = [sentences[at : at + each] for at in range(0, len(sentences), each)]
        if all(_width(row, size) <= width for row in rows):
            break
    return rows


def _width(row: list[Sentence], size: float) -> float:
    return sum(one.size.width for _, one in row) + 2 * BETWEEN * size * (len(row) - 1)


def _placed(
    row: list[Sentence], top: float, size: float, stage: Stage
) -> tuple[list[Said], list[Lettering]]:
    """The sentences centred on the screen in reading order, and the dots between them."""
    dot = _set("·", stage.language, size, stage)
    left = (stage.size.width - _width(row, size)) / 2
    said, dots = list[Said](), list[Lettering]()
    for number, (tag, sentence) in enumerate(row):
        if number:
            dots.append(_at(dot, left - BETWEEN * size - dot.size.width / 2, top, stage))
        said.append(Said(tag, _at(sentence, left, top, stage)))
        left += sentence.size.width + 2 * BETWEEN * size
    return said, dots


def _at(words: Paragraph, left: float, top: float, stage: Stage) -> Lettering:
    place = stage.mirror(Rect.of(words.size, Point(left, top)))
    return Lettering(words, place.top_left - Point(words.indent, 0))


def _distance(rect: Rect, at: Point) -> float:
    across = max(rect.x - at.x, 0.0, at.x - rect.right)
    down = max(rect.y - at.y, 0.0, at.y - rect.bottom)
    return math.hypot(across, down)
