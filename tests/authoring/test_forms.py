"""Transcripts are understood as people have them: labels, names, times and marks are no words."""

from __future__ import annotations

from textwrap import fill

import pytest

from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.transcripts.transcript import open_interview
from kiosk.exhibition.interview import Interview
from tests.authoring.conftest import doubt, transcript
from tests.authoring.test_doubts import (
    ANSWERED,
    ASKED,
    HEAD,
    LABELS,
    MARKS,
    TIMES,
    UNCLEAR,
    exchanges,
)

HEADS = [HEAD, "Maria Blum\n\n", "Maria Blum\n\nFrom: Here\n\n"]
KNOWN = [pair for pair in LABELS if pair not in UNCLEAR]
STAMPED = [pair for pair in TIMES if pair not in UNCLEAR]


def asked(interview: Interview) -> list[str]:
    return [one.question for one in interview.exchanges]


def turns(interview: Interview) -> list[tuple[str, str]]:
    """All paragraphs with their speakers, the questions with an asterisk."""
    return [
        turn
        for one in interview.exchanges
        for turn in (
            *([(f"*{one.asker}", one.question)] if one.question else []),
            *zip(one.speakers, one.paragraphs, strict=True),
        )
    ]


def is_whole(interview: Interview | None) -> bool:
    """Whether nothing but the questions and the answers is in it, in their places."""
    assert interview
    read = [(one.question, one.paragraphs) for one in interview.exchanges]
    return read == [(ask, (said,)) for ask, said in zip(ASKED, ANSWERED, strict=True)]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(("under", "between"), [("\n", "\n\n"), ("\n", "\n"), ("\n\n", "\n\n")])
@pytest.mark.parametrize(("ask", "answer"), KNOWN)
def test_labels(opened, ask, answer, under, between, head):
    """A label goes, in whichever language and with whichever sign after it."""
    assert is_whole(opened(head + exchanges(ask, answer, under=under, between=between)))


@pytest.mark.parametrize(("ask", "answer"), STAMPED)
def test_times(opened, ask, answer):
    """A time before a question or an answer goes."""
    assert is_whole(opened(HEAD + exchanges(ask, answer)))


@pytest.mark.parametrize("time", ["#00:00:09-2#", "[00:00:09]", "(0:09)"])
def test_times_at_the_end(opened, time):
    """A time after what was said goes, too."""
    assert is_whole(opened(HEAD + exchanges().replace(".\n", f". {time}\n")))


def test_times_that_count_on(opened):
    """Plain times before all lines go if they count on; times of day stay."""
    lines = [line for pair in zip(ASKED, ANSWERED, strict=True) for line in pair]
    text = "".join(
        f"{n}:0{n} {line}\n{'' if n % 2 else chr(10)}" for n, line in enumerate(lines, 1)
    )
    clock = (
        "When do you rise?\n6:30, usually.\n\nAnd sleep?\n22:15, if I can.\n\nEat?\n12:00 sharp.\n"
    )

    assert is_whole(opened(HEAD + text))
    assert opened(clock).exchanges[0].answer == "6:30, usually."


@pytest.mark.parametrize("under", ["\n", "\n\n"])
@pytest.mark.parametrize(("begins", "ends"), MARKS)
def test_marks(opened, begins, ends, under):
    """Marks around questions go, and show where an answer ends."""
    text = exchanges(under=under)
    for ask in ASKED:
        text = text.replace(ask, f"{begins}{ask}{ends}")
    more = text.replace("patient.\n", "patient.\n\nI go there every day.\n")

    assert is_whole(opened(f"# Maria Blum\n\n{text}"))
    assert "I go there every day." in opened(f"# Maria Blum\n\n{more}").exchanges[1].paragraphs


def test_other_marks_within_answers(opened):
    """A heading among marked questions may be anybody's words."""
    text = "**Why?**\n\nSo.\n\n## Doors\n\n**When?**\n\nNow.\n"

    assert opened(text) is None


