"""A quote is shown only under the name of the person who says it."""

from __future__ import annotations

import pytest

from kiosk.exhibition.quote_match import find
from tests.authoring.test_forms import turns

TWO = """\
Lena and Maria Voss

full interview

INTERVIEWER: Why doors?
LENA: They wait.
MARIA: I carried them. They wait.

INTERVIEWER: And blue?
MARIA: Blue is night.
"""
PAIR = "Lena Voss and Mira Voss\n\nQ: Why?\nLENA VOSS: So.\nMIRA VOSS: No.\n"


@pytest.fixture
def hung(wall):
    """The quotes that are shown, with their speakers, and the problems by code."""

    def of(slides, head="", text=TWO):
        wall.write("x.txt", text)
        wall.hang(slides + "\n- title: End", head=head or "by: Lena Voss\ninterview: x.txt")
        _, problems = wall.load()
        quotes = [one.quote for one in wall.slides() if one.quote]
        shown = [(one.text, one.speaker.in_language("en")) for one in quotes]
        return shown, [(one.code, one.line) for one in problems]

    return of


def test_whoever_says_it(hung):
    """Words of one are not shown under the other, whose own words are."""
    slides = (
        "- quote: I carried them.\n- quote: They wait.\n"
        "- quote: {text: Blue is night., speaker: Maria Voss}\n"
        "- quote: {text: Why doors?, speaker: Maria Voss}"
    )
    shown, problems = hung(slides)

    assert shown == [("They wait.", "Lena Voss"), ("Blue is night.", "Maria Voss")]
    assert problems == [("quote-wrong-speaker", 5), ("quote-of-another", 8)]


def test_what_to_write(wall, hung):
    """The message names the person, and what to write."""
    hung("- quote: I carried them.")
    problem = wall.only_problem()

    assert problem.message == (
        "Maria says these words, at x.txt:7, and not 'Lena Voss'; write speaker: Maria"
    )


@pytest.mark.parametrize(
    ("name", "is_shown"),
    [
        ("Maria Voss", True),
        ("maria", True),
        ("Dr. Maria Voss", True),
        ("Mara", False),
        ("Lena", False),
        ("Maria and Lena Voss", False),
        ("Karl Horn", False),
    ],
)
def test_names_in_short(hung, name, is_shown):
    """A shorter name is enough if it means one of them only."""
    shown, _ = hung(f"- quote: {{text: Blue is night., speaker: {name}}}")

    assert bool(shown) is is_shown


def test_two_names_for_the_words_of_one(hung):
    """Where one person answers, the words are not those of two."""
    text = "Q: Why?\nLENA: So.\n"
    shown, problems = hung("- quote: {text: So., speaker: Lena and Maria Voss}", text=text)

    assert shown == []
    assert problems == [("quote-wrong-speaker", 5)]


def test_names_that_both_have(hung):
    """A family name that both have does not say whose words they are."""
    slides = "- quote: {text: No., speaker: Voss}\n- quote: {text: So., speaker: Lena Voss}"
    shown, problems = hung(slides, text=PAIR)

    assert shown == [("So.", "Lena Voss")]
    assert problems == [("quote-wrong-speaker", 5)]


def test_nobody_else_is_in_two_quotes(hung):
    """A quote does not run from one person's words into another's."""
    shown, problems = hung("- quote: They wait. […] I carried them.")

    assert shown == []
    assert problems == [("quote-not-in-interview", 5)]


@pytest.mark.parametrize(
    ("quote", "joined"),
    [
        ("They wait. I carried them.", "words of Lena Voss and Maria, from x.txt:6 on"),
        ("They wait. […] carried them.", "words of Lena Voss and Maria, from x.txt:6 on"),
        ("And blue? Blue is night.", "words of the interviewer and Maria, from x.txt:9 on"),
        ("I carried them. […] Blue is night.", "several answers, from x.txt:7 on"),
        ("Blue is night. […] I carried them.", "several answers, from x.txt:10 on"),
        ("I carried them. […] Why doors?", "words of Maria and the interviewer, from x.txt:7 on"),
        ("They wait quickly.", None),
        ("…", None),
    ],
)
def test_the_message_names_all_whose_words_it_joins(wall, hung, quote, joined):
    """Words of two turns are refused for that reason, with their first line."""
    hung(f"- quote: {quote}")
    message = wall.only_problem().message

    assert message.startswith("this quote is not in the interview")
    assert (f"; it joins {joined}" in message) is bool(joined)
    assert ("it joins" in message) is bool(joined)


def test_a_name_and_its_initials(wall, hung):
    """They may be one person, of which a note tells, unless `speakers` says so."""
    text = "Q: Why?\nAnna Berg: So.\nQ: And?\nAB: Yes.\nQ: When?\nAB: Now.\n"
    hung("- title: Ice", "interview: x.txt", text)
    notes = [one.message for one in wall.found("interview-read")]
    hung("- title: Ice", "interview: {file: x.txt, speakers: {AB: Anna Berg}}", text)

    assert sum("“Anna Berg” and “AB” are two speakers here" in note for note in notes) == 1
    assert not any("two speakers" in one.message for one in wall.found("interview-read"))


