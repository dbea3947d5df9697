"""Gathers problems while files are read and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.authoring.problems.problem import Problem, Severity

GRAVITY = tuple(Severity)


class Problems:
    """All that was found so far. It is handed to what may find more."""

    def __init__(self, found: Iterable[Problem] = ()) -> None:
        self._found = list(found)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def add(self, problem: Problem) -> None:
        self._found.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        self._found.extend(problems)

    def in_order(self) -> tuple[Problem, ...]:
        """Each problem once: errors, then warnings, then notes; each by its place."""
        return tuple(sorted(set(self._found), key=_rank))


class Stopped(Exception):  # noqa: N818  # Caught where a file is opened; never seen outside.
    """A file of which nothing can be made, and the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _rank(problem: Problem) -> tuple[int, str, int, int, str, str]:
    gravity = GRAVITY.index(problem.severity)
    place = (str(problem.path), problem.line, problem.column)
    return (gravity, *place, problem.code, problem.message)
