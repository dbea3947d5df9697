"""Words never hang under the wrong person: a transcript that may have another form is refused."""

from __future__ import annotations

import pytest

from kiosk.authoring.problems.problem import Problem
from kiosk.exhibition.interview import Interview
from tests.authoring.conftest import transcript

HEAD = "Maria Blum\n\nfull interview\n\n"
ASKED = ("When did you begin to paint?", "And why doors?", "What does blue mean?")
ANSWERED = (
    "I began at nine. My aunt had a brush.",
    "Because a door never stays shut. Doors are patient.",
    "Blue is what the night leaves.",
)
LABELS = [
    ("Q: ", "A: "),
    ("Q. ", "A. "),
    ("Q – ", "A – "),
    ("Q1: ", "A1: "),
    ("Q ", "A "),
    ("Frage: ", "Antwort: "),
    ("Question : ", "Réponse : "),
    ("P: ", "R: "),
    ("В: ", "О: "),
    ("Вопрос: ", "Ответ: "),
    ("Сұрақ: ", "Жауап: "),
    ("问：", "答："),
    ("س: ", "ج: "),
    ("الصحفي: ", "ماريا: "),
    ("कार्ल: ", "मारिया: "),
    ("KH: ", "MB: "),
    ("K.H.: ", "M.B.: "),
    ("Karl: ", "Maria: "),
    ("karl: ", "maria: "),
    ("Карл: ", "Мария: "),
    ("Karl — ", "Maria — "),
    ("Dr. K. Horn: ", "M. Blum: "),
    ("Karl (KH): ", "Maria (MB): "),
    ("[Karl] ", "[Maria] "),
    ("(Karl) ", "(Maria) "),
    ("【卡尔】", "【玛丽】"),
    ("<v Karl>", "<v Maria>"),
    ("Speaker 1: ", "Speaker 2: "),
    ("SPEAKER_00: ", "SPEAKER_01: "),
    ("- Karl: ", "- Maria: "),
    ("🎤 Karl: ", "🎨 Maria: "),
    ("**Karl:** ", "**Maria:** "),
    ("Karl | ", "Maria | "),
    ("KH;", "MB;"),
    ("Interviewer: ", ""),
    ("", "Maria: "),
    (">> ", ">> "),
    ("KH\t", "MB\t"),
    ("KH   ", "MB   "),
]
TIMES = [
    ("[00:00:03] ", "[00:00:09] "),
    ("[00:01] ", "[00:05] "),
    ("(1:02) ", "(1:09) "),
    ("00:01:02 ", "00:01:09 "),
    ("0:05 ", "0:09 "),
    ("#00:01:02-3# ", ""),
    ("Karl [00:01]: ", "Maria [00:05]: "),
    ("Karl 00:01 ", "Maria 00:05 "),
    ("[5.2s] ", "[7.1s] "),
]
UNCLEAR = [("Q ", "A "), ("KH;", "MB;"), ("0:05 ", "0:09 "), ("", "Maria: ")]
"""Labels and times that may also be words of a sentence, or that are only above answers."""
MARKS = [("**", "**"), ("*", "*"), ("_", "_"), ("## ", ""), ("<b>", "</b>"), ("== ", " ==")]


def exchanges(before: str = "", answer: str = "", *, under: str = "\n", between: str = "\n\n"):
    pairs = zip(ASKED, ANSWERED, strict=True)
    return between.join(f"{before}{ask}{under}{answer}{said}" for ask, said in pairs) + "\n"


@pytest.fixture
def opened(wall):
    """Opens a transcript with this text."""
    return lambda text, head=HEAD: transcript(wall.write("x.txt", head + text))


def refused(found: Interview | Problem) -> int:
    """The line for which a transcript is refused."""
    assert isinstance(found, Problem)
    assert found.code == "interview-unclear"
    return found.line


