"""No text for visitors is forgotten, whatever keys there will be."""

from __future__ import annotations

import re

import pytest
from msgspec import json

from kiosk.exhibition.exhibition import Exhibition, Slide
from kiosk.exhibition.kiosk import Kiosk
from kiosk.exhibition.reading_time import NOT_READ, texts_of
from kiosk.exhibition.text_walk import ROLES, Role, walk_texts
from tests.exhibition.filled import filled
from tests.world import slide

NO_TEXTS = {
    *("file", "cover", "interview", "photos", "serif", "serif_italic", "sans", "sans_italic"),
    *("accent", "ground", "ink", "from_", "until", "hours", "language", "on"),
    *("chapters.0.from_", "chapters.1.from_"),
    *("speakers.0.0", "speakers.0.1", "speakers.1.0", "speakers.1.1"),
    *("exhibitions.0", "exhibitions.1", "languages.0", "languages.1"),
    *("consent.by", "consent.covers"),  # Visitors never see them.
}
"""Fields with words of the curator that are no texts for visitors, by the end of their path."""


def paths_of(value):
    return [".".join(map(str, one.path)) for one in walk_texts(value)]


def strings_in(value):
    """Paths of the strings in a value that `filled` has made, found without the walk."""
    return re.findall(r'"en\.([\w.]+)"', json.encode(value).decode())


@pytest.mark.parametrize("kind", [Slide, Kiosk, Exhibition])
def test_every_text(kind):
    """Each string of a value is walked to once, or is listed above as no text for visitors."""
    value = filled(kind)
    texts = [
        path
        for path in strings_in(value)
        if not f".{path}".endswith(tuple(f".{one}" for one in NO_TEXTS))
        if not path.startswith("slides.")  # They are walked one by one.
        if not path.startswith("title_photo.")  # It is walked where it hangs.
    ]

    assert sorted(paths_of(value)) == sorted(texts)


def test_every_text_has_a_role():
    """Whoever adds a key for a text says in ROLES what it is to visitors."""
    texts = [one for kind in (Slide, Kiosk, Exhibition) for one in walk_texts(filled(kind))]

    assert {one.name for one in texts} == set(ROLES)


def test_text_with_its_languages():
    """A text comes with its path, its name, its role, and all languages that it is written in."""
    (one,) = walk_texts(slide(title={"en": "Doors", "fr": "Portes"}))

    assert (one.path, one.name, one.role) == (("title",), "title", Role.WORDS)
    assert one.text.languages == ("en", "fr")


def test_quote_in_its_language():
    """The words of a quote are a text in the language in which they were said."""
    quote = {"text": "Qapı", "language": "az", "translation": {"en": "Door"}}
    texts = walk_texts(slide(quote=quote))

    assert [(one.name, one.text.languages) for one in texts] == [
        ("quote.text", ("az",)),
        ("quote.translation", ("en",)),
    ]


def test_order():
    """What belongs together stays together: captions, then each detail with its title."""
    paths = paths_of(filled(Slide, without=("photo",)))
    details = [path for path in paths if path.startswith("photos.0.details")]

    assert paths[:4] == ["title", "text", "notice", "caption"]
    assert paths[4:6] == ["photos.0.caption", "photos.1.caption"]
    assert [path.rpartition(".")[2] for path in details] == ["title", "text"] * 2


def test_reading_time_leaves_out_what_it_says():
    """Every text of a slide is read while it stands, but for those that are named there."""
    one = filled(Slide)
    read = {text for text, _ in texts_of(one, "fr")}
    expected = {
        found.text.in_language("fr") for found in walk_texts(one) if found.name not in NOT_READ
    }

    assert set(ROLES) >= NOT_READ
    assert read == expected
