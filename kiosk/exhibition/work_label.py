"""Composes the label of a work as museums do: who made it, its title and year, and what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from kiosk.exhibition.exhibition import Work
from kiosk.exhibition.text import LocalisedText
from kiosk.language.directions import is_right_to_left
from kiosk.language.quotation_marks import marked
from kiosk.language.scripts import has_italics
from kiosk.types.emphasis import Emphasis, Emphasised, joined, split

TITLE_MARKS = {"zh": "《》", "ja": "《》", "ko": "〈〉"}
"""Marks around titles of works, in languages that have such; others use quotation marks."""
WRITTEN_MARKS = "《〈『「«“„"
COMMAS = {"ar": "، ", "fa": "، ", "ug": "، ", "ur": "، ", "zh": "，", "ja": "、"}
ISOLATE, POP = "\u2068", "\u2069"


class LabelLine(Struct, frozen=True):
    text: str
    emphasis: tuple[Emphasis, ...]
    language: str
    """The tag of its first text; "" if no language was written."""
    is_name: bool
    """Whether it says who made the work, or what its title is."""


def label_lines(work: Work, language: str) -> tuple[LabelLine, ...]:
    """The lines of a work's label in this language, without those that say nothing."""
    lines = (
        _line(language, [(work.by, _bold)], is_name=True),
        _line(language, [(work.title, _titled), (work.year, _plain)], is_name=True),
        _line(language, [(work.technique, _plain), (work.size, _plain)], is_name=False),
        _line(language, [(work.collection, _plain)], is_name=False),
    )
    return tuple(line for line in lines if line)


Manner = Callable[[str, tuple[Emphasis, ...], str], Emphasised]
"""Sets one text of a label; takes the text, its emphasis and its language."""


def _line(
    language: str, texts: Iterable[tuple[LocalisedText | None, Manner]], *, is_name: bool
) -> LabelLine | None:
    written = [(text, manner) for text, manner in texts if text]
    if not written:
        return None
    tag = written[0][0].language_for(language)
    comma = COMMAS.get((tag or language).split("-")[0], ", ")
    parts = list[Emphasised]()
    for text, manner in written:
        own = text.language_for(language) or language
        piece = manner(text.in_language(language), text.emphasis_in(language), own)
        if is_right_to_left(tag or language):
            # A size such as 40 × 50 cm keeps its order between Arabic words.
            piece = joined([(ISOLATE, ()), piece, (POP, ())])
        parts += [(comma, ()), piece] if parts else [piece]
    return LabelLine(*joined(parts), tag, is_name)


def _plain(words: str, emphasis: tuple[Emphasis, ...], language: str) -> Emphasised:
    return words, emphasis


def _bold(words: str, emphasis: tuple[Emphasis, ...], language: str) -> Emphasised:
    return words, (Emphasis(0, len(words), bold=True),)


def _titled(words: str, emphasis: tuple[Emphasis, ...], language: str) -> Emphasised:
    """A title in italics, or in marks if its script has no italics."""
    if has_italics(words):
        return _slanted(words, emphasis)
    return _in_marks(words, language), ()


def _slanted(words: str, emphasis: tuple[Emphasis, ...]) -> Emphasised:
    """A title in italics, but for what is marked as italic in it, which is upright."""
    return joined(
        (part, (Emphasis(0, len(part), not italic, bold),) if bold or not italic else ())
        for part, italic, bold in split(words, emphasis)
    )


def _in_marks(words: str, language: str) -> str:
    """A title in the marks of its language, unless it has marks."""
    if words[0] in WRITTEN_MARKS:
        return words
    own = TITLE_MARKS.get(language.split("-")[0])
    return own[0] + words + own[1] if own else "".join(marked(words, language))
