"""The question whether anybody is still looking, over whatever screen is on."""

from __future__ import annotations

import math

from msgspec.structs import replace

from kiosk.base.easing import clamp, sine
from kiosk.base.geometry import Rect, Size, centred, whole
from kiosk.language.translations import STILL_LOOKING, TOUCH_TO_STAY, Message
from kiosk.layouts.parts.column import Block, bounds, column
from kiosk.screens.slide_view import FRAME_S
from kiosk.style.stage import Stage
from kiosk.types.scene import Colour, Fill, Layer

ASKING_S = 20.0
"""Time to answer, as WCAG 2.2.1 wants it."""
FADE_S = 0.6
VEIL = 0.6
"""How much of the screen beneath is covered: it is still there, and waits."""
LINE_SHARE = 0.26
"""Length of the line that runs out, as a share of the screen's shorter side."""


def question(elapsed_s: float, stage: Stage) -> Layer:
    """What is asked, the seconds that are left, and a line that runs out with them."""
    left_s = clamp(ASKING_S - elapsed_s, 0.0, ASKING_S)
    # Figures of the sans are all of one width: they count down without trembling.
    figures = replace(stage.style("heading", align="centre"), face="sans")
    blocks = [
        _block(STILL_LOOKING, "quote", stage),
        Block(str(math.ceil(left_s)), figures, gap=0.7),
        _block(TOUCH_TO_STAY, "body", stage, gap=2.6, colour=stage.theme.quiet),
    ]
    words = column(blocks, stage.safe.width, stage.safe.height, stage)
    letters = words.at(stage.safe, stage, "middle")
    middle = (letters[1].rect.bottom + letters[2].rect.y) / 2
    line = _line(math.ceil(left_s) if stage.still else left_s, middle, stage)
    veil = Fill(stage.rect, stage.theme.ground, VEIL)
    card = Fill(_card(bounds(letters), stage), stage.theme.raised)
    return Layer((veil, card, *letters, *line), opacity=sine(elapsed_s / FADE_S))


def due_s(elapsed_s: float, stage: Stage) -> float:
    """When the question will next look different, in seconds since it was asked.

    The line loses a pixel at a time; with reduced motion, a piece each second.
    """
    if elapsed_s < FADE_S:
        return elapsed_s + FRAME_S
    second_s = math.floor(elapsed_s) + 1.0
    return second_s if stage.still else min(second_s, elapsed_s + ASKING_S / _length(stage))


def _block(
    phrase: Message, role: str, stage: Stage, *, gap: float = 0.0, colour: Colour | None = None
) -> Block:
    language = phrase.language_for(stage.language)
    style = stage.style(role, align="centre", colour=colour, language=language)
    return Block(phrase.in_language(stage.language), style, gap=gap, balanced=True)


def _card(words: Rect, stage: Stage) -> Rect:
    """The question's ground: of one size while the seconds run."""
    width = max(words.width, 1.2 * _length(stage)) + 3 * stage.margin
    height = words.height + 2 * stage.margin
    return whole(centred(Size(width, height), words)).intersection(stage.rect)


def _line(left_s: float, middle: float, stage: Stage) -> tuple[Fill, Fill]:
    """The whole line, faint, and what is left of it, from the side that is read from."""
    width = _length(stage)
    thickness = stage.line
    track = Rect((stage.size.width - width) / 2, middle - thickness / 2, width, thickness)
    rest = replace(track, width=round(width * left_s / ASKING_S))
    return Fill(track, stage.theme.ground), Fill(stage.mirror(rest), stage.theme.accent)


def _length(stage: Stage) -> float:
    return LINE_SHARE * stage.size.short_side
