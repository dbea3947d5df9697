"""A first file says what the photos say, explains each key, and is right as it stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.checks import check
from kiosk.authoring.keys.model import Exhibition, Photo, Slide
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.tools.scaffold import written
from kiosk.authoring.yaml.document import parse
from kiosk.authoring.yaml.source import Source
from kiosk.exhibition.marks import escaped
from kiosk.types.metadata import PhotoMetadata

ASKED = {"alt-missing", "credit-missing"}
"""What only a curator knows."""


@pytest.fixture
def lent(wall):
    """Photos with labels, in a folder beside the exhibitions."""

    def write(*labels):
        photos = []
        for number, label in enumerate(labels):
            photos.append((wall.write(f"../photos/{number}.jpg", b"photo %d" % number), label))
        wall.write("summer-light.yaml", written("summer-light", photos, wall.path))
        return wall

    return write


def shown(wall):
    collection, problems = wall.load()
    assert problems == ()
    return collection.entries[0].exhibition


def test_labels_become_words(lent):
    """Titles, captions and credits are where visitors read them."""
    exhibition = shown(
        lent(PhotoMetadata("", "A door", "Painted: blue", "Maker"), PhotoMetadata(credit="Other"))
    )
    page, first, second = exhibition.slides

    assert exhibition.title.in_language("") == "Summer light"
    assert (page.layout, page.title) == ("title", exhibition.title)
    assert first.title.in_language("") == "A door"
    assert first.photo.caption.in_language("") == "Painted: blue"
    assert [slide.photo.credit.in_language("") for slide in (first, second)] == ["Maker", "Other"]


def test_asterisks_of_a_label_stay(lent):
    """What a program wrote in a photo has no marks of a curator."""
    label = PhotoMetadata("", "*1*, **2** and 3 * 4", "*not closed", r"a \* *b*")
    _, slide = shown(lent(label)).slides
    texts = (slide.title, slide.photo.caption, slide.photo.credit)

    assert [one.in_language("") for one in texts] == [label.title, label.caption, label.credit]
    assert not any(one.emphasis for one in texts)


def test_one_credit_for_all(lent):
    """A credit that all photos bear is written once."""
    wall = lent(PhotoMetadata(credit="Maker"), PhotoMetadata(credit="Maker"))

    assert (wall.path / "summer-light.yaml").read_text().count('credit: "Maker"') == 1
    assert shown(wall).slides[2].photo.credit.in_language("") == "Maker"


def test_a_credit_for_all_is_proposed(lent):
    """If no credit is known, a line for the credit of all photos waits as a comment."""
    path = lent(PhotoMetadata()).path / "summer-light.yaml"

    assert re.search(r"^defaults:\n.*\n  # credit: ", path.read_text(), re.MULTILINE)


def test_a_title_in_several_languages(lent):
    """Each language of a title is written, as visitors may choose it."""
    titles = {"fr": "Une porte", "de": "Eine Tür"}
    slide = shown(lent(PhotoMetadata("", titles, titles))).slides[1]

    assert slide.title.in_language("fr") == slide.photo.caption.in_language("fr") == "Une porte"
    assert slide.title.in_language("de") == "Eine Tür"


NAMES = (
    'it\'s "here".jpg',
    "#1.jpg",
    "a: b.jpg",
    "- dash.jpg",
    "-dash.jpg",
    "two  spaces.jpg",
    "👩‍🎨 ё é.jpg",
    "{x}, [y] & *z.jpg",
    "100%.jpg",
    "null",
    "back\\slash.jpg",
    "trailing .jpg",
)


@pytest.mark.parametrize("name", NAMES)
def test_any_file_name(wall, name):
    """A photo is found again, whatever its name is."""
    photo = wall.write(f"../photos/{name}", b"photo")
    wall.write("x.yaml", written("x", [(photo, PhotoMetadata())], wall.path))

    assert shown(wall).slides[1].photo.file == str(photo.resolve())


def test_order(wall):
    """Photos hang in the order they were taken; those without a time come last, by number."""
    taken = {
        "c.jpg": "2026:05:01 10:00:00",
        "b.jpg": "2026:05:01 09:00:00",
        "10.jpg": "",
        "9.jpg": "",
        "burst10.jpg": "2026:05:01 10:00:00.5",
        "burst9.jpg": "2026:05:01 10:00:00.5",
        "a.jpg": "2026:05:01 10:00:00.75",
    }
    photos = [(wall.write(name, name), PhotoMetadata(time)) for name, time in taken.items()]
    text = written("x", photos, wall.path)

    assert re.findall(r"- photo: \"(.*)\"", text) == [
        "b.jpg",
        "c.jpg",
        "burst9.jpg",
        "burst10.jpg",
        "a.jpg",
        "9.jpg",
        "10.jpg",
    ]


def test_photos_of_several_folders(wall):
    """Photos stay where they are, and are named from the folder that they share."""
    photos = [
        (wall.write(name, name), PhotoMetadata()) for name in ("../p/a/1.jpg", "../p/b/2.jpg")
    ]
    wall.write("x.yaml", written("x", photos, wall.path))

    assert 'photos: "../p"' in (wall.path / "x.yaml").read_text()
    assert len(shown(wall).slides) == 3


def test_checks_ask_only_for_what_curators_know(lent):
    """As it stands, the file wants nothing but words that no program knows."""
    wall = lent(PhotoMetadata("", "A door", "word " * 130, "Maker"), PhotoMetadata())

    assert {problem.code for problem in check(wall.path)} == ASKED


def test_long_captions_are_kept_aside(lent):
    """What nobody would read on a label stays in the file as a comment."""
    wall = lent(PhotoMetadata(caption="word " * 100 + "end"))
    text = (wall.path / "summer-light.yaml").read_text()

    assert "# Too long for a caption: word" in text
    assert shown(wall).slides[1].photo.caption is None


@pytest.mark.parametrize(
    "key", [*Exhibition.known_keys(), *Slide.known_keys(), *Photo.known_keys()]
)
def test_every_key_is_explained(lent, key):
    """Every key that an exhibition, a slide or a photo may have stands in the file."""
    text = (lent(PhotoMetadata()).path / "summer-light.yaml").read_text()

    assert re.search(rf'^\s*(# |- )*{key}:|"{key}": ', text, re.MULTILINE)


def test_proposals_hold_when_their_sign_is_taken_away(lent):
    """Each key in a comment may be used by taking away the sign before it."""
    path = lent(PhotoMetadata()).path / "summer-light.yaml"
    text = path.read_text()
    proposed = re.findall(r"^ *# \w+: .*", text, re.MULTILINE)

    assert len(proposed) > 15
    for line in proposed:
        key = line.split("#", 1)[1].split(":")[0].strip()
        if key in ("photo", "photos"):
            continue
        document = parse(Source(path, text.replace(line, line.replace("# ", "", 1), 1)), Problems())
        holders = (document.value, document.value["defaults"], *document.value["slides"])
        assert any(key in one for one in holders), line


SEEN = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])).map(str.strip)


@given(SEEN, SEEN, SEEN)
def test_any_label_is_quoted(tmp_path_factory, title, caption, credit):
    """Whatever a label says, the file says the same, and breaks nowhere."""
    label = PhotoMetadata("", title, caption, credit)
    folder = tmp_path_factory.getbasetemp()
    problems, text = Problems(), written("x", [(folder / "a.jpg", label)], folder)
    document = parse(Source(folder / "x.yaml", text), problems)

    assert not problems
    assert document.value["slides"][1].get("title", "") == escaped(label.title)
    assert document.value["defaults"].get("credit", "") == escaped(label.credit)