@pytest.mark.parametrize("head", [HEAD, "Maria Blum\n\n", "Maria Blum\n\nFrom: Here\n\n"])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(("ask", "answer"), UNCLEAR)
def test_labels_and_times(opened, ask, answer, between, head):
    """A label or a time that may also be a word is no label, and a reason to refuse."""
    first = head.count("\n")

    assert refused(opened(exchanges(ask, answer, between=between), head)) - first in {1, 2, 3, 4}


@pytest.mark.parametrize(("ask", "answer"), UNCLEAR)
def test_labels_and_times_between_empty_lines(opened, ask, answer):
    """They are found where every line stands alone."""
    refused(opened(exchanges(ask, answer, under="\n\n")))


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("head", [HEAD, "Maria Blum interview\n\n"])
@pytest.mark.parametrize(("karl", "maria"), [("00:00:03", "00:00:09"), ("0:03", "0:09")])
def test_lines_of_times(opened, karl, maria, between, head):
    """Times on lines of their own do not say who speaks."""
    pairs = zip(ASKED, ANSWERED, strict=True)
    turns = (turn for ask, said in pairs for turn in (f"{karl}\n{ask}", f"{maria}\n{said}"))

    refused(opened(between.join(turns), head))


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n\n00:00.500 --> 00:02.000\nWhy?\n\n00:02.000 --> 00:03.000\nBecause.\n",
        "1\n00:00:03,500 --> 00:00:05,000\nWhy?\n\n2\n00:00:05,500 --> 00:00:06,000\nSo.\n",
    ],
)
def test_captions_without_speakers(opened, text):
    """Captions that do not say who speaks are refused."""
    assert refused(opened(text, "")) in {3, 4}


def test_somebody_else_who_speaks(opened):
    """A single label in a transcript without labels is doubtful."""
    text = exchanges().replace(".\n\n", ".\nKarl: I carried the bags.\n\n")

    assert refused(opened(text)) == 7
    assert refused(opened(exchanges() + "KARL: I carried the bags.\n")) == 13


def test_speakers_within_a_line(opened):
    """Labels are found within a line, too."""
    text = exchanges().replace("brush.", "brush. KH: And then? MB: I went. KH: Where? MB: Home.")

    assert refused(opened(text)) == 6


@pytest.mark.parametrize(
    ("karl", "maria"), [("KH", "MB"), ("Karl,", "Maria,"), ("Karl /", "Maria /"), ("问", "答")]
)
def test_other_labels(opened, karl, maria):
    """One word before all questions and another before all answers are labels."""
    assert refused(opened(exchanges(f"{karl} ", f"{maria} "))) == 5


BARE = [
    ("HORN ", "BLUM "),
    ("KARL HORN ", "MARIA BLUM "),
    ("KH ", "MB "),
    ("IS ", "MA "),
    ("S1 ", "S2 "),
    ("1 ", "2 "),
    ("1) ", "2) "),
    ("@karl ", "@maria "),
    ("#Karl ", "#Maria "),
    ("KH/ ", "MB/ "),
    ("KH_", "MB_"),
    ("Karl. ", "Maria. "),
    ("P.- ", "R.- "),
    ("PV- ", "TL- "),
    ("Karl, ", "Maria, "),
    ("Karl… ", "Maria… "),
    ("Karl] ", "Maria] "),
    ("Karl → ", "Maria → "),
    ("“Karl” ", "“Maria” "),
    ("\\emph{Karl} ", "\\emph{Maria} "),
    ("Karl, smiling: ", "Maria, laughing: "),
    ("Karl asks: ", "Maria says: "),
    ("Interviewer (smiling) ", "Maria (laughs) "),
    ("卡尔　", "玛丽　"),
    ("甲、", "乙、"),
    ("칼 ", "마리아 "),
    ("कार्ल ", "मारिया "),
    ('"Karl","', '"Maria","'),
]
"""Labels that no colon parts from what is said, or more than a name stands before."""

