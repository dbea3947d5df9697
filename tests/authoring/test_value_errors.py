# ruff: noqa: E501  # One case a line reads better than its parts on five.
"""Whatever a curator mistypes, one sentence at its place says what is wanted."""

from __future__ import annotations

import pytest

from kiosk.authoring.load.similar import did_you_mean

SLIDES = [
    ("capton: x\ntitle: a", "unknown-key", "capton", "unknown key 'capton'; did you mean 'caption'?"),
    ("Title: x\ntext: a", "unknown-key", "Title", "unknown key 'Title'; did you mean 'title'?"),
    ("qqqq: x\ntitle: a", "unknown-key", "qqqq", "the keys here are title, text, photo"),
    ("photo: a\npeople: true", "unknown-key", "people", "people belongs to a photo: write photo: {file: a, people: …}"),
    ("photo: {file: a}\nconsent: {by: b}", "unknown-key", "consent", "consent belongs to a photo: write photo: {file: a, consent: …}"),
    ("photo: 'IMG_1, (1).JPG'\npeople: true", "unknown-key", "people", 'write photo: {file: "IMG_1, (1).JPG", people: …}'),
    ("title: a\npeople: true", "unknown-key", "people", "people belongs to a photo: write photo: {file: 01.jpg, people: …}"),
    ("photo: {fil-e: a, file: b}", "unknown-key", "fil-e", "unknown key 'fil-e'; did you mean 'file'?"),
    ("photo: {fil: a, file: b}", "unknown-key", "fil:", "unknown key 'fil'; did you mean 'file'?"),
    ("photo: {alt: a}", "missing-key", "{alt", "'file' is missing; it needs a file name"),
    ("quote: {translation: {fr: a}}", "missing-key", "{trans", "'text' is missing; it needs the words"),
    ("title: a\ndwell: soon", "wrong-value", "soon", "dwell needs seconds from 2 to 600, such as 12, or auto"),
    ("title: a\ndwell: 1", "wrong-value", "1", "dwell needs seconds from 2 to 600"),
    ("title: a\ndwell: nan", "wrong-value", "nan", "dwell needs seconds"),
    ("title: a\ndwell: [1]", "wrong-value", "[1]", "dwell needs seconds"),
    ("photo: a\nfocus: [2, x]", "focus-outside", "[2, x]", "focus is outside the photo; it needs two numbers between 0 and 1, such as [0.4, 0.6]"),
    ("photo: a\nfocus: [0.1]", "wrong-value", "[0.1]", "focus needs two numbers"),
    ("photo: a\nfocus: '0.5'", "wrong-value", "'0.5'", "focus needs two numbers"),
    ("photo: {file: a, focus: 3}", "wrong-value", "3", "focus needs two numbers"),
    ("photo: a\ndetails: [{at: [0.5, 0, 0.6, 1], text: b}]", "detail-outside", "[0.5", "this part is outside the photo; at needs left, top, width and height as fractions"),
    ("photo: {file: a, details: [{at: [0, 0, 2, 1], text: b}]}", "detail-outside", "[0, 0, 2", "this part is outside the photo"),
    ("photo: a\ndetails: [{at: [0, 0, 1], text: b}]", "wrong-value", "[0, 0, 1]", "at needs left, top, width and height"),
    ("photo: a\ndetails: [{at: [0, 0, 0, 1], text: b}]", "wrong-value", "[0, 0, 0", "at needs left, top, width and height"),
    ("photo: a\ndetails: [{at: [0, 0, 1, 1]}]", "missing-key", "{at", "'text' is missing"),
    ("photo: a\ndetails: [{at: [0, 0, 1, 1], txt: b, text: c}]", "unknown-key", "txt", "unknown key 'txt'; did you mean 'text'?"),
    ("photo: a\ndetails: here", "wrong-value", "here", "details needs a list of parts, each with a dash, at: and text:"),
    ("photo: [a]", "wrong-value", "[a]", "photo needs a file name, or a map"),
    ("photos: a.jpg", "wrong-value", "a.jpg", "photos needs a list of two to four photos"),
    ("photos: [a, b, c, d, e]", "too-long", "[a", "here are 5 photos; a slide has 4 at most: make two slides"),
    ("photos: [a, , b]", "yaml", None, ""),
    ("photos:\n  - a\n  -\n  - b", "empty-item", None, "this is empty; write a value or remove it"),
    ("photos: [a]", "slide-unfit", "photos", "for one, write photo"),
    ("photo: a\nphotos: [a, b]", "slide-unfit", "photo", "write photo or photos, not both"),
    ("layout: singel\nphoto: a", "no-such-choice", "singel", "there is no layout 'singel'; did you mean 'single'?"),
    ("layout: zzz\nphoto: a", "no-such-choice", "zzz", "there is no layout 'zzz'; choose one of title, text"),
    ("layout: [a]\nphoto: a", "wrong-value", "[a]", "layout needs the name of a layout"),
    ("layout: single\ntitle: a", "slide-unfit", "layout", "the layout single needs a photo"),
    ("layout: pair\nphotos: [a, b, c]", "slide-unfit", "layout", "the layout pair shows two photos"),
    ("layout: quote\ntitle: a", "slide-unfit", "layout", "the layout quote needs a quote"),
    ("layout: beside\nphotos: [a, b]", "slide-unfit", "layout", "shows one photo"),
    (
        "layout: title\nphoto: a",
        "slide-unfit",
        "layout",
        "the layout title needs a title, a text or a quote",
    ),
    ("layout: grid\nphoto: a", "slide-unfit", "layout", "shows two to four photos"),
    ("layout: pair\nphoto: a", "slide-unfit", "layout", "shows two photos"),
    ("transition: fad\ntitle: a", "no-such-choice", "fad", "there is no transition 'fad'; did you mean 'fade'?"),
    ("motion: drifft\nphoto: a", "no-such-choice", "drifft", "there is no motion 'drifft'; did you mean 'drift'?"),
    ("title: a\nfrom: soon", "wrong-value", "soon", "from needs a date as year-month-day, such as 2026-05-01"),
    ("title: a\nuntil: 2026-02-30", "wrong-value", "2026-02-30", "the calendar has no 2026-02-30; until needs a date"),
    ("title: a\nhours: 10", "wrong-value", "10", "hours needs two times of day, such as 10:00-18:00"),
    ("title: a\nhours: 1:30", "wrong-value", "1:30", "hours needs two times of day"),
    ("title: a\nhours: 10:00-25:00", "wrong-value", "10:00-25:00", "hours needs two times of day"),
    ("title: a\nweekdays: [monday]", "no-such-choice", "[monday]", "there is no weekday 'monday'; did you mean 'mon'?"),
    ("title: a\nweekdays: sat", "wrong-value", "sat", "weekdays needs a list of days, such as [sat, sun]"),
    ("title: a\nfrom_: 2026-01-01", "unknown-key", "from_", "did you mean 'from'?"),
    ("withheld: maybe\ntitle: a", "wrong-value", "maybe", "withheld needs true or false"),
    ("photo: {file: a, withdrawn: [x]}", "wrong-value", "[x]", "withdrawn needs true or false"),
    ("title: ''", "empty-text", "''", "title is empty; write a value or remove it"),
    ("title: '  '", "empty-text", "'  '", "title is empty"),
    ("title: {}", "empty-text", "{}", "title is empty"),
    ("title: {en: a, fr: ''}", "empty-text", "''", "fr is empty; write a value or remove it"),
    ("title: {French: a}", "no-language", "French", "'French' is not a language tag; did you mean 'fr'?"),
    ("title: {enq2: a}", "no-language", "enq2", "'enq2' is not a language tag"),
    ("title: {xx: a}", "no-language", "xx", "'xx' is not a language tag; write a tag such as en"),
    ("title: {kz: a}", "no-language", "kz", "'kz' is not a language tag; did you mean 'kk'?"),
    ("photo:a.jpg", "missing-space", "photo:a", "a space is missing after this colon"),
    ("title: {en: [a]}", "wrong-value", "{en", "title needs a text, or one for each language"),
    ("quote: [a]", "wrong-value", "[a]", "quote needs words from the interview"),
    ("quote: {text: {en: a}}", "wrong-value", "{en: a}", "text needs the words as they were spoken"),
    ("photo: a\nfacts: [a]", "wrong-value", "[a]", "facts needs a map from each label"),
    ("photo: a\nfacts: a", "wrong-value", "a", "facts needs a map"),
    ("photo: a\nfacts: {From: [x]}", "wrong-value", "{From", "facts needs a map"),
    ("photo: a\nfacts: {From: {EN: x}}", "no-language", "EN", "'EN' is not a language tag"),
    ("photo: a\nfacts: {From: ''}", "empty-text", "''", "From is empty"),
    ("caption: x", "slide-unfit", "caption", "a slide needs a photo, a quote, a title or a text"),
    ("title: " + "x" * 20_001, "too-long", "xxx", "this text has 20001 letters; the limit is 20000"),
]  # fmt: skip


