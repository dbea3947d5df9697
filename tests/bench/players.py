"""The programs that are measured: this one, a naive one, and the viewers that are installed."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil
from msgspec import Struct

MPV = (
    "mpv --fs --no-osc --really-quiet --no-config --osd-level=0 --image-display-duration=inf"
    " --vo=x11"
)
NAIVE = Path(__file__).with_name("naive.py")


class Player(Struct, frozen=True):
    name: str
    command: tuple[str, ...]
    key: str
    """What leads to the next photo."""


def viewers(photos: Sequence[Path]) -> list[Player]:
    """The naive slideshow, and whichever of the usual viewers this machine has."""
    files = [str(photo) for photo in photos]
    usual = [
        Player("feh", ("feh", "-F", "-Z", "--auto-zoom", "-q", *files), "Right"),
        Player("imv", ("imv-x11", "-f", *files), "Right"),
        Player("pqiv", ("pqiv", "-f", "-i", "-t", *files), "space"),
        Player("mpv", (*MPV.split(), *files), "Return"),
    ]
    naive = Player("naive", (sys.executable, str(NAIVE), *files), "Right")
    return [naive, *(one for one in usual if shutil.which(one.command[0]))]


def kiosk(place: Path, name: str = "kiosk", *options: str) -> Player:
    command = (sys.executable, "-m", "kiosk", str(place), "--start", "show", *options)
    return Player(name, command, "Right")


def write_exhibition(
    folder: Path,
    photos: Sequence[Path],
    *,
    transition: str = "cut",
    motion: str = "still",
    dwell: float | str = "auto",
) -> Path:
    """An exhibition that shows photos as the other viewers do: whole, at once, without words."""
    folder.mkdir(parents=True, exist_ok=True)
    slides = "".join(f"  - photo: {os.path.relpath(photo, folder)}\n" for photo in photos)
    defaults = f"defaults: {{transition: {transition}, motion: {motion}, dwell: {dwell}}}\n"
    text = f"title: Show\n{defaults}slides:\n{slides}"
    (folder / "show.yaml").write_text(text, encoding="utf-8")
    return folder


@contextlib.contextmanager
def playing(player: Player, display: str, cache: Path) -> Iterator[psutil.Process]:
    """A player on a screen, ended with all it started."""
    environment = os.environ | {"DISPLAY": display, "XDG_CACHE_HOME": str(cache)}
    environment.pop("SDL_VIDEODRIVER", None)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # Else all of it is compiled at each start.
    process = subprocess.Popen(
        player.command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield psutil.Process(process.pid)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        time.sleep(0.5)


def memory(root: psutil.Process, kind: str = "pss") -> float:
    """Megabytes of a process and all it started: proportional (pss) or resident (rss)."""
    return sum(getattr(process.memory_full_info(), kind) / 2**20 for process in _family(root))


def cpu_s(root: psutil.Process) -> float:
    times = [process.cpu_times() for process in _family(root)]
    return sum(time.user + time.system for time in times)


def _family(root: psutil.Process) -> list[psutil.Process]:
    return [root, *root.children(recursive=True)]
