"""Takes one photo out of its slide, and lets fingers, keys and buttons enlarge and move it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import Spring, clamp, resisted
from kiosk.base.geometry import Point, Rect, Size, fit, whole
from kiosk.gestures import Cancelled, Dragged, Pinched, PinchEnded, Pressed, Released, Tapped
from kiosk.gestures.thresholds import (
    DOUBLE_TAP_ZOOM,
    EDGE_FRICTION,
    LEAVE_SHARE,
    PAN_GLIDE,
    ZOOM_FRICTION,
    ZOOM_SETTLE,
    Thresholds,
)
from kiosk.screens.context import Context
from kiosk.screens.screen import Input
from kiosk.screens.slide_view import FRAME_S
from kiosk.screens.zoom.minimap import minimap, reduced
from kiosk.screens.zoom.pull import pulled, way_of
from kiosk.screens.zoom.spring_value import SpringValue
from kiosk.screens.zoom.tiles import Pyramid
from kiosk.screens.zoom.transform import Transform
from kiosk.style.stage import Stage
from kiosk.types.events import KeyPressed
from kiosk.types.photo import Derivative, Drawable, Request
from kiosk.types.scene import Fill, Layer, Picture

STEP = 1.5
"""Factor by which a key or a button enlarges the photo."""
PAN_SHARE = 0.3
"""Share of the screen by which an arrow key moves the photo."""
ALONE = 0.8
"""Depth from which the ground around the photo hides the slide, which is then not drawn."""
LEAST_SHARE = 0.3
"""Smallest scale that a pinch can reach, as a share of the scale at which the photo fits."""
FITS_LEAST = 2.0
"""However few pixels a photo has, visitors may enlarge it to this many times fit."""


class Zoom(Struct, frozen=True):
    shown: Drawable
    """The photo as drawn on the slide; it is shown until tiles are loaded."""
    size: Size
    """Size of the original."""
    window: Rect
    """The part of the screen that the photo has on its slide."""
    scale: SpringValue
    x: SpringValue
    y: SpringValue
    depth: SpringValue
    """0 while the photo is on its slide, 1 when it is alone on the screen."""
    grip: Transform | None = None
    """The photo's transform when fingers took hold of it."""
    about: Point | None = None
    """The middle of the pinching fingers."""
    touch: Point = Point()
    """Where the finger came down."""
    pulled: SpringValue = SpringValue(0.0, slack=0.002)
    """The share of the way down on which a finger takes it off the screen."""
    grip_pulled: float = 0.0
    """The same when fingers took hold of it."""
    slide: int = 0
    """Index of the slide that it belongs to."""
    aim: Point | None = None
    """What keys and buttons bring near, in shares of the photo's width and height: its focus, or
    where it was last tapped. None once fingers have moved it: then what they have brought here.
    """

    @classmethod
    def opened(cls, picture: Picture, context: Context, now_s: float) -> Zoom:
        """A photo that is about to leave its slide, from its place there."""
        size = context.media.facts[picture.derivative.file].size
        image = picture.image
        scale = SpringValue(image.width / size.width, slack=0.5 / max(size.width, size.height))
        depth = SpringValue(
            1.0, 0.0 if context.stage.comfort.still else -1.0, 0.0, now_s, slack=0.002
        )
        return cls(
            picture.derivative,
            size,
            picture.window,
            scale,
            SpringValue(image.x),
            SpringValue(image.y),
            depth,
        )

    def on(self, event: Input, context: Context, now_s: float) -> Zoom:
        stage = context.stage
        match event:
            case Pressed(at):
                return self._gripped(at, now_s)
            case Dragged(by, "y") if self.grip:
                return self._drawn_down(self.grip, by, stage)
            case Dragged(by) if self.grip:
                return replace(self, aim=None)._held(self._panned(self.grip, by, stage))
            case Pinched(about, by, scale) if self.grip:
                transform = self._pinched(self.grip, about, by, scale, stage)
                return replace(self._held(transform), about=about + by, aim=None)
            case Released(velocity):
                return self._thrown(velocity, stage, now_s)
            case Tapped(at, double=True):
                near = self.scale.to > 1.05 * self.fit(stage)
                fits = 1.0 if near else DOUBLE_TAP_ZOOM
                return self.zoomed(fits, at, stage, now_s, aims=True)
            case Tapped(at):
                return replace(self, aim=self._share_at(at, now_s))._settled(stage, now_s)
            case PinchEnded() | Cancelled():
                return self._settled(stage, now_s)
            case KeyPressed(key):
                return self._key(key, stage, now_s)
        return self

    def layers(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        """Draws the ground over the slide, and the photo as sharply as its loaded parts allow."""
        depth, screen, ground = self.depth.at(now_s), context.stage.rect, context.stage.theme.ground
        transform, ready = self.transform(now_s), context.media.ready
        image = Rect.of(self.size * transform.scale, Point(transform.x, transform.y))
        window = self.window.towards(screen, depth).intersection(image)
        derivatives = [one for one in ready if isinstance(one, Derivative)]
        own = [one for one in derivatives if one.file == self.shown.file]
        pictures: tuple[Picture, ...] = (
            Picture(max(own, key=lambda one: one.width, default=self.shown), image, window),
        )
        if self._has_more_than_shown(transform):
            pictures = self._pyramid.pictures(transform, window, ready, *pictures)
        if self.is_alone(now_s):
            return (Layer(pictures, ground),)
        home = whole(self.window).without(whole(window))  # Its place on the slide is empty.
        beside = screen.without(whole(window))  # The ground beneath the photo is not visible.
        opacity = clamp(depth / ALONE) * (1 - self.pulled.at(now_s))
        fills = (
            *(Fill(one, ground) for one in home),
            *(Fill(one, ground, opacity) for one in beside),
        )
        return (Layer((*fills, *pictures)),)

    def minimap(self, context: Context, opacity: float, now_s: float) -> Layer:
        """Draws the minimap, which fades in as the photo leaves its slide."""
        transform, file = self.transform(now_s), self.shown.file
        drawable = self._reduced(context.stage)
        if drawable not in context.media.ready:
            drawable = context.media.facts[file].preview(file)
        enlarged = transform.scale / self.fit(context.stage)
        opacity *= clamp(self.depth.at(now_s))
        return minimap(drawable, self.size, transform, enlarged, opacity, context.stage)

    def wanted(self, context: Context) -> tuple[Request, ...]:
        """The minimap, which is made quickly, and tiles for where the photo will rest.

        A photo on its way back to the slide only keeps the tiles that it has.
        """
        to = Transform(self.scale.to, self.x.to, self.y.to)
        more = not self.is_leaving and self._has_more_than_shown(to)
        size, ready = context.stage.size, context.media.ready
        tiles = self._pyramid.wanted(to, size, ready, more=more)
        return (self._reduced(context.stage), *tiles)

    def is_alone(self, now_s: float) -> bool:
        """Whether the slide is not visible any more."""
        return self.depth.at(now_s) >= ALONE and not self.pulled.at(now_s)

    def due_s(self, now_s: float) -> float:
        return float("inf") if self.rests(now_s) else now_s + FRAME_S

    def rests(self, now_s: float) -> bool:
        values = (self.scale, self.x, self.y, self.depth, self.pulled)
        return all(value.rests(now_s) for value in values)

    def is_over(self, now_s: float) -> bool:
        """Whether the photo is back on its slide."""
        return self.is_leaving and self.rests(now_s)

    @property
    def is_leaving(self) -> bool:
        return self.depth.to == 0

    def transform(self, now_s: float) -> Transform:
        return Transform(self.scale.at(now_s), self.x.at(now_s), self.y.at(now_s))

    def fit(self, stage: Stage) -> float:
        return fitting(self.size, stage)

    def largest(self, stage: Stage) -> float:
        """The scale of the photo's own pixels, or twice the one at which it fits."""
        return max(1.0, FITS_LEAST * self.fit(stage))

    def zoomed(
        self, fits: float, about: Point, stage: Stage, now_s: float, *, aims: bool = False
    ) -> Zoom:
        """Scales to `fits` times the scale at which the photo fits; the point at `about` stays.

        With `aims`, buttons go on from there.
        """
        aim = self._share_at(about, now_s) if aims else self.aim
        scale = clamp(self.fit(stage) * fits, self.fit(stage), self.largest(stage))
        transform = self.transform(now_s).scaled(scale, about)
        to = transform.bounded(self.size, stage.size)
        return replace(self, aim=aim)._moving(to, stage, now_s)

    def stepped(self, by: int, stage: Stage, now_s: float) -> Zoom:
        """Enlarges or reduces the photo by steps, its aim as near the middle as its edges allow."""
        scale = clamp(self.scale.to * STEP**by, self.fit(stage), self.largest(stage))
        centre = stage.rect.centre
        aim = self.aim or self._share_at(centre, now_s)
        x, y = aim.x * self.size.width * scale, aim.y * self.size.height * scale
        transform = Transform(scale, centre.x - x, centre.y - y)
        return self._moving(transform.bounded(self.size, stage.size), stage, now_s)

    def left(self, picture: Picture | None, stage: Stage, now_s: float) -> Zoom:
        """Goes back to its place on the slide, or vanishes if it is not there any more."""
        depth = SpringValue(
            0.0, 0.0 if stage.comfort.still else self.depth.at(now_s), 0.0, now_s, slack=0.002
        )
        transform = self.transform(now_s)
        if picture is not None:
            image = picture.image
            transform = Transform(image.width / self.size.width, image.x, image.y)
        at = replace(self.pulled, to=self.pulled.at(now_s), offset=0.0)
        return replace(self._moving(transform, stage, now_s), depth=depth, pulled=at)

    def is_dropped(self, velocity: float, thresholds: Thresholds, stage: Stage) -> bool:
        """Whether a finger that lifts has pulled it far enough down, or flings it down."""
        way = way_of(self.pulled.to, stage.size)
        if abs(velocity) > thresholds.fling:
            return way > 0 and velocity > 0
        return way > thresholds.turn(stage.size.height)

    def wants_to_leave(self, stage: Stage) -> bool:
        """Whether a pinch has made the photo small enough to send it back to its slide."""
        if self.about is None or self.grip is None:
            return False
        return self.scale.to < min(self.grip.scale, LEAVE_SHARE * self.fit(stage))

    @property
    def _pyramid(self) -> Pyramid:
        return Pyramid(self.shown.file, self.size)

    def _reduced(self, stage: Stage) -> Derivative:
        return reduced(self.shown.file, self.size, stage)

    def _has_more_than_shown(self, transform: Transform) -> bool:
        return self.size.width * transform.scale > self.shown.width + 0.5

    def _key(self, key: str, stage: Stage, now_s: float) -> Zoom:
        across, down = PAN_SHARE * stage.size.width, PAN_SHARE * stage.size.height
        ways = {"left": (across, 0), "right": (-across, 0), "up": (0, down), "down": (0, -down)}
        ways |= {"pageup": ways["up"], "pagedown": ways["down"]}
        if key in ("plus", "minus"):
            return self.stepped(1 if key == "plus" else -1, stage, now_s)
        x, y = ways.get(key, (0.0, 0.0))
        transform = Transform(self.scale.to, self.x.to + x, self.y.to + y)
        return replace(self, aim=None)._moving(
            transform.bounded(self.size, stage.size), stage, now_s
        )

    def _share_at(self, at: Point, now_s: float) -> Point:
        """The point of the photo that is now at a point of the screen, in shares of its size."""
        now, size = self.transform(now_s), self.size * self.scale.at(now_s)
        return Point((at.x - now.x) / size.width, (at.y - now.y) / size.height)

    def _gripped(self, at: Point, now_s: float) -> Zoom:
        share, transform = self.pulled.at(now_s), self.transform(now_s)
        held = replace(self.pulled, to=share, offset=0.0)
        gripped = replace(self._held(transform), grip=transform)
        return replace(gripped, touch=at, pulled=held, grip_pulled=share)

    def _drawn_down(self, grip: Transform, by: Point, stage: Stage) -> Zoom:
        """Follows a finger down; beyond the photo's upper edge, it is pulled off the screen."""
        off = pulled(grip, self.grip_pulled, self.touch, by, self.size, stage.size)
        if off is None:
            held = self._held(self._panned(grip, by, stage))
            return replace(held, aim=None, pulled=replace(self.pulled, to=0.0))
        transform, share = off
        return replace(self._held(transform), pulled=replace(self.pulled, to=share))

    def _panned(self, grip: Transform, by: Point, stage: Stage) -> Transform:
        (x0, x1), (y0, y1) = grip.bounds(self.size, stage.size)
        start = Point(
            resisted(grip.x, x0, x1, 1 / EDGE_FRICTION), resisted(grip.y, y0, y1, 1 / EDGE_FRICTION)
        )
        to = start + by
        x = resisted(to.x, x0, x1, EDGE_FRICTION)
        return Transform(grip.scale, x, resisted(to.y, y0, y1, EDGE_FRICTION))

    def _pinched(
        self, grip: Transform, about: Point, by: Point, scale: float, stage: Stage
    ) -> Transform:
        """Keeps what was under the fingers there; beyond the largest scale, it resists."""
        least = min(grip.scale, LEAST_SHARE * self.fit(stage))
        most = max(self.largest(stage), grip.scale)
        grown = resisted(max(least, grip.scale * scale), 0.0, most, ZOOM_FRICTION)
        transform = grip.scaled(grown, about)
        return Transform(grown, transform.x + by.x, transform.y + by.y)

    def _thrown(self, velocity: Point, stage: Stage, now_s: float) -> Zoom:
        """Glides on as far as the throw goes; past an edge, a spring pulls it back."""
        if stage.comfort.still:
            velocity = Point()
        transform = self.transform(now_s)
        across, down = transform.bounds(self.size, stage.size)
        settled = self._settled(stage, now_s)
        if not self.fit(stage) <= transform.scale <= self.largest(stage):
            return settled
        return replace(
            settled,
            x=_thrown(transform.x, velocity.x, across, now_s),
            y=_thrown(transform.y, velocity.y, down, now_s),
        )

    def _settled(self, stage: Stage, now_s: float) -> Zoom:
        """Returns within its bounds, about the point where the fingers were."""
        transform = self.transform(now_s)
        scale = clamp(transform.scale, self.fit(stage), self.largest(stage))
        transform = transform.scaled(scale, self.about or stage.rect.centre)
        return self._moving(transform.bounded(self.size, stage.size), stage, now_s)

    def _held(self, transform: Transform) -> Zoom:
        return replace(
            self,
            scale=replace(self.scale, to=transform.scale, offset=0.0, velocity=0.0),
            x=SpringValue(transform.x),
            y=SpringValue(transform.y),
        )

    def _moving(self, to: Transform, stage: Stage, now_s: float) -> Zoom:
        """Moves to a transform; with reduced motion, at once."""
        now = to if stage.comfort.still else self.transform(now_s)
        return replace(
            self,
            # All arrive together, whatever has moved the photo before.
            scale=SpringValue(to.scale, now.scale - to.scale, 0.0, now_s, slack=self.scale.slack),
            x=SpringValue(to.x, now.x - to.x, 0.0, now_s),
            y=SpringValue(to.y, now.y - to.y, 0.0, now_s),
            pulled=replace(
                self.pulled,
                to=0.0,
                offset=0.0 if stage.comfort.still else self.pulled.at(now_s),
                since_s=now_s,
            ),
            grip=None,
            about=None,
        )


def fitting(size: Size, stage: Stage) -> float:
    """The smallest scale: the whole photo fits the screen."""
    return fit(size, stage.rect).width / size.width


def _thrown(at: float, velocity: float, bounds: tuple[float, float], now_s: float) -> SpringValue:
    """Glides to the pixel where the throw ends by itself, or to the nearest bound."""
    goal = round(at + velocity / PAN_GLIDE.frequency)
    to = clamp(goal, *bounds)
    spring: Spring = PAN_GLIDE if to == goal else ZOOM_SETTLE
    return SpringValue(to, at - to, velocity, now_s, spring)
