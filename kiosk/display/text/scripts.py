"""Scripts that mix in one text: Chinese characters among letters, and at which size."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.types.scene import TextStyle

CHARACTERS_SIZE = 0.9
"""Chinese characters fill their square: among letters, they are set so much smaller."""
_CHARACTERS = re.compile("([\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)")
_WRITTEN_IN_CHARACTERS = frozenset({"ja", "ko", "zh"})


def runs(text: str, style: TextStyle) -> Iterator[tuple[str, float]]:
    """Pieces of a text that are set at one size."""
    if style.language.split("-")[0] in _WRITTEN_IN_CHARACTERS:
        yield text, style.size
        return
    for number, piece in enumerate(_CHARACTERS.split(text)):
        if piece:
            yield piece, style.size * (CHARACTERS_SIZE if number % 2 else 1)


def ends_in_characters(text: str) -> bool:
    return _CHARACTERS.match(text[-1:]) is not None
