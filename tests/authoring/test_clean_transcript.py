"""A clean transcript is read as the transcript that it was made of, whatever the form of that."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.tools.clean_transcript import clean_transcript
from kiosk.authoring.transcripts.transcript import hints_of, open_interview
from tests.authoring.conftest import SEED, transcript

# All tests of forms are run once more, below, with a clean copy of each transcript.
from tests.authoring.test_forms import *  # noqa: F403
from tests.authoring.test_forms import turns

pytestmark = pytest.mark.slow  # All tests of forms run once more, on clean copies.

SENTENCES = (
    "I was born by the sea.",
    "He said: “Come in!”",
    "Was that wise? I do not know.",
    "And who would ask?",
    "My aunt painted doors, in blue and in green; nobody knew why.",
    "Yes.",
    "1999 was a good year – for us…",
)
ASKS = ("Why doors?", "And then? What did you do?", "Tell me of Paris.", "Where was that?")
CAST = ("Ada Example", "Ben Sample", "Carla Third")


@pytest.fixture
def opened(wall):
    """Opens a clean copy of a transcript with this text, if the transcript is clear."""

    def of(text, names=(), name="x.txt", **labels):
        hints = hints_of(names, labels.items())
        found = open_interview(wall.write(name, text), Problems(), hints)
        if found is None:
            return None
        clean = clean_transcript(found)

        assert clean
        assert not any(mark in clean for mark in ("**", "-->", "<v"))
        return open_interview(wall.write("clean.txt", clean), Problems())

    return of


def drawn(seed):
    """A transcript of one to three people, and its turns."""
    chance = random.Random(seed)
    cast = chance.sample(CAST, chance.randint(1, 3))
    lines, said = list[str](), list[tuple[str, str]]()
    for _ in range(chance.randint(2, 5)):
        ask = chance.choice(ASKS)
        lines += ["", f"Interviewer: {ask}"]
        said.append(("*", ask))
        for name in chance.sample(cast, chance.randint(1, len(cast))):
            paragraphs = [
                " ".join(chance.sample(SENTENCES, chance.randint(1, 3)))
                for _ in range(chance.randint(1, 3))
            ]
            lines += [f"{name}: {paragraphs[0]}", *paragraphs[1:]]
            said += [(name, paragraph) for paragraph in paragraphs]
    return "\n".join(["Talks", "", "full interview", *lines, ""]), said


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_said(wall, seed):
    """Not one word is changed, and each is said by the same person."""
    text, said = drawn(seed)
    found = open_interview(wall.write("x.txt", text), Problems())
    if found is None:  # A line that only asks is refused among answers.
        pytest.skip("doubtful")
    clean = clean_transcript(found)
    assert clean
    again = transcript(wall.write("clean.txt", clean))

    assert turns(again) == turns(found) == said


def test_the_shipped_interview():
    """Its clean transcript has each of its words, in their order."""
    clean = clean_transcript(transcript(SEED))
    words = SEED.read_text(encoding="utf-8").split()

    assert [word for word in clean.split() if word not in {"Q:", "A:"}] == words


def test_doubtful_lines(wall):
    """With a line that may be anybody's, there is no clean transcript."""
    found = open_interview(
        wall.write("x.txt", "Why?\nSo.\n\nI go there.\n\nWhen?\nNow.\n"), Problems()
    )

    assert found.strays
    assert clean_transcript(found) is None


def test_what_is_sealed_stays_out(wall):
    """A mark is in its place, and the rest is read as before."""
    wall.write("x.txt", "Q: Why?\nA: They wait.\nI hide.\n\nQ: When?\nA: At night.\n")
    seal = "sealed: [{en: {from: At night, to: At night}}, {en: {from: They, to: wait}}]"
    wall.hang("- title: a", head=f"interview: {{file: x.txt, {seal}}}")
    collection, _ = wall.load()
    clean = clean_transcript(collection.entries[0].interview)

    assert clean == "full interview\n\nQ: Why?\nA: […]\nA: I hide.\n\nQ: When?\nA: […]\n"
    assert turns(transcript(wall.write("clean.txt", clean)))[1] == ("", "[…]")


def test_stage_directions_stay_in_their_paragraphs(wall):
    """Page numbers, closing lines and paragraphs in brackets go; words within a paragraph stay."""
    text = (
        "Q: Why?\nA: They wait. (laughs)\n- 2 -\n[A door opens.]\nQ: When?\n"
        "A: At night. [phone rings] So.\nPage 3 of 3\nEnd of recording\n"
    )
    clean = clean_transcript(transcript(wall.write("x.txt", text)))

    assert clean == (
        "full interview\n\nQ: Why?\nA: They wait. (laughs)\n\n"
        "Q: When?\nA: At night. [phone rings] So.\n"
    )


def test_no_marks_are_left(wall):
    """A text with times, tabs and bold letters has none of them afterwards."""
    text = "Ada Example\n\n[00:01]\tQ:\t**Why doors?**\n[00:09]\tA:\tThey wait.\n"
    clean = clean_transcript(transcript(wall.write("x.txt", text)))

    assert clean == "Ada Example\n\nfull interview\n\nQ: Why doors?\nA: They wait.\n"
    assert Path("x.txt").read_text() == text
