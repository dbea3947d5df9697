"""Defines what all models of keys share, and says what a key needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, get_args

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from kiosk.authoring.keys.values import Needs


class Model(BaseModel):
    # Cached texts would be scattered over the memory that was taken for reading, and would keep
    # all of it from being given back.
    model_config = ConfigDict(frozen=True, extra="forbid", cache_strings="keys")

    needs: ClassVar[str] = ""
    """What should be written instead of a wrong value: the end of a sentence."""

    @classmethod
    def known_keys(cls) -> dict[str, FieldInfo]:
        """Keys that may be written, by the names that curators use."""
        return {field.alias or name: field for name, field in cls.model_fields.items()}


def needs_of(field: FieldInfo) -> str:
    """What a key needs, as its type says; the outermost part of the type counts."""
    for part in _parts(field):
        if isinstance(part, Needs):
            return part.text
        if _is_model(part):
            return str(part.needs)
    return ""


def model_of(field: FieldInfo) -> type[Model] | None:
    """The model of the map, or of each map in the list, under a key."""
    return next(filter(_is_model, _parts(field)), None)


def _is_model(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, Model)


def _parts(field: FieldInfo) -> Iterator[Any]:
    """The parts of a key's type, from outside to inside."""
    yield from reversed(field.metadata)
    waiting: list[Any] = [field.annotation]
    while waiting:
        part = waiting.pop(0)
        yield part
        yield from reversed(getattr(part, "__metadata__", ()))
        waiting += [part.__origin__] if hasattr(part, "__metadata__") else get_args(part)
