"""Makes the narrators' proof: the words and pictures of each, to be approved or taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kiosk.authoring.load.place import Opened
from kiosk.exhibition.collection import Collection, Entry
from kiosk.exhibition.exhibition import Photo, Quote, Slide
from kiosk.exhibition.interview import Exchange, Voice
from kiosk.exhibition.speakers import are_several, is_same_person
from kiosk.language import proof_words as say
from kiosk.language.directions import isolated
from kiosk.language.names import name as language_name
from kiosk.language.translations import INTERVIEW, Message
from kiosk.layouts.visible import photos_of, visible
from kiosk.proof.lines import consent_of, day_of, days_and_hours
from kiosk.proof.makers import is_made_by
from kiosk.proof.page import Line, Page, Part, Picture, Sheet, forms
from kiosk.proof.sheet import collection_on


def narrators_sheet(opened: Opened, date: str, language: str | None = None) -> Sheet | None:
    """A proof in parts: for each narrator their own, and nothing of others. None if all is empty.

    Each part is in this language, or else in that of the interview, or in the kiosk's first one.
    """
    collection = collection_on(opened, date)
    usual = {
        one.draft.name: Photo("", credit=defaults.credit, stand_in=defaults.stand_in)
        for one in opened.resolved
        if (defaults := one.draft.exhibition.defaults)
    }
    found = (_Own(name, collection, usual, date, language) for name in _people(collection))
    parts = [part for one in found if (part := one.part())]
    if not parts:
        return None
    assert parts[0].forms
    language = parts[0].forms.language
    return Sheet(
        title=say.YOUR_PART.in_language(language),
        title_language=say.YOUR_PART.language_for(language),
        date=day_of(date, language),
        heading=say.PROOF.in_language(language).format(date=day_of(date, language)),
        forms=forms(language, may_choose=True),
        parts=tuple(parts),
        summary=", ".join(part.head.title for part in parts),
    )


class _Own:
    """All that is one narrator's, on pages of one language."""

    def __init__(
        self,
        name: str,
        collection: Collection,
        usual: Mapping[str, Photo],
        date: str,
        language: str | None,
    ) -> None:
        self._name, self._date, self._usual = name, date, usual
        self._people, self._languages = _people(collection), collection.kiosk.languages
        self._entries = [one for one in collection.entries if name in self._narrators(one)]
        written = (one.exhibition.interview for one in self._entries)
        spoken = (one.language for one in written if one and one.language)
        self._language = language or next(spoken, collection.kiosk.languages[0])

    def part(self) -> Part | None:
        pages = (*self._quotes(), *self._answers(), *self._photos())
        if not pages:
            return None
        language = self._language
        titles = [self._title(entry) for entry in self._entries]
        head = (
            *(
                Line(
                    "",
                    one.in_language(language).format(date=day_of(self._date, language)),
                    language,
                    "words",
                )
                for one in (say.PROOF, say.YOUR_PART, say.MARK_EACH)
            ),
            self._line(say.SHOWN_IN, "\n".join(titles)),
        )
        return Part(
            Page(self._name, "", head, language),
            pages,
            forms=forms(language, may_choose=True),
            agreement=say.STATEMENT.in_language(language),
        )

    def _quotes(self) -> Iterator[Page]:
        """Each quote once, with all places where it is shown."""
        found = dict[str, list[tuple[Entry, int, Slide, Quote]]]()
        for entry in self._entries:
            for index, slide in enumerate(entry.exhibition.slides):
                quote = slide.quote
                if quote and self._is_me(_speaker(quote, entry)):
                    found.setdefault(quote.text, []).append((entry, index, slide, quote))
        for text, shown in found.items():
            quotes = [quote for *_, quote in shown]
            written = (one.translation.texts for one in quotes if one.translation)
            lines = [
                self._line(say.QUOTE, text, quotes[0].language, "spoken"),
                *self._translations(pair for texts in written for pair in texts),
                self._places(self._place(entry, index, slide) for entry, index, slide, _ in shown),
            ]
            if any(photo.stand_in for *_, slide, _ in shown for photo in self._shown_on(slide)):
                lines.append(self._line(say.BESIDE, say.NOT_YOURS.in_language(self._language)))
            beside = dict.fromkeys(
                photo.file for *_, slide, _ in shown for photo in self._shown_on(slide)
            )
            label = say.BESIDE.in_language(self._language)
            pictures = tuple(Picture(file=file, label=label) for file in beside)
            yield self._page(say.YOUR_WORDS, *lines, self._no_consent(), pictures=pictures)

    def _answers(self) -> Iterator[Page]:
        """What they answer in interviews that visitors may read, each with its question."""
        read = set[Path]()
        for entry in self._entries:
            interview = entry.readable
            if interview is None or interview.path in read:
                continue
            read.add(interview.path)
            for number, exchange in enumerate(interview.exchanges):
                own = self._own(exchange, entry)
                if not own:
                    continue
                asked = exchange.question
                translated = (
                    (tag, self._translated(one.exchanges[number], exchange, own, entry))
                    for tag, one in entry.translations
                )
                yield self._page(
                    say.YOUR_WORDS,
                    *([self._line(say.QUESTION, asked, entry.spoken)] if asked else []),
                    self._line(say.ANSWER, _words(exchange, own), entry.spoken, "spoken"),
                    *self._translations(pair for pair in translated if pair[1]),
                    self._line(say.SHOWN_IN, INTERVIEW.in_language(self._language)),
                    self._no_consent(),
                )

    def _own(self, exchange: Exchange, entry: Entry) -> list[Voice]:
        """What this narrator says of an answer."""
        return [one for one in exchange.voices if self._is_me(_voice(one, entry))]

    def _translated(
        self, translation: Exchange, spoken: Exchange, own: list[Voice], entry: Entry
    ) -> str:
        """The same in a translation, which may have other labels for the same people."""
        both = (translation.voices, spoken.voices)
        if len(both[0]) == len(both[1]):
            own = [one for one, said in zip(*both, strict=True) if said in own]
        else:
            own = self._own(translation, entry)
        return _words(translation, own)

    def _translations(self, texts: Iterable[tuple[str, str]]) -> Iterator[Line]:
        """A line for each translation, since narrators approve what visitors read."""
        label = say.TRANSLATION.in_language(self._language)
        for tag, text in dict.fromkeys(texts):
            named = f"{label}, {language_name(tag)}" if tag else label
            yield Line(named, text, tag or self._language, "spoken")

    def _photos(self) -> Iterator[Page]:
        """Each photo once, except for stand-ins, with all places where it is shown."""
        found = dict[str, list[tuple[str, Photo]]]()
        for entry in self._entries:
            others = set[str]()
            for index, slide in enumerate(entry.exhibition.slides):
                for photo in self._shown_on(slide):
                    if not self._made(photo, entry):
                        others.add(photo.file)
                        continue
                    place = self._place(entry, index, slide)
                    found.setdefault(photo.file, []).append((place, photo))
            cover = entry.exhibition.cover
            usual = self._usual[entry.name]
            may_be_cover = self._made(usual, entry) and not usual.stand_in
            if cover and (cover in found or (may_be_cover and cover not in others)):
                home = say.HOME_SCREEN.in_language(self._language)
                known = [photo for _, photo in found.get(cover, ())]
                found.setdefault(cover, []).append((home, known[0] if known else Photo(cover)))
        for file, shown in found.items():
            if any(photo.stand_in for _, photo in shown):
                continue
            consents = dict.fromkeys(consent_of(photo, self._language) for _, photo in shown)
            yield self._page(
                say.YOUR_PICTURE,
                self._line(say.PHOTO, isolated(Path(file).name, self._language)),
                self._places(place for place, _ in shown),
                self._line(say.CONSENT, "\n".join(consents)),
                pictures=(Picture(file=file),),
            )

    def _made(self, photo: Photo, entry: Entry) -> bool:
        return is_made_by(photo, self._name, usually=self._name in self._makers(entry))

    def _shown_on(self, slide: Slide) -> list[Photo]:
        """The photos that its layout shows."""
        seen = visible(slide, self._languages)
        return [photo for path, photo in photos_of(slide) if path in seen]

    def _page(self, title: Message, *lines: Line, pictures: tuple[Picture, ...] = ()) -> Page:
        return Page(title.in_language(self._language), "", lines, self._language, pictures)

    def _line(self, label: Message, text: str, language: str = "", kind: str = "said") -> Line:
        return Line(label.in_language(self._language), text, language or self._language, kind)

    def _places(self, places: Iterator[str]) -> Line:
        return self._line(say.SHOWN_IN, "\n".join(dict.fromkeys(places)))

    def _no_consent(self) -> Line:
        """No key of YAML records a consent to words."""
        return self._line(say.CONSENT, say.NO_CONSENT.in_language(self._language))

    def _title(self, entry: Entry) -> str:
        return entry.exhibition.title.in_language(self._language)

    def _place(self, entry: Entry, index: int, slide: Slide) -> str:
        """The slide's number, unless that changes each day, and the days if it has some."""
        title = self._title(entry)
        dated = (entry.exhibition, slide)
        days = (days_and_hours(one, self._language) for one in dated)
        if entry.exhibition.order == "written":
            place = say.SLIDE_OF.in_language(self._language)
            title = place.format(exhibition=title, number=index + 1)
        return "; ".join(filter(None, (title, *days)))

    def _is_me(self, name: str) -> bool:
        return _person(name, self._people) == self._name

    def _narrators(self, entry: Entry) -> set[str]:
        return {_person(one, self._people) for one in _speakers(entry)} | self._makers(entry)

    def _makers(self, entry: Entry) -> set[str]:
        """Those of the exhibition's narrators whose exhibition it is, and so its pictures."""
        by, speakers = _by(entry), {_person(one, self._people) for one in _speakers(entry)}
        makers = {one for one in speakers if by and is_same_person(one, by)}
        return makers or ({_person(by, self._people)} if by else speakers)


