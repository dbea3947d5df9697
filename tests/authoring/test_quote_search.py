"""Passages are found by about their words, and stand in the interview letter for letter."""

from __future__ import annotations

import random

import pytest

from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.transcripts.quote_search import passages
from kiosk.authoring.yaml.document import parse
from kiosk.authoring.yaml.source import Source
from kiosk.exhibition.quote_match import find


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("every door", "Every door is an answer."),
        ("answr dor evry", "Every door is an answer."),
        ("FATHER, BLUE ONE!", "My father’s door was “the blue one”, he said."),
        ("every answer green", "Every door is an answer. I paint them blue… and sometimes green."),
        ("paint blue", "I paint them blue…"),
        ("never", "No – never."),
    ],
)
def test_nearest_comes_first(ada, words, expected):
    """Order, spelling, case and signs may differ; as few sentences are told as hold the words."""
    assert passages([ada], words, 5)[0].text == expected


def test_where_it_stands(ada):
    """A passage knows its line, its question, and how it is pasted."""
    (found,) = passages([ada], "father’s door", 1)

    assert found.line == 14
    assert found.as_yaml().splitlines() == [
        "  # ada.txt:14",
        "  # Why doors?",
        '  - quote: "My father’s door was “the blue one”, he said."',
    ]


@pytest.mark.parametrize("words", ["zebra", "", "!?", "do you sell them", "paints she says"])
def test_nothing_is_near(ada, words):
    """What only the interviewer asks, or the summary says, is not found."""
    assert passages([ada], words, 5) == []


def test_none_within_another(ada):
    """No passage tells again what another tells."""
    found = passages([ada], "door", 5)

    assert [one.text for one in found] == [
        "Every door is an answer.",
        "My father’s door was “the blue one”, he said.",
    ]
    assert len(passages([ada], "door", 1)) == 1


@pytest.mark.parametrize("seed", range(25))
def test_whatever_is_found_may_be_quoted(meiirbek, seed):
    """Words taken out of any answer, shuffled, lead to passages that stand there and paste well."""
    chance = random.Random(seed)
    answer = chance.choice([e.answer for e in meiirbek.exchanges if len(e.answer) > 100])
    words = answer.split()
    at = chance.randrange(len(words) - 4)
    sought = chance.sample(words[at : at + 4], 4)
    found = passages([meiirbek], " ".join(sought), 5)

    assert found, (seed, sought)
    for one in found:
        passage = find(meiirbek, one.text)
        document = parse(Source(meiirbek.path, one.as_yaml()), Problems())
        assert passage
        assert meiirbek.exchanges[passage.exchange].line_at(passage.start) <= one.line
        assert document.value == [{"quote": one.text}]
