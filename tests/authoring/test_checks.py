"""What should be mended before opening is found, and said where it stands."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from kiosk.authoring.checks import check
from kiosk.authoring.checks.subject import CheckServices
from kiosk.authoring.problems.problem import Severity
from kiosk.exhibition.text_walk import ROLES, walk_texts
from kiosk.types.photo import TONES, PhotoInfo


@pytest.fixture
def doors(wall):
    """A wall with photos, in English and French."""
    for name in "abc":
        wall.write(f"{name}.jpg", f"photo {name}")
    wall.write("kiosk.yaml", "languages: [en, fr]")
    return wall


NAMED = "  # kiosk: allow same-in-all-languages a name"


def places(problems):
    return [(problem.line, problem.column) for problem in problems]


def test_a_clean_exhibition(doors, ada):
    """An exhibition in which all is well has no problem."""
    doors.hang(
        """
        - photo: a.jpg
          alt: &door {en: A door, fr: Une porte}
          caption: {en: Door, fr: Porte}
          quote: {text: Every door is an answer, translation: {fr: Chaque porte répond}}
        - photos: [{file: b.jpg, alt: *door}, {file: c.jpg, alt: *door}]
        """,
        head=f"by: Ada Example\ninterview: ada.txt\ndefaults:\n  credit: Ada Example{NAMED}",
    )
    yaml = doors.path / "doors.yaml"
    yaml.write_text(yaml.read_text().replace("title: Doors", f"title: Doors{NAMED}"))

    assert check(doors.path) == ()


def test_problems_of_loading_come_once(doors):
    """What loading complains of is among the problems, once."""
    doors.hang("- titel: x\n- title: y")

    assert [problem.code for problem in check(doors.path) if problem.severity != "note"] == [
        "unknown-key"
    ]


def test_work_without_a_title(doors):
    """A label without a title is reported where the work is written, beside a photo or in a map."""
    doors.hang(
        "- photo: a.jpg\n  work: {year: 1912}\n"
        "- photos:\n  - {file: b.jpg, work: {title: Untitled}}\n  - {file: c.jpg, work: {by: Ada}}"
    )

    assert places(doors.found("work-untitled")) == [(5, 11), (8, 27)]


@pytest.mark.parametrize(
    ("work", "found"),
    [
        ("year: about 1931", ["year"]),
        ("size: 40 cm high", ["size"]),
        ("year: около 1931", ["year"]),
        ("year: {en: about 1931}", ["year"]),
        ("year: um 1931, size: 40 cm hoch", ["year", "size"]),
        ("year: {en: about 1931, fr: vers 1931}", []),
        ("year: undated", ["year"]),
        ("year: 1931", []),
        ("year: ca. 1931–35", []),
        ("year: {en: 1931}, size: {fr: 40 × 50 cm}", []),
        ("size: 40 × 50 × 3 cm", []),
        ("size: H 40 x B 50 mm", []),
        ("size: Ø 12 in", []),
    ],
)
def test_years_and_sizes_with_words(doors, work, found):
    """Words in a year or a size need a translation; numbers and units need none."""
    doors.hang(f"- photo: a.jpg\n  work: {{title: T, {work}}}")
    problems = doors.found("translation-missing")
    keys = [one.snippet[-1][1][: one.column].rsplit(":", 1)[0].split()[-1] for one in problems]

    assert [key.strip("{,") for key in keys] == found


def test_one_language_needs_no_translation(doors):
    """Where visitors choose no language, a year may have words."""
    doors.write("kiosk.yaml", "languages: [en]")
    doors.hang("- photo: a.jpg\n  work: {title: T, year: about 1931}")

    assert doors.found("translation-missing") == []


def test_missing_alt(doors):
    """Each photo needs words for those who cannot see it."""
    doors.hang("- photo: a.jpg\n- photos:\n  - a.jpg\n  - {file: b.jpg, alt: x}\n  - c.jpg")
    problems = doors.found("alt-missing")

    assert {problem.severity for problem in problems} == {Severity.WARNING}
    assert places(problems) == [(4, 12), (6, 7), (8, 7)]


def test_missing_alt_after_a_withdrawn_photo(doors):
    """A grid that lost a photo still knows where the others stand."""
    doors.hang(
        "- photos:\n  - {file: a.jpg, withdrawn: true}\n  - {file: b.jpg, alt: x}\n  - c.jpg"
    )

    assert places(doors.found("alt-missing")) == [(7, 7)]


def test_stand_ins(doors):
    """Each photo that stands in for another is noted once."""
    doors.hang(
        "- photo: a.jpg\n- photo: a.jpg\n- photo: {file: b.jpg, stand_in: false}\n- photo: c.jpg",
        head="defaults: {stand_in: true}",
    )
    problems = doors.found("stand-in")

    assert {problem.severity for problem in problems} == {Severity.NOTE}
    assert [problem.line for problem in problems] == [4, 7]
    assert problems[0].message == "a.jpg replaces a photo that you do not have yet"


@pytest.mark.parametrize(
    ("slide", "place"),
    [
        ("- title: {en: x}", (4, 12)),
        ("- text:\n    en: x", (5, 7)),
        ("- photo: a.jpg\n  notice: {en: x}", (5, 13)),
        ("- photo: a.jpg\n  caption: {en: x}", (5, 14)),
        ("- photo: {file: a.jpg, caption: {en: x}}", (4, 35)),
        ("- photos: [a.jpg, b.jpg]\n  caption: {en: x}", (5, 14)),
        ("- photos: [a.jpg, {file: b.jpg, caption: {en: x}}]", (4, 44)),
        ("- photo: a.jpg\n  details: [{at: [0, 0, 1, 1], text: {en: x}}]", (5, 40)),
        ("- photo: {file: a.jpg, details: [{at: [0, 0, 1, 1], title: {en: x}, text: x}]}", (4, 62)),
        ("- photo: a.jpg\n  facts: {From: {en: x}}", (5, 19)),
        ("- photo: a.jpg\n  facts:\n    - label: {en: x}\n      value: {en: x, fr: y}", (6, 16)),
    ],
)
def test_missing_translation(doors, slide, place):
    """A text in some of the kiosk's languages needs the others too."""
    doors.hang(slide)
    (problem,) = doors.found("translation-missing")

    assert (problem.line, problem.column) == place
    assert problem.message.endswith("has no translation in fr")


