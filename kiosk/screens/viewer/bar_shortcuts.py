"""Puts a slide's own buttons into the control bar, for visitors who cannot reach them on it."""

from __future__ import annotations

from kiosk.language.translations import DETAILS, INTERVIEW, SHOW
from kiosk.screens.actions import OpenDetails, RevealNotice
from kiosk.screens.context import Context
from kiosk.screens.controls import Sign
from kiosk.screens.strip import SlideStrip
from kiosk.screens.viewer.end_links import end_signs
from kiosk.screens.viewer.interview_link import interview_link


def shortcuts(strip: SlideStrip, context: Context) -> tuple[Sign, ...]:
    """The slide's own buttons, with low reach or a focus ring; else they are only on the slide."""
    if not context.stage.comfort.low_reach and context.focus is None:
        return ()
    language, notice = context.stage.language, strip.slide_view.notice(context)
    if notice:
        return (
            Sign(SHOW.in_language(language), RevealNotice(notice), SHOW.language_for(language)),
        )
    signs = list(end_signs(strip, context))
    words = interview_link(strip, context)
    if words:
        said = INTERVIEW.in_language(language)
        signs.append(Sign(said, words, INTERVIEW.language_for(language)))
    entry = context.entry(strip.slide_view.entry)
    arrangement = context.arrangement(entry, strip.slide_view.slide(context))
    for photo in (placed.photo for placed in (arrangement.photos if arrangement else ())):
        if photo.details:
            said = DETAILS.in_language(language).format(count=len(photo.details))
            signs.append(Sign(said, OpenDetails(photo.file), DETAILS.language_for(language)))
    return tuple(signs)
