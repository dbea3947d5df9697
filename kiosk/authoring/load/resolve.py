"""Resolves a draft: fills in defaults, finds files, checks quotes, drops what is withheld."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.keys.model import Photo, Quote, Slide
from kiosk.authoring.load.convert import converted, to_value
from kiosk.authoring.load.draft import Draft
from kiosk.authoring.load.folder import Folder, Reason, refused
from kiosk.authoring.load.font_files import find_fonts
from kiosk.authoring.load.interviews.chapters import chapters_of
from kiosk.authoring.load.interviews.sealed_words import SealedWords, repetitions
from kiosk.authoring.load.interviews.versions import Interviews
from kiosk.authoring.load.quote_check import check_quote, check_translations
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import Problem, quoted
from kiosk.authoring.yaml.nodes import Where
from kiosk.base.roots import Roots
from kiosk.exhibition import exhibition as values
from kiosk.exhibition.interview import Interview
from kiosk.exhibition.text import LocalisedText
from kiosk.exhibition.without_photos import (
    alone,
    composed,
    first_cover,
    slide_without,
    with_default,
    with_slides,
)

BESIDE_PHOTO = tuple(key for key in Photo.known_keys() if key in Slide.known_keys())
"""Keys of a photo that may be written beside it."""
OF_ALL_PHOTOS = "caption"
"""The only one of them that may be about several photos."""


class Located(Struct, frozen=True):
    """A slide as it is shown, and where it and its photos are in the document."""

    slide: values.Slide
    where: Where
    photos: tuple[Where, ...]


class Resolved(Struct, frozen=True):
    """An exhibition that is ready to be shown, and where its slides come from."""

    draft: Draft
    exhibition: values.Exhibition
    interview: Interview | None
    """Without its sealed passages."""
    located: tuple[Located, ...]
    translations: tuple[tuple[str, Interview], ...] = ()
    sealed: str = ""
    """Names what is sealed in the interview."""

    def without(self, withdrawn: frozenset[str]) -> Resolved | None:
        """The exhibition without some photos; None if no slide is left."""
        layout = self.draft.exhibition.defaults.layout
        located = tuple(
            Located(slide, one.where, _places_left(one, withdrawn))
            for one in self.located
            if (slide := slide_without(one.slide, withdrawn, layout))
        )
        left = with_slides(self.exhibition, (one.slide for one in located), withdrawn)
        return replace(self, exhibition=left, located=_as_in(left, located)) if left else None


def _as_in(exhibition: values.Exhibition, located: tuple[Located, ...]) -> tuple[Located, ...]:
    """The slides as the exhibition has composed them, each in its place."""
    pairs = zip(located, exhibition.slides, strict=True)
    return tuple(replace(one, slide=slide) for one, slide in pairs)


def _places_left(one: Located, withdrawn: frozenset[str]) -> tuple[Where, ...]:
    photos = zip(one.photos, one.slide.all_photos, strict=True)
    return tuple(where for where, photo in photos if photo.file not in withdrawn)


def withdrawn_files(draft: Draft) -> frozenset[str]:
    """Files that are never shown again, on any slide."""
    folder = photo_folder(draft)
    photos = [photo for slide in draft.exhibition.slides for photo in slide.all_photos]
    return frozenset(str(folder.file(photo.file)) for photo in photos if photo.withdrawn)


def photo_folder(draft: Draft) -> Folder:
    return Folder(Folder(draft.path.parent).file(draft.exhibition.photos))


def photos_at(slide: Slide, where: Where) -> Iterator[tuple[Where, Photo]]:
    """Photos of the slide at this place, and where each of them is."""
    if slide.photo:
        yield (*where, "photo"), slide.photo
    for number, photo in enumerate(slide.photos):
        yield (*where, "photos", number), photo


def resolve(
    draft: Draft,
    withdrawn: frozenset[str],
    roots: Roots,
    problems: Problems,
    interviews: Interviews,
    sealed: SealedWords,
) -> Resolved | None:
    """Resolve a draft; None if nothing of the exhibition can be shown.

    `sealed` are words of interviews that no text of it may have.
    """
    resolver = _Resolver(draft, withdrawn, roots, problems, interviews, sealed)
    located = tuple(resolver.located())
    if not located:
        return None
    slides = tuple(one.slide for one in located)
    written = to_value(
        values.Exhibition,
        draft.exhibition,
        slides=slides,
        cover=resolver.cover(slides),
        fonts=find_fonts(draft.exhibition.fonts, draft.document, roots, problems),
        photos=str(resolver.folder.path),
        interview=resolver.transcript(),
    )
    if resolver.repeats_sealed_words(written, ()):
        return None
    exhibition = composed(written)
    located = _as_in(exhibition, located)
    translations = tuple((tag, one.shown) for tag, one in interviews.translations.items())
    fingerprint = interviews.fingerprint
    return Resolved(draft, exhibition, resolver.interview, located, translations, fingerprint)


class _Resolver:
    """One draft that is being resolved."""

    def __init__(
        self,
        draft: Draft,
        withdrawn: frozenset[str],
        roots: Roots,
        problems: Problems,
        interviews: Interviews,
        sealed: SealedWords,
    ) -> None:
        self.draft = draft
        self.document = draft.document
        self.exhibition = draft.exhibition
        self.roots = roots
        self.problems = problems
        self.folder = photo_folder(draft)
        self.withdrawn = withdrawn
        self.has_folder = self._found_folder()
        self.interviews, self.sealed = interviews, sealed
        self.interview = interviews.spoken.shown if interviews.spoken else None

    def located(self) -> Iterator[Located]:
        """Slides that can be shown, each with its section, even if the section's first is gone."""
        section = None
        for number, slide in zip(self.draft.numbers, self.exhibition.slides, strict=True):
            section = self._readable(slide.section) if slide.section else section
            if not slide.withheld:
                for one in self._slide(slide, ("slides", number)):
                    yield replace(one, slide=replace(one.slide, section=section))

    def cover(self, slides: tuple[values.Slide, ...]) -> str | None:
        """The named photo, or else the first one shown that no notice covers."""
        first = first_cover(slides, has_notice=self.exhibition.notice is not None)
        name = self.exhibition.cover
        if not name or not self.has_folder:
            return first
        reason = self._no_photo(name)
        if reason:
            self._add(reason, "cover")
            return first
        file = str(self.folder.file(name))
        return first if file in self.withdrawn | self._only_withheld(slides) else file

    def _only_withheld(self, slides: tuple[values.Slide, ...]) -> set[str]:
        withheld = [slide for slide in self.exhibition.slides if slide.withheld]
        hidden = {str(self.folder.file(p.file)) for slide in withheld for p in slide.all_photos}
        return hidden - {photo.file for slide in slides for photo in slide.all_photos}

    def _slide(self, slide: Slide, where: Where) -> Iterator[Located]:
        """The slide without what is withdrawn; nothing if it is faulty or nothing is left."""
        photos = {
            place: photo
            for place, photo in photos_at(slide, where)
            if not self._is_withdrawn(photo)
        }
        if slide.all_photos and not photos:
            return
        wrong = [
            *self._misplaced(slide, where),
            *self._missing(photos),
            *self._misquoted(slide, where),
        ]
        self.problems.extend(wrong)
        if wrong or (photos and not self.has_folder):
            return
        if slide.quote and not self.interviews.have(slide.quote, self._language(slide.quote)):
            return
        shown = tuple(self._photo(photo, slide) for photo in photos.values())
        filled = self._filled(slide, shown)
        if not self.repeats_sealed_words(filled, where):
            yield Located(filled, where, tuple(photos))

    def _readable(self, text: LocalisedText) -> LocalisedText | None:
        """A section's name, unless it repeats sealed words: other slides would show it, too."""
        return None if self.sealed.repeat_in(text) else text

    def repeats_sealed_words(self, of: values.Slide | values.Exhibition, where: Where) -> bool:
        found = list(repetitions(of, self.sealed, self.document, where))
        self.problems.extend(found)
        return bool(found)

    def _is_withdrawn(self, photo: Photo) -> bool:
        return photo.withdrawn or str(self.folder.file(photo.file)) in self.withdrawn

    def _misplaced(self, slide: Slide, where: Where) -> Iterator[Problem]:
        """Words about one photo on a slide that does not have exactly one."""
        if slide.photo:
            return
        for key in BESIDE_PHOTO:
            if getattr(slide, key) is not None and not (slide.photos and key == OF_ALL_PHOTOS):
                message = f"{key} belongs to one photo; " + (
                    "write it in the map of each photo" if slide.photos else "this slide has none"
                )
                yield self.document.problem(Code.NO_PHOTO_FOR_KEY, message, (*where, key), key=True)

    def _missing(self, photos: dict[Where, Photo]) -> Iterator[Problem]:
        for place, photo in photos.items() if self.has_folder else ():
            reason = self._no_photo(photo.file)
            if reason:
                code, message = reason
                if self._lacks_folder(message):
                    reason = code, f"{message}; name the photos' folder with photos:"
                exact = (*place, "file") if self.document.has((*place, "file")) else place
                yield self.document.problem(*reason, exact)

    def _lacks_folder(self, message: str) -> bool:
        """Whether photos are missing because nobody has said where they are."""
        photos = (photo for slide in self.exhibition.slides for photo in slide.all_photos)
        return (
            "photos" not in self.document.value
            and message.startswith("there is no photo")
            and not message.endswith("?")
            and not any(self.folder.file(photo.file).exists() for photo in photos)
        )

    def _no_photo(self, name: str) -> Reason | None:
        return self.folder.why_not(Code.PHOTO_MISSING, name, self.roots)

    def _misquoted(self, slide: Slide, where: Where) -> Iterator[Problem]:
        quote, of = slide.quote, self.interviews
        if not quote or (self.exhibition.interview and not of.spoken):
            return
        said, speaker = (*where, "quote"), quote.speaker or self.exhibition.by
        version = of.version_for(self._language(quote))
        yield from check_quote(self.document, said, quote, speaker, version)
        yield from check_translations(self.document, said, quote, speaker, of.translations)

    def _photo(self, photo: Photo, slide: Slide) -> values.Photo:
        """A photo with the words beside it, then with the exhibition's defaults for all photos."""
        defaults = self.exhibition.defaults
        update: dict[str, Any] = {"file": str(self.folder.file(photo.file))}
        for key in BESIDE_PHOTO if slide.photo else ():
            if key not in photo.model_fields_set and getattr(slide, key) is not None:
                update[key] = converted(getattr(slide, key))
        if photo.credit is None and "credit" not in update:
            update["credit"] = defaults.credit
        if "stand_in" not in photo.model_fields_set:
            update["stand_in"] = defaults.stand_in
        return to_value(values.Photo, photo, **update)

    def transcript(self) -> values.Transcript | None:
        """What is written about the interview, with the whole path of its file."""
        if not self.exhibition.interview or not self.interview:
            return None
        return to_value(
            values.Transcript,
            self.exhibition.interview,
            file=str(self.interview.path),
            chapters=tuple(chapters_of(self.draft, self.interviews, self.problems)),
        )

    def _language(self, quote: Quote) -> str:
        """The language of its words: as written; else that of the interview."""
        written = self.exhibition.interview
        if written and written.language and "language" not in quote.model_fields_set:
            return written.language
        return quote.language

    def _quote(self, quote: Quote) -> values.Quote:
        """A quote with its speaker and language, which are those of the interview, if left out."""
        speaker = quote.speaker or self.exhibition.by
        language = self._language(quote)
        return to_value(values.Quote, quote, speaker=speaker, language=language)

    def _filled(self, slide: Slide, photos: tuple[values.Photo, ...]) -> values.Slide:
        defaults = self.exhibition.defaults
        update: dict[str, Any] = {
            "photo": photos[0] if slide.photo else None,
            "photos": photos if slide.photos else (),
            "transition": slide.transition or defaults.transition,
            "fill": defaults.fill if slide.fill is None else slide.fill,
            "motion": slide.motion or defaults.motion,
            "dwell": slide.dwell or defaults.dwell,
            "quote": self._quote(slide.quote) if slide.quote else None,
        }
        if slide.photo:
            update["caption"] = None  # It belongs to the photo.
        filled = to_value(values.Slide, slide, **update)
        if len(filled.photos) == 1:
            return alone(filled, defaults.layout)
        return with_default(filled, defaults.layout)

    def _found_folder(self) -> bool:
        reason = self._no_folder()
        if reason:
            self._add(reason, "photos")
        return reason is None

    def _no_folder(self) -> Reason | None:
        name = self.exhibition.photos
        refusal = refused(self.roots, self.folder.path, name, is_folder=True)
        photos = [photo for slide in self.exhibition.slides for photo in slide.all_photos]
        if refusal or self.folder.exists or not (photos or self.exhibition.cover):
            return refusal
        missing = Folder(self.draft.path.parent).why_not(Code.FOLDER_MISSING, name, self.roots)
        message = missing[1] if missing else f"{quoted(name)} is not a folder"
        return Code.FOLDER_MISSING, message

    def _add(self, reason: Reason, key: str) -> None:
        self.problems.add(self.document.problem(*reason, (key,)))