def test_texts_that_are_the_same_in_all_languages(doors):
    """One note lists them all, but no names of people, numbers, quotes and lines that allow it."""
    doors.hang(
        f"""
        - title: A door
          text: {{en: A text, fr: Un texte}}
        - title: Paris{NAMED}
        - photo: a.jpg
          facts: {{Lives in: a town}}
          work: {{by: Ada Example, title: Doors, year: 1912, size: 4 cm}}
          alt: A door
        - title: "1912"
        - quote: {{text: Every door is an answer, translation: Tür}}
        """,
        head="by: Ada Example\ninterview: ada.txt\ndefaults: {credit: A lender}",
    )
    (problem,) = doors.found("same-in-all-languages")

    assert problem.severity == "note"
    assert (problem.line, problem.column) == (1, 8)
    assert problem.message == (
        "6 texts are the same in all languages: lines 1, 4, 6, 10, 11, 12;"
        " for other words in each, write {en: …, fr: …}"
    )


def test_one_text_that_is_the_same_in_all_languages(doors):
    """It is named; in a kiosk of one language, there is no such note."""
    doors.write("x.yaml", "title: {en: X, fr: Y}\nslides:\n  - title: A door\n")
    (problem,) = doors.found("same-in-all-languages")
    doors.write("kiosk.yaml", "languages: [en]")

    assert problem.message.startswith("title is the same in all languages; for other words")
    assert problem.line == 3
    assert not doors.found("same-in-all-languages")


EMPTY = """\
title: {en: X, fr: }
subtitle:
accent: #c8a46a
defaults:
  credit: ~
slides:
  - title: A
    section:
    text:
  - photo: a.jpg
    notice: null
    caption:
      en:
  - {title: B, text: , alt: b}
  - title: #1 hit
    text: c
  - photo: b.jpg
    facts:
      Born: a
      Lives in:
  - title: &t
      fr: T
      en:
  - title: *t
  - layout: title
    title:
"""


def test_keys_without_a_value(doors):
    """Each is reported where it is, at any level; a problem that says more comes alone."""
    doors.write("kiosk.yaml", "languages: [en, fr]\nsubtitle:\n")
    doors.write("x.yaml", EMPTY)
    found = [one for one in doors.found("empty-text") if one.severity == "warning"]
    others = {one.line: one.code for one in check(doors.path) if one.path.stem == "x"}

    assert {(one.path.stem, one.line) for one in found} == {
        ("kiosk", 2),
        *(("x", line) for line in (2, 5, 8, 9, 11, 14, 20)),
    }
    assert (
        found[-1].message == "there is nothing after 'Lives in'; write a value, or remove the key"
    )
    assert others[1] == others[23] == "translation-missing"
    assert others[13] == "empty-text"
    assert others[3] == "accent-is-comment"
    assert others[15] == "text-is-comment"
    assert others[26] == "slide-unfit"


def test_missing_translation_of_the_head(doors):
    """Titles of exhibitions and of the kiosk want every language."""
    doors.hang("- title: x", head="subtitle: {fr: x}\nnotice: {fr: x}\nby: {fr: x}")
    doors.write("kiosk.yaml", "title: {fr: x}\nlanguages: [en, fr, kk]")
    problems = doors.found("translation-missing")

    assert [problem.message for problem in problems] == [
        "subtitle has no translation in en, kk",
        "notice has no translation in en, kk",
        "by has no translation in en, kk",
        "title has no translation in en, kk",
    ]


@pytest.mark.parametrize(
    ("head", "notice", "count"),
    [
        ("cover: a.jpg\nnotice: Sad.", "", 1),
        ("cover: a.jpg", "notice: Sad.", 1),
        ("cover: a.jpg", "", 0),
        ("notice: Sad.", "", 0),
    ],
)
def test_a_cover_that_has_a_notice(doors, head, notice, count):
    """A photo under a notice, of its own or of its exhibition, is no cover to be seen by all."""
    doors.hang(f"- photo: a.jpg\n  {notice}\n- photo: b.jpg", head=head)

    assert len(doors.found("cover-noticed")) == count


