"""Shows the details of a photo one after the other, each enlarged with its words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol, runtime_checkable

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import Spring, clamp
from kiosk.base.geometry import Point, Rect, Size, fit, whole
from kiosk.exhibition.collection import Collection
from kiosk.exhibition.exhibition import Detail, Photo
from kiosk.gestures import (
    Cancelled,
    Dragged,
    LongPressed,
    Pinched,
    PinchEnded,
    Pressed,
    Released,
    Tapped,
)
from kiosk.gestures.thresholds import EDGE_FRICTION
from kiosk.screens.actions import Action, GoHome, HitArea, Step, touched
from kiosk.screens.context import Context
from kiosk.screens.overlays.focus_ring import outline
from kiosk.screens.screen import Input, Screen
from kiosk.screens.strip import SlideStrip, reading
from kiosk.screens.viewer.details_panel import beside_panel, buttons, panel
from kiosk.screens.zoom.spring_value import SpringValue
from kiosk.screens.zoom.targets import picture_of, put_back
from kiosk.screens.zoom.transform import Transform
from kiosk.screens.zoom.zoom import Zoom
from kiosk.style.stage import Stage
from kiosk.types.events import KeyPressed
from kiosk.types.photo import Request
from kiosk.types.scene import Fill, Layer

LEADING = Spring(frequency=5, damping=1)
"""How the picture moves from one detail to the next: slowly enough to follow."""
PLACE_SHARE = 0.8
"""Largest share of the room beside the words that a detail takes."""
ENLARGED_MAX = 2.0
"""Largest scale, in screen pixels for a pixel of the photo."""
NEARER_LEAST = 1.5
"""If a photo has too few pixels to come this much nearer than whole, it stays whole."""
SWIPE_SHARE = 0.15
"""Share of the screen's width from which a drag leads to the next detail."""


@runtime_checkable
class _Viewer(Screen, Protocol):
    """The viewer, as far as the details know it: it imports them."""

    @property
    def strip(self) -> SlideStrip: ...

    def after_details(self, now_s: float) -> Screen: ...

    def zoomed(self, zoom: Zoom) -> Screen: ...


