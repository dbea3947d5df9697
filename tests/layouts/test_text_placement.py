"""Words over a photo stand where they disturb it least."""

import pytest
from PIL import Image

from kiosk.base.geometry import Point, Size
from kiosk.layouts import arrange
from kiosk.layouts.parts.column import bounds
from kiosk.media.originals.decode import measure
from kiosk.style.stage import Stage
from kiosk.types.scene import Lettering, Scrim
from tests.world import slide

SCREEN = Size(960, 540)
SHAPE = (960, 600)
GREY, WHITE, DARK = (90, 90, 90), (255, 255, 255), (20, 20, 20)


def corner(folder, typesetter, picture, focus=(0.5, 0.4), language="en"):
    """Where the words of a photo stand, such as ("bottom", "left"), and what is under them."""
    file = str(folder / "photo.png")
    picture.save(file)
    photo = {"file": file, "credit": "Credit", "caption": "A caption", "focus": focus}
    stage = Stage(SCREEN, typesetter, language=language)
    arrangement = arrange(slide(photo=photo, fill=True), stage, {file: measure(file)[0]})
    middle = bounds(arrangement.words).centre
    lettering = [one for one in arrangement.words if isinstance(one, Lettering)]
    assert all(stage.safe.covers(one.rect, slack=1) for one in lettering)
    veils = [one for one in arrangement.words if isinstance(one, Scrim)]
    return (
        "top" if middle.y < SCREEN.height / 2 else "bottom",
        "left" if middle.x < SCREEN.width / 2 else "right",
    ), veils


def picture(ground, *patches):
    image = Image.new("RGB", SHAPE, ground)
    for colour, box in patches:
        image.paste(colour, box)
    return image


@pytest.mark.parametrize(("language", "side"), [("en", "left"), ("ar", "right")])
def test_the_usual_corner(tmp_path, typesetter, language, side):
    """Where nothing speaks against it, words stand at the foot where lines begin."""
    where, _ = corner(tmp_path, typesetter, picture(GREY), language=language)

    assert where == ("bottom", side)


def test_away_from_the_focus(tmp_path, typesetter):
    """Nobody reads over what the photo is about: the words are a margin or more from it."""
    file = str(tmp_path / "photo.png")
    picture(GREY).save(file)
    photo = {"file": file, "caption": "A caption", "focus": (0.1, 0.88)}
    stage = Stage(SCREEN, typesetter)
    arrangement = arrange(slide(photo=photo, fill=True), stage, {file: measure(file)[0]})
    image, words = arrangement.photos[0].image, bounds(arrangement.words)

    at = Point(0.1 * image.width, image.y + 0.88 * image.height)
    assert not words.inset(-stage.margin).contains(at)


def test_away_from_what_would_need_a_strong_veil(tmp_path, typesetter):
    """A pale corner is left for a dark one, in which no veil is needed."""
    pale = (WHITE, (0, 400, 480, 600))
    where, veils = corner(tmp_path, typesetter, picture(DARK, pale))

    assert where == ("bottom", "right")
    assert not veils


@pytest.mark.parametrize(("light", "side"), [(134, "left"), (150, "right")])
def test_in_the_usual_corner_if_it_is_about_as_calm(light, side, tmp_path, typesetter, monkeypatch):
    """Words do not change sides for a slightly lighter veil, but for a clearly lighter one."""
    monkeypatch.setattr("kiosk.layouts.single.DARK_WORDS", 9.0)
    lighter = ((light, light, light), (0, 0, 480, 600))
    where, _ = corner(tmp_path, typesetter, picture(DARK, lighter))

    assert where == ("bottom", side)


def test_rather_in_another_corner_than_between_two(tmp_path, typesetter, monkeypatch):
    """Above a pale foot, words stand at the top, where they stand on other such slides."""
    monkeypatch.setattr("kiosk.layouts.single.DARK_WORDS", 9.0)
    foot = (WHITE, (0, 430, 960, 600))
    where, veils = corner(tmp_path, typesetter, picture(DARK, foot))

    assert where == ("top", "left")
    assert not veils


def test_away_from_unrest(tmp_path, typesetter):
    """Of two corners as pale as each other, words stand in the one without pattern."""
    restless = Image.effect_noise((480, 200), 300).convert("RGB")
    image = picture(WHITE)
    image.paste(restless, (0, 400))
    where, _ = corner(tmp_path, typesetter, image)

    assert where == ("bottom", "right")


def test_in_the_only_calm_place(tmp_path, typesetter):
    """It may be anywhere: here, between two bands of letters."""
    image = Image.effect_noise(SHAPE, 300).convert("RGB")
    image.paste(DARK, (0, 230, 960, 350))
    _, veils = corner(tmp_path, typesetter, image, focus=(0.5, 0.1))

    assert not veils


@pytest.mark.parametrize("said", [{}, {"text": "A text"}])
def test_below_or_beside_where_it_is_calm_nowhere(said, tmp_path, typesetter):
    """Words never stand on letters in the picture, nor on a stain: the photo is whole then."""
    file = str(tmp_path / "photo.png")
    Image.effect_noise(SHAPE, 300).convert("RGB").save(file)
    one = slide(layout="single", photo={"file": file, "caption": "A caption"}, fill=True, **said)
    arrangement = arrange(one, Stage(SCREEN, typesetter), {file: measure(file)[0]})
    (photo,) = arrangement.photos

    assert photo.window == photo.image
    assert not any(isinstance(item, Scrim) for item in arrangement.words)
    assert not any(item.rect.overlaps(photo.window) for item in arrangement.words)


def test_main_words_on_photos_keep_the_edge(tmp_path, typesetter):
    """A text begins where it begins on other slides, though another place is calmer."""
    file = str(tmp_path / "photo.png")
    picture(DARK, ((70, 70, 70), (0, 0, 480, 600))).save(file)
    one = slide(layout="single", photo=file, text="A text", fill=True)
    stage = Stage(SCREEN, typesetter)
    arrangement = arrange(one, stage, {file: measure(file)[0]})

    assert arrangement.photos[0].window == stage.rect
    assert bounds(arrangement.words).x == stage.safe.x


def test_at_the_top_on_a_veil_from_the_top(tmp_path, typesetter, monkeypatch):
    """Light words stand above a white foot, and the veil comes down to them from the edge."""
    monkeypatch.setattr("kiosk.layouts.single.DARK_WORDS", 9.0)
    sky = ((125, 125, 125), (0, 0, 960, 200))
    where, (scrim_under,) = corner(tmp_path, typesetter, picture(WHITE, sky))

    assert where == ("top", "left")
    assert scrim_under.from_top
    assert scrim_under.rect.y == 0
    assert scrim_under.rect.bottom < SCREEN.height / 2
