"""Makes the blocks of text on slides: headings, texts, quotes, labels."""

from __future__ import annotations

from typing import Protocol

from msgspec.structs import replace

from kiosk.exhibition.exhibition import Photo, Quote, Slide, Work
from kiosk.exhibition.text import LocalisedText
from kiosk.exhibition.work_label import label_lines
from kiosk.language.directions import is_right_to_left
from kiosk.language.quotation_marks import marked
from kiosk.language.translations import READ_IN_INTERVIEW
from kiosk.layouts.parts.column import Block
from kiosk.layouts.parts.enlarging import enlarged
from kiosk.style.stage import CHARACTERS, Stage
from kiosk.types.emphasis import Emphasis
from kiosk.types.scene import Colour, TextStyle

QUOTE, INTERVIEW_LINK = "quote", "way to words"
"""Names by which a screen finds the words of a quote, and the link to the interview."""
BELOW_QUOTE, BETWEEN_SMALL, ABOVE_LINK = 1.4, 0.7, 1.1
"""Space from a quote to who speaks, between such lines, and above the link to the interview, in
type sizes of these lines.
"""
CAPTION_GAP = 0.5
"""Space between a work's label and the caption, in type sizes."""
AFTER_TEXT = 0.91
"""Size of a quote after a text, relative to one without a text: it is 1.3 times as large as that.
"""
LARGE_LABEL = 1.3
"""Size of labels on an upright screen, where they have room, relative to captions elsewhere; a
visitor's larger letters do not enlarge them further until they exceed it themselves.
"""
SPOKEN = {"display": "heading", "quote": "heading", "heading": "lead", "lead": "gloss"}
"""For each role of a translation, the smaller one of the spoken words below it."""


class Translatable(Protocol):
    """A text in several languages: a curator's, or the kiosk's own."""

    def in_language(self, language: str) -> str: ...

    def language_for(self, language: str) -> str:
        """Tag of the language of the text that `in_language` returns."""
        ...


def heading(words: Translatable, stage: Stage, role: str = "heading") -> Block:
    return Block(
        words.in_language(stage.language),
        stage.style(role, language=words.language_for(stage.language)),
        gap=0.9,
        balanced=True,
        characters=28 if role == "display" else 34,
        holds="next",
        emphasis=_emphasis(words, stage),
    )


def body(words: Translatable, stage: Stage, role: str = "body") -> Block:
    language = words.language_for(stage.language)
    return Block(
        words.in_language(stage.language),
        stage.style(role, language=language),
        gap=1.0,
        emphasis=_emphasis(words, stage),
    )


def quotation(quote: Quote, stage: Stage, role: str = "quote") -> list[Block]:
    """The words in the visitor's language, then, below a translation, as they were spoken."""
    return [quoted(quote, stage, role), *spoken(quote, stage, SPOKEN[role])]


def quoted(quote: Quote, stage: Stage, role: str) -> Block:
    """A quote's words in the visitor's language if there is a translation, else as spoken."""
    if not _is_translated(quote, stage):
        return _in_marks(quote.text, stage.style(role, language=quote.language), stage)
    assert quote.translation, "it has one in this language"
    return _in_marks(quote.translation.in_language(stage.language), stage.style(role), stage)


def spoken(quote: Quote, stage: Stage, role: str) -> list[Block]:
    """The words as they were spoken, for visitors who read a translation of them."""
    if not _is_translated(quote, stage):
        return []
    style = stage.style(role, colour=stage.theme.quiet, language=quote.language)
    return [_in_marks(quote.text, style, stage)]


def translator(quote: Quote, stage: Stage) -> list[Block]:
    """Who has translated the words that the visitor reads."""
    if not quote.translated_by or not quote.names_translator or not _is_translated(quote, stage):
        return []
    return [_small(quote.translated_by, stage)]


def _is_translated(quote: Quote, stage: Stage) -> bool:
    return bool(quote.translation and stage.language in quote.translation.languages)


def attribution(quote: Quote, stage: Stage, *, is_named: bool = False) -> list[Block]:
    """Who spoke the words, on a line with the link to the interview, and who translated them."""
    named = [_small(quote.speaker, stage)] if quote.speaker and not is_named else []
    link = replace(_interview_link(stage), joins=bool(named))
    blocks = [*named, link, *translator(quote, stage)]
    return [replace(blocks[0], gap=BELOW_QUOTE), *blocks[1:]]


