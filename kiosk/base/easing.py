"""Defines how movement starts and ends: named curves over progress, and springs over time."""

from __future__ import annotations

import math
from collections.abc import Callable

from msgspec import Struct

Easing = Callable[[float], float]


def clamp(value: float, low: float = 0.0, high: float = 1.0) -> float:
    return max(low, min(high, value))


def sine(progress: float) -> float:
    """Starts and ends gently; for slow movement.

    >>> [round(sine(progress), 3) for progress in (0, 0.5, 1)]
    [0.0, 0.5, 1.0]
    """
    return 0.5 - 0.5 * math.cos(math.pi * clamp(progress))


def cubic_bezier(x1: float, y1: float, x2: float, y2: float) -> Easing:
    """The curve of CSS's `cubic-bezier()`, solved for x by bisection to 1/4096."""

    def at(t: float, first: float, second: float) -> float:
        return 3 * (1 - t) ** 2 * t * first + 3 * (1 - t) * t**2 * second + t**3

    def curve(progress: float) -> float:
        if progress <= 0 or progress >= 1:
            return clamp(progress)
        low, high = 0.0, 1.0
        for _ in range(12):
            middle = (low + high) / 2
            low, high = (middle, high) if at(middle, x1, x2) < progress else (low, middle)
        return at((low + high) / 2, y1, y2)

    return curve


standard = cubic_bezier(0.4, 0, 0.22, 1)
"""PhotoSwipe's curve for everything that arrives or leaves."""


def resisted(value: float, low: float, high: float, friction: float) -> float:
    """A value that goes past its bounds by only a share of the excess.

    >>> resisted(140, 0, 100, 0.25), resisted(-40, 0, 100, 0.25), resisted(50, 0, 100, 0.25)
    (110.0, -10.0, 50)
    """
    bounded = clamp(value, low, high)
    return bounded + (value - bounded) * friction if value != bounded else value


class Spring(Struct, frozen=True):
    """A damped oscillator that settles at 0; its frequency is in radians per second.

    Closed forms of x″ + 2ζω x′ + ω² x = 0 for a damping ratio ζ of at most 1.
    """

    frequency: float
    damping: float

    def at(self, elapsed_s: float, start: float, velocity: float) -> tuple[float, float]:
        """Position and velocity after a time, from a start and a velocity per second.

        >>> Spring(12, 1).at(0, 100, 0)
        (100.0, 0.0)
        >>> abs(Spring(12, 0.75).at(3, 100, -500)[0]) < 0.01
        True
        """
        w, zeta, t = self.frequency, self.damping, elapsed_s
        decay = math.exp(-zeta * w * t)
        if zeta >= 1:
            slope = velocity + w * start
            x = decay * (start + slope * t)
            return x, decay * slope - w * x
        wd = w * math.sqrt(1 - zeta * zeta)
        sine_part = (velocity + zeta * w * start) / wd
        cos, sin = math.cos(wd * t), math.sin(wd * t)
        x = decay * (start * cos + sine_part * sin)
        return x, decay * wd * (sine_part * cos - start * sin) - zeta * w * x

    def calmed(self, start: float, velocity: float) -> float:
        """The velocity, limited so that a spring of damping 1 does not overshoot.

        >>> Spring(12, 1).calmed(100, -5000), Spring(12, 1).calmed(100, 300)
        (-1200, 300)
        """
        most = self.frequency * abs(start)
        return max(velocity, -most) if start >= 0 else min(velocity, most)

    def settled(self, position: float, velocity: float, slack: float = 0.5) -> bool:
        """Whether the rest of the movement is less than `slack`, in the position's unit."""
        return abs(position) < slack and abs(velocity) < slack * self.frequency
