"""How several photos are laid out: pairs, grids, and the words about them."""

import pytest

from kiosk.layouts import arrange
from kiosk.style.comfort import TEXT_SIZES, Comfort
from kiosk.style.stage import Stage
from tests.layouts.test_composition import (
    FOUR_TO_THREE,
    SQUARE,
    UPRIGHT,
    USUAL,
    WIDE,
    hangs_above,
    placed,
)
from tests.layouts.test_laws import SAYINGS, SCREENS, SHAPES, a_slide, letters
from tests.world import facts, slide


def rows_of(arrangement):
    """How many photos hang in each row, from the top."""
    tops = [photo.window.y for photo in arrangement.photos]
    return tuple(tops.count(top) for top in sorted(set(tops)))


@pytest.mark.parametrize(
    ("size", "shape", "count", "wanted"),
    [
        (USUAL, "across", 4, (2, 2)),
        (USUAL, "upright", 4, (4,)),
        (WIDE, "upright", 4, (4,)),
        (SQUARE, "across", 4, (2, 2)),
        (UPRIGHT, "upright", 4, (2, 2)),
        (UPRIGHT, "panorama", 4, (1, 1, 1, 1)),
        (USUAL, "upright", 3, (3,)),
        (UPRIGHT, "panorama", 3, (1, 1, 1)),
        (USUAL, "upright", 2, (2,)),
        (SQUARE, "across", 2, (1, 1)),
        (UPRIGHT, "across", 2, (1, 1)),
    ],
)
def test_a_grid_cuts_off_as_little_as_it_can(size, shape, count, wanted, typesetter):
    """Photos hang in the rows in which most of them is seen, and are all of one size."""
    photos = [{"file": f"/{n}.jpg"} for n in range(count)]
    one = slide(layout="grid", photos=photos, fill=True)
    _, arrangement = placed(one, size, typesetter, shape)

    assert rows_of(arrangement) == wanted
    assert len({photo.window.size for photo in arrangement.photos}) == 1


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    ("size", "shapes", "sentences", "wanted"),
    [
        (UPRIGHT, "across across", 1, (1, 1)),
        (UPRIGHT, "across upright", 1, (1, 1)),
        (UPRIGHT, "upright upright", 6, (2,)),
        (UPRIGHT, "upright upright", 0, (1, 1)),
        (SQUARE, "across across", 0, (1, 1)),
        (SQUARE, "panorama upright", 0, (1, 1)),
        (SQUARE, "upright upright", 1, (2,)),
        (FOUR_TO_THREE, "across upright", 1, (2,)),
        (USUAL, "across upright", 0, (2,)),
        (WIDE, "panorama upright", 1, (2,)),
    ],
)
def test_a_pair_is_where_both_photos_are_large(
    size, shapes, sentences, wanted, language, typesetter
):
    """Side by side at one height, or one above the other as large as each other."""
    said = {"text": {tag: SAYINGS[tag] * sentences for tag in ("en", "ar")}} if sentences else {}
    one = slide(layout="pair", photos=["/0.jpg", "/1.jpg"], **said)
    known = {f"/{n}.jpg": facts(*SHAPES[shape]) for n, shape in enumerate(shapes.split())}
    stage = Stage(size, typesetter, language=language)
    arrangement = arrange(one, stage, known)
    windows = [photo.window for photo in arrangement.photos]
    areas = [window.size.area for window in windows]
    edges = [one.right if language == "ar" else one.x for one in windows]

    assert rows_of(arrangement) == wanted
    if wanted == (2,):
        assert windows[0].height == windows[1].height
    elif not any(one.width == stage.safe.width for one in windows):
        assert max(areas) < 1.02 * min(areas)
    if wanted == (1, 1) and said:
        assert edges[0] == pytest.approx(edges[1], abs=1)


@pytest.mark.parametrize("layout", ["pair", "grid"])
@pytest.mark.parametrize("size", [UPRIGHT, SQUARE])
def test_few_words_leave_room_to_several_photos(size, layout, typesetter):
    """Photos take what the words below them leave; many words are beside them where they can be."""
    few, many = (
        placed(
            slide(layout=layout, photos=["/0.jpg", "/1.jpg"], text=SAYINGS["en"] * length),
            size,
            typesetter,
            "upright",
        )[1]
        for length in (1, 12)
    )
    areas = [sum(photo.window.size.area for photo in one.photos) for one in (few, many)]

    assert hangs_above(few)
    assert hangs_above(many) == (size == UPRIGHT)
    assert areas[0] > areas[1]


@pytest.mark.parametrize(
    ("count", "sizes"), [(3, (USUAL, UPRIGHT, WIDE)), (4, (USUAL, UPRIGHT, SQUARE, WIDE))]
)
def test_photos_of_one_shape_are_equally_large_on_a_grid(count, sizes, typesetter):
    """Nobody wonders why one of them is larger. On a square, three leave no other way."""
    photos = [{"file": f"/{n}.jpg"} for n in range(count)]
    for size in sizes:
        _, arrangement = placed(slide(layout="grid", photos=photos), size, typesetter, "across")
        areas = [photo.window.size.area for photo in arrangement.photos]

        assert max(areas) < 1.02 * min(areas)


@pytest.mark.parametrize("layout", ["grid", "pair"])
@pytest.mark.parametrize("size", [USUAL, UPRIGHT, SQUARE])
def test_what_is_said_of_all_is_no_label(layout, size, typesetter):
    """Words of all photos stand further from a label than this from its photo."""
    photos = [{"file": f"/{n}.jpg", "caption": "A label"} for n in range(2)]
    one = slide(layout=layout, photos=photos, caption="Of all")
    _, arrangement = placed(one, size, typesetter)
    *labels, of_all = letters(arrangement)
    lowest = max(label.rect.bottom for label in labels)
    above = labels[0].rect.y - arrangement.photos[0].window.bottom

    assert of_all.paragraph.text == "Of all"
    assert of_all.rect.y - lowest > 1.5 * above


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
@pytest.mark.parametrize("layout", ["grid", "pair"])
def test_a_label_has_the_room_that_photos_leave(layout, size, typesetter):
    """A sentence is on one page, in the largest letters too: nobody turns pages for a label."""
    one, comfort = a_slide(layout, 1, photos=4), Comfort(text_size=len(TEXT_SIZES))
    _, arrangement = placed(one, size, typesetter, comfort=comfort)
    said = [item.paragraph.text for item in letters(arrangement)]

    assert not arrangement.more
    assert said.count(SAYINGS["en"].strip()) >= len(arrangement.photos)


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
def test_a_shared_credit_is_below_both_captions_of_a_pair(size, typesetter):
    """Once, below the first, it would seem to be about that photo alone; on a grid it is once."""
    photos = [{"file": f"/{n}.jpg", "caption": "A label", "credit": "By Ada"} for n in range(3)]
    for layout, count, times in (("pair", 2, 2), ("grid", 3, 1)):
        one = slide(layout=layout, photos=photos[:count])
        _, arrangement = placed(one, size, typesetter)
        said = [(item.paragraph.text, item.rect) for item in letters(arrangement)]
        captions = [rect for text, rect in said if text == "A label"]
        shown = [rect for text, rect in said if text == "By Ada"]

        assert len(shown) == times
        for caption, credit in zip(captions, shown, strict=True) if times == 2 else ():
            assert credit.x == pytest.approx(caption.x, abs=1)
            assert 0 <= credit.y - caption.bottom < caption.height
