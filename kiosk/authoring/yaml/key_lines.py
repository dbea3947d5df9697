"""Recognises keys, items and texts in lines of YAML, and finds the lines around one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.authoring.keys.model import Exhibition, Kiosk, Photo, Quote, Slide
from kiosk.authoring.yaml.source import Source
from kiosk.exhibition.text_walk import ROLES

KEYS = frozenset().union(*(one.known_keys() for one in (Exhibition, Slide, Photo, Quote, Kiosk)))
TEXTS = frozenset(name.rpartition(".")[2] for name in ROLES)
BEGINNINGS = ("photo", "photos", "title", "text", "quote", "layout")
"""Keys that a slide may begin with."""
LISTS = ("slides", "photos", "details")
LINE = re.compile(r"(?P<before>\s*(?:-\s+)*)(?P<key>[\w-]+)(?P<colon>:(?=\s|$))?\s*(?P<text>.*)")
KEY = re.compile(r"(?P<indent>\s*)(?P<dash>-\s+)?(?P<key>[\w-]+):(?=\s|$)\s*(?P<text>.*)")
BLOCK = re.compile(
    r"(?P<indent>\s*)(?P<dash>(?:-\s+)*)(?P<key>[\w-]+):\s*(?P<sign>[|>][+-]?\d?[+-]?)?\s*(?:#.*)?$"
)
ITEM = re.compile(r"(?P<indent>\s*)-(?:\s|$)")
ANY_KEY = "|".join(sorted(KEYS, key=len, reverse=True))
TAGS = "ar|cs|da|de|el|en|es|fi|fr|hu|ja|kk|ko|nl|pl|pt|ro|ru|sv|tr|uk|zh"
"""Languages whose tags are hardly the last word before a colon."""
LOOK_AHEAD = 100


def holds_key(source: Source, first: int, last: int) -> bool:
    """Whether a known key begins a line after the first one."""
    return any(key_of(text) in KEYS for text in source.lines[first:last])


def key_at_edge(text: str) -> str | None:
    """The key that begins in the first column."""
    found = KEY.match(text)
    return found["key"] if found and found.start("key") == 0 else None


def key_of(text: str) -> str:
    found = KEY.match(text)
    return found["key"] if found else ""


def line_at(source: Source, number: int) -> str:
    return source.lines[number - 1] if number else ""


def ahead(source: Source, line: int) -> Iterator[int]:
    """Numbers of lines after this one with something on them, but for comments."""
    for number in range(line + 1, min(len(source.lines), line + LOOK_AHEAD) + 1):
        text = source.lines[number - 1].strip()
        if text and not text.startswith("#"):
            yield number


def before(source: Source, line: int) -> int:
    """Number of the last line before this one with something on it; 0 if there is none."""
    numbers = range(line - 1, 0, -1)
    seen = (one for one in numbers if (text := source.lines[one - 1].strip()) and text[0] != "#")
    return next(seen, 0)


def indent_of(text: str) -> int:
    return len(text) - len(text.lstrip())
