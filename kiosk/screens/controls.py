"""Lays out the row of controls at the bottom of a screen, smaller until all of them fit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, whole
from kiosk.language.names import names
from kiosk.language.translations import LANGUAGE, TEXT, Message
from kiosk.layouts.parts.column import RATHER_THAN_CUT, REDUCTIONS
from kiosk.screens.actions import Action, HitArea, OpenPanel, Speak
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill, Icon, IconName, Item, Lettering, Paragraph

PADDING = 0.2
"""Space between a word and the edge of its button, in margins."""
ICON, ICON_ALONE = 1.2, 1.45
"""Size of an icon with a word below it, and without one, in sizes of a caption's type."""
UNDER, UNDER_GAP = (0.92, 0.8, 0.68), 0.1
"""Sizes of the words below icons, the best first, and the space between them, in the same sizes."""
SPLIT = 0.7
"""Width of such a word on two lines, as a share of its width on one."""
DIMMED = 0.3
"""Opacity of an icon that leads nowhere now."""
BESIDE_GAP = 0.5
"""Space between an icon and the word beside it, in the same sizes."""
PLACE = 2.6
"""Width of a place for an icon without a word, in the same sizes; at least a finger's."""
NARROWER = (
    *((True, by) for by in REDUCTIONS[:5]),
    *((False, by) for by in (*REDUCTIONS, *RATHER_THAN_CUT)),
)
"""Ways to set the controls at the start, the best first: words beside icons or not, and their size.
"""
MIDDLE, MIDDLE_LEAST = 6, 3
"""Words below icons leave at least this much of the row free in its middle, in fingers; the least
only without a word beside the icon at the start.
"""


class Sign(Struct, frozen=True):
    """The text or the icon of a control, and the action that it triggers."""

    text: str
    action: Action
    language: str = ""
    icon: IconName | None = None
    chosen: bool = False
    """Whether it is the current one of several choices; it is then underlined."""
    is_offered: bool = True
    """Whether it can be touched now; else it is dimmed."""
    is_hidden: bool = False
    """Whether its place is empty now."""
    is_spare: bool = False
    """Whether it is left out on a screen that has no room for all."""

    def lettered(self, reduction: float, stage: Stage) -> Paragraph:
        return lettered(self.text, self.language, reduction, stage)


def icon_sign(
    words: Message,
    icon: IconName,
    action: Action,
    stage: Stage,
    *,
    is_offered: bool = True,
    is_spare: bool = False,
) -> Sign:
    """A control with an icon, and its name in the visitor's language."""
    text, language = words.in_language(stage.language), words.language_for(stage.language)
    return Sign(text, action, language, icon, is_offered=is_offered, is_spare=is_spare)


def forth_and_back(stage: Stage) -> tuple[IconName, IconName]:
    """The arrows that lead on and back, as lines of text run."""
    return ("left", "right") if stage.mirrored else ("right", "left")


class Control(Struct, frozen=True):
    """A button, and the items that draw it."""

    button: HitArea
    items: tuple[Item, ...]


class Row(Struct, frozen=True):
    """The controls of a screen, and the room between those at the start and those at the end."""

    controls: tuple[Control, ...]
    middle: Rect
    dimmed: tuple[Item, ...] = ()
    """Those that lead nowhere now: only to be seen."""


class _Way(Struct, frozen=True):
    """How a row is set."""

    place: int
    """Width of the place of an icon at its end."""
    under: float
    """Size of the words below these icons; 0 without words."""
    beside: bool
    """Whether words stand beside the icons at its start."""
    by: float = 1.0
    """Size of these words, by their usual one."""
    middle: float = 0.0
    """What must be free between the start and the end."""


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


def comfort_signs(tags: Sequence[str], stage: Stage) -> tuple[Sign, ...]:
    """What every screen offers: another language, if there is one, and the comfort settings."""
    text = icon_sign(TEXT, "letters", OpenPanel(), stage)
    others = [tag for tag in tags if tag != stage.language]
    if len(others) == 1:
        (name,) = names(others)
        return Sign(name, Speak(others[0]), others[0], "globe", is_spare=True), text
    if others:
        return icon_sign(LANGUAGE, "globe", OpenPanel("language"), stage, is_spare=True), text
    return (text,)