@pytest.mark.parametrize(
    ("karl", "maria"),
    [
        ("Karl", "Maria"),
        ("KARL", "MARIA"),
        ("K.H.", "M.B."),
        ("Karl:", "Maria:"),
        ("[Karl]", "[Maria]"),
        ("Karl Horn  0:03", "Maria Blum  0:09"),
        ("Karl Horn (00:03):", "Maria Blum (00:09):"),
        ("Karl Horn, 00:00:03", "Maria Blum, 00:00:09"),
        ("00:00:03 Karl Horn", "00:00:09 Maria Blum"),
        ("[00:00:03.120] - Karl Horn", "[00:00:09.500] - Maria Blum"),
        ("**Karl**", "**Maria**"),
        ("[Karl Horn] 10:02:03", "[Maria Blum] 10:02:09"),
        ("0:0:1.0 --> 0:0:4.5\nKarl Horn", "0:0:5.0 --> 0:0:9.5\nMaria Blum"),
        ("卡尔", "玛丽"),
    ],
)
@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("head", [HEAD, "Maria Blum interview\n\n"])
def test_names_on_their_lines(opened, karl, maria, between, head):
    """A name on its own line, as programs that write down speech save it, is no question."""
    pairs = zip(ASKED, ANSWERED, strict=True)
    parts = (turn for ask, said in pairs for turn in (f"{karl}\n{ask}", f"{maria}\n{said}"))

    assert is_whole(opened(head + between.join(parts)))


@pytest.mark.parametrize(
    ("karl", "maria", "names", "expected"),
    [
        ("Q", "A", (), ("", "")),
        ("KH", "MB", (), ("KH", "Maria Blum")),
        ("KARL", "MARIA", (), ("Karl", "Maria Blum")),
        ("Dr. K. Horn", "M. Blum", (), ("Dr. K. Horn", "Maria Blum")),
        ("Speaker 1", "Speaker 2", (), ("", "")),
        ("Interviewer", "Lena", (), ("", "Lena")),
        ("Karl", "LV", ("Lena Voss",), ("Karl", "Lena Voss")),
    ],
)
def test_names_of_labels(opened, karl, maria, names, expected):
    """A label becomes the name that the head or the exhibition gives in full."""
    found = opened(HEAD + exchanges(f"{karl}: ", f"{maria}: "), names)

    assert (found.askers, found.speakers) == ((expected[0],), (expected[1],))


def test_names_that_the_curator_gives(opened):
    """`speakers` names labels, and says who asks."""
    text = "X: Doors.\nY: I see.\nX: More doors.\nY: Yes.\n"

    assert opened(text, X="interviewer", Y="Maria Blum").speakers == ("Maria Blum",)
    assert opened(text, X="Maria Blum", Y="interviewer").speakers == ("Maria Blum",)
    assert turns(opened(text, X="Maria Blum", Y="Lena Voss"))[1] == ("Lena Voss", "I see.")


def test_legend(opened):
    """A list of labels at the head names the speakers, and is nobody's words."""
    text = "Maria Blum (MB), Ulm\nInterviewer: Karl Horn (KH)\n\n" + exchanges("KH: ", "MB: ")
    found = opened(text)

    assert is_whole(found)
    assert (found.askers, found.speakers) == (("Karl Horn",), ("Maria Blum",))
    assert is_whole(opened(f"Q: Karl Horn\nA: Maria Blum\n\n{exchanges('Q: ', 'A: ')}"))


FACTS = "Date: 12 March 2025\nInterviewer: Karl Horn\nInterviewee: Maria Blum\n\n"


@pytest.mark.parametrize(
    ("ask", "answer"), [("", ""), ("Q: ", "A: "), ("KH: ", "MB: "), ("– ", "– "), ("## ", "")]
)
def test_facts_at_the_head(opened, ask, answer):
    """Facts with labels are no turns, whatever form follows them."""
    assert is_whole(opened(FACTS + exchanges(ask, answer)))


def test_facts_without_names(opened):
    """A fact that might be a turn never gets the questions below it."""
    facts = "Interviewer: staff of the museum\nInterviewee: a painter\n\n"

    assert opened(facts + exchanges()) is None


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        ("*KH:* {}", "*MB:* {}"),
        ("*KH*: {}", "*MB*: {}"),
        ("| KH | {} |", "| MB | {} |"),
        ("<p><b>{}</b></p>", "<p>{}</p>"),
    ],
)
def test_marks_around_labels_and_lines(opened, ask, answer):
    """Marks of Markdown and HTML go, also those of a table's row."""
    pairs = zip(ASKED, ANSWERED, strict=True)
    text = "\n".join(f"{ask.format(one)}\n{answer.format(two)}" for one, two in pairs)

    assert is_whole(opened(HEAD + text))


