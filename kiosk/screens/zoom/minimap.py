"""Draws the minimap: the whole zoomed photo in a corner, with a frame around its visible part."""

from __future__ import annotations

from kiosk.base.easing import clamp
from kiosk.base.geometry import Point, Rect, Size, fit, whole
from kiosk.screens.zoom.transform import Transform
from kiosk.style.stage import Stage
from kiosk.types.photo import Derivative, Drawable
from kiosk.types.scene import Fill, Item, Layer, Picture

SIDE = 4.0
"""Longer side of the minimap, in margins."""
VEIL = 0.55
"""Opacity of the veil over the part that is not visible on the screen."""
LEAST = 4.0
"""Smallest width and height of the frame, in lines."""
FROM = 1.25
"""Scale from which the minimap is fully opaque, relative to the photo's fit on the screen."""


def reduced(file: str, size: Size, stage: Stage) -> Derivative:
    """The derivative from which the minimap is drawn."""
    place = _place(size, stage)
    return Derivative(file, int(place.width), int(place.height))


def minimap(
    drawable: Drawable,
    size: Size,
    transform: Transform,
    enlarged: float,
    opacity: float,
    stage: Stage,
) -> Layer:
    """The minimap; empty if the photo is not `enlarged` beyond its fit on the screen."""
    opacity *= clamp((enlarged - 1) / (FROM - 1))
    if opacity <= 0:
        return Layer(())
    place, line = _place(size, stage), max(2.0, round(stage.margin / 24))
    seen = _seen(size, transform, place, line, stage)
    ground, accent = stage.theme.ground, stage.theme.accent
    mat = Fill(place.inset(-line), ground, opacity)
    picture = Picture(drawable, place, place, opacity)
    veil = (Fill(piece, ground, VEIL * opacity) for piece in place.without(seen))
    frame = (Fill(piece, accent, opacity) for piece in seen.without(seen.inset(line)))
    items: tuple[Item, ...] = (mat, picture, *veil, *frame)
    return Layer(items)


def _place(size: Size, stage: Stage) -> Rect:
    """Its place in the lower corner where lines of text end, above the control bar."""
    side = SIDE * stage.margin
    photo = fit(size, Rect(0, 0, side, side))
    width, height = max(1, round(photo.width)), max(1, round(photo.height))
    foot = stage.size.height - stage.bar - stage.margin / 2
    return whole(stage.mirror(Rect(stage.safe.right - width, foot - height, width, height)))


def _seen(size: Size, transform: Transform, place: Rect, line: float, stage: Stage) -> Rect:
    """The visible part of the photo, as a rectangle within the minimap."""
    screen = stage.rect.moved(Point(-transform.x, -transform.y))
    seen = screen.scaled_about(Point(), place.width / (size.width * transform.scale))
    seen = seen.moved(place.top_left).intersection(place)
    width, height = max(seen.width, LEAST * line), max(seen.height, LEAST * line)
    x = clamp(seen.centre.x - width / 2, place.x, max(place.x, place.right - width))
    y = clamp(seen.centre.y - height / 2, place.y, max(place.y, place.bottom - height))
    return whole(Rect(x, y, width, height))
