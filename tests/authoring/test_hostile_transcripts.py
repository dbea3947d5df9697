"""A transcript of any size and form is read or refused within five seconds."""

from __future__ import annotations

import time

import pytest

from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.transcripts import transcript
from kiosk.authoring.transcripts.transcript import open_interview
from kiosk.authoring.yaml.source import BYTES_MAX

CPU_S = 5.0
"""Four times what is meant, since a busy machine counts more: a fault takes minutes."""
LETTERS, LINE = transcript.LETTERS_MAX - 1000, transcript.LINE_MAX - 1000
LINES, SPOKEN = transcript.LINES_MAX - 100, transcript.SPOKEN_MAX - 100


def filled(text, length):
    return (text * (length // len(text) + 1))[:length]


def lines(text, count=SPOKEN):
    return f"{text}\n" * min(count, LETTERS // (len(text) + 1))


HUGE = {
    "one line": filled("I was born. ", BYTES_MAX),
    "one word": "a" * BYTES_MAX,
    "a million short lines": "a\n" * (BYTES_MAX // 2),
    "a million labels": "A:\n" * (BYTES_MAX // 3),
    "marks": "*" * (BYTES_MAX // 2) + "a" + "*" * (BYTES_MAX // 2 - 1),
    "times": "00:00:01\n" * (BYTES_MAX // 9),
    "signs of many letters": "Q: Why?\nA: " + "\ufdfa" * (BYTES_MAX // 4),
}
LARGE = {
    "one word": "Ada\n\nWhy?\n" + "a" * LINE,
    "brackets": "Q: Why?\nA: " + filled("[a: ", LINE),
    "marks": ">" * LINE + "\n" + "#" * LINE + "\n" + "*" * LINE,
    "marks ever deeper": "\n".join("*" * n + "a" + "*" * n for n in range(1, 900)),
    "tags": "<b>" * 14_000 + "a" + "</b>" * 14_000,
    "voices that do not end": "WEBVTT\n\n00:01.000 --> 00:02.000\n" + filled("<v ", LINE),
    "labels": lines("A: I was."),
    "other labels": "".join(f"Name{n} Last{n}: I was born.\n" for n in range(SPOKEN)),
    "long labelled lines": lines("A: " + filled("word ", 90)),
    "long lines": lines("I was born by the sea and " + "x" * 70),
    "hyphens": lines(filled("word-", 90)),
    "a legend": "".join(f"A{n} = Name Last{n}\n" for n in range(SPOKEN)),
    "questions": lines("Why?"),
    "captions": "".join(f"{n}\n00:01,000 --> 00:02,000\nA: I.\n\n" for n in range(LINES // 4)),
    "numbers": lines("2\n5", SPOKEN // 2),
    "titles with numbers": "".join(f"Ice {n} | {n % 999}\n" for n in range(SPOKEN)),
    "names with initials": "".join(
        f"N{n} L: I.\nNo Li: So.\nNL: No.\n" for n in range(SPOKEN // 3)
    ),
    "closing lines": lines("Recording: End of recording"),
    "asides": lines("(a) [b] Ada Example: I was."),
    "broken lines": lines("Why did you\ngo there?\nBecause I went to\nthe sea.\n", SPOKEN // 4),
}


@pytest.mark.parametrize("kind", HUGE)
def test_huge(wall, kind):
    """A text of the largest size is refused at once, or read."""
    within_seconds(wall, HUGE[kind])


@pytest.mark.slow
@pytest.mark.parametrize("kind", LARGE)
def test_large(wall, kind):
    """Whatever is in it, a text within the limits is read or refused."""
    within_seconds(wall, LARGE[kind])


def within_seconds(wall, text):
    """Opens an interview in time; a refusal has a reason."""
    file, problems = (
        wall.write("x.txt", text.encode()[:BYTES_MAX].decode(errors="ignore")),
        Problems(),
    )
    begun_s = time.process_time()
    interview = open_interview(file, problems)

    assert time.process_time() - begun_s < CPU_S
    assert interview or problems


def test_a_long_interview(wall):
    """An interview of a day is read."""
    text = "".join(
        f"Q: Why {n}?\nA: {filled('I was born by the sea. ', 200)}\n" for n in range(4000)
    )
    problems = Problems()

    assert len(open_interview(wall.write("x.txt", text), problems).exchanges) == 4000
    assert not problems
