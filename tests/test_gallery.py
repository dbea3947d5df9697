"""The gallery shows everything that can be hung."""

from typing import get_args

from kiosk.authoring.checks import check_opened
from kiosk.authoring.checks.subject import CheckServices
from kiosk.authoring.load.place import load, open_place
from kiosk.exhibition.exhibition import LayoutName
from tests.gallery.__main__ import View, written
from tests.gallery.specimens import LANGUAGES, PHOTOS, SPECIMENS, write_place


def test_every_layout_hangs_there(tmp_path):
    """No layout is forgotten, and every specimen can be shown."""
    collection, problems = load(write_place(tmp_path, "paper"), [PHOTOS])
    (entry,) = collection.entries

    assert problems == ()
    assert len(entry.exhibition.slides) == len(SPECIMENS)
    assert {slide.kind for slide in entry.exhibition.slides} == set(get_args(LayoutName))
    assert list(collection.kiosk.languages) == LANGUAGES


def test_its_words_are_in_every_language(tmp_path):
    """What is looked at in a language is written in it, facts apart."""
    opened = open_place(write_place(tmp_path, "paper"), [PHOTOS])
    untranslated = [
        problem.message
        for problem in check_opened(opened, CheckServices())
        if problem.code == "translation-missing"
    ]

    assert untranslated
    assert all("label" in message or "value" in message for message in untranslated)


def test_each_picture_is_on_the_page_once():
    """No picture is drawn over another."""
    views = [
        View(slide, "paper", shape, language)
        for slide in SPECIMENS
        for shape in ("16:9", "9:16")
        for language in ("en", "ar")
    ]
    page = "\n".join(written(views))

    assert len({one.file for one in views}) == len(views)
    assert all(page.count(f"<img loading=lazy src='{one.file}'>") == 1 for one in views)
