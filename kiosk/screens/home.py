"""Shows a door to each exhibition, and one to each interview."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import sine
from kiosk.exhibition.collection import Collection
from kiosk.exhibition.exhibition import Photo
from kiosk.gestures import Dragged, Gesture, Pressed, Released, Tapped
from kiosk.layouts.parts.page_sign import PageSign, page_sign
from kiosk.screens.actions import Action, HitArea, PointAt, Rest, TurnPage, touched
from kiosk.screens.context import Context, cover_photo
from kiosk.screens.controls import Control, comfort_signs, drawn, foot
from kiosk.screens.foyer.covers import page_of_words, placed, requests, speaker_photo
from kiosk.screens.foyer.doors import AROUND, Door, chooser, door_pages, doors, home_heading
from kiosk.screens.overlays.focus_ring import in_row, onward
from kiosk.screens.screen import Input
from kiosk.screens.slide_view import FRAME_S, PAGE_FADE_S
from kiosk.style.stage import Stage
from kiosk.types.events import KeyPressed, Tick, Wheel
from kiosk.types.photo import Request
from kiosk.types.scene import Fill, Item, Layer, Picture

SWIPE_MM = 20.0
"""From this length on, a slow swipe turns the page of doors."""


class Home(Struct, frozen=True, tag=True):
    """If there are too many doors for one screen, they have pages, as long texts have."""

    idle_factor: ClassVar[float] = 1.0
    is_in_use: ClassVar[bool] = False

    pressed: Action | None = None
    page: int = 0
    turned_s: float | None = None
    """When the page was turned to; None on the first one that was shown."""
    dragged: float = 0.0
    """How far a finger has moved along its axis: to the left or up, if it is positive."""

    def on(self, event: Input, context: Context, now_s: float) -> tuple[Home, Action | None]:
        still = replace(self, pressed=None, dragged=0.0)
        match event:
            case Pressed(at):
                return replace(still, pressed=touched(self.buttons(context), at)), None
            case Tapped() if isinstance(self.pressed, TurnPage):
                return still._turned(self.pressed.by, context, now_s), None
            case Tapped() if self.pressed:
                return still, self.pressed
            case Dragged(by, axis):
                way = -by.y if axis == "y" else -by.x if not context.stage.mirrored else by.x
                return replace(still, dragged=way), None
            case Released():
                return still._swiped(self.dragged, event, context, now_s), None
            case Wheel(by):
                return still._turned(1 if by < 0 else -1, context, now_s), None
            case _ if isinstance(event, Gesture):
                return still, None  # Anything but a tap is not meant for a door.
            case KeyPressed(key):
                return self._key(key, context, now_s)
            case Tick() if not context.entries:
                return Home(), Rest()
        return self, None

    def view(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        stage = context.stage
        shown: list[Item] = []
        for door in doors(context, self._page(context)):
            shown += _door(door, context, chosen=door.action == self.pressed)
        if sign := self._sign(context):
            shown += sign.items
        controls = (*chooser(context), *_foot(context))
        fixed = (*home_heading(context), *drawn(controls, self.pressed, stage))
        opacity = 1.0
        if self.turned_s is not None and not context.quality.cuts:
            opacity = sine((now_s - self.turned_s) / PAGE_FADE_S)
        return (Layer(fixed, stage.theme.ground), Layer(tuple(shown), opacity=opacity))

    def stage(self, context: Context) -> Stage:
        return context.stage

    def buttons(self, context: Context) -> tuple[HitArea, ...]:
        around = AROUND * context.stage.margin
        shown = doors(context, self._page(context))
        names, row = chooser(context), _foot(context)
        turns = tuple(self._page_buttons(context))
        # A photo may be higher than people reach; they tap its words.
        reach = context.stage.reach
        foot = min(one.rect.y for one in (*turns, *(control.button for control in row)))
        free = replace(reach, height=foot - reach.y)
        ways = (HitArea(door.rect.inset(-around).intersection(free), door.action) for door in shown)
        return (
            *(control.button for control in names),
            *ways,
            *turns,
            *(control.button for control in row),
        )

    def due_s(self, context: Context, now_s: float) -> float:
        is_coming = self.turned_s is not None and now_s < self.turned_s + PAGE_FADE_S
        return now_s + FRAME_S if is_coming else math.inf

    def with_collection(self, former: Collection, collection: Collection, now_s: float) -> Home:
        return Home()

    def restaged(self, before: Context, after: Context, now_s: float) -> Home:
        """On the page of the door that was first."""
        shown = doors(before, self._page(before))
        return replace(self, page=_page_of(shown[0].action, after)) if shown else self

    def is_complete(self, context: Context) -> bool:
        shown = doors(context, self._page(context))
        wanted = (one for door in shown for one in _cover_requests(door, context))
        return all(map(context.media.has, wanted))

    def wanted(self, context: Context) -> tuple[Request, ...]:
        """The covers of all doors, those of this page first."""
        pages = door_pages(context)
        page = self._page(context)
        shown = (door for one in (*pages[page:], *pages[:page]) for door in one)
        return tuple(one for door in shown for one in _cover_requests(door, context))

    def _page(self, context: Context) -> int:
        return max(0, min(self.page, len(door_pages(context)) - 1))

    def _turned(self, by: int, context: Context, now_s: float) -> Home:
        here = self._page(context)
        page = max(0, min(here + by, len(door_pages(context)) - 1))
        return self if page == here else replace(self, page=page, turned_s=now_s)

    def _swiped(self, way: float, event: Released, context: Context, now_s: float) -> Home:
        """After a fling, or a slow swipe that was long enough."""
        fast = -event.velocity.y if event.axis == "y" else -event.velocity.x
        if event.axis == "x" and context.stage.mirrored:
            fast = -fast
        if abs(fast) > context.thresholds.fling:
            way = fast
        elif abs(way) < SWIPE_MM * context.stage.px_per_mm:
            return self
        return self._turned(1 if way > 0 else -1, context, now_s)

    def _sign(self, context: Context) -> PageSign | None:
        count = len(door_pages(context))
        return page_sign(self._page(context), count, context.stage) if count > 1 else None

    def _page_buttons(self, context: Context) -> Iterator[HitArea]:
        sign = self._sign(context)
        for place, way in ((sign.back, -1), (sign.onward, 1)) if sign else ():
            if place:
                yield HitArea(place, TurnPage(way))

    def _key(self, key: str, context: Context, now_s: float) -> tuple[Home, Action | None]:
        """Arrow keys move the focus ring from door to door; the show handles Enter."""
        pages, way = door_pages(context), onward(key, context.stage)
        ways = [door.action for page in pages for door in page]
        if not ways or not way:
            return self, None
        if context.focus not in ways:
            return self._pointed(pages[self._page(context)][0].action, context, now_s)
        if key in ("down", "up"):
            return self._pointed(in_row(context.focus, _rows(pages), way), context, now_s)
        at = ways.index(context.focus) + way
        return self._pointed(ways[min(max(0, at), len(ways) - 1)], context, now_s)

    def _pointed(self, action: Action, context: Context, now_s: float) -> tuple[Home, Action]:
        by = _page_of(action, context) - self._page(context)
        return self._turned(by, context, now_s), PointAt(action)


def _page_of(action: Action, context: Context) -> int:
    """The page that has the door with this action."""
    pages = enumerate(door_pages(context))
    return next((page for page, shown in pages if any(o.action == action for o in shown)), 0)


def _rows(pages: Sequence[Sequence[Door]]) -> list[list[HitArea]]:
    """The doors row by row, those of all pages one after another."""
    by_row = (row for page in pages for _, row in groupby(page, key=lambda door: door.rect.y))
    return [[HitArea(door.rect, door.action) for door in row] for row in by_row]


def _photo(door: Door, context: Context) -> Photo | None:
    if door.is_interview:
        return speaker_photo(door.entry, context)
    return cover_photo(door.entry, context.off_schedule)


def _door(door: Door, context: Context, *, chosen: bool) -> list[Item]:
    stage, cover, photo = context.stage, door.place.cover, _photo(door, context)
    items: list[Item] = [Fill(cover, stage.theme.raised)]
    if at := placed(photo, cover, context):
        items.append(Picture(context.drawable(at), at.image, at.window))
    elif door.is_interview and photo is None:
        items = [*page_of_words(door.entry, cover, context)]
    if chosen:
        accent = stage.theme.ink if door.is_interview else context.stage_of(door.entry).theme.accent
        items = [Fill(cover.inset(-2 * stage.line), accent), *items]
    return [*items, *door.words.at(door.place.words_at, stage)]


def _cover_requests(door: Door, context: Context) -> tuple[Request, ...]:
    return requests(_photo(door, context), door.place.cover, context)


def _foot(context: Context) -> tuple[Control, ...]:
    """The comfort settings, which list the languages too; with low reach, also the languages."""
    stage, tags = context.stage, context.collection.kiosk.languages
    return foot((), comfort_signs(tags if stage.comfort.low_reach else (), stage), stage)
