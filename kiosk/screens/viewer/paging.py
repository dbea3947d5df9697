"""Turns the pages of a slide: where to touch for it, and what a swipe up or down means."""

from __future__ import annotations

from kiosk.base.geometry import Point
from kiosk.layouts.parts.page_sign import page_sign
from kiosk.screens import actions
from kiosk.screens.actions import HitArea, TurnPage
from kiosk.screens.context import Context
from kiosk.screens.strip import SlideStrip

SWIPE_SHARE = 0.12
"""Share of the screen's height from which a drag up or down turns the page."""


def page_buttons(strip: SlideStrip, context: Context) -> tuple[HitArea, ...]:
    """The arrows of the sign that a slide has several pages; none on other slides."""
    page, count = strip.slide_view.pages(context)
    if count == 1:
        return ()
    sign = page_sign(page, count, context.stage)
    ways = ((sign.back, TurnPage(-1)), (sign.onward, TurnPage(1)))
    return tuple(HitArea(place, turn) for place, turn in ways if place)


def touched_page(strip: SlideStrip, at: Point, context: Context, now_s: float) -> TurnPage | None:
    """The arrow at a point; None while the slide moves."""
    if strip.pan.at(now_s) or (strip.turn and not strip.turn.is_over(now_s)):
        return None
    touched = actions.touched(page_buttons(strip, context), at)
    return touched if isinstance(touched, TurnPage) else None


def is_on_sign(strip: SlideStrip, at: Point, context: Context) -> bool:
    """Whether a point is on the sign, even where it has no arrow on this page."""
    page, count = strip.slide_view.pages(context)
    return count > 1 and page_sign(page, count, context.stage).place.contains(at)


def swiped(by: float, velocity: float, context: Context) -> int:
    """The way of a swipe: 1 for a swipe up, to the next page; -1 for one down; else 0."""
    way = 0.0
    if abs(velocity) > context.thresholds.fling:
        way = -velocity
    elif abs(by) > SWIPE_SHARE * context.stage.size.height:
        way = -by
    return (way > 0) - (way < 0)
