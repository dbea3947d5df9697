"""Hands a drag on from a zoomed photo to the row of slides, where the photo ends."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.base.easing import clamp
from kiosk.base.geometry import Point
from kiosk.gestures import Dragged, Released
from kiosk.screens.context import Context
from kiosk.screens.strip import SlideStrip, reading
from kiosk.screens.zoom.zoom import Zoom
from kiosk.transitions.push import pitch
from kiosk.types.scene import Layer

TURN_MM, TURN_SHARE = 150.0, 1 / 3
"""How far slides must be dragged from a zoomed photo to turn, on the screen and as a share of its
width, whichever is less: a flick within the picture ends at an edge that nobody has seen coming.
"""
PLACES_MAX = 3
"""Limits how many slides away a zoomed photo is still drawn, while it moves out of sight."""


def dragged(
    zoom: Zoom, strip: SlideStrip, by: Point, context: Context, now_s: float
) -> tuple[Zoom, SlideStrip]:
    """Moves the photo as far as it goes, and then the slides."""
    grip = zoom.grip
    if grip is None:
        return zoom, strip
    (low, high), _ = grip.bounds(zoom.size, context.stage.size)
    x = grip.x + strip.pan.grip + by.x
    photo = clamp(x, min(low, grip.x), max(high, grip.x))
    moved = zoom.on(Dragged(Point(photo - grip.x, by.y), "x"), context, now_s)
    return moved, strip.drawn(x - photo - strip.pan.grip, context)


def released(
    zoom: Zoom, strip: SlideStrip, velocity: Point, context: Context, now_s: float
) -> tuple[Zoom, SlideStrip]:
    """Throws the photo; or the slides, if they were dragged a long way.

    A fling that mainly moved the photo, up to its edge, does not turn to another slide.
    """
    stage = context.stage
    offset, photo = strip.pan.at(now_s), zoom.x.to - zoom.grip.x if zoom.grip else 0.0
    thrown = replace(velocity, x=0.0) if offset else velocity
    zoom = zoom.on(Released(thrown, "x"), context, now_s)
    if abs(offset) < min(TURN_MM * stage.px_per_mm, TURN_SHARE * stage.size.width):
        return zoom, strip.let_go(now_s)
    is_for_slides = abs(offset) > abs(photo)
    return zoom, strip.released(velocity.x if is_for_slides else 0.0, context, now_s)


def with_its_slide(
    layers: tuple[Layer, ...], zoom: Zoom, strip: SlideStrip, context: Context, now_s: float
) -> tuple[Layer, ...]:
    """Layers of a zoomed photo where its slide is now; none if that is far away."""
    by = zoom.slide - strip.slide_view.index
    way = (by > 0) - (by < 0)
    ahead = strip.ahead(way, PLACES_MAX, context) if way else []
    if way and zoom.slide not in ahead:
        return ()
    place = way * (ahead.index(zoom.slide) + 1) * reading(context) if way else 0
    at = Point(round(strip.pan.at(now_s)) + place * pitch(context.stage.size.width))
    return tuple(replace(layer, offset=layer.offset + at) for layer in layers)
