"""Draws dots on a photo, at the places of its details."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from kiosk.base.easing import clamp
from kiosk.base.geometry import Point, Rect, Size, centred, whole
from kiosk.screens.actions import HitArea, OpenDetails, touched
from kiosk.screens.context import Context
from kiosk.screens.strip import SlideStrip
from kiosk.style.stage import Stage
from kiosk.types.scene import Icon, Item, Layer, Lettering, Picture

HALO = 1.2
"""Width of a dot with the dark halo around its ring, in fingers; the ring is as wide as one."""
CORE = 0.3
"""Width of the disc in the middle of a dot, as a share of the ring's."""
DISC = 0.55
"""Opacity of the dark disc of a dot, through which the photo is seen."""
RESTING = 0.8
"""Opacity of dots while the controls are hidden."""
LEAVES = 0.15
"""Share of the screen's width over which dots fade as their slide moves aside."""
STEP, STEPS_MAX = 0.25, 8
"""How far dots give way to each other: steps, in dots' areas to touch, and their number."""
WAYS = 16


def dots(strip: SlideStrip, opacity: float, context: Context, now_s: float) -> tuple[Layer, ...]:
    """Draws the dots, which move with their slide; they are dimmed while the controls are hidden.

    They come with the words of the slide.
    """
    offset = strip.pan.at(now_s)
    shown = 1.0 if context.stage.comfort.contrast else max(RESTING, opacity)
    shown *= clamp(1 - abs(offset) / (LEAVES * context.stage.size.width))
    if strip.slide_view.turned_s is None:  # Turned pages leave the photo as it is.
        shown *= strip.slide_view.words_opacity(context, now_s)
    if shown <= 0:
        return ()
    areas = _areas(strip, context, now_s)
    items = tuple(item for area in areas for item in _dot(area.rect.centre, context.stage))
    return (Layer(items, opacity=shown, offset=Point(round(offset), 0)),) if items else ()


def touched_dot(strip: SlideStrip, at: Point, context: Context, now_s: float) -> OpenDetails | None:
    """The action of the dot at a point; None while the slide moves."""
    if strip.pan.at(now_s):
        return None
    action = touched(tuple(_areas(strip, context, now_s)), at)
    return action if isinstance(action, OpenDetails) else None


def first_details(strip: SlideStrip, context: Context, now_s: float) -> OpenDetails | None:
    """The details that a key opens: the first one of the first photo that has some."""
    areas = (area.action for area in _areas(strip, context, now_s))
    return next((one for one in areas if isinstance(one, OpenDetails)), None)


def _areas(strip: SlideStrip, context: Context, now_s: float) -> Iterator[HitArea]:
    """Where to touch for each detail of a slide in its place; none during a transition.

    A detail without a place of its own is found by going on from the one before.
    """
    arrangement = strip.slide_view.arrangement(context)
    if (strip.turn and not strip.turn.is_over(now_s)) or not arrangement:
        return
    stage, items = context.stage, strip.slide_view.layer(context, now_s).items
    letters = [one.rect for one in items if isinstance(one, Lettering)]
    side = HALO * stage.finger
    pictures = [one for one in items if isinstance(one, Picture)]
    for placed, picture in zip(arrangement.photos, pictures, strict=True):
        wanted = [_centre(one.at, picture.image) for one in placed.photo.details]
        for index, at in enumerate(apart(wanted, _room(picture, stage), side, letters)):
            if at:
                area = centred(Size(side, side), Rect(at.x, at.y, 0, 0))
                yield HitArea(area, OpenDetails(placed.photo.file, index))


def apart(
    wanted: Sequence[Point], room: Rect, side: float, taken: Sequence[Rect] = ()
) -> list[Point | None]:
    """The nearest places at which squares do not overlap each other, or what is taken.

    None for a square for which there is no such place near by.
    """
    squares, places = list(taken), list[Point | None]()
    for at in wanted:
        around = (centred(Size(side, side), Rect(*one, 0, 0)) for one in _around(at, room, side))
        free = (one for one in around if not any(one.overlaps(other) for other in squares))
        square = next(free, None)
        squares += [square] if square else []
        places.append(square.centre if square else None)
    return places


def _around(at: Point, room: Rect, side: float) -> Iterator[tuple[float, float]]:
    """Places in a room for the middle of a square, the nearest first."""
    inner = room.inset(min(side, room.width) / 2, min(side, room.height) / 2)
    for step in range(STEPS_MAX + 1):
        for way in range(WAYS if step else 1):
            angle, far = math.tau * way / WAYS, step * STEP * side
            x, y = at.x + far * math.cos(angle), at.y + far * math.sin(angle)
            yield clamp(x, inner.x, inner.right), clamp(y, inner.y, inner.bottom)


def _room(picture: Picture, stage: Stage) -> Rect:
    """The visible part of a photo, above the controls."""
    seen = picture.window.intersection(picture.image).intersection(stage.rect)
    return Rect(seen.x, seen.y, seen.width, min(seen.bottom, stage.safe.bottom) - seen.y)


def _centre(at: tuple[float, float, float, float], image: Rect) -> Point:
    x, y, width, height = at
    return Point(image.x + (x + width / 2) * image.width, image.y + (y + height / 2) * image.height)


def _dot(at: Point, stage: Stage) -> tuple[Item, ...]:
    """A light ring and its middle on a dark disc: seen on any photo, in each theme.

    The disc is as large as the area to touch, so dots whose areas are apart are so, too.
    """
    side, point = round(stage.finger), Rect(at.x, at.y, 0, 0)
    halo = whole(centred(Size(HALO * side, HALO * side), point))
    ring = whole(centred(Size(side, side), point))
    core = whole(ring.inset((1 - CORE) / 2 * side))
    theme = stage.theme.bar_over_photos
    ground, ink = theme.ground, theme.ink
    return Icon("disc", halo, ground, DISC), Icon("ring", ring, ink), Icon("disc", core, ink)