def test_text_without_language(doors):
    """A text that names no language is meant for all."""
    doors.hang("- title: Almaty")

    assert doors.found("translation-missing") == []


def test_a_slide_without_its_dash(doors):
    """An empty line above a slide's first key, within another slide, is a warning there."""
    doors.hang("- title: a\n\n  layout: text\n  text: b\n- title: c\n  layout: text\n\n  text: d")
    (problem,) = doors.found("dash-missing")

    assert (problem.line, problem.severity) == (6, "warning")
    assert problem.message.endswith("if a slide begins here, write - layout:")


@pytest.mark.parametrize(
    ("slide", "code"),
    [
        ("- photo: a.jpg\n  alt: A\n\n  photo: b.jpg\n  alt: B", "duplicate-key"),
        ("- title: A\n  text: B\n\n  layout: beside\n  photo: b.jpg\n  title: C", "duplicate-key"),
        ("- photo: a.jpg\n  alt: A\n\n  photos: [b.jpg, c.jpg]", "slide-unfit"),
    ],
)
def test_a_missing_dash_is_reported_once(doors, slide, code):
    """Where the missing dash makes an error, the error alone says what to write."""
    doors.hang(f"{slide}\n- title: End")
    found = [one for one in check(doors.path) if "dash" in one.message or "- " in one.message]

    assert [(one.code, one.line) for one in found] == [(code, 7)]


def test_a_tag_without_its_text(doors, ada):
    """A tag that stands there alone is the place of what is missing."""
    doors.hang(
        "- title:\n    en: x\n    fr: #1\n- quote:\n    text: I paint them blue\n"
        "    translation:\n      de: y\n      fr:",
        head="interview: ada.txt",
    )

    assert [one.line for one in doors.found("translation-missing")] == [6, 11]


@pytest.mark.parametrize(
    "quote",
    ["Every door is an answer", "{text: I paint them blue, translation: {de: Blau}}",
     "{text: I paint them blue, translation: Blau}"],
)  # fmt: skip
def test_missing_translation_of_a_quote(doors, ada, quote):
    """A quote needs a translation in each language but the one it was spoken in."""
    doors.hang(f"- quote: {quote}", head="interview: ada.txt")
    (problem,) = doors.found("translation-missing")

    assert problem.message == "this quote has no translation in fr"
    assert (problem.line, problem.column) == (4, 12)


@pytest.mark.parametrize(
    ("slide", "count", "expected"),
    [
        ("- photo: a.jpg\n  caption: {}", 75, []),
        ("- photo: a.jpg\n  caption: {}", 76, ["label-long"]),
        ("- photo: a.jpg\n  caption: {}", 100, ["label-long"]),
        ("- photo: a.jpg\n  caption: {}", 101, ["label-too-long"]),
        ("- photo: a.jpg\n  text: {}", 101, ["label-too-long"]),
        ("- photos: [a.jpg, b.jpg]\n  text: {}", 101, ["label-too-long"]),
        ("- text: {}", 150, []),
        ("- text: {}", 151, ["label-long"]),
        ("- photo: a.jpg\n  facts: {{From: Here}}\n  text: {}", 151, ["label-long"]),
    ],
)
def test_long_labels(doors, slide, count, expected):
    """Beside a photo 75 words are many and 100 the most; panels may have twice as many."""
    text = " ".join(["word."] * count)
    doors.hang(slide.format(text))

    found = [problem for problem in check(doors.path) if "label" in problem.code]

    assert [problem.code for problem in found] == expected
    assert all(str(count) in problem.message for problem in found)
    assert [problem.severity for problem in found] == [
        Severity.ERROR if code == "label-too-long" else Severity.WARNING for code in expected
    ]


def test_long_sentence(doors):
    """A sentence of more than 25 words is named by its beginning, in its language."""
    long = "This is a sentence " + "and " * 22 + "ends."
    short = long.replace("and ", "", 2)
    doors.hang(f"- title: {{fr: Oui, en: One. {long} Two}}\n- text: {short}")
    (problem,) = doors.found("sentence-long")

    assert "“This is a sentence …” has 27 words" in problem.message
    assert problem.snippet[-1][1][problem.column - 1 :].startswith("One. This")


def test_quotes_may_have_long_sentences(doors):
    """Nobody's own words are to be shortened."""
    answer = "and I went " * 20
    doors.write("x.txt", f"interview\n\nWhat?\n{answer}\n")
    doors.hang(f"- quote: {answer}", head="interview: x.txt")

    assert doors.found("sentence-long") == []


def test_short_dwell(doors):
    """A slide should stand as long as its words take to read, in every language."""
    doors.hang(
        f"- title: {{en: One, fr: {'mot ' * 20}}}\n  dwell: 5\n"
        f"- title: {'mot ' * 10}\n  dwell: 5\n- title: {'mot ' * 20}\n- title: a\n"
    )
    (problem,) = doors.found("dwell-short")

    assert problem.message == "the words take 6 s to read; the slide has 5 s"
    assert (problem.line, problem.column) == (5, 12)