class Details(Struct, frozen=True, tag=True):
    idle_factor: ClassVar[float] = 1.0
    is_in_use: ClassVar[bool] = False

    viewer: _Viewer
    """The viewer as it was left, to return to."""
    zoom: Zoom
    places: tuple[Detail, ...]
    of: Photo | None = None
    """The photo, whose label and credit stay below the words."""
    index: int = 0
    pressed: Action | None = None
    grip: Transform | None = None
    """The picture's transform when a finger began to pull it aside."""

    def on(self, event: Input, context: Context, now_s: float) -> tuple[Screen, Action | None]:
        if self.zoom.is_leaving:
            over = self.zoom.is_over(now_s)
            return (self.viewer.after_details(now_s) if over else self), None
        match event:
            case Pressed(at):
                return replace(self, pressed=touched(self.buttons(context), at)), None
            case Dragged(by, "x"):
                return self._drawn(by.x, context, now_s), None
            case Released(velocity, "x"):
                return self._released(velocity.x, context, now_s), None
            case Tapped() if isinstance(self.pressed, Step):
                return self._at(self.index + self.pressed.by, context, now_s), None
            case Tapped() if self.pressed == GoHome():
                return self, GoHome()
            case Tapped() if self.pressed:
                return self._left(context, now_s), None
            case LongPressed() | Dragged() | Pinched():
                return replace(self, pressed=None), None
            case Tapped() | Released() | PinchEnded() | Cancelled():
                return self._at(self.index, context, now_s), None
            case KeyPressed(key):
                return self._key(key, context, now_s)
        return self, None

    def view(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        context = self._themed(context)
        below = () if self.zoom.is_alone(now_s) else self.viewer.strip.layers(context, now_s)
        words = panel(self.places, self.index, self.pressed, context.stage, self.of)
        opacity = clamp(self.zoom.depth.at(now_s))
        place = Layer(self._outline(context.stage, now_s), opacity=opacity)
        return (*below, *self.zoom.layers(context, now_s), place, Layer(words, opacity=opacity))

    def stage(self, context: Context) -> Stage:
        return self._themed(context).stage

    def buttons(self, context: Context) -> Sequence[HitArea]:
        return buttons(self.places, self.index, self.stage(context), self.of)

    def due_s(self, context: Context, now_s: float) -> float:
        return self.zoom.due_s(now_s)

    def with_collection(self, former: Collection, collection: Collection, now_s: float) -> Screen:
        return self.viewer.with_collection(former, collection, now_s)

    def restaged(self, before: Context, after: Context, now_s: float) -> Details:
        return self

    def is_complete(self, context: Context) -> bool:
        return True

    def wanted(self, context: Context) -> tuple[Request, ...]:
        return self.viewer.zoomed(self.zoom).wanted(context)

    def _key(self, key: str, context: Context, now_s: float) -> tuple[Screen, Action | None]:
        match key:
            case "right" | "left":
                by = reading(context) * (1 if key == "right" else -1)
                return self._at(self.index + by, context, now_s), None
            case "up" | "pagedown" | "enter" | "space":
                return self._at(self.index + 1, context, now_s), None
            case "down" | "pageup":
                return self._at(self.index - 1, context, now_s), None
            case "escape":
                return self._left(context, now_s), None
            case "home":
                return self, GoHome()
        return self, None

    def _at(self, index: int, context: Context, now_s: float) -> Details:
        """Moves to a detail, by its index; beyond the first and the last one, it stays at these."""
        index = min(max(0, index), len(self.places) - 1)
        transform = framed(self.places, index, self.zoom.size, context.stage, self.of)
        zoom = _led(self.zoom, transform, context.stage, now_s)
        return replace(self, zoom=zoom, index=index, pressed=None, grip=None)

    def _drawn(self, by: float, context: Context, now_s: float) -> Details:
        """Follows a finger to the side; less so if there is no further detail."""
        grip = self.grip or self.zoom.transform(now_s)
        if not self._has(self._ahead(by, context)):
            by *= EDGE_FRICTION
        scale = replace(self.zoom.scale, to=grip.scale, offset=0.0, velocity=0.0)
        zoom = replace(self.zoom, scale=scale, x=SpringValue(grip.x + by), y=SpringValue(grip.y))
        return replace(self, zoom=zoom, grip=grip, pressed=None)

    def _released(self, velocity: float, context: Context, now_s: float) -> Details:
        """Chooses the detail by the speed, else by the distance, as between slides."""
        by = self.zoom.x.to - self.grip.x if self.grip else 0.0
        way = 0.0
        if abs(velocity) > context.thresholds.fling:
            way = velocity
        elif abs(by) > SWIPE_SHARE * context.stage.size.width:
            way = by
        return self._at(self._ahead(way, context) if way else self.index, context, now_s)

    def _ahead(self, way: float, context: Context) -> int:
        """Index of the detail from the side that the finger moves away from."""
        return self.index + reading(context) * (-1 if way > 0 else 1)

    def _has(self, index: int) -> bool:
        return 0 <= index < len(self.places)

    def _left(self, context: Context, now_s: float) -> Details:
        zoom = put_back(self.zoom, self.viewer.strip, context, now_s)
        return replace(self, zoom=zoom, pressed=None, grip=None)

    def _outline(self, stage: Stage, now_s: float) -> tuple[Fill, ...]:
        """Lines around the place that is told of; none if it fills the room beside the words."""
        if self.zoom.is_leaving:
            return ()
        at, room = self.zoom.transform(now_s), beside_panel(self.places, stage, self.of)
        place = _place(self.places[self.index], self.zoom.size)
        place = place.scaled_about(Point(), at.scale).moved(Point(at.x, at.y))
        seen = whole(place.intersection(room))
        if seen.covers(room.intersection(stage.rect), slack=2 * stage.line):
            return ()
        return outline(seen, room, stage.line, stage)

    def _themed(self, context: Context) -> Context:
        return context.within(context.entry(self.viewer.strip.slide_view.entry))


def details_of(
    viewer: _Viewer, file: str, context: Context, now_s: float, index: int = 0
) -> Details | None:
    """Opens the details of a photo on a slide, moving to one of them."""
    photos = viewer.strip.slide_view.slide(context).all_photos
    photo = next((photo for photo in photos if photo.file == file), None)
    picture = picture_of(file, viewer.strip, context, now_s)
    if photo is None or not photo.details or picture is None:
        return None
    zoom = Zoom.opened(picture, context, now_s)
    details = Details(viewer, zoom, photo.details, photo)
    return details._at(index, context, now_s)


def framed(
    places: tuple[Detail, ...], index: int, photo: Size, stage: Stage, of: Photo | None = None
) -> Transform:
    """The photo's transform with a detail in the middle of the room beside the words.

    A photo with too few pixels stays whole: the outline alone then shows the place.
    """
    at, room = _place(places[index], photo), beside_panel(places, stage, of)
    fits = PLACE_SHARE * min(room.width / at.width, room.height / at.height)
    scale, as_whole = min(ENLARGED_MAX, fits), fit(photo, room).width / photo.width
    if fits > ENLARGED_MAX and scale < NEARER_LEAST * as_whole:
        scale = as_whole
    corner = room.centre - at.centre * scale - room.top_left
    transform = Transform(scale, corner.x, corner.y).bounded(photo, room.size)
    return Transform(scale, transform.x + room.x, transform.y + room.y)


def _place(detail: Detail, photo: Size) -> Rect:
    """The place of a detail, in pixels of the photo."""
    x, y, width, height = detail.at
    return Rect(x * photo.width, y * photo.height, width * photo.width, height * photo.height)


def _led(zoom: Zoom, to: Transform, stage: Stage, now_s: float) -> Zoom:
    """Moves to a transform, its values arriving together; with reduced motion, at once."""
    now = to if stage.comfort.still else zoom.transform(now_s)

    def spring_to(goal: float, start: float, slack: float) -> SpringValue:
        return SpringValue(goal, start - goal, 0.0, now_s, LEADING, slack)

    return replace(
        zoom,
        scale=spring_to(to.scale, now.scale, zoom.scale.slack),
        x=spring_to(to.x, now.x, zoom.x.slack),
        y=spring_to(to.y, now.y, zoom.y.slack),
    )