ORDINARY = [
    ("Ich: ", "Sie: "),
    ("He: ", "She: "),
    ("We: ", "You: "),
    ("Я: ", "Она: "),
    ("我：", "她："),
    ("I said: ", "She said: "),
    ("记者说：", "她说："),
    ("قال كارل: ", "قالت ماريا: "),
    ("Da: ", "An: "),
    ("The man from the radio of Ulm: ", "The painter: "),
    ("A man in the audience, about forty: ", "The painter, who laughs: "),
]
"""Labels that may also begin a sentence, and long ones."""


def turns(karl: str, maria: str) -> str:
    """Two exchanges; in each the interviewer speaks again."""
    said = ("When did you begin?", "I was nine.", "That is early.", "My aunt had a brush.")
    more = ("Why doors?", "They wait.", "I like that.", "Me too.")
    speakers = (karl, maria, karl, maria)
    return "\n\n".join(
        "\n".join(who + what for who, what in zip(speakers, lines, strict=True))
        for lines in (said, more)
    )


@pytest.mark.parametrize("greeting", ["", "Good morning, Maria Blum.\nGood morning.\n\n"])
@pytest.mark.parametrize(("karl", "maria"), [*BARE, *ORDINARY])
def test_turns(opened, karl, maria, greeting):
    """What the interviewer says within an answer never hangs, whatever marks it as theirs."""
    assert refused(opened(f"{greeting}{turns(karl, maria)}\n")) <= 10


@pytest.mark.parametrize(("karl", "maria"), [*BARE, *ORDINARY])
def test_turns_of_one_block(opened, karl, maria):
    """They are found where there is one question only."""
    text = turns(karl, maria).split("\n\n")[0]

    assert refused(opened(f"{text}\n")) <= 7


@pytest.mark.parametrize(
    "line",
    [
        "Karl: She was ten.",
        "K: She was ten.",
        "KH. She was ten.",
        "K. Horn: She was ten.",
        "Jon Stone: She was ten, and she cried.",
        "Jon Stone: 1999 was a good year.",
        "Jon Stone (carpenter): She was ten.",
        "Jon Stone – She was ten.",
        "Jon Stone\nShe was ten.",
        "Jon\nShe was ten.",
        "Herr Horn: Wie schön.",
        "M. Horn : C’est tôt.",
        "My husband: He says ten.",
        "Мой муж: Ей было десять.",
        "From the audience: She was ten.",
        "Из зала: Ей было десять.",
        "The interviewer: That is early.",
        "Editor's note: She was ten.",
        "Anm. d. Red.: Sie war zehn.",
        "She: It was cold.",
        "卡尔：真早。",
        "קרל: זה מוקדם.",
        "كارل: هذا مبكر.",
        "I was nine. [KH: That is early.] My aunt had a brush.",
        "I was nine. [Ed.: She was ten.]",
        "I was nine. (Note: She was ten.)",
        "I was nine. (Interviewer: That is early.) My aunt had a brush.",
        "I was nine. Interviewer: That is early. My aunt had a brush.",
    ],
)
def test_speaks_once(opened, line):
    """Somebody else who speaks once in an answer is found, at its beginning or within."""
    text = f"When did you begin?\nI was nine.\n{line}\nMy aunt had a brush.\n\nWhy?\nSo.\n"

    assert refused(opened(text)) == 7


def test_a_name_may_be_meant(opened):
    """The message says what to write where a label is none."""
    found = opened("Where?\nParis: That was the dream.\n\nWhy?\nSo.\n")

    assert isinstance(found, Problem)
    assert "write a dash or a comma after it" in found.message
    assert isinstance(opened("Where?\nParis – that was the dream.\n\nWhy?\nSo.\n"), Interview)


UNSEEN = ["\u200b", "\ufeff", "\u00ad", "\u2060", "\u034f", "\u115f", "\u1160", "\u3164", "\u2800"]


@pytest.mark.parametrize("line", [*UNSEEN, " \u200b\u00a0"])
def test_lines_that_look_empty(opened, line):
    """A line on which nothing is drawn parts exchanges as an empty one does."""
    found = opened(f"Why?\nBecause.\n{line}\nWhen?\nNow.\n")

    assert isinstance(found, Interview)
    assert [one.answer for one in found.exchanges] == ["Because.", "Now."]


