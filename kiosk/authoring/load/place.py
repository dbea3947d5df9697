"""Loads a folder of exhibitions, or one file: what can be shown, and all problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.keys import model
from kiosk.authoring.load.convert import to_value
from kiosk.authoring.load.draft import Draft, draft_of, validate_leniently
from kiosk.authoring.load.folder import Folder, refused
from kiosk.authoring.load.font_files import find_fonts
from kiosk.authoring.load.interviews.repeated import without_repeated
from kiosk.authoring.load.interviews.sealed_words import SealedWords, repetitions
from kiosk.authoring.load.interviews.seals import Seals, transcripts_of
from kiosk.authoring.load.interviews.versions import open_interviews, sealed_words_of
from kiosk.authoring.load.resolve import Resolved, resolve, withdrawn_files
from kiosk.authoring.load.salvage_withdrawals import (
    may_withdraw,
    plain_withdrawals,
    salvage_withdrawals,
)
from kiosk.authoring.load.torn.closings import Salvaged, closings_of, may_seal, salvage_closings
from kiosk.authoring.load.yaml_files import is_copy, named, same_names, yaml_files
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import Problem, Severity, quoted
from kiosk.authoring.yaml.document import Document, open_document
from kiosk.authoring.yaml.source import is_yaml
from kiosk.base.roots import Roots, resolved, roots_of
from kiosk.exhibition.closing import KIOSK, Closings
from kiosk.exhibition.collection import Collection, Entry
from kiosk.exhibition.kiosk import Kiosk
from kiosk.exhibition.text_walk import walk_texts


class Opened(Struct, frozen=True):
    """A place with everything that was read from it."""

    kiosk: Kiosk
    drafts: tuple[Draft, ...]
    resolved: tuple[Resolved, ...]
    problems: tuple[Problem, ...]
    document: Document | None = None
    """The kiosk's settings, where they are written."""
    unlisted: tuple[Path, ...] = ()
    """Exhibitions of the folder that the kiosk's list does not name, and copies."""
    copies: tuple[Path, ...] = ()
    """Those of the folder that other programs have made."""
    folder: Path = Path()
    is_folder: bool = False
    """Whether a whole folder was read, and not only one file of it."""
    withdrawn: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    """Those that only a file with mistakes seems to withdraw."""
    closings: Closings = Closings()
    """What is closed in content that was read before."""
    recorded: frozenset[str] = frozenset()
    """Photos that its files show, and that are withdrawn on this machine all the same."""

    def without(self, recorded: frozenset[str]) -> Opened:
        """What is left when these photos are withdrawn, too."""
        left = (one.without(recorded) for one in self.resolved)
        resolved = tuple(one for one in left if one)
        return replace(self, resolved=resolved, recorded=self.recorded | recorded)

    @property
    def faults(self) -> tuple[str, ...]:
        """Its errors, as sentences with their places."""
        errors = [one for one in self.problems if one.severity is Severity.ERROR]
        return tuple(f"{one.place}: {one.message}" for one in errors)

    @property
    def collection(self) -> Collection | None:
        """None if nothing at all can be shown."""
        entries = tuple(
            Entry(
                one.draft.name,
                one.draft.path,
                one.exhibition,
                one.interview,
                one.translations,
                one.sealed,
                one.draft.exhibition.defaults.layout,
            )
            for one in self.resolved
        )
        if not entries:
            return None
        withdrawn = self.withdrawn | self.recorded
        return Collection(self.kiosk, entries, withdrawn, self.doubtful, self.faults)


def load(place: Path, roots: Iterable[Path] = ()) -> tuple[Collection | None, tuple[Problem, ...]]:
    """Everything that can be shown of a folder or file, and everything that is wrong with it."""
    opened = open_place(place, roots)
    return opened.collection, opened.problems


def open_place(place: Path, roots: Iterable[Path] = ()) -> Opened:
    """Like `load`, but with the documents, for callers that report more about them.

    `roots` are more folders where exhibitions may name files, besides the place and its siblings.
    """
    place = place.absolute()
    allowed = roots_of(place, roots)
    if Folder(place).exists:
        return _open_folder(place, allowed)
    if place.stem == KIOSK and is_yaml(place):
        return _open_folder(place.parent, allowed)
    problems = Problems()
    neighbours = yaml_files(place.parent, Problems())
    kiosk, _ = _open_kiosk(named(neighbours, KIOSK), allowed, problems)
    others = tuple(path for path in neighbours if path != place and path.stem != KIOSK)
    return replace(_opened(kiosk, [place], problems, allowed, others=others), unlisted=())


