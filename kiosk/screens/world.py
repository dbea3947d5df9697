"""What all screens see: the collection, the stage, and which photos can be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType

from kiosk.derivative import Derivative, Facts, Measurement, Request
from kiosk.exhibition.dress import dressed
from kiosk.exhibition.loader import Collection, Entry
from kiosk.exhibition.model import Slide
from kiosk.gestures import Thresholds
from kiosk.layouts import arrange
from kiosk.layouts.arrangement import Arrangement, PlacedPhoto
from kiosk.screens.actions import Action
from kiosk.stage import Stage


@dataclass(frozen=True)
class Media:
    """Photos as far as they have come: measured, drawable, or given up.

    Of a photo whose facts are known, the preview can be drawn.
    """

    facts: Mapping[str, Facts] = field(default_factory=lambda: MappingProxyType({}))
    ready: frozenset[Derivative] = frozenset()
    failed: frozenset[str] = frozenset()

    def has(self, request: Request) -> bool:
        if isinstance(request, Measurement):
            return request.file in self.facts
        return request in self.ready


@dataclass(frozen=True)
class World:
    collection: Collection
    stage: Stage
    media: Media = Media()
    focus: Action | None = None
    """Of the button that the keyboard is at; None while nobody uses Tab."""

    @property
    def thresholds(self) -> Thresholds:
        return Thresholds(self.stage.px_per_mm)

    def entry(self, name: str) -> Entry:
        """An exhibition that is known to be in the collection."""
        entry = self.collection.entry(name)
        assert entry is not None, f"a screen shows {name!r}, which is not in the collection"
        return entry

    def stage_of(self, entry: Entry) -> Stage:
        """The stage in the theme and the colours of an exhibition."""
        return _dressed(self.stage, entry)

    def within(self, entry: Entry) -> World:
        """The world as an exhibition's own screens see it."""
        return replace(self, stage=self.stage_of(entry))

    def arrangement(self, entry: Entry, slide: Slide) -> Arrangement | None:
        return arrange(slide, self.stage_of(entry), self.media.facts)

    def drawable(self, photo: PlacedPhoto) -> Derivative:
        """The derivative of a placed photo, or as long as that has not come, the preview."""
        if photo.derivative in self.media.ready:
            return photo.derivative
        return self.media.facts[photo.photo.file].preview(photo.photo.file)

    def is_placed(self, entry: Entry, slide: Slide) -> bool:
        """Whether a slide can be shown now, if only with its previews."""
        return self.arrangement(entry, slide) is not None

    def is_ready(self, entry: Entry, slide: Slide) -> bool:
        """Whether all of a slide's photos can be drawn sharply now."""
        arrangement = self.arrangement(entry, slide)
        return arrangement is not None and all(
            photo.derivative in self.media.ready for photo in arrangement.photos
        )

    def has_failed(self, slide: Slide) -> bool:
        return any(photo.file in self.media.failed for photo in slide.all_photos)

    def requests(self, entry: Entry, slide: Slide) -> tuple[Request, ...]:
        """What must be fetched to show a slide: facts first, the photos once these are known."""
        measurements = previews(slide)
        arrangement = self.arrangement(entry, slide)
        if arrangement is None:
            return measurements
        return measurements + tuple(photo.derivative for photo in arrangement.photos)


def previews(slide: Slide) -> tuple[Request, ...]:
    """What must be fetched to show a slide with its previews."""
    return tuple(Measurement(photo.file) for photo in slide.all_photos)


@lru_cache(maxsize=64)
def _dressed(stage: Stage, entry: Entry) -> Stage:
    if stage.contrast:
        return stage
    return replace(stage, theme=dressed(entry.exhibition, stage.theme))
