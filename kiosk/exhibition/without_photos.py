"""Finds what is left of an exhibition without some photos, and what slides take from others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from kiosk.exhibition.exhibition import Exhibition, LayoutName, Photo, Quote, Slide


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
    return composed(replace(exhibition, slides=left, cover=cover))


def first_cover(slides: tuple[Slide, ...], *, has_notice: bool) -> str | None:
    """The first photo that no notice covers; `has_notice` if one covers all slides."""
    covered = {
        photo.file for slide in slides if slide.notice or has_notice for photo in slide.all_photos
    }
    shown = (photo.file for slide in slides for photo in slide.all_photos)
    return next((file for file in shown if file not in covered), None)


def composed(exhibition: Exhibition) -> Exhibition:
    """The exhibition with photos on its title pages, and with each translator named once.

    It is computed anew when slides or photos are gone: so title pages have none of them.
    """
    slides = _with_title_photos(exhibition)
    if exhibition.order == "written":
        slides = _with_translators_once(slides)
    return replace(exhibition, slides=tuple(slides))


def _with_title_photos(exhibition: Exhibition) -> Iterator[Slide]:
    """The first page has the cover; other title pages have the first photo of their section."""
    lendable = {} if exhibition.notice else _lendable(exhibition.slides)
    cover = exhibition.cover or ""
    if cover and not exhibition.notice and cover not in _files(exhibition.slides):
        lendable[cover] = Photo(cover)
    for number, slide in enumerate(exhibition.slides):
        lent = None
        if slide.kind == "title" and not slide.all_photos:
            section = (one for one in exhibition.slides if one.section == slide.section)
            files = [cover] if number == 0 else _files(section) if slide.section else []
            lent = next((lendable[file] for file in files if file in lendable), None)
        yield replace(slide, title_photo=lent) if lent != slide.title_photo else slide


def _lendable(slides: Iterable[Slide]) -> dict[str, Photo]:
    """Photos that everybody may see at any time, with their credit but not their other words."""
    found, kept = dict[str, Photo](), set[str]()
    for slide in slides:
        for photo in slide.all_photos:
            if slide.notice or slide.is_scheduled or (photo.people and not photo.consent):
                kept.add(photo.file)
            bare = replace(photo, caption=None, work=None, details=())
            found.setdefault(photo.file, bare)
    return {file: photo for file, photo in found.items() if file not in kept}


def _files(slides: Iterable[Slide]) -> list[str]:
    return [photo.file for slide in slides for photo in slide.all_photos]


def _with_translators_once(slides: Iterable[Slide]) -> Iterator[Slide]:
    """Names a translator where it changes, in each language in which visitors read the words."""
    named, tags = None, set[str]()
    for slide in slides:
        quote = slide.quote
        if not quote or not quote.translation or not quote.translated_by:
            yield slide
            continue
        if quote.translated_by != named:
            named, tags = quote.translated_by, set()
        is_new = not tags.issuperset(quote.translation.languages)
        if not (slide.notice or slide.is_scheduled):  # Not everybody sees those.
            tags.update(quote.translation.languages)
        yield _naming(slide, quote, is_new)


def _naming(slide: Slide, quote: Quote, names: bool) -> Slide:
    if quote.names_translator == names:
        return slide
    return replace(slide, quote=replace(quote, names_translator=names))