@pytest.mark.parametrize("line", ["&nbsp;", "&#160;", "\\", ".", "§", "…", "~~", "¶"])
def test_lines_without_words(opened, line):
    """A line of signs alone is refused, as it parts what stands above and below it."""
    assert refused(opened(f"Why?\nBecause.\n{line}\nI like light.\nI do.\n")) == 7


def test_too_many_lines(opened):
    """More lines than any interview has are refused before they are looked at."""
    assert isinstance(opened("Why?\nBecause.\n\n" * 6_000), Interview)
    assert refused(opened("Why?\nBecause.\n\n" * 7_000)) == 20_001


@pytest.mark.parametrize(
    "text",
    [
        "为什么在那些年里你只画门而\n不画窗户呢？\n因为我姨妈有一支她从来\n不用的画笔。\n",
        "لماذا اخترت الأبواب من بين كل\nالأشياء في المدينة؟\nلأن الباب لا يبقى\nمغلقا أبدا.\n",
    ],
)
def test_broken_lines_without_small_letters(opened, text):
    """They are found in scripts that have no small letters."""
    assert refused(opened(text)) == 5


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("I see.\nYes.\n\nI go there every day.\n\nWhen?\nNow.\n", 8),
        ("Why?\n\nI see doors.\nI paint them.\n", 5),
        ("Why?\n\nBecause.\n\nWhen?\n\nNow.\n", 5),
        ("Why?\nBecause.\nWhen?\nNow.\n", 7),
        ("Why?\nI see. Do you?\nThey say no. Or yes?\nSo.\n", 6),
        ("Why?\nI see.\nI go.\nAnd when?\n\nEvery day.\nI like it.\n", 8),
        ("I see doors.\nI paint them.\nI like it.\nI go there.\n", 5),
        ("I see.\nI go.\n\nI come.\nI sit.\n\nI stay.\nI sleep.\n", 5),
        ("To Karl.\nWhy?\n\nTo Maria.\nAnd why not?\n", 6),
        ("— Why?\n— Because.\n— I see.\n— Now.\n", 6),
        ("{\\rtf1\\ansi\nWhy?\nBecause.\n", 5),
    ],
)
def test_order(opened, text, line):
    """What does not stand as one question over its answer is found, with its line."""
    assert refused(opened(text)) == line


def test_questions_before_the_first_answer(opened):
    """Without a line that announces it, an interview has no questions in its head."""
    assert refused(opened("Why?\n\nI see doors.\nI paint them.\n", "Maria Blum\n\n")) == 3


