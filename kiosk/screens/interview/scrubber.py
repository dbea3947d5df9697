"""Draws the track at the side of the interview, by which visitors find and change their place."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct

from kiosk.base.easing import clamp
from kiosk.base.geometry import Point, Rect
from kiosk.layouts.parts.column import Column
from kiosk.style.stage import Stage
from kiosk.types.scene import Colour, Fill, Item

THUMB_MIN = 0.6
"""Least height of the thumb, in fingers."""
TICK = 5
"""Width of a chapter's tick, in lines."""
PADDING = 0.5
"""Space around the name beside a finger, in margins."""


class Scrubber(Struct, frozen=True):
    """A track as long as the page is scrolled: its ends stand for those of the page."""

    track: Rect
    """Where a finger may touch it."""
    thumb: float
    """Height of the part that moves."""
    last: float
    """The furthest that the page is scrolled."""

    def place(self, scroll: float) -> float:
        """Where the middle of the thumb is on the screen."""
        way = self.track.height - self.thumb
        return self.track.y + self.thumb / 2 + way * clamp(scroll / self.last)

    def scroll_at(self, y: float) -> float:
        """How far the page is scrolled if the middle of the thumb is at this height."""
        way = self.track.height - self.thumb
        return self.last * clamp((y - self.track.y - self.thumb / 2) / way)

    def items(
        self, scroll: float, ticks: tuple[float, ...], stage: Stage, *, held: bool
    ) -> Iterator[Item]:
        """The track with its ticks and the thumb, which is wider under a finger."""
        theme, line = stage.theme, stage.line
        yield self._across(self.track.y, self.track.height, max(1, round(line / 2)), theme.quiet)
        for one in ticks:
            yield self._across(round(self.place(one)), line, TICK * line, theme.quiet)
        top = round(self.place(scroll) - self.thumb / 2)
        yield self._across(top, self.thumb, (4 if held else 2) * line, theme.accent)

    def name(self, words: Column, scroll: float, stage: Stage) -> Iterator[Item]:
        """The name of the passage at a finger, on a plate beside it."""
        pad = round(PADDING * stage.margin)
        width, height = words.width + 2 * pad, words.height + 2 * pad
        middle = self.place(scroll)
        lowest = stage.size.height - stage.bar - height
        top = clamp(middle - height / 2, 0, lowest)
        at_start = stage.size.width - self.track.width - width
        plate = stage.mirror(Rect(round(at_start), round(top), math.ceil(width), math.ceil(height)))
        yield Fill(plate, stage.theme.raised)
        yield from words.at(plate.inset(pad), stage)

    def _across(self, top: float, height: float, width: float, colour: Colour) -> Fill:
        left = round(self.track.centre.x - width / 2)
        return Fill(Rect(left, top, width, height), colour)

    def is_at(self, point: Point) -> bool:
        return self.track.contains(point)


def track_width(stage: Stage) -> float:
    return max(stage.finger, stage.margin)


def scrubber(last: float, stage: Stage) -> Scrubber | None:
    """The track within reach, at the side where lines end; None if all of the page is seen."""
    foot = stage.size.height - stage.bar
    top, width = max(stage.reach.y, stage.margin), track_width(stage)
    track = stage.mirror(Rect(stage.size.width - width, top, width, foot - stage.margin / 2 - top))
    share = foot / (foot + last)
    thumb = max(THUMB_MIN * stage.finger, share * track.height)
    return Scrubber(track, round(thumb), last) if last else None
