"""Shows all slides of an exhibition; a touch opens one."""

from __future__ import annotations

import math
from itertools import groupby
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect
from kiosk.exhibition.collection import Collection, Entry
from kiosk.gestures import (
    Dragged,
    Gesture,
    LongPressed,
    Pinched,
    Pressed,
    Released,
    Tapped,
)
from kiosk.language.translations import BACK, HOME
from kiosk.screens.actions import Action, BackToSlide, GoHome, HitArea, PointAt, touched
from kiosk.screens.context import Context, previews
from kiosk.screens.controls import Control, comfort_signs, drawn, foot, forth_and_back, icon_sign
from kiosk.screens.home import Home
from kiosk.screens.overlays.focus_ring import in_row
from kiosk.screens.overview.cards import words
from kiosk.screens.overview.wall import Cell, Wall, hung, wall
from kiosk.screens.screen import Input
from kiosk.screens.scroll import Scroll
from kiosk.screens.slide_view import FRAME_S
from kiosk.style.stage import Stage
from kiosk.types.events import KeyPressed, Tick, Wheel
from kiosk.types.photo import Request
from kiosk.types.scene import Fill, Item, Layer, Picture, Scrim

OPENS, LEAVES = 1.2, 0.8
"""A pinch opens the slide between the fingers from the first scale on; from the other, it leaves
for the start page.
"""
PAGE_ROWS = 3
"""How many rows Page Down goes on."""
EDGE = 2.0
"""Thickness of the edge around the current slide, in lines."""