PLAIN = {
    "en": """\
Hello, Maria.
Hello.

When did you start?
I was nine. At 10:30 we left: my aunt said: “Come.”

Tell me about your aunt.
Yes: she was a painter. He said: come.
She said: go.
She said: stay.

And why doors?
Why doors? Because a door never stays shut.
Yes: doors are patient. Who knows why?
(Laughs) I do not.

One more thing: what is blue?
Simple: it is what the night leaves.
(Laughs) It is not more.

Do you sell them?
No – never.

Interesting.
Yes

Where do you live?
Paris

And your brother?
Paris

At what time do you begin?
10:30

And when do you end?
18:00

[Pause]

Who taught you?
A. Berg did. Dr. Horn: she had the paper.

How old are you?
36

Thank you.
""",
    "de": """\
Wann haben Sie begonnen?
Mit neun. Um 10:30 Uhr gingen wir los: meine Tante sagte: „Komm.“

Erzählen Sie von Ihrer Tante.
Also: sie malte. Ja: sie malte Türen.
Ja: und sie malte Fenster.

Und warum Türen?
Ja, warum? Weil eine Tür nie geschlossen bleibt.
Ich gehe jeden Morgen hin – und dann ist es gut.

Vielen Dank für das Gespräch.
""",
    "fr": """\
Quand avez-vous commencé ?
À neuf ans. À 10h30 nous sommes partis : ma tante a dit : « Viens. »

Et pourquoi les portes ?
Parce qu’une porte ne reste jamais fermée. Pourquoi ? Je ne sais pas.
Oui : les portes sont patientes.

Parlez-moi du bleu…
Oui : c’est ce que laisse la nuit.
""",
    "ru": """\
Когда вы начали рисовать?
В девять лет. В 10:30 мы вышли: тётя сказала: «Пойдём».

Почему двери?
— Потому что дверь не остаётся закрытой.

Кто вы?
Я – художница.
Я – сестра.

Расскажите о тёте.
Да: она рисовала двери. Почему? Не знаю.

Спасибо.
""",
    "kk": """\
Сурет салуды қашан бастадыңыз?
Тоғыз жасымда. Сағат 10:30-да шықтық: апам: «Жүр», – деді.

Неге есік?
Иә: есік ешқашан жабық тұрмайды.
Көк – түннен қалғаны.
""",
    "ar": """\
متى بدأت الرسم؟
بدأت في التاسعة. في الساعة 10:30 خرجنا: قالت خالتي: «تعالي».

ولماذا الأبواب؟
نعم: لأن الباب لا يبقى مغلقا. لماذا؟ لا أعرف.
قالت: تعالي.

وما الأزرق؟
الأزرق هو ما يتركه الليل.
قالت: اذهبي.
""",
    "zh": """\
你什么时候开始画画？
九岁。10:30我们出发了，姨妈说：“来。”

为什么画门？
是的：门很有耐心。为什么？我不知道。
他说：来吧。

蓝色是什么？
蓝色是夜晚留下的。
他说：走吧。
""",
    "ja": "いつ始めましたか。\n九歳です。\n\n青とは？\n夜です。\n",
    "el": "Πότε αρχίσατε;\nΣτα εννέα.\n\nΓιατί πόρτες;\nΓιατί έτσι.\n\nΚαι μετά;\nΔεν ξέρω.\n",
    "numbers": "1. Why?\nBecause.\n\n2. When?\nIn the morning.\n\n3. How many?\n36\n",
    "small letters": "why?\nbecause it is blue\n\nwhen?\nin the morning\nand at night\n",
    "request": "Tell me about doors.\nThey are patient.\n",
    "unanswered": "Really?\nYes.\n\nWhy?\n\nAnd now?\n",
    "poem": "Do you write?\nI do:\nA door is blue,\nThe night is too.\n\nAnd then?\nI paint.\n",
    "note": "Why?\nBecause.\n\nThis interview was translated.\n",
    "laughs": "Why?\n(laughs)\nThey wait.\n\nAnd Paris?\n[Laughs]\nCold.\n\nAnd?\n(laughs)\nSo.\n",
    "requests": "Tell me about Ulm.\nWarm.\n\nDescribe blue.\nNight.\n\nTell me more.\nNo.\n",
    "requests in German": """\
Erzählen Sie von Ulm.
Es ist warm.

Erzählen Sie von Paris.
Es war kalt.

Beschreiben Sie Blau.
Es bleibt von der Nacht.
""",
    "requests in French": """\
Parlez-moi d’Ulm.
Il y fait chaud.

Parlez-moi de Paris.
Il y faisait froid.

Décrivez le bleu.
C’est la nuit.
""",
    "requests in Russian": "Расскажите об Ульме.\nТепло.\n\nОпишите Париж.\nХолодно.\n\n"
    "Расскажите о тёте.\nУ неё была кисть.\n",
    "requests in Chinese": "请谈谈门。\n有耐心。\n\n请谈谈巴黎。\n很冷。\n\n说说姨妈。\n有画笔。\n",
    "requests in Arabic": "حدثينا عن الباب.\nينتظر.\n\nحدثينا عن باريس.\nباردة.\n\n"
    "صفي الأزرق.\nهو الليل.\n",
    "requests in Spanish": "Hábleme de Ulm.\nCalor.\n\nCuénteme de París.\nFrío.\n\n"
    "Describa el azul.\nLa noche.\n",
    "requests in Kazakh": "Ульм туралы айтып беріңізші.\nЖылы.\n\nПариж туралы айтыңыз.\nСуық.\n\n"
    "Көкті сипаттаңыз.\nТүн.\n",
    "clock": "When do you rise?\n6:30, usually.\n\nAnd sleep?\n22:15, if the cat lets me.\n\n"
    "And eat?\n12:00 sharp.\n",
    "same words": "Wie war Ulm?\nSchön war es.\n\nWie war Rom?\nSchön kalt.\n\nWie nun?\nSchön.\n",
    "address": "Frau Blum, warum Türen?\nWeil sie warten.\n\nFrau Blum, warum Rom?\nWeil ja.\n"
    "Frau Blum, die Ältere, war dort.\n\nFrau Blum, warum Blau?\nWeil es Nacht ist.\n",
    "prose": "Doors are patient, no?\nThey are.\n\nDoors are blue?\nMostly.\n"
    "Doors are red in Rome.\n\nAnd Ulm?\nWarm.\n\nWhy?\nSo.\n\nWhen?\nNow.\n",
    "colons": "Where?\nParis: two years.\nBlue Door: the first one.\nEines ist sicher: Ja.\n"
    "My mother: “No.” My aunt: “Yes.”\nMy mother: “No!”\nNote: I never sold one.\n\nWhy?\nSo.\n",
    "colons in Chinese": """\
你在哪里画画？
总之：门很有耐心。
姨妈常常说：要有耐心。

为什么？
不知道。
""",
    "only dots": "Why?\n…\n\nAnd now?\nNow I rest.\n",
    "quoted": "“Why?”\n“Because.”\n\n“When?”\n“Now.”\n",
}


