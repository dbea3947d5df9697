"""Derives the scene, the next wake-up time and the wanted photos from the state."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, around
from kiosk.screens.context import Context
from kiosk.screens.home import Home
from kiosk.screens.overlays.comfort_panel import ComfortPanel
from kiosk.screens.overlays.focus_ring import focused, ring
from kiosk.screens.slide_view import FRAME_S
from kiosk.screens.viewer.viewer import Viewer
from kiosk.show.flight import SCREEN_FADE_S, crossed
from kiosk.show.perform import can_open, viewer_at
from kiosk.show.state import State, buttons, modal
from kiosk.types.photo import Request
from kiosk.types.scene import Item, Layer, Lettering, Picture, Scene, Typesetter


def view(state: State, now_s: float, typesetter: Typesetter) -> Scene:
    """The scene to draw now: the screen, and the overlays above it."""
    context = state.context(typesetter)
    layers = state.screen.view(context, now_s)
    if state.leaving and not state.leaving.is_over(now_s):
        below, leaving = state.leaving.screen.view(context, now_s), state.leaving
        if leaving.quote:
            elapsed_s = now_s - leaving.started_s
            layers = leaving.quote.layers(below, layers, elapsed_s, SCREEN_FADE_S)
        else:
            progress = leaving.progress(now_s)
            layers = crossed(below, layers, progress, leaving.flight, state.size)
    layers = _above_panel(layers, state, context, now_s)
    return Scene(state.size, (*layers, *_overlays(state, now_s, typesetter)))


def due_s(state: State, now_s: float, typesetter: Typesetter) -> float:
    """When the show needs its next `Tick`, if no event comes before; infinity if never."""
    if state.leaving and not state.leaving.is_over(now_s):
        return now_s + FRAME_S
    opening = state.opening and viewer_at(state, state.opening, now_s, typesetter)
    if opening and can_open(state, opening, typesetter):
        return now_s
    context = state.overlay_context(typesetter)
    return min(
        state.hand.due_s,
        state.screen.due_s(state.context(typesetter), now_s),
        *(overlay.due_s(context, now_s) for overlay in state.overlays),
    )


def wanted(state: State, typesetter: Typesetter) -> tuple[Request, ...]:
    """Photos to load, the most urgent first: those of a slide to open, then of this screen."""
    context = state.context(typesetter)
    leaving = state.leaving.screen.wanted(context) if state.leaving else ()
    opening = state.opening and viewer_at(state, state.opening, 0.0, typesetter)
    coming = opening.wanted(context) if opening else ()
    requests = (*coming, *state.screen.wanted(context), *leaving)
    # Nothing that is not seen keeps a visitor from the first photo.
    home = () if state.media.awaits_first(requests) else Home().wanted(context)
    return tuple(dict.fromkeys((*requests, *context.standing_in(requests), *home)))


def is_complete(state: State, typesetter: Typesetter) -> bool:
    """Whether all photos on this screen can be drawn sharply now."""
    return state.screen.is_complete(state.context(typesetter))


def _above_panel(
    layers: tuple[Layer, ...], state: State, context: Context, now_s: float
) -> tuple[Layer, ...]:
    """A slide moved up, so that the comfort panel does not cover the words that it changes."""
    panel = next((one for one in state.overlays if isinstance(one, ComfortPanel)), None)
    if panel is None or not panel.is_modal or not isinstance(state.screen, Viewer):
        return layers
    covered = panel.sheet(state.overlay_context(context.stage.typesetter))
    foot = state.size.height - context.stage.foot
    words = [
        item.rect
        for layer in layers
        for item in layer.items
        if isinstance(item, Lettering) and item.rect.bottom <= foot
    ]
    if not words:
        return layers
    place = around(words)
    up = max(0.0, min(place.bottom + context.stage.margin - covered.y, place.y))
    by = Point(0, -round(up * panel.openness(now_s)))
    return tuple(
        one
        if one.ground is None and all(_place(item).y >= foot for item in one.items)
        else replace(one, offset=one.offset + by, clip=one.clip and one.clip.moved(by))
        for one in layers
    )


def _place(item: Item) -> Rect:
    return item.window if isinstance(item, Picture) else item.rect


def _overlays(state: State, now_s: float, typesetter: Typesetter) -> Iterator[Layer]:
    """The overlays, and the focus ring above the buttons that it is for."""
    context, top = state.overlay_context(typesetter), modal(state)
    at = state.focus and focused(state.focus, buttons(state, typesetter))
    if at and top is None:
        yield ring(at, context.stage)
    for overlay in state.overlays:
        yield from overlay.view(context, now_s)
        if at and overlay is top:
            yield ring(at, context.stage)
