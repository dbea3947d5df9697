"""Shows the slides of an exhibition as a strip in the control bar, to be scrubbed with a finger."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Rect, Size, centred, fill, whole
from kiosk.exhibition.collection import Entry
from kiosk.exhibition.exhibition import Photo, Slide
from kiosk.screens.context import Context
from kiosk.style.stage import Stage
from kiosk.types.photo import InfoRequest
from kiosk.types.scene import Fill, Item, Picture

HEIGHT = 0.7
"""Height of the strip, as a share of the controls' height."""
SHAPE = 4 / 3
"""Width of a photo's frame by its height; its photo is cut around its focus."""
TICK = 0.25
"""Width of the tick of a page of words, by that of a frame."""
TICK_HEIGHT = 0.5
"""Height of such a tick, by that of a frame; that of a page that begins a section is as high."""
TITLED_HEIGHT = 0.8
"""Height of the tick of a page with a title: it is a landmark among quotes."""
NARROWED = 0.2
"""How narrow frames and ticks may get, as a share of their width, so that each slide has one."""
SLOT = 0.6
"""Width of a frame by its height, where only some slides have one."""
SLOTS_LEAST = 6
"""With room for fewer of these, there is only a line."""
APART = 4
"""Space before a section, in gaps."""
RESTING, TICK_RESTING, TITLED_RESTING = 0.75, 0.4, 0.7
"""Opacity of the frames and the ticks beside the current one."""
LINE_RESTING = 0.4
"""Opacity of the line beyond the current slide."""


class Mark(Struct, frozen=True):
    """The frame or the tick of a slide, which may stand for the slides up to the next one, too."""

    position: int
    """The slide's place among those shown."""
    index: int
    rect: Rect
    begins_section: bool = False


class Filmstrip(Struct, frozen=True):
    """`shown` holds the indexes of all slides; if there are too many, only some have marks."""

    shown: tuple[int, ...]
    marks: tuple[Mark, ...]
    track: Rect
    frame_width: float
    mirrored: bool

    @property
    def is_whole(self) -> bool:
        return len(self.marks) == len(self.shown)

    def frame_at(self, position: float) -> Rect:
        """The place of a slide, by its position among those shown."""
        if self.is_whole:
            return self.marks[round(position)].rect
        return _along(position, len(self.shown), self.frame_width, self.track, self.mirrored)

    def slide_at(self, x: float) -> int:
        """Index of the slide at a place along the strip; beyond its ends, of the last one."""
        if self.is_whole:
            return min(self.marks, key=lambda mark: _distance(x, mark.rect)).index
        way = self.track.width - self.frame_width
        share = (x - self.track.x - self.frame_width / 2) / way if way else 0.0
        share = min(1.0, max(0.0, 1 - share if self.mirrored else share))
        return self.shown[round(share * (len(self.shown) - 1))]

    def area(self, stage: Stage) -> Rect:
        """Where a finger takes hold of the strip: never lower than a finger."""
        height = max(stage.finger, self.track.height)
        return Rect(self.track.x, self.track.centre.y - height / 2, self.track.width, height)

    def mark_of(self, position: int) -> Mark | None:
        """The mark of a slide, or the one that stands for it."""
        at = bisect_right(self.marks, position, key=lambda mark: mark.position)
        return self.marks[at - 1] if at else None


def filmstrip(
    entry: Entry, shown: tuple[int, ...], room: Rect, aside: float, stage: Stage
) -> Filmstrip | None:
    """The strip in a room of the bar, with a space `aside` at its end that marks leave free.

    None for one slide, or if a finger could not choose.
    """
    if len(shown) < 2 or room.width < 2 * stage.finger:
        return None
    height, slides = round(HEIGHT * stage.controls.height), entry.exhibition.slides
    beside = replace(stage.mirror(room), width=room.width - aside)
    track = whole(centred(Size(beside.width, height), stage.mirror(beside)))
    return (
        _whole(slides, shown, track, stage)
        or _some(slides, shown, track, stage)
        or Filmstrip(shown, (), room, stage.line, stage.mirrored)
    )


def _whole(
    slides: Sequence[Slide], shown: tuple[int, ...], room: Rect, stage: Stage
) -> Filmstrip | None:
    """All slides side by side, as narrow as they must be; None if there are too many."""
    gap, frame = _gap(stage), round(SHAPE * room.height)
    if len(shown) * (NARROWED * TICK * frame + gap) > room.width:
        return None
    begins = [_begins_section(slides, shown, position) for position in range(len(shown))]
    shares = [1.0 if slides[index].shown_photos else TICK for index in shown]
    gaps = (len(shown) - 1 + (APART - 1) * sum(begins)) * gap
    narrowed = min(1.0, (room.width - gaps) / (frame * sum(shares)))
    if narrowed < NARROWED:
        return None
    widths = [math.floor(narrowed * frame * share) for share in shares]
    track = whole(centred(Size(sum(widths) + gaps, room.height), room))
    marks, left = list[Mark](), track.x
    for position, (index, width) in enumerate(zip(shown, widths, strict=True)):
        left += (APART - 1) * gap if begins[position] else 0
        rect = Rect(left, track.y, width, track.height)
        marks.append(Mark(position, index, _mirrored(rect, track, stage), begins[position]))
        left += width + gap
    return Filmstrip(shown, tuple(marks), track, frame, stage.mirrored)