def test_several_who_answer(opened):
    """Each paragraph knows who says it, and an answer may be of several people."""
    text = (
        "Lena and Maria Voss\n\nfull interview\n\n"
        "INTERVIEWER: Why doors?\nLENA: They wait.\nMARIA: I carried them.\nThey are heavy.\n\n"
        "INTERVIEWER: And blue?\nMARIA: Blue is night.\n"
    )
    found = opened(text)

    assert turns(found) == [
        ("*", "Why doors?"),
        ("Lena", "They wait."),
        ("Maria", "I carried them."),
        ("Maria", "They are heavy."),
        ("*", "And blue?"),
        ("Maria", "Blue is night."),
    ]
    assert found.exchanges[0].answer_lines == (6, 7, 8)


@pytest.mark.parametrize(
    ("karl", "maria", "lena"),
    [
        ("Q", "A", "B"),
        ("Q", "A1", "A2"),
        ("Speaker 1", "Speaker 2", "Speaker 3"),
        ("Interviewer", "Participant 1", "Participant 2"),
    ],
)
def test_two_without_a_name_are_two(opened, karl, maria, lena):
    """Letters and numbers are names where several people have no other."""
    text = f"{karl}: Why?\n{maria}: So.\n{lena}: No.\n{karl}: When?\n{lena}: Now.\n"

    assert opened(text, ["Maria Blum"]).speakers == (maria, lena)


def test_messages_of_days(opened):
    """What the interviewer says without asking is the interviewer's."""
    text = (
        "12.03.24, 10:02 - Karl: Why?\n12.03.24, 10:03 - Maria: So.\n13.03.24, 9:04 - Karl: I see."
    )

    assert turns(opened(text, ["Maria Blum"])) == [
        ("*Karl", "Why?"),
        ("Maria Blum", "So."),
        ("*Karl", "I see."),
    ]


def test_who_asks_must_be_clear(opened):
    """Numbers are no names: if neither of them asks, nobody knows whose words are whose."""
    text = "Speaker 1: Doors.\nSpeaker 2: I see.\nSpeaker 1: More doors.\nSpeaker 2: Yes.\n"

    once = text + "Speaker 1: So?\n"

    assert opened(text) is None
    assert opened(once) is None
    assert opened(text, **{"Speaker 2": "interviewer"}).speakers == ("",)


def test_letters_that_ask_in_the_wrong_order(opened):
    """“F” and “A” may be Frage and Antwort, or the initials of two people."""
    assert opened(exchanges("A: ", "F: ")) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Q: Why?\n\nI see doors.\n\nQ: When?\nA: Now.\n", 3),
        ("Q: Why?\nA: So.\n\nAnd when?\n\nA: Now.\n", 4),
        ("Q: Why?\nA: So.\nParis: That was cold.\nQ: When?\nA: Now.\n", 3),
        ("Q: Why?\nA: I was nine. KH: That is early. MB: I know.\nQ: When?\nA: Now.\n", 2),
        ("Why?\nA: So.\nQ: When?\nA: Now.\n", 1),
        ("Maria Blum\n\nWhy?\nMARIA BLUM\nSo.\nKARL\nA?\nMARIA BLUM\nB.\nKARL\nC?\n", 3),
        ("Maria Blum\n\nWhy?\nMaria Blum: So.\nKarl: When?\nMaria Blum: Now.\n", 3),
        ("Why?\n\n0:00:03,0 --> 0:00:05,0\nA: So.\n\n0:00:06,0 --> 0:00:07,0\nQ: So?\n", 1),
        ("Interviewer: I see.\nDoors wait.\n\nInterviewer: Why?\nSo.\n", 1),
    ],
)
def test_a_label_that_may_be_missing(wall, text, line):
    """Among labels, a line that may be somebody else's is doubtful."""
    problem = transcript(wall.write("x.txt", text))

    assert isinstance(problem, Problem)
    assert (problem.code, problem.line) == ("interview-unclear", line)


