"""Finds Chinese characters among letters in a text, and the size to set them at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.types.scene import TextStyle

CHARACTERS_SIZE = 0.9
"""Size of Chinese characters among letters, as a share: they fill their square and look larger."""
_CHARACTERS = re.compile("([\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)")
_WRITTEN_IN_CHARACTERS = frozenset({"ja", "ko", "zh"})


def runs(text: str, style: TextStyle) -> Iterator[tuple[str, float]]:
    """Splits a text into pieces, each with its size."""
    if style.language.split("-")[0] in _WRITTEN_IN_CHARACTERS:
        yield text, style.size
        return
    for number, piece in enumerate(_CHARACTERS.split(text)):
        if piece:
            yield piece, style.size * (CHARACTERS_SIZE if number % 2 else 1)


def ends_in_characters(text: str) -> bool:
    return _CHARACTERS.match(text[-1:]) is not None