@pytest.mark.parametrize("aside", ["[phone rings]", "(laughs)"])
def test_a_stage_direction_that_a_quote_lacks(wall, hung, aside):
    """The message says what is between the words, and what to write for it."""
    text = TWO.replace("carried them.", f"carried them. {aside}")
    head = "by: Maria Voss\ninterview: x.txt"
    hung("- quote: I carried them. They wait.", head, text)
    problem = wall.only_problem()

    assert f"{aside} is between these words, at x.txt:7; write […] for it" in problem.message
    assert hung("- quote: I carried them. […] They wait.", head, text)[1] == []
    assert hung(f'- quote: "I carried them. {aside} They wait."', head, text)[1] == []


def test_joined_words_without_their_stage_directions(wall, hung):
    """Words of two people are named as such, even if what is between them is left out, too."""
    text = TWO.replace("They wait.\nMARIA", "They [both] stand.\nMARIA")
    hung("- quote: They stand. […] I carried them.", text=text)

    assert "it joins words of Lena Voss and Maria" in wall.only_problem().message


def test_words_that_both_say(wall, hung):
    """What two people say may be under each name, and is found where that person says it."""
    slides = "- quote: They wait.\n- quote: {text: They wait., speaker: Maria Voss}"
    shown, _ = hung(slides)
    interview = wall.load()[0].entries[0].interview

    assert [name for _, name in shown] == ["Lena Voss", "Maria Voss"]
    assert find(interview, "They wait.", ["Maria Voss"]).line == 7
    assert find(interview, "They wait.", ["Lena Voss"]).line == 6


def test_unnamed_answers_are_of_the_exhibition(hung):
    """“A” is the person whose exhibition it is, but never somebody else who is named."""
    text = "Q: Why?\nA: So.\nKARL: I see.\n\nQ: When?\nKARL: Now.\n"
    slides = "- quote: So.\n- quote: {text: So., speaker: Karl}\n- quote: I see."
    shown, problems = hung(slides, text=text)

    assert shown == [("So.", "Lena Voss")]
    assert problems == [("quote-wrong-speaker", 6), ("quote-wrong-speaker", 7)]


def test_speakers_of_labels(wall, hung):
    """`speakers` gives labels their names."""
    text = "X: Doors.\nY: I see.\nX: More doors.\nY: Yes.\n"
    head = "by: Lena Voss\ninterview: {file: x.txt, speakers: {X: Lena Voss, Y: interviewer}}"
    shown, problems = hung("- quote: More doors.\n- quote: I see.", head, text)

    assert shown == [("More doors.", "Lena Voss")]
    assert problems == [("quote-of-another", 6)]
    assert turns(wall.load()[0].entries[0].interview)[1] == ("*", "I see.")


def test_language_of_the_interview(wall, hung):
    """Quotes are in the language of the interview, unless they have one of their own."""
    head = "by: Lena Voss\ninterview: {file: x.txt, language: de}"
    hung("- quote: They wait.\n- quote: {text: They wait., language: fr}", head)
    entry = wall.load()[0].entries[0]

    assert [one.quote.language for one in wall.slides() if one.quote] == ["de", "fr"]
    assert entry.spoken == "de"


def test_not_public(wall, hung):
    """An interview that is not public checks quotes, and nobody can read it."""
    head = "by: Lena Voss\ninterview: {file: x.txt, public: false}"
    shown, _ = hung("- quote: They wait.\n- quote: They weight.", head)
    entry = wall.load()[0].entries[0]

    assert len(shown) == 1
    assert entry.interview
    assert entry.readable is None


def test_a_doubtful_line(wall, hung):
    """A line that may be anybody's is nobody's quote, and closes the interview to visitors."""
    text = "Why?\nSo.\n\nI go there.\n\nWhen?\nNow.\n"
    shown, problems = hung("- quote: I go there.\n- quote: Now.", text=text)

    assert shown == [("Now.", "Lena Voss")]
    assert sorted(problems) == [("interview-unclear", 4), ("quote-of-another", 5)]
    assert wall.load()[0].entries[0].readable is None


@pytest.mark.parametrize(
    ("folder", "typed"),
    [(".", "doors.yaml"), ("..", "wall/doors.yaml"), ("other", "{}/doors.yaml")],
)
def test_the_note_has_what_to_type(wall, hung, monkeypatch, tmp_path, folder, typed):
    """The path in the note leads to the file from where somebody types it."""
    hung("- quote: They wait.")
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other" if folder == "other" else folder)
    (note,) = wall.found("interview-read")

    assert f"; kiosk interview {typed.format(wall.path)} prints them" in note.message


def test_the_note_quotes_a_path_with_spaces(wall):
    """A path with a space is typed in quotation marks."""
    wall.write("x.txt", TWO)
    wall.hang("- quote: They wait.", "by: Lena Voss\ninterview: x.txt", name="two doors.yaml")
    (note,) = wall.found("interview-read")

    assert "; kiosk interview 'two doors.yaml' prints them" in note.message


