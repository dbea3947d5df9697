"""Moves a quote on its ground between its place on a slide and its passage in the interview."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import Spring, clamp
from kiosk.base.geometry import Rect, whole
from kiosk.screens.context import Context
from kiosk.screens.interview.interview import InterviewReader
from kiosk.screens.screen import Screen
from kiosk.screens.viewer.interview_link import quote_place
from kiosk.screens.viewer.viewer import Viewer
from kiosk.types.scene import Colour, Fill, Layer, Lettering

SPRING = Spring(frequency=32, damping=1)
"""How it flies: within 400 ms of the touch, without swinging."""
APPEARS, DEPARTS = 0.2, 0.3
"""Shares of the time: the ground has appeared, and sets off."""
GONE, COMES, LANDS = 0.4, 0.55, 0.85
"""Shares of the time: the old screen is gone, the new one begins to come, and is there."""


class QuoteFlight(Struct, frozen=True):
    """The old words fade in their place, the ground flies below, and the new words come in theirs.

    Letters of another size would not meet, and moving ones would be cut by the ground.
    """

    start: Rect
    end: Rect
    ground: Colour
    marked: Colour

    def layers(
        self, below: tuple[Layer, ...], above: tuple[Layer, ...], elapsed_s: float, lasts_s: float
    ) -> tuple[Layer, ...]:
        """The screen that leaves, or the one that comes, and above it the quote on its ground."""
        progress = elapsed_s / lasts_s
        left, _ = SPRING.at(max(0.0, elapsed_s - DEPARTS * lasts_s), 1.0, 0.0)
        place = whole(self.start.towards(self.end, 1 - left))
        ground = min(clamp(progress / APPEARS), clamp((1 - progress) / (1 - COMES)))
        screen, words, shown = below, self.start, clamp(1 - progress / GONE)
        if progress > COMES:
            screen, words = above, self.end
            shown = clamp((progress - COMES) / (LANDS - COMES))
        return (
            *(_without(one, words) for one in screen),
            Layer((), self.ground, opacity=1 - shown),
            Layer((Fill(place, self.marked),), opacity=ground),
            *_lifted(screen, words, shown),
        )


def _lifted(layers: tuple[Layer, ...], place: Rect, opacity: float) -> Iterator[Layer]:
    """The letters in a place, to be drawn above the ground; of longer ones, what is in it."""
    for layer in layers if opacity else ():
        for letters in _letters(layer):
            seen = _place(letters, layer)
            if seen.overlaps(place):
                clip = None if place.covers(seen, slack=1) else place
                lifted = layer.opacity * opacity
                yield Layer((letters,), opacity=lifted, offset=layer.offset, clip=clip)


def _without(layer: Layer, place: Rect) -> Layer:
    """The layer without the letters that are wholly in a place: they are drawn above it."""
    lifted = [one for one in _letters(layer) if place.covers(_place(one, layer), slack=1)]
    return replace(layer, items=tuple(one for one in layer.items if one not in lifted))


def _letters(layer: Layer) -> Iterator[Lettering]:
    return (one for one in layer.items if isinstance(one, Lettering))


def _place(letters: Lettering, layer: Layer) -> Rect:
    return letters.rect.moved(layer.offset)


def quote_flight(
    former: Screen, incoming: Screen, context: Context, now_s: float
) -> QuoteFlight | None:
    """The flight from one screen to the other; None if not both show the words, or if it is still.

    A slide and the interview of the same quote show them.
    """
    if context.stage.comfort.still:
        return None
    match former, incoming:
        case (Viewer() as viewer, InterviewReader() as reader) | (
            InterviewReader() as reader,
            Viewer() as viewer,
        ):
            if reader.slide != viewer.slide_view.index:
                return None
        case _:
            return None
    on_slide = quote_place(viewer.strip, context, now_s)
    in_text = reader.passage_place(context, now_s)
    if on_slide is None or in_text is None:
        return None
    theme = reader.stage(context).theme
    places = (on_slide, in_text) if former is viewer else (in_text, on_slide)
    return QuoteFlight(*places, theme.ground, theme.marked)
