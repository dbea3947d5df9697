"""Notice: what covers a slide until a visitor chooses to see it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """What covers a slide, or without an index all of an exhibition."""

    exhibition: str
    index: int | None = None
