"""What is sealed in an interview is in nothing that leaves the reading process."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.authoring.checks import check
from kiosk.authoring.load.place import load
from kiosk.authoring.load.read_task import reread_encoded
from kiosk.exhibition.collection import decoded

TALK = """\
Ada Example

full interview

INTERVIEWER: Why doors?
ADA: Every door is an answer. I hid my brother Timur behind one. He is safe now.
He paints, too.

INTERVIEWER: Where did Timur go?
ADA: To a village.
I cannot say where.

INTERVIEWER: Do you sell them?
ADA: No, never.
"""
FRENCH = """\
Q : Pourquoi des portes ?
R : Chaque porte est une réponse. J’ai caché mon frère Timur derrière l’une d’elles. Il va bien.
Il peint aussi.

Q : Où est parti Timur ?
R : Dans un village.
Je ne peux pas dire où.

Q : Les vendez-vous ?
R : Non, jamais.
"""
WORDS = ("hid my", "Timur", "village", "cannot say")
SEAL = "{from: I hid my brother, to: behind one}"


@pytest.fixture
def talk(wall):
    """Hangs slides below a sealed interview, and returns what the show gets of it."""

    def of(sealed, slides="- title: End", more="", text=TALK):
        wall.write("talk.txt", text)
        head = f"by: Ada Example\ninterview:\n  file: talk.txt\n  sealed: [{sealed}]\n{more}"
        wall.hang(slides, head=head.rstrip())
        collection, problems = wall.load()
        return collection.entries[0] if collection else None, problems

    return of


def told(interview):
    """Questions and answers as they are read."""
    return [(one.question, one.answer) for one in interview.exchanges]


def codes(problems):
    return [(one.code.value, one.line) for one in problems]


def test_part_of_a_paragraph(talk):
    """A mark is in its place, signs around it are complete, and nothing else is changed."""
    entry, problems = talk(f"{{en: {SEAL}}}")
    (first, *others) = told(entry.readable)

    assert first == (
        "Why doors?",
        "Every door is an answer. […] He is safe now.\nHe paints, too.",
    )
    assert others == [
        ("Where did Timur go?", "To a village.\nI cannot say where."),
        ("Do you sell them?", "No, never."),
    ]
    assert not problems


def test_over_several_answers(talk):
    """All from the first to the last words is left out, questions too; the rest has its lines."""
    entry, _ = talk("{en: {from: I hid my brother, to: To a village.}}")

    assert told(entry.readable) == [
        ("Why doors?", "Every door is an answer. […]"),
        ("[…]", "[…]\nI cannot say where."),
        ("Do you sell them?", "No, never."),
    ]
    assert [one.answer_lines for one in entry.readable.exchanges] == [(6,), (10, 11), (14,)]


def test_several_passages(talk):
    """Passages may overlap; each leaves one mark where nothing is between them."""
    entry, problems = talk(
        f"{{en: {SEAL}}}, {{en: {{from: Timur behind one, to: He paints}}}}, "
        "{en: {from: No, to: No}}"
    )

    assert [answer for _, answer in told(entry.readable)] == [
        "Every door is an answer. […]\n[…] too.",
        "To a village.\nI cannot say where.",
        "[…] never.",
    ]
    assert not problems


@pytest.mark.parametrize(
    "written",
    [
        "{from: “I hid my brother…, to: behind one.}",
        "{from: 'i hid  my', to: Timur behind one}",
        "{from: I hid my brother Timur, to: brother Timur behind one}",
        '{from: "I hid my brother Timur behind one", to: "I hid my brother Timur behind one"}',
    ],
)
def test_ways_to_write_the_words(talk, written):
    """Signs around them and the case of the first letter do not count; both ends may overlap."""
    entry, problems = talk(f"{{en: {written}}}")

    assert not problems
    assert told(entry.readable)[0][1].startswith("Every door is an answer. […] He is")


def test_scripts_without_spaces(wall):
    """Words of such a script may be part of a longer run."""
    wall.write("z.txt", "问：为什么？\n答：我把弟弟藏在门后。他很好。\n")
    sealed = "[{zh: {from: 弟弟藏, to: 门后}}]"
    wall.hang(
        "- title: End",
        head=f"interview: {{file: z.txt, language: zh, sealed: {sealed}}}",
    )
    collection, problems = wall.load()

    assert not problems
    assert told(collection.entries[0].readable) == [("为什么？", "我把 […] 他很好。")]


@pytest.mark.parametrize(
    ("sealed", "line", "says"),
    [
        ("{en: {from: I hid my sister, to: behind one}}", 5, "are not in it (talk.txt)"),
        ("{en: {from: I hid, to: behind two}}", 5, "are not in it (talk.txt)"),
        ("{en: {from: Timur, to: behind one}}", 5, "more than once, on lines 6 and 9"),
        ("{en: {from: He paints, to: behind one}}", 5, "are before those of from"),
        ("{fr: {from: I hid, to: behind one}}", 5, "needs its words in en"),
        ("{en: {from: hid my broth, to: behind one}}", 5, "are not in it (talk.txt)"),
        ("{en: {from: …, to: behind one}}", 5, "are not in it (talk.txt)"),
    ],
)
def test_words_that_do_not_tell(talk, sealed, line, says):
    """The interview and all quotes are closed, and the message says which words, and what helps."""
    entry, problems = talk(sealed, "- quote: No, never.\n- title: End")
    (problem,) = problems

    assert entry.interview is None
    assert entry.exhibition.interview is None
    assert [slide.quote for slide in entry.exhibition.slides] == [None]
    assert (problem.code, problem.line) == ("sealed-unclear", line)
    assert says in problem.message
    assert problem.message.endswith("until then, the interview is closed")


@pytest.mark.parametrize(
    "sealed",
    ["{from: I hid, to: behind one}", "I hid my brother", "{en: {from: I hid}}", "{en: I hid}"],
)
def test_a_list_that_is_written_wrongly(wall, sealed):
    """The exhibition is not shown, and the message says what to write."""
    wall.write("talk.txt", TALK)
    wall.hang("- title: End", head=f"interview: {{file: talk.txt, sealed: [{sealed}]}}")
    collection, (problem,) = wall.load()

    assert collection is None
    assert "from" in problem.message or "to" in problem.message


def test_quotes(talk):
    """A quote of sealed words is an error; one that leaves them out, or is elsewhere, is shown."""
    entry, problems = talk(
        f"{{en: {SEAL}}}",
        "- quote: I hid my brother Timur\n"
        "- quote: an answer. I hid\n"
        "- quote: Every door is an answer. […] He is safe now.\n"
        "- quote: He paints, too.\n"
        "- quote: my sister Timur behind one of them",
    )

    assert [slide.quote.text for slide in entry.exhibition.slides] == [
        "Every door is an answer. […] He is safe now.",
        "He paints, too.",
    ]
    assert codes(problems) == [
        ("sealed-touched", 7),
        ("sealed-touched", 8),
        ("quote-not-in-interview", 11),
    ]
    assert not any("brother" in one.message for one in problems)


@pytest.mark.parametrize(
    ("slide", "line"),
    [
        ("- {photo: {file: a.jpg, caption: Hidden — my brother Timur behind a door}}", 7),
        ("- {photo: {file: a.jpg, alt: MY BROTHER TIMUR behind}}", 7),
        ("- photo: a.jpg\n  caption:\n    en: A door\n    fr: my brother Timur behind one", 9),
        ("- title: I hid my brother Timur", 7),
        ("- title: End\n  notice: my brother Timur behind one", 8),
        ("- title: End\n  section: my brother Timur behind one", 8),
        ("- quote: No, never [my brother Timur behind one].", 7),
        ('- title: "my bro\\u00adther Ti\\u200bmur behind one"', 7),
        ("- title: my brother *Tim*ur be**hind** one", 7),
        ("- title: my_brother_Timur_behind_one", 7),
    ],
)
def test_other_texts(wall, talk, slide, line):
    """A caption, a title or any other text that repeats sealed words keeps its slide away."""
    wall.photo("a.jpg")
    entry, problems = talk(f"{{en: {SEAL}}}", f"{slide}\n- title: Last")

    assert [one.title.in_language("en") for one in entry.exhibition.slides] == ["Last"]
    assert entry.exhibition.slides[0].section is None
    assert codes(problems) == [("sealed-touched", line)]


FOG = """\
ADA: We begin at six.

