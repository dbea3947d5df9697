"""Writes a first file for an exhibition: its photos in order, and each key with its purpose."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any

from kiosk.authoring.checks.texts import LABEL_WORDS
from kiosk.authoring.keys.base_model import Model
from kiosk.authoring.keys.json_schema import packaged
from kiosk.authoring.keys.model import Exhibition, Photo, Slide
from kiosk.exhibition.marks import escaped
from kiosk.exhibition.reading_time import words as count_words
from kiosk.types.metadata import PhotoMetadata, Words

COMMENT_WIDTH = 90
INTRODUCTION = (
    "When you save this file, the screen changes. Text after a # is not read. To use a key, remove "
    "the # before it. kiosk check lists the missing parts."
)
TITLE_PAGE = "The first page; take out its lines if you want none."
OF_HEAD = frozenset({"title", "photos", "defaults", "slides"})
"""Keys of an exhibition that are in the file anyway."""
OF_SLIDES = frozenset({"photo", "alt", "caption", "credit", "title"})
"""Keys of a slide that are in the file anyway."""

Labelled = tuple[Path, PhotoMetadata]
Work = Mapping[str, Words]
"""The label of a work, by the keys of `work`."""


def written(
    name: str, photos: Sequence[Labelled], folder: Path, works: Mapping[str, Work] | None = None
) -> str:
    """The text of a file with this name, in this folder, that shows these photos of works."""
    ordered = sorted(photos, key=_when_taken)
    album = Path(os.path.commonpath([path.parent for path, _ in ordered]))
    first = ordered[0][1].credit
    shared = first if all(label.credit == first for _, label in ordered) else ""
    lines = (
        *_head(name, folder, album),
        *_defaults(shared),
        *_comment(_help(Exhibition, "slides")),
        "slides:",
        *_title_page(name),
        *(
            line
            for one in ordered
            for line in _slide(one, album, shared, (works or {}).get(str(one[0]), {}))
        ),
        *_of_slides(),
    )
    return "\n".join((*lines, ""))


def _head(name: str, folder: Path, album: Path) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={_from(folder, packaged('exhibition'))}"
    yield from _comment(INTRODUCTION)
    yield ""
    yield from _comment(_help(Exhibition, "title"))
    yield f"title: {_shown(_title(name))}"
    yield from _comment(_help(Exhibition, "photos"))
    yield f"photos: {_text(_from(folder, album))}"
    for key in Exhibition.known_keys():
        if key not in OF_HEAD:
            yield from _proposed(_help(Exhibition, key), key, _example(Exhibition, key))
    yield ""


def _title_page(name: str) -> Iterator[str]:
    yield from _comment(TITLE_PAGE, "  ")
    yield "  - layout: title"
    yield f"    title: {_shown(_title(name))}"
    yield f"    # text: {_text(_help(Slide, 'text'))}"
    yield ""


def _defaults(credit: Words) -> Iterator[str]:
    yield from _comment(_help(Exhibition, "defaults"))
    yield "defaults:"
    yield "  transition: fade"
    if credit:
        yield from _words("credit", credit, "  ")
    else:
        yield f"  # credit: {_text(_help(Photo, 'credit'))}"
    yield ""


def _slide(photo: Labelled, album: Path, shared: Words, work: Work) -> Iterator[str]:
    path, label = photo
    yield f"  - photo: {_text(_from(album, path))}"
    if label.alt:
        yield from _words("alt", label.alt)
    else:
        yield f"    # alt: {_text(_help(Photo, 'alt'))}"
    yield from _words("title", label.title)
    if work:
        yield "    work:"
        yield from (line for key, words in work.items() for line in _words(key, words, "      "))
    if label.caption and _is_short(label.caption):
        yield from _words("caption", label.caption)
    else:
        yield f"    # caption: {_text(_help(Photo, 'caption'))}"
        for text in _all_of(label.caption):
            yield from _comment(f"Too long for a caption: {text}", "    ")
    if label.credit and not shared:
        yield from _words("credit", label.credit)
    elif not shared:
        yield f"    # credit: {_text(_help(Photo, 'credit'))}"
    yield ""


def _words(key: str, words: Words, indent: str = "    ") -> Iterator[str]:
    """A text, or the same text in each of its languages."""
    written = _text if key == "alt" else _shown  # Only an alt text has no marks.
    if isinstance(words, str):
        if words:
            yield f"{indent}{key}: {written(words)}"
        return
    yield f"{indent}{key}:"
    for language, text in words.items():
        yield f"{indent}  {language}: {written(text)}"


def _is_short(words: Words) -> bool:
    return all(count_words(text, "") <= LABEL_WORDS for text in _all_of(words))


def _all_of(words: Words) -> list[str]:
    return [text for text in ([words] if isinstance(words, str) else words.values()) if text]


def _of_slides() -> Iterator[str]:
    """Each other key of a slide, and of a photo's map, as a comment."""
    yield "    # Other keys of a slide:"
    for key in Slide.known_keys():
        if key not in OF_SLIDES:
            purpose = _help(Photo if key in Photo.known_keys() else Slide, key)
            yield from _proposed(purpose, key, _example(Slide, key), "    ")
    for key in Photo.known_keys():
        if key not in Slide.known_keys() and key != "file":
            as_map = {"file": _example(Photo, "file"), key: _example(Photo, key)}
            yield from _proposed(_help(Photo, key), "photo", as_map, "    ")


def _when_taken(photo: Labelled) -> tuple[bool, str, list[tuple[int, str]], Path]:
    """Photos of one moment are sorted by name, 2.jpg before 10.jpg; undated ones come last."""
    path, label = photo
    pieces = re.findall(r"\d+|\D+", path.name.casefold())
    numbered = [(int(piece), "") if piece.isdecimal() else (-1, piece) for piece in pieces]
    return not label.taken, label.taken, numbered, path


def _title(name: str) -> str:
    spaced = re.sub(r"[-_\s]+", " ", name).strip()
    return spaced[:1].upper() + spaced[1:]


def _proposed(purpose: str, key: str, example: Any, indent: str = "") -> Iterator[str]:
    """A key that may be used, with an example, below a line that says what it is for."""
    yield from _comment(purpose, indent)
    yield f"{indent}# {key}: {json.dumps(example, ensure_ascii=False)}"


def _example(model: type[Model], key: str) -> Any:
    return (model.known_keys()[key].examples or [""])[-1]


def _help(model: type[Model], key: str) -> str:
    return model.known_keys()[key].description or ""


def _comment(text: str, indent: str = "") -> Iterator[str]:
    return (f"{indent}# {line}" for line in wrap(text, COMMENT_WIDTH))


def _from(folder: Path, path: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()


def _text(text: str) -> str:
    """A text in quotation marks, which YAML reads unchanged."""
    return json.dumps(text, ensure_ascii=False)


def _shown(text: str) -> str:
    """The same for a text that visitors read, whose asterisks are no marks."""
    return _text(escaped(text))
