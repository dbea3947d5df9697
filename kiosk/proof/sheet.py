"""Collects what a proof says: each exhibition and each slide shown, as lines of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from kiosk.authoring.load.place import Opened
from kiosk.authoring.load.resolve import Located, Resolved
from kiosk.authoring.problems.problem import Problem, shown
from kiosk.authoring.problems.report import counts
from kiosk.authoring.tools.day_plan import days_and_hours
from kiosk.exhibition.exhibition import Exhibition, Photo, Quote, Slide
from kiosk.exhibition.interview import Interview
from kiosk.exhibition.quote_match import find
from kiosk.exhibition.reading_time import dwell_s
from kiosk.exhibition.schedule import Dated
from kiosk.exhibition.text_walk import KeyedText, Role, walk_texts
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


def pages_of(slide: Page, pictures: Iterable[str]) -> list[str]:
    """Names of the pictures of a slide: its title, and for further pages `title.2` and so on."""
    return [one for one in pictures if one == slide.title or one.startswith(f"{slide.title}.")]


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
    slides = tuple(
        Page(
            f"{draft.name}:{number}",
            f"{shown(draft.path)}:{draft.document.mark(one.where).line}",
            (
                *_of_slide(one, resolved.interview, languages),
                *map(_problem, found.about(draft.path, one.where)),
            ),
        )
        for number, one in enumerate(resolved.located, start=1)
    )
    return Part(head, slides)


class _Texts:
    """Texts of a slide or a head that have no lines yet."""

    def __init__(self, of: Slide | Exhibition, languages: tuple[str, ...]) -> None:
        self._left = walk_texts(of)
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


def _of_slide(
    one: Located, interview: Interview | None, languages: tuple[str, ...]
) -> Iterator[Line]:
    slide, texts = one.slide, _Texts(one.slide, languages)
    yield from texts.lines("Notice", "notice")
    yield from texts.lines("Title", "title")
    yield from texts.lines("Text", "text")
    yield from _facts(slide, texts, languages)
    if slide.quote:
        yield from _quote(slide.quote, texts, interview)
    yield from texts.lines("Caption", "caption")
    if slide.photo:
        yield from _photo("Photo", slide.photo, texts, "photo")
    for number, photo in enumerate(slide.photos):
        yield from _photo(f"Photo {number + 1}", photo, texts, "photos", number)
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
    if photo.people:
        kept = photo.consent
        agreed = (
            f"consent for {kept.covers}, kept by {kept.by}, {kept.on}" if kept else "no consent"
        )
        yield Line("People", f"can be recognised; {agreed}")


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
