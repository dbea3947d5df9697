"""Sets the words of a slide without photos on a card of the wall, so that its kind is seen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from kiosk.base.easing import clamp
from kiosk.base.geometry import Rect
from kiosk.exhibition.exhibition import Quote, Slide
from kiosk.exhibition.text import LocalisedText
from kiosk.language.quotation_marks import marked
from kiosk.layouts.parts.column import Block, Column, column
from kiosk.style.stage import Stage
from kiosk.types.scene import Lettering, TextStyle

CARD = 0.35
"""Space around the words on a card, in margins."""
SMALL, BY_WIDTH = 0.86, 1 / 16
"""Least size of words, as a share of a caption's, and their size by the width of the card. They are
no larger than running text.
"""
TITLES = (1.4, 1.15, 1.0)
"""Sizes of a title alone on a card, the best first, in sizes of other words."""
KICKER_GAP = 0.4
"""Space from the title above a quote to the quote, in type sizes."""
SHARE_LEFT = 0.5
"""A text that is cut ends with a sentence, and a quote else with a clause, if that leaves at least
this share of what would fit.
"""
ENDS = ((".", "!", "?", "…", "。", "؟"), (",", ";", ":", "–", "—", "、", "،", "؛"))
"""What a sentence ends with, and a clause."""
WORD_LONGEST = 30
"""Letters of the longest word; what is longer is a sentence in a script without spaces."""
ELLIPSIS = "…"
LOOSE = " ,;:.…،؛–—-"
"""What no ellipsis follows."""


def words(slide: Slide, cell: Rect, stage: Stage) -> tuple[Lettering, ...]:
    """A page's title, a quote below its title, or a text, as far as the card has room."""
    inner = cell.inset(CARD * stage.margin)
    on_card = replace(stage, theme=stage.theme.on_raised)
    return _set(slide, inner.width, inner.height, on_card).at(inner, on_card, "middle")


@lru_cache(maxsize=256)
def _set(slide: Slide, width: float, height: float, stage: Stage) -> Column:
    if slide.quote:
        return _quote(slide.quote, slide.title, width, height, stage)
    if slide.title:
        return _title(slide.title, width, height, stage)
    if slide.text:
        style, text = _style(slide.text, width, stage), slide.text.in_language(stage.language)
        return _filled([], text, style, False, width, height, stage)
    return column([], width, height, stage)


def _title(title: LocalisedText, width: float, height: float, stage: Stage) -> Column:
    """A title, as large as it fits; cut only if it fits in no size."""
    text, usual = title.in_language(stage.language), _style(title, width, stage)
    for by in TITLES:
        style = replace(usual, size=round(by * usual.size * 2) / 2)
        whole = column([Block(text, style, balanced=True)], width, float("inf"), stage)
        if whole.height <= height and not whole.paragraphs[0].breaks:
            return whole
    return _filled([], text, style, False, width, height, stage)


def _quote(
    quote: Quote, title: LocalisedText | None, width: float, height: float, stage: Stage
) -> Column:
    """What was said, quieter than a curator's words; above it the title, as on the slide."""
    said, text, language = quote.translation, quote.text, quote.language
    if said and stage.language in said.languages:
        text, language = said.in_language(stage.language), stage.language
    style = replace(_sized(language, width, stage), colour=stage.theme.quiet)
    kicker = list[Block]()
    if title:
        accent = replace(_style(title, width, stage), face="sans", colour=stage.theme.accent)
        kicker = [Block(title.in_language(stage.language), accent)]
    return _filled(kicker, text, style, True, width, height, stage)


def _filled(
    above: Sequence[Block],
    text: str,
    style: TextStyle,
    is_quote: bool,
    width: float,
    height: float,
    stage: Stage,
) -> Column:
    """The words down to the card's last line; only what is above them if none fit."""
    every, gap = _pieces(text), KICKER_GAP if above else 0.0

    def holding(count: int) -> Column:
        said = cut_off(every, count)
        if is_quote:  # Without its closing mark, it is seen that the person went on.
            said = "".join(marked(said, style.language))
            said = said if count == len(every) else said[: said.rindex(ELLIPSIS) + 1]
        blocks = [*above, Block(said, style, gap=gap)]
        return column(blocks, width, float("inf"), stage)

    counts = range(1, len(every) + 1)
    if holding(len(every)).height <= height:
        return holding(len(every))
    most = bisect_left(counts, True, key=lambda count: holding(count).height > height)
    if not most:
        return column(above, width, height, stage)
    return holding(_end(every, most, ENDS if is_quote else ENDS[:1]))


def cut_off(every: Sequence[str], count: int) -> str:
    """The first pieces of a text, and an ellipsis if they are not all.

    >>> cut_off(["Bread, ", "only ", "bread. ", "And ", "tea."], 3)
    'Bread, only bread…'
    """
    said = "".join(every[:count])
    return said if count == len(every) else said.rstrip(LOOSE) + ELLIPSIS


def _pieces(text: str) -> list[str]:
    """The words of a text, with the spaces between them; signs, in a script without spaces."""
    words = text.split()
    if max(map(len, words), default=0) > WORD_LONGEST:
        return list(text)
    return [f"{word} " for word in words[:-1]] + words[-1:]


def _end(every: Sequence[str], most: int, ends: Sequence[tuple[str, ...]]) -> int:
    """How many pieces are left, so that a sentence or a clause is whole if possible.

    Half a clause may say what nobody has said, such as that something is dangerous, without what.
    """
    for signs in ends:
        found = (at for at in range(most, 0, -1) if every[at - 1].rstrip().endswith(signs))
        end = next(found, 0)
        if end >= SHARE_LEFT * most:
            return end
    return most


def _style(text: LocalisedText, width: float, stage: Stage) -> TextStyle:
    return _sized(text.language_for(stage.language), width, stage)


def _sized(language: str, width: float, stage: Stage) -> TextStyle:
    """The style of words on cards of a width."""
    style = stage.style("caption", language=language)
    least = max(stage.least_type, SMALL * style.size)
    size = clamp(BY_WIDTH * (width + 2 * CARD * stage.margin), least, stage.style("body").size)
    return replace(style, face="serif", size=round(size * 2) / 2)