INTERVIEWER: Do you remember your first crossing?
ADA: There was fog. I had one passenger, a woman with a cake on her knees.
It was at night, with a vet and two calves.

INTERVIEWER: And now?
ADA: Now there was fog on most days. I had one more, and it was at night.
"""


@pytest.mark.parametrize(
    "text",
    [
        "There was fog. I had one passenger.",
        "I had one passenger",
        "was fog: I HAD",
        "fog – I\\nhad one more cup",
        "… one! Passenger? A: woman",
        "on her knees. It was hot.",
        "with a vet and his dog",
        "a vet and two of them",
    ],
)
@pytest.mark.parametrize("key", ["title: {}", "text: {}", "title: {{en: Fog, fr: {}}}"])
def test_four_words_of_any_kind(talk, text, key):
    """Short and usual words count, also across the end of a sentence, a line or a paragraph."""
    slide = "- " + key.format(f'"{text}"')
    entry, problems = talk("{en: {from: There was fog. I, to: two calves}}", slide, text=FOG)

    assert entry is None
    assert codes(problems) == [("sealed-touched", 7)]


@pytest.mark.parametrize(
    "text", ["There was fog on the river", "It was at night", "I had one more passenger", "A vet"]
)
def test_words_that_are_also_said_in_public(talk, text):
    """Fewer than four sealed words, or four that stand elsewhere in the interview, may be shown."""
    seal = "{en: {from: There was fog. I, to: two calves}}"
    entry, problems = talk(seal, f"- title: {text}", text=FOG)

    assert len(entry.exhibition.slides) == 1
    assert not problems


def test_words_of_a_script_with_vowel_signs(talk):
    """Signs within a word do not cut it in two: these are three words, and not four."""
    text = FOG.replace("There was fog. I had", "मैंने अपने भाई को दरवाज़े के पीछे छिपाया। I had")
    seal = "{en: {from: मैंने अपने भाई को, to: two calves}}"
    slides = "- title: मैंने अपने भाई\n- title: अपने भाई को दरवाज़े"
    entry, problems = talk(seal, slides, text=text)

    assert [one.title.in_language("en") for one in entry.exhibition.slides] == ["मैंने अपने भाई"]
    assert codes(problems) == [("sealed-touched", 8)]


@pytest.mark.parametrize(
    "text", ["One of my brothers", "Timur", "He is safe now.", "behind one of the doors"]
)
def test_texts_that_only_resemble(talk, text):
    """A name, words that are said in public, and usual words in a row may be written."""
    entry, problems = talk(f"{{en: {SEAL}}}", f"- title: {text}")

    assert len(entry.exhibition.slides) == 1
    assert not problems


def test_short_lines_of_a_long_passage(talk):
    """A word that is a whole line of a longer passage may be written elsewhere."""
    text = TALK.replace("To a village.", "Away.")
    seal = "{en: {from: I hid my brother, to: cannot say where}}"
    entry, problems = talk(seal, "- title: Away", text=text)

    assert len(entry.exhibition.slides) == 1
    assert not problems


def test_title_of_the_exhibition(wall, talk):
    """With sealed words in its head, nothing of the exhibition is shown."""
    entry, problems = talk(f"{{en: {SEAL}}}", more="subtitle: My brother Timur behind one")

    assert entry is None
    assert codes(problems) == [("sealed-touched", 6)]


def test_texts_of_the_kiosk(wall, talk):
    """The kiosk's own title may not repeat them either."""
    wall.write("kiosk.yaml", "title: Open\nsubtitle: my brother Timur behind one\n")
    talk(f"{{en: {SEAL}}}")
    collection, problems = wall.load()

    assert collection.kiosk.title.in_language("en") == "Open"
    assert collection.kiosk.subtitle is None
    assert codes(problems) == [("sealed-touched", 2)]


