"""How long words take to read decides how long a slide stands."""

from __future__ import annotations

import pytest

from kiosk.exhibition.reading_time import dwell_s, reading_time_s, texts_of, words
from tests.world import slide


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("", "en", 0),
        ("One apple", "en", 2),
        ("Good – make… good, and hard-won!", "en", 5),
        ("Qu’est-ce que c’est ?", "fr", 3),
        ("Алма — символ", "kk", 2),
        ("أنا أحب التفاح", "ar", 3),
        ("一个苹果", "zh", 3),
        ("我是 Erkin Azat", "zh-Hans", 3),
        ("りんごをひとつ", "ja", 5),
        ("ผมชอบแอปเปิล", "th", 2),
    ],
)
def test_words(text, language, count):
    """Words are counted where there are spaces; elsewhere letters stand for them."""
    assert words(text, language) == count


def test_reading_time():
    """Two hundred words or three hundred Chinese characters take a minute."""
    assert reading_time_s("word " * 200, "en") == 60
    assert reading_time_s("字" * 300, "zh") == 60


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"title": "Short"}, 6),
        ({"photo": "a.jpg"}, 6),
        ({"text": "word " * 100}, 2 + 30),
        ({"photo": "a.jpg", "text": "word " * 100}, 5 + 30),
        ({"photos": ["a.jpg", "b.jpg", "c.jpg"], "text": "word " * 100}, 8 + 30),
        ({"text": "word " * 1000}, 45),
        ({"text": "word " * 1000, "dwell": "3"}, 3),
        ({"text": "word " * 100, "dwell": "auto"}, 2 + 30),
        ({"photo": {"file": "a.jpg", "caption": "word " * 100}}, 5 + 30),
        ({"photos": ["a.jpg", "b.jpg"], "caption": "word " * 100}, 6.5 + 30),
        ({"photo": "a.jpg", "facts": {"word " * 50: "word " * 50}}, 5 + 30),
        ({"quote": "word " * 100}, 2 + 30),
    ],
)
def test_dwell(keys, expected):
    """A slide stands as long as looking and reading take, within bounds, or as it says."""
    assert dwell_s(slide(**keys), "en") == pytest.approx(expected)


@pytest.mark.parametrize("key", ["alt", "credit"])
def test_small_texts_take_no_time(key):
    """What is small, or is for visitors who cannot see, is not counted; nor is a notice."""
    photo = {"file": "a.jpg", key: "word " * 100}

    assert dwell_s(slide(photo=photo, notice="word " * 100), "en") == 6


def test_every_caption_takes_time():
    """A caption that photos share is read beside those that are their own."""
    own = [{"file": "a.jpg", "caption": "word " * 40}, {"file": "b.jpg", "caption": "mot " * 40}]

    assert dwell_s(slide(photos=own, caption="both " * 20), "en") == pytest.approx(6.5 + 30)


def test_dwell_by_language():
    """A slide stands longer where its words are more."""
    one = slide(text={"en": "word " * 50, "fr": "mot " * 80})

    assert dwell_s(one, "fr") - dwell_s(one, "en") == pytest.approx(9)


def test_translation_takes_time_where_it_is_shown():
    """A translation is read where visitors read its language, along with the words spoken."""
    one = slide(quote={"text": "word " * 50, "translation": {"fr": "mot " * 50}})

    assert dwell_s(one, "fr") == pytest.approx(2 + 30)
    assert dwell_s(one, "de") == pytest.approx(2 + 15)


def test_words_in_another_language():
    """A text that is not in the visitor's language is read in its own."""
    assert list(texts_of(slide(title={"th": "ก"}), "en")) == [("ก", "th")]
    assert list(texts_of(slide(title="Almaty"), "kk")) == [("Almaty", "kk")]