def test_stage_directions(opened):
    """A stage direction on its own line is nobody's words; within a line, it stays."""
    text = "Q: Why?\n[Pause]\nA: So (laughs) it is.\n(laughs)\nQ: When?\nA: Now.\n[End]\n"

    assert [text for _, text in turns(opened(text))] == [
        "Why?",
        "So (laughs) it is.",
        "When?",
        "Now.",
    ]


STORM = "Tell us about the storm in the year of the ice."


@pytest.mark.parametrize(
    ("begins", "ends", "like"),
    [
        ("**", "**", "bold like the questions but"),
        ("*", "*", "in italics like the questions but"),
        ("<b>", "</b>", "bold like the questions but"),
        ("## ", "", "a heading like the questions but"),
    ],
)
def test_a_marked_question_without_its_label(wall, begins, ends, like):
    """Where marked questions have labels, a marked line without one is nobody's answer."""
    text = (
        f"{HEAD}{begins}Q: Why go north?{ends}\n\nMK: For the ice.\n\nTB: I followed her.\n\n"
        f"{begins}Q: And then?{ends}\n\nTB: We stayed.\n\n{begins}{STORM}{ends}\n\nMK: It came.\n"
    )
    problem = doubt(wall, text)

    assert f"{like} has no label; write Q: before it" in problem.message
    assert STORM in problem.render()


def test_all_marked_lines_without_a_label(wall):
    """One message names all of them; a heading that asks nothing is no answer either."""
    text = (
        f"{HEAD}**Why?**\n\nMK: So.\n\n**Q: And then?**\n\nTB: We stayed.\n\n**{STORM}**\n\n"
        "MK: It came.\n\n**And?**\n\nTB: Yes.\n"
    )
    headed = "Q: Why?\nMK: So.\n\n## The storm\n\nQ: When?\nMK: Then.\n"

    at = HEAD.count("\n")
    assert f"lines {at + 1}, {at + 9} and {at + 13} are bold" in doubt(wall, text).message
    assert "line 4 is a heading, and has no label" in doubt(wall, headed).message


@pytest.mark.parametrize(("begins", "ends"), MARKS)
@pytest.mark.parametrize(("mk", "tb"), [("MK", "TB"), ("Marit Kvist", "Tarek Berg"), ("A", "B")])
def test_marked_questions_above_labels(opened, begins, ends, mk, tb):
    """Marked lines without a label are the interviewer's, if all who have labels answer."""
    text = (
        f"Ice\n\n{begins}Why go north?{ends}\n\n{mk}: For the ice.\n\n{tb}: I followed her.\n\n"
        f"{begins}{STORM}{ends}\n\n{tb}: It came.\n\nWe hid.\n\n{mk}: We laughed.\n"
    )

    assert turns(opened(text)) == [
        ("*", "Why go north?"),
        (mk, "For the ice."),
        (tb, "I followed her."),
        ("*", STORM),
        (tb, "It came."),
        (tb, "We hid."),
        (mk, "We laughed."),
    ]


def test_marked_questions_with_answers_that_lack_a_label(wall):
    """An answer without a label may be anybody's, and each such line is named."""
    text = "**Why?**\n\nMK: So.\n\n**When?**\n\nNow.\n\nTB: Later.\n\n**Who?**\n\nWe.\n"

    assert "lines 7 and 13 have no label" in doubt(wall, text).message


def test_marked_and_labelled_interviewers(wall):
    """Where somebody with a label asks, too, marked lines may be anybody's."""
    text = "**Why?**\n\nMK: So.\n\nKH: When?\n\nMK: Now.\n\nKH: And?\n\n**Who?**\n\nMK: We.\n"

    assert "lines 1 and 11 are bold, and have no label" in doubt(wall, text).message


def test_a_bold_note_at_the_end(opened):
    """A last line about the interview is no question without a label."""
    found = opened("**Q: Why?**\n\nA: So.\n\n**This interview was translated.**\n")

    assert (asked(found), found.note) == (["Why?"], "This interview was translated.")


def test_plain_questions_without_labels(wall):
    """Questions that only their marks tell from an answer are named at once."""
    text = "Q: Why?\nMK: So.\n\nWhen?\n\nMK: Now.\n\nAnd who?\n\nMK: We.\n"

    unlabelled = "Ice\n\nWhy?\n\nMK: So.\n\nWho?\n\nMK: We.\n\nTB: Yes.\n\nNow?\n\nTB: No.\n"

    assert "lines 4 and 8 ask something, and have no label; write Q:" in doubt(wall, text).message
    assert "lines 3, 7 and 13 ask something" in doubt(wall, unlabelled).message