def test_short_dwell_by_default(doors):
    """A dwell that all slides share is measured against each of them."""
    doors.hang(f"- title: x\n- title: {'mot ' * 20}", head="defaults: {dwell: 5}")

    assert [problem.line for problem in doors.found("dwell-short")] == [5]


def test_said_twice(doors):
    """What stands beside a photo and in its map is said twice."""
    doors.hang("- photo: {file: a.jpg, alt: x}\n  alt: y\n- photo: b.jpg\n  alt: x")

    assert places(doors.found("said-twice")) == [(5, 10)]


@pytest.mark.parametrize(
    ("accent", "count"), [("#c8a46a", 1), ("#gold", 1), ("'#c8a46a'", 0), ("", 0)]
)
def test_colour_without_marks(doors, accent, count):
    """A colour that YAML takes for a comment is noticed."""
    doors.hang("- title: x", head=f"accent: {accent}")

    assert len(doors.found("accent-is-comment")) == count
    for problem in doors.found("accent-is-comment"):
        is_colour = accent == "#c8a46a"
        advice = 'write accent: "#c8a46a"' if is_colour else "put it in quotation marks"
        assert problem.message == f"# begins a comment, so no colour is left; {advice}"


def test_not_listed(doors):
    """An exhibition that the kiosk does not list is mentioned, and not read."""
    doors.hang("- titel: x", name="b.yaml")
    doors.hang("- title: x")
    doors.write("kiosk.yaml", "exhibitions: [doors]")
    (problem,) = doors.found("not-listed")

    assert "unknown-key" not in {other.code for other in check(doors.path)}
    assert (problem.code, problem.path.name, problem.severity) == (
        "not-listed",
        "b.yaml",
        Severity.WARNING,
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [("title: B", 1), ("# kiosk: allow not-listed until May\ntitle: B", 0), ("", 1)],
)
def test_not_listed_may_be_meant(doors, text, count):
    """A comment on its first line says that an exhibition is kept aside on purpose."""
    doors.write("b.yaml", text)
    doors.hang("- title: x")
    doors.write("kiosk.yaml", "exhibitions: [doors]")

    assert [one.line for one in doors.found("not-listed")] == [1] * count


@pytest.mark.parametrize(
    "comment",
    [
        "# kiosk: allow alt-missing",
        "#kiosk:allow stand-in, alt-missing",
        "# kiosk: allow alt-missing, stand-in because it is dark",
    ],
)
def test_allowed(doors, comment):
    """A comment on its line silences a warning."""
    doors.hang(f"- photo: a.jpg  {comment}\n- photo: b.jpg")

    assert [problem.line for problem in doors.found("alt-missing")] == [5]


def test_errors_are_never_allowed(doors):
    """No comment silences an error."""
    doors.hang("- photo: e.jpg  # kiosk: allow photo-missing\n- title: x")

    assert len(doors.found("photo-missing")) == 1


def test_nothing_to_check(wall):
    """Where nothing can be shown, the problems say why."""
    assert [problem.code for problem in check(wall.path / "x")] == ["missing-file"]


def test_all_at_once(doors, ada):
    """However many rules a slide breaks, all of them say so."""
    long = "word " * 26
    doors.hang(
        f"""
        - photo: {{file: a.jpg, stand_in: true, caption: {{en: x}}}}
          caption: y
          text: {long * 3}
          dwell: 2
          quote: Every door is an answer
        """,
        head="interview: ada.txt\naccent: #fff\ncolours: {ink: '#222222'}",
    )

    assert {problem.code for problem in check(doors.path)} == {
        "alt-missing",
        "stand-in",
        "translation-missing",
        "label-long",
        "sentence-long",
        "dwell-short",
        "said-twice",
        "quote-speaker",
        "accent-is-comment",
        "colour-faint",
        "credit-missing",
        "photo-unused",
        "same-in-all-languages",
    }


def test_missing_credit(doors):
    """Each photo says once who made it or lent it, with itself or in the defaults."""
    doors.hang("- photo: a.jpg\n- photo: a.jpg\n- photo: b.jpg\n  credit: Ada")

    assert places(doors.found("credit-missing")) == [(4, 12)]
    doors.hang("- photo: a.jpg", head="defaults: {credit: Ada}")
    assert doors.found("credit-missing") == []


@pytest.mark.parametrize(
    ("photo", "count"),
    [
        ("{file: a.jpg, people: true}", 1),
        ("{file: a.jpg, people: true, consent: {by: Ada, on: 2026-05-01, covers: all}}", 0),
        ("{file: a.jpg}", 0),
        ("{file: a.jpg, people: true}\n  withheld: true", 0),
    ],
)
def test_missing_consent(doors, photo, count):
    """People who can be recognised have agreed, or it is an error."""
    doors.hang(f"- photo: {photo}\n- title: End")
    problems = doors.found("consent-missing")

    assert [problem.severity for problem in problems] == [Severity.ERROR] * count


