"""What should be mended before opening: one rule a function, all of them in a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.exhibition.document import Document
from kiosk.exhibition.loader import Opened, open_place
from kiosk.exhibition.model import Kiosk, Photo, Words
from kiosk.exhibition.node import Where
from kiosk.exhibition.problem import Problem, Severity, in_order
from kiosk.exhibition.reading import time_to_read_s, words
from kiosk.exhibition.settling import Placed, Settled

LABEL_WORDS = 75
LABEL_WORDS_MAX = 100
PANEL_WORDS = 150
"""For texts that no photo waits beside: visitors tire after 45 seconds."""
SENTENCE_WORDS_MAX = 25

SENTENCE_END = re.compile(r"(?<=[.!?…؟])[\"”’»)\]]*\s+|(?<=[。！？])|\n\s*\n")
ALLOWED = re.compile(r"#\s*kiosk:\s*allow\s+(?P<codes>[\w-]+(?:[\s,]+[\w-]+)*)")

WORDS_OF_PHOTO = ("alt", "caption", "credit")


@dataclass(frozen=True)
class Hung:
    """An exhibition as it will hang, with the kiosk that it hangs in."""

    settled: Settled
    kiosk: Kiosk

    @property
    def document(self) -> Document:
        return self.settled.draft.document

    def photos(self) -> Iterator[tuple[Where, Photo]]:
        """Photos, and where they stand in the document."""
        for one in self.settled.placed:
            yield from zip(one.photos, one.slide.all_photos, strict=True)

    def texts(self) -> Iterator[tuple[Where, Words]]:
        """The curator's words, and where they stand."""
        head = self.settled.exhibition
        for key in ("title", "subtitle"):
            yield from _written((key,), getattr(head, key))
        for one in self.settled.placed:
            for key in ("title", "text"):
                yield from _written((*one.where, key), getattr(one.slide, key))
            yield from self.captions(one)
            yield from self._facts(one)

    def captions(self, one: Placed) -> Iterator[tuple[Where, Words]]:
        """Captions, which stand beside a photo or in its map."""
        yield from _written((*one.where, "caption"), one.slide.caption)
        for place, photo in zip(one.photos, one.slide.all_photos, strict=True):
            inside, beside = (*place, "caption"), (*one.where, "caption")
            yield from _written(inside if self.document.has(inside) else beside, photo.caption)

    def _facts(self, one: Placed) -> Iterator[tuple[Where, Words]]:
        """Facts, written as a list of labels and values or as a map from the ones to the others."""
        for number, fact in enumerate(one.slide.facts):
            place = (*one.where, "facts", number)
            if self.document.has(place):
                yield from (((*place, "label"), fact.label), ((*place, "value"), fact.value))
            else:
                label = fact.label.in_language("")
                yield (*one.where, "facts", label), fact.value

    def problem(self, severity: Severity, code: str, message: str, where: Where) -> Problem:
        return self.document.problem(code, message, where, severity=severity)

    def warning(self, code: str, message: str, where: Where) -> Problem:
        return self.problem(Severity.WARNING, code, message, where)


Rule = Callable[[Hung], Iterator[Problem]]


def check(place: Path) -> tuple[Problem, ...]:
    """All problems of a folder or file, without those that a comment on their line allows."""
    opened = open_place(place)
    hung = [Hung(settled, opened.kiosk) for settled in opened.settled]
    found = [problem for one in hung for rule in RULES for problem in rule(one)]
    problems = in_order([*opened.problems, *found, *_of_kiosk(opened)])
    return tuple(problem for problem in problems if not _is_allowed(problem))


def photo_without_alt(hung: Hung) -> Iterator[Problem]:
    for where, photo in hung.photos():
        if photo.alt is None:
            message = "this photo needs alt: what is to be seen, for those who cannot see it"
            yield hung.warning("alt-missing", message, where)


def photo_stands_in(hung: Hung) -> Iterator[Problem]:
    """One note for each file, however often it hangs."""
    first = {photo.file: where for where, photo in reversed(list(hung.photos())) if photo.stand_in}
    for file, where in first.items():
        message = f"{Path(file).name} hangs in place of a photo that is not here yet"
        yield hung.problem(Severity.NOTE, "stand-in", message, where)


def text_untranslated(hung: Hung) -> Iterator[Problem]:
    for where, text in hung.texts():
        lacking = _lacking(text, hung.kiosk)
        if lacking:
            message = f"{where[-1]} is not written in {lacking}"
            yield hung.warning("translation-missing", message, where)


def quote_untranslated(hung: Hung) -> Iterator[Problem]:
    for one in hung.settled.placed:
        quote = one.slide.quote
        if quote:
            written = {quote.language, *(quote.translation.languages if quote.translation else ())}
            lacking = [tag for tag in hung.kiosk.languages if tag not in written]
            if lacking:
                message = f"this quote has no translation in {', '.join(lacking)}"
                yield hung.warning("translation-missing", message, (*one.where, "quote"))


