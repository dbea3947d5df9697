"""Asks whether anybody is still looking, over the current screen."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import clamp, sine
from kiosk.base.geometry import Rect, Size, centred, whole
from kiosk.language.translations import STILL_LOOKING, TOUCH_TO_STAY, Message
from kiosk.layouts.parts.column import Block, bounds, column
from kiosk.screens.actions import Action, HitArea, Rest
from kiosk.screens.context import Context
from kiosk.screens.screen import Input
from kiosk.screens.slide_view import FRAME_S
from kiosk.style.stage import Stage
from kiosk.types.events import KeyPressed, Pointer, Tick, Wheel
from kiosk.types.scene import Colour, Fill, Layer

ASKING_S = 20.0
"""Seconds to answer: the minimum of WCAG 2.2.1."""
FADE_S = 0.6
VEIL = 0.6
"""Opacity of the veil over the screen, which stays visible beneath it and waits."""
LINE_SHARE = 0.26
"""Length of the line that runs out, as a share of the screen's shorter side."""


class IdlePrompt(Struct, frozen=True, tag=True):
    asked_s: float | None = None
    """When the question appeared; None while nothing is asked."""

    @property
    def is_modal(self) -> bool:
        return self.asked_s is not None

    def on(
        self, event: Input | Pointer, context: Context, now_s: float
    ) -> tuple[IdlePrompt, Action | None]:
        """Asks when a visitor has been idle; if nobody answers, the slides play by themselves."""
        match event:
            case Tick() if now_s < context.idle_s:
                return IdlePrompt(), None
            case Tick() if self.asked_s is None:
                return IdlePrompt(context.idle_s), None
            case Tick() if now_s >= context.idle_s + ASKING_S:
                return IdlePrompt(), Rest()
            case Pointer(phase="down") | KeyPressed() | Wheel():
                return IdlePrompt(), None
        return self, None

    def view(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        return () if self.asked_s is None else (question(now_s - self.asked_s, context.stage),)

    def buttons(self, context: Context) -> tuple[HitArea, ...]:
        return ()  # A touch anywhere answers.

    def due_s(self, context: Context, now_s: float) -> float:
        if self.asked_s is None:
            return context.idle_s
        return self.asked_s + changes_s(now_s - self.asked_s, context.stage)


def question(elapsed_s: float, stage: Stage) -> Layer:
    """The question, the seconds that are left, and a line that gets shorter with them."""
    left_s = clamp(ASKING_S - elapsed_s, 0.0, ASKING_S)
    # The figures of the sans font have one width, so the countdown does not tremble.
    figures = replace(stage.style("heading", align="centre"), face="sans")
    blocks = [
        _block(STILL_LOOKING, "quote", stage),
        Block(str(math.ceil(left_s)), figures, gap=0.7),
        _block(TOUCH_TO_STAY, "body", stage, gap=2.6, colour=stage.theme.quiet),
    ]
    words = column(blocks, stage.safe.width, stage.safe.height, stage)
    letters = words.at(stage.safe, stage, "middle")
    middle = (letters[1].rect.bottom + letters[2].rect.y) / 2
    line = _line(math.ceil(left_s) if stage.comfort.still else left_s, middle, stage)
    veil = Fill(stage.rect, stage.theme.ground, VEIL)
    card = Fill(_card(bounds(letters), stage), stage.theme.raised)
    return Layer((veil, card, *letters, *line), opacity=sine(elapsed_s / FADE_S))


def changes_s(elapsed_s: float, stage: Stage) -> float:
    """When the question next looks different, in seconds since it appeared.

    The line gets shorter pixel by pixel; with reduced motion, once a second.
    """
    if elapsed_s < FADE_S:
        return elapsed_s + FRAME_S
    second_s = math.floor(elapsed_s) + 1.0
    return second_s if stage.comfort.still else min(second_s, elapsed_s + ASKING_S / _length(stage))


def _block(
    phrase: Message, role: str, stage: Stage, *, gap: float = 0.0, colour: Colour | None = None
) -> Block:
    language = phrase.language_for(stage.language)
    style = stage.style(role, align="centre", colour=colour, language=language)
    return Block(phrase.in_language(stage.language), style, gap=gap, balanced=True)


def _card(words: Rect, stage: Stage) -> Rect:
    """The background of the question; its size stays the same during the countdown."""
    width = max(words.width, 1.2 * _length(stage)) + 3 * stage.margin
    height = words.height + 2 * stage.margin
    return whole(centred(Size(width, height), words)).intersection(stage.rect)


def _line(left_s: float, middle: float, stage: Stage) -> tuple[Fill, Fill]:
    """The whole line in a faint colour, and over it what is left, from where reading begins."""
    width = _length(stage)
    thickness = stage.line
    track = Rect((stage.size.width - width) / 2, middle - thickness / 2, width, thickness)
    rest = replace(track, width=round(width * left_s / ASKING_S))
    return Fill(track, stage.theme.ground), Fill(stage.mirror(rest), stage.theme.accent)


def _length(stage: Stage) -> float:
    return LINE_SHARE * stage.size.short_side
