"""Collects what a proof says: each exhibition and each slide shown, as lines of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from kiosk.authoring.load.place import Opened
from kiosk.authoring.load.resolve import Located, Resolved
from kiosk.authoring.problems.problem import Problem, shown
from kiosk.authoring.problems.report import counts
from kiosk.authoring.tools.day_plan import told as told_of
from kiosk.exhibition.exhibition import Exhibition, Photo, Quote, Slide
from kiosk.exhibition.interview import Interview
from kiosk.exhibition.quote_match import find
from kiosk.exhibition.reading_time import dwell_s
from kiosk.exhibition.schedule import Dated
from kiosk.exhibition.text import LocalisedText
from kiosk.proof.attribution import Attributed, attributed

LEFT_OUT = "Not shown on the screen: one of its photos cannot be opened."
"""Shown instead of a slide's picture."""


class Line(Struct, frozen=True):
    """Words beside a slide; `kind` says what they are, and so how they look."""

    label: str
    text: str
    language: str = "en"
    kind: str = "said"
    """words or spoken: shown on the slide; said: about the slide; else a problem's severity."""


class Page(Struct, frozen=True):
    """One slide, or what an exhibition says before its first slide."""

    title: str
    place: str
    """Its place in its file."""
    lines: tuple[Line, ...]
    language: str = "en"
    """Language of its title."""


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
    told = attributed(opened, problems)
    return Sheet(
        title=opened.kiosk.title.in_language(languages[0]),
        date=date,
        languages=", ".join(languages),
        counts=counts(told.all),
        lines=tuple(_problem(problem, with_file=True) for problem in told.elsewhere),
        parts=tuple(_part(resolved, languages, told) for resolved in opened.resolved),
        language=opened.kiosk.title.language_for(languages[0]) or languages[0],
    )


def _part(resolved: Resolved, languages: tuple[str, ...], told: Attributed) -> Part:
    draft, exhibition = resolved.draft, resolved.exhibition
    head = Page(
        exhibition.title.in_language(languages[0]),
        shown(draft.path),
        (*_of_head(exhibition, languages), *map(_problem, told.about(draft.path))),
        exhibition.title.language_for(languages[0]) or languages[0],
    )
    slides = tuple(
        Page(
            f"{draft.name}:{number}",
            f"{shown(draft.path)}:{draft.document.mark(one.where).line}",
            (
                *_of_slide(one, resolved.interview, languages),
                *map(_problem, told.about(draft.path, one.where)),
            ),
        )
        for number, one in enumerate(resolved.placed, start=1)
    )
    return Part(head, slides)


def _of_head(exhibition: Exhibition, languages: tuple[str, ...]) -> Iterator[Line]:
    yield from _words("Title", exhibition.title, languages)
    yield from _words("Subtitle", exhibition.subtitle, languages)
    yield from _words("By", exhibition.by, languages, kind="said")
    yield from _words("Notice", exhibition.notice, languages)
    yield from _dates(exhibition)


def _of_slide(
    one: Located, interview: Interview | None, languages: tuple[str, ...]
) -> Iterator[Line]:
    slide = one.slide
    yield from _words("Notice", slide.notice, languages)
    yield from _words("Title", slide.title, languages)
    yield from _words("Text", slide.text, languages)
    yield from _facts(slide, languages)
    if slide.quote:
        yield from _quote(slide.quote, interview, languages)
    yield from _words("Caption", slide.caption, languages)
    for number, photo in enumerate(slide.all_photos, start=1):
        several = len(slide.all_photos) > 1
        yield from _photo(f"Photo {number}" if several else "Photo", photo, languages)
    yield from _dates(slide)
    yield Line("Shown as", _hanging(slide, languages))


def _dates(dated: Dated) -> Iterator[Line]:
    """The only days and hours on which it is shown."""
    days = told_of(dated)
    if days:
        yield Line("Shown", days)


def _quote(quote: Quote, interview: Interview | None, languages: tuple[str, ...]) -> Iterator[Line]:
    yield Line(f"Quote, {quote.language}", quote.text, quote.language, "spoken")
    passage = find(interview, quote.text) if interview else None
    if interview and passage:
        asked = interview.exchanges[passage.exchange].question
        yield Line("Question", asked)
        yield Line("Found at", f"{shown(interview.path)}:{passage.line}")
    yield from _words("Translation", quote.translation, languages, kind="spoken")
    yield from _words("Translator", quote.translated_by, languages, kind="said")
    yield from _words("Speaker", quote.speaker, languages, kind="said")


def _facts(slide: Slide, languages: tuple[str, ...]) -> Iterator[Line]:
    """One line for each language, with all facts in it."""
    sides = [side for fact in slide.facts for side in (fact.label, fact.value)]
    tags = dict.fromkeys(tag for side in sides for tag in side.languages)
    for tag in tags or {"": None} if sides else ():
        rows = (f"{f.label.in_language(tag)}: {f.value.in_language(tag)}" for f in slide.facts)
        label = f"Facts, {tag}" if tag else "Facts"
        yield Line(label, "\n".join(rows), tag or languages[0], "words")


def _photo(label: str, photo: Photo, languages: tuple[str, ...]) -> Iterator[Line]:
    name = photo.file.rpartition("/")[2]
    yield Line(label, f"{name} – a stand-in" if photo.stand_in else name)
    yield from _words("Caption", photo.caption, languages)
    for place, detail in enumerate(photo.details, start=1):
        yield from _words(f"Detail {place}", detail.title, languages)
        yield from _words(f"Detail {place}", detail.text, languages)
    yield from _words("Alt", photo.alt, languages, kind="said")
    yield from _words("Credit", photo.credit, languages, kind="said")
    across, down = (f"{fraction * 100:.0f} %" for fraction in photo.focus)
    yield Line("Focus", f"{across} from the left, {down} from the top")
    if photo.people:
        kept = photo.consent
        agreed = (
            f"consent for {kept.covers}, kept by {kept.by}, {kept.on}" if kept else "no consent"
        )
        yield Line("People", f"can be recognised; {agreed}")


def _hanging(slide: Slide, languages: tuple[str, ...]) -> str:
    seconds = {language: dwell_s(slide, language) for language in languages}
    if len(set(seconds.values())) == 1:
        stands = f"{seconds[languages[0]]:.0f} s"
    else:
        stands = ", ".join(f"{one:.0f} s in {language}" for language, one in seconds.items())
    ways = [slide.kind, slide.transition, slide.motion if slide.all_photos else None]
    return f"{', '.join(way.replace('_', ' ') for way in ways if way)}; for {stands}"


def _words(
    label: str, words: LocalisedText | None, languages: tuple[str, ...], kind: str = "words"
) -> Iterator[Line]:
    """A line for each language that a text is written in."""
    for tag, text in words.texts if words else ():
        yield Line(f"{label}, {tag}" if tag else label, text, tag or languages[0], kind)


def _problem(problem: Problem, *, with_file: bool = False) -> Line:
    """A line for a problem of this page's file; for others, with the file's name."""
    line = f"line {problem.line}" if problem.line else ""
    where = problem.place if with_file else line
    text = f"{problem.message} [{problem.code}]"
    severity = str(problem.severity)
    return Line(severity.capitalize(), f"{where}: {text}" if where else text, kind=severity)


def _counted(slides: int) -> str:
    return f"{slides} slide{'' if slides == 1 else 's'}"
