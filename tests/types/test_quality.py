"""A machine that cannot hold its frames leaves out motion step by step, and never flaps."""

import random
from dataclasses import dataclass, field

import pytest

from kiosk.types.quality import (
    HELD_S,
    LEVELS,
    PATIENCE_S,
    SETTLE_S,
    SLOW_FRAME_S,
    FramePacer,
    Quality,
)

FRAME_S = 1 / 60
SLIDE_S, TURN_S, WORDS_S = 10.0, 1.6, 1.3
HOUR_S = 3600.0


@dataclass
class Machine:
    """Plays slides for as long as asked, with what its governor leaves it to draw."""

    turn_s: float
    """For a frame of two slides that drift, one of which fades."""
    still_turn_s: float
    drift_s: float
    seed: int = 1
    hiccups: float = 0.0
    """Share of frames that take up to half a second."""
    now_s: float = 0.0
    governor: FramePacer = field(default_factory=FramePacer)
    level: list[int] = field(default_factory=list)
    """All changes: how many steps were taken from then on."""

    def __post_init__(self):
        self.rng = random.Random(self.seed)

    def play(self, seconds):
        end_s = self.now_s + seconds
        while self.now_s < end_s:
            slide_end_s = self.now_s + SLIDE_S
            quality = self.governor.quality
            if not quality.cuts:
                self.draw(TURN_S, FRAME_S, self.turn_s if quality.drifts else self.still_turn_s)
            self.draw(WORDS_S, self.governor.quality.slow_frame_s, self.still_turn_s / 2)
            while self.now_s < slide_end_s and self.governor.quality.drifts:
                self.draw(0.5, self.governor.quality.slow_frame_s, self.drift_s)
            self.frame(max(0.2, slide_end_s - self.now_s), 0.0)

    def draw(self, seconds, wanted_s, cost_s):
        end_s = self.now_s + seconds
        while self.now_s < end_s:
            self.frame(wanted_s, cost_s)

    def frame(self, wanted_s, cost_s):
        cost_s *= self.rng.uniform(0.8, 1.2)
        if self.rng.random() < self.hiccups:
            cost_s += self.rng.uniform(0, 0.5)
        taken_s = max(wanted_s, cost_s)
        self.now_s += taken_s
        before = self.governor.quality.level
        self.governor = self.governor.after(wanted_s, taken_s, self.now_s)
        if self.governor.quality.level != before:
            self.level.append(self.governor.quality.level)


@pytest.mark.parametrize("seed", range(5))
def test_hiccups_are_not_slowness(seed):
    """On a machine that draws fast enough, slow frames here and there leave out nothing."""
    machine = Machine(0.008, 0.003, 0.006, seed=seed, hiccups=0.01)
    machine.play(HOUR_S / 4)

    assert machine.level == []


@pytest.mark.parametrize(
    ("costs", "level"),
    [
        ((0.018, 0.015, 0.05), 1),
        ((0.060, 0.012, 0.09), 2),
        ((0.200, 0.080, 0.20), 3),
    ],
    ids=["drift is too much at full rate", "drift is too much", "all is too much"],
)
@pytest.mark.parametrize("seed", range(3))
def test_as_much_is_left_out_as_must_be(costs, level, seed):
    """Within a few slides the machine holds its frames, one step after the other, and no more."""
    machine = Machine(*costs, seed=seed)
    machine.play(12 * SLIDE_S)

    assert machine.level[:level] == list(range(1, level + 1)), f"seed {seed}"
    assert max(machine.level) == level


@pytest.mark.parametrize("costs", [(0.018, 0.015, 0.05), (0.060, 0.012, 0.09), (0.2, 0.08, 0.2)])
def test_it_does_not_flap(costs):
    """In a day of ten hours more motion is tried, and ever less often."""
    machine = Machine(*costs)
    tried = []
    for _ in range(10):
        before = len(machine.level)
        machine.play(HOUR_S)
        tried.append(len(machine.level) - before)

    assert tried[0] > 3
    assert sum(tried) <= 30
    assert sum(tried[5:]) <= 4
    assert all(
        abs(after - step) == 1
        for step, after in zip(machine.level, machine.level[1:], strict=False)
    )


def test_when_the_load_is_gone_all_motion_comes_back():
    """Step by step, after about as long again as the load has lasted at most."""
    machine = Machine(0.2, 0.08, 0.2)
    machine.play(900)
    assert machine.governor.quality.level >= 2
    machine.turn_s, machine.still_turn_s, machine.drift_s = 0.008, 0.003, 0.006
    machine.level.clear()
    machine.play(2 * HOUR_S)

    assert machine.level in ([2, 1, 0], [1, 0])


def test_after_a_good_while_a_new_load_is_a_new_story():
    """How long it was waited for in the morning is forgotten in the evening."""
    machine = Machine(0.2, 0.08, 0.2)
    machine.play(HOUR_S)
    assert machine.governor.patience_s > 4 * PATIENCE_S
    machine.turn_s = machine.still_turn_s = machine.drift_s = 0.001
    machine.play(3 * HOUR_S + HELD_S)
    machine.turn_s = machine.still_turn_s = machine.drift_s = 0.2
    machine.play(60)

    assert machine.governor.patience_s == PATIENCE_S


def test_one_slow_frame_is_none():
    """However long a single frame has taken, a first layout or a sleep of the machine, no step."""
    governor = FramePacer()
    for taken_s in (HOUR_S, *[SLOW_FRAME_S] * 20) * 5:
        governor = governor.after(SLOW_FRAME_S, taken_s, 1.0)

    assert governor.quality.level == 0


def test_waiting_is_no_evidence():
    """A slide that rests says nothing of the machine, neither for nor against it."""
    governor = FramePacer()
    for now_s in range(1000):
        governor = governor.after(5.0, 500.0, float(now_s))

    assert governor == FramePacer()


@pytest.mark.parametrize("stopped_s", [0.01, 0.5, 4.0, 9.9, 10.0, 30.0])
def test_a_photo_that_stops_drifting_does_not_jump(stopped_s):
    """It comes to rest from where it is, within a second."""
    before = Quality(1)
    after = before.stepped(1, stopped_s)

    assert after.progress(0.0, 10.0, stopped_s) == pytest.approx(
        before.progress(0.0, 10.0, stopped_s)
    )
    times = [stopped_s + SETTLE_S * n / 20 for n in range(21)]
    came = [after.progress(0.0, 10.0, one) for one in times]
    assert came == sorted(came)
    assert came[-1] == pytest.approx(1.0)
    assert after.rests_s(0.0, 10.0) <= stopped_s + SETTLE_S


def test_what_rests_does_not_begin_anew():
    """When photos may drift again, the one on the wall stays as it is; the next one drifts."""
    stopped = Quality(1).stepped(1, 5.0)
    again = stopped.stepped(-1, 70.0)

    assert stopped.progress(60.0, 30.0, 61.0) == 1.0
    assert again.progress(60.0, 30.0, 70.1) == 1.0
    assert again.rests_s(60.0, 30.0) <= 70.0
    assert again.progress(80.0, 10.0, 85.0) == pytest.approx(0.5)
    assert again.rests_s(80.0, 10.0) == 90.0


def test_each_step_leaves_out_more():
    """First frames, then drifting, then transitions."""
    thrifts = [Quality(level) for level in range(len(LEVELS) + 1)]

    assert [one.slow_frame_s / SLOW_FRAME_S for one in thrifts] == [1, 2, 2, 2]
    assert [one.drifts for one in thrifts] == [True, True, False, False]
    assert [one.cuts for one in thrifts] == [False, False, False, True]