def _interview_link(stage: Stage) -> Block:
    """The text that links a quote to the interview, in the colour of what can be touched."""
    block = _small(READ_IN_INTERVIEW, stage)
    arrow = "←" if is_right_to_left(block.style.language) else "→"
    style = replace(block.style, colour=stage.theme.accent)
    text = f"{block.text} {arrow}"
    return replace(block, text=text, style=style, gap=ABOVE_LINK, name=INTERVIEW_LINK)


def label(slide: Slide, stage: Stage, ink: Colour | None = None) -> list[Block]:
    """Work, caption and credit of a slide's one photo."""
    photo = slide.photo or slide.title_photo
    if not photo:
        return []
    said = about(photo, photo.caption or slide.caption, stage, ink)
    return [*said, *credit(photo.credit, stage, ink)]


def about(
    photo: Photo, said: LocalisedText | None, stage: Stage, ink: Colour | None = None
) -> list[Block]:
    """The label of a photo's work, and below it the caption, set apart."""
    named, below = work(photo.work, stage, ink), caption(said, stage, ink)
    gap = CAPTION_GAP if named else 0.2
    return [*named, *(replace(block, gap=gap) for block in below)]


def work(of: Work | None, stage: Stage, ink: Colour | None = None) -> list[Block]:
    """A work's label, in lines as on a museum's wall."""
    blocks = list[Block]()
    for line in label_lines(of, stage.language) if of else ():
        colour = ink or (stage.theme.ink if line.is_name else stage.theme.quiet)
        style = label_style(stage, colour=colour, language=line.language)
        gap = 0.0 if blocks else 0.2
        blocks.append(Block(line.text, style, gap=gap, balanced=True, emphasis=line.emphasis))
    return blocks


def caption(words: Translatable | None, stage: Stage, ink: Colour | None = None) -> list[Block]:
    if not words:
        return []
    style = label_style(stage, colour=ink, language=words.language_for(stage.language))
    emphasis = _emphasis(words, stage)
    text = words.in_language(stage.language)
    return [Block(text, style, gap=0.2, balanced=True, emphasis=emphasis)]


def credit(words: Translatable | None, stage: Stage, ink: Colour | None = None) -> list[Block]:
    if not words:
        return []
    language = words.language_for(stage.language)
    colour = ink or stage.theme.quiet
    style = label_style(stage, colour=colour, italic=True, language=language)
    emphasis = _emphasis(words, stage)
    text = words.in_language(stage.language)
    return [Block(text, style, gap=0.15, balanced=True, emphasis=emphasis)]


def label_style(
    stage: Stage, *, colour: Colour | None = None, italic: bool = False, language: str = ""
) -> TextStyle:
    """The text style of labels, which have one size in all layouts."""
    style = stage.style("caption", colour=colour, italic=italic, language=language)
    if not stage.size.upright:
        return style
    factor = max(1.0, LARGE_LABEL / max(1.0, stage.comfort.text_scale))
    return replace(style, size=round(style.size * factor * 2) / 2)


def words_of(slide: Slide, stage: Stage) -> list[Block]:
    """Everything a slide says, apart from its photo's label."""
    blocks = [heading(slide.title, stage)] if slide.title else []
    if slide.text:
        blocks.append(body(slide.text, stage, "lead"))
    if slide.quote:
        factor = AFTER_TEXT if slide.text else 1.0
        quoted = enlarged(quotation(slide.quote, stage, "heading"), factor)
        blocks += [*quoted, *attribution(slide.quote, stage)]
    return blocks


def _emphasis(words: Translatable, stage: Stage) -> tuple[Emphasis, ...]:
    """What a curator has marked; the kiosk's own words have no marks."""
    return words.emphasis_in(stage.language) if isinstance(words, LocalisedText) else ()


def _in_marks(text: str, style: TextStyle, stage: Stage) -> Block:
    """In its language's marks; the opening one is outside the edge where that is straight."""
    opening, text = marked(text, style.language)
    hangs = is_right_to_left(style.language) == stage.mirrored
    return Block(
        text if hangs else opening + text,
        style,
        gap=1.0,
        balanced=True,
        hanging=opening if hangs else "",
        characters=42 if style.size > stage.style("heading").size else CHARACTERS,
        name=QUOTE,
    )


def _small(words: Translatable, stage: Stage) -> Block:
    """A line about a quote; it has one size on all pages."""
    language = words.language_for(stage.language)
    style = stage.style("body", colour=stage.theme.quiet, language=language)
    text = words.in_language(stage.language)
    return Block(text, style, gap=BETWEEN_SMALL, balanced=True, holds="former", fixed=True)
