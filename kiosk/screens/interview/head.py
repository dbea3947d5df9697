"""Sets the head of an interview: what its source says before it begins, and its language."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.exhibition.collection import Entry
from kiosk.exhibition.interview import Interview
from kiosk.language.names import name
from kiosk.language.translations import A_TRANSLATION, INTRODUCTION, SPOKEN_IN
from kiosk.layouts.parts.blocks import Translatable
from kiosk.layouts.parts.column import Block
from kiosk.style.stage import Stage
from kiosk.types.scene import Colour, TextStyle

APART = 1.6
"""Space above the introduction, in sizes of its letters."""
SUMMARY_GAP = "\n\n"
"""Separates the paragraphs of an introduction."""


def head(entry: Entry, stage: Stage) -> list[Block]:
    """Lines, name and introduction as the source has them; nobody says them in the interview.

    A translation without a head has that of the interview.
    """
    reading, spoken = entry.reading_in(stage.language), entry.readable
    assert reading is not None
    assert spoken is not None
    interview, language = reading
    if not _has_head(interview):
        interview, language = replace(spoken, exchanges=interview.exchanges), entry.spoken

    def style(role: str, colour: Colour | None = None) -> TextStyle:
        return replace(stage.style(role, colour=colour, language=language), align="start")

    quiet = style("caption", stage.theme.quiet)
    lines = dict.fromkeys((*interview.titles, interview.name))
    blocks = [
        Block(line, style("heading"), gap=0.3, characters=40)
        if line == interview.name
        else Block(line, quiet, gap=0.2)
        for line in lines
        if line
    ]
    blocks += [
        Block(f"{one.label}: {one.answer}", quiet, gap=0.4)
        for one in interview.facts
        if not one.is_empty
    ]
    blocks += [_small(text, tag, stage) for text, tag in language_notes(entry, stage.language)]
    if interview.summary:
        blocks.append(replace(_of_kiosk(INTRODUCTION, stage), gap=APART))
        paragraphs = interview.summary.split(SUMMARY_GAP)
        blocks += [Block(text, style("body"), gap=0.5) for text in paragraphs]
    return blocks


def language_notes(entry: Entry, language: str) -> list[tuple[str, str]]:
    """What visitors of another language should know before they read: each text and its language.

    They are told which language was spoken, and if they read a translation, whose it is.
    """
    reading, spoken = entry.reading_in(language), entry.spoken
    if reading is None or spoken.split("-")[0] == language.split("-")[0]:
        return []
    text = SPOKEN_IN.in_language(language).format(language=name(spoken))
    notes = [(text, SPOKEN_IN.language_for(language))]
    if reading[1] != spoken:
        written = entry.exhibition.interview
        by = written.translated_by if written else None
        made: tuple[Translatable | None, ...] = (A_TRANSLATION, by)
        notes += [(one.in_language(language), one.language_for(language)) for one in made if one]
    return notes


def _has_head(interview: Interview) -> bool:
    answered = any(not one.is_empty for one in interview.facts)
    return bool(interview.titles or answered or interview.summary)


def _of_kiosk(words: Translatable, stage: Stage) -> Block:
    return _small(words.in_language(stage.language), words.language_for(stage.language), stage)


def _small(text: str, language: str, stage: Stage) -> Block:
    style = stage.style("caption", colour=stage.theme.quiet, language=language)
    return Block(text, replace(style, align="start"), gap=0.4)
