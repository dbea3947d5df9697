"""Draws scenes with SDL's Renderer: on the GPU if there is one, otherwise in software."""

from __future__ import annotations

import io
import logging
import math
from collections.abc import Hashable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pygame
from pygame._sdl2 import video

from kiosk.base.easing import sine
from kiosk.base.geometry import Point, Rect, Size, centred, whole
from kiosk.display.icons import rasterise
from kiosk.display.sdl import Driver, renderer, texture_side_max
from kiosk.display.textures import SLICE_BYTES, TEXTURE_ERRORS, Photo, Textures, Upload
from kiosk.types.scene import (
    Colour,
    Fill,
    Icon,
    Item,
    Layer,
    Lettering,
    Paragraph,
    Picture,
    Scene,
    Scrim,
)

if TYPE_CHECKING:
    from kiosk.display.text.typesetter import SkiaTypesetter
    from kiosk.types.photo import Bitmap, Drawable
    from kiosk.types.scene import IconName

LETTERING_SCREENS = 1.5
"""Limit of text textures, in screens full of pixels: for the text now seen and just seen before."""
SCRIM_BYTES_MAX = 2**20
ICON_BYTES_MAX = 2**22
SCRIM_STEP = 8
"""Size in pixels of the steps of a scrim that also fades sideways; SDL smooths between them."""
BAND_PIXELS = 2**17
"""Pixels of a text texture: as many rows of a text as have so many, whatever its width. So each
band takes only a small part of a frame's time, on large screens too."""
AS_IT_IS = 1e-5
"""A photo whose scale differs from 1 by less than this is drawn as it is. It is the same for all
tiles of a photo, so all of them are placed in the same way."""
LIFE_SIZE = 1.25
"""Up to this scale, one pixel of a photo counts as about one pixel of the screen."""

OPAQUE = 255

_REPLACE, _BLEND = pygame.BLENDMODE_NONE, pygame.BLENDMODE_BLEND

log = logging.getLogger(__name__)