def _some(
    slides: Sequence[Slide], shown: tuple[int, ...], room: Rect, stage: Stage
) -> Filmstrip | None:
    """Frames of some slides, evenly spread; each has a photo if one of those it stands for has."""
    gap, frame = _gap(stage), round(SLOT * room.height)
    count = min(len(shown), int((room.width + gap) // (frame + gap)))
    if count < SLOTS_LEAST:
        return None
    marks = list[Mark]()
    for number in range(count):
        first, following = (n * len(shown) // count for n in (number, number + 1))
        meant = shown[first:following] or shown[first : first + 1]
        index = next((one for one in meant if slides[one].shown_photos), meant[0])
        rect = _along(number, count, frame, room, stage.mirrored)
        if not slides[index].shown_photos:
            rect = whole(centred(Size(TICK * frame, rect.height), rect))
        marks.append(Mark(first, index, rect))
    return Filmstrip(shown, tuple(marks), room, frame, stage.mirrored)


def drawn(strip: Filmstrip, position: int | None, entry: Entry, context: Context) -> list[Item]:
    """Draws the strip; what stands for the current slide has an edge.

    `position` is None on the page after the last slide.
    """
    if not strip.marks:
        return list(_line(strip, position, context.stage))
    here = None if position is None else strip.mark_of(position)
    items = list[Item]()
    for mark in strip.marks:
        if mark != here:
            items += _resting(mark, entry, context)
    if here is not None and position is not None:
        items += _current(replace(here, index=strip.shown[position]), entry, context)
    return items


def previews_of(strip: Filmstrip, entry: Entry) -> tuple[InfoRequest, ...]:
    """What must be loaded to draw the strip."""
    photos = (_photo(mark.index, entry) for mark in strip.marks)
    return tuple(InfoRequest(photo.file) for photo in photos if photo)


def _current(mark: Mark, entry: Entry, context: Context) -> Iterator[Item]:
    """The current slide's mark as high as a frame, with an edge all around."""
    theme, line = context.stage.theme, context.stage.line
    edge, rim = mark.rect.inset(-line), mark.rect.inset(-2 * line)
    yield from (Fill(piece, theme.ground) for piece in rim.without(edge))
    yield from (Fill(piece, theme.accent) for piece in edge.without(mark.rect))
    yield from _picture(mark, entry, context, 1.0) or [Fill(mark.rect, theme.quiet)]


def _resting(mark: Mark, entry: Entry, context: Context) -> Iterator[Item]:
    """A slide's first photo; for a page of words, a tick. A section begins with a line above it."""
    theme, low = context.stage.theme, mark.rect
    titled = entry.exhibition.slides[mark.index].title is not None
    if not mark.begins_section:
        height = TITLED_HEIGHT if titled else TICK_HEIGHT
        low = whole(centred(Size(low.width, height * low.height), low))
    tick = Fill(low, theme.quiet, TITLED_RESTING if titled else TICK_RESTING)
    yield from _picture(mark, entry, context, RESTING) or [tick]
    if mark.begins_section:
        yield Fill(replace(mark.rect, height=context.stage.line), theme.accent)


def _picture(mark: Mark, entry: Entry, context: Context, opacity: float) -> list[Item]:
    """The slide's first photo, or its place until it is measured; nothing for a page of words."""
    photo = _photo(mark.index, entry)
    if not photo:
        return []
    facts = context.media.facts.get(photo.file)
    if not facts:
        return [Fill(mark.rect, context.stage.theme.pressed, opacity)]
    image = fill(facts.size, mark.rect, photo.focus)
    return [Picture(facts.preview(photo.file), image, mark.rect, opacity)]


def _line(strip: Filmstrip, position: int | None, stage: Stage) -> Iterator[Item]:
    """Where there is no room for frames: a line, up to the current slide in the accent."""
    track, theme = strip.track, stage.theme
    at = len(strip.shown) - 1 if position is None else position
    reached = _along(at, len(strip.shown), strip.frame_width, track, strip.mirrored)
    line = Rect(track.x, round(track.bottom - stage.line), track.width, stage.line)
    start = track.right if strip.mirrored else track.x
    left, right = sorted((start, reached.x if strip.mirrored else reached.right))
    yield Fill(line, theme.quiet, LINE_RESTING)
    yield Fill(replace(line, x=left, width=right - left), theme.accent)


def _along(position: float, count: int, width: float, track: Rect, mirrored: bool) -> Rect:
    """One of `count` evenly spread places along a track."""
    share = position / max(1, count - 1)
    left = track.x + (1 - share if mirrored else share) * (track.width - width)
    return whole(Rect(left, track.y, width, track.height))


def _begins_section(slides: Sequence[Slide], shown: tuple[int, ...], position: int) -> bool:
    """Whether a section begins with a slide: by its name, or by a title page."""
    if not position:
        return False
    slide, before = slides[shown[position]], slides[shown[position - 1]]
    return slide.section != before.section or slide.kind == "title"


def _gap(stage: Stage) -> int:
    return round(max(2.0, stage.line))


def _mirrored(rect: Rect, track: Rect, stage: Stage) -> Rect:
    return replace(rect, x=track.x + track.right - rect.right) if stage.mirrored else rect


def _distance(x: float, rect: Rect) -> float:
    return max(rect.x - x, x - rect.right, 0.0)


def _photo(index: int, entry: Entry) -> Photo | None:
    return next(iter(entry.exhibition.slides[index].shown_photos), None)
