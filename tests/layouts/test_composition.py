"""How slides are composed on screens of every shape, unusual ones among them."""

import pytest

from kiosk.geometry import Size, around
from kiosk.layouts import arrange
from kiosk.layouts.column import bounds
from kiosk.stage import Stage
from tests.layouts.test_laws import SAYINGS, SCREENS, SHAPES, a_slide, letters
from tests.world import facts, slide

USUAL, UPRIGHT, SQUARE, WIDE = (
    Size(1920, 1080),
    Size(1080, 1920),
    Size(1080, 1080),
    Size(2560, 1080),
)
STRIP = {"strip": (500, 3000)}


def placed(one, size, typesetter, shape="across", **options):
    """A slide whose photos are all of one shape."""
    stage = Stage(size, typesetter, **options)
    known = {photo.file: facts(*(SHAPES | STRIP)[shape]) for photo in one.all_photos}
    arrangement = arrange(one, stage, known)
    assert arrangement is not None
    return stage, arrangement


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("layout", ["title", "text", "quote", "notice"])
def test_words_alone_stand_in_the_middle_of_a_wide_screen(layout, language, typesetter):
    """A page of words is composed as on a usual screen, not at one end of a very wide one."""
    one = slide(notice=SAYINGS["en"], photo="/0.jpg") if layout == "notice" else a_slide(layout, 1)
    usual, on_usual = placed(one, USUAL, typesetter, language=language)
    wide, on_wide = placed(one, WIDE, typesetter, language=language)
    edge, wider = bounds(on_usual.words), bounds(on_wide.words)
    beyond = (WIDE.width - USUAL.width) / 2

    assert wide.margin == usual.margin
    if language == "ar":
        assert wider.right == pytest.approx(edge.right + beyond, abs=60)
    else:
        assert wider.x == pytest.approx(edge.x + beyond, abs=60)


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("layout", ["single", "matted"])
def test_a_photo_with_a_label_keeps_the_margins(layout, shape, size, typesetter):
    """Shown whole, a photo and its passe-partout lie within the margins, as all else does."""
    one = slide(layout=layout, photo={"file": "/0.jpg", "caption": "A label"})
    stage, arrangement = placed(one, size, typesetter, shape)
    (photo,) = arrangement.photos

    assert photo.window == stage.rect or stage.safe.covers(photo.window, slack=1)
    assert all(stage.safe.covers(mat.rect, slack=1) for mat in arrangement.mats)


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
@pytest.mark.parametrize("shape", SHAPES)
def test_a_photo_alone_goes_to_the_edges(shape, size, typesetter):
    """With no words, a photo reaches two edges of the screen, and stands in its middle."""
    stage, arrangement = placed(slide(photo="/0.jpg"), size, typesetter, shape)
    window = arrangement.photos[0].window

    assert window.width == size.width or window.height == size.height
    assert window.centre.x == pytest.approx(stage.rect.centre.x, abs=1)
    assert window.centre.y == pytest.approx(stage.rect.centre.y, abs=1)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("layout", ["single", "matted"])
def test_a_label_wider_than_its_photo_begins_at_its_edge(layout, language, typesetter):
    """A long label under a narrow photo reaches out of it on one side only."""
    label = {tag: SAYINGS[tag] * 2 for tag in ("en", "ar")}
    one = slide(layout=layout, photo={"file": "/0.jpg", "caption": label})
    _, arrangement = placed(one, USUAL, typesetter, "strip", language=language)
    (sign,) = letters(arrangement)
    card = around([arrangement.photos[0].window, *(mat.rect for mat in arrangement.mats)])

    assert sign.rect.width > card.width
    at_edge = sign.rect.right - card.right if language == "ar" else sign.rect.x - card.x
    assert at_edge == pytest.approx(0, abs=2)
