"""What the doors of the home screen show of what is behind them, and say of how much it is."""

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Rect
from kiosk.exhibition.interview import Exchange
from kiosk.exhibition.reading_time import WORDS_A_MINUTE
from kiosk.types.scene import Lettering
from tests.world import INTERVIEW, Player, collection, entry, slide


def said(typesetter, *slides, language="en", interview=None, **kiosk):
    """What stands on the home screen for an exhibition of these slides."""
    one = entry("one", *slides, interview=interview)
    player = Player(collection(one, **kiosk), typesetter, language=language)
    player.open_at("home")
    player.step(0.1)
    items = [item for layer in player.view().layers for item in layer.items]
    return [item.paragraph.text for item in items if isinstance(item, Lettering)]


def test_it_counts_pictures_and_minutes(typesetter):
    """Each picture once, however often it hangs, and the words of all slides at an even pace."""
    text = "word " * (2 * WORDS_A_MINUTE)
    slides = (slide(photo="/1.jpg", text=text), slide(photos=["/1.jpg", "/2.jpg"], text=text))

    assert "2 pictures  ·  4 min to read" in said(typesetter, *slides)


@pytest.mark.parametrize(
    ("language", "told"), [("en", "1 min to read"), ("fr", "3 min de lecture"), ("de", "1 Min")]
)
def test_minutes_are_those_of_the_language(typesetter, language, told):
    """What is written in one language is not counted in the other."""
    text = {"en": "word " * WORDS_A_MINUTE, "fr": "mot " * 3 * WORDS_A_MINUTE}
    texts = said(typesetter, slide(text=text), language=language, languages=["en", "fr", "de"])

    assert any(one.startswith(told) for one in texts)


def test_nothing_is_told_of_what_is_not_there(typesetter):
    """An exhibition without words is not read, and one without pictures has none to count."""
    pictures = said(typesetter, slide(photo="/1.jpg"))
    words = said(typesetter, slide(title="Some words"))

    assert "1 picture" in pictures
    assert "1 min to read" in words


def test_the_interview_tells_how_long_it_is(typesetter):
    """Questions and answers count, all of them."""
    text = "word " * (WORDS_A_MINUTE // 2)
    exchanges = tuple(Exchange(text, text, n, (n + 1,)) for n in range(12))
    texts = said(typesetter, slide(title="One"), interview=replace(INTERVIEW, exchanges=exchanges))

    assert texts[texts.index("The interview") + 2] == "12 min to read"


@pytest.mark.parametrize("focus", [(0.05, 0.05), (0.95, 0.95)])
def test_a_cover_is_cut_around_its_focus(focus, typesetter):
    """Whatever a door cuts off a cover, what the photo is about is in view."""
    one = entry("one", slide(photo={"file": "/1.jpg", "focus": focus}))
    player = Player(collection(one), typesetter)
    player.open_at("home")
    player.step(0.1)
    (cover,) = player.pictures()
    image, window = cover.image, cover.window
    at = (image.x + focus[0] * image.width, image.y + focus[1] * image.height)

    assert image.size.area > 1.1 * window.size.area
    assert window.covers(Rect(*at, 0, 0), slack=1)