@pytest.mark.parametrize(("slide", "code", "place", "message"), SLIDES)
def test_one_sentence(wall, slide, code, place, message):
    """A faulty value is one problem, where it stands, in words that help."""
    first, *rest = slide.split("\n")
    wall.hang("\n".join([f"- {first}", *(f"  {line}" for line in rest), "- title: End"]))
    problem = wall.only_problem()

    assert problem.code == code
    assert message in problem.message
    if place:
        assert problem.snippet[-1][1][problem.column - 1 :].startswith(place)


SETTINGS = [
    ("languages: [EN]", "'EN' is not a language tag; write en"),
    ("languages: [ZH-Hans]", "'ZH-Hans' is not a language tag; write zh-Hans"),
    ("languages: en", "languages needs a list of language tags, such as [en, fr]"),
    ("idle_s: 5", "idle_s needs seconds from 10 to 3600, such as 60"),
    ("screen: {diagonal_in: big}", "diagonal_in needs inches from 5 to 200, such as 32"),
    ("screen: {viewing_distance_m: 90}", "viewing_distance_m needs metres from 0.2 to 20"),
    ("screen: {diagonal: 5}", "unknown key 'diagonal'; did you mean 'diagonal_in'?"),
    ("screen: 32", "screen needs a map, such as {diagonal_in: 32"),
    ("exhibitions: doors", "exhibitions needs a list of names"),
    ("exhibitions: [[a]]", "exhibitions needs a list of names"),
]


