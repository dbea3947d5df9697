"""Holds what all screens need: the collection, the stage, and which photos can be drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.exhibition.collection import Collection, Entry
from kiosk.exhibition.exhibition import Slide
from kiosk.exhibition.schedule import Place
from kiosk.gestures import Hand, Thresholds
from kiosk.layouts import arrange
from kiosk.layouts.parts.arrangement import Arrangement, PlacedPhoto
from kiosk.screens.actions import Action
from kiosk.screens.notice import Notice
from kiosk.screens.status import Status
from kiosk.style.exhibition_theme import contrasted, themed
from kiosk.style.stage import Stage
from kiosk.types.photo import Derivative, Drawable, InfoRequest, PhotoInfo, Request
from kiosk.types.quality import Quality


class Media(Struct, frozen=True):
    """Which photos are measured, which can be drawn, and which have failed.

    The preview of a measured photo can be drawn.
    """

    facts: Mapping[str, PhotoInfo] = field(default_factory=lambda: MappingProxyType({}))
    ready: frozenset[Drawable] = frozenset()
    failed: frozenset[str] = frozenset()

    def has(self, request: Request) -> bool:
        if isinstance(request, InfoRequest):
            return request.file in self.facts
        return request in self.ready

    def awaits_first(self, requests: Iterable[Request]) -> bool:
        """Whether the first photo of all is one of these, and is still to come."""
        files = {request.file for request in requests}
        is_known = self.ready or not self.facts.keys() <= files
        return bool(files) and not is_known and self.failed.isdisjoint(files)


class Context(Struct, frozen=True):
    collection: Collection
    stage: Stage
    media: Media = Media()
    quality: Quality = Quality()
    focus: Action | None = None
    """The action of the button that has the focus ring; None while nobody uses Tab."""
    off_schedule: frozenset[Place] = frozenset()
    """Slides that are not scheduled at this day and hour."""
    revealed: frozenset[Notice] = frozenset()
    """Notices that this visitor has opened, to see the slides beneath."""
    status: Status = Status()
    hand: Hand = Hand()
    idle_s: float = math.inf
    """When the visitor counts as idle, if no event comes before."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The exhibitions with at least one slide that is scheduled now."""
        return _scheduled(self.collection, self.off_schedule)

    @property
    def thresholds(self) -> Thresholds:
        return Thresholds(self.stage.px_per_mm)

    def entry(self, name: str) -> Entry:
        """An exhibition of the collection, as visitors may see it now.

        A slide that a notice covers has nothing but the notice.
        """
        revealed = {one.index for one in self.revealed if one.exhibition == name}
        return _covered(self._known(name), frozenset(revealed))

    def uncovered(self, name: str) -> Entry:
        """The same with the slides under notices: only to load their photos, not to draw them."""
        entry = self._known(name)
        return _covered(entry, _all_revealed(len(entry.exhibition.slides)))

    def notice(self, name: str, index: int) -> Notice | None:
        """The notice that covers this slide now, if any."""
        whole, alone = Notice(name), Notice(name, index)
        exhibition = self._known(name).exhibition
        if exhibition.notice and whole not in self.revealed:
            return whole
        return alone if exhibition.slides[index].notice and alone not in self.revealed else None

    def _known(self, name: str) -> Entry:
        entry = self.collection.entry(name)
        assert entry is not None, f"a screen shows {name!r}, which is not in the collection"
        return entry

    def is_shown(self, name: str) -> bool:
        """Whether this exhibition has a slide that is scheduled now."""
        return any(entry.name == name for entry in self.entries)

    def slides(self, entry: Entry) -> tuple[Slide, ...]:
        """The slides of an exhibition that are scheduled now."""
        slides = enumerate(entry.exhibition.slides)
        return tuple(
            slide for index, slide in slides if (entry.name, index) not in self.off_schedule
        )

    def position(self, name: str, index: int) -> tuple[int, int]:
        """How many slides scheduled now come before this one, and how many there are in all."""
        hidden = [number for one, number in self.off_schedule if one == name]
        count = len(self.entry(name).exhibition.slides)
        return index - sum(number < index for number in hidden), count - len(hidden)

    def stage_of(self, entry: Entry) -> Stage:
        """The stage in the theme and colours of an exhibition."""
        return _themed(self.stage, entry)

    def within(self, entry: Entry) -> Context:
        """The context for an exhibition's own screens: with the exhibition's theme."""
        return replace(self, stage=self.stage_of(entry))

    def arrangement(self, entry: Entry, slide: Slide) -> Arrangement | None:
        return arrange(slide, self.stage_of(entry), self.media.facts)

    def drawable(self, photo: PlacedPhoto) -> Derivative:
        """The derivative of a placed photo, or its preview until the derivative is loaded."""
        if photo.derivative in self.media.ready:
            return photo.derivative
        return self.media.facts[photo.photo.file].preview(photo.photo.file)

    def is_placed(self, entry: Entry, slide: Slide) -> bool:
        """Whether a slide can be shown now, at least with previews."""
        return self.arrangement(entry, slide) is not None

    def is_ready(self, entry: Entry, slide: Slide) -> bool:
        """Whether all of a slide's photos can be drawn sharply now."""
        arrangement = self.arrangement(entry, slide)
        return arrangement is not None and all(
            photo.derivative in self.media.ready for photo in arrangement.photos
        )

    def is_left_out(self, name: str, index: int) -> bool:
        """Whether a slide cannot be shown now: it is not scheduled, or a photo has failed."""
        slide = self.uncovered(name).exhibition.slides[index]
        return (name, index) in self.off_schedule or any(
            photo.file in self.media.failed for photo in slide.all_photos
        )

    def plays_by_itself(self, name: str, index: int) -> bool:
        """Whether a slide may be shown to visitors who did not ask for it."""
        exhibition = self._known(name).exhibition
        slide = exhibition.slides[index]
        is_wanted = exhibition.attract and slide.attract
        has_notice = exhibition.notice or slide.notice
        return is_wanted and not (has_notice or self.is_left_out(name, index))

    def requests(self, entry: Entry, slide: Slide) -> tuple[Request, ...]:
        """What must be loaded to show a slide: photo infos first, then the photos themselves."""
        measurements = previews(slide)
        arrangement = self.arrangement(entry, slide)
        if arrangement is None:
            return measurements
        return measurements + tuple(photo.derivative for photo in arrangement.photos)


