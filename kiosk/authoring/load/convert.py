"""Converts what is written to what is shown: the same keys, as plain values."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec import Struct

from kiosk.authoring.keys.base_model import Model
from kiosk.exhibition import exhibition, kiosk

S = TypeVar("S", bound=Struct)

STRUCTS = {**vars(exhibition), **vars(kiosk)}
"""Among them, the shown value's type for each written part: it has the same name."""
COMPUTED = frozenset({"title_photo", "names_translator"})
"""What nobody writes: it follows from other slides."""


def to_value(kind: type[S], written: Model, **others: Any) -> S:
    """The shown value of something written; `others` are values that replace the written ones."""
    keys = [key for key in kind.__struct_fields__ if key not in others and key not in COMPUTED]
    return kind(**{key: converted(getattr(written, key)) for key in keys}, **others)


def converted(value: Any) -> Any:
    """A value of a key, with its parts converted too."""
    if isinstance(value, Model):
        return to_value(STRUCTS[type(value).__name__], value)
    if isinstance(value, tuple):
        parts = tuple(map(converted, value))
        return parts if parts != value else value  # The default, which many share.
    return value
