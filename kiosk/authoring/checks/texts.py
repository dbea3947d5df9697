"""Checks what visitors read: short enough to read while standing, and in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kiosk.authoring.checks.subject import HasTexts, Subject, lacking, with_roles
from kiosk.authoring.keys.written_values import as_wanted
from kiosk.authoring.load.advice.similar import did_you_mean
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.problems.report import listed
from kiosk.authoring.problems.suppressions import is_allowed
from kiosk.authoring.yaml.nodes import Where
from kiosk.exhibition.reading_time import time_to_read_s, words
from kiosk.exhibition.text import LocalisedText
from kiosk.exhibition.text_walk import Role
from kiosk.language.tags import ALSO_COUNTRIES
from kiosk.style.exhibition_theme import own_colours
from kiosk.style.themes import THEMES

LABEL_WORDS = 75
LABEL_WORDS_MAX = 100
PANEL_WORDS = 150
"""Most words of a text without a photo beside it: visitors tire after 45 seconds."""
PAGES_MAX = 3
"""Most pages of a slide: as many words as visitors read of an essay while standing."""
SENTENCE_WORDS_MAX = 25

MEASURES = ("year", "size")
"""Keys of a work that need words in some cases only, such as “about 1931”."""
LETTERS = re.compile(r"[^\W\d_]+")
UNITS = frozenset({"mm", "cm", "dm", "km", "in", "ft", "px", "ca", "мм", "см", "厘米"})
SAME_IN_ALL = frozenset({"by", "work.by", "work.year", "work.size", "quote.speaker"})
"""Names of people, and what has a rule of its own."""
WITH_WORDS = ("beside", "portrait")
SENTENCE_END = re.compile(r"(?<=[.!?…؟])[\"”’»)\]]*\s+|(?<=[。！？])|\n\s*\n")


def text_untranslated(texts: HasTexts) -> Iterator[Problem]:
    """Of all texts but quotes, which have a rule of their own, `quote_untranslated`."""
    for where, text in with_roles(texts, Role.WORDS, Role.ABOUT):
        tags = lacking(text, texts.kiosk)
        is_measure = where[-1] in MEASURES and "work" in where
        if is_measure and not _has_words(text):
            continue
        if is_measure and not text.languages and len(texts.kiosk.languages) > 1:
            each = ", ".join(f"{tag}: …" for tag in texts.kiosk.languages)
            message = f"visitors read these words in every language; write {where[-1]}: {{{each}}}"
            yield texts.document.warning(Code.TRANSLATION_MISSING, message, where)
        elif tags:
            message = f"{where[-1]} has no translation in {tags}"
            place = (*where, tags.partition(",")[0])  # A tag may be there, without its text.
            yield texts.document.warning(Code.TRANSLATION_MISSING, message, place)


def text_same_in_all_languages(texts: HasTexts) -> Iterator[Problem]:
    """One note for all texts without a language; names of people are the same in all."""
    if len(texts.kiosk.languages) < 2:
        return
    found = dict[int, Where]()
    for where, one in texts.located_texts:
        is_plain = one.role is not Role.QUOTE and not one.text.languages
        if is_plain and one.name not in SAME_IN_ALL and LETTERS.search(one.text.texts[0][1]):
            line = texts.document.mark(where).line
            written = texts.document.source.lines[line - 1]
            if not is_allowed(Code.SAME_IN_ALL_LANGUAGES, written):
                found.setdefault(line, where)
    if found:
        each = ", ".join(f"{tag}: …" for tag in texts.kiosk.languages)
        count, lines = len(found), sorted(found)
        where = found[lines[0]]
        message = (
            f"{count} texts are the same in all languages: lines {listed(lines)}"
            if count > 1
            else f"{where[-1]} is the same in all languages"
        )
        message += f"; for other words in each, write {{{each}}}"
        yield texts.document.note(Code.SAME_IN_ALL_LANGUAGES, message, where)


def _has_words(text: LocalisedText) -> bool:
    """Whether a year or a size is more than numbers, units and short signs such as “ca.”."""
    return any(
        not re.search(r"\d", one) or any(map(_is_word, LETTERS.findall(one)))
        for _, one in text.texts
    )


def _is_word(letters: str) -> bool:
    return len(letters) > 1 and letters not in UNITS and not letters.isupper()


def language_unspoken(texts: HasTexts) -> Iterator[Problem]:
    """A language that no visitor can choose is probably a typing error; reported once.

    Quotes may be in any: they are shown as they were spoken. Their translations are not.
    """
    spoken, reported = texts.kiosk.languages, set[str]()
    for where, found in texts.located_texts:
        for tag in found.text.languages if found.name != "quote.text" else ():
            if tag not in spoken and tag not in reported:
                reported.add(tag)
                meant = ALSO_COUNTRIES.get(tag)
                near = did_you_mean(meant if meant in spoken else tag, spoken)
                hint = near or f"; its languages are {', '.join(spoken)}"
                message = f"nobody can choose '{tag}' on this kiosk{hint}"
                own = (*where, "translation") if found.name == "quote.translation" else where
                yield texts.document.warning(Code.LANGUAGE_UNSPOKEN, message, (*own, tag))


def text_too_long(subject: Subject) -> Iterator[Problem]:
    """A label is read beside a photo, so it is shorter than a panel, which is read for itself."""
    for one in subject.resolved.located:
        is_panel = not one.slide.all_photos or one.slide.kind == "portrait"
        for where, found in subject.texts_on(one):
            if found.name in ("text", "caption"):
                is_label = found.name == "caption" or not is_panel
                yield from _too_long(subject, where, found.text, is_label=is_label)


def _too_long(
    subject: Subject, where: Where, text: LocalisedText, *, is_label: bool
) -> Iterator[Problem]:
    for tag, one in text.texts:
        count, place = words(one, tag), (*where, tag) if tag else where
        if count > LABEL_WORDS_MAX and is_label:
            message = (
                f"{count} words beside a photo; visitors read {LABEL_WORDS},"
                f" and {LABEL_WORDS_MAX} is the limit"
            )
            yield subject.document.problem(Code.LABEL_TOO_LONG, message, place)
        elif count > (LABEL_WORDS if is_label else PANEL_WORDS):
            most = LABEL_WORDS if is_label else PANEL_WORDS
            message = f"{count} words; visitors read {most} at most"
            yield subject.document.warning(Code.LABEL_LONG, message, place)


def slide_on_pages(subject: Subject) -> Iterator[Problem]:
    """More than one page is worth a note; more than a few are a warning."""
    if not subject.services.count_pages:
        return
    at = f"at {subject.services.screen}, " if subject.services.screen else ""
    for one in subject.resolved.located:
        pages = subject.services.count_pages(subject.kiosk, one.slide, subject.infos)
        most = max(pages.values(), default=1)
        if most > PAGES_MAX:
            message = f"{at}this slide takes {_counted(pages)}; visitors read {PAGES_MAX} at most"
            yield subject.document.warning(Code.SEVERAL_PAGES, message, one.where)
        elif most > 1:
            message = f"{at}this slide takes {_counted(pages)} on the kiosk's screen"
            yield subject.document.note(Code.SEVERAL_PAGES, message, one.where)


def _counted(pages: Mapping[str, int]) -> str:
    """Such as: 3 pages; or, if languages differ: 2 pages in en, 3 in fr."""
    first, *others = pages.items()
    if all(count == first[1] for _, count in others):
        return f"{first[1]} pages"
    said = [f"{first[1]} page{'s' if first[1] > 1 else ''} in {first[0]}"]
    return ", ".join((*said, *(f"{count} in {tag}" for tag, count in others)))


def sentence_too_long(texts: HasTexts) -> Iterator[Problem]:
    """Of the curator's own words: what was said stays as it is, and small texts may be long."""
    for where, text in with_roles(texts, Role.WORDS):
        for tag, one in text.texts:
            for sentence in SENTENCE_END.split(one):
                count = words(sentence, tag)
                if count > SENTENCE_WORDS_MAX:
                    beginning = " ".join(sentence.split()[:4])
                    message = f"the sentence “{beginning} …” has {count} words; cut it in two"
                    place = (*where, tag) if tag else where
                    yield texts.document.warning(Code.SENTENCE_LONG, message, place)


