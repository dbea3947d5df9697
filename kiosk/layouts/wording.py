"""The blocks that slides are made of: headings, texts, quotes, labels."""

from __future__ import annotations

from kiosk.exhibition.model import Quote, Slide, Words
from kiosk.layouts.column import Block
from kiosk.scene import Colour
from kiosk.stage import Stage

QUOTATION_MARKS = {
    "ar": ("«", "»"),
    "de": ("„", "“"),
    "en": ("“", "”"),
    "es": ("«", "»"),
    "fr": ("«", "»"),
    "ja": ("「", "」"),
    "kk": ("«", "»"),
    "ru": ("«", "»"),
    "zh": ("“", "”"),
}
NARROW_NO_BREAK_SPACE = "\u202f"


def heading(words: Words, stage: Stage, role: str = "heading") -> Block:
    return Block(
        words.in_language(stage.language),
        stage.style(role, language=words.language_for(stage.language)),
        gap=0.9,
        balanced=True,
        characters=28 if role == "display" else 34,
    )


def body(words: Words, stage: Stage, role: str = "body") -> Block:
    language = words.language_for(stage.language)
    return Block(words.in_language(stage.language), stage.style(role, language=language), gap=1.0)


def quotation(quote: Quote, stage: Stage, role: str = "quote") -> list[Block]:
    """Words as they were spoken; then, where there is one, their translation, marked as one."""
    blocks = [_as_spoken(quote, stage, role)]
    translation = quote.translation
    if translation and stage.language in translation.languages:
        text = translation.in_language(stage.language)
        below = "lead" if role == "quote" else "body"
        blocks.append(
            Block(
                _in_marks(text, stage.language),
                stage.style(below, colour=stage.theme.quiet, italic=True),
                gap=0.9,
            )
        )
        if quote.translated_by:
            blocks.append(_small(quote.translated_by, stage, gap=0.9))
    return blocks


def attribution(quote: Quote, stage: Stage) -> list[Block]:
    return [_small(quote.speaker, stage, gap=1.4)] if quote.speaker else []


def label(slide: Slide, stage: Stage, ink: Colour | None = None) -> list[Block]:
    """Caption of a slide's photo or photos, and their credits, each once."""
    photos = slide.all_photos
    captions = _distinct([photo.caption or slide.caption for photo in photos], stage)
    blocks = [
        Block(text, stage.style("caption", colour=ink, language=language), gap=0.2)
        for text, language in captions
    ]
    for text, language in _distinct([photo.credit for photo in photos], stage):
        colour = ink or stage.theme.quiet
        style = stage.style("caption", colour=colour, italic=True, language=language)
        blocks.append(Block(text, style, gap=0.15))
    return blocks


def words_of(slide: Slide, stage: Stage) -> list[Block]:
    """Everything a slide says, apart from its photo's label."""
    blocks = [heading(slide.title, stage)] if slide.title else []
    if slide.text:
        blocks.append(body(slide.text, stage))
    if slide.quote:
        role = "lead" if slide.text else "heading"
        quoted = quotation(slide.quote, stage, role)
        blocks += [*quoted, *attribution(slide.quote, stage)]
    return blocks


def _as_spoken(quote: Quote, stage: Stage, role: str) -> Block:
    opening, closing = _marks(quote.language)
    # Marks within marks: the double ones of the transcript become single ones inside ours.
    text = quote.text.replace("“", "‘").replace("”", "’")
    return Block(
        text + closing,
        stage.style(role, language=quote.language),
        gap=1.0,
        balanced=True,
        characters=44 if role == "quote" else 52,
        hanging=opening,
    )


def _in_marks(text: str, language: str) -> str:
    opening, closing = _marks(language)
    return f"{opening}{text}{closing}"


def _marks(language: str) -> tuple[str, str]:
    opening, closing = QUOTATION_MARKS.get(language.split("-")[0], ("“", "”"))
    if language.startswith("fr"):
        return opening + NARROW_NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE + closing
    return opening, closing


def _small(words: Words, stage: Stage, gap: float) -> Block:
    language = words.language_for(stage.language)
    style = stage.style("caption", colour=stage.theme.quiet, language=language)
    return Block(words.in_language(stage.language), style, gap=gap)


def _distinct(words: list[Words | None], stage: Stage) -> list[tuple[str, str]]:
    """Each text once, with the language that it is in."""
    said = [
        (one.in_language(stage.language), one.language_for(stage.language)) for one in words if one
    ]
    return list(dict.fromkeys(said))
