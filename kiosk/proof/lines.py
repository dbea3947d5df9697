"""Says what a slide or a head has, as lines beside its picture."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from kiosk.authoring.problems.problem import Problem, Severity
from kiosk.authoring.problems.suppressions import is_accepted
from kiosk.exhibition.exhibition import Exhibition, Photo, Quote, Slide, Weekday, Work
from kiosk.exhibition.interview import Exchange, Interview
from kiosk.exhibition.kiosk import Kiosk
from kiosk.exhibition.quote_match import find
from kiosk.exhibition.reading_time import dwell_s
from kiosk.exhibition.schedule import Dated
from kiosk.exhibition.text import LocalisedText
from kiosk.exhibition.text_walk import KeyedText, walk_texts
from kiosk.exhibition.work_label import label_lines
from kiosk.language import proof_words as say
from kiosk.language.dates import long_date
from kiosk.language.directions import isolated
from kiosk.language.translations import Message
from kiosk.layouts.visible import photos_of, visible
from kiosk.proof.page import KINDS, Line
from kiosk.types.emphasis import Emphasis, Emphasised, joined, split

SEVERITIES = {
    Severity.ERROR: say.ERROR,
    Severity.WARNING: say.WARNING,
    Severity.NOTE: say.NOTE,
}

DAYS: Mapping[Weekday, Message] = {
    "mon": say.MONDAY,
    "tue": say.TUESDAY,
    "wed": say.WEDNESDAY,
    "thu": say.THURSDAY,
    "fri": say.FRIDAY,
    "sat": say.SATURDAY,
    "sun": say.SUNDAY,
}


class Setting(Struct, frozen=True):
    """What all lines need: the languages of the kiosk, its folder, and the day of the proof."""

    languages: tuple[str, ...]
    date: str
    """Such as 2026-05-01."""
    folder: Path = Path()

    @property
    def language(self) -> str:
        return self.languages[0]

    @property
    def day(self) -> str:
        return day_of(self.date, self.language)

    def short(self, words: str) -> str:
        """A path, or words with paths, as seen from the folder, or from the one above it."""
        for folder, here in ((self.folder, ""), (self.folder.parent, "../")):
            if folder.name:
                words = words.replace(f"{folder}{os.sep}", here)
        return words

    def line(self, label: Message, text: str, language: str = "", kind: str = "said") -> Line:
        """A line with a label; its text is in the language of the labels, if in no other."""
        return Line(label.in_language(self.language), text, language or self.language, kind)


def day_of(date: str, language: str) -> str:
    """A date in words, in the language that labels are in."""
    return long_date(date, say.PROOF.language_for(language))


class _Texts:
    """Texts of a slide, a head or a kiosk that visitors get, and that have no lines yet."""

    def __init__(self, of: Slide | Exhibition | Kiosk, setting: Setting) -> None:
        seen = visible(of, setting.languages) if isinstance(of, Slide) else None
        self._left = [one for one in walk_texts(of) if seen is None or one.path in seen]
        self._setting = setting

    def take(self, *path: str | int) -> list[KeyedText]:
        """The texts under this path."""
        taken = [one for one in self._left if one.path[: len(path)] == path]
        self._left = [one for one in self._left if one.path[: len(path)] != path]
        return taken

    def lines(self, label: str | Message, *path: str | int) -> Iterator[Line]:
        """A line for each language that a text under this path is written in."""
        name = label if isinstance(label, str) else label.in_language(self._setting.language)
        for one in self.take(*path):
            for tag, text in one.text.texts:
                named = f"{name}, {tag}" if tag else name
                language = tag or self._setting.language
                yield _line(named, text, language, KINDS[one.role], one.text.emphasis_in(tag))

    def others(self) -> Iterator[Line]:
        """Lines for the texts that no other line is about, so that a proof lacks none."""
        while self._left:
            path = self._left[0].path
            yield from self.lines(str(path[-1]).capitalize(), *path)


def of_kiosk(kiosk: Kiosk, setting: Setting) -> Iterator[Line]:
    texts = _Texts(kiosk, setting)
    yield from texts.lines(say.TITLE, "title")
    yield from texts.lines(say.SUBTITLE, "subtitle")
    yield from texts.others()


def of_head(exhibition: Exhibition, setting: Setting) -> Iterator[Line]:
    texts = _Texts(exhibition, setting)
    yield from texts.lines(say.TITLE, "title")
    yield from texts.lines(say.SUBTITLE, "subtitle")
    yield from texts.lines(say.BY, "by")
    yield from _credits(exhibition, setting)
    yield setting.line(say.LANGUAGES, ", ".join(setting.languages))
    yield from texts.lines(say.NOTICE, "notice")
    yield from texts.others()
    yield from _dates(exhibition, setting)
    if exhibition.order == "shuffle":
        has_sections = any(slide.section for slide in exhibition.slides)
        order = say.SHUFFLED_IN_SECTIONS if has_sections else say.SHUFFLED
        said = order.in_language(setting.language)
        yield setting.line(say.ORDER, said.format(date=setting.day))


def of_slide(
    slide: Slide,
    interview: Interview | None,
    setting: Setting,
    *,
    is_private: bool,
    begins: bool = False,
) -> Iterator[Line]:
    """What visitors see of a slide, and of the section that begins with it.

    The question to its quote is left out if the interview is private.
    """
    texts = _Texts(slide, setting)
    section = list(texts.lines(say.SECTION, "section"))
    yield from section if begins else ()
    yield from texts.lines(say.NOTICE, "notice")
    yield from texts.lines(say.TITLE, "title")
    yield from texts.lines(say.TEXT, "text")
    yield from _facts(slide, texts, setting)
    if slide.quote:
        yield from _quote(slide.quote, texts, interview, setting, is_private=is_private)
    yield from texts.lines(say.CAPTION, "caption")
    for path, photo in photos_of(slide):
        if path in visible(slide, setting.languages):
            number = int(path[-1]) + 1 if slide.photos else None
            said = say.PHOTO if number is None else say.NUMBERED_PHOTO
            label = said.in_language(setting.language).format(number=number)
            yield from _photo(label, photo, texts, setting, *path)
    yield from texts.others()
    yield from _dates(slide, setting)
    yield setting.line(say.MANNER, isolated(_manner(slide, setting.languages), setting.language))


def of_exchange(exchange: Exchange, spoken: str, setting: Setting) -> Iterator[Line]:
    """A question and its answer, in the language of the interview."""
    if exchange.question:
        yield setting.line(say.QUESTION, exchange.question, spoken)
    for voice in exchange.voices:
        label = voice.speaker or say.ANSWER.in_language(setting.language)
        yield Line(label, exchange.answer[voice.start : voice.end], spoken, "spoken")


def of_problem(problem: Problem, setting: Setting, *, with_file: bool = False) -> Line:
    """A line for a problem of this page's file; for others, with the file's name."""
    line = f"line {problem.line}" if problem.line else ""
    numbers = f":{problem.line}:{problem.column}" if problem.line else ""
    where = f"{setting.short(str(problem.path))}{numbers}" if with_file else line
    text = f"{setting.short(problem.message)} [{problem.code}]"
    is_open = not is_accepted(problem)
    label = (SEVERITIES[problem.severity] if is_open else say.ACCEPTED).in_language(
        setting.language
    )
    kind = problem.severity if is_open else Severity.NOTE
    return Line(label, f"{where}: {text}" if where else text, "en", str(kind))


def days_and_hours(dated: Dated, language: str) -> str:
    """The only days and hours on which something is shown; "" if it always is."""
    days = [DAYS[one].in_language(language) for one in dated.weekdays]
    numbers = {"from": dated.from_, "until": dated.until, "hours": dated.hours}
    ltr = {key: isolated(value, language) for key, value in numbers.items() if value}
    parts = (
        (say.FROM_DAY, {"day": ltr.get("from")}),
        (say.UNTIL_DAY, {"day": ltr.get("until")}),
        (say.ON_DAYS, {"days": ", ".join(days)}),
        (say.AT_HOURS, {"hours": ltr.get("hours")}),
    )
    return ", ".join(
        said.in_language(language).format(**value) for said, value in parts if any(value.values())
    )


def consent_of(photo: Photo, language: str) -> str:
    """The consent as it is written, and nothing that is not."""
    given = photo.consent
    if given is None:
        return say.NO_CONSENT.in_language(language)
    said = say.CONSENT_GIVEN.in_language(language)
    return said.format(covers=given.covers, by=given.by, on=isolated(given.on, language))


def _credits(exhibition: Exhibition, setting: Setting) -> Iterator[Line]:
    """Everybody who is credited for a photo."""
    photos = (photo for slide in exhibition.slides for photo in slide.all_photos)
    credited = [photo.credit.in_language(setting.language) for photo in photos if photo.credit]
    if credited:
        yield setting.line(say.CREDITS, "\n".join(dict.fromkeys(credited)))


def _dates(dated: Dated, setting: Setting) -> Iterator[Line]:
    """The only days and hours on which it is shown."""
    days = days_and_hours(dated, setting.language)
    if days:
        yield setting.line(say.DAYS, days)


def _quote(
    quote: Quote, texts: _Texts, interview: Interview | None, setting: Setting, *, is_private: bool
) -> Iterator[Line]:
    yield from texts.lines(say.QUOTE, "quote", "text")
    names = [name for _, name in quote.speaker.texts] if quote.speaker else []
    passage = find(interview, quote.text, names) if interview else None
    if interview and passage:
        asked = interview.exchanges[passage.exchange].question
        if asked and not is_private:
            yield setting.line(say.QUESTION, asked, quote.language)
        place = f"{setting.short(str(interview.path))}:{passage.line}"
        yield setting.line(say.FOUND_AT, isolated(place, setting.language))
    yield from texts.lines(say.TRANSLATION, "quote", "translation")
    yield from texts.lines(say.TRANSLATOR, "quote", "translated_by")
    yield from texts.lines(say.SPEAKER, "quote", "speaker")


def _facts(slide: Slide, texts: _Texts, setting: Setting) -> Iterator[Line]:
    """One line for each language, with all facts in it."""
    facts = [texts.take("facts", number) for number in range(len(slide.facts))]
    tags = dict.fromkeys(tag for fact in facts for side in fact for tag in side.text.languages)
    name = say.FACTS.in_language(setting.language)
    for tag in tags or {"": None} if any(facts) else ():
        parts = list[Emphasised]()
        for label, value in filter(None, facts):
            parts += [_in(label.text, tag), (": ", ()), _in(value.text, tag), ("\n", ())]
        text, emphasis = joined(parts[:-1])
        named = f"{name}, {tag}" if tag else name
        yield _line(named, text, tag or setting.language, "words", emphasis)


def _in(text: LocalisedText, tag: str) -> Emphasised:
    return text.in_language(tag), text.emphasis_in(tag)


def _line(label: str, text: str, language: str, kind: str, emphasis: tuple[Emphasis, ...]) -> Line:
    return Line(label, text, language, kind, tuple(split(text, emphasis)) if emphasis else ())


def _work(work: Work, texts: Sequence[KeyedText], setting: Setting) -> Iterator[Line]:
    """The label of a work as it is shown, in each language that it is written in."""
    tags = dict.fromkeys(tag for one in texts for tag in one.text.languages)
    name = say.WORK.in_language(setting.language)
    for tag in tags or {"": None}:
        lines = label_lines(work, tag)
        parts = [part for one in lines for part in ((one.text, one.emphasis), ("\n", ()))]
        text, emphasis = joined(parts[:-1])
        named = f"{name}, {tag}" if tag else name
        yield _line(named, text, tag or setting.language, "said", emphasis)


def _photo(
    label: str, photo: Photo, texts: _Texts, setting: Setting, *path: str | int
) -> Iterator[Line]:
    language = setting.language
    name = isolated(Path(photo.file).name, language)
    stand_in = say.STAND_IN.in_language(language).format(file=name)
    yield Line(label, stand_in if photo.stand_in else name, language)
    if photo.work:
        yield from _work(photo.work, texts.take(*path, "work"), setting)
    yield from texts.lines(say.CAPTION, *path, "caption")
    for number in range(len(photo.details)):
        detail = say.DETAIL.in_language(language).format(number=number + 1)
        yield from texts.lines(detail, *path, "details", number)
    yield from texts.lines(say.DESCRIPTION, *path, "alt")
    yield from texts.lines(say.CREDIT, *path, "credit")
    across, down = (isolated(f"{fraction * 100:.0f} %", language) for fraction in photo.focus)
    corner = say.FROM_CORNER.in_language(language).format(across=across, down=down)
    yield setting.line(say.FOCUS, corner)
    if photo.people:
        yield setting.line(say.PEOPLE, say.RECOGNISED.in_language(language))
    if photo.people or photo.consent:
        yield setting.line(say.CONSENT, consent_of(photo, language))


def _manner(slide: Slide, languages: tuple[str, ...]) -> str:
    seconds = {language: dwell_s(slide, language) for language in languages}
    if len(set(seconds.values())) == 1:
        stands = f"{seconds[languages[0]]:.0f} s"
    else:
        stands = ", ".join(f"{one:.0f} s ({language})" for language, one in seconds.items())
    ways = [slide.kind, slide.transition, slide.motion if slide.all_photos else None]
    return ", ".join([*(way.replace("_", " ") for way in ways if way), stands])