class Overview(Struct, frozen=True, tag=True):
    idle_factor: ClassVar[float] = 1.0
    is_in_use: ClassVar[bool] = False

    entry: str
    index: int
    """The slide from which it was opened."""
    scroll: Scroll = Scroll()
    pressed: Action | None = None

    def on(self, event: Input, context: Context, now_s: float) -> tuple[Overview, Action | None]:
        furthest = self._furthest(context)
        match event:
            case Pressed(at):
                held = self.scroll.caught(now_s, furthest)
                pressed = touched(self._buttons(context, held.at(now_s, furthest)), at)
                return replace(self, scroll=held, pressed=pressed), None
            case Dragged(by, "y"):
                return replace(self, scroll=self.scroll.drawn(by.y), pressed=None), None
            case Released(velocity, "y"):
                velocity_y = 0.0 if context.stage.comfort.still else -velocity.y
                return self._let_go(context, now_s, velocity_y), None
            case Tapped() if self.pressed:
                let_go = self._let_go(context, now_s)
                if isinstance(self.pressed, BackToSlide):
                    let_go = replace(let_go, index=self.pressed.index)
                return let_go, self.pressed
            case Pinched(at, scale=scale):
                return replace(self, pressed=None), self._pinched(at, scale, context)
            case LongPressed():
                return replace(self, pressed=None), None
            case _ if isinstance(event, Gesture):
                return self._let_go(context, now_s), None
            case Wheel(by):
                offset = self.scroll.at(now_s, furthest) - by
                return replace(self, scroll=Scroll(min(max(0.0, offset), furthest))), None
            case KeyPressed(key):
                return self._key(key, context, now_s)
            case Tick() if context.entries and not context.is_shown(self.entry):
                return self, GoHome()
        return self, None

    def view(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        entry = context.entry(self.entry)
        context = context.within(entry)
        stage, hanging = context.stage, self._wall(context)
        scroll = round(self.scroll.at(now_s, self._furthest(context)))
        items: list[Item] = [
            replace(one, at=one.at - Point(0, scroll))
            for one in hanging.letters
            if scroll < one.rect.bottom and one.rect.y < scroll + stage.size.height
        ]
        cells = hanging.between(scroll, scroll + stage.size.height)
        # A photo that is on several slides flies to and from the current one.
        for cell in sorted(cells, key=lambda cell: cell.index != self.index):
            items += self._cell(cell, scroll, entry, context)
        return (Layer(tuple(items), stage.theme.ground), Layer(tuple(self._bar(stage, context))))

    def stage(self, context: Context) -> Stage:
        return context.stage_of(context.entry(self.entry))

    def buttons(self, context: Context) -> tuple[HitArea, ...]:
        return self._buttons(context, self._rest(context))

    def due_s(self, context: Context, now_s: float) -> float:
        furthest = self._furthest(context)
        now, later = (self.scroll.at(at_s, furthest) for at_s in (now_s, now_s + FRAME_S))
        return now_s + FRAME_S if now != later else math.inf

    def with_collection(
        self, former: Collection, collection: Collection, now_s: float
    ) -> Overview | Home:
        entry = collection.entry(self.entry)
        if entry is None:
            return Home()
        return replace(self, index=min(self.index, len(entry.exhibition.slides) - 1))

    def restaged(self, before: Context, after: Context, now_s: float) -> Overview:
        """Keeps the slide that is in the middle there."""
        middle = self.scroll.at(now_s, self._furthest(before)) + before.stage.rect.centre.y
        cells = self._wall(before).cells
        nearest = min(cells, key=lambda cell: abs(cell.rect.centre.y - middle))
        return replace(overview(self.entry, nearest.index, after), index=self.index)

    def is_complete(self, context: Context) -> bool:
        return all(map(context.media.has, self.wanted(context)))

    def wanted(self, context: Context) -> tuple[Request, ...]:
        """The photos where the wall comes to rest; around that, their previews."""
        entry = context.entry(self.entry)
        context = context.within(entry)
        scroll, height = self._rest(context), context.stage.size.height
        hanging, slides = self._wall(context), entry.exhibition.slides
        seen = hanging.between(scroll, scroll + height)
        around = hanging.between(scroll - height, scroll + 2 * height)
        return (
            *(request for cell in seen for request in previews(slides[cell.index])),
            *(
                placed.derivative
                for cell in seen
                for placed in hung(slides[cell.index], cell.rect, context)
            ),
            *(request for cell in around for request in previews(slides[cell.index])),
        )

    def _let_go(self, context: Context, now_s: float, velocity: float = 0.0) -> Overview:
        scroll = self.scroll.let_go(now_s, self._furthest(context), velocity)
        return replace(self, scroll=scroll, pressed=None)

    def _rest(self, context: Context) -> float:
        """How far the wall is scrolled once it has come to rest."""
        return self.scroll.at(math.inf, self._furthest(context))

    def _pinched(self, at: Point, scale: float, context: Context) -> Action | None:
        if scale < LEAVES:
            return GoHome()
        if scale < OPENS:
            return None
        cells = self._buttons(context, self._rest(context))
        action = touched(cells, at)
        return action if isinstance(action, BackToSlide) else None

    def _key(self, key: str, context: Context, now_s: float) -> tuple[Overview, Action | None]:
        """Arrow keys move the focus ring from slide to slide; the show handles Enter."""
        onward = "left" if context.stage.mirrored else "right"
        down = {"down": 1, "up": -1, "pagedown": PAGE_ROWS, "pageup": -PAGE_ROWS}
        if key in ("escape", "home"):
            return self, GoHome()
        if key not in (*down, "left", "right"):
            return self, None
        by_row = groupby(self._wall(context).cells, key=lambda cell: cell.rect.y)
        rows = [[HitArea(one.rect, self._opens(one.index)) for one in row] for _, row in by_row]
        ways = [one.action for row in rows for one in row]
        there: Action
        match context.focus:
            case BackToSlide() as focus if focus in ways and key in down:
                there = in_row(focus, rows, down[key])
            case BackToSlide() as focus if focus in ways:
                at = ways.index(focus) + (1 if key == onward else -1)
                there = ways[min(max(0, at), len(ways) - 1)]
            case _:
                there = self._opens(self._wall(context).cell(self.index).index)
        assert isinstance(there, BackToSlide), "cells lead to slides"
        moved = overview(self.entry, there.index, context, self.scroll.at(now_s, math.inf))
        return replace(moved, index=self.index), PointAt(there)

    def _opens(self, index: int) -> BackToSlide:
        return BackToSlide(self.entry, index)

    def _cell(self, cell: Cell, scroll: float, entry: Entry, context: Context) -> list[Item]:
        stage, place = context.stage, cell.rect.moved(Point(0, -scroll))
        slide = entry.exhibition.slides[cell.index]
        items: list[Item] = []
        photos = hung(slide, place, context)
        if cell.index == self.index or self.pressed == BackToSlide(self.entry, cell.index):
            around = photos[0].window if len(photos) == 1 else place
            edge = around.inset(-EDGE * stage.line).without(around)
            items += [Fill(piece, stage.theme.accent) for piece in edge]
        if not photos:
            items.append(Fill(place, stage.theme.raised))
        if not slide.shown_photos:
            items += words(slide, place, stage)
        items += [Picture(context.drawable(one), one.image, one.window) for one in photos]
        return items

    def _buttons(self, context: Context, scroll: float) -> tuple[HitArea, ...]:
        """The slides that are seen at least by a finger's width, and the controls."""
        context = context.within(context.entry(self.entry))
        stage = context.stage
        page = Rect(0, 0, stage.size.width, stage.size.height - stage.bar)
        cells = self._wall(context).between(scroll, scroll + page.height)
        places = ((one, one.rect.moved(Point(0, -scroll)).intersection(page)) for one in cells)
        areas = (
            HitArea(place, BackToSlide(self.entry, one.index))
            for one, place in places
            if place.height >= stage.finger
        )
        return (*areas, *(control.button for control in self._foot(stage, context)))

    def _foot(self, stage: Stage, context: Context) -> tuple[Control, ...]:
        _, back = forth_and_back(stage)
        languages = context.collection.kiosk.languages
        home = icon_sign(HOME if context.has_home else BACK, back, GoHome(), stage)
        return foot((home,), comfort_signs(languages, stage), stage)

    def _bar(self, stage: Stage, context: Context) -> list[Item]:
        """The bar at the bottom, into which the wall fades."""
        bar = Rect(0, stage.size.height - stage.bar, stage.size.width, stage.bar)
        items: list[Item] = [Fill(bar, stage.theme.ground)]
        if not stage.comfort.contrast:
            fade = Rect(0, bar.y - stage.margin, bar.width, stage.margin)
            items.append(Scrim(fade, stage.theme.ground, 1.0, solid_from=1.0))
        return [*items, *drawn(self._foot(stage, context), self.pressed, stage)]

    def _wall(self, context: Context) -> Wall:
        entry = context.entry(self.entry)
        return wall(entry, context.shown(self.entry), context.stage_of(entry))

    def _furthest(self, context: Context) -> float:
        stage = context.stage
        return max(0.0, self._wall(context).height + stage.bar - stage.size.height)


def cell_requests(name: str, index: int, context: Context) -> tuple[Request, ...]:
    """What must be loaded to draw a slide's cell."""
    entry = context.entry(name)
    context = context.within(entry)
    hanging = wall(entry, context.shown(name), context.stage)
    slide, cell = entry.exhibition.slides[index], hanging.cell(index)
    return tuple(placed.derivative for placed in hung(slide, cell.rect, context))


def overview(name: str, index: int, context: Context, scroll: float | None = None) -> Overview:
    """The wall with a slide in sight: in the middle, or no further from `scroll` than needed."""
    opened = Overview(name, index)
    hanging, stage = opened._wall(context), context.stage
    cell, page = hanging.cell(index).rect, stage.size.height - stage.bar
    if scroll is None:
        offset = cell.centre.y - page / 2
    else:
        apart = stage.margin
        offset = min(max(scroll, cell.bottom + apart - page), cell.y - apart)
    offset = min(max(0.0, offset), opened._furthest(context))
    return replace(opened, scroll=Scroll(offset))
