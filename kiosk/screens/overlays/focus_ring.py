"""Finds the button that has the keyboard's focus, and draws the ring around it."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.base.geometry import Rect
from kiosk.screens.actions import Action, HitArea
from kiosk.style.stage import Stage
from kiosk.types.scene import Colour, Fill, Layer

LINES = 1.5
"""Thickness of the ring, in lines."""


def next_to(focus: Action | None, buttons: Sequence[HitArea], way: int) -> Action:
    """The next or previous button, wrapping around; without focus, the first or the last one."""
    actions = [button.action for button in buttons]
    if focus not in actions:
        return actions[0 if way > 0 else -1]
    return actions[(actions.index(focus) + way) % len(actions)]


def onward(key: str, stage: Stage) -> int:
    """1 for the keys that lead on through a list or a text, -1 for those that lead back, else 0."""
    ahead, back = ("left", "right") if stage.mirrored else ("right", "left")
    return {ahead: 1, "down": 1, "pagedown": 1, back: -1, "up": -1, "pageup": -1}.get(key, 0)


def in_row(focus: Action, rows: Sequence[Sequence[HitArea]], by: int) -> Action:
    """The nearest button in a row further down or up; in the last and the first row, it stays."""
    at, button = next((n, one) for n, row in enumerate(rows) for one in row if one.action == focus)
    row = rows[min(max(0, at + by), len(rows) - 1)]
    if row is rows[at]:
        return focus
    return min(row, key=lambda one: abs(one.rect.centre.x - button.rect.centre.x)).action


def focused(focus: Action | None, buttons: Sequence[HitArea]) -> HitArea | None:
    return next((button for button in buttons if button.action == focus), None)


def ring(button: HitArea, stage: Stage) -> Layer:
    """A ring around a button."""
    return Layer(outline(button.rect, stage.rect, max(2, round(LINES * stage.line)), stage))


def outline(place: Rect, within: Rect, thickness: float, stage: Stage) -> tuple[Fill, ...]:
    """A light and a dark line around a place, so that it shows on any photo."""
    outer = place.inset(-2 * thickness).intersection(within)
    middle = outer.inset(thickness)
    return (
        *_frame(outer, middle, stage.theme.ground),
        *_frame(middle, middle.inset(thickness), stage.theme.ink),
    )


def _frame(outer: Rect, inner: Rect, colour: Colour) -> tuple[Fill, ...]:
    return tuple(Fill(piece, colour) for piece in outer.without(inner))
