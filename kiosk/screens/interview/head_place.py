"""Places the head of an interview, so that its first question is on the same screen."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec.structs import replace

from kiosk.base.geometry import Rect
from kiosk.exhibition.collection import Entry
from kiosk.layouts.parts.column import Block, Column, column
from kiosk.screens.interview.head import headed, introduction, titles
from kiosk.screens.interview.passages import has_index
from kiosk.screens.interview.scrubber import track_width
from kiosk.style.stage import Stage
from kiosk.types.scene import Lettering

WIDE = 1.5
"""Least width of a screen by its height on which the titles are beside the introduction."""
GAP = 1.2
"""Space between them, in margins."""


def placed_head(entry: Entry, stage: Stage, box: Rect) -> tuple[Lettering, ...]:
    """The titles above the introduction, or beside it where an index would be, if there is none.

    `box` is the column of the interview: the introduction has the same edge, and longer lines. Its
    own title goes with the others.
    """
    named, told = titles(entry, stage), introduction(entry, stage)
    language = headed(entry, stage)[1]
    # In their own direction, lines begin at the left here and are mirrored after.
    own = replace(stage, language=language)
    edge = max(stage.margin, track_width(stage))
    left = (stage.size.width - box.width) / 2
    longest = max((stage.measure(one.style, one.characters) for one in told), default=0.0)
    width = max(box.width, min(longest, stage.size.width - edge - left))
    wide = own.mirror(Rect(left, box.y, width, 0))
    is_indexed = has_index(entry, stage.language)
    aside = _beside([*named, *told[:1]], left - edge - GAP * stage.margin, stage)
    if told and aside and not is_indexed:
        place = Rect(left - GAP * stage.margin - aside.width, box.y, aside.width, 0)
        words = column(told[1:], width, math.inf, stage)
        return aside.at(own.mirror(place), stage) + words.at(wide, stage)
    if is_indexed and own.mirrored != stage.mirrored:
        wide = box  # The index is where its lines end.
    return column([*named, *told], wide.width, math.inf, stage).at(wide, stage)


def _beside(named: Sequence[Block], width: float, stage: Stage) -> Column | None:
    """The titles in this width; None if it is too narrow for the largest of them."""
    if not named or width <= 0 or stage.size.width < WIDE * stage.size.height:
        return None
    words = column(named, width, math.inf, stage)
    largest = max(words.paragraphs, key=lambda one: one.style.size)
    return words if largest.lines == 1 else None
