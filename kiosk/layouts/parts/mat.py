"""Draws a passe-partout: the card around a photo, with the bevel of its cut edge."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Point, Rect, Size, centred, whole
from kiosk.style.stage import Stage
from kiosk.style.themes import mixed
from kiosk.types.scene import Fill

BEVEL = 1 / 24
"""Width of the cut edge, in margins."""


class Mat(Struct, frozen=True):
    """A card around a photo, `width` margins wide; with width 0 there is no card."""

    width: float = 0.0
    foot: float = 1.25
    """How many times as wide it is below the photo: in an even frame, a photo seems to slip down.
    """

    def fitted(self, photo: Size, box: Rect, stage: Stage) -> Rect:
        """The largest card that fits in a box, centred."""
        around = self._around(stage)
        room = Size(box.width - around.width, box.height - around.height)
        size = photo * min(room.width / photo.width, room.height / photo.height)
        return centred(Size(size.width + around.width, size.height + around.height), box)

    def opening(self, card: Rect, stage: Stage) -> Rect:
        """The photo's place in the card."""
        side, around = self._side(stage), self._around(stage)
        size = Size(card.width - around.width, card.height - around.height)
        return whole(Rect.of(size, card.top_left + Point(side, side)))

    def drawn(self, card: Rect, stage: Stage) -> tuple[Fill, ...]:
        """Card and bevel, around the photo and not under it, so that a slide fades as one.

        The light falls from the top left, as in old books: the cut is in shadow there.
        """
        if not self.width:
            return ()
        colour = stage.theme.mat
        photo, line = self.opening(card, stage), max(2.0, round(BEVEL * stage.margin))
        cut = photo.inset(-line)
        shade, light = mixed(colour, (0, 0, 0), 0.25), mixed(colour, (255, 255, 255), 0.7)
        edges = (
            Fill(Rect(cut.x, cut.y, photo.width + line, line), shade),
            Fill(Rect(cut.x, photo.y, line, photo.height), shade),
            Fill(Rect(photo.right, cut.y, line, photo.height + line), light),
            Fill(Rect(cut.x, photo.bottom, cut.width, line), light),
        )
        return (*(Fill(piece, colour) for piece in whole(card).without(cut)), *edges)

    def _side(self, stage: Stage) -> float:
        return round(self.width * stage.margin)

    def _around(self, stage: Stage) -> Size:
        side = self._side(stage)
        return Size(2 * side, side + round(side * self.foot))


NO_MAT = Mat()
PASSE_PARTOUT = Mat(1.25)
