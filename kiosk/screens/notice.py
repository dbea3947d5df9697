"""Notice: what covers a slide until a visitor chooses to see it."""

from __future__ import annotations

from msgspec import Struct


class Notice(Struct, frozen=True):
    """What covers a slide, or without an index all of an exhibition."""

    exhibition: str
    index: int | None = None