@lru_cache(maxsize=64)
def row(
    start: tuple[Sign, ...],
    end: tuple[Sign, ...],
    stage: Stage,
    others: tuple[Sign, ...] = (),
    room: Rect | None = None,
) -> Row:
    """Controls at the start of the row, and icons at its end, in places of one width.

    Icons have words below them if there is room for the words of all, whether offered or not, and
    for those of `others`: so no place depends on what is offered. The row is in `room`, which is
    given as for text read from the left, or along the foot of the screen.
    """
    if room is None:
        room = stage.controls.inset(stage.safe.x - PADDING * stage.margin, 0)
    room = whole(room)
    end = _without_spare(len(start), end, room.width, stage)
    for way in _ways(end, others, room, stage):
        begun = _begun(start, way, room, stage)
        taken = sum(one.button.rect.width for one in begun)
        free = room.width - taken - way.place * len(end)
        if free >= way.middle:
            break
    icons, dimmed = list[Control](), list[Item]()
    for number, sign in enumerate(end):
        left = room.right - way.place * (len(end) - number)
        word = _under(sign, way.under, stage) if way.under else None
        made = _icon_control(sign, word, replace(room, x=left, width=way.place), stage)
        if sign.is_offered and not sign.is_hidden:
            icons.append(made)
        elif not sign.is_hidden:
            dimmed += (replace(item, opacity=DIMMED) for item in made.items)
    between = Rect(room.x + taken, room.y, max(0.0, free), room.height)
    controls = _to_the_edges((*begun, *icons), room, stage)
    return Row(controls, stage.mirror(between), tuple(dimmed))


@lru_cache(maxsize=64)
def worded_row(
    start: tuple[Sign, ...], end: tuple[Sign, ...], room: Rect, stage: Stage, middle: float = 0.0
) -> Row:
    """Icons with words below them, each in a place as wide as its word, where a row is short.

    Words get smaller until all of them fit, with `middle` free between them; then they have several
    lines; if they never fit, there are only icons.
    """
    signs = start + end
    for words in _words(signs, stage):
        widths = [_place(word, stage) for word in words]
        highest = max((word.size.height for word in words if word), default=0.0)
        is_low = _icon_height(highest, stage) <= room.height
        if is_low and sum(widths) + middle <= room.width:
            break
    made, left = list[tuple[Sign, Control]](), room.x
    for number, (sign, word, width) in enumerate(zip(signs, words, widths, strict=True)):
        if number == len(start):
            left = room.right - sum(widths[number:])
        made.append((sign, _icon_control(sign, word, replace(room, x=left, width=width), stage)))
        left += width
    controls = _to_the_edges(tuple(one for sign, one in made if sign.is_offered), room, stage)
    dimmed = (item for sign, one in made if not sign.is_offered for item in one.items)
    faint = tuple(replace(item, opacity=DIMMED) for item in dimmed)
    taken = sum(widths[: len(start)])
    between = replace(room, x=room.x + taken, width=max(0.0, room.width - sum(widths)))
    return Row(controls, stage.mirror(between), faint)


def _words(signs: Sequence[Sign], stage: Stage) -> Iterator[list[Paragraph | None]]:
    """Ways to set the words below icons, the best first."""
    for lines in (1, 2):
        for by in UNDER:
            yield [_under(sign, by, stage, lines) for sign in signs]
    yield [None] * len(signs)


def _ways(
    end: tuple[Sign, ...], others: tuple[Sign, ...], room: Rect, stage: Stage
) -> Iterator[_Way]:
    """Ways to set a row, the best first: the names of all, of those at its end, of none."""
    # An upright screen has a row of its own for what else is in the middle.
    usual, least = (0 if stage.size.upright else n * stage.finger for n in (MIDDLE, MIDDLE_LEAST))
    for middle, beside in ((usual, True), (usual, False), (least, False)):
        for under in UNDER:
            yield _Way(_worded((*end, *others), under, stage), under, beside, middle=middle)
    bare = min(PLACE * stage.style("caption").size, room.width / (2 * len(end)))
    for beside, by in NARROWER:
        yield _Way(math.ceil(max(stage.finger, bare)), 0.0, beside, by)


def _worded(signs: Iterable[Sign], by: float, stage: Stage) -> int:
    """Width of a place for an icon with any of these words below it."""
    return max(_place(_under(sign, by, stage), stage) for sign in signs)


def _place(word: Paragraph | None, stage: Stage) -> int:
    wide = word.size.width + 2 * PADDING * stage.margin if word else 0.0
    return math.ceil(max(stage.finger, wide))


def _to_the_edges(controls: tuple[Control, ...], room: Rect, stage: Stage) -> tuple[Control, ...]:
    """The controls of a row along the screen, to be touched up to its edges."""
    made, down = list[Control](), 0.0
    if room.bottom == stage.controls.bottom:
        down = stage.bar - stage.controls.height
    for one in controls:
        place = stage.mirror(one.button.rect)
        left = 0.0 if place.x <= room.x < stage.margin else place.x
        ends = place.right >= room.right > stage.size.width - stage.margin
        right = stage.size.width if ends else place.right
        area = stage.mirror(Rect(left, place.y, right - left, place.height + down))
        made.append(replace(one, button=replace(one.button, rect=area)))
    return tuple(made)


