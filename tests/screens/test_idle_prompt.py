"""The question whether anybody is still looking."""

import pytest

from kiosk.base.geometry import Size
from kiosk.screens.overlays.idle_prompt import ASKING_S, question
from kiosk.style.comfort import Comfort
from kiosk.style.stage import Stage
from kiosk.types.scene import Lettering


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
