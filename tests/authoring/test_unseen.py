"""Nothing that a slide has is left out in silence: visitors see it, or a warning names it."""

from __future__ import annotations

from bisect import bisect
from itertools import product
from typing import get_args

import pytest
from msgspec.structs import replace

from kiosk.authoring.checks import check_opened
from kiosk.authoring.checks.subject import CheckServices
from kiosk.authoring.load.place import open_place
from kiosk.base.geometry import Size
from kiosk.exhibition.exhibition import LayoutName
from kiosk.layouts import arrange
from kiosk.layouts.visible import visible
from kiosk.style.stage import Stage
from kiosk.types.scene import Lettering
from tests.world import facts

LAYOUTS = (None, *get_args(LayoutName))
LANGUAGES = ("en", "fr")
SCREENS = (Size(1280, 800), Size(800, 1280))
QUOTE = (
    "quote:\n  text: Every door is an answer\n"
    "{}  translated_by: the translator\n  speaker: Ada Example"
)
WORDS = {
    "title": ("title: the title",),
    "text": ("text: the text",),
    "quote": (QUOTE.format(""), QUOTE.format("  translation: {fr: the translation}\n")),
    "facts": ("facts: {the label: the value}",),
    "photos": (
        "photo: a.jpg\ncaption: the caption\ncredit: the credit\n"
        "details: [{at: [0, 0, 1, 1], text: the detail}]",
        "photos: [a.jpg, b.jpg]\ncaption: the caption",
        "photos:\n  - {file: a.jpg, caption: the caption, credit: the credit}\n"
        "  - {file: b.jpg, credit: another credit}\n  - c.jpg",
    ),
}
SAID = {
    "title": "the title",
    "text": "the text",
    "quote": "Every door is an answer",
    "translation": "the translation",
    "translated_by": "the translator",
    "speaker": "Ada Example",
    "facts": "the value",
    "caption": "the caption",
    "credit": "the credit",
}


def combinations():
    """Slides with every layout and every combination of keys."""
    for layout, *parts in product(LAYOUTS, *(("", *ways) for ways in WORDS.values())):
        lines = [f"layout: {layout}" if layout else "", *parts]
        yield "\n".join(filter(None, lines))


def warnings(opened):
    found = check_opened(opened, CheckServices(visible=visible))
    return [problem for problem in found if problem.code == "not-shown"]


@pytest.fixture
def shown(doors, ada):
    """An exhibition of these slides, in two languages."""

    def hang(*slides, head=""):
        written = "".join(f"-\n{indented(slide)}\n" for slide in slides)
        doors.write("kiosk.yaml", f"languages: [{', '.join(LANGUAGES)}]\n")
        doors.hang(written, head=f"by: Somebody\ninterview: ada.txt\n{head}")
        return doors

    return hang


def indented(slide):
    return "\n".join(f"  {line}" for line in slide.splitlines())


def test_each_is_drawn_or_reported(shown, typesetter):
    """With every layout and combination of keys: each key is seen or named, and never both."""
    opened = open_place(shown(*combinations()).path)
    (resolved,) = opened.resolved
    firsts = [first_line(resolved, one) for one in resolved.located]
    named = dict[int, list[str]]()
    for problem in warnings(opened):
        slide = resolved.located[bisect(firsts, problem.line) - 1].where[1]
        named.setdefault(slide, []).append(problem.message)

    assert len(resolved.located) > 300
    assert firsts == sorted(firsts)
    for one, screen in product(resolved.located, SCREENS):
        drawn, photos = drawn_on(one.slide, typesetter, screen)
        messages = " ".join(named.get(one.where[1], ()))
        written = repr(resolved.draft.document.value["slides"][one.where[1]])
        for key, said in SAID.items():
            if said in written:
                assert (said in drawn) != names(messages, key), (one.slide, key, messages)
        if one.slide.all_photos:
            assert photos != names(messages, "photo"), (one.slide, messages)


def first_line(resolved, one):
    return resolved.draft.document.mark(one.where).line


def names(messages, key):
    listed = messages.split("does not show ")[1:]
    return any(key in one.partition(";")[0].replace(",", "").split() for one in listed)


