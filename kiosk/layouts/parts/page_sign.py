"""Draws the sign that a slide has several pages: arrows to turn them, and which one is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, Size, centred, whole
from kiosk.layouts.parts.arrangement import Arrangement
from kiosk.style.stage import Stage
from kiosk.types.scene import Icon, IconName, Item, Lettering, Paragraph

ARROW, NUMBER = 0.9, 0.9
"""Size of the arrows, and most height of the number between them, as shares of the row."""
PADDING = 0.25
"""Space on both sides of the number, in margins."""


class PageSign(Struct, frozen=True):
    """Where to touch for the page before, and for the next one; None where there is none."""

    place: Rect
    back: Rect | None
    onward: Rect | None
    items: tuple[Item, ...]


def with_pages(place: Callable[[Stage], Arrangement], stage: Stage) -> Arrangement:
    """A slide as its layout places it; if it takes several pages, with room for the sign."""
    arrangement = place(stage)
    return place(replace(stage, has_pages=True)) if arrangement.more else arrangement


@lru_cache(maxsize=64)
def page_sign(page: int, count: int, stage: Stage) -> PageSign:
    """The sign at its fixed place, at the end of the row above the controls.

    Each arrow has its own place, which stays free on the first or on the last page.
    """
    row = stage.page_sign
    number = _lettered(f"{page + 1} / {count}", stage)
    widest = _lettered(f"{count} / {count}", stage).size.width
    between = max(row.height, widest + 2 * PADDING * stage.margin)
    right = Rect(row.right - row.height, row.y, row.height, row.height)
    middle = Rect(right.x - between, row.y, between, row.height)
    left = Rect(middle.x - row.height, row.y, row.height, row.height)
    items: list[Item] = [_centred(number, stage.mirror(middle))]
    back = onward = None
    if page > 0:
        back = stage.mirror(left)
        items.append(_arrow("up", back, stage))
    if page + 1 < count:
        onward = stage.mirror(Rect(middle.x, row.y, right.right - middle.x, row.height))
        items.append(_arrow("down", stage.mirror(right), stage))
    place = stage.mirror(Rect(left.x, row.y, right.right - left.x, row.height))
    return PageSign(place, back, onward, tuple(items))


def _arrow(icon: IconName, place: Rect, stage: Stage) -> Icon:
    side = ARROW * place.height
    return Icon(icon, whole(centred(Size(side, side), place)), stage.theme.accent)


def _lettered(text: str, stage: Stage) -> Paragraph:
    style = stage.style("body", align="centre")
    size = min(style.size, NUMBER * stage.page_sign.height / style.leading)
    style = replace(style, size=round(size * 2) / 2)
    return stage.typesetter.typeset(text, style, stage.size.width)


def _centred(word: Paragraph, place: Rect) -> Lettering:
    left = place.centre.x - word.size.width / 2 - word.indent
    at = Point(left, place.centre.y - word.size.height / 2)
    return Lettering(word, at)