def _open_folder(folder: Path, roots: Roots) -> Opened:
    problems = Problems()
    files = yaml_files(folder, problems)
    kiosk, document = _open_kiosk(named(files, KIOSK), roots, problems)
    files = [path for path in files if path.stem != KIOSK]
    stems = {KIOSK, *(path.stem for path in files)}
    copies = tuple(path for path in files if is_copy(path, stems - {path.stem}))
    played = [path for path in files if path not in copies]
    problems.extend(same_names(played))
    listed = _listed(kiosk, document, files, problems)
    if not (listed or played) and not problems:
        message = "this folder has no exhibition; write one, in a file such as apple.yaml"
        problems.add(Problem(folder, Code.NOTHING_TO_SHOW, message))
    others = (
        path for path in files if path not in (listed or played) and not _refusal(path, roots)
    )
    unlisted = tuple(others)
    opened = _opened(kiosk, listed or played, problems, roots, document, others=unlisted)
    return replace(opened, folder=folder, copies=copies, is_folder=True)


def _open_kiosk(
    path: Path | None, roots: Roots, problems: Problems
) -> tuple[Kiosk, Document | None]:
    """The kiosk's settings; a faulty setting is ignored."""
    usual = Kiosk()
    if path is None:
        return usual, None
    refusal = _refusal(path, roots)
    if refusal:
        problems.add(refusal)
        return usual, None
    of_file = Problems()
    document = open_document(path, of_file)
    if document and not isinstance(document.value, dict):
        message = "the kiosk's settings begin with keys, such as title: and exhibitions:"
        problems.add(document.problem(Code.NOT_A_MAP, message))
        return usual, None
    problems.extend(of_file)
    if document is None:
        return usual, None
    written = validate_leniently(document, model.Kiosk, document.value, problems)
    if written is None:
        return usual, document
    fonts = find_fonts(written.fonts, document, roots, problems)
    return to_value(Kiosk, written, fonts=fonts), document


def _refusal(path: Path, roots: Roots) -> Problem | None:
    """Why a file of the folder may not be opened: it is a link to a place outside."""
    reason = refused(roots, path, path.name)
    return Problem(path, *reason) if reason else None


def _listed(
    kiosk: Kiosk, document: Document | None, files: list[Path], problems: Problems
) -> list[Path]:
    """Files in the order of the kiosk's list, if it has one."""
    listed = list[Path]()
    names = sorted({path.stem for path in files})
    for number, name in enumerate(kiosk.exhibitions if document else ()):
        path = named(files, name)
        if path is None:
            from kiosk.authoring.load.advice.similar import did_you_mean  # Needed only here.

            message = f"there is no exhibition {quoted(name)} here{did_you_mean(name, names)}"
            where = ("exhibitions", number)
            assert document is not None
            problems.add(document.problem(Code.NO_SUCH_EXHIBITION, message, where))
        elif path not in listed:
            listed.append(path)
    return listed


def _opened(
    kiosk: Kiosk,
    files: list[Path],
    problems: Problems,
    roots: Roots,
    document: Document | None = None,
    *,
    others: tuple[Path, ...] = (),
) -> Opened:
    """Read all files, then resolve them, so that no file shows what another withdraws.

    What `others` withdraw, which are not shown themselves, is withdrawn, too.
    """
    listed = kiosk.languages if document and "languages" in document.value else ()
    read = _read_all(files, others, roots, problems, listed)
    drafts = {draft.path: draft for draft in (*read.drafts, *read.silent)}
    unknown = [one for one in read.salvaged if not one.is_understood(drafts.get(one.path))]
    closed = {resolved(file): one.path for one in unknown for file in one.transcripts}
    seals = Seals.of(drafts.values(), closed)
    opened = [open_interviews(draft, roots, seals, problems) for draft in read.drafts]
    interviews = without_repeated(read.drafts, opened, problems)
    sealed = sealed_words_of(interviews, seals.closed, roots)
    found = (
        resolve(draft, read.withdrawn, roots, problems, of, sealed)
        for draft, of in zip(read.drafts, interviews, strict=True)
    )
    shown = [exhibition for exhibition in found if exhibition]
    kiosk = _without_sealed(kiosk, sealed, document, problems)
    if document is None or "languages" not in document.value:
        kiosk = replace(kiosk, languages=_languages(shown) or kiosk.languages)
    return Opened(
        kiosk,
        read.drafts,
        tuple(shown),
        problems.in_order(),
        document,
        others,
        withdrawn=read.withdrawn,
        doubtful=read.doubtful,
        closings=closings_of(read.drafts, read.salvaged, seals, list(problems)),
    )


