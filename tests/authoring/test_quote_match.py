"""A quote stands in the interview word for word, or it does not stand there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.exhibition.quote_match import find, nearest, stands_elsewhere
from tests.authoring.conftest import transcript


def quoted(interview, text):
    """The words that a quote matched, piece by piece; None if it does not stand."""
    passage = find(interview, text)
    if passage is None:
        return None
    answer = interview.exchanges[passage.exchange].answer
    return [answer[start:end] for start, end in passage.spans]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Almaty means Apple City", 163),
        ("I think it’s my home.", 163),
        ("It’s about one apple.", 163),
        ("I’m scared every day.", 42),
        ("The same peace.", 157),
        ("My dream is to become a writer.", 109),
        ("Don’t worry, you should be continue article.", 64),
    ],
)
def test_stands(meiirbek, text, line):
    """His words are found, with the line of the file that they stand on."""
    passage = find(meiirbek, text)

    assert passage is not None
    assert passage.line == line


@pytest.mark.parametrize(
    "text",
    [
        "I think it's my home",
        "I think it´s my home",
        "“I think it’s my home.”",
        '"I think it\'s my home".',
        "I thi\xadnk it’s my ho\xadme",
        "«\u00a0I think it’s my home\u00a0»",
        "I  think\nit’s my\u202fhome",
        "  I think it’s my home.  ",
        "i think it’s my home",
        "I think it’s my home …",
        "… I think it’s my home",
        "[…] I think it’s my home […]",
        "I think [now] it’s my home",
        "I think it’s my home [Paris].",
    ],
)
def test_shapes_are_evened_out(meiirbek, text):
    """White space, the shape of marks, outer marks and the first letter's case may differ."""
    assert quoted(meiirbek, text) == ["I think it’s my home"]


@pytest.mark.parametrize(
    "text",
    [
        "two colleagues is engineer — three colleagues",
        "my three colleagues—two colleagues is engineer",
    ],
)
def test_dashes_keep_their_place(meiirbek, text):
    """A dash is evened out in shape, not in where it stands."""
    assert find(meiirbek, text) is None
    assert quoted(meiirbek, "my three colleagues — two colleagues is engineer") == [
        "my three colleagues – two colleagues is engineer"
    ]


def test_inner_quotation_marks(meiirbek):
    """Quotation marks within are evened out, and must be there."""
    assert quoted(meiirbek, "I say «Just for travel, it's nothing.» Just like that")
    assert find(meiirbek, "I say Just for travel, it's nothing. Just like that") is None


@pytest.mark.parametrize(
    "text",
    [
        "I feel good, but",
        "I feel good,",
        "I feel good.",
        "I feel good",
        "I feel good …",
        "I feel good;",
    ],
)
def test_end_of_a_quote(meiirbek, text):
    """A quote may end before a comma, with or without a full stop of its own."""
    assert quoted(meiirbek, text)[0].startswith("I feel good")


def test_questions_stay_questions(meiirbek):
    """A question mark at the end is neither lost nor added."""
    assert quoted(meiirbek, "Who I am?") == ["Who I am?"]
    assert find(meiirbek, "Who I am") is None
    assert find(meiirbek, "Who I am.") is None
    assert find(meiirbek, "I feel good?") is None
    assert find(meiirbek, "I feel good!") is None


@pytest.mark.parametrize(
    "text",
    [
        "I think it’s my hone",
        "I think it is my home",
        "I thinks it’s my home",
        "I think it’s My home",
        "I think, it’s my home",
        "I think it’s my home and",
        "I it’s my home",
    ],
)
def test_changed_words_do_not_stand(meiirbek, text):
    """One letter, one mark or one word that is not his, and the quote is refused."""
    assert find(meiirbek, text) is None


@settings(max_examples=200, derandomize=True, deadline=None)
@given(data=st.data())
def test_any_changed_letter(meiirbek, data):
    """A letter after the first that is changed to another makes any quote of his fall."""
    sentence = "You come to Paris, symbol of me, one Kazakh come to Paris and living here"
    letters = [n for n, letter in enumerate(sentence) if letter.isalpha() and n]
    place = data.draw(st.sampled_from(letters))
    other = data.draw(st.sampled_from("abcxyzABCé").filter(lambda x: x != sentence[place]))
    changed = sentence[:place] + other + sentence[place + 1 :]

    assert find(meiirbek, sentence)
    assert find(meiirbek, changed) is None


@pytest.mark.parametrize(
    "text",
    ["art", "ome to Paris", "I can tal", "I couldn", "education, after go", "t go"],
)
def test_whole_words(meiirbek, text):
    """Part of a word is no word, nor is what an apostrophe or a hyphen joins."""
    assert find(meiirbek, text) is None


def test_negation_is_not_cut_off(ada, wall):
    """“I can” does not stand where someone says “I can’t”."""
    interview = transcript(wall.write("x.txt", "interview\n\nCan you?\nI can’t go.\n"))

    assert find(interview, "I can’t")
    assert find(interview, "I can") is None
    assert find(interview, "I can'") is None


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "You come to Paris, symbol of me […] I think it’s my home.",
            ["You come to Paris, symbol of me", "I think it’s my home"],
        ),
        (
            "It’s about one apple. ... It’s, it’s, it’s",
            ["It’s about one apple.", "It’s, it’s, it’s"],
        ),
        ("It’s about one apple. [...] my home", ["It’s about one apple.", "my home"]),
        ("I stayed… I grew up in there", ["I stayed", "I grew up in there"]),
        ("I am born … I grew up … twelve years", ["I am born", "I grew up", "twelve years"]),
    ],
)
def test_gaps(meiirbek, text, pieces):
    """What is left out is marked; an ellipsis of the source may be copied."""
    assert quoted(meiirbek, text) == pieces


