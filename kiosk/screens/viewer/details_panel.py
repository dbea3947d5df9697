"""Lays out the words of a detail beside the picture, with buttons for next, back and close."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from kiosk.base.geometry import Rect
from kiosk.exhibition.exhibition import Detail, Work
from kiosk.language.translations import CLOSE, HOME, NEXT, POSITION, PREVIOUS
from kiosk.layouts.parts.blocks import body, heading, work
from kiosk.layouts.parts.column import Block, column
from kiosk.screens.actions import Action, GoHome, HitArea, LeaveZoom, Step
from kiosk.screens.controls import Control, drawn, forth_and_back, icon_sign, row
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill, Item

WIDTH = 0.34
"""Share of the screen's width that the words take, where lines of text end."""
HEIGHT_MAX = 0.45
"""Largest share of the height of an upright screen that the words take, at the bottom. They take
less if the longest text needs less."""


def panel(
    places: tuple[Detail, ...],
    index: int,
    pressed: Action | None,
    stage: Stage,
    of: Work | None = None,
) -> tuple[Item, ...]:
    """Draws the panel on its own background, since it lies over the picture."""
    ground = _ground(places, stage, of)
    items: list[Item] = [Fill(ground, stage.theme.ground)]
    items += drawn(_controls(ground, index, len(places), stage), pressed, stage)
    room = _room(ground, stage)
    words = column(_words(places, index, stage, of), room.width, room.height, stage)
    return (*items, *words.at(room, stage, "top" if stage.size.upright else "middle"))


def beside_panel(places: tuple[Detail, ...], stage: Stage, of: Work | None = None) -> Rect:
    """The part of the screen that the words leave to the picture."""
    ground, screen = _ground(places, stage, of), stage.rect
    if stage.size.upright:
        return Rect(0, 0, screen.width, ground.y)
    return stage.mirror(Rect(0, 0, screen.width - ground.width, screen.height))


def buttons(
    places: tuple[Detail, ...], index: int, stage: Stage, of: Work | None = None
) -> list[HitArea]:
    controls = _controls(_ground(places, stage, of), index, len(places), stage)
    return [control.button for control in controls]


@lru_cache(maxsize=64)
def _ground(places: tuple[Detail, ...], stage: Stage, of: Work | None) -> Rect:
    """The panel's area: the same for all details, so that the picture keeps its room."""
    screen = stage.size
    if not stage.size.upright:
        left = round(screen.width * (1 - WIDTH))
        return stage.mirror(Rect(left, 0, screen.width - left, screen.height))
    most = Rect(0, 0, screen.width, round(HEIGHT_MAX * screen.height))
    room = _room(Rect(0, screen.height - most.height, most.width, most.height), stage)
    columns = [
        column(_words(places, index, stage, of), room.width, room.height, stage)
        for index in range(len(places))
    ]
    height = round(most.height - room.height + max(one.height for one in columns))
    return Rect(0, screen.height - height, screen.width, height)


def _room(ground: Rect, stage: Stage) -> Rect:
    """The area for the words, above the controls."""
    inner = ground.inset(stage.margin)
    foot = stage.size.height - stage.bar - 0.3 * stage.margin
    return Rect(inner.x, inner.y, inner.width, foot - inner.y)


def _words(places: tuple[Detail, ...], index: int, stage: Stage, of: Work | None) -> list[Block]:
    """The words about a detail, and below them the label of the work."""
    place, language = places[index], POSITION.language_for(stage.language)
    quiet = stage.style("caption", colour=stage.theme.quiet, language=language)
    text = POSITION.in_language(stage.language).format(number=index + 1, count=len(places))
    title = [replace(heading(place.title, stage, "lead"), gap=0.5)] if place.title else []
    label = work(of, stage)
    label[:1] = [replace(first, gap=1.2) for first in label[:1]]
    return [Block(text, quiet), *title, replace(body(place.text, stage), gap=0.6), *label]


def _controls(ground: Rect, index: int, count: int, stage: Stage) -> tuple[Control, ...]:
    """The ways out where lines of text begin; back and on where they end."""
    onward, back = forth_and_back(stage)
    outward = (
        icon_sign(CLOSE, "close", LeaveZoom(), stage),
        icon_sign(HOME, back, GoHome(), stage),
    )
    steps = (
        icon_sign(PREVIOUS, back, Step(-1), stage, is_offered=index > 0),
        icon_sign(NEXT, onward, Step(1), stage, is_offered=index + 1 < count),
    )
    room = stage.mirror(ground.inset(0.5 * stage.margin, 0))
    top = stage.size.height - stage.bar
    return row(outward, steps, stage, room=replace(room, y=top, height=stage.bar)).controls
