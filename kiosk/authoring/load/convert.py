"""Converts what is written to what is shown: the same keys, as plain values."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec import Struct

from kiosk.authoring.keys import model
from kiosk.exhibition import exhibition as wall
from kiosk.exhibition.kiosk import Screen

S = TypeVar("S", bound=Struct)

KINDS: dict[type[model.Model], type[Struct]] = {
    model.Colours: wall.Colours,
    model.Consent: wall.Consent,
    model.Detail: wall.Detail,
    model.Fact: wall.Fact,
    model.Fonts: wall.Fonts,
    model.Photo: wall.Photo,
    model.Quote: wall.Quote,
    model.Screen: Screen,
}
"""The shown value's type for each written part."""


def to_value(kind: type[S], written: model.Model, **others: Any) -> S:
    """The shown value of something written; `others` are values that replace the written ones."""
    keys = [key for key in kind.__struct_fields__ if key not in others]
    return kind(**{key: converted(getattr(written, key)) for key in keys}, **others)


def converted(value: Any) -> Any:
    """A value of a key, with its parts converted too."""
    if isinstance(value, model.Model):
        return to_value(KINDS[type(value)], value)
    if isinstance(value, tuple):
        parts = tuple(map(converted, value))
        return parts if parts != value else value  # The default, which many share.
    return value
