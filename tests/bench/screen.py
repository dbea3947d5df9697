"""A virtual screen whose pixels are watched, and on which keys are pressed."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import mss
from PIL import Image
from Xlib import XK, X
from Xlib import display as xdisplay
from Xlib.ext import xtest

WIDTH, HEIGHT = 1920, 1080
PATCH = 24
PLACES = ((0.5, 0.3), (0.3, 0.4), (0.7, 0.4), (0.4, 0.6), (0.6, 0.55))
"""Where a photo is compared with what is on the screen, in fractions of its size."""
TOLERANCE = 12
"""Greatest difference of a patch's mean colour, of 255; scaling filters differ by less."""
SHARP = 0.75
"""Share of a photo's fine detail that must be there for it to count as shown in full."""

Colours = tuple[tuple[int, ...], ...]


class Screen:
    """An X server of its own, with a window manager."""

    def __init__(self) -> None:
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-noreset"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = f":{pipe.readline().strip()}"
        self._manager = subprocess.Popen(
            ["openbox"], env={**os.environ, "DISPLAY": self.name}, stderr=subprocess.DEVNULL
        )
        time.sleep(1.0)
        self._grabber: Any = mss.mss(display=self.name)
        self._x = xdisplay.Display(self.name)

    def close(self) -> None:
        for process in (self._manager, self._server):
            process.terminate()
            process.wait()

    def press(self, key: str) -> None:
        code = self._x.keysym_to_keycode(XK.string_to_keysym(key))
        xtest.fake_input(self._x, X.KeyPress, code)
        xtest.fake_input(self._x, X.KeyRelease, code)
        self._x.sync()

    def colours(self) -> tuple[Colours, float]:
        """Mean colours of the patches, and how much fine detail is in them."""
        patches = [self._patch(fx, fy) for fx, fy in PLACES]
        return tuple(_mean(one) for one in patches), sum(map(_detail, patches))

    def shows(self, wanted: tuple[Colours, float], *, sharp: bool = True) -> bool:
        """Whether a photo is there, at a cost that leaves the processor to whoever draws it."""
        (first, *_), detail = wanted
        if not near([_mean(self._patch(*PLACES[0]))], [first]):
            return False
        means, found = self.colours()
        return near(means, wanted[0]) and (not sharp or found >= SHARP * detail)

    def await_photo(
        self, wanted: tuple[Colours, float], limit_s: float = 30, *, sharp: bool = True
    ) -> float:
        """Seconds until a photo is there; infinity if it does not come."""
        start_s = time.perf_counter()
        while (waited_s := time.perf_counter() - start_s) < limit_s:
            if self.shows(wanted, sharp=sharp):
                return waited_s
            time.sleep(0.001)
        return float("inf")

    def _patch(self, fx: float, fy: float) -> Image.Image:
        left, top = _corner(fx, fy)
        raw = self._grabber.grab({"left": left, "top": top, "width": PATCH, "height": PATCH})
        return Image.frombytes("RGB", raw.size, raw.rgb)


def expected(photo: Path) -> tuple[Colours, float]:
    """What the screen shows once a photo fills it."""
    with Image.open(photo) as image:
        image.draft("RGB", (WIDTH, HEIGHT))
        fitted = image.convert("RGB").resize((WIDTH, HEIGHT), Image.Resampling.BOX)
    corners = [_corner(fx, fy) for fx, fy in PLACES]
    patches = [fitted.crop((x, y, x + PATCH, y + PATCH)) for x, y in corners]
    return tuple(_mean(one) for one in patches), sum(map(_detail, patches))


def near(one: Sequence[Sequence[int]], other: Sequence[Sequence[int]]) -> bool:
    return all(
        abs(a - b) <= TOLERANCE
        for first, second in zip(one, other, strict=True)
        for a, b in zip(first, second, strict=True)
    )


def _corner(fx: float, fy: float) -> tuple[int, int]:
    return int(WIDTH * fx) - PATCH // 2, int(HEIGHT * fy) - PATCH // 2


def _mean(patch: Image.Image) -> tuple[int, ...]:
    mean = patch.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(mean, tuple)
    return tuple(int(channel) for channel in mean)


def _detail(patch: Image.Image) -> float:
    """Mean difference of neighbouring pixels: little in a preview that was enlarged."""
    grey = patch.convert("L")
    pairs = zip(grey.tobytes(), grey.tobytes()[1:], strict=False)
    return sum(abs(a - b) for a, b in pairs) / (PATCH * PATCH)
