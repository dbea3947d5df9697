"""Leads on from the page after the last slide: to the next exhibition, or elsewhere."""

from __future__ import annotations

from kiosk.base.geometry import Point, Size, centred
from kiosk.language.translations import AGAIN, INTERVIEW, NEXT_EXHIBITION
from kiosk.layouts.end import TO_ALL, TO_BEGINNING, TO_INTERVIEW, TO_NEXT
from kiosk.screens.actions import Action, GoHome, OpenExhibition, OpenInterview
from kiosk.screens.context import Context
from kiosk.screens.controls import Sign
from kiosk.screens.strip import SlideStrip
from kiosk.types.scene import Lettering


def end_signs(strip: SlideStrip, context: Context) -> tuple[Sign, ...]:
    """Where the page leads, for the control bar, which has the way home; none on other slides."""
    leads, language = _leads(strip, context), context.stage.language
    said = {TO_NEXT: NEXT_EXHIBITION, TO_BEGINNING: AGAIN, TO_INTERVIEW: INTERVIEW}
    return tuple(
        Sign(said[name].in_language(language), action, said[name].language_for(language))
        for name, action in leads.items()
        if name in said
    )


def touched_end(strip: SlideStrip, at: Point, context: Context, now_s: float) -> Action | None:
    """Where a touch on the page leads: on its words, or on the card of the next exhibition."""
    leads = _leads(strip, context)
    arrangement = strip.slide_view.arrangement(context) if leads else None
    if arrangement is None or strip.pan.at(now_s) or (strip.turn and not strip.turn.is_over(now_s)):
        return None
    card = (*(one.rect for one in arrangement.mats), *(one.window for one in arrangement.photos))
    if any(piece.contains(at) for piece in card):
        return leads.get(TO_NEXT)
    finger = context.stage.finger
    for item in arrangement.words:
        if isinstance(item, Lettering) and item.name in leads:
            # A finger more at each side: the arrow that leads back is before the words.
            size = Size(item.rect.width + 2 * finger, max(item.rect.height, finger))
            if centred(size, item.rect).contains(at):
                return leads[item.name]
    return None


def _leads(strip: SlideStrip, context: Context) -> dict[str, Action]:
    name, end = strip.slide_view.entry, strip.slide_view.slide(context).end
    if end is None:
        return {}
    leads: dict[str, Action] = {TO_NEXT: OpenExhibition(end.next)} if end.next else {}
    leads[TO_BEGINNING] = OpenExhibition(name)
    if end.has_interview:
        leads[TO_INTERVIEW] = OpenInterview(name)
    return {**leads, TO_ALL: GoHome()}
