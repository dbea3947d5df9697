"""Moves the ground of a quote between its place on a slide and its passage in the interview."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import Spring, clamp
from kiosk.base.geometry import Rect, whole
from kiosk.screens.context import Context
from kiosk.screens.interview.interview import InterviewReader
from kiosk.screens.screen import Screen
from kiosk.screens.viewer.interview_link import quote_place
from kiosk.screens.viewer.viewer import Viewer
from kiosk.types.scene import Colour, Fill, Layer

SPRING = Spring(frequency=20, damping=1)
"""How it flies: within 400 ms, without swinging."""
APPEARS, LEAVES, COMES = 0.2, 0.35, 0.5
"""Shares of the flight: until then the ground appears, the words leave; from then others come."""


class QuoteFlight(Struct, frozen=True):
    """The words that are left go before those that come; only their ground is there all the time.

    Letters of another size would not meet, and would be read twice.
    """

    start: Rect
    end: Rect
    ground: Colour
    marked: Colour

    def layers(
        self, below: tuple[Layer, ...], above: tuple[Layer, ...], elapsed_s: float, lasts_s: float
    ) -> tuple[Layer, ...]:
        """The screen that leaves, the ground in flight, and the screen that comes."""
        progress = elapsed_s / lasts_s
        left, _ = SPRING.at(elapsed_s, 1.0, 0.0)
        place = whole(self.start.towards(self.end, 1 - left))
        come = clamp((progress - COMES) / (1 - COMES))
        return (
            *below,
            Layer((), self.ground, opacity=clamp(progress / LEAVES)),
            Layer((Fill(place, self.marked),), opacity=clamp(progress / APPEARS)),
            *(replace(one, opacity=one.opacity * come) for one in above if come),
        )


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
