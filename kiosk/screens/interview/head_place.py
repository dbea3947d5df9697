"""Places the head of an interview, so that its first question is on the same screen."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec.structs import replace

from kiosk.base.geometry import Rect
from kiosk.exhibition.collection import Entry
from kiosk.layouts.parts.column import Block, Column, column
from kiosk.screens.interview.head import NAME, headed, introduction, titles
from kiosk.screens.interview.passages import has_index
from kiosk.screens.interview.scrubber import track_width
from kiosk.style.stage import Stage
from kiosk.types.scene import Lettering, Paragraph

WIDE = 1.5
"""Least width of a screen by its height on which the titles are beside the introduction."""
NAME_ROLES, NAME_LINES = ("display", "quote", "heading"), 2
"""Sizes of the name to try, and its most lines beside the introduction."""
QUESTION = 1.8
"""Room for the first question below the head, in margins."""
GAP = 1.2
"""Space between them, in margins."""


def placed_head(entry: Entry, stage: Stage, box: Rect) -> tuple[Lettering, ...]:
    """The titles above the introduction, or beside it where an index would be, if there is none.

    `box` is the column of the interview: the introduction has the same edge, and longer lines. Its
    own title goes with the others. The name is as large as on a title page, if the first question
    is then on the same screen.
    """
    end = stage.size.height - stage.bar - QUESTION * stage.margin
    first = _placed(entry, NAME_ROLES[0], stage, box)
    if _bottom(first) <= end:
        return first
    ways = [first, *(_placed(entry, role, stage, box) for role in NAME_ROLES[1:])]
    end = max(end, _bottom(ways[-1]))
    return next(way for way in ways if _bottom(way) <= end)


def _bottom(letters: Sequence[Lettering]) -> float:
    return max((one.rect.bottom for one in letters), default=0.0)


def _placed(entry: Entry, role: str, stage: Stage, box: Rect) -> tuple[Lettering, ...]:
    named, told = titles(entry, stage, role), introduction(entry, stage)
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
    """The titles in this width; None if it is too narrow for a name in few lines."""
    if not named or width <= 0 or stage.size.width < WIDE * stage.size.height:
        return None
    words = column(named, width, math.inf, stage)
    names = [one for one, name in zip(words.paragraphs, words.names, strict=True) if name == NAME]
    return words if all(_is_easy(one, width, stage) for one in names) else None


def _is_easy(name: Paragraph, width: float, stage: Stage) -> bool:
    """Whether a name has two lines at most, and no broken word."""
    in_lines = (stage.typesetter.typeset(one, name.style, width) for one in name.text.split())
    return name.lines <= NAME_LINES and all(one.lines == 1 for one in in_lines)
