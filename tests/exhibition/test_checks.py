"""What should be mended before opening is found, and said where it stands."""

from __future__ import annotations

import pytest

from kiosk.exhibition.checks import RULES, check
from kiosk.exhibition.problem import Severity


@pytest.fixture
def doors(wall):
    """A wall with photos, in English and French."""
    wall.photo("a.jpg", "b.jpg", "c.jpg")
    wall.write("kiosk.yaml", "languages: [en, fr]")
    return wall


def places(problems):
    return [(problem.line, problem.column) for problem in problems]


def test_a_clean_exhibition(doors, ada):
    """An exhibition in which all is well has no problem."""
    doors.hang(
        """
        - photo: a.jpg
          alt: A door
          caption: {en: Door, fr: Porte}
          quote: {text: Every door is an answer, translation: {fr: Chaque porte répond}}
        """,
        head="interview: ada.txt",
    )

    assert check(doors.path) == ()


def test_problems_of_loading_come_once(doors):
    """What loading complains of is among the problems, once."""
    doors.hang("- titel: x\n- title: y")

    assert [problem.code for problem in check(doors.path)] == ["unknown-key"]


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
    assert problems[0].message == "a.jpg hangs in place of a photo that is not here yet"


@pytest.mark.parametrize(
    ("slide", "place"),
    [
        ("- title: {en: x}", (4, 12)),
        ("- text:\n    en: x", (5, 7)),
        ("- photo: a.jpg\n  caption: {en: x}", (5, 14)),
        ("- photo: {file: a.jpg, caption: {en: x}}", (4, 35)),
        ("- photos: [a.jpg, b.jpg]\n  caption: {en: x}", (5, 14)),
        ("- photos: [a.jpg, {file: b.jpg, caption: {en: x}}]", (4, 44)),
        ("- photo: a.jpg\n  facts: {From: {en: x}}", (5, 19)),
        ("- photo: a.jpg\n  facts:\n    - label: {en: x}\n      value: {en: x, fr: y}", (6, 16)),
    ],
)
def test_missing_translation(doors, slide, place):
    """A text in some of the kiosk's languages wants the others too."""
    doors.hang(slide)
    (problem,) = doors.found("translation-missing")

    assert (problem.line, problem.column) == place
    assert problem.message.endswith("is not written in fr")


def test_missing_translation_of_the_head(doors):
    """Titles of exhibitions and of the kiosk want every language."""
    doors.hang("- title: x", head="subtitle: {fr: x}")
    doors.write("kiosk.yaml", "title: {fr: x}\nlanguages: [en, fr, kk]")
    problems = doors.found("translation-missing")

    assert [problem.message for problem in problems] == [
        "subtitle is not written in en, kk",
        "title is not written in en, kk",
    ]


def test_text_without_language(doors):
    """A text that names no language is meant for all."""
    doors.hang("- title: Almaty")

    assert doors.found("translation-missing") == []


@pytest.mark.parametrize(
    "quote",
    ["Every door is an answer", "{text: I paint them blue, translation: {de: Blau}}",
     "{text: I paint them blue, translation: Blau}"],
)  # fmt: skip
def test_missing_translation_of_a_quote(doors, ada, quote):
    """A quote wants a translation in each language but the one it was spoken in."""
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

    assert problem.message == "the words here take 6 s to read; it stands 5 s"
    assert (problem.line, problem.column) == (5, 12)


def test_short_dwell_by_default(doors):
    """A dwell that all slides share is measured against each of them."""
    doors.hang(f"- title: x\n- title: {'mot ' * 20}", head="defaults: {dwell: 5}")

    assert [problem.line for problem in doors.found("dwell-short")] == [5]


def test_said_twice(doors):
    """What stands beside a photo and in its map is said twice."""
    doors.hang("- photo: {file: a.jpg, alt: x}\n  alt: y\n- photo: b.jpg\n  alt: x")

    assert places(doors.found("said-twice")) == [(5, 10)]


@pytest.mark.parametrize(("accent", "count"), [("#c8a46a", 1), ("'#c8a46a'", 0), ("", 0)])
def test_colour_without_marks(doors, accent, count):
    """A colour that YAML takes for a comment is noticed."""
    doors.hang("- title: x", head=f"accent: {accent}")

    assert len(doors.found("accent-is-comment")) == count


def test_not_listed(doors):
    """An exhibition that the kiosk does not list is mentioned, and not read."""
    doors.hang("- titel: x", name="b.yaml")
    doors.hang("- title: x")
    doors.write("kiosk.yaml", "exhibitions: [doors]")
    (problem,) = check(doors.path)

    assert (problem.code, problem.path.name, problem.severity) == (
        "not-listed",
        "b.yaml",
        Severity.WARNING,
    )


@pytest.mark.parametrize(
    "comment",
    [
        "# kiosk: allow alt-missing",
        "#kiosk:allow stand-in, alt-missing",
        "# kiosk: allow x alt-missing",
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


def test_every_rule_finds_something(doors, ada):
    """No rule in the table is asleep."""
    long = "word " * 26
    doors.hang(
        f"""
        - photo: {{file: a.jpg, stand_in: true, caption: {{en: x}}}}
          caption: y
          text: {long * 3}
          dwell: 2
          quote: Every door is an answer
        """,
        head="interview: ada.txt\naccent: #fff",
    )

    assert {problem.code for problem in check(doors.path)} == {
        "alt-missing",
        "stand-in",
        "translation-missing",
        "label-long",
        "sentence-long",
        "dwell-short",
        "said-twice",
        "accent-is-comment",
    }
    assert len(RULES) == 9
