"""Prepares a text for Skia: its spaces, hyphens and direction; places in it move with it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.display.text.hyphens import SOFT_HYPHEN, with_breaks
from kiosk.display.text.no_break import JOINER, joined
from kiosk.language.directions import is_right_to_left
from kiosk.types.emphasis import Emphasis
from kiosk.types.scene import TextStyle

_SPACES = str.maketrans("\t\v\f", "   ")
_ISOLATE, _POP = "\u2067", "\u2069"
_ADDED = f"{JOINER}{_ISOLATE}{_POP}"
"""Signs that a text gets beside those for its breaks; none of them is seen."""


def with_spaces(text: str) -> str:
    """Spaces instead of tabs, which no font has."""
    return text.translate(_SPACES)


def prepared(text: str, style: TextStyle, ends: tuple[int, ...]) -> str:
    """The text as Skia gets it: with hyphens and no-break characters, marked with its direction."""
    whole = joined(with_breaks(with_spaces(text), ends), style.language)
    return _isolated(whole) if is_right_to_left(style.language) else whole


def prepared_places(text: str, style: TextStyle, ends: tuple[int, ...]) -> list[int]:
    """For each index in a text, and for its end, the index in the text as Skia gets it."""
    whole, breaks = prepared(text, style, ends), frozenset(ends)
    found, at = list[int](), 0
    for index, sign in enumerate(text):
        if index in breaks:
            at = whole.index("\n", at) + 1
        while whole[at : at + 1] in _ADDED and whole[at : at + 1] not in ("", sign):
            at += 1
        found.append(at)
        at += sign != SOFT_HYPHEN
    return [*found, len(whole)]


def prepared_emphasis(
    emphasis: tuple[Emphasis, ...], text: str, style: TextStyle, ends: tuple[int, ...]
) -> Iterator[Emphasis]:
    """Emphasis at its place in the text as Skia gets it."""
    moved = prepared_places(text, style, ends) if emphasis else []
    for one in emphasis:
        start, end = (moved[min(at, len(text))] for at in (one.start, one.end))
        yield replace(one, start=start, end=end)


def _isolated(text: str) -> str:
    """Marks each line of text as right-to-left, since a Skia paragraph has no direction itself."""
    return "\n".join(f"{_ISOLATE}{line}{_POP}" for line in text.split("\n"))