def test_same_photo_under_two_names(doors):
    """Files of the same bytes are one photo."""
    doors.write("d.jpg", "photo a")
    doors.hang("- photo: a.jpg\n- photo: b.jpg\n- photos: [c.jpg, d.jpg]")
    (problem,) = doors.found("photo-twice")

    assert (problem.line, problem.column) == (6, 21)
    assert problem.message == "d.jpg is the same photo as a.jpg; remove one of them"


def test_a_photo_on_two_slides(doors):
    """It may be meant, so it is a note at the second; what stands in for others is left out."""
    doors.hang(
        "- photo: a.jpg\n- photos: [c.jpg, {file: a.jpg, caption: x}]\n- photo: b.jpg\n"
        "- photo: {file: b.jpg, stand_in: true}\n- photos: [c.jpg, c.jpg]"
    )
    found = doors.found("photo-twice")

    assert {one.severity for one in found} == {"note"}
    assert [(one.line, one.column, one.message) for one in found] == [
        (5, 28, "a.jpg is shown on line 4, too"),
        (8, 14, "c.jpg is shown on line 5, too"),
        (8, 21, "c.jpg is shown on line 5, too"),
    ]


@pytest.mark.parametrize(("ground", "count"), [("white", 1), ("black", 1), ("", 0)])
def test_a_transparent_drawing(doors, ground, count):
    """Curators learn in which colour transparent parts are shown."""
    doors.hang("- {photo: a.jpg, alt: x}\n- {photo: a.jpg, alt: x}")
    drawing = replace(facts(), ground=ground)
    found = check(doors.path, knowing(doors, a=drawing))
    told = [one.message for one in found if one.code == "photo-transparent"]

    assert told == [f"a.jpg has transparent parts; they are shown in {ground}"] * count


def facts(*likeness, width=3000, height=2000):
    """Of a photo with patches of these tones, from the first on."""
    patches = bytes(likeness) + bytes(range(len(likeness), 3 * 64))
    return PhotoInfo(width, height, bytes(TONES**2), bytes(TONES**2), patches)


def knowing(doors, **known):
    """Means that know these facts of the wall's photos."""
    files = {str(doors.path / f"{name}.jpg"): facts for name, facts in known.items()}
    return CheckServices(inspect=lambda _: ({}, files))


@pytest.mark.parametrize(
    ("copy", "count"),
    [
        (facts(2, 3, 4, width=1500, height=1000), 1),
        (facts(9, 3, 4), 0),
        (facts(*range(2, 3 * 64 + 2)), 0),
        (facts(width=2000, height=2000), 0),
    ],
    ids=["saved anew", "one patch differs", "all differ a little", "another shape"],
)
def test_a_copy_that_was_scaled_or_saved_anew(doors, copy, count):
    """Photos that look the same are told of once, and those that only resemble each other not."""
    doors.hang("- photo: a.jpg\n- photo: b.jpg\n- photo: a.jpg\n- photo: c.jpg")
    services = knowing(doors, a=facts(), b=facts(*[255] * 192), c=copy)
    found = [one for one in check(doors.path, services) if one.code == "photo-copied"]

    assert places(found) == [(7, 12)] * count
    assert all(one.message == "c.jpg looks the same as a.jpg; use one of them" for one in found)


def test_a_copy_of_the_same_bytes_is_told_once(doors):
    """What is the same photo needs no second warning that it looks the same."""
    doors.write("d.jpg", "photo a")
    doors.hang("- photo: a.jpg\n- photo: d.jpg")
    found = {one.code for one in check(doors.path, knowing(doors, a=facts(), d=facts()))}

    assert "photo-twice" in found
    assert "photo-copied" not in found


@pytest.mark.parametrize(
    ("pages", "severity", "message"),
    [
        ({"en": 3}, "note", "3 pages on the kiosk's screen"),
        ({"en": 1, "fr": 2}, "note", "1 page in en, 2 in fr on the kiosk's screen"),
        ({"en": 4, "fr": 4}, "warning", "4 pages; visitors read 3 at most"),
    ],
)
def test_slides_of_several_pages(doors, pages, severity, message):
    """Pages are counted, and too many are warned about; a slide of one page is not named."""
    doors.hang("- title: Doors\n- title: Windows")

    def count_pages(kiosk, slide, infos):
        return pages if slide.title.in_language("en") == "Windows" else {"en": 1}

    found = check(doors.path, CheckServices(count_pages=count_pages))
    (one,) = [one for one in found if one.code == "several-pages"]

    assert (one.line, one.severity) == (5, severity)
    assert one.message == f"this slide takes {message}"


def test_photos_that_are_too_small(doors):
    """What is enlarged past a fifth is told once, by where it is enlarged most."""
    doors.hang(
        "- photos: [a.jpg, b.jpg]\n- photo: a.jpg  # kiosk: allow photo-small\n- photo: c.jpg"
    )

    def enlarged(kiosk, slide, facts):
        factors = {"a.jpg": 1.5 if slide.photos else 2.5, "b.jpg": 1.2, "c.jpg": 1.21}
        return {one.file: factors[one.file.rpartition("/")[2]] for one in slide.all_photos}

    known = knowing(doors, a=facts(width=640, height=427), b=facts(), c=facts(width=50))
    found = check(doors.path, CheckServices(known.inspect, enlarged))
    small = [one for one in found if one.code == "photo-small"]

    assert places(small) == [(4, 14), (6, 12)]
    assert small[0].message.startswith(
        "a.jpg has 640 × 427 pixels, and is enlarged 2.5 times on this screen"
    )


