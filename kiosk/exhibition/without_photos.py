"""Takes photos out of slides: what is left of an exhibition when some of its photos are gone."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from kiosk.exhibition.exhibition import Exhibition, LayoutName, Slide


def slide_without(
    slide: Slide, withdrawn: frozenset[str], layout: LayoutName | None
) -> Slide | None:
    """A slide with its other photos; None if it had no others. `layout` is that of `alone`."""
    if withdrawn.isdisjoint(photo.file for photo in slide.all_photos):
        return slide
    left = tuple(photo for photo in slide.photos if photo.file not in withdrawn)
    if not left:
        return None  # Its words are about the photo, or were chosen for it.
    fewer = replace(slide, photos=left)
    return alone(fewer, layout) if len(left) == 1 else fewer


def alone(slide: Slide, layout: LayoutName | None) -> Slide:
    """A slide for several photos of which one is left: like one that was written with this photo.

    `layout` is the exhibition's, for slides with one photo.
    """
    (photo,) = slide.photos
    photo = replace(photo, caption=photo.caption or slide.caption)
    single = replace(slide, photo=photo, photos=(), caption=None, layout=None)
    return with_default(single, layout)


def with_default(slide: Slide, layout: LayoutName | None) -> Slide:
    """A slide in the exhibition's layout for one photo, if it has one and names no layout."""
    is_plain = slide.photo and not slide.layout and slide.kind in {"single", "beside"}
    return replace(slide, layout=layout) if layout and is_plain else slide


def with_slides(
    exhibition: Exhibition, slides: Iterable[Slide], gone: frozenset[str]
) -> Exhibition | None:
    """The exhibition with these slides, and with another cover if its own is gone.

    None if no slide is left.
    """
    left = tuple(slides)
    if not left:
        return None
    cover = exhibition.cover
    if cover in gone:
        cover = first_cover(left, has_notice=exhibition.notice is not None)
    return replace(exhibition, slides=left, cover=cover)


def first_cover(slides: tuple[Slide, ...], *, has_notice: bool) -> str | None:
    """The first photo that no notice covers; `has_notice` if one covers all slides."""
    covered = {
        photo.file for slide in slides if slide.notice or has_notice for photo in slide.all_photos
    }
    shown = (photo.file for slide in slides for photo in slide.all_photos)
    return next((file for file in shown if file not in covered), None)
