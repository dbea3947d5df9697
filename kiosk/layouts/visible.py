"""Finds what visitors see of a slide: it is laid out with marks in place of its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Rect, Size
from kiosk.exhibition.exhibition import Photo, Quote, Slide
from kiosk.exhibition.text import LocalisedText
from kiosk.exhibition.text_walk import PHOTOS, KeyedText, TextPath, walk_texts
from kiosk.layouts import arrange
from kiosk.style.stage import Stage
from kiosk.types.emphasis import Emphasis
from kiosk.types.photo import TONES, PhotoInfo
from kiosk.types.scene import Lettering, Paragraph, TextStyle

SCREEN = Size(1920, 1080)
BY_CONTROLS = frozenset({"section"})
"""Texts that visitors get with the controls of every slide."""
SHAPES = ((3000, 2000), (2000, 3000), (2000, 2000))
PHOTOS_OF_SHAPES = tuple(
    PhotoInfo(width, height, bytes(TONES**2), bytes(TONES**2)) for width, height in SHAPES
)
ROUNDING = 2.0
"""Most pixels of a side by which a whole photo differs from its window."""
WITH_PHOTO = frozenset({"alt", "details.title", "details.text"})
"""Texts that visitors get with a photo, though no layout draws them."""


def visible(slide: Slide, languages: Iterable[str]) -> frozenset[TextPath]:
    """Paths of the photos and texts that visitors see in one of these languages.

    A text that repeats another one is seen with it.
    """
    return _visible(_marked(slide), tuple(languages))


@lru_cache(maxsize=512)
def _visible(slide: Slide, languages: tuple[str, ...]) -> frozenset[TextPath]:
    return frozenset[TextPath]().union(*(_visible_in(tag, slide) for tag in languages))


def _visible_in(language: str, slide: Slide) -> frozenset[TextPath]:
    """The same of a slide whose words are marks, in one language."""
    stage = Stage(SCREEN, _OneLine(), language=language)
    covers = [slide, replace(slide, notice=None)] if slide.notice else [slide]
    infos = {photo.file: PHOTOS_OF_SHAPES[0] for photo in slide.shown_photos}
    arrangements = [found for cover in covers if (found := arrange(cover, stage, infos))]
    pages = [page for one in arrangements for page in one.pages]
    letters = [word for page in pages for word in page if isinstance(word, Lettering)]
    drawn = "\n".join(letter.paragraph.text for letter in letters)
    files = {placed.photo.file for one in arrangements for placed in one.photos}
    photos = {path for path, photo in photos_of(slide) if photo.file in files}

    def is_seen(one: KeyedText) -> bool:
        if one.name in WITH_PHOTO:
            return any(one.path[: len(path)] == path for path in photos)
        return one.name in BY_CONTROLS or any(text in drawn for _, text in one.text.texts)

    return frozenset(photos) | {one.path for one in walk_texts(slide) if is_seen(one)}


def cuts(slide: Slide) -> bool:
    """Whether the slide's layout shows only a part of photos of some shape."""
    return _cuts(replace(_marked(slide), notice=None))


@lru_cache(maxsize=64)
def _cuts(slide: Slide) -> bool:
    stage = Stage(SCREEN, _OneLine())
    files = [photo.file for photo in slide.shown_photos]
    found = [arrange(slide, stage, dict.fromkeys(files, info)) for info in PHOTOS_OF_SHAPES]
    return any(
        placed.image.width - placed.window.width > ROUNDING
        or placed.image.height - placed.window.height > ROUNDING
        for one in found
        for placed in (one.photos if one else ())
    )


def photos_of(slide: Slide) -> Sequence[tuple[TextPath, Photo]]:
    """Each photo of a slide, and its path."""
    one, several = PHOTOS
    if slide.photo:
        return [((one,), slide.photo)]
    return [((several, number), photo) for number, photo in enumerate(slide.photos)]


class _OneLine(Struct, frozen=True):
    """A typesetter for marks, which need neither fonts nor a second line."""

    def typeset(
        self,
        text: str,
        style: TextStyle,
        width: float,
        *,
        balanced: bool = False,
        emphasis: tuple[Emphasis, ...] = (),
    ) -> Paragraph:
        return Paragraph(text, style, width, Size(style.size, style.size), 0.0, 1)

    def line_ends(
        self, text: str, style: TextStyle, width: float, emphasis: tuple[Emphasis, ...] = ()
    ) -> tuple[int, ...]:
        return (len(text),)

    def places(self, paragraph: Paragraph, start: int, end: int) -> tuple[Rect, ...]:
        return ()


def _marked(slide: Slide) -> Slide:
    """The slide with a mark for each text; slides that have the same keys become the same."""
    marks = dict[object, str]()

    def mark(text: object) -> str:
        return marks.setdefault(text, f"#{len(marks)}#")

    def marked(value: Any) -> Any:
        match value:
            case LocalisedText():
                return LocalisedText(tuple((tag, mark(value)) for tag, _ in value.texts))
            case tuple():
                return tuple(map(marked, value))
            case Photo():
                usual = Photo(file=mark(value.file))
                value = replace(value, file=usual.file, focus=usual.focus, consent=None)
            case Quote():
                value = replace(value, text=mark(value.text), names_translator=True)
            case Struct():
                pass
            case _:
                return value
        return replace(value, **{key: marked(getattr(value, key)) for key in _fields(value)})

    alike = replace(slide, dwell="auto", from_=None, until=None, weekdays=(), hours=None)
    one: Slide = marked(alike)
    return one


def _fields(value: Struct) -> list[str]:
    return [key for key in value.__struct_fields__ if getattr(value, key)]