def test_photos_that_are_soft_when_zoomed(doors):
    """They are noted, but for those that are soft on a slide already."""
    doors.hang("- photo: a.jpg\n- photo: b.jpg\n- photo: c.jpg\n- photo: a.jpg")
    sizes = {"a": (2000, 1333), "b": (2400, 1600), "c": (400, 300)}
    known = knowing(doors, **{name: facts(width=w, height=h) for name, (w, h) in sizes.items()})

    def enlarged(kiosk, slide, facts):
        return {one.file: 4.0 if one.file.endswith("c.jpg") else 0.8 for one in slide.all_photos}

    def zoomed(photo):
        return 3240 / photo.width

    found = check(doors.path, CheckServices(known.inspect, enlarged, zoomed=zoomed))
    soft = [one for one in found if one.code == "zoom-soft"]

    assert [(one.severity, one.message) for one in soft] == [
        (Severity.NOTE, "a.jpg has 2000 × 1333 pixels, and is soft when visitors zoom it")
    ]


@pytest.mark.parametrize(
    ("letters", "message"),
    [
        ("画", "no font here has 画; install fonts-noto-cjk"),
        ("한국", "no font here has 국 한; install fonts-noto-cjk"),
        ("カ", "no font here has カ; install fonts-noto-cjk"),
        ("😀", "no font here has 😀; install fonts-noto-color-emoji"),
        ("ह", "no font here has ह; install fonts-noto-core and fonts-noto-extra"),
        ("一二三四五六七八九", "no font here has 一 七 三 九 二 五 八 六 and 1 more; install"),
    ],
)
def test_letters_that_no_font_has(doors, letters, message):
    """Letters are named with the package that has them, where the first of them stands."""
    doors.hang(f"- title: x\n- title: {{en: A, fr: {letters}}}\n- text: {letters}")

    def missing(written):
        return "".join(sorted(set(written) - set("xAyDoors")))

    (problem,) = [
        one
        for one in check(doors.path, CheckServices(missing=missing))
        if one.code == "letters-missing"
    ]

    assert (problem.line, problem.column) == (5, 24)
    assert problem.message.startswith(message)


def test_letters_of_a_quote_and_of_the_interview(doors, ada):
    """What was spoken, and its translations, must be drawn as well."""
    doors.hang(
        "- quote: {text: Every door is an answer, translation: {fr: ह}}",
        head="interview: ada.txt",
    )
    for letter, line in (("ह", 4), ("’", 2), ("W", 2), ("E", 4)):
        services = CheckServices(missing=lambda written, one=letter: one if one in written else "")
        (problem,) = [one for one in check(doors.path, services) if one.code == "letters-missing"]

        assert problem.line == line


def test_letters_that_some_font_has(doors):
    """Nothing is said of those."""
    doors.hang("- title: {en: A, fr: 画}")

    assert "letters-missing" not in {
        one.code for one in check(doors.path, CheckServices(missing=lambda _: ""))
    }


def test_only_files_of_one_size_are_read(doors, monkeypatch):
    """A thousand photos are not read to compare them."""
    doors.write("a.jpg", "another size")

    def fail(*_: object, **__: object) -> None:
        raise AssertionError

    doors.write("b.jpg", "a third size, larger")
    doors.hang("- photo: a.jpg\n- photo: b.jpg\n- photo: c.jpg")
    monkeypatch.setattr("hashlib.file_digest", fail)

    assert doors.found("photo-twice") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- photo: a.jpg\n  alt: {en: x}", (5, 10)),
        ("- photo: {file: a.jpg, credit: {en: x}}", (4, 34)),
        ("- photos: [{file: a.jpg, alt: {en: x}}, {file: b.jpg, alt: y}]", (4, 33)),
    ],
)
def test_missing_translation_of_what_is_not_seen(doors, text, place):
    """Alt and credit want every language too."""
    doors.hang(text)

    assert places(doors.found("translation-missing")) == [place]


@pytest.mark.parametrize("key", ["speaker", "translated_by"])
def test_missing_translation_of_who_speaks(doors, ada, key):
    """Who said a quote, and who translated it, is written in every language too."""
    quote = f"{{text: I paint them blue, translation: {{fr: Bleu}}, {key}: {{en: Ada Example}}}}"
    doors.hang(f"- quote: {quote}", head="interview: ada.txt")
    (problem,) = doors.found("translation-missing")

    assert problem.message == f"{key} has no translation in fr"


def test_missing_translation_of_a_default(doors):
    """A credit that all photos share is told once."""
    doors.hang("- photo: a.jpg\n- photo: b.jpg", head="defaults: {credit: {en: x}}")

    assert places(doors.found("translation-missing")) == [(2, 20)]


