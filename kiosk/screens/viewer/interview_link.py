"""Links the quote on a slide to the interview, by the sign below it."""

from __future__ import annotations

from kiosk.base.geometry import Point, Rect, Size, around, centred
from kiosk.layouts.parts.blocks import QUOTE
from kiosk.screens.actions import OpenInterview
from kiosk.screens.context import Context
from kiosk.screens.interview.passages import exchange_of
from kiosk.screens.slide_view import is_interview_sign
from kiosk.screens.strip import SlideStrip
from kiosk.style.stage import Stage
from kiosk.types.scene import Lettering


def interview_link(strip: SlideStrip, context: Context) -> OpenInterview | None:
    """The action that opens the interview at this slide's quote; None if it has no such quote."""
    name, index = strip.slide_view.entry, strip.slide_view.index
    page, _ = strip.slide_view.pages(context)
    is_quoted = exchange_of(context.entry(name), index) is not None
    return OpenInterview(name, index, page) if is_quoted else None


def touched_link(
    strip: SlideStrip, at: Point, context: Context, now_s: float
) -> OpenInterview | None:
    """The same, if a point is on the sign; the quote itself is there to be read, not pressed."""
    on_sign = (_reach(one, context.stage).contains(at) for one in _signs(strip, context, now_s))
    return interview_link(strip, context) if any(on_sign) else None


def quote_place(strip: SlideStrip, context: Context, now_s: float) -> Rect | None:
    """Where the words of the quote are on the screen; None while the slide moves.

    Of a quote with its translation, those in the language in which the interview is read.
    """
    words = [one for one in _letters(strip, context, now_s) if one.name == QUOTE]
    reading = context.entry(strip.slide_view.entry).reading_in(context.stage.language)
    read = [one for one in words if reading and one.paragraph.style.language == reading[1]]
    return around([one.rect for one in read or words]) if words else None


def _signs(strip: SlideStrip, context: Context, now_s: float) -> list[Rect]:
    """The place of the sign; none while the slide moves."""
    return [one.rect for one in _letters(strip, context, now_s) if is_interview_sign(one)]


def _letters(strip: SlideStrip, context: Context, now_s: float) -> list[Lettering]:
    """The words on the slide; none while it moves."""
    if strip.pan.at(now_s) or (strip.turn and not strip.turn.is_over(now_s)):
        return []
    items = strip.slide_view.layer(context, now_s).items
    return [one for one in items if isinstance(one, Lettering)]


def _reach(place: Rect, stage: Stage) -> Rect:
    """The area to touch: never smaller than a finger needs."""
    size = Size(max(place.width, stage.finger), max(place.height, stage.finger))
    return centred(size, place)
