"""The question whether anybody is still looking."""

import itertools

import pytest

from kiosk.base.geometry import Rect, Size
from kiosk.screens.overlays.idle_prompt import ASKING_S, question
from kiosk.style.comfort import TEXT_SIZES, Comfort
from kiosk.style.stage import Stage
from kiosk.style.themes import contrast, luminance
from kiosk.types.scene import Fill, Lettering
from tests.screens.test_home import SCREENS
from tests.world import MANY_LANGUAGES


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_seconds_do_not_tremble(typesetter, language):
    """Every number of two figures takes the same place, so that it only counts."""
    stage = Stage(Size(1920, 1080), typesetter, language=language)
    moments = [question(ASKING_S - left, stage).items for left in range(10, 21)]
    seconds = [
        next(one for one in items if isinstance(one, Lettering) and one.paragraph.text.isdigit())
        for items in moments
    ]

    assert {one.paragraph.text for one in seconds} == {str(left) for left in range(10, 21)}
    assert len({(one.rect.x, one.rect.width) for one in seconds}) == 1


@pytest.mark.parametrize("still", [False, True])
def test_with_reduced_motion_the_line_is_shortened_once_a_second(typesetter, still):
    """Otherwise it runs out pixel by pixel."""
    stage = Stage(Size(1920, 1080), typesetter, comfort=Comfort(still=still))
    widths = {question(5.1 + n / 10, stage).items[-1].rect.width for n in range(9)}

    assert (len(widths) == 1) == still


@pytest.mark.parametrize("shape", SCREENS)
@pytest.mark.parametrize("diagonal_in", [10.0, 32.0])
def test_it_covers_the_controls_and_is_read(typesetter, shape, diagonal_in):
    """None of them is half hidden; its words have room, in every language and text size."""
    for language in MANY_LANGUAGES:
        text_size = 1 + MANY_LANGUAGES.index(language) % len(TEXT_SIZES)
        comfort = Comfort(text_size=text_size)
        stage = Stage(
            SCREENS[shape], typesetter, language=language, diagonal_in=diagonal_in, comfort=comfort
        )
        veil, strip, *rest = question(5.0, stage).items
        words = [one.rect for one in rest if isinstance(one, Lettering)]
        lines = [one.rect for one in rest if isinstance(one, Fill)]

        assert veil.opacity < 0.3
        foot = stage.size.height - stage.foot
        assert strip.rect.covers(Rect(0, foot, stage.size.width, stage.foot))
        assert strip.rect.height >= 96 / 720 * stage.size.short_side
        assert rest[1].paragraph.style.colour == stage.theme.ink
        assert len(words) == 3
        assert all(strip.rect.covers(rect, slack=1) for rect in (*words, *lines))
        assert all(one.paragraph.style.size >= stage.least_type - 0.5 for one in rest[:3])
        for one, other in itertools.combinations([*words, lines[0]], 2):
            assert not one.inset(0.5).overlaps(other.inset(0.5)), language


@pytest.mark.parametrize("text_size", [1, 3, 5])
def test_larger_text_asks_in_larger_letters(typesetter, text_size):
    """On a screen with room for them."""
    sizes = [
        question(5.0, Stage(Size(1920, 1080), typesetter, comfort=Comfort(text_size=one)))
        .items[2]
        .paragraph.style.size
        for one in (text_size, max(1, text_size - 1))
    ]

    assert sizes[0] > sizes[1] or text_size == 1


def test_it_can_be_read_on_its_strip(typesetter):
    """The strip is opaque, so that no photo shines through the words."""
    strip, *letters = question(5.0, Stage(Size(1920, 1080), typesetter)).items[1:5]

    assert strip.opacity == 1
    for one in letters:
        colours = luminance(one.paragraph.style.colour), luminance(strip.colour)
        assert contrast(*colours) >= 4.5
