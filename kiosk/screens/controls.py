"""Lays out the row of controls at the bottom of a screen, smaller until all of them fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import clamp
from kiosk.base.geometry import Point, Rect
from kiosk.language.names import names
from kiosk.layouts.parts.column import RATHER_THAN_CUT, REDUCTIONS
from kiosk.screens.actions import Action, HitArea, OpenPanel, Play, Speak
from kiosk.style.stage import Stage
from kiosk.types.scene import Face, Fill, Item, Lettering, Paragraph

DRAWN = 1.6
"""Size of arrows, plus and minus, relative to the words beside them."""
PADDING = 0.2
"""Space between a word and the edge of its button, in margins."""
GAP = 0.6
"""Largest space between buttons, in margins; less if there is no room."""


class Sign(Struct, frozen=True):
    """The text or symbol of a control, and the action that it triggers."""

    text: str
    action: Action
    language: str = ""
    enlarged: float = 1.0
    face: Face = "sans"
    chosen: bool = False
    """Whether it is the current one of several choices; it is then underlined."""

    def lettered(self, reduction: float, stage: Stage) -> Paragraph:
        return lettered(self.text, self.language, self.enlarged * reduction, stage, self.face)


PLAY = Sign("▶", Play(), enlarged=DRAWN, face="serif")
PAUSE = Sign("‖", Play(), enlarged=DRAWN)
"""Drawn as two bars, because the fonts have no pause symbol."""
COMFORT = Sign("Aa", OpenPanel(), enlarged=1.25)
"""Opens the comfort settings. It shows letters, since most people come for larger text."""


class Control(Struct, frozen=True):
    """A button, and the items that draw it."""

    button: HitArea
    items: tuple[Item, ...]


def drawn(
    controls: Iterable[Control], pressed: Action | None, stage: Stage, opacity: float = 1.0
) -> Iterator[Item]:
    """Draws controls, with a plate behind the pressed one."""
    for control in controls:
        if control.button.action == pressed:
            yield Fill(control.button.rect, stage.theme.pressed, opacity)
        for item in control.items:
            yield replace(item, opacity=item.opacity * opacity)


def language_signs(tags: Sequence[str], stage: Stage) -> tuple[Sign, ...]:
    """Languages by their own names, with the current one marked; none if there is only one."""
    shown = tags if len(tags) > 1 else ()
    return tuple(
        Sign(name, Speak(tag), tag, chosen=tag == stage.language)
        for tag, name in zip(shown, names(shown), strict=True)
    )


@lru_cache(maxsize=64)
def foot(
    start: tuple[Sign | None, ...], end: tuple[Sign | None, ...], stage: Stage
) -> tuple[Control, ...]:
    """Controls at the start and at the end of the row; None keeps a place free."""
    signs = (*start, *end)
    padding = PADDING * stage.margin
    row = Rect(0, stage.size.height - stage.bar, stage.size.width, stage.bar)
    row = row.inset(stage.safe.x - padding, 0)
    for reduction in (*REDUCTIONS, *RATHER_THAN_CUT):
        words = [sign.lettered(reduction, stage) if sign else None for sign in signs]
        widths = [max(stage.finger, one.size.width + 2 * padding if one else 0) for one in words]
        free = row.width - sum(widths)
        if free >= 0:
            break
    gap = clamp(free / max(1, len(signs) - 1), 0.0, GAP * stage.margin)
    lefts = _lefts(row, widths, gap, len(start))
    return tuple(
        control(sign, word, Rect(left, row.y, width, row.height), stage)
        for sign, word, left, width in zip(signs, words, lefts, widths, strict=True)
        if sign and word
    )


def _lefts(row: Rect, widths: Sequence[float], gap: float, at_start: int) -> list[float]:
    lefts, left = [], row.x
    for number, width in enumerate(widths):
        if number == at_start:
            left = row.right - sum(widths[number:]) - gap * (len(widths) - number - 1)
        lefts.append(left)
        left += width + gap
    return lefts


def lettered(text: str, language: str, by: float, stage: Stage, face: Face = "sans") -> Paragraph:
    """Text of a control, `by` times the size of a caption, but no taller than the row."""
    style = stage.style("caption", align="centre", language=language)
    size = min(style.size * by, 0.9 * stage.bar / style.leading)
    style = replace(style, size=round(size * 2) / 2, face=face)
    return stage.typesetter.typeset(text, style, stage.size.width)


def control(sign: Sign, word: Paragraph, place: Rect, stage: Stage) -> Control:
    """A control, its sign in the middle; `place` is given as for text read from the left."""
    place = stage.mirror(place)
    letters = centred_in(word, place)
    items: tuple[Item, ...] = (letters,)
    if sign == PAUSE:
        items = _bars(letters.rect, stage)
    if sign.chosen:
        line = Rect(letters.rect.x, letters.rect.bottom, letters.rect.width, stage.line)
        items = (*items, Fill(line, stage.theme.accent))
    return Control(HitArea(place, sign.action), items)


def centred_in(word: Paragraph, place: Rect) -> Lettering:
    left = place.centre.x - word.size.width / 2 - word.indent
    return Lettering(word, Point(left, place.centre.y - word.size.height / 2))


def _bars(place: Rect, stage: Stage) -> tuple[Item, ...]:
    height = round(place.height * 0.42)
    width = max(2, round(height * 0.3))
    left, top = round(place.centre.x - 1.5 * width), round(place.centre.y - height / 2)
    return tuple(
        Fill(Rect(left + 2 * number * width, top, width, height), stage.theme.ink)
        for number in (0, 1)
    )
