"""Shows staff a small mark if files have mistakes, and on request a panel with the details."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.clock import LONG_AGO_S
from kiosk.base.geometry import Rect, whole
from kiosk.language.translations import SOURCE_LANGUAGE
from kiosk.layouts.parts.column import Block, column
from kiosk.screens.actions import Action, HitArea
from kiosk.screens.context import Context
from kiosk.screens.screen import Input
from kiosk.screens.status import Status
from kiosk.style.stage import Stage
from kiosk.types.events import KeyPressed, Pointer, Tick, Wheel
from kiosk.types.scene import Fill, Layer

OPEN_S = 30.0
HOLD_S = 3.0
"""Seconds that two fingers must rest in one corner to open it: nobody does that by chance."""
CORNER_MM = 60.0
"""Side of a corner in millimetres: two fingers fit into it."""
CORNER_SHARE = 0.25
"""Largest side of a corner, as a share of the screen's shorter side."""
LISTED_MAX = 6
"""Limits how many mistakes, and how many photos, are listed; `kiosk check` lists all."""
GAPS = {"body": 1.0, "caption": 0.35}
"""Space above each row, by its role; the last row has more."""
VEIL = 0.8
MARK_SHARE = 0.12
"""Side of the mark, in margins."""


class StaffPanel(Struct, frozen=True, tag=True):
    opened_s: float | None = None
    closed_s: float = LONG_AGO_S

    @property
    def is_modal(self) -> bool:
        return self.opened_s is not None

    def on(
        self, event: Input | Pointer, context: Context, now_s: float
    ) -> tuple[StaffPanel, Action | None]:
        match event:
            case Tick() if self.opened_s is None and now_s >= self._asked_s(context):
                return replace(self, opened_s=now_s), None
            case Tick() if self.opened_s is not None and now_s >= self.opened_s + OPEN_S:
                return StaffPanel(closed_s=now_s), None
            case KeyPressed("staff") if self.opened_s is None:
                return replace(self, opened_s=now_s), None
            case Pointer(phase="down") | KeyPressed() | Wheel() if self.is_modal:
                return StaffPanel(closed_s=now_s), None
        return self, None

    def view(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        """The panel while it is open; else the mark, if the files have a mistake."""
        if self.opened_s is None:
            return (_mark(context.stage),) if context.status.faults else ()
        rows = tuple(_rows(context.status, self.opened_s))
        return (_sheet(rows, replace(context.stage, language=SOURCE_LANGUAGE)),)

    def buttons(self, context: Context) -> tuple[HitArea, ...]:
        return ()  # A touch anywhere closes it.

    def due_s(self, context: Context, now_s: float) -> float:
        """When it next opens or closes by itself."""
        return self._asked_s(context) if self.opened_s is None else self.opened_s + OPEN_S

    def _asked_s(self, context: Context) -> float:
        """When the fingers that are down will open the panel; infinity if they will not.

        Fingers that were down when it was closed do not open it again. When it closes by itself,
        such fingers already count as stuck.
        """
        fingers = context.hand.fingers
        resting_s, places = [one.rest[0] for one in fingers], [one.at for one in fingers]
        if len(places) < 2 or min(resting_s) <= self.closed_s:
            return math.inf
        corners = _corners(context.stage)
        together = any(all(map(corner.contains, places)) for corner in corners)
        return max(resting_s) + HOLD_S if together else math.inf


def _rows(status: Status, now_s: float) -> Iterator[tuple[str, str]]:
    """Roles and texts from top to bottom, in English like the messages."""
    yield "lead", "For staff"
    yield "caption", f"Version {status.version}, running for {_duration(now_s - status.started_s)}."
    if not (status.faults or status.left_out):
        yield "body", "All is well: the files have no mistakes, and no photo is left out."
    if status.faults:
        yield "body", "Mistakes in the files; these parts are not shown as written:"
        yield from _first(status.faults)
    if status.left_out:
        yield "body", "Photos that cannot be shown:"
        yield from _first(tuple(f"{Path(file).name}: {why}" for file, why in status.left_out))
    yield "caption", "A touch closes this panel; it also closes after half a minute."


def _first(texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for text in texts[:LISTED_MAX]:
        yield "caption", text
    if len(texts) > LISTED_MAX:
        yield "caption", f"… and {len(texts) - LISTED_MAX} more: kiosk check lists all."


def _duration(seconds: float) -> str:
    """Time in its two largest units.

    >>> _duration(3 * 86400 + 3600), _duration(150)
    ('3 days, 1 hour', '2 minutes')
    """
    minutes = int(seconds // 60)
    parts = ((minutes // 1440, "day"), (minutes // 60 % 24, "hour"), (minutes % 60, "minute"))
    parts_named = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count]
    return ", ".join(parts_named[:2]) or "less than a minute"


def _corners(stage: Stage) -> tuple[Rect, ...]:
    side = min(CORNER_MM * stage.px_per_mm, CORNER_SHARE * stage.size.short_side)
    right, bottom = stage.size.width - side, stage.size.height - side
    return tuple(Rect(x, y, side, side) for x in (0.0, right) for y in (0.0, bottom))


def _mark(stage: Stage) -> Layer:
    """A grey mark in a dark rim, or a dark one in a light rim, so that it shows on any photo."""
    side = max(4.0, round(MARK_SHARE * stage.margin))
    apart = round(0.3 * stage.margin)
    place = Rect(stage.size.width - apart - side, apart, side, side)
    rim = place.inset(-max(2.0, round(side / 4)))
    return Layer((Fill(rim, stage.theme.ground), Fill(place, stage.theme.quiet)))


@lru_cache(maxsize=2)
def _sheet(rows: tuple[tuple[str, str], ...], stage: Stage) -> Layer:
    """A sheet in the middle, over a veil through which the show can still be seen."""
    quiet = stage.theme.quiet
    blocks = [
        Block(
            text,
            stage.style(role, colour=quiet if role == "caption" and number > 0 else None),
            gap=1.2 if number == len(rows) - 1 else GAPS.get(role, 0.0),
            characters=90,
        )
        for number, (role, text) in enumerate(rows)
    ]
    room = stage.safe.inset(stage.margin)
    words = column(blocks, room.width, room.height, stage)
    width, height = min(words.width, room.width), min(words.height, room.height)
    box = Rect((stage.size.width - width) / 2, (stage.size.height - height) / 2, width, height)
    sheet = whole(box.inset(-stage.margin))
    veil = Fill(stage.rect, stage.theme.ground, VEIL)
    return Layer((veil, Fill(sheet, stage.theme.raised), *words.at(box, stage)))
