"""Loads a folder of exhibitions, or one file: what can be shown, and all problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.keys import model
from kiosk.authoring.load.convert import hung
from kiosk.authoring.load.draft import Draft, forgiving, open_draft
from kiosk.authoring.load.folder import Folder, refused
from kiosk.authoring.load.resolve import Resolved, resolve, withdrawn_files
from kiosk.authoring.load.salvage_withdrawals import may_withdraw, salvage_withdrawals
from kiosk.authoring.load.value_errors import did_you_mean
from kiosk.authoring.problems.problem import Problem, Severity, in_order, quoted
from kiosk.authoring.yaml.document import Document, open_document
from kiosk.authoring.yaml.source import YAML_ENDINGS, unreadable
from kiosk.base.roots import Roots, roots_of
from kiosk.exhibition.collection import Collection, Entry
from kiosk.exhibition.kiosk import Kiosk

KIOSK = "kiosk"
EXHIBITIONS_MAX = 500


class Opened(Struct, frozen=True):
    """A place with everything that was read from it."""

    kiosk: Kiosk
    drafts: tuple[Draft, ...]
    resolved: tuple[Resolved, ...]
    problems: tuple[Problem, ...]
    document: Document | None = None
    """The kiosk's settings, where they are written."""
    unlisted: tuple[Path, ...] = ()
    """Exhibitions of the folder that the kiosk's list does not name."""
    is_folder: bool = False
    """Whether a whole folder was read, and not only one file of it."""
    withdrawn: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    """Those that only a file with mistakes seems to withdraw."""

    @property
    def faults(self) -> tuple[str, ...]:
        """Its errors, as sentences with their places."""
        errors = [one for one in self.problems if one.severity is Severity.ERROR]
        return tuple(f"{one.place}: {one.message}" for one in errors)

    @property
    def collection(self) -> Collection | None:
        """None if nothing at all can be shown."""
        entries = tuple(
            Entry(one.draft.name, one.draft.path, one.exhibition, one.interview)
            for one in self.resolved
        )
        if not entries:
            return None
        return Collection(self.kiosk, entries, self.withdrawn, self.doubtful, self.faults)


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
    if place.stem == KIOSK and place.suffix in YAML_ENDINGS:
        return _open_folder(place.parent, allowed)
    neighbours = _files(place.parent)[0]
    kiosk, _, problems = _open_kiosk(_named(neighbours, KIOSK), allowed)
    others = tuple(path for path in neighbours if path != place and path.stem != KIOSK)
    return replace(_opened(kiosk, [place], problems, allowed, others=others), unlisted=())


def _open_folder(folder: Path, roots: Roots) -> Opened:
    files, problems = _files(folder)
    kiosk, document, more = _open_kiosk(_named(files, KIOSK), roots)
    files = [path for path in files if path.stem != KIOSK]
    problems += more + _same_names(files)
    listed, missing = _listed(kiosk, document, files)
    problems += missing
    if not files and not problems:
        message = "this folder has no exhibition; write one, in a file such as apple.yaml"
        problems.append(Problem(folder, "nothing-to-show", message))
    others = (path for path in files if path not in listed and not _refusal(path, roots))
    unlisted = tuple(others) if listed else ()
    opened = _opened(kiosk, listed or files, problems, roots, document, others=unlisted)
    return replace(opened, is_folder=True)


def _files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """YAML files of a folder, sorted by name, without hidden ones."""
    try:
        files = sorted(
            path
            for path in folder.iterdir()
            if path.suffix in YAML_ENDINGS and not path.name.startswith(".") and not path.is_dir()
        )
    except (OSError, ValueError) as error:
        return [], [unreadable(folder, error)]
    if len(files) > EXHIBITIONS_MAX:
        message = f"more than {EXHIBITIONS_MAX} exhibitions are here; the others are not shown"
        return files[:EXHIBITIONS_MAX], [Problem(folder, "too-many-exhibitions", message)]
    return files, []


