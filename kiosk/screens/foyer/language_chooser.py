"""Lays out the languages at the top of a screen, in the open, each by its own name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kiosk.base.geometry import Rect
from kiosk.screens.controls import PADDING, Control, Sign, control, language_signs
from kiosk.style.stage import Stage
from kiosk.types.scene import Paragraph

SIZES = (1.5, 1.25, 1.0)
"""Sizes to try, relative to captions."""
ROWS_MAX = 3
GAP = 0.15
"""Space between two names, in margins, beside their padding."""
SHARE = 0.5
"""Widest row beside a heading, as a share of the room within the margins."""


@lru_cache(maxsize=16)
def language_chooser(tags: tuple[str, ...], stage: Stage) -> tuple[Control, ...]:
    """The names in rows that end where lines end; names that find no room are left out.

    The comfort settings list all languages.
    """
    signs = language_signs(tags, stage)
    for size in SIZES:
        words = [sign.lettered(size, stage) for sign in signs]
        rows = _rows(list(zip(signs, words, strict=True)), stage)
        if len(rows) <= ROWS_MAX:
            break
    made = list[Control]()
    for number, row in enumerate(rows[:ROWS_MAX]):
        left = stage.safe.right + PADDING * stage.margin - _width(row, stage)
        for sign, word in row:
            width, top = _button(word, stage), stage.safe.y + number * stage.finger
            made.append(control(sign, word, Rect(left, top, width, stage.finger), stage))
            left += width + GAP * stage.margin
    return tuple(made)


def is_beside_heading(chooser: Sequence[Control], stage: Stage) -> bool:
    """Whether the names leave room for a heading in their row."""
    edges = [one.button.rect.x for one in chooser] + [one.button.rect.right for one in chooser]
    tops = {one.button.rect.y for one in chooser}
    return len(tops) <= 1 and max(edges) - min(edges) <= SHARE * stage.safe.width


Row = list[tuple[Sign, Paragraph]]


def _rows(named: Row, stage: Stage) -> list[Row]:
    rows: list[Row] = [[]]
    for one in named:
        if rows[-1] and _width([*rows[-1], one], stage) > stage.safe.width:
            rows.append([])
        rows[-1].append(one)
    return rows


def _width(row: Row, stage: Stage) -> float:
    return sum(_button(word, stage) for _, word in row) + GAP * stage.margin * (len(row) - 1)


def _button(word: Paragraph, stage: Stage) -> float:
    return max(stage.finger, word.size.width + 2 * PADDING * stage.margin)