class Renderer:
    """Owns the textures: those of photos until released, those of text while in use."""

    def __init__(
        self,
        window: pygame.Window,
        typesetter: SkiaTypesetter | None = None,
        *,
        driver: Driver = "fastest",
    ) -> None:
        """The typesetter may be set later, but before any text is drawn."""
        self._sdl, self._has_gpu = renderer(window, driver)
        self.is_in_step = self._has_gpu
        """Whether each frame waits for the screen's next beat."""
        self._side_max = texture_side_max(window)
        self.typesetter = typesetter
        # Not a function that draws it: that would refer to the renderer. Textures that SDL has
        # freed would then stay until Python's garbage collector finds both.
        self._last: Scene | Any = None
        """What the last frame shows: a scene, or a texture of the whole screen."""
        self._photos: dict[Drawable, Photo] = {}
        self._uploads: dict[Drawable, Upload] = {}
        self._failed: dict[Drawable, str] = {}
        self._lacks_textures = False
        self._slice_bytes = SLICE_BYTES
        self._letterings = Textures(_lettering_bytes(Size(*window.size)))
        self._scrims = Textures(SCRIM_BYTES_MAX)
        self._icons = Textures(ICON_BYTES_MAX)

    def keep(self, pixels: Bitmap) -> None:
        """Make a texture of a photo at once."""
        upload = Upload(self._sdl, pixels, None, self._side_max)
        while not self._is_done(pixels.derivative, upload):
            pass

    def begin_keeping(self, pixels: Bitmap) -> None:
        """Make textures of a photo in steps, during the next calls of `upload`."""
        band_bytes = self._slice_bytes if self._has_gpu else None
        self._uploads[pixels.derivative] = Upload(self._sdl, pixels, band_bytes, self._side_max)

    def upload(self) -> tuple[Drawable, ...]:
        """Continue uploads, as far as one frame has time; returns the finished ones."""
        done: list[Drawable] = []
        room = self._slice_bytes
        for derivative, upload in list(self._uploads.items()):
            if room < min(derivative.bytes, self._slice_bytes):
                break
            room -= derivative.bytes
            if not self._is_done(derivative, upload):
                break
            del self._uploads[derivative]
            if derivative not in self._failed:
                done.append(derivative)
        return tuple(done)

    def take_failed(self) -> dict[Drawable, str]:
        """Photos whose upload has failed since the last call, with the reasons."""
        failed, self._failed = self._failed, {}
        return failed

    @property
    def is_uploading(self) -> bool:
        return bool(self._uploads)

    def release(self, derivative: Drawable) -> None:
        self._photos.pop(derivative, None)
        self._uploads.pop(derivative, None)

    def drop_textures(self) -> None:
        """Before SDL frees them with the window, so that none is freed twice; or if it lost all."""
        self._last = None
        self._photos.clear()
        self._uploads.clear()
        self._letterings.clear()
        self._scrims.clear()
        self._icons.clear()

    def draw(self, scene: Scene) -> None:
        """Draw a frame and show it."""
        self._letterings.bytes_max = _lettering_bytes(scene.size)
        self._last = scene
        self._present()

    def show(self, jpeg: bytes, size: Size) -> bool:
        """Show a picture of the whole screen; False if it is damaged or of another size."""
        try:
            picture = pygame.image.load(io.BytesIO(jpeg), "picture.jpg")
            if Size(*picture.get_size()) != size:
                return False
            texture = video.Texture.from_surface(self._sdl, picture)
        except TEXTURE_ERRORS:
            return False
        self._last = texture
        self._present()
        return True

    def frame(self) -> tuple[bytes, tuple[int, int]]:
        """The last frame in RGB, and its size."""
        surface = self._read()
        return pygame.image.tobytes(surface, "RGB"), surface.get_size()

    def save(self, path: str) -> None:
        """Write the last frame to a PNG file; raises OSError if it cannot be written."""
        with Path(path).open("wb") as file:
            pygame.image.save(self._read(), file, "frame.png")

    def _present(self) -> None:
        self._draw_again()
        self._sdl.present()

    def _read(self) -> pygame.Surface:
        """The last frame, drawn again: from a GPU, only an older one or none could be read."""
        self._draw_again()
        return self._sdl.to_surface()

    def _draw_again(self) -> None:
        if isinstance(self._last, Scene):
            for layer in self._last.layers:
                self._draw_layer(layer, Rect.of(self._last.size))
        elif self._last is not None:
            self._last.draw()

    def _is_done(self, derivative: Drawable, upload: Upload) -> bool:
        """Do one step of an upload; True if it was the last: the photo is there, or failed."""
        try:
            photo = upload.advanced()
        except TEXTURE_ERRORS as error:
            self._failed[derivative] = f"no texture can be made of it ({error})"
            return True
        if photo is not None:
            self._photos[derivative] = photo
        return photo is not None

    def _draw_layer(self, layer: Layer, screen: Rect) -> None:
        area = whole(screen.intersection(layer.clip or screen))
        if layer.opacity <= 0 or not screen.moved(layer.offset).overlaps(area):
            return
        # SDL's viewport limits drawing to an area, and is the origin of coordinates.
        self._sdl.set_viewport(_sdl_rect(area) if layer.clip else None)
        offset = layer.offset - area.top_left
        if layer.ground is not None:
            for rect in self._ground(layer, screen):
                self._fill(rect.moved(offset), layer.ground, layer.opacity)
        for item in layer.items:
            self._draw(item, layer.opacity, offset, area)
        self._sdl.set_viewport(None)

    def _ground(self, layer: Layer, screen: Rect) -> tuple[Rect, ...]:
        """The parts of the ground to paint: all but the areas of opaque photos and fills.

        If ground and photo both faded, the layer beneath would show through twice.
        """
        holes = sorted(filter(None, map(self._covered, layer.items)), key=lambda one: one.y)
        above, pieces = list[Rect](), [screen]
        for hole in holes:
            # Later holes are lower still, so they cut nothing of what ends above this one.
            above += (one for one in pieces if one.bottom <= hole.y)
            below = (one for one in pieces if one.bottom > hole.y)
            pieces = [left for one in below for left in one.without(hole)]
        return (*above, *pieces)

    def _covered(self, item: Item) -> Rect | None:
        """The area that an item hides completely."""
        match item:
            case Picture(opacity=opacity) if opacity >= 1 and item.derivative in self._photos:
                return whole(item.window.intersection(item.image))
            case Fill(opacity=opacity) if opacity >= 1:
                return whole(item.rect)
        return None

    def _draw(self, item: Item, opacity: float, offset: Point, area: Rect) -> None:
        match item:
            case Picture():
                self._picture(item, opacity, offset, area)
            case Fill():
                self._fill(item.rect.moved(offset), item.colour, item.opacity * opacity)
            case Scrim():
                texture = self._scrims.get(_scrim_key(item), lambda: self._scrim_texture(item))
                if texture:
                    self._copy(texture, whole(item.rect.moved(offset)), item.opacity * opacity)
            case Lettering():
                self._lettering(item, opacity * item.opacity, offset, area)
            case Icon():
                self._icon(item, item.opacity * opacity, offset)

    def _picture(self, picture: Picture, opacity: float, offset: Point, area: Rect) -> None:
        photo = self._photos.get(picture.derivative)
        if photo is None:
            return
        clipped = not picture.window.covers(picture.image, slack=0.01)
        opacity *= picture.opacity
        if not clipped:
            self._copy_photo(photo, Rect.of(photo.size), picture.image.moved(offset), opacity)
            return
        window = whole(picture.window.moved(offset)).intersection(Rect.of(area.size))
        image = picture.image.moved(offset - window.top_left)
        if window.width and window.height and image.overlaps(Rect.of(window.size)):
            self._sdl.set_viewport(_sdl_rect(window.moved(area.top_left)))
            part, image = self._part(photo.size, image, window.size)
            self._copy_photo(photo, part, image, opacity)
            self._sdl.set_viewport(_sdl_rect(area))

    def _copy_photo(self, photo: Photo, part: Rect, image: Rect, opacity: float) -> None:
        for texture, source, place in photo.pieces(part, self._placed(image, part)):
            self._copy(texture, place, opacity, opaque=True, part=source)

    def _placed(self, image: Rect, part: Rect) -> Rect:
        """Where to draw a part of a photo: on whole pixels if a GPU need not scale it.

        A GPU would blur all of a photo that lies between pixels. SDL's software driver cuts off
        fractions, so neighbours would not meet.
        """
        if not self._has_gpu:
            return whole(image)
        across, down = image.width / part.width, image.height / part.height
        is_scaled = max(abs(across - 1), abs(down - 1)) > AS_IT_IS
        return image if is_scaled else whole(image)

    def _part(self, photo: Size, image: Rect, window: Size) -> tuple[Rect, Rect]:
        """The part of a photo to draw, in whole pixels of the photo, and where to draw it.

        The software driver takes twice the time if a picture crosses the screen's edge: it scales
        it into an extra surface. So if the photo's pixels are as fine as the screen's, only the
        visible part is drawn, to fill the window exactly.
        """
        if self._has_gpu or image.width > LIFE_SIZE * photo.width:
            return _part(photo, image, window)
        return _filling(photo, image, window) or _part(photo, image, window)

    def _lettering(self, item: Lettering, opacity: float, offset: Point, area: Rect) -> None:
        """Draw only the visible bands of a text, so that a tall text costs no more than is seen."""
        if opacity <= 0:
            return
        assert self.typesetter, "words are drawn by a typesetter"
        paragraph, at = item.paragraph, item.at + offset
        height, margin = self.typesetter.extent(paragraph)
        rows = max(1, BAND_PIXELS // (math.ceil(paragraph.width) + 2 * margin))
        for top in range(0, height, rows):
            y = round(at.y) - margin + top
            if y < area.height and y + min(rows, height - top) > 0:
                make = partial(self._band, paragraph, top, rows)
                band = self._letterings.get((paragraph, top), make)
                for left, texture in band:
                    x = round(at.x) - margin + left
                    self._copy(texture, Rect(x, y, texture.width, texture.height), opacity)

    def _icon(self, item: Icon, opacity: float, offset: Point) -> None:
        side = round(item.rect.size.short_side)
        key = item.icon, side, item.colour
        texture = self._icons.get(key, lambda: self._icon_texture(*key)) if side > 0 else None
        if texture:
            at = whole(centred(Size(side, side), item.rect.moved(offset)))
            self._copy(texture, at, opacity)

    def _copy(
        self,
        texture: Any,
        rect: Rect,
        opacity: float,
        *,
        opaque: bool = False,
        part: Rect | None = None,
    ) -> None:
        alpha = round(255 * min(1.0, opacity))
        if alpha <= 0:
            return
        # An opaque photo is not blended: that takes the software driver twice as long as fading.
        texture.alpha = alpha
        texture.blend_mode = _REPLACE if opaque and alpha == OPAQUE else _BLEND
        source = _sdl_rect(part) if part else None
        texture.draw(source, (rect.x, rect.y, rect.width, rect.height))

    def _fill(self, rect: Rect, colour: Colour, opacity: float) -> None:
        area = whole(rect)
        if opacity <= 0 or not (area.width and area.height):  # SDL's driver would draw a line.
            return
        self._sdl.draw_blend_mode = _BLEND if opacity < 1 else _REPLACE
        self._sdl.draw_color = (*colour, round(255 * min(1.0, opacity)))
        self._sdl.fill_rect(_sdl_rect(area))

    def _band(
        self, paragraph: Paragraph, top: int, rows: int
    ) -> tuple[tuple[tuple[int, Any], ...], int]:
        """Textures side by side, each with its left edge; none is wider than the GPU's limit."""
        assert self.typesetter, "words are drawn by a typesetter"
        data, width, height, _ = self.typesetter.rasterise(paragraph, top, rows)
        surface = pygame.image.frombuffer(data, (width, height), "BGRA")
        widths = {x: min(self._side_max, width - x) for x in range(0, width, self._side_max)}
        parts = [(x, surface.subsurface((x, 0, wide, height))) for x, wide in widths.items()]
        textures = [(x, self._texture(part)) for x, part in parts]
        return tuple((x, texture) for x, texture in textures if texture), len(data)

    def _icon_texture(self, name: IconName, side: int, colour: Colour) -> tuple[Any, int]:
        data = rasterise(name, side, colour)
        return self._texture(pygame.image.frombuffer(data, (side, side), "BGRA")), len(data)

    def _texture(self, surface: pygame.Surface) -> Any:
        """A texture that the show can do without; None if there is no memory for it."""
        try:
            return video.Texture.from_surface(self._sdl, surface)
        except TEXTURE_ERRORS as error:
            if not self._lacks_textures:
                log.warning("words or veils are missing on the screen: %s", error)
            self._lacks_textures = True
            return None

    def _scrim_texture(self, scrim: Scrim) -> tuple[Any, int]:
        """A small texture of a scrim, to be stretched; a single column if no side fades."""
        step, columns = 1, 1
        if scrim.aside:
            step, columns = SCRIM_STEP, max(1, round(scrim.rect.width / SCRIM_STEP))
        rows = min(self._side_max, max(1, round(scrim.rect.height / step)))
        across = _fading(columns, scrim.aside, backward=not scrim.from_left)
        down = _fading(rows, scrim.solid_from, backward=scrim.from_top)
        opacities = bytearray()
        for strength in down:
            most = 255 * scrim.strength * strength
            opacities += bytes(round(most * share) for share in across)
        pixels = bytearray(bytes((*scrim.colour, 0)) * (rows * columns))
        pixels[3::4] = opacities
        surface = pygame.image.frombuffer(pixels, (columns, rows), "RGBA")
        return self._texture(surface), len(pixels)


def _lettering_bytes(screen: Size) -> int:
    return round(LETTERING_SCREENS * 4 * screen.area)


def _part(photo: Size, image: Rect, window: Size) -> tuple[Rect, Rect]:
    """The part of a photo seen in a window at the origin, in whole photo pixels, and its place.

    One more pixel on each side keeps the part's edges outside the window.
    """
    across, down = image.width / photo.width, image.height / photo.height
    left = max(0, math.floor(-image.x / across) - 1)
    top = max(0, math.floor(-image.y / down) - 1)
    right = min(photo.width, math.ceil((window.width - image.x) / across) + 1)
    bottom = min(photo.height, math.ceil((window.height - image.y) / down) + 1)
    part = Rect(left, top, right - left, bottom - top)
    x, y = image.x + left * across, image.y + top * down
    return part, Rect(x, y, part.width * across, part.height * down)


def _filling(photo: Size, image: Rect, window: Size) -> tuple[Rect, Rect] | None:
    """The part that fills a window at the origin, to the nearest photo pixel; None if none does."""
    if not image.covers(Rect.of(window)):
        return None
    across, down = image.width / photo.width, image.height / photo.height
    left, top = round(-image.x / across), round(-image.y / down)
    right = round((window.width - image.x) / across)
    bottom = round((window.height - image.y) / down)
    return Rect(left, top, right - left, bottom - top), Rect.of(window)


def _scrim_key(scrim: Scrim) -> Hashable:
    height, width = round(scrim.rect.height), round(scrim.rect.width) if scrim.aside else 1
    fading = scrim.solid_from, scrim.from_top, scrim.aside, scrim.from_left
    return height, width, scrim.colour, scrim.strength, *fading


def _fading(steps: int, over: float, *, backward: bool) -> list[float]:
    """Shares of a scrim's strength along one side; it fades in over the part `over` of it."""
    shares = [sine((step + 0.5) / steps / max(over, 1e-6)) for step in range(steps)]
    return shares[::-1] if backward else shares


def _sdl_rect(rect: Rect) -> tuple[int, int, int, int]:
    return int(rect.x), int(rect.y), int(rect.width), int(rect.height)
