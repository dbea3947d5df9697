"""Finds letters that no font has, and languages that no font can draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, get_args

from kiosk.language.names import name
from kiosk.style.themes import Typefaces
from kiosk.types.scene import Face, TextStyle

FACES: tuple[Face, ...] = get_args(Face)


class Letters(Protocol):
    def missing(self, text: str, style: TextStyle) -> str:
        """Letters that no font on this machine can draw."""
        ...


def missing_letters(text: str, fonts: Typefaces, letters: Letters) -> str:
    """Letters that are lacking in a face, with these fonts in place of the packaged ones."""
    lacking = [letters.missing(text, style) for style in _styles(fonts)]
    return "".join(dict.fromkeys("".join(lacking)))


def undrawable(tags: Iterable[str], fonts: Typefaces, letters: Letters) -> tuple[str, ...]:
    """Languages whose own name has letters that are lacking in every face."""
    return tuple(
        tag
        for tag in tags
        if all(letters.missing(name(tag), style) for style in _styles(fonts, tag))
    )


def _styles(fonts: Typefaces, language: str = "en") -> Iterator[TextStyle]:
    for face in FACES:
        font = fonts.file(face, italic=False)
        yield TextStyle(face, 20.0, (0, 0, 0), language=language, font=font)
