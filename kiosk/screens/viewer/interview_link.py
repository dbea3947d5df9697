"""Links the quote on a slide to the interview, and draws the sign that says so."""

from __future__ import annotations

from kiosk.base.geometry import Point, Rect, Size, around, centred
from kiosk.layouts.parts.blocks import QUOTE, WAY_TO_WORDS
from kiosk.screens.actions import OpenInterview
from kiosk.screens.context import Context
from kiosk.screens.interview.interview_page import quoted
from kiosk.screens.strip import SlideStrip
from kiosk.style.stage import Stage
from kiosk.types.scene import Layer, Lettering


def way_to_words(row: SlideStrip, context: Context) -> OpenInterview | None:
    """The action that opens the interview at this slide's quote; None if it has no such quote."""
    name, index = row.standing.entry, row.standing.index
    return OpenInterview(name, index) if quoted(context.entry(name), index) else None


def touched_words(
    row: SlideStrip, at: Point, context: Context, now_s: float
) -> OpenInterview | None:
    """The same, if a tap is on the words of the quote or on the sign below them."""
    letters = _letters(row, context, now_s)
    if not letters or not _reach([one.rect for one in letters], context.stage).contains(at):
        return None
    return way_to_words(row, context)


def sign(row: SlideStrip, opacity: float, context: Context, now_s: float) -> tuple[Layer, ...]:
    """Draws the sign that leads to the interview; it comes and goes with the controls."""
    opacity *= row.standing.words_opacity(context, now_s)
    letters = [one for one in _letters(row, context, now_s) if one.name == WAY_TO_WORDS]
    if not letters or opacity <= 0 or not way_to_words(row, context):
        return ()
    return (Layer(tuple(letters), opacity=opacity),)


def _letters(row: SlideStrip, context: Context, now_s: float) -> list[Lettering]:
    """The words of the quote and the sign, in their places; none while the slide moves."""
    if row.slip.at(now_s) or (row.turn and not row.turn.is_over(now_s)):
        return []
    entry = context.entry(row.standing.entry)
    arrangement = context.arrangement(entry, row.standing.slide(context))
    items = arrangement.words if arrangement else ()
    letters = [one for one in items if isinstance(one, Lettering)]
    return [one for one in letters if one.name in {QUOTE, WAY_TO_WORDS}]


def _reach(places: list[Rect], stage: Stage) -> Rect:
    """The area to touch: never smaller than a finger needs."""
    place = around(places)
    size = Size(max(place.width, stage.finger), max(place.height, stage.finger))
    return centred(size, place)
