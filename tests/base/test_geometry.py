"""Photos in boxes."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.base.geometry import Rect, Size, fill, fit

SIDES = st.floats(1, 20_000)
SIZES = st.builds(Size, SIDES, SIDES)
BOXES = st.builds(Rect, st.floats(-500, 500), st.floats(-500, 500), SIDES, SIDES)
SHARES = st.floats(0, 1)


@given(SIZES, BOXES)
def test_fit_shows_all_without_distortion(content, box):
    """A photo that is fitted lies within its box and keeps its shape."""
    placed = fit(content, box)

    assert box.covers(placed, slack=1e-3)
    assert abs(placed.width * content.height - placed.height * content.width) <= (
        1e-6 * content.area
    ) * max(1, placed.width / content.width)


@given(SIZES, BOXES, SHARES, SHARES)
def test_fill_covers_and_keeps_the_focus_in_view(content, box, across, down):
    """A photo that fills a box leaves none of it bare, and its focus is to be seen."""
    placed = fill(content, box, (across, down))

    slack = 1e-6 * max(placed.width, placed.height)
    assert placed.covers(box, slack)
    focus_x = placed.x + across * placed.width
    focus_y = placed.y + down * placed.height
    assert box.x - slack <= focus_x <= box.right + slack
    assert box.y - slack <= focus_y <= box.bottom + slack


@given(BOXES, BOXES)
def test_a_cut_out_hole_leaves_pieces_that_do_not_overlap(box, hole):
    """Pieces around a hole lie in the box, apart from each other, and make up the rest of it."""
    pieces = box.without(hole)

    rest = box.size.area - box.intersection(hole).size.area
    assert abs(sum(piece.size.area for piece in pieces) - rest) <= 1e-6 * box.size.area
    assert all(box.covers(piece, slack=1e-6) for piece in pieces)