@pytest.mark.parametrize(("kiosk", "words"), SETTINGS)
def test_settings(wall, kiosk, words):
    """A faulty setting of the kiosk is told in the same way."""
    wall.hang("- title: a")
    wall.write("kiosk.yaml", kiosk)

    assert words in wall.only_problem().message


def test_two_faults_in_one_text(wall):
    """Two languages that are none are two problems, each at its key."""
    wall.hang("- title: {English: a, French: b}\n- title: a")
    _, problems = wall.load()

    assert [problem.column for problem in problems] == [13, 25]


def test_no_jargon(wall):
    """No sentence speaks of types, strings or validation."""
    wall.hang("- 3\n- [a]\n- {photo: {a: b}, dwell: {}, title: {x: {}}, facts: {a: {b: {}}}}")
    _, problems = wall.load()
    words = " ".join(problem.message for problem in problems).casefold()

    assert len(problems) >= 5
    for jargon in (
        "string",
        "tuple",
        "dict",
        "input",
        "instance",
        "valid",
        "literal",
        "str ",
        "int",
    ):
        assert jargon not in words.replace("interview", "")


def test_nothing_close():
    """What resembles nothing gets no proposal."""
    assert did_you_mean("qqq", ["title"]) == ""
    assert did_you_mean("TITEL", ["title"]) == "; did you mean 'title'?"


PERCENT = [
    ("focus: [40%, 60%]", (0.4, 0.6)),
    ("focus: [40 %, 0.6]", (0.4, 0.6)),
    ("focus: 40 %, 30 %", (0.4, 0.3)),
    ("focus: 12,5 %; 100%", (0.125, 1.0)),
]


@pytest.mark.parametrize(("line", "focus"), PERCENT)
def test_percent_for_focus(doors, line, focus):
    """A point may be given in percent, as a list or as one text."""
    doors.hang(f"- photo: a.jpg\n  {line}")

    assert doors.only_slide().photo.focus == pytest.approx(focus)


def test_percent_for_a_part(doors):
    """So may the place of a part."""
    doors.hang("- photo: a.jpg\n  details: [{at: 20% 30% 25% 20%, text: x}]")

    assert doors.only_slide().photo.details[0].at == pytest.approx((0.2, 0.3, 0.25, 0.2))


@pytest.mark.parametrize(
    "line", ["focus: 140%, 30%", "focus: [40%]", "focus: 40%", "focus: a 40% 3%"]
)
def test_wrong_percent(doors, line):
    """Percentages that are no point in the photo are a problem like other numbers."""
    doors.hang(f"- photo: a.jpg\n  {line}\n- title: End")

    assert "focus" in doors.only_problem().message
