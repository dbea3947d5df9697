"""Icons: each is drawn within its square, in one colour."""

from typing import get_args

import pytest

from kiosk.display.icons import rasterise
from kiosk.types.scene import IconName

SIDE = 96
COLOUR = (200, 120, 40)


def opacities(name, side=SIDE):
    data = rasterise(name, side, COLOUR)
    return [list(data[row * side * 4 + 3 : (row + 1) * side * 4 : 4]) for row in range(side)]


@pytest.mark.parametrize("name", get_args(IconName))
class TestIcons:
    def test_it_is_drawn_within_its_square(self, name):
        rows = opacities(name)
        edges = [*rows[0], *rows[-1], *(row[0] for row in rows), *(row[-1] for row in rows)]
        assert max(map(max, rows)) == 255
        assert not any(edges), "an icon is cut off"

    def test_it_has_the_colour_it_is_given(self, name):
        data = rasterise(name, SIDE, COLOUR)
        pixels = [tuple(data[at : at + 4]) for at in range(0, len(data), 4)]
        solid = [pixel[:3] for pixel in pixels if pixel[3] == 255]
        assert solid
        for pixel in solid:
            assert pixel == pytest.approx(COLOUR[::-1], abs=1)
