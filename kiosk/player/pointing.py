"""Shows one photo in a window: a click is a focus, a drag is a detail, each a line for YAML."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.clock import SystemClock
from kiosk.base.geometry import Point, Rect, Size, fit, whole
from kiosk.display.surface import Surface
from kiosk.display.text.typesetter import SkiaTypesetter
from kiosk.display.window import screen_size
from kiosk.media.cache import Cache
from kiosk.media.derivatives import Derivatives
from kiosk.media.pixels import pixels
from kiosk.media.workers.pool import Workers
from kiosk.types.events import CloseRequested, Event, Exposed, KeyPressed, Pointer
from kiosk.types.photo import Bitmap, Derivative
from kiosk.types.scene import Fill, Item, Layer, Lettering, Picture, Scene, TextStyle, Typesetter

TOLD = (
    "Click on the point that must stay in view, or drag over a detail. "
    "Each time, a line for your file is printed. Escape closes this window."
)
TO_WRITE = "TODO"
"""The text of a detail, until somebody writes it; `kiosk check` reports it."""
DRAG_PX = 8.0
"""A shorter movement is a click."""
DETAILS_MAX = 20
SHARE = 0.85
"""The window's part of the screen's width and height."""
GROUND, INK, BLACK, WHITE = (30, 30, 30), (240, 236, 228), (0, 0, 0), (255, 255, 255)
FOOT = 0.11
"""The message's part of the window's height."""
LETTERS_MAX = 120
"""Letters of a line that the window repeats."""
NAP_S = 60.0

At = tuple[float, float, float, float]


class Pointing(Struct, frozen=True):
    """A photo in a window, and what has been pointed at."""

    size: Size
    photo: Derivative
    focus: tuple[float, float] | None = None
    details: tuple[At, ...] = ()
    line: str = ""
    """The last line for YAML."""
    finger: int | None = None
    """The finger or mouse that is down."""
    begun: Point = Point()
    at: Point = Point()

    @property
    def place(self) -> Rect:
        return photo_place(Size(self.photo.width, self.photo.height), self.size)

    def on(self, event: Pointer) -> Pointing:
        """The state after an event; `line` differs if something new has been pointed at."""
        match event.phase:
            case "down" if self.finger is None and self.place.contains(event.at):
                return replace(self, finger=event.id, begun=event.at, at=event.at)
            case "moved" if event.id == self.finger:
                return replace(self, at=event.at)
            case "up" if event.id == self.finger:
                return replace(self, at=event.at)._lifted()
            case "cancelled":
                return replace(self, finger=None)
        return self

    def view(self, typesetter: Typesetter) -> Scene:
        items: list[Item] = [Picture(self.photo, self.place, self.place)]
        for part in self.details:
            items += _frame(self._on_screen(part))
        if self.finger is not None and self._is_drag:
            items += _frame(self._on_screen(self._part))
        if self.focus:
            items += _cross(self._on_screen((*self.focus, 0.0, 0.0)).top_left)
        items += self._message(typesetter)
        return Scene(self.size, (Layer(tuple(items), GROUND),))

    def _lifted(self) -> Pointing:
        lifted = replace(self, finger=None)
        if not self._is_drag:
            x, y = self._fractions(self.at)
            focus = (round(x, 2), round(y, 2))
            return replace(lifted, focus=focus, line=f"focus: {json.dumps(focus)}")
        left, top, width, height = self._part
        if not (width and height) or len(self.details) == DETAILS_MAX:
            return lifted
        details = (*self.details, (left, top, width, height))
        written = json.dumps([{"at": one, "text": TO_WRITE} for one in details])
        return replace(lifted, details=details, line=f"details: {written}")

    @property
    def _is_drag(self) -> bool:
        return self.begun.distance_to(self.at) > DRAG_PX

    @property
    def _part(self) -> At:
        """What is dragged over, wherever the drag began."""
        (left, right), (top, bottom) = (
            sorted((round(one, 3), round(other, 3)))
            for one, other in zip(
                self._fractions(self.begun), self._fractions(self.at), strict=True
            )
        )
        return left, top, round(right - left, 3), round(bottom - top, 3)

    def _fractions(self, point: Point) -> tuple[float, float]:
        """A point as fractions of the upright photo; one beside it counts for its edge."""
        place = self.place
        x, y = (point.x - place.x) / place.width, (point.y - place.y) / place.height
        return min(1.0, max(0.0, x)), min(1.0, max(0.0, y))

    def _on_screen(self, part: At) -> Rect:
        (x, y, width, height), place = part, self.place
        return Rect(
            place.x + x * place.width,
            place.y + y * place.height,
            width * place.width,
            height * place.height,
        )

    def _message(self, typesetter: Typesetter) -> Iterator[Item]:
        foot = _foot(self.size)
        style = TextStyle("sans", max(15.0, foot.height * 0.19), INK)
        width = foot.width - 2 * style.size
        told = typesetter.typeset(TOLD, style, width)
        at = Point(style.size, foot.y + 0.4 * style.size)
        yield Lettering(told, at)
        if self.line:
            cut = f"{self.line[:LETTERS_MAX]} …" if len(self.line) > LETTERS_MAX else self.line
            line = typesetter.typeset(cut, style, width)
            yield Lettering(line, at + Point(0, told.size.height + 0.3 * style.size))


def photo_place(photo: Size, window: Size) -> Rect:
    """Where a photo is in a window: as large as it fits above the message."""
    room = Rect(0, 0, window.width, _foot(window).y).inset(8)
    return whole(fit(photo, room))


def point(
    file: str,
    say: Callable[[str], object],
    size: Size | None = None,
    events: Callable[[Surface], Iterable[Event]] | None = None,
) -> None:
    """Open a window with a photo, and say each line, until somebody closes the window.

    Raises UnreadablePhotoError, OSError or NoDisplayError.
    """
    with closing(Workers(1)) as workers:
        derivatives = Derivatives(Cache(), workers)
        info, _ = derivatives.info(file)
        window = size or screen_size(0) * SHARE
        place = photo_place(Size(info.width, info.height), window)
        photo = Derivative(file, max(1, int(place.width)), max(1, int(place.height)))
        jpeg = derivatives.derivative(photo)
    bitmap = Bitmap(photo, pixels(jpeg, photo.width, photo.height))
    with closing(Surface(Size(int(window.width), int(window.height)))) as surface:
        surface.window.set_title(file.rpartition("/")[2])
        surface.renderer.typesetter = typesetter = SkiaTypesetter()
        surface.renderer.keep(bitmap)
        pointing = Pointing(surface.window.size, photo)
        surface.renderer.draw(pointing.view(typesetter))
        for event in events(surface) if events else _events(surface):
            if isinstance(event, CloseRequested) or event == KeyPressed("escape"):
                return
            before = pointing
            if isinstance(event, Pointer):
                pointing = pointing.on(event)
            if pointing.line != before.line:
                say(pointing.line)
            if pointing != before or isinstance(event, Exposed):
                surface.renderer.draw(pointing.view(typesetter))


def _events(surface: Surface) -> Iterator[Event]:
    clock = SystemClock()
    while True:
        yield from surface.window.wait(NAP_S, clock)


def _foot(window: Size) -> Rect:
    top = round(window.height * (1 - FOOT))
    return Rect(0, top, window.width, window.height - top)


def _frame(rect: Rect) -> Iterator[Item]:
    """A dark line between two light ones, which is seen on any photo."""
    for width, colour in ((3, WHITE), (1, BLACK)):
        outer = whole(rect.inset(-width / 2))
        for side in outer.without(outer.inset(width)):
            yield Fill(side, colour)


def _cross(at: Point) -> Iterator[Item]:
    for width, colour in ((3, WHITE), (1, BLACK)):
        yield Fill(whole(Rect(at.x - 12, at.y - width / 2, 24, width)), colour)
        yield Fill(whole(Rect(at.x - width / 2, at.y - 12, width, 24)), colour)
