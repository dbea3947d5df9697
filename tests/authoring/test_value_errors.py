# ruff: noqa: E501  # One case a line reads better than its parts on five.
"""Whatever a curator mistypes, one sentence at its place says what is wanted."""

from __future__ import annotations

import pytest

from kiosk.authoring.load.advice.similar import did_you_mean

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
    ("layout: matted\ntitle: a", "slide-unfit", "layout", "needs a photo, or a quote and no text"),
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
    ("photo: a\nfocus: [50, 60]", "focus-outside", "[50, 60]", "focus is outside the photo; for percentages, write [50%, 60%]"),
    ("photo: a\nfocus: 50, 60", "wrong-value", "50, 60", "focus needs two numbers between 0 and 1: write [50%, 60%]"),
    ("photo: a\nfocus: 0.5 0.6", "wrong-value", "0.5 0.6", "write [0.5, 0.6]"),
    ("photo: a\nfocus: [1200, 800]", "focus-outside", "[1200", "it needs two numbers between 0 and 1"),
    ("photo: a\ndetails: [{at: [20, 30, 25, 20], text: b}]", "detail-outside", "[20", "this part is outside the photo; for percentages, write [20%, 30%, 25%, 20%]"),
    ("photo: a\ndetails: [{at: [80, 30, 25, 20], text: b}]", "detail-outside", "[80", "at needs left, top, width and height"),
    ("title: a\nfrom: 30.09.2026", "wrong-value", "30.09", "from needs a date as year-month-day: write 2026-09-30"),
    ("title: a\nuntil: 30. September 2026", "wrong-value", "30.", "write 2026-09-30"),
    ("title: a\nuntil: 30/9/26", "wrong-value", "30/", "write 2026-09-30"),
    ("title: a\nuntil: 20260930", "wrong-value", "2026", "write 2026-09-30"),
    ("title: a\nfrom: 03/04/2026", "wrong-value", "03/", "write 2026-04-03 for 3 April 2026 or 2026-03-04 for 4 March 2026"),
    ("title: a\nfrom: 31.09.2026", "wrong-value", "31.", "from needs a date as year-month-day, such as 2026-05-01"),
    ("photo: {file: a, people: true, consent: {by: b, on: 1 May 2026, covers: c}}", "wrong-value", "1 May", "on needs a date as year-month-day: write 2026-05-01"),
    ("title: a\nhours: 10-18", "wrong-value", "10-18", "hours needs two times of day: write 10:00-18:00"),
    ("title: a\nhours: 10h30 à 18h", "wrong-value", "10h30", "write 10:30-18:00"),
    ("title: a\nhours: 10–18 Uhr", "wrong-value", "10", "write 10:00-18:00"),
    ("title: a\nhours: 9:30am to 5pm", "wrong-value", "9:30", "write 09:30-17:00"),
    ("title: a\nhours: [10:00, 18:00]", "wrong-value", "[10", "write 10:00-18:00"),
    ("title: a\nhours: 10-6", "wrong-value", "10-6", "hours needs two times of day, such as 10:00-18:00"),
    ("title: a\ndwell: 5 sec", "wrong-value", "5 sec", "dwell needs seconds from 2 to 600: write 5"),
    ("title: a\ndwell: 1 s", "wrong-value", "1 s", "dwell needs seconds from 2 to 600, such as 12, or auto"),
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


LANGUAGES = [
    ("en, de, ar", "ge", "did you mean 'de'?"),
    ("en, ka", "ge", "did you mean 'ka'?"),
    ("en, fr", "ge", "did you mean 'de' or 'ka'?"),
    ("en, ja", "jp", "did you mean 'ja'?"),
    ("en, de", "cn", "did you mean 'zh'?"),
    ("en, de", "gr", "did you mean 'el'?"),
    ("en, de", "dk", "did you mean 'da'?"),
    ("en, de", "ua", "did you mean 'uk'?"),
    ("en, de", "cz", "did you mean 'cs'?"),
    ("en, de", "kz", "did you mean 'kk'?"),
    ("en, es", "sp", "did you mean 'es'?"),
    ("en, de", "dw", "did you mean 'de'?"),
    ("en, de", "qq", "write a tag such as en, fr or zh-Hans"),
]


@pytest.mark.parametrize(("languages", "written", "hint"), LANGUAGES)
@pytest.mark.parametrize("place", ["kiosk", "texts"])
def test_the_language_that_is_meant(wall, place, languages, written, hint):
    """The kiosk's own languages come first, then the mistakes that are common."""
    others = "".join(f"{tag}: x, " for tag in languages.split(", ") if place == "texts")
    if place == "kiosk":
        wall.write("kiosk.yaml", f"languages: [{languages}]\n")
    wall.hang(f"- title: {{{others}{written}: y}}\n- title: End")
    messages = [problem.message for problem in wall.found("no-language")]

    assert messages == [f"'{written}' is not a language tag; {hint}"]


COLOURS = [
    ("'#C8A46A80'", "a colour in quotation marks, such as '#c8a46a'"),
    ("c8a46a", 'a colour in quotation marks: write "#c8a46a"'),
    ("'#fa0'", 'write "#ffaa00"'),
    ("rgb(200 164 106)", 'write "#c8a46a"'),
]


@pytest.mark.parametrize(("colour", "hint"), COLOURS)
def test_colours_in_other_forms(wall, colour, hint):
    """A colour that can be read is written as the kiosk wants it."""
    wall.hang("- title: End", head=f"accent: {colour}\n")

    assert hint in wall.only_problem().message


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
