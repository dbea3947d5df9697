"""Reads an exhibition as it is written: its head, and its well-formed slides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from pydantic import ValidationError

from kiosk.authoring.keys.base_model import Model
from kiosk.authoring.keys.model import Exhibition, Slide
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Where

HARMLESS = frozenset({"accent", "colours", "cover", "subtitle", "theme"})
"""Keys whose mistakes cost an exhibition only that key."""

M = TypeVar("M", bound=Model)


class Draft(Struct, frozen=True):
    """A document and what it says; `numbers` are those of its slides in the document."""

    document: Document
    exhibition: Exhibition
    numbers: tuple[int, ...]

    @property
    def path(self) -> Path:
        return self.document.path

    @property
    def name(self) -> str:
        return self.path.stem


def draft_of(
    document: Document, problems: Problems, languages: tuple[str, ...] = ()
) -> Draft | None:
    """What one file says, without its faulty slides; None if its head is faulty.

    `languages` are those that the kiosk lists, for advice.
    """
    if not isinstance(document.value, dict):
        message = "an exhibition begins with keys, such as title: and slides:"
        problems.add(document.problem(Code.NOT_A_MAP, message))
        return None
    slides = _slides(document, problems, languages)
    exhibition = _head(document, list(slides.values()), problems, languages)
    return Draft(document, exhibition, tuple(slides)) if exhibition else None


def validate_leniently(
    document: Document,
    model: type[M],
    value: dict[str, Any],
    problems: Problems,
    may_lack: frozenset[str] | None = None,
    languages: tuple[str, ...] = (),
) -> M | None:
    """A model of this value; mistakes under these keys (or any key) cost only those keys."""
    whole, error = validated(model, value)
    spoiled = {str(next(iter(where), "")) for where in document.spoiled if not _is_in_slide(where)}
    if error:
        problems.extend(_explained(document, model, error, languages=languages))
        spoiled |= {str(next(iter(detail["loc"]), "")) for detail in error.errors()}
    if not spoiled:
        return whole
    if may_lack is not None and not spoiled <= may_lack:
        return None
    kept = {key: inner for key, inner in value.items() if key not in spoiled}
    return validated(model, kept)[0]


def validated(model: type[M], value: Any) -> tuple[M | None, ValidationError | None]:
    """A model of this value, or else why there is none."""
    try:
        return model.model_validate(value), None
    except ValidationError as error:
        return None, error


def _explained(
    document: Document,
    model: type[Model],
    error: ValidationError,
    base: Where = (),
    languages: tuple[str, ...] = (),
) -> Iterator[Problem]:
    from kiosk.authoring.load.advice.value_errors import (
        explain,  # Needed only if something is wrong.
    )

    return explain(document, model, error, base, languages)


def _slides(document: Document, problems: Problems, languages: tuple[str, ...]) -> dict[int, Slide]:
    """Well-formed slides by their number."""
    written = document.value.get("slides")
    if not isinstance(written, list):
        return {}
    spoiled = {where[1] for where in document.spoiled if _is_in_slide(where)}
    slides = dict[int, Slide]()
    for number, value in enumerate(written):
        slide, error = validated(Slide, value)
        if error:
            where = ("slides", number)
            problems.extend(_explained(document, Exhibition, error, where, languages))
        if slide and number not in spoiled:
            slides[number] = slide
    return slides


def _is_in_slide(where: Where) -> bool:
    return len(where) > 1 and where[0] == "slides"


def _head(
    document: Document, slides: list[Slide], problems: Problems, languages: tuple[str, ...]
) -> Exhibition | None:
    """The exhibition with these slides; None if its head is faulty, or no slide is left."""
    written = document.value
    if isinstance(written.get("slides"), list) and written["slides"]:
        stand_in = Slide.model_validate({"title": "-"})
        written = {**written, "slides": slides or [stand_in]}
    exhibition = validate_leniently(document, Exhibition, written, problems, HARMLESS, languages)
    return exhibition if slides else None