def test_chapters(talk):
    """A chapter may not begin in a sealed passage, and not at words that are in two places."""
    chapters = (
        "  chapters:\n"
        "    - {title: Doors, from: Every door}\n"
        "    - {title: Hidden, from: my brother}\n"
        "    - {title: Lost, from: my sister}\n"
        "    - {title: Twice, from: He}\n"
    )
    entry, problems = talk(f"{{en: {SEAL}}}", more=chapters)
    shown = [one.title.in_language("en") for one in entry.exhibition.interview.chapters]

    assert shown == ["Doors"]
    assert codes(problems) == [
        ("sealed-touched", 8),
        ("chapter-unclear", 9),
        ("chapter-unclear", 10),
    ]


def test_nothing_leaves_the_reading_process(wall, talk):
    """The show's process gets no sealed word, and no message repeats one."""
    slides = "- quote: Every door\n- quote: a man in a town\n- quote: brother Timur behind one"
    talk("{en: {from: hid my, to: cannot say}}", slides)
    data = reread_encoded(str(wall.path)).decode(errors="replace")
    reading = decoded(reread_encoded(str(wall.path)))

    assert reading.collection.entries[0].readable.exchanges[1].answer == "[…]\n[…] where."
    assert "Every door is an answer. I […]" in data
    assert not [word for word in WORDS if word in data]