ASIDES = [
    "[A ship’s horn. Both wait.]",
    "(laughs)",
    "(She looks out (at the sea) and waits for a while.)",
    "*(She looks out of the window for a while.)*",
    "[*A door opens; somebody comes in.*]",
    "<i>[Tea is served.]</i>",
    "（笑）",
    "[A ship’s horn.\nBoth of them wait for it.]",
    "[Note: the recorder was off.]",
]


@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize(
    ("ask", "answer"),
    [("Q: {}", "A: {}"), ("**{}**", "{}"), ("**{}**", "MB: {}"), ("– {}", "– {}")],
)
def test_a_paragraph_in_brackets(opened, ask, answer, aside):
    """It is nobody's words, wherever it stands, and at the end too."""
    pairs = zip(ASKED, ANSWERED, strict=True)
    turns = [turn for one, two in pairs for turn in (ask.format(one), answer.format(two))]
    turns = [
        turn for number, one in enumerate(turns) for turn in ([one, aside] if number else [one])
    ]

    assert is_whole(opened(HEAD + "\n\n".join(turns) + "\n"))


@pytest.mark.parametrize("aside", ["(laughs)", "[Both wait.]"])
def test_brackets_in_plain_answers(opened, aside):
    """Without labels, a line in brackets is no paragraph of the answer, and no question."""
    text = f"Why?\n{aside}\nSo it is.\n\n{aside}\n\nWhen?\nNow it is.\n\nWho?\nWe.\n"

    assert asked(opened(text)) == ["Why?", "When?", "Who?"]
    assert opened(text).exchanges[0].paragraphs == ("So it is.",)


def test_words_left_out(opened):
    """“[…]” stays, as a sign that words are left out."""
    assert opened("Q: Why?\nA: So.\n[…]\nThen.\n").exchanges[0].paragraphs == (
        "So.",
        "[…]",
        "Then.",
    )


def test_brackets_around_what_somebody_says(wall):
    """A name and a colon in brackets may be another speaker's words."""
    text = "Q: Why?\nA: So.\n\n[Karl: I was there.]\n\nQ: When?\nA: Now.\n"

    assert "in brackets, but begins like a speaker's words" in doubt(wall, text).message


def test_note_after_labels(opened):
    """A last line about the interview is no part of the answer."""
    found = opened(exchanges("Q: ", "A: ") + "\nThis interview was translated.\n")

    assert is_whole(found)
    assert found.note == "This interview was translated."


def test_one_label(opened):
    """A story under one label is that person's."""
    found = opened("Maria Blum\n\nMARIA: I was born in Ulm.\n\nThere were doors.\n")

    assert turns(found) == [
        ("Maria Blum", "I was born in Ulm."),
        ("Maria Blum", "There were doors."),
    ]


def test_monologue(opened):
    """Long paragraphs in which nobody asks are of the person who is named at the head."""
    said = (
        "I was born in a house with eleven doors. My aunt painted each of them in another colour. "
        * 2
    )
    found = opened(f"Maria Blum\n\n{said}\n\n{said}\n")

    assert found.name == "Maria Blum"
    assert asked(found) == [""]
    assert len(found.exchanges[0].paragraphs) == 2
    assert opened(f"Maria Blum\n\n{said}\n\nWhy so?\n\n{said}\n") is None


@pytest.mark.parametrize("dash", ["— ", "– ", "-", ">> "])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_dashes(opened, dash, between):
    """A dash before each turn goes, if questions and answers take turns."""
    assert is_whole(opened(HEAD + exchanges(dash, dash, between=between)))
    assert opened(HEAD + exchanges(dash, dash) + f"{dash}I see.\n") is None


def test_dashes_before_questions(opened):
    """A dash before questions only is a mark like any other."""
    assert asked(opened("——为什么？\n因为。\n——什么时候？\n现在。\n")) == ["为什么？", "什么时候？"]


