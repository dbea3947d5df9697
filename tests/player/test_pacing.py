"""How long each frame is on a screen with beats: an even time, whatever the screen's rate."""

from __future__ import annotations

import itertools
import math
import random
import statistics
from collections import Counter

import pytest

from kiosk import show
from kiosk.base.clock import SteppedClock
from kiosk.player.edges import Source
from kiosk.player.frame_times import EARLY
from kiosk.player.player import Player
from kiosk.types.events import PhotoLoaded, PhotoMeasured, QualityChanged
from kiosk.types.photo import InfoRequest
from kiosk.types.quality import SLOW_FRAME_S, Quality
from tests.world import SCREEN, collection, entry, facts, slide

RATES = (50, 60, 75, 120, 144)
PLAYED_S = 30.0
EVEN_SHARE, HALVED_SHARE = 0.995, 0.85
SLIDES = [slide(photo=f"/{n}.jpg", caption="Words", dwell=8, transition="fade") for n in range(6)]


class Photos(Source):
    """Brings each photo as soon as it is wanted."""

    def __init__(self, typesetter):
        self.typesetter, self.brought = typesetter, set()

    def collect(self):
        return ()

    def after(self, state):
        for request in set(show.wanted(state, self.typesetter)) - self.brought:
            self.brought.add(request)
            if isinstance(request, InfoRequest):
                yield PhotoMeasured(request.file, facts())
            else:
                yield PhotoLoaded(request)


class Screen:
    """A surface without a window, and a clock that goes on while frames are drawn and shown.

    With `queues`, a frame waits for the screen on its own, and only the one after it is held up.
    With `hides`, nothing waits, as in a hidden window; without `in_step`, neither.
    """

    is_covered = False

    def __init__(
        self, clock, hz, *, says_hz=None, queues=False, hides=False, in_step=True, work_s=0.001
    ):
        self.window = self.renderer = self
        self.clock, self.work_s = clock, work_s
        self.queues, self.holds = queues, in_step and not hides
        self.exact_s, self.frame_s = 1 / hz, 1 / (says_hz or hz)
        self.beat_s = self.frame_s if in_step else 0.0
        self.rng = random.Random(7)
        self.frames = []
        """Of each frame: the beat that showed it, when it was drawn, and whether slides fade."""

    def draw(self, scene):
        photos = {one.derivative for one in scene.pictures()}
        self.clock.step(self.work_s + self.rng.uniform(0, 0.002))
        drawn_s = self.clock.now()
        shown = math.floor(drawn_s / self.exact_s) + 1
        if self.holds:
            shown = max(shown, self.frames[-1][0] + 1 if self.frames else 0)
            free_s = (shown - 1 if self.queues else shown) * self.exact_s
            self.clock.step(max(0.0, free_s - drawn_s))
        self.frames.append((shown, drawn_s, len(photos) > 1))

    def pause(self, seconds):
        """Nobody wakes at once."""
        self.clock.step(max(0.0, seconds) + self.rng.uniform(0, 0.001))

    def intervals(self, *, fades):
        """Beats for which each frame was shown while something moved: slides that fade, or one."""
        return [
            other - one
            for (one, at_s, faded), (other, then_s, fade) in itertools.pairwise(self.frames)
            if faded == fade == fades and then_s - at_s < 3 * SLOW_FRAME_S
        ]


@pytest.fixture
def play(typesetter):
    """Play slides that drift and fade for a minute."""

    def played(hz, quality=None, **options):
        clock = SteppedClock()
        screen = Screen(clock, hz, **options)
        state = show.begin(collection(entry("one", *SLIDES)), SCREEN, clock.now())
        sources = [Photos(typesetter)]
        player = Player(state, screen, typesetter, sources, pause=screen.pause, clock=clock)
        if quality:
            player.dispatch(QualityChanged(quality))
        player.run(PLAYED_S)
        screen.quality = player.state.quality
        return screen

    return played


def share(beats, wanted):
    """Share of frames that are shown for the wanted number of beats."""
    assert len(beats) > PLAYED_S
    return Counter(beats)[wanted] / len(beats)


@pytest.mark.parametrize("queues", [False, True], ids=["waits", "queues"])
@pytest.mark.parametrize("hz", RATES)
def test_motion_has_a_frame_for_each_beat(play, hz, queues):
    """On a GPU, no frame of a drift or a fade is shown longer than the others."""
    screen = play(hz, queues=queues)

    assert share(screen.intervals(fades=False), 1) >= EVEN_SHARE
    assert share(screen.intervals(fades=True), 1) >= EVEN_SHARE


@pytest.mark.parametrize("says_hz", [59, 60, 75])
def test_a_rate_need_not_be_exact(play, says_hz):
    """The screen itself sets the pace: the rate that the system names may be a little wrong."""
    screen = play(59.94, says_hz=says_hz)

    assert share(screen.intervals(fades=False), 1) >= EVEN_SHARE
    assert share(screen.intervals(fades=True), 1) >= EVEN_SHARE


@pytest.mark.parametrize("hz", RATES)
def test_a_slow_machine_draws_every_second_frame_of_a_drift(play, hz):
    """Halved, slow motion has a frame for two beats, and a fade still one for each."""
    screen = play(hz, Quality(level=1))

    assert share(screen.intervals(fades=False), 2) >= HALVED_SHARE
    assert share(screen.intervals(fades=True), 1) >= EVEN_SHARE


def test_a_gpu_that_misses_beats_leaves_motion_out(play):
    """Frames that need most of a beat are in time; if they need more, quality steps down."""
    assert play(60, work_s=0.012).quality.level == 0
    assert play(60, work_s=0.018).quality.level > 0


def test_without_beats_the_clock_times_motion(play):
    """On the software driver, a drift has 30 frames a second, whatever the screen does."""
    screen = play(75, in_step=False)
    drift = [at_s for _, at_s, fades in screen.frames if not fades]
    gap_s = statistics.median(then_s - at_s for at_s, then_s in itertools.pairwise(drift))

    assert SLOW_FRAME_S <= gap_s < 1.1 * SLOW_FRAME_S


def test_a_hidden_window_is_not_drawn_without_a_pause(play):
    """Where frames do not wait for the screen, there are few more of them than it has beats."""
    screen = play(60, hides=True)

    assert 60 < len(screen.frames) / PLAYED_S < 60 / EARLY
