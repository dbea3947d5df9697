"""Lists every key that curators may write on one page; `make reference` runs it."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator
from typing import Any

from kiosk.authoring.keys.json_schema import schema
from kiosk.exhibition.exhibition import Photo, Slide
from kiosk.exhibition.reading_time import DWELL_MAX_S, DWELL_MIN_S, UNSPACED, dwell_s
from kiosk.exhibition.text import LocalisedText

INTRODUCTION = """\
# Every key

This page lists all keys of an exhibition's file, of `kiosk.yaml` and of `machine.yaml`. Editors
show the same help. [A first exhibition in ten minutes](README.md) shows how to begin, and the
[README](../README.md) has most keys in one example.

*Words* are one text, or one for each language: `Before Paris`, or
`{en: Before Paris, fr: Avant Paris}`. In them, `*words*` are italic and `**words**` are bold,
except in an exhibition's `by`, in `alt` and in `quote`. The column *if left out* has the value of a
key that you do not write. If it is empty, the description says what happens.
"""
FILES = {"exhibition": "An exhibition’s file", "kiosk": "kiosk.yaml", "machine": "machine.yaml"}
"""By schema, the title of the section on its topmost keys."""
WORDS = "Words"
INHERITING = ("Slide", "Photo")
"""Sections whose keys may also be in an exhibition's `defaults`, for all at once."""
PLAIN = re.compile(r"[\w.][^#:\[\]{}]*")
COUNTS = (0, 10, 25, 50, 75, 100, 150)
PHOTOS = {0: "no photo", 1: "a photo", 2: "two photos", 4: "four photos"}
SIGNS = {
    "en": ("words", "word "),
    "zh": ("characters of Chinese or Japanese", "字"),
    "th": ("letters of a language without spaces", "ก"),
}
"""For each way to count a text: of what, and a sample of one."""


def reference() -> str:
    lines, listed = [INTRODUCTION], {WORDS}
    for name, title in FILES.items():
        lines += _file(title, schema(name), listed)
    return "\n".join([*lines, *_dwelling()])


def _file(title: str, whole: dict[str, Any], listed: set[str]) -> Iterator[str]:
    """The topmost keys of a file, then the kinds of values they hold, in order of first mention.

    Those that another file has listed are not listed again.
    """
    yield from _section(f"## {title}", whole)
    waiting = [*_mentioned(whole)]
    while waiting:
        name = waiting.pop(0)
        if name not in listed:
            listed.add(name)
            inherited = whole["$defs"]["Defaults"]["properties"] if name in INHERITING else {}
            yield from _section(f"### {name}", whole["$defs"][name], inherited)
            waiting += _mentioned(whole["$defs"][name])


def _section(
    title: str, of: dict[str, Any], inherited: Container[str] = frozenset()
) -> Iterator[str]:
    yield f"{title}\n\n{of['description']}\n"
    yield "| key | | values | if left out | example |\n|---|---|---|---|---|"
    for key, value in of["properties"].items():
        cells = (
            f"`{key}`",
            value["description"],
            _values(value),
            "**needed**" if key in of.get("required", ()) else _default(value, key in inherited),
            f"`{key}: {_written(value['examples'][-1])}`",
        )
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
    yield ""


def _mentioned(of: dict[str, Any]) -> Iterator[str]:
    """Kinds of values that the keys of a section take."""
    for value in of["properties"].values():
        item = value.get("items", {})
        by_language: dict[str, Any] = next(iter(item.get("patternProperties", {}).values()), {})
        kind = value.get("$ref") or item.get("$ref") or by_language.get("$ref")
        if kind:
            yield _name(kind)


def _values(of: dict[str, Any]) -> str:
    """What a key takes, in words."""
    match of:
        case {"$ref": kind}:
            name = _name(kind)
            return "words" if name == WORDS else f"[{name}](#{name.lower()})"
        case {"enum": choices}:
            return ", ".join(f"`{choice}`" for choice in choices)
        case {"patternErrorMessage": message}:
            return re.sub(r".*?\b(needs|write) ", "", message)
        case {"type": "boolean"}:
            return "`true` or `false`"
        case {"type": "integer", "minimum": least, "maximum": most}:
            return f"a whole number from {least} to {most}"
        case {"type": "number", "minimum": least, "maximum": most}:
            return f"a number from {least:g} to {most:g}"
        case {"items": item, "maxItems": most}:
            return f"a list of up to {most}: {_values(item)}"
        case {"items": item, "additionalProperties": _}:
            return f"a map, or a list of {_values(item)}"
        case {"items": item}:
            return f"a list: {_values(item)}"
        case {"patternProperties": by_language}:
            return f"for each language, {_values(next(iter(by_language.values())))}"
        case {"type": "object"}:
            return "a map"
    return "a text"


def _default(of: dict[str, Any], is_inherited: bool) -> str:
    if is_inherited:
        return "as in [Defaults](#defaults)"
    return f"`{_written(of['default'])}`" if "default" in of else ""


def _written(value: Any) -> str:
    """A value as it may be written in YAML, where # begins a comment, and a colon a value."""
    plain = isinstance(value, str) and PLAIN.fullmatch(value)
    return value if plain else json.dumps(value, ensure_ascii=False)


def _name(kind: str) -> str:
    return kind.rpartition("/")[2]


def _dwelling() -> Iterator[str]:
    yield f"""\
## How long a slide is shown

With `dwell: auto`, a slide is shown for the time to look at it and to read all of its words in the
visitor's language. That is at least {DWELL_MIN_S:g} seconds, and at most {DWELL_MAX_S:g}, because
visitors tire after that. If the words take several pages, each page is shown for the time to read
it, or for its part of `dwell` in seconds, if that is longer. While nobody touches the kiosk,
only the first page of a slide is shown, for 8 seconds. These languages have no spaces between
words:
{", ".join(sorted(UNSPACED))}.

| seconds for a slide with | {" | ".join(map(str, COUNTS))} |
|---|{"--:|" * len(COUNTS)}"""
    for language, (of, sign) in SIGNS.items():
        for number, shown in PHOTOS.items():
            stands = (_stands_s(number, sign * count, language) for count in COUNTS)
            yield f"| {shown} and this many {of} | {' | '.join(f'{s:g}' for s in stands)} |"
    yield ""


def _stands_s(photos: int, text: str, language: str) -> float:
    """How long a slide with this text and number of photos is shown, in seconds."""
    hanging = tuple(Photo(f"{number}.jpg") for number in range(photos))
    return dwell_s(
        Slide(photos=hanging, text=LocalisedText((("", text),)) if text else None), language
    )


if __name__ == "__main__":
    print(reference(), end="")
