"""Holds what all screens need: the collection, the stage, and which photos can be drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.exhibition.collection import Collection, Entry
from kiosk.exhibition.exhibition import End, Photo, Slide
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
    def has_home(self) -> bool:
        """Whether home has more than one door; a single exhibition needs none."""
        return len(self.entries) != 1 or self.entries[0].readable is not None

    @property
    def thresholds(self) -> Thresholds:
        return Thresholds(self.stage.px_per_mm)

    def entry(self, name: str) -> Entry:
        """An exhibition of the collection, as visitors may see it now.

        A slide that a notice covers has nothing but the notice. The page after the last slide is
        there, too.
        """
        revealed = {one.index for one in self.revealed if one.exhibition == name}
        return _ended(_covered(self._known(name), frozenset(revealed)), self._end(name))

    def uncovered(self, name: str) -> Entry:
        """The same with the slides under notices: only to load their photos, not to draw them."""
        entry = self._known(name)
        covered = _covered(entry, _all_revealed(len(entry.exhibition.slides)))
        return _ended(covered, self._end(name))

    def _end(self, name: str) -> Slide:
        return _end(self.collection, self.off_schedule, self.media.failed, name)

    def notice(self, name: str, index: int) -> Notice | None:
        """The notice that covers this slide now, if any."""
        whole, alone = Notice(name), Notice(name, index)
        exhibition = self._known(name).exhibition
        if index >= len(exhibition.slides):
            return None
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

    def shown(self, name: str) -> tuple[int, ...]:
        """Indexes of the slides of an exhibition that can be shown now."""
        return _shown(self._known(name), self.off_schedule, self.media.failed)

    def stage_of(self, entry: Entry) -> Stage:
        """The stage in the theme and colours of an exhibition."""
        return _themed(self.stage, entry)

    def within(self, entry: Entry) -> Context:
        """The context for an exhibition's own screens: with the exhibition's theme."""
        return replace(self, stage=self.stage_of(entry))

    def arrangement(self, entry: Entry, slide: Slide) -> Arrangement | None:
        return arrange(self._drawable(slide), self.stage_of(entry), self.media.facts)

    def _drawable(self, slide: Slide) -> Slide:
        """The slide, without a title page's photo if that has failed: the words are its own."""
        has_failed = slide.title_photo and slide.title_photo.file in self.media.failed
        return replace(slide, title_photo=None) if has_failed else slide

    def drawable(self, photo: PlacedPhoto) -> Derivative:
        """The derivative of a placed photo; until it is loaded, the largest other one, if any."""
        if photo.derivative in self.media.ready:
            return photo.derivative
        file = photo.photo.file
        return _largest(self.media.ready).get(file) or self.media.facts[file].preview(file)

    def standing_in(self, requests: Iterable[Request]) -> Iterator[Request]:
        """What is drawn for photos that are still to be loaded: it must stay meanwhile."""
        largest, ready = _largest(self.media.ready), self.media.ready
        for one in requests:
            if isinstance(one, Derivative) and one not in ready and one.file in largest:
                yield largest[one.file]

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
        known = self._known(name)
        if index == len(known.exhibition.slides):
            return False  # The page after the last slide.
        return index not in _shown_set(known, self.off_schedule, self.media.failed)

    def plays_by_itself(self, name: str, index: int) -> bool:
        """Whether a slide may be shown to visitors who did not ask for it."""
        exhibition = self._known(name).exhibition
        slide = exhibition.slides[index]
        is_wanted = exhibition.attract and slide.attract
        has_notice = exhibition.notice or slide.notice
        return is_wanted and not (has_notice or self.is_left_out(name, index))

    def requests(self, entry: Entry, slide: Slide) -> tuple[Request, ...]:
        """What must be loaded to show a slide: photo infos first, then the photos themselves."""
        measurements = previews(self._drawable(slide))
        arrangement = self.arrangement(entry, slide)
        if arrangement is None:
            return measurements
        return measurements + tuple(photo.derivative for photo in arrangement.photos)


def previews(slide: Slide) -> tuple[Request, ...]:
    """What must be loaded to show a slide with previews."""
    return tuple(InfoRequest(photo.file) for photo in slide.shown_photos)


@lru_cache(maxsize=64)
def _all_revealed(count: int) -> frozenset[int | None]:
    """The numbers of so many slides, and None for their exhibition."""
    return frozenset[int | None](range(count)) | {None}


@lru_cache(maxsize=4)
def _largest(ready: frozenset[Drawable]) -> dict[str, Derivative]:
    """The largest derivative of each photo that can be drawn."""
    found: dict[str, Derivative] = {}
    for one in ready:
        if isinstance(one, Derivative):
            known = found.get(one.file)
            if known is None or known.width < one.width:
                found[one.file] = one
    return found


@lru_cache(maxsize=64)
def _ended(entry: Entry, end: Slide) -> Entry:
    """An exhibition with the page after its last slide."""
    slides = (*entry.exhibition.slides, end)
    return replace(entry, exhibition=replace(entry.exhibition, slides=slides))


@lru_cache(maxsize=64)
def _end(
    collection: Collection, off_schedule: frozenset[Place], failed: frozenset[str], name: str
) -> Slide:
    """The page after the last slide: it has the cover and the title of the next exhibition."""
    entries = _scheduled(collection, off_schedule)
    this = collection.entry(name)
    assert this, "only an exhibition of the collection ends"
    names = [entry.name for entry in entries]
    at = names.index(name) if name in names else -1
    following = entries[(at + 1) % len(entries)] if entries else this
    is_other = following.name != name
    photo = cover_photo(following, off_schedule) if is_other else None
    if photo and photo.file not in failed:
        photo = Photo(photo.file, credit=photo.credit, focus=photo.focus)
    else:
        photo = None
    end = End(
        this.exhibition.title,
        following.name if is_other else "",
        bool(this.readable),
        collection.kiosk.help,
    )
    return Slide(title=following.exhibition.title, photo=photo, end=end)


@lru_cache(maxsize=64)
def cover_photo(entry: Entry, off_schedule: frozenset[Place]) -> Photo | None:
    """The photo of an exhibition's cover, with the focus that its slide gives it, if it is on one.

    If the cover's slides are not scheduled now, the first photo that is scheduled replaces it.
    """
    file = entry.exhibition.cover
    if file is None:
        return None
    slides = enumerate(entry.exhibition.slides)
    shown = [
        photo
        for index, slide in slides
        if (entry.name, index) not in off_schedule
        for photo in slide.all_photos
    ]
    hidden = {photo.file for slide in entry.exhibition.slides for photo in slide.all_photos}
    otherwise = next(iter(shown), None) if file in hidden else Photo(file=file)
    return next((photo for photo in shown if photo.file == file), otherwise)


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
def _shown(entry: Entry, off_schedule: frozenset[Place], failed: frozenset[str]) -> tuple[int, ...]:
    slides = enumerate(entry.exhibition.slides)
    return tuple(
        index
        for index, slide in slides
        if (entry.name, index) not in off_schedule
        and failed.isdisjoint(photo.file for photo in slide.all_photos)
    )


@lru_cache(maxsize=64)
def _shown_set(
    entry: Entry, off_schedule: frozenset[Place], failed: frozenset[str]
) -> frozenset[int]:
    return frozenset(_shown(entry, off_schedule, failed))


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
