"""Draws the badge on a photo that has details to show."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.base.geometry import Point, Rect, centred
from kiosk.language.translations import DETAILS
from kiosk.layouts.parts.arrangement import Arrangement, PlacedPhoto
from kiosk.layouts.parts.column import Block, Column, column
from kiosk.screens.actions import OpenDetails
from kiosk.screens.context import Context
from kiosk.screens.strip import SlideStrip
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill, Item, Layer, Lettering

OPACITY = 0.8


def details_signs(
    strip: SlideStrip, opacity: float, context: Context, now_s: float
) -> tuple[Layer, ...]:
    """Draws the badges; they come and go with the controls."""
    items: list[Item] = []
    for _, place, words in _signs(strip, context, now_s):
        items.append(Fill(place, context.stage.theme.ground, OPACITY))
        at = centred(words.paragraphs[0].size, place).top_left
        items += words.at(Rect(at.x, at.y, words.width, words.height), context.stage)
    return (Layer(tuple(items), opacity=opacity),) if items and opacity > 0 else ()


def touched_details(
    strip: SlideStrip, at: Point, opacity: float, context: Context, now_s: float
) -> OpenDetails | None:
    """The action of the badge at a point; None while badges are hidden."""
    signs = _signs(strip, context, now_s) if opacity > 0 else ()
    return next((leads for leads, place, _ in signs if place.contains(at)), None)


def first_details(strip: SlideStrip, context: Context, now_s: float) -> OpenDetails | None:
    """The details that a key opens: those of the first photo that has some."""
    return next((leads for leads, _, _ in _signs(strip, context, now_s)), None)


def _signs(
    strip: SlideStrip, context: Context, now_s: float
) -> Iterator[tuple[OpenDetails, Rect, Column]]:
    """Action, place and words of each badge; none while the slide moves."""
    if strip.pan.at(now_s) or (strip.turn and not strip.turn.is_over(now_s)):
        return
    stage, arrangement = context.stage, strip.slide_view.arrangement(context)
    for placed in arrangement.photos if arrangement else ():
        if placed.photo.details and arrangement:
            language = DETAILS.language_for(stage.language)
            said = DETAILS.in_language(stage.language).format(count=len(placed.photo.details))
            block = Block(said, stage.style("caption", language=language))
            words = column([block], stage.safe.width, stage.finger, stage)
            place = _place(placed, words, arrangement, stage)
            yield OpenDetails(placed.photo.file), place, words


def _place(placed: PlacedPhoto, words: Column, arrangement: Arrangement, stage: Stage) -> Rect:
    """In the photo's lower corner where lines of text end, above any words there."""
    gap = 0.3 * stage.margin
    width = max(stage.finger, words.width + 0.8 * stage.margin)
    window = placed.window.intersection(stage.rect)
    left = window.x + gap if stage.mirrored else window.right - gap - width
    foot = min(window.bottom - gap, stage.safe.bottom)
    strip = Rect(left, window.y, width, foot - window.y)
    letters = [one.rect for one in arrangement.words if isinstance(one, Lettering)]
    foot = min([foot, *(one.y - gap for one in letters if one.overlaps(strip))])
    return Rect(left, foot - stage.finger, width, stage.finger)
