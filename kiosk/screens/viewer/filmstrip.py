"""Shows the slides of an exhibition as frames in the control bar, to be scrubbed with a finger."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from kiosk.base.geometry import Rect, Size, centred, fill, whole
from kiosk.exhibition.collection import Entry
from kiosk.exhibition.exhibition import Photo
from kiosk.screens.context import Context
from kiosk.style.stage import Stage
from kiosk.types.photo import InfoRequest
from kiosk.types.scene import Fill, Icon, Item, Picture

HEIGHT = 0.62
"""Height of a frame, as a share of the bar's height."""
SHAPE = 4 / 3
"""Width of a frame by its height; its photo is cut around its focus."""
FRAMES_LEAST = 4
"""A bar with room for fewer frames has none."""
RESTING = 0.55
"""Opacity of the frames beside the current one."""


class Filmstrip(Struct, frozen=True):
    """`shown` holds the indexes of all slides; if there are too many, some get a frame."""

    shown: tuple[int, ...]
    frame: Size
    track: Rect
    frames: int
    mirrored: bool

    def frame_at(self, position: float) -> Rect:
        """The frame of a slide by its position among those shown, as far as all are in a row."""
        share = position / max(1, len(self.shown) - 1)
        if self.mirrored:
            share = 1 - share
        left = self.track.x + share * (self.track.width - self.frame.width)
        return whole(Rect(left, self.track.y, self.frame.width, self.frame.height))

    def slide_at(self, x: float) -> int:
        """Index of the slide at a place along the strip; beyond its ends, of the last one."""
        way = self.track.width - self.frame.width
        share = (x - self.track.x - self.frame.width / 2) / way if way else 0.0
        share = min(1.0, max(0.0, 1 - share if self.mirrored else share))
        return self.shown[round(share * (len(self.shown) - 1))]

    def area(self, stage: Stage) -> Rect:
        """Where a finger takes hold of the strip: never lower than a finger."""
        height = max(stage.finger, self.track.height)
        return Rect(self.track.x, self.track.centre.y - height / 2, self.track.width, height)

    def number_of(self, slide: int) -> int:
        """The frame of a slide, or the one nearest to it."""
        position = bisect_left(self.shown, slide)
        return round(position * (self.frames - 1) / max(1, len(self.shown) - 1))

    def framed(self) -> Iterator[tuple[int, Rect]]:
        """The slides that have frames, evenly spread, each with its frame."""
        for number in range(self.frames):
            position = number * (len(self.shown) - 1) / max(1, self.frames - 1)
            yield self.shown[round(position)], self.frame_at(position)


def filmstrip(shown: tuple[int, ...], room: Rect, stage: Stage) -> Filmstrip | None:
    """The strip in a room of the bar; None if that is too narrow, or for one slide."""
    height = round(HEIGHT * stage.bar)
    frame, gap = Size(round(SHAPE * height), height), max(2.0, stage.line)
    room = room.inset(0.3 * stage.margin, 0)
    frames = min(len(shown), int((room.width + gap) // (frame.width + gap)))
    if frames < min(FRAMES_LEAST, len(shown)) or frames < 2:
        return None
    width = frames * (frame.width + gap) - gap if frames == len(shown) else room.width
    track = centred(Size(width, height), room)
    return Filmstrip(shown, frame, track, frames, stage.mirrored)


def frames(strip: Filmstrip, index: int | None, entry: Entry, context: Context) -> list[Item]:
    """Draws the frames; that of the current slide, or the nearest one, shows it with an edge.

    `index` is None on the page after the last slide.
    """
    stage, items = context.stage, list[Item]()
    current = None if index is None else strip.number_of(index)
    for number, (slide, place) in enumerate(strip.framed()):
        if number != current or index is None:
            items += _frame(slide, place, entry, context, RESTING)
            continue
        line = stage.line
        edge, rim = place.inset(-line), place.inset(-2 * line)
        items += [Fill(piece, stage.theme.ground) for piece in rim.without(edge)]
        items += [Fill(piece, stage.theme.accent) for piece in edge.without(place)]
        items += _frame(index, place, entry, context)
    return items


def previews_of(strip: Filmstrip, entry: Entry) -> tuple[InfoRequest, ...]:
    """What must be loaded to draw the frames."""
    photos = (_photo(number, entry) for number, _ in strip.framed())
    return tuple(InfoRequest(photo.file) for photo in photos if photo)


def _frame(
    index: int, place: Rect, entry: Entry, context: Context, opacity: float = 1.0
) -> Iterator[Item]:
    """A slide's first photo; a page of words has a sign."""
    photo, theme = _photo(index, entry), context.stage.theme
    facts = photo and context.media.facts.get(photo.file)
    if photo and facts:
        image = fill(facts.size, place, photo.focus)
        yield Picture(facts.preview(photo.file), image, place, opacity)
        return
    yield Fill(place, theme.pressed, opacity)
    if not photo:
        side = 0.6 * place.height
        yield Icon("page", centred(Size(side, side), place), theme.quiet, opacity)


def _photo(index: int, entry: Entry) -> Photo | None:
    return next(iter(entry.exhibition.slides[index].shown_photos), None)
