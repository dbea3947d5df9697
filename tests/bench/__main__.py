"""Measures everything in one run, and writes the table to a file.

usage: python -m tests.bench [--quick] [--out FILE]
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench import beats, growth, wall, zooming
from tests.bench.checking import checking
from tests.bench.composing import composing
from tests.bench.laying import laying
from tests.bench.photos import make_photos
from tests.bench.players import kiosk, viewers, write_exhibition
from tests.bench.preparing import prepare
from tests.bench.screen import Screen, expected
from tests.bench.viewing import Viewing, view

PHOTOS = 12
FRAMES_S, FRAMES_QUICK_S = 600, 30


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, shorter runs")
    parser.add_argument("--out", type=Path, default=Path("tests/bench/results.md"))
    options = parser.parse_args()
    lines = []
    for line in measured(quick=options.quick):
        print(line, flush=True)
        lines.append(line)
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def measured(*, quick: bool) -> Iterator[str]:
    """Lines of the table, as they come."""
    folder = Path(tempfile.gettempdir()) / "kiosk-bench"
    photos = make_photos(folder / "photos", PHOTOS)
    rounds = 2 if quick else 5
    yield from checking(folder)
    yield from laying()
    yield from composing()
    screen = Screen()
    try:
        yield from _viewing(screen, folder, photos, rounds)
        yield from _preparing(folder, photos, rounds)
        yield from _many(screen, folder, photos, rounds)
        yield from _growth(screen, folder)
        yield from _touching(screen, folder, rounds)
        yield from _frames(screen, folder, photos, FRAMES_QUICK_S if quick else FRAMES_S)
        yield from _saving(screen, folder, photos)
        yield from _zooming(screen, folder)
        yield from _beats(screen, folder)
        yield from _large(screen, folder)
        yield from _drivers(screen, folder)
        yield from _wall(screen, folder)
    finally:
        screen.close()


def _viewing(screen: Screen, folder: Path, photos: list[Path], rounds: int) -> Iterator[str]:
    wanted = [expected(photo) for photo in photos]
    place = write_exhibition(folder / "few", photos)
    warm = folder / "cache"
    view(screen, kiosk(place), wanted, lambda: warm, rounds=1)  # Fills the cache.
    cold = (folder / "cold" / f"{os.getpid()}-{number}" for number in itertools.count())
    ours = view(screen, kiosk(place), wanted, lambda: warm, rounds=rounds)
    fresh = view(screen, kiosk(place), wanted, lambda: next(cold), rounds=rounds, first_only=True)
    others = {
        player.name: view(screen, player, wanted, lambda: warm, rounds=rounds)
        for player in viewers(photos)
    }
    yield "| | first photo | next photo | after seven presses | memory (PSS) | CPU at rest |"
    yield "|---|---|---|---|---|---|"
    for name, viewing in {"kiosk": ours, "kiosk, unprepared": fresh, **others}.items():
        yield _row(name, viewing)
    yield ""
    yield from _ratios(ours, fresh, others)


def _row(name: str, viewing: Viewing) -> str:
    got = viewing.medians()

    def ms(key: str) -> str:
        value = got.get(key)
        if value is None:
            return ""
        return "lost a press" if math.isinf(value) else f"{1000 * value:.0f} ms"

    memory = f"{got['memory_mb']:.0f} MB" if "memory_mb" in got else ""
    rest = f"{100 * got['rest_cpu']:.1f} %" if "rest_cpu" in got else ""
    return f"| {name} | {ms('first_s')} | {ms('next_s')} | {ms('skim_s')} | {memory} | {rest} |"


def _ratios(ours: Viewing, fresh: Viewing, others: dict[str, Viewing]) -> Iterator[str]:
    got = ours.medians()
    feh = others["feh"].medians() if "feh" in others else None
    if feh:
        yield f"- first photo, prepared: {got['first_s'] / feh['first_s']:.2f} × feh (at most 0.8)"
        unprepared = fresh.medians()["first_s"] / feh["first_s"]
        yield f"- first photo, not prepared: {unprepared:.2f} × feh (at most 1.5)"
        yield f"- memory: {got['memory_mb'] / feh['memory_mb']:.2f} × feh (at most 1.5)"
    fastest = min(one.medians()["next_s"] for name, one in others.items() if name != "naive")
    yield f"- next photo: {got['next_s'] / fastest:.2f} × the fastest viewer (at most 0.2)"
    over_ms = 1000 * (got["skim_s"] - got["next_s"])
    yield f"- after seven presses: {over_ms:.0f} ms over one press (at most 50)"


def _preparing(folder: Path, photos: list[Path], rounds: int) -> Iterator[str]:
    place = write_exhibition(folder / "few", photos)
    got = prepare(place, photos, folder / "prepared", rounds).medians()
    rate = len(photos) / (got["all_s"] - got["again_s"])
    line = f"- prepared: {rate:.1f} photos a second, after {got['again_s']:.2f} s for the start"
    if "vips_s" in got:
        vips_rate = len(photos) / got["vips_s"]
        line += f"; {rate / vips_rate:.2f} × vipsthumbnail on all cores (at least 1)"
    yield line


def _many(screen: Screen, folder: Path, photos: list[Path], rounds: int) -> Iterator[str]:
    wanted = [expected(photo) for photo in photos]
    cache = folder / "cache"
    places = {
        "few": write_exhibition(folder / "few", photos),
        "many": growth.many_photos(folder / "many", photos),
    }
    found = {}
    for name, place in places.items():
        view(screen, kiosk(place), wanted, lambda: cache, rounds=1, first_only=True)
        found[name] = view(screen, kiosk(place), wanted, lambda: cache, rounds=rounds).medians()
    few, many = found["few"], found["many"]
    yield (
        f"- with {growth.MANY} photos: first photo {many['first_s'] / few['first_s']:.2f} × that"
        f" with {PHOTOS} (at most 1.3), memory {many['memory_mb'] / few['memory_mb']:.2f} ×"
        " (at most 1.1)"
    )


def _growth(screen: Screen, folder: Path) -> Iterator[str]:
    early, late = growth.growth(screen, folder, folder / "cache")
    yield (
        f"- memory after {growth.STEPS_LATE} slides: {100 * (late / early - 1):+.1f} % of that"
        f" after {growth.STEPS_EARLY} (within 5 %): {early:.0f} and {late:.0f} MB"
    )


def _touching(screen: Screen, folder: Path, rounds: int) -> Iterator[str]:
    runs = [_told("touching", screen, folder / "cache") for _ in range(rounds)]
    got = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
    yield (
        f"- a swiped slide moves {got['first ms']:.0f} ms after the finger (at most 33), and is"
        f" {got['apart']:.1f} frames behind it (at most 1), 99 times of 100"
    )
    yield (
        f"- the interview opens in {got['opening ms']:.0f} ms (at most 100); of the frames while it"
        f" is scrolled, {100 * got['reading']:.1f} % take at most 16.7 ms (at least 99), and 99 of"
        f" 100 at most {got['reading ms']:.0f} ms"
    )


def _frames(screen: Screen, folder: Path, photos: list[Path], seconds: float) -> Iterator[str]:
    place = write_exhibition(folder / "moving", photos, transition="fade", motion="drift", dwell=6)
    told = _told("frames", screen, folder / "cache", place, seconds)
    for kind, got in told.items():
        yield (
            f"- {kind} frames over {seconds:.0f} s: {100 * got['in time']:.2f} % in time of"
            f" {got['frames']} (at least 99.9), {got['over 50 ms']} over 50 ms (none),"
            f" longest {got['longest ms']:.0f} ms"
        )


def _beats(screen: Screen, folder: Path) -> Iterator[str]:
    photos = make_photos(folder / "small", beats.PHOTOS, beats.PHOTO_SIZE)
    place = write_exhibition(folder / "beats", photos, transition="fade", motion="drift", dwell=4)
    for hz, got in _told("beats", screen, folder / "cache", place).items():
        yield (
            f"- on a screen of {hz} Hz: of {got['frames']} frames in motion,"
            f" {100 * got['one beat']:.1f} % are shown for one beat and"
            f" {100 * got['two beats']:.1f} % for two; the longest step takes"
            f" {got['longest ms']:.0f} ms, the longest of {got['uploads']} uploads"
            f" {got['upload ms']:.0f} ms; quality is down {got['quality']} steps; the machine wakes"
            f" the loop {got['woken late ms']:.1f} ms late at most, 99 times of 100"
        )


def _large(screen: Screen, folder: Path) -> Iterator[str]:
    got = _told("large", screen, folder / "cache", "exhibitions")
    yield (
        "- on OpenGL at 4K, 99 times of 100, the main thread's time without waiting for the screen:"
        f" {got['swipe ms']:.1f} ms for a frame of a swipe, {got['reading ms']:.1f} ms while the"
        f" interview is scrolled (at most 8), {got['upload ms']:.1f} ms for a step of taking in a"
        f" photo (at most 4); {got['photo ms']:.0f} ms for a whole photo (at most 25); the"
        f" interview opens in {got['opening ms']:.0f} ms (at most 100)"
    )


def _drivers(screen: Screen, folder: Path) -> Iterator[str]:
    opengl, software = (
        _told("drivers", screen, folder / "cache", driver, "exhibitions")["pss mb"]
        for driver in ("opengl", "software")
    )
    yield (
        f"- memory of the player at 1080p on OpenGL: {opengl - software:.0f} MB over the software"
        f" driver's {software:.0f} MB (at most 120)"
    )


def _wall(screen: Screen, folder: Path) -> Iterator[str]:
    place = wall.write_place(folder / "wall")
    for size in ("1280x720", "1920x1080"):
        cache = folder / "cold" / f"{os.getpid()}-{size}"
        yield _overview(f"at {size}, not prepared", _told("wall", screen, cache, place, size))
        got = _told("wall", screen, cache, place, size, *wall.PARTS)
        yield _overview(f"at {size}, from the cache", got)
        yield (
            f"- at {size}, 99 frames of 100 take at most {got['scrub ms']:.0f} ms while 500 slides"
            f" are scrubbed, and {got['flight ms']:.0f} ms while a door grows (20); an interview"
            f" of 40 exchanges opens in {got['interview 40 ms']:.0f} ms (at most 100), one of 500"
            f" in {got['interview 500 ms']:.0f} ms"
        )
    cache = folder / "cold" / f"{os.getpid()}-attract"
    for name in ("not prepared", "from the cache"):
        got = _told("wall", screen, cache, "exhibitions", "1920x1080", "attract")
        yield (
            f"- while nobody is there, {name}: first photo after {got['attract first s']:.2f} s"
            f" (at most 1), then photos {100 * got['attract share']:.0f} % of the time (at least"
            " 90)"
        )


def _overview(name: str, got: dict[str, Any]) -> str:
    return (
        f"- the overview of {wall.SLIDES} slides {name}: first frame after"
        f" {got['overview ms']:.0f} ms (at most 100); of the frames while it is scrolled,"
        f" {100 * got['scroll in time']:.1f} % take at most 20 ms (at least 99), and 99 of 100 take"
        f" the processor {got['scroll work ms']:.0f} ms or less; {got['overview more MB']:.0f} MB"
        " more (at most 60)"
    )


def _saving(screen: Screen, folder: Path, photos: list[Path]) -> Iterator[str]:
    told = _told("saving", screen, folder / "cache", folder / "saving", *photos)
    still = told.pop("nothing")["longest ms"]
    for kind, got in told.items():
        yield (
            f"- {kind} saved among 1000 slides: on the wall within {got['seconds']:.1f} s (2 at"
            f" most); of {got['frames']} frames meanwhile, {got['over 50 ms']} over 50 ms (none),"
            f" longest {got['longest ms']:.0f} ms (without a save {still:.0f})"
        )


def _zooming(screen: Screen, folder: Path) -> Iterator[str]:
    photos = make_photos(folder / "vast", 1, zooming.SIZE)
    place = write_exhibition(folder / "zooming", photos)
    cold = folder / "cold" / f"{os.getpid()}-zooming"
    for name in ("not prepared", "from the cache"):
        got = _told("zooming", screen, cold, place)
        yield (
            f"- 100 megapixels, {name}: {100 * got['in time']:.2f} % of {got['frames']} frames in"
            f" time (at least 99), longest {got['longest ms']:.0f} ms, of which 99 % take the"
            f" processor {got['work ms']:.0f} ms or less; {got['over before MB']:.0f} MB over the"
            f" viewer's (at most 150), workers {got['workers MB']:.0f} MB; sharp after"
            f" {got['sharp after s']:.1f} s"
        )


def _told(module: str, screen: Screen, cache: Path, *arguments: object) -> dict[str, Any]:
    """What a measurement in a process of its own has found."""
    told = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{module}", *map(str, arguments)],
        env=os.environ | {"DISPLAY": screen.name, "XDG_CACHE_HOME": str(cache)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
