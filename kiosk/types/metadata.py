"""Defines the metadata in a photo's file: who took it, when, and what it shows."""

from __future__ import annotations

from msgspec import Struct

Words = str | dict[str, str]
"""A text, or the same text in several languages, by their tags."""


class PhotoMetadata(Struct, frozen=True):
    """Texts that photographers' programs write into a file; "" if there is none."""

    taken: str = ""
    """Date and time, in a form that sorts by time: 2026:05:01 14:03:00, or with .25 at its end."""
    title: Words = ""
    caption: Words = ""
    credit: Words = ""
    alt: Words = ""
