"""Shows the comfort settings of a visitor, over the bottom of the current screen."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import sine
from kiosk.base.geometry import Rect
from kiosk.gestures import Gesture, Pressed, Tapped
from kiosk.screens.actions import Action, ClosePanel, HitArea, PointAt, touched
from kiosk.screens.context import Context
from kiosk.screens.controls import drawn
from kiosk.screens.overlays.comfort_rows import Comforts, comforts
from kiosk.screens.overlays.focus_ring import next_to
from kiosk.screens.screen import Input
from kiosk.screens.slide_view import FRAME_S
from kiosk.types.events import KeyPressed
from kiosk.types.scene import Fill, Layer

FADE_S = 0.2


class Panel(Struct, frozen=True):
    """The open panel. It has no timeout: visitors who need larger text may need more time, too."""

    since_s: float
    pressed: Action | None = None

    def on(self, event: Input, context: Context) -> tuple[Panel, Action | None]:
        match event:
            case Pressed(at) if not _comforts(context).sheet.contains(at):
                return self, ClosePanel()
            case Pressed(at):
                return replace(self, pressed=touched(self.buttons(context), at)), None
            case Tapped() if self.pressed:
                return replace(self, pressed=None), self.pressed
            case _ if isinstance(event, Gesture):
                return replace(self, pressed=None), None
            case KeyPressed("right" | "down"):
                return self, PointAt(next_to(context.focus, self.buttons(context), 1))
            case KeyPressed("left" | "up"):
                return self, PointAt(next_to(context.focus, self.buttons(context), -1))
            case KeyPressed("escape"):
                return self, ClosePanel()
        return self, None

    def buttons(self, context: Context) -> tuple[HitArea, ...]:
        return tuple(one.button for one in _comforts(context).controls)

    def view(self, context: Context, now_s: float) -> Layer:
        stage, laid_out = context.stage, _comforts(context)
        sheet = laid_out.sheet
        edge = Rect(sheet.x, sheet.y - stage.line, sheet.width, stage.line)
        items = (
            Fill(sheet, stage.theme.raised),
            Fill(edge, stage.theme.accent),
            *drawn(laid_out.controls, self.pressed, stage),
            *laid_out.around,
        )
        return Layer(items, opacity=sine((now_s - self.since_s) / FADE_S))

    def due_s(self, now_s: float) -> float:
        return now_s + FRAME_S if now_s < self.since_s + FADE_S else math.inf


def _comforts(context: Context) -> Comforts:
    return comforts(context.collection.kiosk.languages, context.stage)
