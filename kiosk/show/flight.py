"""Draws how one screen replaces another; a photo that both show grows from place to place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import clamp, standard
from kiosk.base.geometry import Rect, Size
from kiosk.types.scene import Fill, Icon, Item, Layer, Lettering, Picture

SCREEN_FADE_S = 0.4
SMALLEST = 0.005
"""Least area of a photo that flies, as a share of the screen, in both of its places."""
WORDS_GONE, WORDS_COME = 0.4, 0.5
"""Progress at which the words of the old screen are gone, and from which those of the new come.

Icons and lines are like words.
"""
LINE = 0.005
"""Greatest thickness of a line, as a share of the screen's shorter side."""


class Flight(Struct, frozen=True):
    """A photo on its way from one screen to the next, with the place that it left."""

    file: str
    start: Picture


def flight(below: Sequence[Layer], above: Sequence[Layer], screen: Size) -> Flight | None:
    """The largest photo that is on both screens; None if there is none."""
    left, comes = _largest(below, screen), _largest(above, screen)
    shared = left.keys() & comes.keys()
    if not shared:
        return None
    file = max(sorted(shared), key=lambda one: _area(left[one], screen) * _area(comes[one], screen))
    return Flight(file, left[file])


def crossed(
    below: Sequence[Layer],
    above: Sequence[Layer],
    progress: float,
    flown: Flight | None,
    screen: Size,
) -> tuple[Layer, ...]:
    """Both screens at a moment; progress 0 is the old one, 1 the new one.

    The words of the old screen are gone before those of the new one come.
    """
    opacity = standard(progress)
    file = flown.file if flown else ""
    start, end = (_largest(layers, screen).get(file) for layers in (below, above))
    gone, come = 1 - progress / WORDS_GONE, (progress - WORDS_COME) / (1 - WORDS_COME)
    layers = [
        *(_without(start, _worded(one, clamp(gone), screen)) for one in below),
        *(
            replace(_without(end, _worded(one, clamp(come), screen)), opacity=one.opacity * opacity)
            for one in above
        ),
    ]
    if flown and end:
        layers.append(Layer((_between(flown.start, end, opacity),)))
    return tuple(layers)


def in_flight(flown: Flight, above: Sequence[Layer], progress: float, screen: Size) -> Picture:
    """Where the photo is now, for another flight that begins here."""
    end = _largest(above, screen).get(flown.file)
    return _between(flown.start, end, standard(progress)) if end else flown.start


def _between(start: Picture, end: Picture, share: float) -> Picture:
    sharper = max(start.derivative, end.derivative, key=lambda one: one.width)
    image, window = start.image.towards(end.image, share), start.window.towards(end.window, share)
    return Picture(sharper, image, window)


def _largest(layers: Sequence[Layer], screen: Size) -> dict[str, Picture]:
    """The largest picture of each photo that is seen well enough."""
    found: dict[str, Picture] = {}
    for picture in _pictures(layers):
        known = found.get(picture.derivative.file)
        if _area(picture, screen) >= SMALLEST * screen.area and (
            known is None or _area(picture, screen) > _area(known, screen)
        ):
            found[picture.derivative.file] = picture
    return found


def _pictures(layers: Sequence[Layer]) -> Iterator[Picture]:
    """All pictures, in their places on the screen."""
    for layer in layers:
        if layer.opacity > 0:
            yield from (_moved(item, layer) for item in layer.items if isinstance(item, Picture))


def _moved(picture: Picture, layer: Layer) -> Picture:
    image, window = (one.moved(layer.offset) for one in (picture.image, picture.window))
    return replace(picture, image=image, window=window)


def _area(picture: Picture, screen: Size) -> float:
    """How much of the screen it takes."""
    return picture.window.intersection(Rect.of(screen)).size.area


def _worded(layer: Layer, opacity: float, screen: Size) -> Layer:
    """The layer with its words and signs as visible as that."""
    items = tuple(
        replace(one, opacity=one.opacity * opacity) if _is_word(one, screen) else one
        for one in layer.items
    )
    return replace(layer, items=items)


def _is_word(item: Item, screen: Size) -> bool:
    if isinstance(item, Fill):
        return item.rect.size.short_side <= max(2.0, LINE * screen.short_side)
    return isinstance(item, Lettering | Icon)


def _without(picture: Picture | None, layer: Layer) -> Layer:
    """The layer without a picture that is drawn elsewhere."""
    if picture is None:
        return layer
    items = (
        one
        for one in layer.items
        if not (isinstance(one, Picture) and _moved(one, layer) == picture)
    )
    return replace(layer, items=tuple(items))
