"""Foot: the row of controls at the foot of a screen, set smaller until all find room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import clamp
from kiosk.base.geometry import Point, Rect
from kiosk.language.translations import LANGUAGE_NAMES
from kiosk.layouts.parts.column import RATHER_THAN_CUT, REDUCTIONS
from kiosk.screens.actions import Action, HitArea, OpenPanel, Play, Speak
from kiosk.style.stage import Stage
from kiosk.types.scene import Face, Fill, Item, Lettering, Paragraph

DRAWN = 1.6
"""Arrows, plus and minus are drawn so much larger than the words beside them."""
PADDING = 0.2
"""From a word to the edge of its button, in margins."""
GAP = 0.6
"""From one button to the next, where there is room, in margins."""


class Sign(Struct, frozen=True):
    """A word or a sign to be touched."""

    text: str
    action: Action
    language: str = ""
    enlarged: float = 1.0
    face: Face = "sans"
    chosen: bool = False
    """Of several, the one that holds now: it is underlined."""

    def lettered(self, reduction: float, stage: Stage) -> Paragraph:
        return lettered(self.text, self.language, self.enlarged * reduction, stage, self.face)


PLAY = Sign("▶", Play(), enlarged=DRAWN, face="serif")
PAUSE = Sign("‖", Play(), enlarged=DRAWN)
"""Drawn as two bars, which the fonts do not have."""
COMFORT = Sign("Aa", OpenPanel(), enlarged=1.25)
"""Leads to the comfort settings: letters, since those are what most people come for."""


class Control(Struct, frozen=True):
    """A button, and what is drawn of it."""

    button: HitArea
    items: tuple[Item, ...]


def drawn(
    controls: Iterable[Control], pressed: Action | None, stage: Stage, opacity: float = 1.0
) -> Iterator[Item]:
    """Controls as they look now, with the one that is pressed on a plate."""
    for control in controls:
        if control.button.action == pressed:
            yield Fill(control.button.rect, stage.theme.pressed, opacity)
        for item in control.items:
            yield replace(item, opacity=item.opacity * opacity)


def language_signs(tags: Sequence[str], stage: Stage) -> tuple[Sign, ...]:
    """Languages by their own names, with the one that is spoken marked; none, if there is one."""
    return tuple(
        Sign(LANGUAGE_NAMES.get(tag, tag), Speak(tag), tag, chosen=tag == stage.language)
        for tag in (tags if len(tags) > 1 else ())
    )


@lru_cache(maxsize=64)
def foot(
    start: tuple[Sign | None, ...], end: tuple[Sign | None, ...], stage: Stage
) -> tuple[Control, ...]:
    """Controls from the start of the row, and those at its end; None keeps a place free."""
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
    """Letters of a control, so many times as large as a caption's, but no taller than the row."""
    style = stage.style("caption", align="centre", language=language)
    size = min(style.size * by, 0.9 * stage.bar / style.leading)
    style = replace(style, size=round(size * 2) / 2, face=face)
    return stage.typesetter.typeset(text, style, stage.size.width)


def control(sign: Sign, word: Paragraph, place: Rect, stage: Stage) -> Control:
    """A sign in the middle of its place, which is given as for a language read from the left."""
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
