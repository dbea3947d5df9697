"""Finds the photos of a slide that can be zoomed, and their present places on it."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.base.geometry import Point
from kiosk.gestures import Pinched, Pressed, Tapped
from kiosk.gestures.thresholds import DOUBLE_TAP_ZOOM
from kiosk.screens.context import Context
from kiosk.screens.screen import Input
from kiosk.screens.slide_view import SlideView
from kiosk.screens.strip import SlideStrip
from kiosk.screens.zoom.zoom import Zoom
from kiosk.types.scene import Picture


def can_zoom(slide_view: SlideView, context: Context) -> bool:
    """Whether it has a photo to come nearer to; the one after the last slide is a door."""
    slide = slide_view.slide(context)
    arrangement = context.arrangement(context.entry(slide_view.entry), slide)
    return bool(arrangement and arrangement.photos) and not slide.end


def is_one_of_several(strip: SlideStrip, at: Point, context: Context, now_s: float) -> bool:
    """Whether a point is on one of the photos of a pair or a grid."""
    pictures = _pictures(strip, context, now_s)
    return len(pictures) > 1 and any(one.window.contains(at) for one in pictures)


def taken_out(strip: SlideStrip, by: Input, context: Context, now_s: float) -> Zoom | None:
    """Zooms the photo under a pinch or a tap; for a key or a button, the largest one.

    A tap shows the whole photo, a double tap the place under the finger. None if no photo there
    can be zoomed, or if the slide still moves.
    """
    if strip.pan.at(now_s) or (strip.turn and not strip.turn.is_over(now_s)):
        return None
    if not can_zoom(strip.slide_view, context):
        return None
    match by:
        case Pinched(at) | Tapped(at):
            place: Point | None = at
        case _:
            place = None
    picture = _picture(strip, place, context, now_s)
    if picture is None:
        return None
    zoom = replace(
        Zoom.opened(picture, context, now_s),
        slide=strip.slide_view.index,
        aim=_focus(picture, strip.slide_view, context),
    )
    match by:
        case Pinched(at):
            return zoom.on(Pressed(at), context, now_s).on(by, context, now_s)
        case Tapped(at, double):
            fits = DOUBLE_TAP_ZOOM if double else 1.0
            return zoom.zoomed(fits, at, context.stage, now_s, aims=double)
    return zoom.stepped(1, context.stage, now_s)


def _focus(picture: Picture, slide_view: SlideView, context: Context) -> Point | None:
    photos = slide_view.slide(context).all_photos
    return next((Point(*one.focus) for one in photos if one.file == picture.derivative.file), None)


def put_back(zoom: Zoom, strip: SlideStrip, context: Context, now_s: float) -> Zoom:
    """Sends the photo back to its present place on the slide."""
    return zoom.left(picture_of(zoom.shown.file, strip, context, now_s), context.stage, now_s)


def picture_of(file: str, strip: SlideStrip, context: Context, now_s: float) -> Picture | None:
    """A photo as the slide shows it now; None if it is not on the slide."""
    pictures = _pictures(strip, context, now_s)
    return next((one for one in pictures if one.derivative.file == file), None)


def _picture(strip: SlideStrip, at: Point | None, context: Context, now_s: float) -> Picture | None:
    pictures = [
        picture
        for picture in _pictures(strip, context, now_s)
        if at is None or picture.window.contains(at)
    ]
    return max(pictures, key=lambda picture: picture.window.size.area, default=None)


def _pictures(strip: SlideStrip, context: Context, now_s: float) -> list[Picture]:
    items = strip.slide_view.layer(context, now_s).items
    return [item for item in items if isinstance(item, Picture)]
