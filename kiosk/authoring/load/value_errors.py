"""Says what is wrong with a value, and what is needed instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from kiosk.authoring.keys.base_model import Model, model_of, needs_of
from kiosk.authoring.keys.model import Photo, Slide
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem, quoted
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Where
from kiosk.authoring.yaml.source import RUN_TOGETHER
from kiosk.authoring.yaml.typo_hints import CURLY, strange
from kiosk.language.tags import MEANT, TAG

NO_SLIDE = "a slide begins with a key, such as - photo: 01.jpg or - title: One apple"


def explain(
    document: Document, model: type[Model], error: ValidationError, base: Where = ()
) -> Iterator[Problem]:
    """One problem for each value that is wrong.

    `model` is that of the whole document, and `base` leads to what was validated.
    """
    explained = set[Where]()
    for detail in error.errors(include_url=False):
        if _only_follows(detail):
            continue
        where, problem = _WrongValue(document, model, (*base, *detail["loc"]), detail).explain()
        if where not in explained:
            explained.add(where)
            yield problem


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """The end of a sentence that suggests what was probably meant; "" if nothing is close."""
    known = {choice.casefold(): choice for choice in choices}
    close = get_close_matches(word.casefold(), known, n=1, cutoff=0.6)
    return f"; did you mean '{known[close[0]]}'?" if close else ""


class _WrongValue:
    """A value that pydantic refuses, seen as the curator wrote it."""

    def __init__(self, document: Document, model: type[Model], path: Where, detail: Any) -> None:
        self.document = document
        self.detail = detail
        self.kind: str = detail["type"]
        self.context: dict[str, Any] = detail.get("ctx") or {}
        self.where, self.is_key = _written(document.value, path)
        self.model, self.key, self.needs = model, "this", "something else"
        self._follow(path)

    def _follow(self, path: Where) -> None:
        """Find the innermost model, and the innermost key that says what it needs."""
        for step in path:
            field = self.model.known_keys().get(str(step))
            if field:
                self.model = model_of(field) or self.model
                needs = needs_of(field)
                if needs:
                    self.key, self.needs = str(step), needs

    def explain(self) -> tuple[Where, Problem]:
        match self.kind:
            case _ if self.detail["input"] is None:
                return self._problem(Code.EMPTY_ITEM, "this is empty; write a value or remove it")
            case "extra_forbidden":
                return self._unknown_key()
            case "missing" if isinstance(self.detail["loc"][-1], str):
                return self._missing()
            case "value_error":
                return self._problem(Code.SLIDE_UNFIT, str(self.context["error"]))
            case "string_too_short" | "too_short":
                return self._too_short()
            case "string_too_long" | "too_long":
                return self._too_long(self.context["max_length"])
            case "model_type" if RUN_TOGETHER.match(str(self.detail["input"])):
                return self._problem(Code.MISSING_SPACE, "a space is missing after this colon")
            case "model_type" if isinstance(self.where[-1], int) and self.key == "slides":
                message = strange(str(self.detail["input"])) or NO_SLIDE
                return self._problem(Code.WRONG_VALUE, message)
            case "tuple_type" if self.key == "slides" and isinstance(self.detail["input"], dict):
                first = strange(next(iter(self.detail["input"]), ""))
                return self._whole(Code.WRONG_VALUE, first or f"slides needs {self.needs}")
            case "no_such_day":
                message = (
                    f"the calendar has no {self.detail['input']}; {self.key} needs {self.needs}"
                )
                return self._whole(Code.WRONG_VALUE, message)
            case "literal_error" if self._is_choice():
                return self._no_choice(self.context["expected"])
            case "string_pattern_mismatch" | "literal_error" if self._is_language():
                return self._no_language()
        if self.key == "focus" and self.kind in {"less_than_equal", "greater_than_equal"}:
            message = f"focus is outside the photo; it needs {self.needs}"
            return self._whole(Code.FOCUS_OUTSIDE, message)
        if self.key == "at" and self.kind in {"less_than_equal", "greater_than_equal", "outside"}:
            message = f"this part is outside the photo; at needs {self.needs}"
            return self._whole(Code.DETAIL_OUTSIDE, message)
        none = "; “ and ” do not count as quotation marks" if self._is_curly() else ""
        return self._whole(Code.WRONG_VALUE, f"{self.key} needs {self.needs}{none}")

    def _is_curly(self) -> bool:
        return str(self.detail["input"]).startswith(tuple(CURLY))

    def _unknown_key(self) -> tuple[Where, Problem]:
        key, fields = str(self.where[-1]), self.model.known_keys()
        if strange(key):
            return self._problem(Code.UNKNOWN_KEY, str(strange(key)), key=True)
        if self.model is Slide and key in Photo.known_keys():
            message = f"{key} belongs to a photo: write photo: {{file: 01.jpg, {key}: …}}"
            return self._problem(Code.UNKNOWN_KEY, message, key=True)
        known = f"; the keys here are {', '.join(fields)}"
        message = f"unknown key {quoted(key)}{did_you_mean(key, fields) or known}"
        return self._problem(Code.UNKNOWN_KEY, message, key=True)

    def _missing(self) -> tuple[Where, Problem]:
        key = str(self.detail["loc"][-1])
        message = f"'{key}' is missing; it needs {self.needs}"
        where, problem = self._problem(Code.MISSING_KEY, message)
        return (*where, key), problem

    def _is_choice(self) -> bool:
        """Whether one of several names is wanted, and some other name is written."""
        return isinstance(self.detail["input"], str) and " or " in self.context["expected"]

    def _is_language(self) -> bool:
        """Whether a tag is wanted; an empty one stands for a text without a language."""
        return self.context.get("pattern") == TAG or self.context.get("expected") == "''"

    def _too_short(self) -> tuple[Where, Problem]:
        if self.key == "slides" and self.where == ("slides",):
            return self._problem(Code.EMPTY_TEXT, "an exhibition needs at least one slide")
        name = next((step for step in reversed(self.where) if isinstance(step, str)), self.key)
        return self._problem(Code.EMPTY_TEXT, f"{name} is empty; write a value or remove it")

    def _too_long(self, most: int) -> tuple[Where, Problem]:
        written = self.detail["input"]
        if isinstance(written, str):
            message = f"this text has {len(written)} letters; the limit is {most}"
        elif self.key == "photos":
            message = f"here are {len(written)} photos; a slide has {most} at most: make two slides"
        else:
            message = f"{self.key} has {len(written)} items; the limit is {most}"
        return self._problem(Code.TOO_LONG, message)

    def _no_choice(self, expected: str) -> tuple[Where, Problem]:
        written = str(self.detail["input"])
        choices = expected.replace(" or ", ", ").replace("'", "").split(", ")
        hint = did_you_mean(written, choices) or f"; choose one of {', '.join(choices)}"
        return self._whole(
            Code.NO_SUCH_CHOICE, f"there is no {self.key.removesuffix('s')} {quoted(written)}{hint}"
        )

    def _no_language(self) -> tuple[Where, Problem]:
        written = str(self.where[-1] if self.is_key else self.detail["input"])
        meant = MEANT.get(written.lower())
        hint = f"did you mean '{meant}'?" if meant else "write a tag such as en, fr or zh-Hans"
        message = f"{quoted(written)} is not a language tag; {hint}"
        return self._problem(Code.NO_LANGUAGE, message, key=self.is_key)

    def _whole(self, code: Code, message: str) -> tuple[Where, Problem]:
        """A problem of the key's whole value, however many of its parts are wrong."""
        if self.key in self.where:
            last = len(self.where) - self.where[::-1].index(self.key)
            self.where = self.where[:last]
        return self._problem(code, message)

    def _problem(self, code: Code, message: str, *, key: bool = False) -> tuple[Where, Problem]:
        return self.where, self.document.problem(code, message, self.where, key=key)


def _only_follows(detail: Any) -> bool:
    """Whether this only follows from faulty items, already reported, that make a list too short."""
    return detail["type"] == "too_short" and bool(detail["input"])


def _written(value: Any, path: Where) -> tuple[Where, bool]:
    """Where a curator wrote what a model rejects, and whether it is a key of a map.

    Models number the pairs of a map; a path that leads beyond what was written ends at the
    last thing that was.
    """
    where: list[str | int] = []
    steps: Iterator[str | int] = iter(path)
    for step in steps:
        if isinstance(value, dict) and isinstance(step, int):
            key, value = list(value.items())[step]
            where.append(key)
            if next(steps, None) in {0, "label"}:
                return tuple(where), True
        elif _holds(value, step):
            where.append(step)
            value = value[step]
        else:
            break
    return tuple(where), False


def _holds(value: Any, step: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value