@pytest.mark.parametrize("width", [40, 60, 75])
@pytest.mark.parametrize("labels", [("", ""), ("Q: ", "A: "), ("KH\t", "MB\t")])
def test_lines_broken_at_a_width(opened, labels, width):
    """Lines of one sentence are joined, so that a quote may go over them."""
    ask = "And why doors, of all the things in a town that you could have painted in those years?"
    said = (
        "Because a door never stays shut for long, and all who wait there have time to look. " * 2
    )
    pairs = "\n\n".join(
        f"{fill(labels[0] + ask, width, expand_tabs=False, replace_whitespace=False)}\n"
        f"{fill(labels[1] + said.strip(), width, expand_tabs=False, replace_whitespace=False)}"
        for _ in range(3)
    )
    found = opened(HEAD + pairs)

    assert asked(found) == [ask] * 3
    assert [one.answer for one in found.exchanges] == [said.strip()] * 3


def test_broken_lines_must_be_clear(opened):
    """A question that may go on after its mark is not taken apart."""
    text = "Why doors?\nI mean, why these doors of\nall that you could have painted?\nThey\nwait.\n"

    assert opened(HEAD + text + "\n" + text) is None


def test_hyphens_at_the_end_of_lines(opened):
    """A word that a hyphen breaks is joined by a person, who knows how it is written."""
    assert opened("Q: Why?\nA: I like photo-\ngraphs of doors.\n") is None


VTT = """\
WEBVTT

NOTE made by a program

1
00:00:00.500 --> 00:00:02.000
<v Karl Horn>When did you begin to paint?</v>

2
00:00:02.100 --> 00:00:04.000
<v Maria Blum>I began at nine.</v>

3
00:00:04.100 --> 00:00:05.000
<v Maria Blum>My aunt had
a <i>brush</i>.</v>
"""
SRT = """\
1
00:00:00,500 --> 00:00:02,000
KARL: When did you
begin to paint?

2
00:00:02,100 --> 00:00:04,000
MARIA: I began at nine. My aunt

3
00:00:04,100 --> 00:00:05,000
had a brush.
"""


@pytest.mark.parametrize(("name", "text"), [("x.vtt", VTT), ("x.srt", SRT), ("x.txt", SRT)])
def test_captions(opened, name, text):
    """Captions are joined to sentences of the people who say them."""
    ask, said = turns(opened(text, ["Maria Blum"], name))

    assert ask[1] == "When did you begin to paint?"
    assert said == ("Maria Blum", "I began at nine. My aunt had a brush.")


def test_several_voices_in_a_line(opened):
    """Each voice of a line has its own words."""
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Karl>Why?</v><v Maria>So.</v>\n"

    assert turns(opened(text, name="x.vtt")) == [("*Karl", "Why?"), ("Maria", "So.")]


def test_captions_without_empty_lines(opened):
    """A line above a time is a caption's name only if it can be nothing else."""
    cue = "{n}\n00:00:0{n}.000 --> 00:00:0{n}.900\n{text}\n"
    lines = ("<v Karl>Why?", "<v Maria>I see", "<v Maria>36 doors.", "<v Maria>Yes.")
    text = "WEBVTT\n\n" + "".join(cue.format(n=n, text=line) for n, line in enumerate(lines, 1))

    assert turns(opened(text, name="x.vtt"))[1] == ("Maria", "I see 36 doors. Yes.")


@pytest.mark.parametrize("text", ["", "WEBVTT\n\n"])
def test_empty_captions(opened, text):
    """A file without captions is no interview."""
    assert opened(text, name="x.vtt") is None


def test_a_line_that_is_alone(wall):
    """Between questions with answers, a doubtful line costs only itself."""
    file = wall.write(
        "x.txt", HEAD + exchanges().replace("patient.\n", "patient.\n\nI go there.\n")
    )
    problems = Problems()
    found = open_interview(file, problems)

    assert is_whole(found)
    assert [(stray.text, stray.line) for stray in found.strays] == [("I go there.", 11)]
    assert [(one.code, one.line) for one in problems] == [("interview-unclear", 11)]


def test_nothing_said_is_lost(opened):
    """Whatever the labels, each word that was said is somewhere, once and in order."""
    for ask, answer in KNOWN:
        found = opened(HEAD + exchanges(ask, answer))
        words = " ".join(text for _, text in turns(found)).split()

        assert (
            words
            == " ".join(line for pair in zip(ASKED, ANSWERED, strict=True) for line in pair).split()
        )
