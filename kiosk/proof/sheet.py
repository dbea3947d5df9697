"""Collects what a proof says: each exhibition and each slide shown, as lines of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from kiosk.authoring.load.place import Opened
from kiosk.authoring.load.resolve import Located, Resolved
from kiosk.authoring.problems.problem import Problem, shown
from kiosk.authoring.problems.report import counts
from kiosk.authoring.tools.day_plan import days_and_hours, shuffling
from kiosk.exhibition.exhibition import Exhibition, Photo, Quote, Slide
from kiosk.exhibition.interview import Interview
from kiosk.exhibition.quote_match import find
from kiosk.exhibition.reading_time import dwell_s
from kiosk.exhibition.schedule import Dated
from kiosk.exhibition.text import LocalisedText
from kiosk.exhibition.text_walk import KeyedText, Role, walk_texts
from kiosk.layouts.visible import photos_of, visible
from kiosk.proof.attribution import Attributed, attributed

LEFT_OUT = "Not shown on the screen: one of its photos cannot be opened."
"""Shown instead of a slide's picture."""
KINDS = {Role.WORDS: "words", Role.QUOTE: "spoken", Role.ABOUT: "said"}
"""How texts look: those that the slide shows large, and those about it."""


class Line(Struct, frozen=True):
    """Words beside a slide; `kind` says what they are, and so how they look."""

    label: str
    text: str
    language: str = "en"
    kind: str = "said"
    """One of KINDS, or a problem's severity."""


class Page(Struct, frozen=True):
    """One slide, or what an exhibition says before its first slide."""

    title: str
    place: str
    """Its place in its file."""
    lines: tuple[Line, ...]
    language: str = "en"
    """Language of its title."""
    section: Line | None = None
    """The name of the section that begins with this slide."""


class Part(Struct, frozen=True):
    """One exhibition."""

    head: Page
    slides: tuple[Page, ...]

    @property
    def count(self) -> str:
        return _counted(len(self.slides))


class Sheet(Struct, frozen=True):
    title: str
    date: str
    languages: str
    counts: str
    """How many problems of each severity it lists."""
    lines: tuple[Line, ...]
    """Problems of the place as a whole."""
    parts: tuple[Part, ...]
    language: str
    """Language of its title."""

    @property
    def count(self) -> str:
        return _counted(sum(len(part.slides) for part in self.parts))

    @property
    def agreement(self) -> str:
        """The sentence that is signed."""
        return f"May be shown as in this proof of {self.date}: {self.count}."


def sheet(opened: Opened, problems: Sequence[Problem], date: str) -> Sheet:
    """A proof of all that is shown. Nothing withheld or withdrawn is in it in any form."""
    languages = opened.kiosk.languages
    found = attributed(opened, problems)
    return Sheet(
        title=opened.kiosk.title.in_language(languages[0]),
        date=date,
        languages=", ".join(languages),
        counts=counts(found.all),
        lines=tuple(_problem(problem, with_file=True) for problem in found.elsewhere),
        parts=tuple(_part(resolved, languages, found) for resolved in opened.resolved),
        language=opened.kiosk.title.language_for(languages[0]) or languages[0],
    )


def _part(resolved: Resolved, languages: tuple[str, ...], found: Attributed) -> Part:
    draft, exhibition = resolved.draft, resolved.exhibition
    head = Page(
        exhibition.title.in_language(languages[0]),
        shown(draft.path),
        (*_of_head(exhibition, languages), *map(_problem, found.about(draft.path))),
        exhibition.title.language_for(languages[0]) or languages[0],
    )
    before = (None, *(one.slide.section for one in resolved.located))
    slides = tuple(
        Page(
            f"{draft.name}:{number}",
            f"{shown(draft.path)}:{draft.document.mark(one.where).line}",
            (
                *_of_slide(one, resolved.interview, languages, begins=begins),
                *map(_problem, found.about(draft.path, one.where)),
            ),
            section=_heading(one.slide.section, languages[0]) if begins else None,
        )
        for number, one in enumerate(resolved.located, start=1)
        for begins in (one.slide.section not in (None, before[number - 1]),)
    )
    return Part(head, slides)


class _Texts:
    """Texts of a slide or a head that visitors get, and that have no lines yet."""

    def __init__(self, of: Slide | Exhibition, languages: tuple[str, ...]) -> None:
        seen = visible(of, languages) if isinstance(of, Slide) else None
        self._left = [one for one in walk_texts(of) if seen is None or one.path in seen]
        self._languages = languages

    def take(self, *path: str | int) -> list[KeyedText]:
        """The texts under this path."""
        taken = [one for one in self._left if one.path[: len(path)] == path]
        self._left = [one for one in self._left if one.path[: len(path)] != path]
        return taken

    def lines(self, label: str, *path: str | int) -> Iterator[Line]:
        """A line for each language that a text under this path is written in."""
        for one in self.take(*path):
            for tag, text in one.text.texts:
                named = f"{label}, {tag}" if tag else label
                yield Line(named, text, tag or self._languages[0], KINDS[one.role])

    def others(self) -> Iterator[Line]:
        """Lines for the texts that no other line is about, so that a proof lacks none."""
        while self._left:
            path = self._left[0].path
            yield from self.lines(str(path[-1]).capitalize(), *path)


