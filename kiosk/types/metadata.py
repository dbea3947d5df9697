"""What a photo's file says of itself: who took it, when, and what is to be seen."""

from __future__ import annotations

from msgspec import Struct


class PhotoMetadata(Struct, frozen=True):
    """Texts as photographers' programs write them into a file; "" for what is not there."""

    taken: str = ""
    """Date and time in an order that sorts: 2026:05:01 14:03:00."""
    title: str = ""
    caption: str = ""
    credit: str = ""
