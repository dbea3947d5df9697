"""Links the quote on a slide to the interview, and draws the sign that says so."""

from __future__ import annotations

from kiosk.base.geometry import Point, Rect, Size, around, centred
from kiosk.layouts.parts.blocks import INTERVIEW_LINK, QUOTE
from kiosk.screens.actions import OpenInterview
from kiosk.screens.context import Context
from kiosk.screens.interview.passages import exchange_of
from kiosk.screens.strip import SlideStrip
from kiosk.style.stage import Stage
from kiosk.types.scene import Layer, Lettering


def interview_link(strip: SlideStrip, context: Context) -> OpenInterview | None:
    """The action that opens the interview at this slide's quote; None if it has no such quote."""
    name, index = strip.slide_view.entry, strip.slide_view.index
    page, _ = strip.slide_view.pages(context)
    is_quoted = exchange_of(context.entry(name), index) is not None
    return OpenInterview(name, index, page) if is_quoted else None


def touched_link(
    strip: SlideStrip, at: Point, context: Context, now_s: float
) -> OpenInterview | None:
    """The same, if a tap is on the words of the quote or on the sign below them."""
    letters = _letters(strip, context, now_s)
    if not letters or not _reach([one.rect for one in letters], context.stage).contains(at):
        return None
    return interview_link(strip, context)


def quote_place(strip: SlideStrip, context: Context, now_s: float) -> Rect | None:
    """Where the words of the quote are on the screen; None while the slide moves.

    Of a quote with its translation, those in the language in which the interview is read.
    """
    words = [one for one in _letters(strip, context, now_s) if one.name == QUOTE]
    reading = context.entry(strip.slide_view.entry).reading_in(context.stage.language)
    read = [one for one in words if reading and one.paragraph.style.language == reading[1]]
    return around([one.rect for one in read or words]) if words else None


def sign(strip: SlideStrip, opacity: float, context: Context, now_s: float) -> tuple[Layer, ...]:
    """Draws the sign that leads to the interview; it comes and goes with the controls."""
    opacity *= strip.slide_view.words_opacity(context, now_s)
    letters = [one for one in _letters(strip, context, now_s) if one.name == INTERVIEW_LINK]
    if not letters or opacity <= 0 or not interview_link(strip, context):
        return ()
    return (Layer(tuple(letters), opacity=opacity),)


def _letters(strip: SlideStrip, context: Context, now_s: float) -> list[Lettering]:
    """The words of the quote and the sign, in their places; none while the slide moves."""
    if strip.pan.at(now_s) or (strip.turn and not strip.turn.is_over(now_s)):
        return []
    arrangement = strip.slide_view.arrangement(context)
    items = arrangement.words if arrangement else ()
    letters = [one for one in items if isinstance(one, Lettering)]
    return [one for one in letters if one.name in {QUOTE, INTERVIEW_LINK}]


def _reach(places: list[Rect], stage: Stage) -> Rect:
    """The area to touch: never smaller than a finger needs."""
    place = around(places)
    size = Size(max(place.width, stage.finger), max(place.height, stage.finger))
    return centred(size, place)