def text_too_long(hung: Hung) -> Iterator[Problem]:
    """Labels stand beside a photo that waits; a panel is read for its own sake."""
    for one in hung.settled.placed:
        is_panel = not one.slide.all_photos or one.slide.kind == "portrait"
        for where, text in _written((*one.where, "text"), one.slide.text):
            yield from _too_long(hung, where, text, is_panel=is_panel)
        for where, text in hung.captions(one):
            yield from _too_long(hung, where, text, is_panel=False)


def _too_long(hung: Hung, where: Where, text: Words, *, is_panel: bool) -> Iterator[Problem]:
    for tag, written in text.root:
        count, place = words(written, tag), (*where, tag) if tag else where
        if count > LABEL_WORDS_MAX and not is_panel:
            message = f"{count} words; a label has {LABEL_WORDS}, and never over {LABEL_WORDS_MAX}"
            yield hung.problem(Severity.ERROR, "label-too-long", message, place)
        elif count > (PANEL_WORDS if is_panel else LABEL_WORDS):
            most = PANEL_WORDS if is_panel else LABEL_WORDS
            message = f"{count} words; visitors read {most} at most"
            yield hung.warning("label-long", message, place)


def sentence_too_long(hung: Hung) -> Iterator[Problem]:
    for where, text in hung.texts():
        for tag, written in text.root:
            for sentence in SENTENCE_END.split(written):
                count = words(sentence, tag)
                if count > SENTENCE_WORDS_MAX:
                    beginning = " ".join(sentence.split()[:4])
                    message = f"the sentence “{beginning} …” has {count} words; cut it in two"
                    yield hung.warning("sentence-long", message, (*where, tag) if tag else where)


def dwell_too_short(hung: Hung) -> Iterator[Problem]:
    for one in hung.settled.placed:
        needed = max(time_to_read_s(one.slide, tag) for tag in hung.kiosk.languages)
        if isinstance(one.slide.dwell, float) and one.slide.dwell < needed:
            said = (*one.where, "dwell")
            message = f"the words here take {needed:.0f} s to read; it stands {one.slide.dwell:g} s"
            where = said if hung.document.has(said) else one.where
            yield hung.warning("dwell-short", message, where)


def said_twice(hung: Hung) -> Iterator[Problem]:
    for one in hung.settled.placed:
        for key in (*WORDS_OF_PHOTO, "focus"):
            beside = (*one.where, key)
            if hung.document.has(beside) and hung.document.has((*one.where, "photo", key)):
                message = f"{key} stands here and in the photo's map; only the latter is shown"
                yield hung.warning("said-twice", message, beside)


def accent_is_comment(hung: Hung) -> Iterator[Problem]:
    """Without quotation marks, a colour's # begins a comment, and no colour is left."""
    accent = hung.document.root.child("accent")
    if accent and accent[1].is_nothing:
        line = hung.document.mark(("accent",)).line
        if "#" in hung.document.source.lines[line - 1]:
            message = "# begins a comment, so this is no colour; put it in quotation marks"
            yield hung.warning("accent-is-comment", message, ("accent",))


RULES: tuple[Rule, ...] = (
    photo_without_alt,
    photo_stands_in,
    text_untranslated,
    quote_untranslated,
    text_too_long,
    sentence_too_long,
    dwell_too_short,
    said_twice,
    accent_is_comment,
)


def _of_kiosk(opened: Opened) -> Iterator[Problem]:
    for path in opened.unlisted:
        message = "this exhibition is not shown: kiosk.yaml does not list it"
        yield Problem(path, "not-listed", message, severity=Severity.WARNING)
    kiosk, document = opened.kiosk, opened.document
    for key in ("title", "subtitle") if document else ():
        text = getattr(kiosk, key)
        lacking = _lacking(text, kiosk) if text else ""
        if lacking and document:
            message = f"{key} is not written in {lacking}"
            yield document.problem(
                "translation-missing", message, (key,), severity=Severity.WARNING
            )


def _written(where: Where, text: Words | None) -> Iterator[tuple[Where, Words]]:
    if text:
        yield where, text


def _lacking(text: Words, kiosk: Kiosk) -> str:
    """Languages of the kiosk that a text is not in; a text of no language is in all."""
    tags = text.languages
    return ", ".join(tag for tag in kiosk.languages if tag not in tags) if tags else ""


def _is_allowed(problem: Problem) -> bool:
    """Whether the line itself allows this warning or note."""
    comment = ALLOWED.search(problem.snippet[-1][1]) if problem.snippet else None
    codes = re.split(r"[\s,]+", comment["codes"]) if comment else []
    return problem.severity is not Severity.ERROR and problem.code in codes
