"""The kiosk's own words, in kiosk.yaml, are checked like those of an exhibition."""

from __future__ import annotations

import pytest

from kiosk.authoring.checks import check
from kiosk.authoring.checks.subject import CheckServices

GOOD = (
    "title: {en: Doors, fr: Portes}\n"
    "subtitle: Until May  # kiosk: allow same-in-all-languages\n"
    "languages: [en, fr]\n"
)


@pytest.fixture
def front(wall):
    wall.hang("- title: {en: Doors, fr: Portes}")
    yaml = wall.path / "doors.yaml"
    yaml.write_text(yaml.read_text().replace("title: Doors", "title: {en: D, fr: P}"))

    def found(text):
        wall.write("kiosk.yaml", text)
        services = CheckServices(missing=lambda written: "画" if "画" in written else "")
        return [(one.code, one.line, one.column) for one in check(wall.path, services)]

    return found


def test_words_that_are_in_order(front):
    """Nothing is said of those."""
    assert front(GOOD) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (GOOD.replace("Portes", "画"), ("letters-missing", 1, 24)),
        (GOOD.replace("Until May", "画"), ("letters-missing", 2, 11)),
        (GOOD.replace(", fr: Portes", ""), ("translation-missing", 1, 8)),
        (GOOD.replace("Portes", "Portes, de: Tore"), ("language-unspoken", 1, 36)),
        (GOOD.replace("Until May", "word " * 26), ("sentence-long", 2, 11)),
        (GOOD + "idle_s: 60  # kiosk: allow stand_in\n", ("allow-unknown", 4, 28)),
    ],
)
def test_words_that_want_mending(front, text, found):
    """Missing letters and translations, slips of languages, long sentences, needless comments."""
    assert front(text) == [found]


def test_what_is_allowed(front):
    """A comment silences a warning there, too."""
    text = GOOD.replace("Until May  # kiosk: allow", "画  # kiosk: allow letters-missing,")

    assert front(text) == []


@pytest.mark.parametrize(
    ("head", "quote", "place"),
    [
        ("by: {en: Ada Example}", "{text: I paint them blue, language: fr}", (2, 5)),
        ("", "{text: I paint them blue, translation: {fr: x}, translated_by: {fr: x}}", (5, 75)),
        ("", "{text: I paint them blue, translation: {fr: x}, speaker: {en: Ada}}", (5, 69)),
    ],
)
def test_who_speaks(wall, ada, head, quote, place):
    """Whose exhibition it is, who speaks and who translated want every language, too."""
    wall.write("kiosk.yaml", "languages: [en, fr]")
    wall.hang(f"- quote: {quote}", head=f"{head or 'by: Ada Example'}\ninterview: ada.txt")
    found = [one for one in wall.found("translation-missing") if "this quote" not in one.message]

    assert [(one.line, one.column) for one in found] == [place]
