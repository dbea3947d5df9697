# ruff: noqa: E501  # One case a line reads better than its parts on five.
"""Words that people write for keys lead to the key, or to what can be done instead."""

from __future__ import annotations

import pytest

from kiosk.authoring.keys import model
from kiosk.authoring.keys.synonyms import LACKING, LOCAL, SYNONYMS, key_among, keys_for, lacking
from tests.english import Sentence

MODELS = (model.Exhibition, model.Slide, model.Photo, model.Quote, model.Detail, model.Consent)
KEYS = {
    key
    for one in (
        *MODELS,
        model.Work,
        model.Kiosk,
        model.Screen,
        model.Colours,
        model.Fact,
        model.Defaults,
    )
    for key in one.known_keys()
}
WORDS = [word for words in SYNONYMS.values() for word in words.split()]
SLIDE = "title: T\nslides:\n  - photo: a.jpg\n    {}: x\n"
HEAD = "title: T\n{}: x\nslides:\n  - title: a\n"
DETAIL = (
    "title: T\nslides:\n  - photo: a.jpg\n    details: [{{{}: [0.1, 0.1, 0.2, 0.2], text: x}}]\n"
)
PHOTO = "title: T\nslides:\n  - photo: {{file: a.jpg, {}: x}}\n"
WORK = "title: T\nslides:\n  - photo: a.jpg\n    work: {{title: A, {}: x}}\n"
CONSENT = (
    "title: T\nslides:\n  - photo: {{file: a.jpg, consent: {{by: A, covers: B, {}: 2026-05-01}}}}\n"
)
SAID = [
    (SLIDE, "hide", "unknown key 'hide'; write withheld: true, to leave the slide out"),
    (SLIDE, "hidden", "unknown key 'hidden'; write withheld: true, to leave the slide out"),
    (SLIDE, "Dauer", "unknown key 'Dauer'; write dwell instead"),
    (SLIDE, "durée", "unknown key 'durée'; write dwell instead"),
    (SLIDE, "légende", "unknown key 'légende'; write caption instead"),
    (SLIDE, "título", "unknown key 'título'; write title instead"),
    (SLIDE, "description", "unknown key 'description'; write text instead"),
    (SLIDE, "photographer", "unknown key 'photographer'; write credit instead"),
    (SLIDE, "Titel", "unknown key 'Titel'; did you mean 'title'?"),
    (SLIDE, "Caption", "unknown key 'Caption'; did you mean 'caption'?"),
    (SLIDE, "stand-in", "stand_in belongs to a photo: write photo: {file: a.jpg, stand_in: …}"),
    (SLIDE, "music", "unknown key 'music'; the kiosk plays no sound; remove this line"),
    (SLIDE, "video", "unknown key 'video'; the kiosk shows no films; use a photo instead"),
    (SLIDE, "author", "unknown key 'author'; write credit instead"),
    (SLIDE, "subtitulo", "unknown key 'subtitulo'; write caption instead"),
    (SLIDE, "ausstellungen", "unknown key 'ausstellungen'; write exhibitions instead, in kiosk.yaml"),
    (SLIDE, "year", "year belongs under work"),
    (SLIDE, "Technik", "unknown key 'Technik'; write technique instead, under work"),
    (PHOTO, "medium", "unknown key 'medium'; write technique instead, under work"),
    (PHOTO, "size", "size belongs under work"),
    (PHOTO, "Maße", "unknown key 'Maße'; write size instead, under work"),
    *((WORK, word, f"unknown key '{word}'; write {key} instead") for word, key in (("date", "year"), ("Datum", "year"), ("height", "size"), ("Ort", "collection"))),
    (CONSENT, "date", "unknown key 'date'; write on instead"),
    (DETAIL, "width", "unknown key 'width'; write at instead"),
    (SLIDE, "date", "unknown key 'date'; write the date in the caption; an exhibition's days are from: and until:"),
    (SLIDE, "tombstone", "unknown key 'tombstone'; write work instead"),
    (HEAD, "artist", "unknown key 'artist'; write by instead"),
    (HEAD, "fotos", "unknown key 'fotos'; did you mean 'photos'?"),
    (HEAD, "bilder", "unknown key 'bilder'; write photos instead"),
    (HEAD, "description", "unknown key 'description'; write subtitle instead"),
    (HEAD, "duration", "unknown key 'duration'; write dwell instead, under a slide"),
    (PHOTO, "description", "unknown key 'description'; write alt instead"),
    (PHOTO, "autor", "unknown key 'autor'; write credit instead"),
    *((DETAIL, word, f"unknown key '{word}'; write at instead") for word in ("area", "rect", "box", "region", "x", "Bereich")),
    (PHOTO, "duration", "unknown key 'duration'; write dwell instead, under a slide"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "word", "message"), SAID)
def test_a_word_leads_to_its_key(wall, place, word, message):
    """A word for a key is one problem, which names the key."""
    wall.photo("a.jpg")
    wall.write("doors.yaml", place.format(word))

    assert wall.only_problem().message == message


def test_another_word_for_a_needed_key(wall):
    """A needed key under another name is not also reported as missing."""
    wall.photo("a.jpg")
    wall.write("doors.yaml", "titel: T\nfolien:\n  - photo: {foto: a.jpg}\n")
    _, problems = wall.load()

    assert [one.message for one in problems] == [
        "unknown key 'titel'; did you mean 'title'?",
        "unknown key 'folien'; write slides instead",
    ]


def test_words_are_in_one_place():
    """Each word is written once, no word is a key, and all lead to keys that exist."""
    lists = [*WORDS, *(word for words in LACKING.values() for word in words.split())]

    assert len(lists) == len(set(lists))
    assert {key for keys in SYNONYMS for key in keys} <= KEYS
    for word in WORDS:
        assert keys_for(word), word
    for key, words in LOCAL.items():
        assert [key_among(word, [key]) for word in words.split()] == [key] * len(words.split())
        assert all(lacking(word) for word in words.split())
    assert all(lacking(word) for words in LACKING.values() for word in words.split())


def test_advice_is_plain():
    """The sentences of the table are plain English."""
    assert [fault for text in LACKING for fault in Sentence("x", 1, text).faults()] == []
