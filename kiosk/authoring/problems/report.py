"""Formats problems: as lines to read, as JSON, or as GitHub's annotations."""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterator, Sequence

from kiosk.authoring.problems.problem import PLAIN, Ink, Problem, Severity, shown

JOINED_MIN = 3
"""Equal warnings in a file are joined from this number on."""
ALIKE_MIN = 6
"""And from this number on, those that differ only in names and numbers."""
LINES_MAX = 12
"""Lines that are listed for problems that are joined."""
NAME_OR_NUMBER = re.compile(r"'[^']*'|“[^”]*”|[^\s,:;()]+\.\w{2,5}\b|\d+(?:[.,:]\d+)*")
GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_text(problems: Sequence[Problem], ink: Ink = PLAIN) -> str:
    """Problems with the lines they are about; those that repeat themselves are joined."""
    kinds: dict[Hashable, list[Problem]] = {}
    for problem in problems:
        kinds.setdefault(_kind(problem), []).append(problem)
    texts = [text for alike in kinds.values() for text in _listed(alike, ink)]
    return "\n".join([*texts, summary(problems)])


def gathered(problems: Sequence[Problem]) -> list[str]:
    """A line for each kind of problem, with how many there are; places are left out."""
    kinds: dict[Hashable, list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.code, _general(problem)), []).append(problem)
    return [
        f"{first.severity}: {first.message} [{first.code}]"
        + (f", {len(alike)} times" if len(alike) > 1 else "")
        for alike in kinds.values()
        for first in alike[:1]
    ]


def as_json(problems: Sequence[Problem]) -> str:
    """Every problem with its place, for programs."""
    rows = [
        {
            "file": shown(problem.path),
            "line": problem.line,
            "column": problem.column,
            "length": problem.length,
            "severity": str(problem.severity),
            "code": problem.code,
            "message": problem.message,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem]) -> str:
    """Commands by which GitHub shows each problem beside its line."""
    return "\n".join([*map(_annotation, problems), summary(problems)])


def summary(problems: Sequence[Problem]) -> str:
    """How many there are of each severity, and where to read more about them."""
    more = "; for more about one, type kiosk explain CODE" if problems else ""
    return f"{counts(problems)}{more}"


def counts(problems: Sequence[Problem]) -> str:
    return ", ".join(_counted(problems, severity) for severity in Severity)


def _counted(problems: Sequence[Problem], severity: Severity) -> str:
    count = sum(problem.severity is severity for problem in problems)
    return f"{count} {severity}{'' if count == 1 else 's'}"


def _kind(problem: Problem) -> Hashable:
    """Notes of one kind, and warnings that are alike, are reported together; errors are not."""
    if problem.severity is Severity.NOTE:
        return problem.path, problem.code
    if problem.severity is Severity.WARNING:
        return problem.path, problem.code, _general(problem)
    return problem


def _general(problem: Problem) -> str:
    """What a message says of all its kind, without names and numbers."""
    return NAME_OR_NUMBER.sub("…", problem.message)


def _listed(alike: list[Problem], ink: Ink) -> Iterator[str]:
    """A few warnings are shown with their lines; of many, only the first."""
    if alike[0].severity is Severity.NOTE or len(alike) >= ALIKE_MIN:
        yield from _joined(alike, ink)
        return
    equal: dict[str, list[Problem]] = {}
    for problem in alike:
        equal.setdefault(problem.message, []).append(problem)
    for same in equal.values():
        if len(same) < JOINED_MIN:
            yield from (problem.render(ink) for problem in same)
        else:
            yield from _joined(same, ink)


def _joined(alike: list[Problem], ink: Ink) -> Iterator[str]:
    first, *others = alike
    yield first.render(ink, with_lines=first.severity is not Severity.NOTE)
    if others:
        lines = listed([problem.line for problem in others])
        several = "s"[: len(others) - 1]
        yield f"      and {len(others)} more of this kind, on line{several} {lines}"


def listed(lines: Sequence[int]) -> str:
    """Numbers of lines, but not too many of them."""
    return ", ".join([*map(str, lines[:LINES_MAX]), *(["…"] if len(lines) > LINES_MAX else [])])


def _annotation(problem: Problem) -> str:
    place = [f"file={_escaped(shown(problem.path))}"]
    if problem.line:
        end = problem.column + problem.length - 1
        place += [f"line={problem.line}", f"col={problem.column}", f"endColumn={end}"]
    place.append(f"title={_escaped(problem.code)}")
    return f"::{GITHUB[problem.severity]} {','.join(place)}::{_escaped(problem.message, '%')}"


def _escaped(text: str, signs: str = "%:,") -> str:
    """Text with these signs and line ends escaped, so that they cannot end the command."""
    for sign in (*signs, "\r", "\n"):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