def _of_head(exhibition: Exhibition, languages: tuple[str, ...]) -> Iterator[Line]:
    texts = _Texts(exhibition, languages)
    yield from texts.lines("Title", "title")
    yield from texts.lines("Subtitle", "subtitle")
    yield from texts.lines("By", "by")
    yield from texts.lines("Notice", "notice")
    yield from texts.others()
    yield from _dates(exhibition)
    if exhibition.order == "shuffle":
        stays = "title pages and the first texts of each section keep their places"
        has_sections = any(slide.section for slide in exhibition.slides)
        order = f"{shuffling(exhibition)}, in another way each day"
        yield Line("Order", f"{order}; {stays}" if has_sections else order)


def _heading(name: LocalisedText | None, language: str) -> Line | None:
    """The name of a section, in the first language of the kiosk."""
    if name is None:
        return None
    return Line("Section", name.in_language(language), name.language_for(language) or language)


def _of_slide(
    one: Located, interview: Interview | None, languages: tuple[str, ...], *, begins: bool
) -> Iterator[Line]:
    """What is shown of a slide, and of the section that begins with it."""
    slide, texts = one.slide, _Texts(one.slide, languages)
    named = list(texts.lines("Section", "section"))
    yield from named if begins else ()
    yield from texts.lines("Notice", "notice")
    yield from texts.lines("Title", "title")
    yield from texts.lines("Text", "text")
    yield from _facts(slide, texts, languages)
    if slide.quote:
        yield from _quote(slide.quote, texts, interview)
    yield from texts.lines("Caption", "caption")
    for path, photo in photos_of(slide):
        if path in visible(slide, languages):
            label = f"Photo {int(path[-1]) + 1}" if slide.photos else "Photo"
            yield from _photo(label, photo, texts, *path)
    yield from texts.others()
    yield from _dates(slide)
    yield Line("Shown as", _manner(slide, languages))


def _dates(dated: Dated) -> Iterator[Line]:
    """The only days and hours on which it is shown."""
    days = days_and_hours(dated)
    if days:
        yield Line("Shown", days)


def _quote(quote: Quote, texts: _Texts, interview: Interview | None) -> Iterator[Line]:
    yield from texts.lines("Quote", "quote", "text")
    names = [name for _, name in quote.speaker.texts] if quote.speaker else []
    passage = find(interview, quote.text, names) if interview else None
    if interview and passage:
        asked = interview.exchanges[passage.exchange].question
        if asked:
            yield Line("Question", asked)
        yield Line("Found at", f"{shown(interview.path)}:{passage.line}")
    yield from texts.lines("Translation", "quote", "translation")
    yield from texts.lines("Translator", "quote", "translated_by")
    yield from texts.lines("Speaker", "quote", "speaker")


def _facts(slide: Slide, texts: _Texts, languages: tuple[str, ...]) -> Iterator[Line]:
    """One line for each language, with all facts in it."""
    facts = [texts.take("facts", number) for number in range(len(slide.facts))]
    tags = dict.fromkeys(tag for fact in facts for side in fact for tag in side.text.languages)
    for tag in tags or {"": None} if facts else ():
        rows = (": ".join(side.text.in_language(tag) for side in fact) for fact in facts)
        label = f"Facts, {tag}" if tag else "Facts"
        yield Line(label, "\n".join(rows), tag or languages[0], "words")


def _photo(label: str, photo: Photo, texts: _Texts, *path: str | int) -> Iterator[Line]:
    name = photo.file.rpartition("/")[2]
    yield Line(label, f"{name} – a stand-in" if photo.stand_in else name)
    yield from texts.lines("Caption", *path, "caption")
    for number in range(len(photo.details)):
        yield from texts.lines(f"Detail {number + 1}", *path, "details", number)
    yield from texts.lines("Alt", *path, "alt")
    yield from texts.lines("Credit", *path, "credit")
    across, down = (f"{fraction * 100:.0f} %" for fraction in photo.focus)
    yield Line("Focus", f"{across} from the left, {down} from the top")
    kept = photo.consent
    agreed = f"consent for {kept.covers}, kept by {kept.by}, {kept.on}" if kept else "no consent"
    if photo.people or kept:
        yield Line("People", f"can be recognised; {agreed}" if photo.people else agreed)


def _manner(slide: Slide, languages: tuple[str, ...]) -> str:
    seconds = {language: dwell_s(slide, language) for language in languages}
    if len(set(seconds.values())) == 1:
        stands = f"{seconds[languages[0]]:.0f} s"
    else:
        stands = ", ".join(f"{one:.0f} s in {language}" for language, one in seconds.items())
    ways = [slide.kind, slide.transition, slide.motion if slide.all_photos else None]
    return f"{', '.join(way.replace('_', ' ') for way in ways if way)}; for {stands}"


def _problem(problem: Problem, *, with_file: bool = False) -> Line:
    """A line for a problem of this page's file; for others, with the file's name."""
    line = f"line {problem.line}" if problem.line else ""
    where = problem.place if with_file else line
    text = f"{problem.message} [{problem.code}]"
    severity = str(problem.severity)
    return Line(severity.capitalize(), f"{where}: {text}" if where else text, kind=severity)


def _counted(slides: int) -> str:
    return f"{slides} slide{'' if slides == 1 else 's'}"