def test_an_unclear_transcript(wall, talk):
    """Its problem repeats none of its words, as these may be sealed."""
    text = "Did Timur hide?\nA: So.\nQ: When?\nA: Now.\n"
    _, problems = talk(f"{{en: {SEAL}}}", text=text)
    unclear = [one for one in problems if one.code == "interview-unclear"]

    assert unclear
    assert not any("Timur" in one.render() for one in unclear)


def test_another_exhibition_with_the_same_interview(wall, talk):
    """What one file seals is sealed in all, also if that file is not shown."""
    wall.write("b.yaml", "title: B\ninterview: talk.txt\nslides:\n  - quote: I hid my brother\n")
    wall.write("kiosk.yaml", "exhibitions: [b]\n")
    entry, problems = talk(f"{{en: {SEAL}}}")

    assert entry is None
    assert [(one.path.name, one.code) for one in problems] == [("b.yaml", "sealed-touched")]


def test_words_that_another_exhibition_repeats(wall, talk):
    """No text of the place repeats them."""
    wall.hang("- title: my brother Timur behind one", name="c.yaml")
    _, problems = talk(f"{{en: {SEAL}}}")

    assert [(one.path.name, one.code) for one in problems] == [("c.yaml", "sealed-touched")]


def test_words_that_are_said_twice(talk):
    """If a part of the passage is in the interview once more, the interview is closed."""
    asked = "\nINTERVIEWER: And then?\nADA: A man came.\nHe asked for my brother.\nSo I left.\n"
    again = "\nINTERVIEWER: Again?\nADA: Yes. He asked for my brother, I said.\n"
    entry, problems = talk("{en: {from: A man came, to: So I left}}", text=TALK + asked + again)

    assert entry.interview is None
    assert codes(problems) == [("sealed-unclear", 5)]
    assert "talk.txt:22; seal them there, too" in problems[0].message


