"""Reads an exhibition as it is written: its head, and its well-formed slides."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from pydantic import ValidationError

from kiosk.authoring.keys.model import Exhibition, Model, Slide
from kiosk.authoring.load.value_errors import explained
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.yaml.document import Document, open_document
from kiosk.authoring.yaml.nodes import Fault, Where

HARMLESS = frozenset({"accent", "colours", "cover", "subtitle", "theme"})
"""Keys whose faults cost an exhibition only that key."""

M = TypeVar("M", bound=Model)


class Draft(Struct, frozen=True):
    """A document and what it says; `places` are the slides' numbers in the document."""

    document: Document
    exhibition: Exhibition
    places: tuple[int, ...]

    @property
    def path(self) -> Path:
        return self.document.path

    @property
    def name(self) -> str:
        return self.path.stem


def open_draft(path: Path) -> tuple[Draft | None, list[Problem]]:
    """What one file says, without its faulty slides; None if its head is faulty."""
    document = open_document(path)
    if isinstance(document, Problem):
        return None, [document]
    problems = [fault.problem for fault in document.faults]
    if not isinstance(document.value, dict):
        message = "an exhibition begins with keys, such as title: and slides:"
        return None, [*problems, document.problem(Code.NOT_A_MAP, message)]
    slides, more = _slides(document)
    exhibition, wrong = _head(document, list(slides.values()))
    draft = Draft(document, exhibition, tuple(slides)) if exhibition else None
    return draft, [*problems, *more, *wrong]


def validated(
    document: Document, model: type[M], value: Any, where: Where = ()
) -> tuple[M | None, list[Problem]]:
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, explained(document, model, error, where)


def forgiving(
    document: Document,
    model: type[M],
    value: dict[str, Any],
    may_lack: frozenset[str] | None = None,
) -> tuple[M | None, list[Problem]]:
    """A model of this value; faults under these keys (or any key) cost only those keys."""
    whole, problems = None, list[Problem]()
    spoiled = {str(next(iter(fault.where), "")) for fault in _of_head(document)}
    try:
        whole = model.model_validate(value)
    except ValidationError as error:
        problems = explained(document, model, error)
        spoiled |= {str(next(iter(detail["loc"]), "")) for detail in error.errors()}
    if not spoiled:
        return whole, problems
    if may_lack is not None and not spoiled <= may_lack:
        return None, problems
    kept = {key: inner for key, inner in value.items() if key not in spoiled}
    return validated(document, model, kept)[0], problems


def _of_head(document: Document) -> list[Fault]:
    return [fault for fault in document.faults if not _is_in_slide(fault.where)]


def _slides(document: Document) -> tuple[dict[int, Slide], list[Problem]]:
    """Well-formed slides by their number."""
    written = document.value.get("slides")
    if not isinstance(written, list):
        return {}, []
    spoiled = {fault.where[1] for fault in document.faults if _is_in_slide(fault.where)}
    slides, problems = dict[int, Slide](), list[Problem]()
    for number, value in enumerate(written):
        slide, wrong = validated(document, Slide, value, ("slides", number))
        problems += wrong
        if slide and number not in spoiled:
            slides[number] = slide
    return slides, problems


def _is_in_slide(where: Where) -> bool:
    return len(where) > 1 and where[0] == "slides"


def _head(document: Document, slides: list[Slide]) -> tuple[Exhibition | None, list[Problem]]:
    if slides:
        return forgiving(document, Exhibition, {**document.value, "slides": slides}, HARMLESS)
    if not document.value.get("slides"):
        return forgiving(document, Exhibition, document.value, HARMLESS)
    return None, _of_head_alone(document)


def _of_head_alone(document: Document) -> list[Problem]:
    """What is wrong apart from the slides, if no slide is well-formed."""
    slides = document.value["slides"]
    if isinstance(slides, list):
        slides = [Slide.model_validate({"title": "-"})]
    return forgiving(document, Exhibition, {**document.value, "slides": slides})[1]