ALL_TEXTS_HEAD = """\
subtitle: {en: x}
by: {en: Ada Example}
notice: {en: x}
interview:
  file: ada.txt
  chapters: [{title: {en: x}, from: Do you sell}]
  translated_by: {en: x}
"""
ALL_TEXTS = """\
- title: {en: x}
  text: {en: x}
  notice: {en: x}
  photo: a.jpg
  alt: {en: x}
  details: [{at: [0, 0, 1, 1], title: {en: x}, text: {en: x}}]
  work: {by: {en: x}, title: {en: x}, year: {en: x}, technique: {en: x}, size: {en: x}}
  quote:
    text: Every door is an answer
    translation: {fr: x}
    translated_by: {en: x}
    speaker: {en: x}
  facts: [{label: {en: x}, value: {en: x}}]
- photos:
  - {file: b.jpg, caption: {en: x}, details: [{at: [0, 0, 1, 1], text: {en: x}}]}
  - {file: c.jpg, alt: {en: x}, credit: {en: x}, work: {title: x, collection: {en: x}}}
  caption: {en: x}
- {photo: a.jpg, facts: {x: {en: x}}, section: {en: x}}
"""


def test_every_text_is_checked(doors, ada):
    """Each text that may be translated is looked at, and a problem of it stands where it does."""
    doors.hang(ALL_TEXTS, ALL_TEXTS_HEAD)
    doors.write(
        "kiosk.yaml", "languages: [en, fr]\ntitle: {en: x}\nsubtitle: {en: x}\nhelp: {en: x}\n"
    )
    found = doors.found("translation-missing")
    written = {
        (file.name, number, place.start() + 1)
        for file in doors.path.glob("*.yaml")
        for number, line in enumerate(file.read_text().splitlines(), start=1)
        for place in re.finditer(r"\{en: ", line)
    }
    collection = doors.load()[0]
    exhibition = collection.entries[0].exhibition
    walked = [one for slide in exhibition.slides for one in walk_texts(slide)]
    walked += [*walk_texts(exhibition), *walk_texts(collection.kiosk)]

    assert {one.name for one in walked} == set(ROLES)
    assert {(one.path.name, one.line, one.column) for one in found} == written


def test_language_that_nobody_chooses(doors):
    """A text in a language that the kiosk does not speak is told once, with what was meant."""
    doors.hang(
        "- title: {en: x, fr: y, enn: z}\n- text: {en: x, fr: y, enn: z}\n"
        "- text: {en: x, fr: y, kk: z}"
    )
    first, second = doors.found("language-unspoken")

    assert places([first, second]) == [(4, 32), (6, 30)]
    assert first.message == "nobody can choose 'enn' on this kiosk; did you mean 'en'?"
    assert second.message == "nobody can choose 'kk' on this kiosk; its languages are en, fr"


def test_a_country_that_is_another_language(doors):
    """The code of a country may be the tag of a language that the kiosk does not have."""
    doors.write("kiosk.yaml", "languages: [en, sv]\n")
    doors.hang("- title: {en: x, sv: y}\n- text: {en: x, se: y}")
    (one,) = doors.found("language-unspoken")

    assert one.message == "nobody can choose 'se' on this kiosk; did you mean 'sv'?"


@pytest.mark.parametrize(
    ("head", "quote", "place"),
    [
        ("by: Bo", "I paint them blue", (2, 5)),
        ("by: Ada Example", "{text: I paint them blue, speaker: Bo}", (5, 47)),
        ("by: Ada Example", "I paint them blue", None),
        ("by: {en: Ada Example, kk: Ада}", "I paint them blue", None),
        ("by: ADA", "I paint them blue", None),
        ("by: Bo", "{text: I paint them blue, speaker: Ada}", None),
    ],
)
def test_quote_under_a_wrong_name(doors, ada, head, quote, place):
    """A quote hangs under the name of whoever answers in the interview."""
    doors.hang(f"- quote: {quote}", head=f"{head}\ninterview: ada.txt")

    assert places(doors.found("quote-speaker")) == ([place] if place else [])


def test_wrong_name_is_told_once(doors, ada):
    """One wrong `by` is one warning, however many quotes hang under it."""
    doors.hang(
        "- quote: I paint them blue\n- quote: Every door is an answer",
        head="by: Bo\ninterview: ada.txt",
    )

    assert len(doors.found("quote-speaker")) == 1


def test_withdrawn_and_still_named(doors):
    """What is withdrawn in one exhibition is found wherever it is still named."""
    doors.hang("- photo: {file: a.jpg, withdrawn: true}\n- photo: a.jpg\n- title: x", name="a.yaml")
    doors.hang("- photos: [b.jpg, a.jpg]\n- title: x", head="cover: a.jpg", name="b.yaml")
    problems = doors.found("withdrawn-named")

    assert [(problem.path.name, problem.line) for problem in problems] == [
        ("a.yaml", 5),
        ("b.yaml", 2),
        ("b.yaml", 4),
    ]
    assert problems[0].message == "a.jpg is withdrawn at a.yaml:4; remove it here"