@pytest.mark.parametrize("other", [TALK, TALK.replace("one. He", "one: he")])
def test_a_copy_of_the_interview(wall, talk, other):
    """Another file with the same words is closed, and makes none of them public."""
    wall.write("copy.txt", other)
    quote = "- quote: I hid my brother Timur\n- title: my brother Timur behind one\n- title: End"
    wall.hang(quote, "interview: copy.txt", "copy.yaml")
    _, problems = talk(f"{{en: {SEAL}}}")
    collection, _ = wall.load()
    copy = collection.entry("copy")

    assert copy.interview is None
    assert len(copy.exhibition.slides) == 1
    assert [(one.path.name, one.code) for one in problems] == [
        ("copy.yaml", "sealed-unclear"),
        ("copy.yaml", "sealed-touched"),
    ]


def test_another_interview_with_the_same_question(wall, talk):
    """Interviews share questions: these close nothing."""
    asked = "INTERVIEWER: Where did you go when you were a child?"
    wall.write("other.txt", f"{asked}\nOLA: To a town.\n")
    wall.hang("- title: End", "interview: other.txt", "other.yaml")
    text = TALK.replace("INTERVIEWER: Where did Timur go?", asked)
    _, problems = talk("{en: {from: He is safe, to: To a village}}", text=text)

    assert not problems


def test_a_passage_that_is_not_found(wall, talk):
    """No text repeats the interview until it is; without its file, none repeats the seal."""
    slides = "- title: my brother Timur behind one\n- title: I hid my brother\n- title: End"
    unclear, _ = talk(f"{{en: {SEAL.replace('behind one', 'behind two')}}}", slides)
    (wall.path / "talk.txt").unlink()
    missing = wall.load()[0].entries[0]
    titles = [slide.title.in_language("en") for slide in missing.exhibition.slides]

    assert len(unclear.exhibition.slides) == 1
    assert titles == ["my brother Timur behind one", "End"]


def test_checking(wall, talk):
    """`kiosk check` repeats no sealed word, either."""
    talk(f"{{en: {SEAL}}}", "- quote: my brother, the painter\n- title: End")
    rendered = "\n".join(one.render() for one in check(wall.path))

    assert "quote-not-in-interview" in rendered
    assert "Timur" not in rendered


