"""Defines what a layout returns: photos and words, each in its place."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from kiosk.base.geometry import Rect
from kiosk.exhibition.exhibition import Photo, Slide
from kiosk.style.stage import Stage
from kiosk.types.photo import Derivative, PhotoInfo
from kiosk.types.scene import Fill, Item

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


class Arrangement(Struct, frozen=True):
    """A slide laid out; `words` are on top of the photos, and appear after them."""

    photos: tuple[PlacedPhoto, ...] = ()
    words: tuple[Item, ...] = ()
    mats: tuple[Fill, ...] = ()
    """The mats around photos; they appear together with them."""


class Layout(Protocol):
    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement: ...
