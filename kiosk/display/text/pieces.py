"""Splits a text into pieces, each set in one style: italic, bold, or Chinese among letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from kiosk.display.text.scripts import runs
from kiosk.language.scripts import SLANTED
from kiosk.types.emphasis import Emphasis, split
from kiosk.types.scene import TextStyle

_UPRIGHT = re.compile(rf"([^{SLANTED}]+(?:[\W\d_]+[^{SLANTED}]+)*)")
"""Words in scripts without italics, with the signs between them."""


class Piece(Struct, frozen=True):
    text: str
    style: TextStyle
    is_emphasised: bool


def pieces(text: str, style: TextStyle, emphasis: Iterable[Emphasis]) -> Iterator[Piece]:
    """All of a text, in pieces that follow one another."""
    for part, italic, bold in split(text, emphasis):
        if italic:
            fonts = {"font": style.other_font, "other_font": style.font}
            slanted = replace(style, italic=not style.italic, bold=bold, **fonts)
            yield from _italic(part, slanted, replace(style, bold=True))
        else:
            yield from _sized(part, replace(style, bold=bold), is_emphasised=bold)


def _italic(text: str, slanted: TextStyle, heavy: TextStyle) -> Iterator[Piece]:
    """In a script without italics, what is marked as italic is bold: a slant would be a mistake."""
    for number, part in enumerate(_UPRIGHT.split(text)):
        yield from _sized(part, heavy if number % 2 else slanted, is_emphasised=True)


def _sized(text: str, style: TextStyle, *, is_emphasised: bool) -> Iterator[Piece]:
    for piece, size in runs(text, style):
        if piece:
            yield Piece(piece, replace(style, size=size), is_emphasised)
