"""Makes values in which every field holds something, whatever fields there are."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from kiosk.exhibition.text import LocalisedText

S = TypeVar("S", bound=Struct)


def filled(kind: type[S], path: str = "", *, without: tuple[str, ...] = ()) -> S:
    """A value of this kind; each string says its language and its path."""
    fields = {key: hint for key, hint in get_type_hints(kind).items() if key not in without}
    return kind(**{key: _filled(hint, f"{path}.{key}") for key, hint in fields.items()})


def _filled(hint: Any, path: str) -> Any:
    arguments = [one for one in get_args(hint) if one not in (NoneType, ...)]
    if hint is LocalisedText:
        return LocalisedText((("en", f"en{path}"), ("fr", f"fr{path}")))
    if get_origin(hint) in (Union, UnionType):
        return _filled(arguments[-1], path)
    if get_origin(hint) is Literal:
        return arguments[0]
    if get_origin(hint) is tuple:
        several = arguments if ... not in get_args(hint) else arguments * 2
        return tuple(_filled(one, f"{path}.{number}") for number, one in enumerate(several))
    if isinstance(hint, type) and issubclass(hint, Struct):
        return filled(hint, path)
    return {str: f"en{path}", float: 1.0, bool: True}[hint]
