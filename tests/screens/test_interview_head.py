"""The head of an interview stands as in its source, and says in which language it was given."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.authoring.load.place import load
from kiosk.base.geometry import Rect, Size, around
from kiosk.exhibition.exhibition import Transcript
from kiosk.exhibition.interview import Particular
from kiosk.exhibition.text import LocalisedText
from kiosk.exhibition.without_photos import composed
from kiosk.language.translations import A_TRANSLATION, INTRODUCTION
from kiosk.screens.interview.head import NAME, language_notes
from kiosk.screens.interview.index import index_list
from kiosk.screens.interview.interview_page import page
from kiosk.screens.interview.margin_photos import hung
from tests.world import INTERVIEW, SCREEN, Player, collection, entry, slide

ROOT = Path(__file__).parent.parent.parent
LANGUAGES = ("ar", "de", "en", "es", "fr", "kk", "ru", "zh")
SHAPES = (
    *(Size(1280, 720), Size(720, 1280), Size(1280, 800)),
    *(Size(1024, 768), Size(1680, 720), Size(900, 900)),
)
BY = LocalisedText((("en", "Translated by Ada"), ("fr", "Traduit par Ada")))
HEADED = replace(
    INTERVIEW,
    titles=("A series", "Somebody"),
    facts=(Particular("Met in", "A kitchen", 3), Particular("Photos by", "", 4)),
    summary="Somebody makes doors.\n\nThe doors are blue.",
)
HEAD = ["A series", "Somebody", "Met in: A kitchen", "Introduction", "Somebody makes doors."]


@pytest.fixture(scope="module")
def testimony():
    return load(ROOT / "exhibitions")[0]


def read(interview, typesetter, language="en", translations=(), size=SCREEN):
    """Exhibition, stage and page, as a visitor of this language reads the interview."""
    one = entry("one", slide(title="One"), interview=interview)
    written = Transcript("/interview.txt", "en", translated_by=BY)
    exhibition = replace(one.exhibition, interview=written)
    one = replace(one, exhibition=exhibition, translations=tuple(translations))
    player = Player(collection(one), typesetter, language=language, size=size)
    stage = player.context.stage_of(one)
    return one, stage, page(one, stage)


def _lines(paragraph, typesetter):
    ends = (0, *typesetter.line_ends(paragraph.text, paragraph.style, paragraph.width))
    return [paragraph.text[start:end] for start, end in pairwise(ends)]


def texts(of):
    return [one.paragraph.text.strip() for one in of.letters]


def test_the_head_is_kept_as_it_is_in_the_source(typesetter):
    """Lines, answered labels and introduction come before the first question, in their order."""
    _, stage, made = read(HEADED, typesetter)
    shown = texts(made)
    first = made.letters[made.questions[0]]

    assert shown[2] == "5 min to read"
    del shown[2]
    assert shown[: len(HEAD) + 1] == [*HEAD, "The doors are blue."]
    assert shown[len(HEAD) + 1] == HEADED.exchanges[0].question
    assert made.letters[len(HEAD) + 1].rect.bottom < made.rule.y < first.rect.y
    # Nobody says it: it is in other letters than what is said.
    said = made.letters[made.answers[0][0]].paragraph.style
    assert said == replace(stage.style("lead"), align="start")
    assert all(one.paragraph.style.face != said.face for one in made.letters[2:6])


def test_a_head_of_one_name_has_the_time_to_read_it(typesetter):
    """A transcript that begins with a name only has it as its title; a short one has no time."""
    brief = replace(INTERVIEW, exchanges=INTERVIEW.exchanges[:2])
    _, _, made = read(INTERVIEW, typesetter)
    _, _, short = read(brief, typesetter)

    assert texts(made)[:3] == ["Somebody", "5 min to read", INTERVIEW.exchanges[0].question]
    assert texts(short)[:2] == ["Somebody", INTERVIEW.exchanges[0].question]
    assert short.rule is None


@pytest.mark.parametrize("size", SHAPES, ids=str)
def test_the_name_is_large(typesetter, testimony, size):
    """As on a title page on most screens, whole words in two lines at most."""
    player = Player(testimony, typesetter, size=size)
    one = player.context.entry("portrait")
    stage = player.context.stage_of(one)
    name = next(n for n in page(one, stage).letters if n.name == NAME).paragraph

    assert name.style.size > stage.style("heading").size or size.width == size.height
    assert name.lines <= 2
    assert all(len(line) > 5 for line in _lines(name, typesetter))


def test_a_translation_without_a_head_has_that_of_the_interview(typesetter):
    """Nothing of the source is lost, and it keeps its own language."""
    bare = replace(INTERVIEW, titles=(), note="")
    _, _, made = read(HEADED, typesetter, "fr", [("fr", bare)])
    intro = next(one for one in made.letters if "makes doors" in one.paragraph.text)

    assert intro.paragraph.style.language == "en"
    assert "Introduction" in texts(made)
    own = replace(bare, titles=("Une série",), summary="Quelqu’un fait des portes.")
    shown = texts(read(HEADED, typesetter, "fr", [("fr", own)])[2])
    assert "Quelqu’un fait des portes." in shown
    assert "Somebody makes doors." not in shown


@pytest.mark.parametrize("name", ["portrait", "apple", "religions-for-peace"])
def test_the_testimony_has_all_lines_of_its_head(typesetter, testimony, name):
    """What stands before the interview is on its page, letter for letter, but empty labels."""
    head = (ROOT / "seeds" / "meiirbek-sailanbek.txt").read_text("utf-8")
    lines = head.partition("full interview")[0].splitlines()
    player = Player(testimony, typesetter)
    one = player.context.entry(name)
    shown = texts(page(one, player.context.stage_of(one)))

    written = [line for line in lines if line and not line.endswith(":")]
    assert [one for one in shown if one in written] == written


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_head_introduction_and_first_question_are_one_page(typesetter, testimony, language, size):
    """The introduction is as large as the answers, in easy lines; a question is in sight."""
    player = Player(testimony, typesetter, language=language, size=size)
    one = player.context.entry("portrait")
    stage = player.context.stage_of(one)
    made = page(one, stage)
    told = made.letters[made.above - 1].paragraph
    ends = (0, *typesetter.line_ends(told.text, told.style, told.width))
    lines = [end - start for start, end in pairwise(ends)][:-1]

    assert told.style.size >= made.letters[made.answers[0][0]].paragraph.style.size
    assert sum(lines) / len(lines) >= 45
    assert max(lines) <= 75
    fade = stage.size.height - stage.bar - stage.margin
    assert made.letters[made.questions[0]].rect.bottom <= fade + stage.margin / 2


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_rule_is_as_wide_as_the_introduction(typesetter, testimony, language, size):
    """Or as the answers, where these have longer lines."""
    player = Player(testimony, typesetter, language=language, size=size)
    one = player.context.entry("portrait")
    made = page(one, player.context.stage_of(one))
    last = made.letters[made.above - 1].paragraph
    told = around([n.rect for n in made.letters if n.paragraph.style == last.style])

    assert abs(made.rule.right - max(told.right, made.box.right)) <= 1
    assert abs(made.rule.x - min(told.x, made.box.x)) <= 1


@pytest.mark.parametrize("text_size", [1, 3, 5])
@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("translated", [False, True])
@pytest.mark.parametrize("index", ["questions", "none"])
def test_nothing_in_the_head_is_covered(typesetter, language, size, text_size, translated, index):
    """Titles, introduction, index and track have a place each, whichever way lines run."""
    own = [("ar", replace(HEADED, titles=("سلسلة",)))] if translated else []
    one, stage, _ = read(HEADED, typesetter, language, own, size)
    stage = replace(stage, comfort=replace(stage.comfort, text_size=text_size))
    written = replace(one.exhibition.interview, index=index)
    one = replace(one, exhibition=replace(one.exhibition, interview=written))
    made, beside = page(one, stage), index_list(one, stage)
    places = [one.rect for one in made.letters[: made.above + 1]]
    if beside and beside.is_beside:
        places.append(beside.frame)
    track = stage.mirror(Rect(stage.size.width - stage.margin, 0, stage.margin, 9e3))

    assert not [(a, b) for a, b in combinations([*places, track], 2) if a.overlaps(b)]
    assert all(one.x >= 0 and one.right <= stage.size.width for one in places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_visitors_are_told_the_language_of_the_interview(typesetter, language):
    """Whoever reads another language is told, at the top, in their own words."""
    one, stage, made = read(HEADED, typesetter, language)
    notes = language_notes(one, stage.language)
    if language == "en":
        assert notes == []
        return
    ((text, tag),) = notes

    assert "English" in text
    assert tag == language
    assert texts(made).index(text) < made.questions[0]


def test_visitors_are_told_whose_translation_they_read(typesetter):
    """That it is one, and who made it, in their language; who reads the original is not."""
    french = replace(HEADED, titles=("Une série",))
    one, _, made = read(HEADED, typesetter, "fr", [("fr", french)])
    shown = texts(made)

    assert A_TRANSLATION.in_language("fr") in shown
    assert "Traduit par Ada" in shown
    assert INTRODUCTION.in_language("fr") in shown
    assert not {A_TRANSLATION.in_language("de"), "Translated by Ada"} & {
        text for text, _ in language_notes(one, "de")
    }


@pytest.mark.parametrize("languages", [("en", "ar"), ("ru", "en"), ("fr", "kk")])
def test_the_words_stay_when_the_language_changes(typesetter, languages):
    """Who reads the original in the middle goes on there, with or without a note at the top."""
    one = entry("one", slide(title="One"), interview=HEADED)
    player = Player(collection(one, languages=LANGUAGES), typesetter, language=languages[0])
    player.open_at("interview")
    for _ in range(4):
        player.key("down")
    before = player.view().layers[0].items
    player.prefer(languages[1])
    after = player.view().layers[0].items

    assert [(one.paragraph.text, round(one.at.y, -1)) for one in before] == [
        (one.paragraph.text, round(one.at.y, -1)) for one in after
    ]


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_photo_of_the_title_page_is_below_the_name(typesetter, testimony, language, size):
    """Where the name is beside the introduction, at its edge and clear of all words."""
    player = Player(testimony, typesetter, language=language, size=size)
    one = player.context.entry("portrait")
    made = page(one, player.context.stage_of(one))
    name = next(n for n in made.letters if n.name == NAME)
    player.open_at("interview")
    player.wait(2)
    is_beside = name.rect.right < made.box.x
    shown = player.pictures()

    assert [p.derivative.file for p in shown] == is_beside * [
        one.exhibition.slides[0].title_photo.file
    ]
    assert is_beside == (size.width >= 1.5 * size.height)
    for picture in shown:
        assert picture.window == picture.image
        assert abs(picture.window.x - name.rect.x) <= 0.1 * name.paragraph.style.size
        assert not any(picture.window.overlaps(n.rect) for n in made.letters)


def test_a_photo_with_a_notice_is_not_below_the_name(typesetter, testimony):
    """The title page has none either."""
    player = Player(testimony, typesetter, size=Size(1280, 720))
    one = player.context.entry("portrait")
    stage = player.context.stage_of(one)
    noticed = replace(one.exhibition, notice=LocalisedText((("en", "Beware"),)))

    assert 0 in {photo.slide for photo in hung(one, stage)}
    one = replace(one, exhibition=composed(noticed))
    assert 0 not in {photo.slide for photo in hung(one, stage)}
