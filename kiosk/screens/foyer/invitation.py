"""Tells how to begin, in each language of the kiosk, in letters that are read from afar."""

from __future__ import annotations

import math
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect
from kiosk.language.translations import TOUCH_TO_BEGIN
from kiosk.screens.foyer.poster import label_height, picture_place
from kiosk.style.stage import CAPITAL_HEIGHT, Stage
from kiosk.types.scene import Lettering, Paragraph

CAPITALS_MM = 16.0
"""Height of its capitals: people read them from four metres."""
LEADING = 1.15
IN_A_ROW = 2
"""Most sentences in a row."""
REDUCTIONS = (1.0, 0.92, 0.85, 0.78, 0.72)
"""Sizes to try; if not all sentences fit in the least one, some are shown at a time, by turns."""
NARROWER = (0.66, 0.6, 0.55, 0.48, 0.42, 0.36)
"""Sizes for a sentence that is wider than the screen."""
BETWEEN = 1.0
"""Space between two sentences in a row, in sizes of their type."""
ABOVE = 0.3
"""Least space between the invitation and what is above it, in margins."""
WIDE = 1.2
"""Least width of a screen by its height on which the label is beside the invitation."""
SHARE, APART = 0.6, 1.0
"""Greatest width of the invitation there, as a share; and the space between, in margins."""


class Said(Struct, frozen=True):
    """The invitation in one language; `tag` is the kiosk's tag of it."""

    tag: str
    letters: Lettering


class Invitation(Struct, frozen=True):
    said: tuple[Said, ...]
    dots: tuple[Lettering, ...]
    """Between the sentences of a row."""
    top: float
    """The same in all turns."""
    is_whole: bool
    """Whether it shows all languages at once."""

    room: Rect
    """For the words of a poster, below the photos."""
    place: Rect
    """Where a touch means the invitation."""

    @property
    def letters(self) -> tuple[Lettering, ...]:
        return (*(one.letters for one in self.said), *self.dots)

    def nearest(self, at: Point) -> Said:
        """The sentence at a point, or the one nearest to it."""
        return min(self.said, key=lambda one: _distance(one.letters.rect, at))


@lru_cache(maxsize=16)
def invitation(languages: tuple[str, ...], stage: Stage, turn: int = 0) -> Invitation:
    """As large as the room below the photos allows, a margin above the screen's lower edge.

    If there is no room for all languages, each turn shows others; it begins with the first ones.
    """
    said: dict[str, str] = {}
    for tag in languages:
        said.setdefault(TOUCH_TO_BEGIN.in_language(tag), tag)
    reduction, shown = _fitting(tuple((tag, text) for text, tag in said.items()), stage)
    size, groups = _size(reduction, stage), _groups(len(said), shown)
    sentences = [(tag, _set(text, tag, size, stage)) for text, tag in said.items()]
    ways = [_rows([sentences[at] for at in group], size, stage) for group in groups]
    bottom = stage.size.height - stage.margin
    top, rows = bottom - max(map(_height, ways)), ways[turn % len(ways)]
    down = bottom - _height(rows)
    placed, dots = list[Said](), list[Lettering]()
    for row in rows:
        one, other = _placed(row, down, size, stage)
        placed += one
        dots += other
        down += _height([row])
    widest = max(_width(row, size) for each in ways for row in each)
    room, place = _parted(top, widest, stage)
    return Invitation(tuple(placed), tuple(dots), top, len(groups) == 1, room, place)


def _is_beside(stage: Stage) -> bool:
    return stage.size.width >= WIDE * stage.size.height


def _parted(top: float, widest: float, stage: Stage) -> tuple[Rect, Rect]:
    """The room for a poster's words, and the place of the invitation beside or below it."""
    safe, begins = stage.safe, picture_place(stage).bottom
    if not _is_beside(stage):
        room = Rect(safe.x, begins, safe.width, top - ABOVE * stage.margin - begins)
        return room, Rect(0, top, stage.size.width, stage.size.height - top)
    left = safe.right - widest - APART * stage.margin
    room = Rect(safe.x, begins, left - safe.x, stage.size.height - stage.margin - begins)
    place = Rect(left, top, stage.size.width - left, stage.size.height - top)
    return stage.mirror(room), stage.mirror(place)


def _fitting(said: tuple[tuple[str, str], ...], stage: Stage) -> tuple[float, int]:
    """The size of the sentences, as a share of the usual one, and how many are shown at a time."""
    room, width = _most(stage)
    for shown in range(len(said), 0, -1):
        for reduction in REDUCTIONS if shown > 1 else (*REDUCTIONS, *NARROWER):
            size = _size(reduction, stage)
            set_ones = [(tag, _set(text, tag, size, stage)) for tag, text in said]
            groups = _groups(len(said), shown)
            ways = [_rows([set_ones[at] for at in group], size, stage) for group in groups]
            widest = max(_width(row, size) for rows in ways for row in rows)
            if widest <= width and max(map(_height, ways)) <= room:
                return reduction, shown
    return NARROWER[-1], 1


def _most(stage: Stage) -> tuple[float, float]:
    """The greatest height and width of the invitation."""
    below = stage.size.height - picture_place(stage).bottom - stage.margin
    if _is_beside(stage):
        return below - ABOVE * stage.margin, SHARE * stage.safe.width
    return below - ABOVE * stage.margin - label_height(stage), stage.safe.width


def _groups(count: int, shown: int) -> list[list[int]]:
    """The numbers of the sentences that are shown at a time, each group full."""
    starts = range(0, count, shown)
    return [[(start + number) % count for number in range(shown)] for start in starts]


def _size(reduction: float, stage: Stage) -> float:
    wanted = CAPITALS_MM * stage.px_per_mm / CAPITAL_HEIGHT
    return round(wanted * reduction * 2) / 2


Sentence = tuple[str, Paragraph]


def _set(text: str, tag: str, size: float, stage: Stage) -> Paragraph:
    """A sentence in the letter forms and the direction of its own language."""
    language, colour = TOUCH_TO_BEGIN.language_for(tag), stage.theme.accent
    style = stage.style("quote", align="centre", language=language, colour=colour)
    width = 4 * stage.size.width  # So that it is one line, even if that is too long.
    return stage.typesetter.typeset(text, replace(style, size=size, leading=LEADING), width)


def _rows(sentences: list[Sentence], size: float, stage: Stage) -> list[list[Sentence]]:
    """One sentence in each beside a label; else as few rows as possible, with two if they fit."""
    rows, most = list[list[Sentence]](), 1 if _is_beside(stage) else IN_A_ROW
    for one in sentences:
        is_free = rows and len(rows[-1]) < most
        if is_free and _width([*rows[-1], one], size) <= stage.safe.width:
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows


def _height(rows: list[list[Sentence]]) -> float:
    return sum(max(one.size.height for _, one in row) for row in rows)


def _width(row: list[Sentence], size: float) -> float:
    return sum(one.size.width for _, one in row) + 2 * BETWEEN * size * (len(row) - 1)


def _placed(
    row: list[Sentence], top: float, size: float, stage: Stage
) -> tuple[list[Said], list[Lettering]]:
    """The sentences in reading order, and the dots between them.

    They begin where a label above them does; beside it, they end at the edge.
    """
    dot = _set("·", stage.language, size, stage)
    safe = stage.safe
    left = safe.right - _width(row, size) if _is_beside(stage) else safe.x
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