def drawn_on(slide, typesetter, screen):
    """All letters of a slide in either language, and whether it has all its photos.

    It is drawn as if it were the first: only there, a translator is named.
    """
    if slide.quote:
        slide = replace(slide, quote=replace(slide.quote, names_translator=True))
    infos = {photo.file: facts() for photo in slide.all_photos}
    found = [
        arrange(slide, Stage(screen, typesetter, language=language), infos)
        for language in LANGUAGES
    ]
    words = [word for one in found for word in one.words if isinstance(word, Lettering)]
    letters = "\n".join(word.paragraph.text for word in words)
    return letters, all(len(one.photos) == len(infos) > 0 for one in found)


@pytest.mark.parametrize(
    ("slide", "line", "message"),
    [
        (
            "quote: Every door is an answer\ntext: a\nlayout: quote",
            "text",
            "the layout quote does not show text; layout: title or text does",
        ),
        (
            "photo: a.jpg\nlayout: single\nfacts:\n  From: here",
            "facts",
            "the layout single does not show facts; layout: portrait does",
        ),
        (
            "photos: [a.jpg, b.jpg]\nlayout: grid\nfacts: {From: here}",
            "facts",
            "the layout grid does not show facts;"
            " no layout shows everything here, so write another slide for facts",
        ),
        (
            "quote: {text: Every door is an answer, translated_by: me}",
            "translated_by",
            "the layout quote does not show translated_by; write the translation, too",
        ),
        (
            "quote: {text: Every door is an answer, translation: a, translated_by: me}",
            "quote",
            "the layout quote does not show translation;"
            " write its language before it, such as {fr: …}",
        ),
    ],
)
def test_advice(shown, slide, line, message):
    """The warning is at the key's line, and names the layouts that show everything."""
    wall = shown(slide)
    (problem,) = warnings(open_place(wall.path))
    text = (wall.path / "doors.yaml").read_text().splitlines()

    assert problem.message == message
    assert any(f"{line}:" in one for one in text[problem.line - 2 : problem.line])


@pytest.mark.parametrize(
    "slide",
    [
        "title: a\nphoto: {file: a.jpg, alt: b}\nlayout: beside",
        "quote: Every door is an answer\ntext: a",
        "photo: a.jpg\ntitle: a\nnotice: b",
        "quote: {text: Every door is an answer, translation: {xx: a}, translated_by: me}",
    ],
)
def test_no_warning(shown, slide):
    """What is seen is not reported, nor what another warning reports."""
    assert not warnings(open_place(shown(slide).path))


def test_place_of_a_translation(shown):
    """A translation that is not shown is reported at its own place, not at its quote."""
    wall = shown("quote: {text: Every door is an answer, translation: a}")
    (problem,) = warnings(open_place(wall.path))
    line = (wall.path / "doors.yaml").read_text().splitlines()[problem.line - 1]

    assert line[problem.column - 1 :] == "a}"


def test_a_quote_under_another_name(shown, typesetter):
    """A portrait names the speaker of its quote, unless its title does."""
    quote = "quote: {text: Every door is an answer, speaker: Ada Example}\nphoto: a.jpg\n"
    facts_of = "facts: {From: here}\n"
    wall = shown(
        *(f"{quote}{facts_of}title: {title}" for title in ("Ada Example, painter", "Karl"))
    )
    drawn = [drawn_on(slide, typesetter, Size(1280, 800))[0] for slide in wall.slides()]

    assert [letters.splitlines().count("Ada Example") for letters in drawn] == [0, 2]


@pytest.mark.parametrize(("head", "count"), [("", 1), ("interview: ada.txt", 0)])
def test_maker_without_an_interview(doors, ada, head, count):
    """A name that no quote and no interview shows is noted."""
    doors.hang("- title: a", head=f"by: Ada Example\n{head}")

    assert [one.line for one in doors.found("not-shown")] == [2] * count


def test_caption_of_photos_of_which_one_is_left(doors):
    """A caption about several photos is reported if one is left that has its own."""
    doors.hang(
        "- photos:\n  - {file: a.jpg, withdrawn: true}\n  - {file: b.jpg, caption: b}\n"
        "  caption: both"
    )

    assert [one.line for one in doors.found("said-twice")] == [7]


def test_translation_that_nobody_can_choose(shown):
    """A translation in a language that the kiosk does not have is reported at its tag."""
    wall = shown("quote: {text: Every door is an answer, translation: {fr: a, kk: b}}")

    assert [one.message for one in wall.found("language-unspoken")] == [
        "nobody can choose 'kk' on this kiosk; its languages are en, fr"
    ]
