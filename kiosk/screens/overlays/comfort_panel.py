"""Shows the comfort settings of a visitor, over the bottom of the current screen."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import sine
from kiosk.base.geometry import Rect
from kiosk.gestures import Gesture, Pressed, Tapped
from kiosk.screens.actions import Action, ClosePanel, HitArea, PointAt, touched
from kiosk.screens.context import Context
from kiosk.screens.controls import drawn
from kiosk.screens.overlays.comfort_rows import ComfortRows, comfort_rows
from kiosk.screens.overlays.focus_ring import next_to, onward
from kiosk.screens.screen import Input
from kiosk.screens.slide_view import FRAME_S
from kiosk.types.events import KeyPressed, Pointer
from kiosk.types.scene import Fill, Layer, Scrim

FADE_S = 0.2
FADE_ABOVE = 0.6
"""Height above the panel in which what it covers fades, in margins."""


class ComfortPanel(Struct, frozen=True, tag=True):
    """It has no timeout: visitors who need larger text may need more time, too."""

    opened_s: float | None = None
    pressed: Action | None = None

    @property
    def is_modal(self) -> bool:
        return self.opened_s is not None

    def on(
        self, event: Input | Pointer, context: Context, now_s: float
    ) -> tuple[ComfortPanel, Action | None]:
        if self.opened_s is None:
            return self, None
        match event:
            case Pressed(at) if not _rows(context).sheet.contains(at):
                return self, ClosePanel()
            case Pressed(at):
                return replace(self, pressed=touched(self.buttons(context), at)), None
            case Tapped() if self.pressed:
                return replace(self, pressed=None), self.pressed
            case _ if isinstance(event, Gesture):
                return replace(self, pressed=None), None
            case KeyPressed("escape"):
                return self, ClosePanel()
            case KeyPressed(key) if way := onward(key, context.stage):
                return self, PointAt(next_to(context.focus, self.buttons(context), way))
        return self, None

    def buttons(self, context: Context) -> tuple[HitArea, ...]:
        if self.opened_s is None:
            return ()
        return tuple(one.button for one in _rows(context).controls)

    def view(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        if self.opened_s is None:
            return ()
        stage, laid_out = context.stage, _rows(context)
        sheet = laid_out.sheet
        edge = Rect(sheet.x, sheet.y - stage.line, sheet.width, stage.line)
        items = (
            *self._fade(context),
            Fill(sheet, stage.theme.raised),
            Fill(edge, stage.theme.accent),
            *drawn(laid_out.controls, self.pressed, stage),
            *laid_out.around,
        )
        return (Layer(items, opacity=self.openness(now_s)),)

    def _fade(self, context: Context) -> Iterator[Scrim]:
        """So that its edge cuts no line of words; in high contrast, nothing fades."""
        stage, sheet = context.stage, _rows(context).sheet
        if not stage.comfort.contrast:
            height = FADE_ABOVE * stage.margin
            above = Rect(sheet.x, sheet.y - height, sheet.width, height)
            yield Scrim(above, stage.theme.ground, 1.0, solid_from=1.0)

    def sheet(self, context: Context) -> Rect:
        """The part of the screen that it covers while it is open."""
        return _rows(context).sheet

    def openness(self, now_s: float) -> float:
        """How far it has faded in, 0–1."""
        return 0.0 if self.opened_s is None else sine((now_s - self.opened_s) / FADE_S)

    def due_s(self, context: Context, now_s: float) -> float:
        fades = self.opened_s is not None and now_s < self.opened_s + FADE_S
        return now_s + FRAME_S if fades else math.inf


def _rows(context: Context) -> ComfortRows:
    return comfort_rows(context.collection.kiosk.languages, context.stage)