def previews(slide: Slide) -> tuple[Request, ...]:
    """What must be loaded to show a slide with previews."""
    return tuple(InfoRequest(photo.file) for photo in slide.all_photos)


@lru_cache(maxsize=64)
def _all_revealed(count: int) -> frozenset[int | None]:
    """The numbers of so many slides, and None for their exhibition."""
    return frozenset[int | None](range(count)) | {None}


@lru_cache(maxsize=8)
def _scheduled(collection: Collection, off_schedule: frozenset[Place]) -> tuple[Entry, ...]:
    return tuple(
        entry
        for entry in collection.entries
        if any(
            (entry.name, index) not in off_schedule for index in range(len(entry.exhibition.slides))
        )
    )


@lru_cache(maxsize=64)
def _covered(entry: Entry, revealed: frozenset[int | None]) -> Entry:
    """An exhibition in which notices replace slides, except for the notices revealed."""
    exhibition = entry.exhibition
    if not (exhibition.notice or any(slide.notice for slide in exhibition.slides)):
        return entry
    whole = exhibition.notice if None not in revealed else None

    def seen(index: int, slide: Slide) -> Slide:
        notice = whole or (slide.notice if index not in revealed else None)
        if notice:
            return Slide(text=notice, notice=notice, section=slide.section)
        return replace(slide, notice=None)

    slides = tuple(seen(index, slide) for index, slide in enumerate(exhibition.slides))
    return replace(entry, exhibition=replace(exhibition, slides=slides))


@lru_cache(maxsize=64)
def _themed(stage: Stage, entry: Entry) -> Stage:
    if stage.comfort.contrast:
        return replace(stage, theme=contrasted(entry.exhibition, stage.theme))
    return replace(stage, theme=themed(entry.exhibition, stage.theme))
