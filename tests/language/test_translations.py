"""The kiosk speaks each of its languages wholly, and counts in it as its speakers do."""

import io
import re

import pytest
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from kiosk.language import proof_words, translations
from kiosk.language.translations import CATALOGUES, HOME, PICTURES, Message, PluralMessage

LANGUAGES = sorted(folder.name for folder in CATALOGUES.iterdir())
WORDS = {
    one
    for module in (translations, proof_words)
    for one in vars(module).values()
    if isinstance(one, Message | PluralMessage)
}
PLACES = re.compile(r"{\w+}")


def catalogue(language):
    with (CATALOGUES / language / "LC_MESSAGES" / "kiosk.po").open("rb") as file:
        return read_po(file)


def test_the_languages_promised():
    """English, French, Kazakh, Arabic, Chinese and Spanish are spoken."""
    assert {"fr", "kk", "ar", "zh", "es"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_are_whole(language):
    """Every word of the kiosk is in the catalogue, in all forms, and nothing else is."""
    messages = [message for message in catalogue(language) if message.id]
    ids = {message.id if isinstance(message.id, str) else message.id[0] for message in messages}

    assert ids == {one.english if isinstance(one, Message) else one.one for one in WORDS}
    for message in messages:
        forms = [message.string] if isinstance(message.string, str) else message.string
        assert all(forms), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_in_a_text_are_kept(language):
    """A translation has the numbers that its original has; one of few may be spelled out."""
    assert len(catalogue(language)) == len(WORDS)
    for message in catalogue(language):
        if isinstance(message.id, str):
            assert sorted(PLACES.findall(message.id)) == sorted(PLACES.findall(message.string))
        else:
            assert PLACES.findall(message.id[1]) == PLACES.findall(message.string[-1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_read_is_what_was_written(language):
    """The compiled catalogue is that of the text: `make catalogues` was not forgotten."""
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(language))
    compiled.seek(0)
    with (CATALOGUES / language / "LC_MESSAGES/kiosk.mo").open("rb") as read:
        assert content(read) == content(compiled)


def content(file):
    """All but the header's line that names the version of Babel, where this one's comes instead."""
    return [(message.id, message.string) for message in read_mo(file)]


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "1 picture"),
        ("en", 0, "0 pictures"),
        ("fr", 1, "1 image"),
        ("fr", 2, "2 images"),
        ("ar", 2, "صورتان"),
        ("ar", 7, "7 صور"),
        ("ar", 12, "12 صورة"),
        ("ru", 21, "21 изображение"),
        ("ru", 3, "3 изображения"),
        ("ru", 12, "12 изображений"),
        ("zh", 5, "5 张图片"),
        ("fr-CA", 2, "2 images"),
        ("la", 2, "2 pictures"),
    ],
)
def test_numbers(language, count, said):
    """Plurals are those of the language, or of English where there is no catalogue."""
    assert PICTURES.in_language(language, count) == said


def test_a_missing_translation_falls_back_as_a_whole():
    """What no catalogue has is English, and known to be."""
    unheard_of = Message("Nobody has translated this")

    assert unheard_of.in_language("fr") == "Nobody has translated this"
    assert unheard_of.language_for("fr") == "en"
    assert HOME.language_for("fr") == "fr"
    assert HOME.language_for("la") == PICTURES.language_for("la") == "en"
