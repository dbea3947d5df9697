"""First photo, next photo, skimming, memory and rest: what a visitor and a machine feel."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import asdict

from tests.bench.players import Player, cpu_s, memory, playing
from tests.bench.screen import Colours, Screen

ROUNDS = 5
STEPS = 2
SKIMMED = 7
"""With the steps before, they end where still two photos follow, as in a longer exhibition."""
PRESS_EVERY_S = 0.12
SETTLE_S = 2.0
FADE_S = 6.0
"""Controls that appear with a step have faded after so long."""
REST_S = 5.0


class Viewing(Struct):
    """Seconds, megabytes and shares of a core, a value a round."""

    first_s: list[float] = field(default_factory=list)
    next_s: list[float] = field(default_factory=list)
    skim_s: list[float] = field(default_factory=list)
    """From the last press to the last photo at full quality; infinite if a press was lost."""
    memory_mb: list[float] = field(default_factory=list)
    rest_cpu: list[float] = field(default_factory=list)

    def medians(self) -> dict[str, float]:
        return {name: statistics.median(values) for name, values in asdict(self).items() if values}


def view(
    screen: Screen,
    player: Player,
    wanted: Sequence[tuple[Colours, float]],
    cache: Callable[[], Path],
    *,
    rounds: int = ROUNDS,
    first_only: bool = False,
) -> Viewing:
    """Measure a player; `cache` answers with the folder that each start finds its cache in."""
    viewing = Viewing()
    for _ in range(rounds):
        folder = cache()
        start_s = time.perf_counter()
        with playing(player, screen.name, folder) as process:
            screen.await_photo(wanted[0])
            viewing.first_s.append(time.perf_counter() - start_s)
            if first_only:
                continue
            time.sleep(SETTLE_S)
            for photo in wanted[1 : 1 + STEPS]:
                screen.press(player.key)
                viewing.next_s.append(screen.await_photo(photo, 10))
                time.sleep(SETTLE_S)
            for _ in range(SKIMMED - 1):
                screen.press(player.key)
                time.sleep(PRESS_EVERY_S)
            screen.press(player.key)
            viewing.skim_s.append(screen.await_photo(wanted[STEPS + SKIMMED], 10))
            time.sleep(FADE_S)
            before_s = cpu_s(process)
            time.sleep(REST_S)
            viewing.rest_cpu.append((cpu_s(process) - before_s) / REST_S)
            viewing.memory_mb.append(memory(process))
    return viewing
