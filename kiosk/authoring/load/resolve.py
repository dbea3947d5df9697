"""Resolves a draft: fills in defaults, finds files, checks quotes, drops what is withheld."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.keys.model import Photo, Slide
from kiosk.authoring.load import font_files
from kiosk.authoring.load.convert import hung, plain
from kiosk.authoring.load.draft import Draft
from kiosk.authoring.load.folder import Fault, Folder, refused
from kiosk.authoring.load.quote_check import no_transcript, quote_problem
from kiosk.authoring.problems.problem import Problem, quoted
from kiosk.authoring.transcripts.transcript import open_interview
from kiosk.authoring.yaml.nodes import Where
from kiosk.base.roots import Roots
from kiosk.exhibition import exhibition as wall
from kiosk.exhibition.interview import Interview

OF_ONE_PHOTO = ("alt", "credit", "details", "focus")
BESIDE_PHOTO = (*OF_ONE_PHOTO, "caption")


class Located(Struct, frozen=True):
    """A slide as it is shown, and where it and its photos are in the document."""

    slide: wall.Slide
    where: Where
    photos: tuple[Where, ...]


class Resolved(Struct, frozen=True):
    """An exhibition that is ready to be shown, and where its slides come from."""

    draft: Draft
    exhibition: wall.Exhibition
    interview: Interview | None
    placed: tuple[Located, ...]


def withdrawn_files(draft: Draft) -> frozenset[str]:
    """Files that are never shown again, on any slide."""
    folder = photo_folder(draft)
    photos = [photo for slide in draft.exhibition.slides for photo in slide.all_photos]
    return frozenset(str(folder.file(photo.file)) for photo in photos if photo.withdrawn)


def photo_folder(draft: Draft) -> Folder:
    return Folder(draft.path.parent / draft.exhibition.photos)


def photos_at(slide: Slide, where: Where) -> Iterator[tuple[Where, Photo]]:
    """Photos of the slide at this place, and where each of them is."""
    if slide.photo:
        yield (*where, "photo"), slide.photo
    for number, photo in enumerate(slide.photos):
        yield (*where, "photos", number), photo


def resolve(
    draft: Draft, withdrawn: frozenset[str], roots: Roots
) -> tuple[Resolved | None, list[Problem]]:
    """Resolve a draft; None if nothing of the exhibition can be shown."""
    settling = _Settling(draft, withdrawn, roots)
    placed = tuple(settling.placed())
    if not placed:
        return None, settling.problems
    slides = tuple(one.slide for one in placed)
    fonts, wrong = font_files.found(draft.exhibition.fonts, draft.document, roots)
    settling.problems += wrong
    exhibition = hung(
        wall.Exhibition,
        draft.exhibition,
        slides=slides,
        cover=settling.cover(slides),
        fonts=fonts,
        photos=str(settling.folder.path),
        interview=str(settling.interview.path) if settling.interview else None,
    )
    return Resolved(draft, exhibition, settling.interview, placed), settling.problems


class _Settling:
    """One draft that is being resolved, and the problems found."""

    def __init__(self, draft: Draft, withdrawn: frozenset[str], roots: Roots) -> None:
        self.draft = draft
        self.document = draft.document
        self.exhibition = draft.exhibition
        self.roots = roots
        self.problems: list[Problem] = []
        self.folder = photo_folder(draft)
        self.withdrawn = withdrawn
        self.has_folder = self._found_folder()
        self.interview = self._opened_interview()

    def placed(self) -> Iterator[Located]:
        """Slides that can be shown."""
        for number, slide in zip(self.draft.places, self.exhibition.slides, strict=True):
            if not slide.withheld:
                yield from self._slide(slide, ("slides", number))

    def cover(self, slides: tuple[wall.Slide, ...]) -> str | None:
        """The named photo, or else the first one shown that no notice covers."""
        covered = self._covered(slides)
        shown = (photo.file for slide in slides for photo in slide.all_photos)
        first = next((file for file in shown if file not in covered), None)
        name = self.exhibition.cover
        if not name or not self.has_folder:
            return first
        fault = self._photo_fault(name)
        if fault:
            self._problem(*fault, ("cover",))
            return first
        file = str(self.folder.file(name))
        return first if file in self.withdrawn | self._only_withheld(slides) else file

    def _covered(self, slides: tuple[wall.Slide, ...]) -> set[str]:
        noticed = [slide for slide in slides if slide.notice or self.exhibition.notice]
        return {photo.file for slide in noticed for photo in slide.all_photos}

    def _only_withheld(self, slides: tuple[wall.Slide, ...]) -> set[str]:
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
        self.problems += wrong
        if wrong or (photos and not self.has_folder) or (slide.quote and not self.interview):
            return
        hanging = [self._photo(photo, slide, len(photos)) for photo in photos.values()]
        yield Located(self._filled(slide, hanging), where, tuple(photos))

    def _is_withdrawn(self, photo: Photo) -> bool:
        return photo.withdrawn or str(self.folder.file(photo.file)) in self.withdrawn

    def _misplaced(self, slide: Slide, where: Where) -> Iterator[Problem]:
        """Words about one photo on a slide that does not have exactly one."""
        if slide.photo:
            return
        for key in OF_ONE_PHOTO if slide.photos else BESIDE_PHOTO:
            if getattr(slide, key) is not None:
                message = f"{key} belongs to one photo; " + (
                    "write it in the map of each photo" if slide.photos else "this slide has none"
                )
                yield self.document.problem("no-photo-for-key", message, (*where, key), key=True)

    def _missing(self, photos: dict[Where, Photo]) -> Iterator[Problem]:
        for place, photo in photos.items() if self.has_folder else ():
            fault = self._photo_fault(photo.file)
            if fault:
                exact = (*place, "file") if self.document.has((*place, "file")) else place
                yield self.document.problem(*fault, exact)

    def _photo_fault(self, name: str) -> Fault | None:
        return self.folder.fault("photo-missing", name, self.roots)

    def _misquoted(self, slide: Slide, where: Where) -> Iterator[Problem]:
        if slide.quote and (self.interview or not self.exhibition.interview):
            problem = quote_problem(self.document, (*where, "quote"), slide.quote, self.interview)
            if problem:
                yield problem

    def _photo(self, photo: Photo, slide: Slide, count: int) -> wall.Photo:
        """A photo with the words beside it, then with the exhibition's defaults for all photos."""
        defaults = self.exhibition.defaults
        update: dict[str, Any] = {"file": str(self.folder.file(photo.file))}
        for key in BESIDE_PHOTO if count == 1 else ():
            if key not in photo.model_fields_set and getattr(slide, key) is not None:
                update[key] = plain(getattr(slide, key))
        if photo.credit is None and "credit" not in update:
            update["credit"] = defaults.credit
        if "stand_in" not in photo.model_fields_set:
            update["stand_in"] = defaults.stand_in
        return hung(wall.Photo, photo, **update)

    def _filled(self, slide: Slide, photos: list[wall.Photo]) -> wall.Slide:
        defaults = self.exhibition.defaults
        single = len(photos) == 1
        update: dict[str, Any] = {
            "photo": photos[0] if single else None,
            "photos": () if single else tuple(photos),
            "transition": slide.transition or defaults.transition,
            "motion": slide.motion or defaults.motion,
            "dwell": slide.dwell or defaults.dwell,
            "layout": None if single and slide.photos else slide.layout,
        }
        if single:
            update["caption"] = None  # It belongs to the photo.
        filled = hung(wall.Slide, slide, **update)
        if filled.quote and filled.quote.speaker is None:
            filled = replace(filled, quote=replace(filled.quote, speaker=self.exhibition.by))
        if defaults.layout and single and not filled.layout and filled.kind in {"single", "beside"}:
            return replace(filled, layout=defaults.layout)
        return filled

    def _found_folder(self) -> bool:
        fault = self._folder_fault()
        if fault:
            self._problem(*fault, ("photos",))
        return fault is None

    def _folder_fault(self) -> Fault | None:
        name = self.exhibition.photos
        refusal = refused(self.roots, self.folder.path, name, is_folder=True)
        photos = [photo for slide in self.exhibition.slides for photo in slide.all_photos]
        if refusal or self.folder.exists or not (photos or self.exhibition.cover):
            return refusal
        missing = Folder(self.draft.path.parent).fault("folder-missing", name, self.roots)
        message = missing[1] if missing else f"{quoted(name)} is not a folder"
        return "folder-missing", message.replace("no file", "no folder")

    def _opened_interview(self) -> Interview | None:
        name = self.exhibition.interview
        if not name:
            return None
        folder = Folder(self.draft.path.parent)
        file = folder.file(name)
        fault = folder.fault("interview-missing", name, self.roots) or no_transcript(file)
        if fault:
            code, message = fault
            self._problem(code, f"{message}; no quote is shown", ("interview",))
            return None
        interview = open_interview(file)
        if isinstance(interview, Problem):
            self.problems.append(interview)
            return None
        return interview

    def _problem(self, code: str, message: str, where: Where) -> None:
        self.problems.append(self.document.problem(code, message, where))