def test_check_says_how_it_was_read(wall, hung):
    """A note says who answers in a transcript with labels; a plain one has none."""
    hung("- quote: They wait.")
    (note,) = wall.found("interview-read")
    hung("- quote: So.", text="Why?\nSo.\n")

    assert note.message.startswith("Lena Voss and Maria answer 2 questions here")
    assert wall.found("interview-read") == []


@pytest.mark.parametrize(
    ("quote", "names"),
    [
        ("Blue is night.", "Maria"),
        ("They wait.", "Lena or Maria"),
        ("{text: Bleu comme la nuit., language: fr}", "Maria"),
        ("{text: Blue is night., speaker: Maria Voss}", None),
    ],
)
def test_nobody_is_named(wall, quote, names):
    """Words without a name are shown, with a warning that says whose they are."""
    wall.write("x.txt", TWO)
    french = TWO.replace("Blue is night.", "Bleu comme la nuit.")
    wall.write("fr.txt", french)
    head = "interview: {file: x.txt, language: en, translations: {fr: fr.txt}}"
    wall.hang(f"- quote: {quote}", head=head)
    found = [(one.message, one.severity, one.line) for one in wall.found("quote-speaker")]
    message = f"nobody is named as the speaker; write speaker: {names}"

    assert len(wall.slides()) == 1
    assert found == ([(message, "warning", 4)] if names else [])


def test_the_only_one_who_answers_is_not_named(wall):
    """Where only the transcript's head has a name, the warning gives that one."""
    wall.write("x.txt", "Ada Example\n\nfull interview\n\nWhy doors?\nThey wait.\n")
    wall.hang("- quote: They wait.", head="interview: x.txt")

    assert [one.message for one in wall.found("quote-speaker")] == [
        "nobody is named as the speaker; write speaker: Ada Example"
    ]


def test_the_exhibition_names_the_speaker(wall):
    """Where `by` says whose exhibition it is, its quotes have a name."""
    wall.write("x.txt", TWO)
    wall.hang("- quote: Blue is night.", head="by: Maria Voss\ninterview: x.txt")

    assert wall.found("quote-speaker") == []


INITIALS = "Ice\n\nQ: Why?\nMK: So.\nTB: No.\n\nQ: When?\nMK: Now.\nTB: Later.\n"


def test_speakers_the_wrong_way_round(wall, hung):
    """A name before its label names nobody, and the message turns it round."""
    head = "interview: {file: x.txt, speakers: {Marit: MK, TB: Tarek}}"
    hung("- title: Ice", head, INITIALS)
    (warning,) = wall.found("no-effect")

    assert "“Marit” is not a label of this transcript, but “MK” is" in warning.message
    assert "write MK: Marit" in warning.message
    assert warning.line == 2


@pytest.mark.parametrize(
    ("speakers", "says"),
    [
        ("{MK: Marit, TD: Tarek}", "“TD” is not a label of this transcript; did you mean “TB”?"),
        ("{MK: Marit, Anna: Tarek}", "is not a label of this transcript; its labels are"),
        ("{Q: Anna, TB: Tarek, F: interviewer}", "“F” is not a label of this transcript; its"),
    ],
)
def test_labels_that_no_line_has(wall, hung, speakers, says):
    """A label under `speakers` that nobody has gets a warning, and a similar one is named."""
    hung("- title: Ice", f"interview: {{file: x.txt, speakers: {speakers}}}", INITIALS)
    (warning,) = wall.found("no-effect")

    assert says in warning.message
    assert warning.line == 2


def test_labels_of_a_transcript_without_labels(wall, hung):
    """No label is one of those, and a translation may have other labels."""
    head = "interview: {file: x.txt, translations: {fr: y.txt}, speakers: {Q: interviewer}}"
    wall.write("y.txt", "Q: Pourquoi ?\nA: Ainsi.\n")
    hung("- title: Ice", head, "Frage: Why?\nAntwort: So.\n")

    assert wall.found("no-effect") == []

    hung("- title: Ice", "interview: {file: x.txt, speakers: {A: Ada}}", "Why?\nSo it is.\n")
    (warning,) = wall.found("no-effect")

    assert warning.message == "“A” is not a label of this transcript"


def test_labels_that_only_dots_part(wall, hung):
    """“M.K.” beside “MK” is another speaker, of which a note tells, unless both have one name."""
    text = INITIALS + "M.K.: Then.\nM.K.: And then.\n"
    hung("- title: Ice", "interview: x.txt", text)
    notes = [one.message for one in wall.found("interview-read")]
    head = "interview: {file: x.txt, speakers: {MK: Marit, M.K.: Marit}}"
    hung("- title: Ice", head, text)

    assert sum("“MK” and “M.K” are two speakers here" in note for note in notes) == 1
    assert not any("two speakers" in one.message for one in wall.found("interview-read"))
