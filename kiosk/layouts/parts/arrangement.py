"""Defines what a layout returns: photos and words, each in its place."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Rect, Size, fill, whole
from kiosk.exhibition.exhibition import Photo, Slide
from kiosk.style.stage import Stage
from kiosk.types.photo import Derivative, PhotoInfo
from kiosk.types.scene import Fill, Item, Lettering

SIDE_MAX = 8192
"""Longest side of a derivative, in pixels: few GPUs take more."""


class Subject(Struct, frozen=True):
    """A photo, with what is known of its file."""

    photo: Photo
    facts: PhotoInfo


class PlacedPhoto(Struct, frozen=True):
    """A photo laid out at `image`; only the part inside `window` is seen."""

    photo: Photo
    image: Rect
    window: Rect

    @property
    def derivative(self) -> Derivative:
        width, height = self.image.width, self.image.height
        share = min(1.0, SIDE_MAX / max(width, height, 1))
        return Derivative(
            self.photo.file, max(1, round(width * share)), max(1, round(height * share))
        )


def cut_to(box: Rect, photo: Photo, size: Size) -> PlacedPhoto:
    """A photo of this size that fills the box, cut around its focus; so are covers and previews."""
    return PlacedPhoto(photo, whole(fill(size, box, photo.focus)), box)


class Arrangement(Struct, frozen=True):
    """A slide laid out; `words` are on top of the photos, and appear after them."""

    photos: tuple[PlacedPhoto, ...] = ()
    words: tuple[Item, ...] = ()
    mats: tuple[Fill, ...] = ()
    """The mats around photos; they appear together with them."""
    more: tuple[tuple[Item, ...], ...] = ()
    """The words of further pages, which replace those of the first; photos stay."""

    @property
    def pages(self) -> tuple[tuple[Item, ...], ...]:
        """The words of each page."""
        return (self.words, *self.more)

    def own_letters(self, page: int) -> tuple[Lettering, ...]:
        """The words of a page, without those that stay on all pages, such as a photo's label."""
        letters = tuple(one for one in self.pages[page] if isinstance(one, Lettering))
        staying = set.intersection(*map(set, self.pages)) if self.more else set[Item]()
        return tuple(one for one in letters if one not in staying)

    def page_at(self, share: float) -> int:
        """The page on which a share of the words has been read, counted from their beginning."""
        later = (page for page in range(1, len(self.pages)) if self.read_before(page) > share)
        return next(later, len(self.pages)) - 1

    def read_before(self, page: int) -> float:
        """The share of the words that is on the pages before this one."""
        return sum(self._lengths[:page]) / max(1, sum(self._lengths))

    @property
    def _lengths(self) -> list[int]:
        return [
            sum(len(one.paragraph.text) for one in self.own_letters(page))
            for page in range(len(self.pages))
        ]

    def on_page(self, page: int) -> Arrangement:
        """The slide as one of its pages shows it; beyond the last, as the last one."""
        return replace(self, words=self.pages[min(page, len(self.more))])


def arranged(
    photos: tuple[PlacedPhoto, ...],
    words: tuple[tuple[Item, ...], ...],
    mats: tuple[Fill, ...] = (),
) -> Arrangement:
    """An arrangement whose words are given page by page."""
    return Arrangement(photos, words[0], mats, words[1:])


class Layout(Protocol):
    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement: ...