def test_gap_over_paragraphs(meiirbek):
    """Pieces may come from two paragraphs of one answer, and a quote may run across them."""
    assert quoted(meiirbek, "I can’t sleep. … But my friend says: “Don’t worry")
    assert quoted(meiirbek, "also can arrest them. But my friend says")


def test_a_gap_leaves_something_out(ada):
    """Words that follow each other directly have no gap between them."""
    assert find(ada, "Every door is an … answer") is None
    assert quoted(ada, "I paint … green") == ["I paint", "green"]


def test_pieces_are_as_close_as_they_can_be(ada, wall):
    """Of several places, the pieces nearest to each other are taken."""
    text = "interview\n\nWhat?\nI see. I know, then, that I go far away. I go.\n"
    interview = transcript(wall.write("x.txt", text))
    passage = find(interview, "I … far away")

    answer = interview.exchanges[0].answer
    assert passage.start == answer.index("I go far")
    assert passage.end == answer.index("far away") + len("far away")


def test_wrong_order(meiirbek):
    """Pieces in another order than they were said are refused."""
    assert find(meiirbek, "I think it’s my home … You come to Paris, symbol of me") is None


def test_what_was_said_before_does_not_follow(wall):
    """Words that were said twice before are not taken for what follows."""
    interview = transcript(wall.write("x.txt", "interview\n\nWhat?\nI go. I go. I stay.\n"))

    assert find(interview, "I go … I stay")
    assert find(interview, "I stay … I go") is None


def test_two_answers(meiirbek):
    """Pieces of two answers are no quote."""
    assert find(meiirbek, "The subject of this series of photos is religion")
    assert find(meiirbek, "but they all pray for the peace")
    assert (
        find(
            meiirbek,
            "The subject of this series of photos is religion … they all pray for the peace",
        )
        is None
    )


def test_editors_words(ada):
    """Words in brackets are the editor's, and may change the case of a letter."""
    assert quoted(ada, "I paint them [the doors] blue") == ["I paint them blue"]
    assert quoted(ada, "I paint them blue [always], … sometimes") is None
    assert quoted(ada, "[A]nd sometimes green") == ["and sometimes green"]


def test_brackets_of_the_transcript(wall):
    """A stage direction may be quoted as it is, and its words stay in their place."""
    text = "Why?\nI hear it. [phone rings] Somebody has to.\n"
    told = transcript(wall.write("x.txt", text))

    assert quoted(told, "I hear it. [phone rings] Somebody") == [
        "I hear it. [phone rings] Somebody"
    ]
    assert find(told, "I hear it. [a phone] Somebody") is None
    assert find(told, "I hear it. Somebody has to.") is None
    assert quoted(told, "I hear it. […] Somebody has to.") == ["I hear it.", "Somebody has to"]


@pytest.mark.parametrize("text", ["[s]ometimes[x] green", "[un]answer", "door[s] is an answer"])
def test_brackets_within_a_word(ada, text):
    """Letters that are added to a word make it another word."""
    assert find(ada, text) is None


@pytest.mark.parametrize("text", ["", "…", "[only the editor]", "“”", "."])
def test_nothing_quoted(meiirbek, text):
    """A quote without words stands nowhere."""
    assert find(meiirbek, text) is None


def test_interviewers_words(meiirbek):
    """What the interviewer says is not his."""
    text = "Today my dream is to become a writer"

    assert find(meiirbek, text) is None
    assert stands_elsewhere(meiirbek, text) == ("the interviewer's", 108)


def test_words_of_the_summary(meiirbek):
    """What stands in the summary alone is not his."""
    text = "He hopes to use his new language skills"

    assert find(meiirbek, text) is None
    assert stands_elsewhere(meiirbek, text) == ("the summary's", 15)


def test_too_many_gaps(meiirbek):
    """A quote made of very many pieces is no quote."""
    assert find(meiirbek, "I … " * 60 + "go") is None


def test_offsets_are_of_the_original(ada):
    """Spans count the characters of the answer as it stands in the file."""
    passage = find(ada, 'father\'s door was "the blue one"')
    answer = ada.exchanges[passage.exchange].answer

    assert answer[passage.start : passage.end] == "father’s door was “the blue one"
    assert passage.line == 14


def test_nearest(meiirbek):
    """A quote that does not stand is told the nearest words and their line."""
    near = nearest(meiirbek, "It is about an apple. You come to Paris")

    assert near.line == 163
    assert "one apple. You come to Paris" in near.text
    assert 80 < near.similarity < 100


def test_short_answers_are_not_near(meiirbek):
    """“Yes.” is not near to a long quote with a yes in it."""
    near = nearest(meiirbek, "Yes. I think the people is very kindful and I also thank everyone")

    assert len(near.text) > 40


def test_nearest_of_nothing(meiirbek):
    """Nothing is near to nothing."""
    assert nearest(meiirbek, "  ") is None