def test_exhibition_of_nothing_but_the_withdrawn(doors):
    """What is withdrawn in an exhibition that is left with nothing counts as well."""
    doors.hang("- photo: {file: a.jpg, withdrawn: true}", name="a.yaml")
    doors.hang("- photo: a.jpg\n- title: x", name="b.yaml")

    assert len(doors.found("withdrawn-named")) == 1


def test_unused_photos(doors):
    """Photos that no slide of any exhibition names are noted, one note a folder."""
    doors.write("b.txt", "no photo")
    doors.hang("- photo: a.jpg\n  withheld: true\n- title: x", head="photos: .", name="a.yaml")
    doors.hang("- title: x", head="cover: b.jpg", name="b.yaml")
    (problem,) = doors.found("photo-unused")

    assert (problem.path.name, problem.line, problem.severity) == ("a.yaml", 2, Severity.NOTE)
    assert problem.message.startswith("no slide shows c.jpg in ")


def test_unused_photos_of_many(doors):
    """Of many unused photos, a few are named."""
    for number in range(8):
        doors.write(f"x{number}.PNG", str(number))
    doors.hang("- photos: [a.jpg, b.jpg, c.jpg]")
    (problem,) = doors.found("photo-unused")

    assert "x0.PNG, x1.PNG, x2.PNG, x3.PNG, x4.PNG and 3 more in" in problem.message


def test_unused_photos_wait_for_the_rest(doors):
    """While an exhibition has errors, or is looked at alone, nobody knows what is unused."""
    path = doors.hang("- photo: a.jpg")

    assert "photo-unused" not in {problem.code for problem in check(path)}
    doors.hang("- titel: x\n- title: y", name="b.yaml")
    assert doors.found("photo-unused") == []


def test_unknown_code_in_a_comment(doors):
    """A comment that allows what is not there is told, with what was meant."""
    doors.hang("- photo: a.jpg  # kiosk: allow stand-in, alt-mising it is dark")
    (problem,) = doors.found("allow-unknown")

    assert problem.message == "there is no code 'alt-mising' to allow; did you mean 'alt-missing'?"
    assert problem.snippet[-1][1][problem.column - 1 :].startswith("alt-mising")


@pytest.mark.parametrize(
    ("head", "mark", "ratio"),
    [
        ("theme: paper\naccent: '#c8a46a'", "'#c8a46a'", "2.0"),
        ("colours: {ground: '#808080'}", "'#808080'", "3.3"),
        ("theme: paper\ncolours: {ink: '#999999'}", "'#999999'", "2.4"),
        ("colours: {accent: '#333333'}", "'#333333'", "1.5"),
    ],
)
def test_colours_that_cannot_be_read(doors, head, mark, ratio):
    """A faint colour is told of where it is written, with its contrast and what it should be."""
    doors.hang("- title: x", head=head)
    (problem,) = doors.found("colour-faint")

    assert problem.snippet[-1][1][problem.column - 1 :].startswith(mark)
    assert f"a contrast of {ratio}, but 4.5 is needed" in problem.message


def test_colours_that_can_be_read(doors):
    """Nothing is said of those."""
    doors.hang("- title: x", head="theme: paper\naccent: '#8a3030'\ncolours: {ink: '#222244'}")

    assert doors.found("colour-faint") == []


@pytest.mark.parametrize(
    ("head", "slide", "place", "message"),
    [
        ("from: 2026-08-01\nuntil: 2026-07-01", "", (3, 8), "until is before from"),
        ("", "from: 2026-08-01\n  until: 2026-07-31", (6, 12), "until is before from"),
        ("until: 2026-05-31", "", (2, 8), "this day is past"),
        ("", "until: 2026-05-31", (5, 12), "this day is past"),
        (
            "",
            "until: 2026-06-05\n  weekdays: [sat, sun]",
            (6, 15),
            "none of its days is a sat or a sun",
        ),
        ("hours: 10:00-10:00", "", (2, 8), "these hours end when they begin"),
        ("until: 2026-07-31", "from: 2026-08-01", (5, 11), "its exhibition is shown on none"),
        ("weekdays: [mon]", "weekdays: [tue]", (5, 15), "its exhibition is shown on none"),
    ],
)
def test_dates_that_never_come(doors, head, slide, place, message):
    """Days that are past, or that no calendar has, are told of where they are written."""
    doors.hang(f"- title: x\n  {slide}\n- title: y", head=head)
    problems = [
        problem
        for problem in check(doors.path, CheckServices(today="2026-06-01"))
        if problem.code == "never-due"
    ]

    assert places(problems) == [place]
    assert message in problems[0].message
    assert problems[0].severity is Severity.WARNING


def test_dates_that_come(doors):
    """The last day is a day, and so is today; nights and days to come are well."""
    doors.hang(
        """
        - title: x
          from: 2026-06-01
          until: 2026-06-01
        - title: x
          weekdays: [sat]
          until: 2026-06-06
        - title: x
          hours: 20:00-2:00
        """,
        head="from: 2026-05-01",
    )

    assert "never-due" not in {
        one.code for one in check(doors.path, CheckServices(today="2026-06-01"))
    }
