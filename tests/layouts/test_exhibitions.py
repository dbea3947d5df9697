"""The laws of whole exhibitions: one axis for their words, and larger letters that are larger."""

from collections import defaultdict
from functools import cache
from itertools import chain, pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from kiosk.authoring.load.place import load
from kiosk.base.geometry import Size
from kiosk.layouts import arrange
from kiosk.style.comfort import TEXT_SIZES, Comfort
from kiosk.style.stage import Stage
from kiosk.types.scene import Lettering
from tests.gallery.specimens import PHOTOS, write_place
from tests.world import facts

ROOT = Path(__file__).parents[2]
SCREENS = [
    Size(1280, 720),
    Size(720, 1280),
    Size(1280, 800),
    Size(1024, 768),
    Size(1680, 720),
    Size(1000, 1000),
]
SHIPPED = ["apple", "portrait", "religions-for-peace"]
of_size = pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")


@cache
def slides_of(place, name):
    collection, _ = load(place, [PHOTOS, ROOT / "seeds"])
    return collection.entry(name).exhibition.slides


@cache
def info(file):
    with Image.open(file) as photo:
        return facts(*photo.size)


def laid_out(one, stage):
    arrangement = arrange(one, stage, {photo.file: info(photo.file) for photo in one.shown_photos})
    assert arrangement is not None
    return arrangement


def letters(arrangement):
    items = chain.from_iterable(arrangement.pages)
    return [item for item in items if isinstance(item, Lettering)]


def main_words(one, arrangement, language):
    """What a slide says in the visitor's language, apart from labels and small lines."""
    quoted = one.quote.translation if one.quote else None
    texts = [text.in_language(language) for text in (one.title, one.text, quoted) if text]
    return [
        item
        for item in letters(arrangement)
        if item.paragraph.style.language == language and not item.paragraph.style.italic
        if any(item.paragraph.text[:12] in text for text in texts)
    ]


@of_size
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("name", [*SHIPPED, "coast", "layouts", "walls"])
def test_words_beside_photos_have_one_axis(name, language, size, typesetter, tmp_path):
    """At most two edges in an exhibition: beside photos, and below them."""
    places = {"coast": ROOT / "tests/demo", "layouts": ROOT / "tests/demo"}
    place = places.get(name, ROOT / "exhibitions")
    if name == "walls":
        place = write_place(tmp_path, "paper")
    stage = Stage(size, typesetter, language=language)
    edges = defaultdict(list)
    for number, one in enumerate(slides_of(place, name), start=1):
        if not one.shown_photos:
            continue
        said = replace(one, notice=None)
        for item in main_words(said, laid_out(said, stage), language):
            at = item.at.x + item.paragraph.width if language == "ar" else item.at.x
            edges[round(at)].append(number)

    assert len(edges) <= 2, dict(edges)


@of_size
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", SHIPPED)
def test_larger_is_larger(name, language, size, typesetter):
    """The next text size makes no letter of a slide smaller."""
    for one in slides_of(ROOT / "exhibitions", name):
        sizes = [
            laid_out(one, Stage(size, typesetter, language=language, comfort=Comfort(text_size=n)))
            for n, _ in enumerate(TEXT_SIZES, start=1)
        ]
        for smaller, larger in pairwise(sizes):
            before = {part.paragraph.text: part.paragraph.style.size for part in letters(smaller)}
            assert min(before.values()) <= least_of(larger)
            for item in letters(larger):
                text, at = item.paragraph.text, item.paragraph.style.size
                same = [was for said, was in before.items() if text in said or said in text]
                assert not same or min(same) <= at, text


def least_of(arrangement):
    return min(item.paragraph.style.size for item in letters(arrangement))
