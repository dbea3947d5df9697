"""Checks what visitors read: short enough to read while standing, and in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.authoring.checks.subject import HasTexts, Subject, lacking, written
from kiosk.authoring.load.value_errors import did_you_mean
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.yaml.nodes import Where
from kiosk.exhibition.reading_time import time_to_read_s, words
from kiosk.exhibition.text import LocalisedText
from kiosk.style.exhibition_theme import own_colours
from kiosk.style.themes import THEMES

LABEL_WORDS = 75
LABEL_WORDS_MAX = 100
PANEL_WORDS = 150
"""Most words of a text without a photo beside it: visitors tire after 45 seconds."""
SENTENCE_WORDS_MAX = 25

SENTENCE_END = re.compile(r"(?<=[.!?…؟])[\"”’»)\]]*\s+|(?<=[。！？])|\n\s*\n")


def text_untranslated(worded: HasTexts) -> Iterator[Problem]:
    for where, text in (*worded.texts(), *worded.unspoken()):
        tags = lacking(text, worded.kiosk)
        if tags:
            message = f"{where[-1]} has no translation in {tags}"
            yield worded.warning("translation-missing", message, where)


def language_unspoken(worded: HasTexts) -> Iterator[Problem]:
    """A language that no visitor can choose is probably a typing error; reported once."""
    spoken, told = worded.kiosk.languages, set[str]()
    for where, text in (*worded.texts(), *worded.unspoken()):
        for tag in text.languages:
            if tag not in spoken and tag not in told:
                told.add(tag)
                hint = did_you_mean(tag, spoken) or f"; its languages are {', '.join(spoken)}"
                message = f"nobody can choose '{tag}' on this kiosk{hint}"
                yield worded.warning("language-unspoken", message, (*where, tag))


def text_too_long(hung: Subject) -> Iterator[Problem]:
    """A label is read beside a photo, so it is shorter than a panel, which is read for itself."""
    for one in hung.resolved.placed:
        is_panel = not one.slide.all_photos or one.slide.kind == "portrait"
        for where, text in written((*one.where, "text"), one.slide.text):
            yield from _too_long(hung, where, text, is_panel=is_panel)
        for where, text in hung.captions(one):
            yield from _too_long(hung, where, text, is_panel=False)


def _too_long(
    hung: Subject, where: Where, text: LocalisedText, *, is_panel: bool
) -> Iterator[Problem]:
    for tag, one in text.texts:
        count, place = words(one, tag), (*where, tag) if tag else where
        if count > LABEL_WORDS_MAX and not is_panel:
            message = f"{count} words; a caption has {LABEL_WORDS}, never over {LABEL_WORDS_MAX}"
            yield hung.error("label-too-long", message, place)
        elif count > (PANEL_WORDS if is_panel else LABEL_WORDS):
            most = PANEL_WORDS if is_panel else LABEL_WORDS
            message = f"{count} words; visitors read {most} at most"
            yield hung.warning("label-long", message, place)


def sentence_too_long(worded: HasTexts) -> Iterator[Problem]:
    for where, text in worded.texts():
        for tag, one in text.texts:
            for sentence in SENTENCE_END.split(one):
                count = words(sentence, tag)
                if count > SENTENCE_WORDS_MAX:
                    beginning = " ".join(sentence.split()[:4])
                    message = f"the sentence “{beginning} …” has {count} words; cut it in two"
                    yield worded.warning("sentence-long", message, (*where, tag) if tag else where)


def dwell_too_short(hung: Subject) -> Iterator[Problem]:
    for one in hung.resolved.placed:
        needed = max(time_to_read_s(one.slide, tag) for tag in hung.kiosk.languages)
        if isinstance(one.slide.dwell, float) and one.slide.dwell < needed:
            said = (*one.where, "dwell")
            message = f"the words take {needed:.0f} s to read; the slide has {one.slide.dwell:g} s"
            where = said if hung.document.has(said) else one.where
            yield hung.warning("dwell-short", message, where)


def accent_is_comment(hung: Subject) -> Iterator[Problem]:
    """Without quotation marks, a colour's # starts a comment, and no colour is left."""
    accent = hung.document.root.child("accent")
    if accent and accent[1].is_nothing:
        line = hung.document.mark(("accent",)).line
        if "#" in hung.document.source.lines[line - 1]:
            message = "# begins a comment, so no colour is left; put it in quotation marks"
            yield hung.warning("accent-is-comment", message, ("accent",))


def colour_cannot_be_read(hung: Subject) -> Iterator[Problem]:
    """The show ignores such a colour, and so would look different from what the curator expects."""
    head = hung.resolved.exhibition
    theme = THEMES[head.theme or hung.kiosk.theme]
    for key, ratio in own_colours(head).faint(theme):
        places: list[Where] = [("colours", key), (key,), ("colours", "ground")]
        where = next(place for place in places if hung.document.has(place))
        what = "letters on it have" if where[-1] == "ground" else "on its ground it has"
        message = (
            f"this {where[-1]} is not shown, because it could not be read:"
            f" {what} a contrast of {ratio:.1f}, but {theme.contrast:g} is needed"
        )
        yield hung.warning("colour-faint", message, where)
