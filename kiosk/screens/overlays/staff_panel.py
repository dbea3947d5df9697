"""Shows staff a small mark if files have mistakes, and on request a panel with the details."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Rect, whole
from kiosk.gestures import Hand
from kiosk.language.translations import SOURCE_LANGUAGE
from kiosk.layouts.parts.column import Block, column
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill, Layer

OPEN_S = 30.0
HOLD_S = 3.0
"""Seconds that two fingers must rest in one corner to open it: nobody does that by chance."""
CORNER_MM = 60.0
"""Side of a corner in millimetres: two fingers fit into it."""
CORNER_SHARE = 0.25
"""Largest side of a corner, as a share of the screen's shorter side."""
TOLD_MAX = 6
"""Limits how many mistakes, and how many photos, are listed; `kiosk check` lists all."""
KEPT_MAX = 100
GAPS = {"body": 1.0, "caption": 0.35}
"""Space above each row, by its role; the last row has more."""
VEIL = 0.8
MARK_SHARE = 0.12
"""Side of the mark, in margins."""


class Staff(Struct, frozen=True):
    """What the panel reports, and when it was opened or closed."""

    version: str = ""
    started_s: float = 0.0
    faults: tuple[str, ...] = ()
    """Why the files, or some of their slides, are not shown as written."""
    left_out: tuple[tuple[str, str], ...] = ()
    """Photos that cannot be shown, and why."""
    opened_s: float | None = None
    closed_s: float = -math.inf

    def with_failed(self, file: str, reason: str) -> Staff:
        others = self.without(file).left_out
        return replace(self, left_out=(*others, (file, reason))[-KEPT_MAX:])

    def without(self, file: str) -> Staff:
        """Removes a photo that has changed, since it may now be shown again."""
        return replace(self, left_out=tuple(one for one in self.left_out if one[0] != file))

    def opened(self, now_s: float) -> Staff:
        return replace(self, opened_s=now_s)

    def closed(self, now_s: float) -> Staff:
        return replace(self, opened_s=None, closed_s=now_s)

    def is_open(self, now_s: float) -> bool:
        return self.opened_s is not None and now_s < self.opened_s + OPEN_S

    def asked_s(self, hand: Hand, stage: Stage) -> float:
        """When the fingers that are down will open the panel; infinity if they will not.

        Fingers that were down when it was closed do not open it again. When it closes by itself,
        such fingers already count as stuck.
        """
        resting_s = [finger.rest[0] for finger in hand.fingers]
        places = [finger.at for finger in hand.fingers]
        if len(places) < 2 or min(resting_s) <= self.closed_s:
            return math.inf
        together = any(all(map(corner.contains, places)) for corner in _corners(stage))
        return max(resting_s) + HOLD_S if together else math.inf

    def due_s(self, hand: Hand, stage: Stage, now_s: float) -> float:
        """When the panel next opens or closes by itself."""
        if self.opened_s is not None and self.is_open(now_s):
            return self.opened_s + OPEN_S
        return self.asked_s(hand, stage)

    def layers(self, stage: Stage, now_s: float) -> tuple[Layer, ...]:
        """The panel while it is open; else the mark, if the files have a mistake."""
        if self.is_open(now_s):
            assert self.opened_s is not None
            told = tuple(self._told(self.opened_s))
            return (_sheet(told, replace(stage, language="en")),)
        return (_mark(stage),) if self.faults else ()

    def _told(self, now_s: float) -> Iterator[tuple[str, str]]:
        """Roles and texts from top to bottom, in English like the messages."""
        yield "lead", "For staff"
        yield "caption", f"Version {self.version}, running for {_duration(now_s - self.started_s)}."
        if not (self.faults or self.left_out):
            yield "body", "All is well: the files have no mistakes, and no photo is left out."
        if self.faults:
            yield "body", "Mistakes in the files; these parts are not shown as written:"
            yield from _first(self.faults)
        if self.left_out:
            yield "body", "Photos that cannot be shown:"
            yield from _first(tuple(f"{Path(file).name}: {why}" for file, why in self.left_out))
        yield "caption", "A touch closes this panel; it also closes after half a minute."


def _first(texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for text in texts[:TOLD_MAX]:
        yield "caption", text
    if len(texts) > TOLD_MAX:
        yield "caption", f"… and {len(texts) - TOLD_MAX} more: kiosk check lists all."


def _duration(seconds: float) -> str:
    """Time in its two largest units.

    >>> _duration(3 * 86400 + 3600), _duration(150)
    ('3 days, 1 hour', '2 minutes')
    """
    minutes = int(seconds // 60)
    parts = ((minutes // 1440, "day"), (minutes // 60 % 24, "hour"), (minutes % 60, "minute"))
    told = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count]
    return ", ".join(told[:2]) or "less than a minute"


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
def _sheet(told: tuple[tuple[str, str], ...], stage: Stage) -> Layer:
    """A sheet in the middle, over a veil through which the show can still be seen.

    It is in English in every language of the visitors, and laid out for English.
    """
    stage = replace(stage, language=SOURCE_LANGUAGE)
    quiet = stage.theme.quiet
    blocks = [
        Block(
            text,
            stage.style(role, colour=quiet if role == "caption" and number > 0 else None),
            gap=1.2 if number == len(told) - 1 else GAPS.get(role, 0.0),
            characters=90,
        )
        for number, (role, text) in enumerate(told)
    ]
    room = stage.safe.inset(stage.margin)
    words = column(blocks, room.width, room.height, stage)
    width, height = min(words.width, room.width), min(words.height, room.height)
    box = Rect((stage.size.width - width) / 2, (stage.size.height - height) / 2, width, height)
    sheet = whole(box.inset(-stage.margin))
    veil = Fill(stage.rect, stage.theme.ground, VEIL)
    return Layer((veil, Fill(sheet, stage.theme.raised), *words.at(box, stage)))
