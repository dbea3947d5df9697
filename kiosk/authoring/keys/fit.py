"""Decides which layouts a slide can have."""

from __future__ import annotations

from kiosk.exhibition.exhibition import Composed, kind_of

NEEDS_PHOTO = frozenset({"single", "matted", "beside", "pair", "grid", "portrait"})


def unfit(slide: Composed) -> str | None:
    """Why a slide cannot have its layout; None if it can."""
    kind = kind_of(slide)
    if kind in NEEDS_PHOTO and not (slide.photo or slide.photos):
        if kind != "matted":
            return f"the layout {kind} needs a photo"
        if not slide.quote or slide.text:
            return "the layout matted needs a photo, or a quote and no text"
    if kind == "quote" and not slide.quote:
        return "the layout quote needs a quote"
    if kind in {"title", "text"} and not (slide.title or slide.text or slide.quote):
        return f"the layout {kind} needs a title, a text or a quote"
    if slide.photos and kind not in {"pair", "grid"}:
        return f"the layout {kind} shows one photo; write photo, or layout: grid"
    if kind == "pair" and len(slide.photos) != 2:
        return "the layout pair shows two photos; write them under photos"
    if kind == "grid" and len(slide.photos) < 2:
        return "the layout grid shows two to four photos; write them under photos"
    return None
