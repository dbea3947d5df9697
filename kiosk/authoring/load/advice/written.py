"""Finds where a curator wrote what a model rejects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.authoring.yaml.nodes import Where


def written_at(value: Any, path: Where) -> tuple[Where, bool]:
    """Where a curator wrote what a model rejects, and whether it is a key of a map.

    Models number the pairs of a map; a path that leads beyond what was written ends at the
    last thing that was.
    """
    where: list[str | int] = []
    steps: Iterator[str | int] = iter(path)
    for step in steps:
        if isinstance(value, dict) and isinstance(step, int):
            key, value = list(value.items())[step]
            where.append(key)
            if next(steps, None) in {0, "label"}:
                return tuple(where), True
        elif _holds(value, step):
            where.append(step)
            value = value[step]
        else:
            break
    return tuple(where), False


def _holds(value: Any, step: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value
