"""A state is plain values: written as JSON and read back, it shows and does the same."""

import json
import random

import pytest
from msgspec.structs import replace

from kiosk import show
from kiosk.show.snapshot import from_json, to_json
from kiosk.types.events import FilesFaulty, PhotoFailed, Tick
from tests.world import Player, collection, entry, slide, three_exhibitions, visit

VISITORS = 25


def is_same(one, other):
    """Collections are equal only to themselves, so they are compared as they are written."""
    written = [json.loads(to_json(state)) for state in (one, other)]
    collections = [(state["written"], state["collection"]) for state in written]
    others = [replace(state, written=None, collection=None) for state in (one, other)]
    return collections[0] == collections[1] and others[0] == others[1]


@pytest.mark.parametrize("seed", [1, 2026])
def test_a_state_that_was_read_back_is_the_same(typesetter, seed):
    """Whatever visitors have done: the same picture now, and the same state a moment later."""
    rng = random.Random(seed)
    player = Player(three_exhibitions(), typesetter, broken=frozenset({"/one/2.jpg"}))
    screens = set()
    for number in range(VISITORS):
        visit(player, rng)
        if number == VISITORS // 2:
            player.tell(FilesFaulty(("x.yaml:3: unknown key",)))
        player.wait(rng.choice((0, 1, 70, 90)), frame_s=1.0)
        screens.add(player.screen)
        read = from_json(to_json(player.state))
        after, _ = show.update(read, Tick(), player.now_s + 1, typesetter)
        expected, _ = show.update(player.state, Tick(), player.now_s + 1, typesetter)

        assert is_same(read, player.state), f"seed {seed}"
        assert show.view(read, player.now_s, typesetter) == player.view(), f"seed {seed}"
        assert is_same(after, expected), f"seed {seed}"
    assert len(screens) > 2, f"seed {seed}: visitors saw only {screens}"


@pytest.mark.parametrize(
    ("start", "keys"),
    [
        ("attract", []),
        ("home", ["tab"]),
        ("interview", ["down"]),
        ("one:2", []),
        ("one:2", ["plus", "plus", "right"]),
        ("one:2", ["up", "right"]),
        ("one:2", ["staff"]),
    ],
)
def test_each_screen_and_overlay_can_be_written(typesetter, start, keys):
    """Also a zoomed photo, its details, the keyboard's focus and the staff panel."""
    details = [{"at": (0.1, 0.1, 0.2, 0.2), "text": "A corner"}]
    photo = {"file": "/1.jpg", "details": details}
    player = Player(three_exhibitions(), typesetter)
    if start == "one:2":
        player = Player(
            collection(entry("one", slide(title="One"), slide(photo=photo))), typesetter
        )
    player.open_at(start)
    player.wait(3)
    for key in keys:
        player.key(key)
        player.step(0.1)
    read = from_json(to_json(player.state))

    assert show.view(read, player.now_s, typesetter) == player.view()
    assert type(read.screen) is type(player.state.screen)


def test_it_is_json_that_any_program_reads(typesetter):
    """No infinities; and a file name that is not UTF-8 comes back as it was."""
    player = Player(three_exhibitions(), typesetter)
    player.tell(PhotoFailed("/\udcff.jpg", "it is empty"))
    written = to_json(player.state)

    assert b"Infinity" not in written
    assert json.loads(written)["status"]["left_out"] == [["/\udcff.jpg", "it is empty"]]
    assert from_json(written).status == player.state.status


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'{"screen": {"type": "Nothing"}}'])
def test_other_data_is_refused(data):
    """Nothing but a state is read as one."""
    with pytest.raises(ValueError):  # noqa: PT011 -- whatever the first fault is
        from_json(data)
