"""Problems are told so that people, programs and GitHub understand them."""

from __future__ import annotations

import json
from pathlib import Path

from kiosk.authoring.problems.problem import COLOURS, Problem, Severity
from kiosk.authoring.problems.report import as_github, as_json, as_text, gathered, summary
from kiosk.authoring.yaml.source import Source

SOURCE = Source(Path("x.yaml"), "title: a\ncapton: b\nphoto: c\nphoto: d\n")
ERROR = SOURCE.problem("unknown-key", "unknown key", 2, 1, 6)
NOTES = [
    SOURCE.problem("stand-in", f"photo {line} hangs in place", line, 8, 1, Severity.NOTE)
    for line in (1, 3, 4)
]
OTHER = SOURCE.problem("photo-unused", "not shown", 2, 1, 1, Severity.NOTE)


def test_notes_of_a_kind_are_one():
    """Notes take a line each, and those of one kind and file are told together."""
    text = as_text([ERROR, NOTES[0], OTHER, NOTES[1], NOTES[2]])

    assert text.splitlines() == [
        "x.yaml:2:1: error: unknown key [unknown-key]",
        "    1 | title: a",
        "    2 | capton: b",
        "      | ^^^^^^",
        "x.yaml:1:8: note: photo 1 hangs in place [stand-in]",
        "      and 2 more of this kind, on lines 3, 4",
        "x.yaml:2:1: note: not shown [photo-unused]",
        "1 error, 0 warnings, 4 notes; for more about one, type kiosk explain CODE",
    ]


def test_one_other_note():
    """Of two notes, the other is told in the singular."""
    assert "and 1 more of this kind, on line 3\n" in as_text(NOTES[:2])


def test_warnings_are_told_one_by_one():
    """What must be mended is told each with its line."""
    warnings = [
        SOURCE.problem("alt-missing", "no alt", line, 1, severity=Severity.WARNING)
        for line in (3, 4)
    ]

    assert as_text(warnings).count("no alt") == 2


def test_many_equal_warnings_are_joined():
    """A warning about every photo is reported once, with all its lines."""
    warnings = [
        SOURCE.problem("alt-missing", "no alt", line, 1, severity=Severity.WARNING)
        for line in (1, 2, 4)
    ]
    text = as_text(warnings)

    assert text.count("no alt") == 1
    assert "and 2 more of this kind, on lines 2, 4\n" in text
    assert "3 warnings" in text


def alike(count):
    """Warnings about photos that differ only in the photos' names and sizes."""
    return [
        SOURCE.problem("photo-small", f"{n}.jpg has {n}00 pixels", 1 + n, severity=Severity.WARNING)
        for n in range(count)
    ]


def test_many_warnings_that_differ_in_names_are_joined():
    """From six on, one stands for all; fewer are each reported."""
    few, many = as_text(alike(5)), as_text(alike(6))

    assert few.count("pixels") == 5
    assert many.count("pixels") == 1
    assert "and 5 more of this kind, on lines" in many
    assert "6 warnings" in many


def test_lines_of_very_many_are_cut_short():
    """A long list of lines would hide what is said."""
    text = as_text(alike(40))

    assert "and 39 more of this kind" in text
    assert max(map(len, text.splitlines())) < 120
    assert ", …" in text


def test_a_line_for_each_kind():
    """Gathered, each kind of problem is one line with its number."""
    other = SOURCE.problem("alt-missing", "no alt", 3, severity=Severity.WARNING)

    assert gathered([ERROR, *alike(3), other]) == [
        "error: unknown key [unknown-key]",
        "warning: 0.jpg has 000 pixels [photo-small], 3 times",
        "warning: no alt [alt-missing]",
    ]


def test_nothing_to_tell():
    """Where all is well, the counts say so."""
    assert summary([]) == as_text([]) == "0 errors, 0 warnings, 0 notes"


def test_colours():
    """Place, severity, code and carets are coloured; without colours the words are the same."""
    text = as_text([ERROR], COLOURS)

    assert text.startswith("\x1b[1mx.yaml:2:1\x1b[0m: \x1b[31merror:\x1b[0m unknown key \x1b[2m[")
    assert "\x1b[31m^^^^^^\x1b[0m" in text
    assert "\x1b" not in as_text([ERROR])


def test_json():
    """Programs get every problem with its place."""
    told = json.loads(as_json([ERROR, *NOTES]))

    assert len(told) == 4
    assert told[0] == {
        "file": "x.yaml",
        "line": 2,
        "column": 1,
        "length": 6,
        "severity": "error",
        "code": "unknown-key",
        "message": "unknown key",
    }


def test_github():
    """GitHub gets a command for each problem, which nothing in it can end early."""
    whole = Problem(Path("a,b:c.yaml"), "empty", "100 %\nnothing", severity=Severity.NOTE)

    assert as_github([ERROR, whole]).splitlines()[:2] == [
        "::error file=x.yaml,line=2,col=1,endColumn=6,title=unknown-key::unknown key",
        "::notice file=a%2Cb%3Ac.yaml,title=empty::100 %25%0Anothing",
    ]
