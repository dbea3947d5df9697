"""Sets the head of an interview: what its source says before it begins, and its language."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.exhibition.collection import Entry
from kiosk.exhibition.interview import Interview
from kiosk.exhibition.reading_time import interview_s, minutes_told
from kiosk.language.names import name
from kiosk.language.translations import A_TRANSLATION, INTRODUCTION, READING_TIME, SPOKEN_IN
from kiosk.layouts.parts.blocks import Translatable
from kiosk.layouts.parts.column import Block
from kiosk.style.stage import Stage
from kiosk.types.scene import TextStyle

NAME = "name"
"""Name by which the words are found that are large."""
APART = 1.2
"""Space above the introduction, in sizes of its letters."""
CHARACTERS = 68
"""Longest line of the introduction in characters of a serif; its own letters are wider.

Its lines are longer than an answer's, so that the first question is on the same screen.
"""
LEADING, PARAGRAPH_GAP = 1.36, 0.4
"""Height of its lines, and space above a paragraph of it, in sizes of its letters."""
SUMMARY_GAP = "\n\n"
"""Separates the paragraphs of an introduction."""


def headed(entry: Entry, stage: Stage) -> tuple[Interview, str]:
    """The interview with its head, and the language of that: a translation may have none."""
    reading, spoken = entry.reading_in(stage.language), entry.readable
    assert reading is not None
    assert spoken is not None
    interview, language = reading
    answered = any(not one.is_empty for one in interview.facts)
    if interview.titles or answered or interview.summary:
        return interview, language
    return replace(spoken, exchanges=interview.exchanges), entry.spoken


def titles(entry: Entry, stage: Stage, role: str) -> list[Block]:
    """Lines, name and labels as the source has them; nobody says them in the interview.

    The name has a role of its own. Below it is the time that reading takes.
    """
    interview, language = headed(entry, stage)
    quiet = _style("caption", language, stage, quiet=True)
    speaker = interview.name
    lines = dict.fromkeys((*interview.titles, speaker))
    blocks = [
        Block(line, _style(role, language, stage), gap=0.3, characters=40, name=NAME)
        if line == speaker
        else Block(line, quiet, gap=0.2)
        for line in lines
        if line
    ]
    blocks += _time(entry, stage) if blocks else []
    blocks += [
        Block(f"{one.label}: {one.answer}", quiet, gap=0.4)
        for one in interview.facts
        if not one.is_empty
    ]
    blocks += [_small(text, tag, stage) for text, tag in language_notes(entry, stage.language)]
    return blocks


def _time(entry: Entry, stage: Stage) -> list[Block]:
    reading = entry.reading_in(stage.language)
    minutes = minutes_told(interview_s(*reading)) if reading else 0
    language = READING_TIME.language_for(stage.language)
    text = READING_TIME.in_language(stage.language, minutes)
    return [replace(_small(text, language, stage), gap=0.7)] if minutes else []


def introduction(entry: Entry, stage: Stage) -> list[Block]:
    """What the source says before the interview: as large as that, in the letters of others."""
    interview, language = headed(entry, stage)
    if not interview.summary:
        return []
    size = stage.style("lead", language=language).size
    style = replace(_style("body", language, stage), size=size, leading=LEADING)
    label = INTRODUCTION.in_language(stage.language)
    told = _small(label, INTRODUCTION.language_for(stage.language), stage)
    return [
        replace(told, gap=APART),
        *(
            Block(text, style, gap=PARAGRAPH_GAP, characters=CHARACTERS)
            for text in interview.summary.split(SUMMARY_GAP)
        ),
    ]


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


def _style(role: str, language: str, stage: Stage, *, quiet: bool = False) -> TextStyle:
    colour = stage.theme.quiet if quiet else None
    return replace(stage.style(role, colour=colour, language=language), align="start")


def _small(text: str, language: str, stage: Stage) -> Block:
    return Block(text, _style("caption", language, stage, quiet=True), gap=0.4)