@pytest.mark.parametrize("head", [HEAD, "Portraits\n\nMaria Blum\n\nFrom: Here\nBy:\n\n"])
@pytest.mark.parametrize("name", PLAIN)
def test_plain(opened, name, head):
    """Questions over their answers are understood, whatever colons and times they have."""
    text = PLAIN[name]
    found = opened(text, head)

    assert isinstance(found, Interview), found.render()
    assert found.exchanges[0].question == text.split("\n")[0]


@pytest.mark.parametrize(
    "line",
    [
        "All the best!",
        "Bonne continuation !",
        "I wish you much luck.",
        "Ulm, May 2024",
        "© Karl Horn 2024",
        "Questions: Karl Horn",
    ],
)
def test_last_line(opened, line):
    """A short last line that stands alone belongs to nobody; it is a note, and hangs nowhere."""
    found = opened(f"{exchanges()}\n{line}\n")

    assert isinstance(found, Interview)
    assert found.note == line
    assert len(found.exchanges) == len(ASKED)


def test_monologue(opened):
    """A text in which a block asks for something once is still a monologue."""
    said = "I was born in Ulm.\nThere were doors.\n\n"

    assert refused(opened(f"{said}Tell me a thing, I said.\nShe did.\n\n{said}")) == 5


def test_titles_may_have_marks(opened):
    """A heading in Markdown and a question may stand at the head."""
    found = opened(exchanges(), "# Maria Blum\n\n")

    assert isinstance(found, Interview)
    assert isinstance(opened(exchanges(), "Who is Maria?\n\nMaria Blum\n\n"), Interview)


def test_particular_never_asks(opened):
    """A first question with a colon is no label of the head."""
    found = opened("What is it: art or craft?\nBoth.\n", "Maria Blum\n\n")

    assert [one.answer for one in found.exchanges] == ["Both."]


def test_no_quote_hangs(wall):
    """Where it is not clear who speaks, neither quotes nor the interview are shown; titles are."""
    wall.write("x.txt", HEAD + exchanges("KARL ", "MARIA "))
    wall.hang("- quote: Doors are patient.\n- title: End", head="interview: x.txt")
    collection, problems = wall.load()

    assert [(one.code, one.line) for one in problems] == [("interview-unclear", 5)]
    assert len(wall.slides()) == 1
    assert collection.entries[0].interview is None
    assert collection.entries[0].exhibition.interview is None
