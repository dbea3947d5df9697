"""Finds all doubts of a transcript, and what is clear without the doubtful lines."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Stopped
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.transcripts.forms.cast import NO_HINTS, SPEAKERS_HELP, Hints
from kiosk.authoring.transcripts.forms.rows import UnclearError
from kiosk.authoring.transcripts.transcript import STRAY, source_of, understood
from kiosk.authoring.yaml.source import Source
from kiosk.exhibition.interview import Interview, Stray

DOUBTS_MAX = 20
LEFT_OUT = "<br>"
"""Nobody says it, and unlike an empty line, it does not end a paragraph."""


def open_doubtful(path: Path, hints: Hints = NO_HINTS) -> tuple[Interview | None, list[Problem]]:
    """The interview with its doubtful lines as strays, if anything is clear, and all doubts."""
    try:
        source = source_of(path)
    except Stopped as stop:
        return None, [stop.problem]
    doubts, left_out = dict[int, Problem](), set[int]()
    interview = None
    while interview is None and len(doubts) < DOUBTS_MAX:
        try:
            interview = understood(_without(source, left_out), hints)
        except Stopped as stop:
            return None, list(doubts.values()) or [stop.problem]
        except UnclearError as unclear:
            if unclear.line in left_out:
                break
            problem = source.problem(Code.INTERVIEW_UNCLEAR, str(unclear), unclear.line)
            doubts[unclear.line] = problem
            left_out.update(unclear.lines)
            if SPEAKERS_HELP in str(unclear):
                break  # It concerns all lines of a speaker.
    for stray in interview.strays if interview else ():
        doubts[stray.line] = source.problem(Code.INTERVIEW_UNCLEAR, STRAY, stray.line)
    if interview:
        lines = sorted(left_out.union(doubts))
        strays = tuple(Stray(source.lines[line - 1].strip(), line) for line in lines)
        interview = replace(interview, strays=strays)
    return interview, [doubts[line] for line in sorted(doubts)]


def _without(source: Source, left_out: set[int]) -> Source:
    lines = (LEFT_OUT if n in left_out else line for n, line in enumerate(source.lines, start=1))
    return replace(source, text="\n".join(lines)) if left_out else source
