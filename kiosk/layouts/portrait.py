"""Lays out a portrait: a photo, a name, the facts from the source, the dream, the story."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.exhibition.exhibition import Quote, Slide
from kiosk.exhibition.text import LocalisedText
from kiosk.layouts.beside import Beside
from kiosk.layouts.parts.arrangement import Arrangement, Subject
from kiosk.layouts.parts.blocks import attribution, body, heading, quotation
from kiosk.layouts.parts.column import Block
from kiosk.style.stage import Stage

APART = 1.1
"""Space between two facts, in type sizes of a label: a label is nearer to its own fact."""


class Portrait(Struct, frozen=True):
    share_upright: float = 0.38
    share_most: float = 0.52

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        page = Beside(self.share_upright, self.share_most, words=_portrait_words)
        return page.place(slide, subjects, stage)


def _portrait_words(slide: Slide, stage: Stage) -> list[Block]:
    blocks: list[Block] = [heading(slide.title, stage)] if slide.title else []
    for number, fact in enumerate(slide.facts):
        gap = 1.4 if number == 0 else APART
        label = body(fact.label, stage, "caption")
        accent = replace(label.style, colour=stage.theme.accent)
        blocks.append(replace(label, style=accent, gap=gap, holds="next"))
        blocks.append(replace(body(fact.value, stage), gap=0.0, balanced=True))
    if slide.quote:
        named = _names_speaker(slide.title, slide.quote)
        below = attribution(slide.quote, stage, is_named=named)
        blocks += [*quotation(slide.quote, stage, "lead"), *below]
    if slide.text:
        blocks.append(body(slide.text, stage))
    return blocks


def _names_speaker(title: LocalisedText | None, quote: Quote) -> bool:
    """Whether the name above says whose words these are, in any language."""
    names = [name.casefold() for _, name in quote.speaker.texts] if quote.speaker else []
    titles = [text.casefold() for _, text in title.texts] if title else []
    return any(name in text or text in name for name in names for text in titles)
