"""Encodes values as bytes for pipes and files; decoding gives only one type and runs no code."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

JSON_BEGINS = (b"[", b"{")
"""First bytes of JSON. In msgpack they mean a number, and no number is encoded here."""


def encoded(value: object) -> bytes:
    """A struct or a tuple as msgpack; as JSON if a file's name in it is not UTF-8.

    Python holds such a name as a text with lone surrogates, which only JSON can write.
    """
    try:
        return msgspec.msgpack.encode(value, enc_hook=_as_text)
    except UnicodeEncodeError:
        import json  # Not at the top: rarely needed, and a visitor waits for the first photo.

        return json.dumps(msgspec.to_builtins(value, enc_hook=_as_text)).encode()


def decoded(data: bytes, kind: type[T]) -> T:
    """The value that was encoded; raises ValueError if it is not of this type."""
    try:
        if data[:1] in JSON_BEGINS:
            import json

            return msgspec.convert(json.loads(data), kind, dec_hook=_as_path)
        return msgspec.msgpack.decode(data, type=kind, dec_hook=_as_path)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"this is not of the type {kind.__name__}: {error}") from None


def _as_text(value: Any) -> str:
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} cannot be encoded")


def _as_path(kind: type, value: Any) -> Path:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise ValueError(f"the type {kind.__name__} cannot be decoded")
