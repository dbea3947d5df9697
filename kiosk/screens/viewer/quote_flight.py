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

SPRING = Spring(frequency=20, damping=1)
"""How it flies: within 400 ms, without swinging."""
APPEARS, LEAVES, COMES, LANDS = 0.2, 0.35, 0.5, 0.85
"""Shares of the flight: until then the ground appears, the old screen leaves; from then the new one
comes, and the ground goes.
"""
FADES, CHANGES = 0.4, 0.5
"""From when to when the old words fade within the ground; the new ones then take as long."""


class QuoteFlight(Struct, frozen=True):
    """The old words move within the ground until half-way, then the new ones.

    Letters of another size would not meet, and would be read twice.
    """

    start: Rect
    end: Rect
    ground: Colour
    marked: Colour

    def layers(
        self, below: tuple[Layer, ...], above: tuple[Layer, ...], elapsed_s: float, lasts_s: float
    ) -> tuple[Layer, ...]:
        """The screen that leaves, the one that comes, and above both the quote in flight."""
        progress = elapsed_s / lasts_s
        left, _ = SPRING.at(elapsed_s, 1.0, 0.0)
        place = whole(self.start.towards(self.end, 1 - left))
        come = clamp((progress - COMES) / (LANDS - COMES))
        shown = min(clamp(progress / APPEARS), clamp((1 - progress) / (1 - LANDS)))
        old = clamp((CHANGES - progress) / (CHANGES - FADES))
        new = clamp((progress - CHANGES) / (CHANGES - FADES))
        return (
            *(_without(one, self.start) for one in below),
            Layer((), self.ground, opacity=clamp(progress / LEAVES)),
            *(
                replace(_without(one, self.end), opacity=one.opacity * come)
                for one in above
                if come
            ),
            Layer((Fill(place, self.marked),), opacity=shown),
            *_within(below, self.start, place, old),
            *_within(above, self.end, place, new),
        )


def _within(
    layers: tuple[Layer, ...], former: Rect, place: Rect, opacity: float
) -> Iterator[Layer]:
    """The letters in a part of the screen, moved to another place and seen only there."""
    for layer in layers if opacity else ():
        letters = tuple(one for one in _letters(layer) if _place(one, layer).overlaps(former))
        if letters:
            offset = layer.offset + (place.top_left - former.top_left)
            yield Layer(letters, opacity=layer.opacity * opacity, offset=offset, clip=place)


def _without(layer: Layer, place: Rect) -> Layer:
    """The layer without the letters that are wholly in a place: they are drawn in flight."""
    flying = [one for one in _letters(layer) if place.covers(_place(one, layer), slack=1)]
    return replace(layer, items=tuple(one for one in layer.items if one not in flying))


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