def foot(start: tuple[Sign, ...], end: tuple[Sign, ...], stage: Stage) -> tuple[Control, ...]:
    """The controls of such a row."""
    return row(start, end, stage).controls


def _without_spare(
    at_start: int, end: tuple[Sign, ...], width: float, stage: Stage
) -> tuple[Sign, ...]:
    while (at_start + len(end)) * stage.finger > width and any(one.is_spare for one in end):
        last = max(number for number, one in enumerate(end) if one.is_spare)
        end = end[:last] + end[last + 1 :]
    return end


def _begun(signs: Sequence[Sign], way: _Way, room: Rect, stage: Stage) -> tuple[Control, ...]:
    """The controls at the start of the row, with words beside icons or without."""
    made, left = list[Control](), room.x
    for sign in signs:
        word = sign.lettered(way.by, stage) if way.beside or not sign.icon else None
        width = math.ceil(max(stage.finger, _width(sign, word, stage) + 2 * PADDING * stage.margin))
        made.append(_beside_control(sign, word, replace(room, x=left, width=width), stage))
        left += width
    return tuple(made)


def _width(sign: Sign, word: Paragraph | None, stage: Stage) -> float:
    caption = stage.style("caption").size
    if sign.icon is None:
        return word.size.width if word else 0.0
    return ICON_ALONE * caption + (BESIDE_GAP * caption + word.size.width if word else 0.0)


def _beside_control(sign: Sign, word: Paragraph | None, place: Rect, stage: Stage) -> Control:
    """A text, or an icon with its word beside it."""
    if sign.icon is None:
        assert word, "a control without an icon has a text"
        return control(sign, word, place, stage)
    side = ICON_ALONE * stage.style("caption").size
    left = place.centre.x - _width(sign, word, stage) / 2
    icon = Rect(left, place.centre.y - side / 2, side, side)
    items: list[Item] = [Icon(sign.icon, whole(stage.mirror(icon)), stage.theme.ink)]
    if word:
        width = word.size.width
        beside = Rect(left + _width(sign, word, stage) - width, place.y, width, place.height)
        items.append(centred_in(word, stage.mirror(beside)))
    return Control(HitArea(stage.mirror(place), sign.action), tuple(items))


def _icon_control(sign: Sign, word: Paragraph | None, place: Rect, stage: Stage) -> Control:
    """An icon, with its word below it if there is room."""
    assert sign.icon, "controls at the end of the row have icons"
    caption, place = stage.style("caption").size, stage.mirror(place)
    side = (ICON if word else ICON_ALONE) * caption
    height = _icon_height(word.size.height, stage) if word else side
    top = place.centre.y - height / 2
    icon = whole(Rect(place.centre.x - side / 2, top, side, side))
    items: tuple[Item, ...] = (Icon(sign.icon, icon, stage.theme.ink),)
    if word:
        bottom = top + height
        letters = replace(place, y=bottom - word.size.height, height=word.size.height)
        items = (*items, centred_in(word, letters))
    if sign.chosen:
        items = (*items, Fill(replace(place, height=stage.line), stage.theme.accent))
    return Control(HitArea(place, sign.action), items)


def _icon_height(word: float, stage: Stage) -> float:
    """Height of an icon with a word below it that is so high."""
    return (ICON + UNDER_GAP) * stage.style("caption").size + word


def _under(sign: Sign, by: float, stage: Stage, lines: int = 1) -> Paragraph:
    caption = stage.style("caption").size
    word = lettered(sign.text, sign.language, max(by, stage.least_type / caption), stage)
    if lines == 1 or " " not in sign.text:
        return word
    narrow = SPLIT * word.size.width
    return stage.typesetter.typeset(sign.text, word.style, narrow, balanced=True)


def lettered(text: str, language: str, by: float, stage: Stage) -> Paragraph:
    """Text of a control, `by` times the size of a caption, but no taller than the row."""
    style = stage.style("caption", align="centre", language=language)
    size = min(style.size * by, 0.9 * stage.bar / style.leading)
    style = replace(style, size=round(size * 2) / 2)
    return stage.typesetter.typeset(text, style, stage.size.width)


def control(sign: Sign, word: Paragraph, place: Rect, stage: Stage) -> Control:
    """A control, its sign in the middle; `place` is given as for text read from the left."""
    place = stage.mirror(place)
    letters = centred_in(word, place)
    items: tuple[Item, ...] = (letters,)
    if sign.chosen:
        line = Rect(letters.rect.x, letters.rect.bottom, letters.rect.width, stage.line)
        items = (*items, Fill(line, stage.theme.accent))
    return Control(HitArea(place, sign.action), items)


def centred_in(word: Paragraph, place: Rect) -> Lettering:
    left = place.centre.x - word.size.width / 2 - word.indent
    return Lettering(word, Point(left, place.centre.y - word.size.height / 2))
