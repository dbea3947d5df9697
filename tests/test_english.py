"""Plain English for everybody: short sentences, common words, subject before verb."""

from __future__ import annotations

from functools import cache

import pytest

from tests.english import EXCEPTIONS, RULES, Sentence, in_help, in_module, in_strings, on_page
from tests.english import on_pages as everything_on_pages

SOURCES = {"pages": everything_on_pages, "help": in_help, "strings": in_strings}


@cache
def all_of(source: str) -> tuple[Sentence, ...]:
    return tuple(SOURCES[source]())


BAD = [
    "A text that is too long is told of.",
    "kiosk check tells what is wrong.",
    "Who swipes has taken over.",
    "What is withdrawn is gone.",
    "The show pauses; who swipes goes on.",
    "Whoever touches it reads on.",
    "It asks so long after the last touch.",
    "Close after so many seconds.",
    "This is no language.",
    "These are none of ours.",
    "The mistake has to be mended.",
    "The photo hangs uncovered.",
    "A quote stands in the interview.",
    "All is as at opening.",
    "Prepare the photos before opening.",
    "It plays for nobody.",
    "The slides are laid out anew.",
    "Take warnings for errors.",
    "The word is taken for a key.",
    "dwell wants seconds.",
    "100 letters are the most.",
    "The file is to be saved.",
    "Not so:",
    "Of a text, one line is shown.",
    "Beside the photo are its words.",
    "Closed are hidden files.",
    f"The kiosk shows {'one photo and ' * 9}another photo.",
]
GOOD = [
    "Visitors who swipe take over.",
    "What is this?",
    "There is no photo, and there are no slides.",
    "It is no longer shown.",
    "… stands for words left out.",
    "A stand-in replaces a photo.",
    "Warn curators before the opening hours.",
    "A frame takes 6 ms for a photo.",
    "A visitor wants to see it.",
    "What would change our mind: another screen.",
    f"The kiosk shows {'one photo and ' * 8}another photo.",
]


@pytest.mark.parametrize("source", SOURCES)
def test_every_sentence_is_plain(source):
    """Whatever a curator, a technician or a developer reads is plain English."""
    sentences = all_of(source)
    faults = [fault for sentence in sentences for fault in sentence.faults()]

    assert len(sentences) > 30
    assert not faults, "\n".join(["", *faults])


@pytest.mark.parametrize("text", BAD)
def test_what_is_hard_to_read_is_found(text):
    """Each pattern finds its words, and nothing else does."""
    assert len(Sentence("x", 1, text).faults()) == 1


def test_each_rule_is_tried():
    """No rule is there that finds nothing."""
    found = " ".join(fault for text in BAD for fault in Sentence("x", 1, text).faults())

    assert [advice for advice in RULES if advice not in found] == []


@pytest.mark.parametrize("text", GOOD)
def test_plain_sentences_pass(text):
    """Words with a right meaning are left alone."""
    assert Sentence("x", 1, text).faults() == []


def test_exceptions_are_needed():
    """An exception is taken out when its sentence has gone."""
    everything = " ".join(one.text for source in SOURCES for one in all_of(source))

    assert [words for words in EXCEPTIONS if words not in everything] == []


def test_pages_are_read_as_people_do():
    """Paragraphs, items and cells are judged, with their lines; code and quotations are not."""
    page = (
        "# A page\n\nIt is fine. Now\nmend `it is no` it.\n\n```yaml\ntitle: it is no title\n```\n"
        "- It hangs.\n- He said: “It stands.”\n\n| `key` | It is no key. |\n"
        "## [1.0]\n\nIt is no more judged anew.\n"
    )
    faulty = [one for one in on_page(page, "page.md") if one.faults()]

    assert [(one.line, one.text) for one in faulty] == [
        (3, "Now mend … it."),
        (9, "It hangs."),
        (12, "It is no key."),
    ]


def test_strings_are_read_whole():
    """A string of several pieces is one sentence; docstrings and patterns are not judged."""
    module = (
        '"""This is no message."""\nlog.warning(\n    "%s hangs"\n    " here", file)\n'
        'stop(f"{name} is no file")\nPATTERN = re.compile("it is no match")\n'
    )
    faulty = [one for one in in_module(module, "module.py") if one.faults()]

    assert [(one.line, one.text) for one in faulty] == [(3, "… hangs here"), (5, "… is no file")]
