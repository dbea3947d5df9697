"""Photos prepared a second, with all cores, beside Debian's vipsthumbnail."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import asdict

from tests.bench.screen import HEIGHT, WIDTH

SIZE = f"{WIDTH}x{HEIGHT}"


class Preparing(Struct):
    """Seconds for all photos, a value a round."""

    all_s: list[float] = field(default_factory=list)
    again_s: list[float] = field(default_factory=list)
    """When everything is there already: the start, and a look at each."""
    vips_s: list[float] = field(default_factory=list)

    def medians(self) -> dict[str, float]:
        return {name: statistics.median(values) for name, values in asdict(self).items() if values}


def prepare(place: Path, photos: Sequence[Path], folder: Path, rounds: int) -> Preparing:
    """In turns, so that what else the machine does hits all alike."""
    found = Preparing()
    environment = os.environ | {"XDG_CACHE_HOME": str(folder)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "kiosk", "prepare", str(place), "--size", SIZE]
    for _ in range(rounds):
        shutil.rmtree(folder, ignore_errors=True)
        found.all_s.append(_timed(lambda: _run(command, environment)))
        found.again_s.append(_timed(lambda: _run(command, environment)))
        if shutil.which("vipsthumbnail"):
            found.vips_s.append(_timed(lambda: _vipsthumbnail(photos, folder)))
    return found


def _vipsthumbnail(photos: Sequence[Path], folder: Path) -> None:
    """A process for each core: one alone opens a photo after the other."""
    count = len(os.sched_getaffinity(0))
    command = ["vipsthumbnail", "--size", SIZE, "--output", str(folder / "%s.jpg")]
    running = [
        subprocess.Popen([*command, *map(str, photos[core::count])])
        for core in range(min(count, len(photos)))
    ]
    for process in running:
        assert process.wait() == 0, "vipsthumbnail has failed"


def _run(command: Sequence[str], environment: dict[str, str]) -> None:
    subprocess.run(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


def _timed(work: Callable[[], None]) -> float:
    start_s = time.perf_counter()
    work()
    return time.perf_counter() - start_s
