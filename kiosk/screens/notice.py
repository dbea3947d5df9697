"""Names the notice that covers a slide until a visitor chooses to see it."""

from __future__ import annotations

from msgspec import Struct


class Notice(Struct, frozen=True):
    """Covers a slide; without an index, it covers the whole exhibition."""

    exhibition: str
    index: int | None = None