class TestTranslations:
    """The same in other languages."""

    def read(self, wall, sealed, slides="- title: End", chapters=""):
        wall.write("talk.txt", TALK)
        wall.write("parler.txt", FRENCH)
        head = (
            "by: Ada Example\ninterview:\n  file: talk.txt\n  translations: {fr: parler.txt}\n"
            f"  sealed: [{sealed}]\n{chapters}"
        )
        wall.hang(slides, head=head.rstrip())
        collection, problems = wall.load()
        return collection.entries[0], problems

    def test_with_its_own_words(self, wall):
        """The words of the other language are left out there."""
        french = "{from: J’ai caché, to: d’elles}"
        entry, problems = self.read(wall, f"{{en: {SEAL}, fr: {french}}}")
        interview, language = entry.reading_in("fr-CH")

        assert not problems
        assert language == "fr"
        assert told(interview)[0] == (
            "Pourquoi des portes ?",
            "Chaque porte est une réponse. […] Il va bien.\nIl peint aussi.",
        )
        assert told(entry.reading_in("de")[0]) == told(entry.readable)

    def test_without_its_words(self, wall):
        """Each whole answer that the passage touches is hidden, and questions that it touches."""
        entry, problems = self.read(wall, "{en: {from: behind one, to: To a village}}")
        interview, _ = entry.reading_in("fr")

        assert not problems
        assert told(interview) == [
            ("Pourquoi des portes ?", "[…]"),
            ("[…]", "[…]"),
            ("Les vendez-vous ?", "Non, jamais."),
        ]

    def test_words_that_are_not_found(self, wall):
        """The translation is closed, and with it the quotes in its language."""
        slides = "- quote: {text: 'No, never.', translation: {fr: 'Non, jamais.'}}\n- title: End"
        entry, problems = self.read(wall, f"{{en: {SEAL}, fr: {{from: Oui, to: Non}}}}", slides)

        assert entry.reading_in("fr") == (entry.readable, "en")
        assert len(entry.exhibition.slides) == 1
        assert codes(problems) == [("sealed-unclear", 6)]

    def test_a_translation_that_is_missing(self, wall):
        """The message says what is lost: the translation, and not the quotes."""
        wall.write("talk.txt", TALK)
        wall.hang("- quote: No, never.", "interview: {file: talk.txt, translations: {fr: x.txt}}")
        collection, (problem, *_) = wall.load()

        assert len(collection.entries[0].exhibition.slides) == 1
        assert problem.message.endswith("; nobody reads this translation")

    def test_texts_that_repeat_a_closed_translation(self, wall):
        """As long as it is closed, no text repeats any answer of it."""
        slides = "- title: {en: A door, fr: mon frère Timur derrière l’une d’elles}\n- title: End"
        entry, problems = self.read(wall, f"{{en: {SEAL}, fr: {{from: Oui, to: Non}}}}", slides)

        assert len(entry.exhibition.slides) == 1
        assert codes(problems) == [("sealed-unclear", 6), ("sealed-touched", 8)]

    def test_quotes(self, wall):
        """The translation of a quote is checked as the quote is, under the same name."""
        slides = "\n".join(
            f"- quote: {{text: 'Every door is an answer.', translation: {{fr: {words}}}}}"
            for words in (
                "Chaque porte est une réponse.",
                "J’ai caché mon frère",
                "Où est parti Timur ?",
                "Chaque porte est une question.",
            )
        )
        entry, problems = self.read(
            wall, f"{{en: {SEAL}, fr: {{from: J’ai caché, to: d’elles}}}}", slides
        )

        assert [one.quote.text for one in entry.exhibition.slides] == ["Every door is an answer."]
        assert codes(problems) == [
            ("sealed-touched", 9),
            ("quote-of-another", 10),
            ("quote-not-in-interview", 11),
        ]

    @pytest.mark.parametrize(
        ("french", "found"),
        [
            ("{from: J’ai caché, to: d’elles}", [("quote-not-in-interview", 8)]),
            ("{from: Oui, to: Non}", [("sealed-unclear", 6)]),
        ],
    )
    def test_quotes_in_a_region(self, wall, french, found):
        """A translation into the French of Canada must be in the French interview, too."""
        words = "translation: {fr-CA: Chaque porte est une question.}"
        slides = f"- quote: {{text: Every door is an answer., {words}}}\n- title: End"
        entry, problems = self.read(wall, f"{{en: {SEAL}, fr: {french}}}", slides)

        assert len(entry.exhibition.slides) == 1
        assert codes(problems) == found

    def test_quotes_in_a_translated_language(self, wall):
        """A quote that is in another language is looked for in that translation."""
        slides = (
            "- quote: {text: 'Non, jamais.', language: fr}\n"
            "- quote: {text: 'Mon frère Timur', language: fr}"
        )
        entry, problems = self.read(wall, f"{{en: {SEAL}}}", slides)

        assert [one.quote.text for one in entry.exhibition.slides] == ["Non, jamais."]
        assert codes(problems) == [("sealed-touched", 9)]

    def test_other_answers(self, wall):
        """With another number of answers, nobody reads it, and the message has the line."""
        entry, _ = self.read(wall, f"{{en: {SEAL}}}")
        wall.write("parler.txt", FRENCH.replace("\nQ : Les vendez-vous ?\nR : Non, jamais.\n", ""))
        problem = wall.only_problem()
        collection, _ = wall.load()

        assert entry.reading_in("fr")[1] == "fr"
        assert collection.entries[0].reading_in("fr")[1] == "en"
        assert (problem.place, problem.code) == ("parler.txt:5:1", "translation-unpaired")
        assert "here are 2, there 3; they differ from this line on" in problem.message


def test_the_shipped_interview_is_as_it_was():
    """Nothing is sealed in it, so it is the transcript, letter for letter."""
    collection, _ = load(Path(__file__).parents[2] / "exhibitions")
    entry = collection.entries[0]

    assert not any("[…]" in one.answer for one in entry.readable.exchanges)
    assert entry.sealed == ""
