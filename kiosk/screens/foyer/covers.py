"""Chooses what a door shows: a photo, or for an interview the speaker or a page of words."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.base.geometry import Rect
from kiosk.exhibition.collection import Entry
from kiosk.exhibition.exhibition import Photo
from kiosk.language.quotation_marks import marked
from kiosk.layouts.parts.arrangement import PlacedPhoto, cut_to
from kiosk.layouts.parts.column import Block, column, set_whole
from kiosk.screens.context import Context
from kiosk.types.photo import InfoRequest, Request
from kiosk.types.scene import Fill, Item

INSIDE = 0.09
"""Space around a page of words, as a share of its shorter side."""
ROLES = ("quote", "heading", "lead", "body", "caption")
"""Sizes of a page of words, the largest first."""


def cover_photo(entry: Entry, context: Context) -> Photo | None:
    """The photo of an exhibition's cover, with the focus that its slide gives it, if it is on one.

    If the cover's slides are not scheduled now, the first photo that is scheduled replaces it.
    """
    file = entry.exhibition.cover
    if file is None:
        return None
    shown = [photo for slide in context.slides(entry) for photo in slide.all_photos]
    for photo in shown:
        if photo.file == file:
            return photo
    hidden = {photo.file for slide in entry.exhibition.slides for photo in slide.all_photos}
    return next(iter(shown), None) if file in hidden else Photo(file=file)


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
    stage, found = context.stage, list(_words(entry, context))
    box = cover.inset(INSIDE * cover.size.short_side)
    page = Fill(cover, stage.theme.raised)
    blocks = [
        Block(text, stage.style(role, language=language), balanced=True, characters=34)
        for role in ROLES
        for text, language in found
    ]
    for block in blocks:
        words = set_whole([block], box.width, stage)
        if words.height <= box.height:
            return (page, *words.at(box, stage, "middle"))
    words = column(blocks[-1:], box.width, box.height, stage)
    return (page, *words.at(box, stage, "middle"))


def _words(entry: Entry, context: Context) -> Iterator[tuple[str, str]]:
    """Quotes of slides that may play by themselves, else the first question, with its language."""
    for index, slide in enumerate(entry.exhibition.slides):
        quote = slide.quote
        if quote and context.plays_by_itself(entry.name, index):
            yield "".join(marked(quote.text, quote.language)), quote.language
    reading = entry.reading_in(context.stage.language)
    if reading:
        interview, language = reading
        yield from ((one.question, language) for one in interview.exchanges[:1] if one.question)
