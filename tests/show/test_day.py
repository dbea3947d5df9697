"""A simulated opening day: ten hours, three hundred visitors, photos that fail.

`make test` simulates its first three hours, `make test-all` the whole of two days.
"""

import random

import pytest

from tests.world import Player, three_exhibitions, visit

VISITORS_AN_HOUR = 30
STEP_S = 5.0


@pytest.mark.parametrize(
    ("hours", "seed"),
    [(3, 1), *(pytest.param(10, seed, marks=pytest.mark.slow) for seed in (1, 2026))],
)
def test_a_day_never_leaves_the_wall_without_a_picture(typesetter, hours, seed):
    """Whatever visitors do, a photo or a page of words is on the screen, and attract returns."""
    rng = random.Random(seed)
    broken = frozenset({"/one/2.jpg", "/two/0.jpg"})
    player = Player(three_exhibitions(), typesetter, broken=broken, delay_s=0.3)
    player.wait(5)
    visitors = range(hours * VISITORS_AN_HOUR)
    arrivals = sorted(rng.uniform(5, hours * 3600) for _ in visitors)
    for arrival_s in arrivals:
        while player.now_s < arrival_s:
            player.step(min(STEP_S, arrival_s - player.now_s))
            assert_something_is_shown(player, seed)
        visit(player, rng)
        assert_something_is_shown(player, seed)
    player.wait(150, frame_s=1.0)

    assert player.screen == "Attract", f"seed {seed}"
    assert player.now_s >= arrivals[-1]


def assert_something_is_shown(player, seed):
    scene = player.view()
    grounds = [layer for layer in scene.layers if layer.ground is not None and layer.opacity > 0]
    contents = [item for layer in grounds for item in layer.items if item.opacity > 0]
    words = [item for layer in scene.layers for item in layer.items if hasattr(item, "paragraph")]
    assert grounds, f"seed {seed}, at {player.now_s:.2f} s: no slide"
    assert contents or words, f"seed {seed}, at {player.now_s:.2f} s: nothing to see"
    assert player.due_s() >= player.now_s, f"seed {seed}"
    for layer in scene.layers:
        assert abs(layer.offset.x) <= 2 * scene.size.width, f"seed {seed}: a slide has flown off"
