"""Chooses what a door shows: a photo, or for an interview the speaker or a page of words."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.base.geometry import Rect
from kiosk.exhibition.collection import Entry
from kiosk.exhibition.exhibition import Photo
from kiosk.language.directions import is_right_to_left
from kiosk.language.quotation_marks import marked
from kiosk.layouts.parts.arrangement import PlacedPhoto, cut_to
from kiosk.layouts.parts.column import Block, column, set_whole
from kiosk.screens.context import Context
from kiosk.types.photo import InfoRequest, Request
from kiosk.types.scene import Align, Fill, Item

INSIDE = 0.09
"""Space around a page of words, as a share of its shorter side."""
ROLES = ("quote", "heading", "lead", "body", "caption")
"""Sizes of a page of words, the largest first."""
SHORT = 70
"""Characters up to which a quote is read at a glance: the first such one is shown."""


def speaker_photo(entry: Entry, context: Context) -> Photo | None:
    """The photo of the exhibition's first portrait, if it is not a stand-in."""
    for index, slide in enumerate(entry.exhibition.slides):
        photo = slide.photo
        if slide.kind == "portrait" and photo and not photo.stand_in:
            covered = slide.notice or entry.exhibition.notice
            if not covered and not context.is_left_out(entry.name, index):
                return photo
    return None


def placed(photo: Photo | None, cover: Rect, context: Context) -> PlacedPhoto | None:
    """The photo, cut to the cover around its focus; None until it has been measured."""
    facts = context.media.facts.get(photo.file) if photo else None
    return cut_to(cover, photo, facts.size) if photo and facts else None


def requests(photo: Photo | None, cover: Rect, context: Context) -> tuple[Request, ...]:
    if photo is None:
        return ()
    at = placed(photo, cover, context)
    measurement = InfoRequest(photo.file)
    return (measurement, at.derivative) if at else (measurement,)


def page_of_words(entry: Entry, cover: Rect, context: Context) -> tuple[Item, ...]:
    """A page with words of the interview, as large as they fit; it is the cover without a photo."""
    stage = context.stage
    box = cover.inset(INSIDE * cover.size.short_side)
    page = Fill(cover, stage.theme.raised)
    said = _said(entry, context)
    if said is None:
        return (page,)
    text, language, is_quote = said
    hanging, text = marked(text, language) if is_quote else ("", text)
    # Letters of the other direction begin where that begins, as on a page of their own.
    align: Align = "start" if is_right_to_left(language) == stage.mirrored else "end"
    for role in ROLES:
        style = stage.style(role, language=language, align=align)
        aside = stage.typesetter.typeset(hanging, style, box.width).size.width if hanging else 0.0
        start = 0.0 if style.side == "right" else aside
        beside = replace(box, x=box.x + start, width=box.width - aside)
        block = Block(text, style, balanced=True, characters=34, hanging=hanging)
        words = set_whole([block], beside.width, stage)
        if words.height <= beside.height:
            break
    else:
        words = column([block], beside.width, beside.height, stage)
    return (page, *words.at(beside, stage, "middle"))


def _said(entry: Entry, context: Context) -> tuple[str, str, bool] | None:
    """The words, their language, and whether they are a quote: the same on all screens."""
    found = list(_words(entry, context))
    is_short = (one for one in found if len(one[0]) <= SHORT)
    return next(is_short, min(found, key=lambda one: len(one[0]), default=None))


def _words(entry: Entry, context: Context) -> Iterator[tuple[str, str, bool]]:
    """Quotes of slides that may play by themselves, else the first question."""
    stage = context.stage
    for index, slide in enumerate(entry.exhibition.slides):
        quote = slide.quote
        if quote and context.plays_by_itself(entry.name, index):
            if quote.translation and stage.language in quote.translation.languages:
                yield quote.translation.in_language(stage.language), stage.language, True
            else:
                yield quote.text, quote.language, True
    reading = entry.reading_in(stage.language)
    if reading:
        interview, language = reading
        asked = (one.question for one in interview.exchanges[:1] if one.question)
        yield from ((question, language, False) for question in asked)