def _words(exchange: Exchange, voices: list[Voice]) -> str:
    return "\n".join(exchange.answer[one.start : one.end] for one in voices)


def _people(collection: Collection) -> tuple[str, ...]:
    """Everybody who speaks, or whose exhibition it is, each once and by the first name given."""
    people = list[str]()
    for entry in collection.entries:
        by, speakers = _by(entry), _speakers(entry)
        is_among = any(is_same_person(one, by) for one in speakers) and are_several(by)
        for name in (*([] if is_among else [by]), *speakers):
            if name and _person(name, people) not in people:
                people.append(name)
    return tuple(people)


def _person(name: str, people: tuple[str, ...] | list[str]) -> str:
    """The name that a person has here, who may be known by a shorter one, too."""
    if name in people or are_several(name):
        return name
    alike = (one for one in people if not are_several(one) and is_same_person(one, name))
    return next(alike, name)


def _speakers(entry: Entry) -> list[str]:
    quotes = (slide.quote for slide in entry.exhibition.slides if slide.quote)
    names = [_speaker(quote, entry) for quote in quotes]
    for exchange in entry.readable.exchanges if entry.readable else ():
        names += [_voice(voice, entry) for voice in exchange.voices]
    return [name for name in dict.fromkeys(names) if name]


def _speaker(quote: Quote, entry: Entry) -> str:
    return quote.speaker.texts[0][1] if quote.speaker else _voice(Voice("", 0, 0), entry)


def _voice(voice: Voice, entry: Entry) -> str:
    """Who says it: as the transcript names them; else whose exhibition or interview it is."""
    by = _by(entry)
    usual = by if by and not are_several(by) else entry.interview.name if entry.interview else ""
    return voice.speaker or usual or by


def _by(entry: Entry) -> str:
    return entry.exhibition.by.texts[0][1] if entry.exhibition.by else ""
