"""Sorts problems by slide, and drops those that a proof must not mention."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.load.draft import Draft
from kiosk.authoring.load.place import Opened
from kiosk.authoring.load.resolve import Resolved, photo_folder
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem, Severity
from kiosk.authoring.problems.suppressions import is_accepted
from kiosk.authoring.yaml.nodes import Where

AS_A_WHOLE: Where = ()
RECORDED = "a photo here is withdrawn on this machine, so it is not shown"
"""All that a proof says of such a photo: not even its name."""
NO = frozenset({"0", "f", "false", "n", "no", "off"})


class Attributed(Struct, frozen=True):
    """Problems, sorted by what they are about."""

    all: tuple[Problem, ...]
    """Without those that a comment in the file allows."""
    of_slides: dict[tuple[Path, Where], list[Problem]]
    """By file and slide; AS_A_WHOLE holds the problems that are about no slide shown."""
    elsewhere: tuple[Problem, ...]
    """Problems that are about no exhibition shown."""
    missing: frozenset[tuple[Path, Where]] = frozenset()
    """Slides that are not shown because of errors, or since this machine withdraws their photos."""

    def about(self, path: Path, where: Where = AS_A_WHOLE) -> Sequence[Problem]:
        return self.of_slides.get((path, where), ())

    def count(self, severity: Severity) -> int:
        return sum(problem.severity is severity for problem in self.all)

    def gaps(self, path: Path) -> list[Where]:
        """Slides of a file that should be shown and are not, in their order there."""
        return sorted(where for file, where in self.missing if file == path)


def attributed(opened: Opened, problems: Sequence[Problem]) -> Attributed:
    """Problems by slide, without those that would reveal what is withheld or withdrawn."""
    written = {
        draft.path: _Written(draft, opened.withdrawn, opened.recorded) for draft in opened.drafts
    }
    exhibitions = {one.draft.path for one in opened.resolved}
    slides = {(one.draft.path, located.where) for one in opened.resolved for located in one.located}
    private = {one.draft.path for one in opened.resolved if _is_private(one)}
    kept, of_slides = list[Problem](), defaultdict[tuple[Path, Where], list[Problem]](list)
    missing = set[tuple[Path, Where]]()
    for problem in problems:
        path, where = problem.path, AS_A_WHOLE
        if path in private:
            problem = _without_words(problem)
        if path in written:
            where = written[path].slide_at(problem)
            is_shown = (path, where) in slides
            is_recorded = written[path].tells_of_recorded(problem)
            if is_recorded:
                problem = replace(problem, message=RECORDED, snippet=())
            elif written[path].names_withdrawn(problem) or (
                not is_shown and written[path].is_taken_back(where)
            ):
                continue
            leaves_gap = is_recorded or problem.severity is Severity.ERROR
            if not is_shown and where and path in exhibitions and leaves_gap:
                missing.add((path, where))
        kept.append(problem)
        of_slides[path, where].append(problem)
    return Attributed(
        tuple(problem for problem in kept if not is_accepted(problem)),
        _placed(of_slides, slides | missing),
        tuple(problem for problem in kept if problem.path not in exhibitions),
        frozenset(missing),
    )


def _placed(
    found: Mapping[tuple[Path, Where], list[Problem]], pages: Collection[tuple[Path, Where]]
) -> dict[tuple[Path, Where], list[Problem]]:
    """Problems of slides that have a page; all others are about the exhibition as a whole."""
    placed = defaultdict[tuple[Path, Where], list[Problem]](list)
    for (path, where), problems in found.items():
        placed[path, where if (path, where) in pages else AS_A_WHOLE] += problems
    return dict(placed)


def _is_private(resolved: Resolved) -> bool:
    written = resolved.exhibition.interview
    return written is not None and not written.public


def _without_words(problem: Problem) -> Problem:
    """A problem without the words of the interview that its advice may quote."""
    if problem.code is not Code.QUOTE_NOT_IN_INTERVIEW:
        return problem
    return replace(problem, message=problem.message.partition(";")[0])


class _Written:
    """Where a draft's slides begin, and which photos must not be named."""

    def __init__(self, draft: Draft, withdrawn: frozenset[str], recorded: frozenset[str]) -> None:
        self._draft = draft
        self._begins = sorted(_begins(draft))
        self._names = _names(draft, withdrawn | recorded)
        self._withdrawn = _one_of(self._names)
        self._recorded = _one_of(_names(draft, recorded))

    def slide_at(self, problem: Problem) -> Where:
        place = (problem.line, problem.column)
        before = [where for begin, where in self._begins if begin <= place]
        return before[-1] if before else AS_A_WHOLE

    def tells_of_recorded(self, problem: Problem) -> bool:
        """Whether it says that a photo is withdrawn on this machine."""
        is_named = self._recorded.search(problem.message) is not None
        return is_named and problem.code is Code.WITHDRAWN_NAMED

    def names_withdrawn(self, problem: Problem) -> bool:
        return self._withdrawn.search(problem.message) is not None

    def is_taken_back(self, where: Where) -> bool:
        """Whether a slide says that it is withheld, or that a photo of it is withdrawn."""
        value = self._draft.document.value
        for step in where:
            value = value[step]
        if where == AS_A_WHOLE or not isinstance(value, dict):
            return False
        several = value.get("photos")
        photos = [value.get("photo"), *(several if isinstance(several, list) else [])]
        return _says(value, "withheld") or any(map(self._is_withdrawn, photos))

    def _is_withdrawn(self, photo: Any) -> bool:
        """Whether a photo is, as it is written, here or on another slide."""
        named = photo.get("file") if isinstance(photo, dict) else photo
        return _says(photo, "withdrawn") or (isinstance(named, str) and named in self._names)


def _one_of(names: set[str]) -> re.Pattern[str]:
    either = "|".join(sorted(map(re.escape, names)))
    return re.compile(rf"(?<![\w-])({either})(?!\w)" if names else "(?!)")


def _begins(draft: Draft) -> Iterator[tuple[tuple[int, int], Where]]:
    """Where each slide and each other part of the file begins."""
    document = draft.document
    for key in document.value:
        mark = document.mark((key,), key=True)
        yield (mark.line, mark.column), AS_A_WHOLE
    slides = document.value.get("slides")
    for number in range(len(slides) if isinstance(slides, list) else 0):
        mark = document.mark(("slides", number))
        yield (mark.line, mark.column), ("slides", number)


def _names(draft: Draft, withdrawn: frozenset[str]) -> set[str]:
    """The names that a draft, and messages about it, use for withdrawn photos."""
    folder = photo_folder(draft)
    photos = [photo for slide in draft.exhibition.slides for photo in slide.all_photos]
    files = {one.file for one in photos if str(folder.file(one.file)) in withdrawn}
    return files | {Path(file).name for file in files}


def _says(value: Any, key: str) -> bool:
    return isinstance(value, dict) and str(value.get(key, "no")).lower() not in NO
