"""Makes the director's proof: all that is shown, in its order, with what is wrong about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from kiosk.authoring.load.place import Opened
from kiosk.authoring.load.resolve import Located, Resolved
from kiosk.authoring.problems.problem import Problem, Severity
from kiosk.authoring.problems.report import counts
from kiosk.authoring.yaml.nodes import Where
from kiosk.base.clock import Moment
from kiosk.exhibition.collection import Collection, Entry
from kiosk.exhibition.exhibition import Photo
from kiosk.exhibition.interview import Interview
from kiosk.exhibition.schedule import arranged
from kiosk.exhibition.text import LocalisedText
from kiosk.language import proof_words as say
from kiosk.language.names import name as language_name
from kiosk.language.names import names as language_names
from kiosk.language.translations import INTERVIEW
from kiosk.layouts.visible import photos_of, visible
from kiosk.proof.attribution import Attributed, attributed
from kiosk.proof.lines import Setting, of_exchange, of_head, of_kiosk, of_problem, of_slide
from kiosk.proof.page import Line, Page, Part, Picture, Sheet, forms

SEVERAL = {
    Severity.ERROR: say.ERRORS,
    Severity.WARNING: say.WARNINGS,
    Severity.NOTE: say.NOTES,
}


def collection_on(opened: Opened, date: str) -> Collection:
    """What is shown, in the order of this day."""
    collection = arranged(opened.collection, Moment(date)) if opened.collection else None
    assert collection, "a proof is made only of what can be shown"
    return collection


def sheet(
    opened: Opened, problems: Sequence[Problem], date: str, drawn_in: tuple[str, ...] = ()
) -> Sheet:
    """A proof of all that is shown. Nothing withheld or withdrawn is in it in any form.

    Screens are drawn in these languages; in all that the kiosk has, if none is given.
    """
    collection = collection_on(opened, date)
    setting = Setting(collection.kiosk.languages, date, opened.folder)
    found = attributed(opened, problems)
    maker = _Maker(opened, collection, setting, found, drawn_in or setting.languages)
    return maker.sheet()


class _Maker(Struct, frozen=True):
    opened: Opened
    collection: Collection
    setting: Setting
    found: Attributed
    drawn_in: tuple[str, ...]

    def sheet(self) -> Sheet:
        language, day = self.setting.language, self.setting.day
        parts = [*map(self._exhibition, self.opened.resolved, self.collection.entries)]
        parts += [part for entry in self._interviewed() for part in self._interview(entry)]
        slides = sum(not page.gap for part in parts for page in part.slides if page.title)
        has_faults = self.found.count(Severity.ERROR) > 0
        signed = say.NOT_YET if has_faults else say.AGREEMENT
        counted = say.SLIDES.in_language(language, slides)
        title = self._title()
        return Sheet(
            title=title.title,
            title_language=title.language,
            date=day,
            heading=say.PROOF.in_language(language).format(date=day),
            forms=forms(language),
            parts=tuple(parts),
            lines=tuple(self._cover()),
            home=self._home(),
            agreement=signed.in_language(language).format(date=day, slides=counted),
            is_ready=not has_faults,
            summary=f"{say.SLIDES.in_language('en', slides)}, {counts(self.found.all)}",
        )

    def _title(self) -> Page:
        """The title of the only exhibition, or else that of the kiosk, and its language."""
        only = self.collection.entries[0] if len(self.collection.entries) == 1 else None
        text, language = self.collection.kiosk.title, self.setting.language
        if only:
            text = only.exhibition.title
        return Page(text.in_language(language), "", (), text.language_for(language) or language)

    def _cover(self) -> Iterator[Line]:
        setting = self.setting
        yield setting.line(say.LANGUAGES, ", ".join(language_names(setting.languages)))
        numbers = (
            SEVERAL[severity].in_language(setting.language, self.found.count(severity))
            for severity in Severity
        )
        yield setting.line(say.PROBLEMS, ", ".join(numbers))
        for problem in self.found.elsewhere:
            yield of_problem(problem, setting, with_file=True)

    def _home(self) -> Page:
        document = self.opened.document
        return Page(
            say.HOME_SCREEN.in_language(self.setting.language),
            self.setting.short(str(document.path)) if document else "",
            tuple(of_kiosk(self.collection.kiosk, self.setting)),
            self.setting.language,
            self._screens(Picture("home")),
        )

    def _exhibition(self, resolved: Resolved, entry: Entry) -> Part:
        draft, exhibition, setting = resolved.draft, entry.exhibition, self.setting
        problems = (of_problem(one, setting) for one in self.found.about(draft.path))
        head = Page(
            exhibition.title.in_language(setting.language),
            self.setting.short(str(draft.path)),
            (*of_head(exhibition, setting), *problems),
            exhibition.title.language_for(setting.language) or setting.language,
        )
        slides = tuple(self._slides(resolved, entry))
        count = sum(not one.gap for one in slides)
        by = exhibition.by.in_language(setting.language) if exhibition.by else ""
        return Part(head, slides, by, say.SLIDES.in_language(setting.language, count))

    def _slides(self, resolved: Resolved, entry: Entry) -> Iterator[Page]:
        """Slides in the order of the wall; before each, those left out that are written there."""
        draft = resolved.draft
        places = {id(one.slide): one for one in resolved.located}
        gaps = [] if entry.exhibition.order == "shuffle" else self.found.gaps(draft.path)
        before = None
        for index, slide in enumerate(entry.exhibition.slides):
            one = places[id(slide)]
            begins = slide.section not in (None, before)
            before = slide.section
            while gaps and gaps[0] < one.where:
                yield self._gap(resolved, gaps.pop(0))
            yield self._slide(resolved, entry, one, index, begins=begins)
        left = self.found.gaps(draft.path) if entry.exhibition.order == "shuffle" else gaps
        yield from (self._gap(resolved, where) for where in left)

    def _slide(
        self, resolved: Resolved, entry: Entry, one: Located, index: int, *, begins: bool
    ) -> Page:
        draft, written = resolved.draft, entry.exhibition.interview
        is_private = written is not None and not written.public
        about = of_slide(
            one.slide, resolved.interview, self.setting, is_private=is_private, begins=begins
        )
        problems = self.found.about(draft.path, one.where)
        seen = visible(one.slide, self.setting.languages)
        shown_photos = (photo for path, photo in photos_of(one.slide) if path in seen)
        photos = (picture for photo in shown_photos for picture in self._details(photo))
        return Page(
            f"{draft.name}:{index + 1}",
            f"{self.setting.short(str(draft.path))}:{draft.document.mark(one.where).line}",
            (*about, *(of_problem(problem, self.setting) for problem in problems)),
            section=self._heading(one.slide.section) if begins else None,
            pictures=(
                *self._screens(Picture("slide", exhibition=entry.name, slide=index)),
                *photos,
            ),
        )

    def _heading(self, name: LocalisedText | None) -> Line | None:
        """The name of a section, in the first language of the kiosk."""
        if name is None:
            return None
        language = self.setting.language
        text, spoken = name.in_language(language), name.language_for(language)
        return self.setting.line(say.SECTION, text, spoken or language)

    def _gap(self, resolved: Resolved, where: Where) -> Page:
        path = resolved.draft.path
        return Page(
            "",
            f"{self.setting.short(str(path))}:{resolved.draft.document.mark(where).line}",
            tuple(of_problem(one, self.setting) for one in self.found.about(path, where)),
            gap=say.SLIDE_MISSING.in_language(self.setting.language),
        )

    def _screens(self, of: Picture) -> tuple[Picture, ...]:
        return tuple(
            Picture(of.screen, of.exhibition, of.slide, language, label=language_name(language))
            for language in self.drawn_in
        )

    def _details(self, photo: Photo) -> Iterator[Picture]:
        """A photo with a frame around each detail, and the details cut out of it."""
        if photo.details:
            frames = tuple(detail.at for detail in photo.details)
            yield Picture(file=photo.file, frames=frames, label=Path(photo.file).name)
        for number, detail in enumerate(photo.details, start=1):
            label = say.DETAIL.in_language(self.setting.language).format(number=number)
            yield Picture(file=photo.file, part=detail.at, label=label)

    def _interviewed(self) -> list[Entry]:
        """The first exhibition of each interview that visitors may read, as on the home screen."""
        found = dict[Path, Entry]()
        for entry in self.collection.entries:
            if entry.readable:
                found.setdefault(entry.readable.path, entry)
        return list(found.values())

    def _interview(self, entry: Entry) -> Iterator[Part]:
        interview, spoken = entry.readable, entry.spoken
        assert interview
        setting = self.setting
        file = setting.short(str(interview.path))
        head = Page(
            INTERVIEW.in_language(setting.language),
            file,
            tuple(self._of_interview(interview, spoken)),
            INTERVIEW.language_for(setting.language),
            self._screens(Picture("interview", exhibition=entry.name)),
        )
        exchanges = tuple(
            Page("", f"{file}:{one.line}", tuple(of_exchange(one, spoken, setting)))
            for one in interview.exchanges
        )
        yield Part(head, exchanges, interview.name)

    def _of_interview(self, interview: Interview, spoken: str) -> Iterator[Line]:
        if interview.name:
            yield self.setting.line(say.SPEAKER, interview.name, spoken)
        yield self.setting.line(say.LANGUAGES, language_name(spoken))
        if interview.note:
            yield self.setting.line(say.TEXT, interview.note, spoken)
