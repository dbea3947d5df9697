"""A work is labelled as museums do it, in the language of the visitor."""

from __future__ import annotations

import pytest

from kiosk.authoring.keys import model
from kiosk.authoring.load.convert import to_value
from kiosk.exhibition.exhibition import Work
from kiosk.exhibition.work_label import ISOLATE, POP, label_lines
from kiosk.types.emphasis import split

WHOLE = {
    "collection": {"en": "Private collection", "fr": "Collection particulière"},
    "size": "40 × 50 cm",
    "technique": {"en": "Oil on canvas", "fr": "Huile sur toile"},
    "year": "1912",
    "title": {"en": "Boats", "fr": "Barques"},
    "by": "Ada Example",
}


def lines(written, language="en"):
    """The lines of a label, with marks for what is italic or bold."""
    work = to_value(Work, model.Work.model_validate(written))
    return [
        "".join(
            f"{'*' * italic}{'**' * bold}{text}{'**' * bold}{'*' * italic}"
            for text, italic, bold in split(line.text, line.emphasis)
        )
        for line in label_lines(work, language)
    ]


def test_the_order_of_a_label():
    """However it is written: who made it; title and year; technique and size; collection."""
    assert lines(WHOLE) == [
        "**Ada Example**",
        "*Boats*, 1912",
        "Oil on canvas, 40 × 50 cm",
        "Private collection",
    ]


def test_a_label_in_another_language():
    """Each text is in the visitor's language, if it is written in that language."""
    assert lines(WHOLE, "fr")[1:] == [
        "*Barques*, 1912",
        "Huile sur toile, 40 × 50 cm",
        "Collection particulière",
    ]


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ({"title": "Boats"}, ["*Boats*"]),
        ({"year": "1912"}, ["1912"]),
        ({"size": "40 × 50 cm", "title": "Boats"}, ["*Boats*", "40 × 50 cm"]),
        ({"title": "Study for *Las Meninas* **II**"}, ["*Study for *Las Meninas* ****II***"]),
        ({"title": "Boats", "technique": "**Gum** print"}, ["*Boats*", "**Gum** print"]),
        ({}, []),
    ],
)
def test_what_is_not_written_leaves_no_gap(written, label):
    """A label has only lines that say something, and marks in a title turn italics back."""
    assert lines(written) == label


@pytest.mark.parametrize(
    ("language", "title", "label"),
    [
        ("zh", "小船", "《小船》，1912"),
        ("ja", "小舟", "《小舟》、1912"),
        ("ko", "배", "〈배〉, 1912"),
        ("zh-Hant", "《小船》", "《小船》，1912"),
        ("zh", "Boats", "*Boats*，1912"),
        ("ru", "Лодки", "*Лодки*, 1912"),
        ("he", "סירות", f"{ISOLATE}”סירות”{POP}, {ISOLATE}1912{POP}"),
        ("ar", "قوارب", f"{ISOLATE}«قوارب»{POP}، {ISOLATE}1912{POP}"),
    ],
)
def test_titles_in_scripts_without_italics_have_marks(language, title, label):
    """The marks and the comma are those of the language; parts keep their own direction."""
    assert lines({"title": {language: title}, "year": "1912"}, language) == [label]
