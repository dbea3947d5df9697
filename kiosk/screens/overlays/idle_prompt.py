"""Asks whether anybody is still looking, over the current screen."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import clamp, sine
from kiosk.base.geometry import Point, Rect
from kiosk.language.translations import STILL_LOOKING, TOUCH_TO_STAY, Message
from kiosk.layouts.parts.column import REDUCTIONS
from kiosk.screens.actions import Action, HitArea, Rest
from kiosk.screens.context import Context
from kiosk.screens.screen import Input
from kiosk.screens.slide_view import FRAME_S
from kiosk.style.stage import Stage
from kiosk.types.events import KeyPressed, Pointer, Tick, Wheel
from kiosk.types.scene import Fill, Layer, Lettering, Paragraph

ASKING_S = 20.0
"""Seconds to answer: the minimum of WCAG 2.2.1."""
FADE_S = 0.6
VEIL = 0.25
"""Opacity of the veil over the screen, which stays visible beneath it and waits."""
LINE_SHARE = 0.22
"""Length of the line that runs out, as a share of the screen's shorter side."""
HEIGHT = 96 / 720
"""Least height of the strip, as a share of the screen's shorter side: it covers all controls."""
ANSWER = 22 / 720
"""Size of the words that say what to do, as a share of the screen's shorter side."""
GAP = 0.6
"""Space between the parts of the question, in margins."""
FULL = 0.94
"""Greatest height of the words, as a share of the strip."""


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
    """The question, the seconds that are left, and a line that gets shorter with them.

    It covers the band of the controls, and the row of the filmstrip.
    """
    left_s = clamp(ASKING_S - elapsed_s, 0.0, ASKING_S)
    height = max(stage.foot, math.ceil(HEIGHT * stage.size.short_side))
    strip = Rect(0, stage.size.height - height, stage.size.width, height)
    reduction = _reduction(strip, stage)
    letters = _letters(str(math.ceil(left_s)), reduction, strip, stage)
    shown_s = math.ceil(left_s) if stage.comfort.still else left_s
    line = _line(shown_s, reduction, strip.centre.y, stage)
    veil = Fill(stage.rect, stage.theme.ground, VEIL)
    ground = Fill(strip, stage.theme.raised)
    return Layer((veil, ground, *letters, *line), opacity=sine(elapsed_s / FADE_S))


def changes_s(elapsed_s: float, stage: Stage) -> float:
    """When the question next looks different, in seconds since it appeared.

    The line gets shorter pixel by pixel; with reduced motion, once a second.
    """
    if elapsed_s < FADE_S:
        return elapsed_s + FRAME_S
    second_s = math.floor(elapsed_s) + 1.0
    return second_s if stage.comfort.still else min(second_s, elapsed_s + ASKING_S / _length(stage))


def _reduction(strip: Rect, stage: Stage) -> float:
    """The largest size in which the words fit into the strip, in one row or in two."""
    height = FULL * strip.height
    for reduction in REDUCTIONS:
        asked, answer = _words(reduction, stage)
        heights = asked.size.height, answer.size.height
        if _is_row(asked, answer, reduction, stage) and max(heights) <= height:
            break
        widest = max(asked.size.width, answer.size.width)
        if widest <= _room(reduction, stage) and sum(heights) <= height:
            break
    return reduction


def _letters(seconds: str, reduction: float, strip: Rect, stage: Stage) -> tuple[Lettering, ...]:
    """Question and answer, where lines begin, and the seconds at the other end."""
    asked, answer = _words(reduction, stage)
    figures = _figures(seconds, reduction, stage)
    left, middle = stage.safe.x, strip.centre.y
    if _is_row(asked, answer, reduction, stage):
        beside = left + asked.size.width + GAP * stage.margin
        tops = middle - asked.size.height / 2, middle - answer.size.height / 2
    else:
        beside, top = left, middle - (asked.size.height + answer.size.height) / 2
        tops = top, top + asked.size.height
    end = stage.safe.right - figures.size.width
    return (
        _at(asked, Point(left, tops[0]), stage),
        _at(answer, Point(beside, tops[1]), stage),
        _at(figures, Point(end, middle - figures.size.height / 2), stage),
    )


def _words(reduction: float, stage: Stage) -> tuple[Paragraph, Paragraph]:
    asked = _set(STILL_LOOKING, "lead", reduction, stage)
    least = ANSWER * stage.size.short_side * stage.comfort.text_scale
    return asked, _set(TOUCH_TO_STAY, "body", reduction, stage, least)


def _is_row(asked: Paragraph, answer: Paragraph, reduction: float, stage: Stage) -> bool:
    """Whether question and answer have room beside each other."""
    width = asked.size.width + GAP * stage.margin + answer.size.width
    return width <= _room(reduction, stage)


def _room(reduction: float, stage: Stage) -> float:
    """Width that the line and the seconds leave."""
    return _line_start(reduction, stage) - GAP * stage.margin - stage.safe.x


def _line_start(reduction: float, stage: Stage) -> float:
    seconds = _figures("00", reduction, stage).size.width
    return stage.safe.right - seconds - GAP * stage.margin - _length(stage)


def _set(
    phrase: Message, role: str, reduction: float, stage: Stage, least: float = 0.0
) -> Paragraph:
    style = stage.style(role, language=phrase.language_for(stage.language))
    size = max(stage.least_type, max(style.size, least) * reduction)
    style = replace(style, size=round(size * 2) / 2)
    return stage.typesetter.typeset(phrase.in_language(stage.language), style, 2 * stage.size.width)


def _figures(seconds: str, reduction: float, stage: Stage) -> Paragraph:
    """Seconds in the sans font, whose figures have one width: so the countdown does not tremble."""
    style = stage.style("body")
    style = replace(style, size=round(max(stage.least_type, style.size * reduction) * 2) / 2)
    return stage.typesetter.typeset(seconds, style, stage.size.width)


def _at(words: Paragraph, at: Point, stage: Stage) -> Lettering:
    place = stage.mirror(Rect.of(words.size, at))
    return Lettering(words, place.top_left - Point(words.indent, 0))


def _line(left_s: float, reduction: float, middle: float, stage: Stage) -> tuple[Fill, Fill]:
    """The whole line in a faint colour, and over it what is left, from where reading begins."""
    width, thickness = _length(stage), stage.line
    left = _line_start(reduction, stage)
    track = Rect(left, round(middle - thickness / 2), width, thickness)
    rest = replace(track, width=round(width * left_s / ASKING_S))
    faint, accent = stage.theme.pressed, stage.theme.accent
    return Fill(stage.mirror(track), faint), Fill(stage.mirror(rest), accent)


def _length(stage: Stage) -> float:
    return LINE_SHARE * stage.size.short_side