def _named(files: list[Path], name: str) -> Path | None:
    return next((path for path in files if path.stem == name), None)


def _same_names(files: list[Path]) -> list[Problem]:
    count = Counter(path.stem for path in files)
    return [
        Problem(path, "same-name", f"another file is named {path.stem} too; rename one of them")
        for path in files
        if count[path.stem] > 1 and path != _named(files, path.stem)
    ]


def _open_kiosk(path: Path | None, roots: Roots) -> tuple[Kiosk, Document | None, list[Problem]]:
    """The kiosk's settings; a faulty setting is ignored."""
    usual = Kiosk()
    if path is None:
        return usual, None, []
    document = _refusal(path, roots) or open_document(path)
    if isinstance(document, Problem):
        return usual, None, [document]
    if not isinstance(document.value, dict):
        message = "the kiosk's settings begin with keys, such as title: and exhibitions:"
        return usual, None, [document.problem("not-a-map", message)]
    written, problems = forgiving(document, model.Kiosk, document.value)
    kiosk = hung(Kiosk, written) if written else usual
    return kiosk, document, [fault.problem for fault in document.faults] + problems


def _refusal(path: Path, roots: Roots) -> Problem | None:
    """Why a file of the folder may not be opened: it is a link to a place outside."""
    fault = refused(roots, path, path.name)
    return Problem(path, *fault) if fault else None


def _listed(
    kiosk: Kiosk, document: Document | None, files: list[Path]
) -> tuple[list[Path], list[Problem]]:
    """Files in the order of the kiosk's list, and the listed names that have no file."""
    listed, problems = list[Path](), list[Problem]()
    names = sorted({path.stem for path in files})
    for number, name in enumerate(kiosk.exhibitions if document else ()):
        path = _named(files, name)
        if path is None:
            message = f"there is no exhibition {quoted(name)} here{did_you_mean(name, names)}"
            where = ("exhibitions", number)
            assert document is not None
            problems.append(document.problem("no-such-exhibition", message, where))
        elif path not in listed:
            listed.append(path)
    return listed, problems


def _opened(
    kiosk: Kiosk,
    files: list[Path],
    problems: list[Problem],
    roots: Roots,
    document: Document | None = None,
    *,
    others: tuple[Path, ...] = (),
) -> Opened:
    """Read all files, then resolve them, so that no file shows what another withdraws.

    What `others` withdraw, which are not shown themselves, is withdrawn, too.
    """
    drafts, faulty = list[Draft](), list[Path]()
    for path in files:
        refusal = _refusal(path, roots)
        if refusal:
            problems.append(refusal)
            continue
        draft, wrong = open_draft(path)
        problems += wrong
        drafts += [draft] if draft else []
        faulty += [path] if wrong else []
    silent = [path for path in others if not _refusal(path, roots) and may_withdraw(path)]
    unshown = [(path, *open_draft(path)) for path in silent]
    certain = [*drafts, *(draft for _, draft, _ in unshown if draft)]
    faulty += [path for path, _, wrong in unshown if wrong]
    withdrawn = frozenset[str]().union(*map(withdrawn_files, certain))
    for path in faulty:
        more, told = salvage_withdrawals(path, withdrawn)
        withdrawn |= more
        problems += told
    resolved = list[Resolved]()
    for draft in drafts:
        one, wrong = resolve(draft, withdrawn, roots)
        problems += wrong
        resolved += [one] if one else []
    if document is None or "languages" not in document.value:
        kiosk = replace(kiosk, languages=_written(resolved) or kiosk.languages)
    return Opened(
        kiosk,
        tuple(drafts),
        tuple(resolved),
        in_order(problems),
        document,
        others,
        withdrawn=withdrawn,
        doubtful=withdrawn.difference(*map(withdrawn_files, certain)),
    )


def _written(resolved: list[Resolved]) -> tuple[str, ...]:
    """Languages that the exhibitions' titles are written in."""
    tags = (tag for one in resolved for tag in one.exhibition.title.languages)
    return tuple(dict.fromkeys(tags))
