"""Comments that silence a warning or note on their line: `# kiosk: allow CODE reason`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.authoring.problems.problem import Problem, Severity

ALLOWED = re.compile(r"#\s*kiosk:\s*allow\s+(?P<codes>[\w-]+(?:\s*,\s*[\w-]+)*)")
"""Codes with commas between them; what follows is the reason."""


def allowed_on(line: str) -> Iterator[tuple[str, int]]:
    """Codes that a line allows, and the columns where they stand."""
    comment = ALLOWED.search(line)
    if comment:
        for code in re.finditer(r"[\w-]+", comment["codes"]):
            yield code[0], comment.start("codes") + code.start() + 1


def is_accepted(problem: Problem) -> bool:
    """Whether the line itself allows this warning or note."""
    if problem.severity is Severity.ERROR or not problem.snippet:
        return False
    return is_allowed(problem.code, problem.snippet[-1][1])


def is_allowed(code: str, line: str) -> bool:
    return any(one == code for one, _ in allowed_on(line))