def words_missing(subject: Subject) -> Iterator[Problem]:
    """A layout that keeps room for words, on a slide without any."""
    for one in subject.resolved.located:
        slide, where = one.slide, (*one.where, "layout")
        is_empty = not (slide.title or slide.text or slide.quote or slide.facts)
        if is_empty and slide.kind in WITH_WORDS and subject.document.has(where):
            message = f"{slide.kind} needs words beside the photo: text, title or a quote"
            yield subject.document.warning(Code.WORDS_MISSING, message, where)


def dwell_too_short(subject: Subject) -> Iterator[Problem]:
    for one in subject.resolved.located:
        needed = max(time_to_read_s(one.slide, tag) for tag in subject.kiosk.languages)
        if isinstance(one.slide.dwell, float) and one.slide.dwell < needed:
            said = (*one.where, "dwell")
            message = f"the words take {needed:.0f} s to read; the slide has {one.slide.dwell:g} s"
            where = said if subject.document.has(said) else one.where
            yield subject.document.warning(Code.DWELL_SHORT, message, where)


def accent_is_comment(subject: Subject) -> Iterator[Problem]:
    """Without quotation marks, a colour's # starts a comment, and no colour is left."""
    accent = subject.document.root.child("accent")
    if accent and accent[1].is_nothing:
        line = subject.document.mark(("accent",)).line
        _, sign, comment = subject.document.source.lines[line - 1].partition("#")
        if sign:
            colour = re.match(r"[0-9a-fA-F]{3,6}\b", comment)
            wanted = colour and as_wanted("accent", colour[0])
            message = "# begins a comment, so no colour is left; " + (
                f"write accent: {wanted}" if wanted else "put it in quotation marks"
            )
            yield subject.document.warning(Code.ACCENT_IS_COMMENT, message, ("accent",))


def colour_cannot_be_read(subject: Subject) -> Iterator[Problem]:
    """The show ignores such a colour, and so would look different from what the curator expects."""
    head = subject.resolved.exhibition
    theme = THEMES[head.theme or subject.kiosk.theme]
    for key, ratio in own_colours(head).faint(theme):
        places: list[Where] = [("colours", key), (key,), ("colours", "ground")]
        where = next(place for place in places if subject.document.has(place))
        what = "letters on it have" if where[-1] == "ground" else "on its ground it has"
        shown = "is shown lighter or darker" if key == "accent" else "is not shown"
        message = (
            f"this {where[-1]} {shown}, because it could not be read:"
            f" {what} a contrast of {ratio:.1f}, but {theme.contrast:g} is needed"
        )
        yield subject.document.warning(Code.COLOUR_FAINT, message, where)
