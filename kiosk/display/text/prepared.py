"""Prepares a text for Skia: its spaces, hyphens and direction; places in it move with it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.display.text.hyphens import with_breaks
from kiosk.display.text.no_break import joined
from kiosk.language.directions import is_right_to_left
from kiosk.types.emphasis import Emphasis
from kiosk.types.scene import TextStyle

_SPACES = str.maketrans("\t\v\f", "   ")
_ISOLATE, _POP = "\u2067", "\u2069"


def with_spaces(text: str) -> str:
    """Spaces instead of tabs, which no font has."""
    return text.translate(_SPACES)


def prepared(text: str, style: TextStyle, ends: tuple[int, ...]) -> str:
    """The text as Skia gets it: with hyphens and no-break characters, marked with its direction."""
    whole = joined(with_breaks(with_spaces(text), ends), style.language)
    return _isolated(whole) if is_right_to_left(style.language) else whole


def prepared_length(text: str, end: int, style: TextStyle, ends: tuple[int, ...]) -> int:
    """Length of a text's beginning as Skia gets it, as part of the whole text."""
    before = tuple(one for one in ends if one <= end)
    return len(prepared(text[:end], style, before)) - is_right_to_left(style.language)


def prepared_emphasis(
    emphasis: tuple[Emphasis, ...], text: str, style: TextStyle, ends: tuple[int, ...]
) -> Iterator[Emphasis]:
    """Emphasis at its place in the text as Skia gets it."""
    for one in emphasis:
        start, end = (prepared_length(text, at, style, ends) for at in (one.start, one.end))
        yield replace(one, start=start, end=end)


def _isolated(text: str) -> str:
    """Marks each line of text as right-to-left, since a Skia paragraph has no direction itself."""
    return "\n".join(f"{_ISOLATE}{line}{_POP}" for line in text.split("\n"))