def _without_sealed(
    kiosk: Kiosk, sealed: SealedWords, document: Document | None, problems: Problems
) -> Kiosk:
    """The kiosk's settings without texts that repeat sealed words."""
    if document:
        problems.extend(repetitions(kiosk, sealed, document, ()))
    usual = Kiosk()
    repeated = (one.name for one in walk_texts(kiosk) if sealed.repeat_in(one.text))
    return replace(kiosk, **{name: getattr(usual, name) for name in repeated})


class _All(Struct, frozen=True):
    """What the files of a place say."""

    drafts: tuple[Draft, ...]
    silent: tuple[Draft, ...]
    """Those of files that are not shown, but withdraw or seal something."""
    withdrawn: frozenset[str]
    doubtful: frozenset[str]
    salvaged: tuple[Salvaged, ...]


def _read_all(
    files: list[Path],
    others: tuple[Path, ...],
    roots: Roots,
    problems: Problems,
    languages: tuple[str, ...],
) -> _All:
    """Read the files that are shown, and others that may withdraw or seal something."""
    refusals = {path: refusal for path in (*files, *others) if (refusal := _refusal(path, roots))}
    problems.extend(refusals[path] for path in files if path in refusals)
    shown = [_read(path, languages) for path in files if path not in refusals]
    asked = (path for path in others if path not in refusals)
    silent = [_read(path, languages) for path in asked if may_withdraw(path) or may_seal(path)]
    problems.extend(problem for one in shown for problem in one.problems)
    withdrawn = frozenset[str]().union(*(one.withdrawn for one in (*shown, *silent)))
    faulty = [one.path for one in (*shown, *silent) if one.problems]
    documents = [one.document for one in (*shown, *silent) if one.problems and one.document]
    certain = withdrawn.union(*map(plain_withdrawals, documents))
    for path in faulty:
        withdrawn |= salvage_withdrawals(path, withdrawn, certain, problems)
    drafts = tuple(one.draft for one in (*shown, *silent) if one.draft)
    return _All(
        tuple(one.draft for one in shown if one.draft),
        tuple(one.draft for one in silent if one.draft),
        withdrawn | certain,
        withdrawn - certain,
        tuple(_salvaged(faulty, drafts)),
    )


def _salvaged(faulty: Iterable[Path], drafts: Iterable[Draft]) -> Iterator[Salvaged]:
    """What faulty files say; a seal in an unknown interview closes all interviews."""
    named = {draft.path: transcripts_of(draft) for draft in drafts}
    for one in map(salvage_closings, faulty):
        every = tuple(file for files in named.values() for file in files)
        yield replace(one, transcripts=every) if one.is_unclear and one.path not in named else one


class _Read(Struct, frozen=True):
    path: Path
    document: Document | None
    draft: Draft | None
    problems: Problems

    @property
    def withdrawn(self) -> frozenset[str]:
        return withdrawn_files(self.draft) if self.draft else frozenset()


def _read(path: Path, languages: tuple[str, ...]) -> _Read:
    problems = Problems()
    document = open_document(path, problems)
    draft = draft_of(document, problems, languages) if document else None
    return _Read(path, document, draft, problems)


def _languages(resolved: list[Resolved]) -> tuple[str, ...]:
    """Those that the exhibitions' titles are written in."""
    tags = (tag for one in resolved for tag in one.exhibition.title.languages)
    return tuple(dict.fromkeys(tags))
