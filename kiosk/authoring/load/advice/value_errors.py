"""Says what is wrong with a value, and what is needed instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from kiosk.authoring.keys.base_model import Model, model_of, needs_of
from kiosk.authoring.keys.model import Slide
from kiosk.authoring.keys.written_values import as_wanted
from kiosk.authoring.load.advice.language_errors import no_language, tags_in
from kiosk.authoring.load.advice.similar import did_you_mean
from kiosk.authoring.load.advice.unknown_keys import Unknown
from kiosk.authoring.load.advice.written import written_at
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem, brief, quoted
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Where
from kiosk.authoring.yaml.other_notations import SEPARATOR, separator
from kiosk.authoring.yaml.signs import CURLY, strange
from kiosk.authoring.yaml.source import RUN_TOGETHER
from kiosk.language.tags import TAG

TOGETHER = "\0"
"""Stands for all keys that are in a wrong place for one reason, such as languages."""
SHOWN = ("title", "text", "photo", "photos", "quote")
"""Keys of which a slide needs one."""
BESIDE_PHOTO = {"alt", "work", "caption", "credit", "focus", "details"}
"""Keys that belong to the photo of their slide."""
WITH_NUMBERS = ("focus", "at", "dwell", "idle_s", "diagonal_in", "viewing_distance_m")
BEYOND = {"less_than_equal", "greater_than_equal", "outside"}
OUTSIDE = {
    "focus": (Code.FOCUS_OUTSIDE, "focus is outside the photo", "it"),
    "at": (Code.DETAIL_OUTSIDE, "this part is outside the photo", "at"),
}
DECIMAL_COMMA = re.compile(r"(?<![\d.])(\d{1,3}),(\d+)")
NO_SLIDE = "a slide begins with a key, such as - photo: 01.jpg or - title: One apple"


def explain(
    document: Document,
    model: type[Model],
    error: ValidationError,
    base: Where = (),
    languages: tuple[str, ...] = (),
) -> Iterator[Problem]:
    """One problem for each value that is wrong.

    `model` is that of the whole document, `base` leads to what was validated, and `languages`
    are the kiosk's, if they are listed.
    """
    explained = set[Where]()
    details = error.errors(include_url=False)
    wrong = [
        _WrongValue(document, model, (*base, *detail["loc"]), detail, languages)
        for detail in details
    ]
    for one in wrong:
        if _only_follows(one, wrong):
            continue
        where, problem = one.explain()
        if where not in explained:
            explained.add(where)
            yield problem


class _WrongValue:
    """A value that pydantic refuses, seen as the curator wrote it."""

    def __init__(
        self,
        document: Document,
        model: type[Model],
        path: Where,
        detail: Any,
        languages: tuple[str, ...],
    ) -> None:
        self.document, self.languages = document, languages
        self.detail = detail
        self.kind: str = detail["type"]
        self.context: dict[str, Any] = detail.get("ctx") or {}
        self.where, self.is_key = written_at(document.value, path)
        self.model, self.key, self.needs = model, "this", "something else"
        self._follow(path)

    def has_text_without_key(self) -> bool:
        """Whether something in the same map has no usable key, which is reported."""
        return any(self.where in (where, where[:-1]) for where in self.document.spoiled)

    def holds_spoiled(self) -> bool:
        """Whether this value, or one right below it, has a problem of its own."""
        if self.kind in {"missing", "extra_forbidden"}:
            return False
        size = len(self.where)
        return any(
            where[:size] == self.where and len(where) <= size + 1 and not strange(str(where[-1]))
            for where in self.document.spoiled
            if where
        )

    def lacks(self, key: str) -> bool:
        return self.kind == "missing" and self.detail["loc"][-1] == key

    def is_replaced_by(self, unknown: _WrongValue) -> bool:
        """Whether this missing key is there, under a name that is not known."""
        loc = self.detail["loc"]
        is_beside = self.kind == "missing" and unknown.detail["loc"][:-1] == loc[:-1]
        return is_beside and unknown.as_unknown().may_mean(str(loc[-1]))

    def is_written_as(self, unknown: _WrongValue) -> bool:
        """Whether this missing key is there, but below another key, where it is not known."""
        is_below = len(unknown.detail["loc"]) > len(self.detail["loc"])
        return is_below and self.lacks(str(unknown.detail["loc"][-1]))

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
            case _ if self._is_listed_fact():
                take_out = "; remove the dashes" if self._is_block_list() else ""
                return self._whole(Code.WRONG_VALUE, f"facts needs {self.needs}{take_out}")
            case _ if comma := self._decimal_comma():
                return self._whole(Code.WRONG_VALUE, comma)
            case "extra_forbidden":
                return self._unknown_key()
            case "missing" if isinstance(self.detail["loc"][-1], str):
                return self._missing()
            case "value_error":
                return self._unfit(str(self.context["error"]))
            case "string_too_short" | "too_short":
                return self._too_short()
            case "string_too_long" | "too_long":
                return self._too_long(self.context["max_length"])
            case "model_type" if RUN_TOGETHER.match(str(self.detail["input"])):
                return self._problem(Code.MISSING_SPACE, "a space is missing after this colon")
            case "model_type" if isinstance(self.where[-1], int) and self.key == "slides":
                written = str(self.detail["input"])
                message = strange(written) or _key_missing(written) or NO_SLIDE
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
        return self._unusable()

    def _unusable(self) -> tuple[Where, Problem]:
        """A value of another type, or outside its limits."""
        wanted = as_wanted(self.key, self._value_of_key())
        if self.key in OUTSIDE and self.kind in BEYOND:
            code, said, it = OUTSIDE[self.key]
            what = f"for percentages, write {wanted}" if wanted else f"{it} needs {self.needs}"
            return self._whole(code, f"{said}; {what}")
        if wanted:
            needs = self.needs.partition(", such as")[0]
            return self._whole(Code.WRONG_VALUE, f"{self.key} needs {needs}: write {wanted}")
        written = self.detail["input"]
        if self.key == "photo" and isinstance(written, list) and len(written) > 1:
            message = "for several photos, write photos: [01.jpg, 02.jpg]"
            return self._whole(Code.WRONG_VALUE, message)
        is_of_slides = self.where == ("photos",) and "slides" not in self.document.value
        holds_maps = isinstance(written, list) and any(isinstance(one, dict) for one in written)
        if is_of_slides and holds_maps:
            message = f"photos needs {self.needs}; write the slides under slides:"
            return self._whole(Code.WRONG_VALUE, message)
        none = "; “ and ” do not count as quotation marks" if self._is_curly() else ""
        return self._whole(Code.WRONG_VALUE, f"{self.key} needs {self.needs}{none}")

    def _value_of_key(self) -> Any:
        written = self.document.value
        for step in self._at_key():
            written = written[step]
        return written

    def _is_listed_fact(self) -> bool:
        """Whether facts are written as a list, of texts or of maps with one label each."""
        if "facts" not in self.where:
            return False
        at = self.where.index("facts")
        items = self.document.node(self.where[: at + 1]).items
        return items is not None and not any(item.child("label") for item in items)

    def _is_block_list(self) -> bool:
        at = self.where.index("facts") + 1
        mark = self.document.mark(self.where[:at])
        return self.document.source.text_at(mark.line, mark.column).startswith("-")

    def _decimal_comma(self) -> str | None:
        """A number with a comma, as most of Europe writes it."""
        if self.key not in WITH_NUMBERS:
            return None
        mark = self.document.mark(self._at_key())
        text = self.document.source.text_at(mark.line, mark.column).partition("#")[0]
        found = DECIMAL_COMMA.search(text)
        if not found or (len(DECIMAL_COMMA.findall(text)) == 1 and re.search(r"\d\.\d", text)):
            return None
        return f"a decimal number has a point: write {found[1]}.{found[2]}, not {found[0]}"

    def _is_curly(self) -> bool:
        return str(self.detail["input"]).startswith(tuple(CURLY))

    def _unknown_key(self) -> tuple[Where, Problem]:
        unknown = self.as_unknown()
        where, problem = self._problem(Code.UNKNOWN_KEY, unknown.advice(), key=True)
        is_one_of_many = unknown.is_language or unknown.empty_parent
        return (*where[:-1], TOGETHER) if is_one_of_many else where, problem

    def as_unknown(self) -> Unknown:
        siblings = self.document.node(self.where[:-1]).entries or []
        return Unknown(str(self.where[-1]), self.model, siblings, self.document.source.lines)

    def _missing(self) -> tuple[Where, Problem]:
        key = str(self.detail["loc"][-1])
        names = [name.text or "" for name, _ in self.document.node(self.where).entries or []]
        if key not in names:
            message = f"'{key}' is missing; it needs {self.needs}"
            where, problem = self._problem(Code.MISSING_KEY, message)
            return (*where, key), problem
        below = next(iter(names[names.index(key) + 1 :]), "")
        if re.fullmatch(TAG, below) and below not in self.model.known_keys():
            self.where = (*self.where, below)
            return self._unknown_key()
        self.where = (*self.where, key)
        message = f"there is nothing after {key}: it needs {self.needs}"
        return self._problem(Code.MISSING_KEY, message, key=True)

    def _unfit(self, message: str) -> tuple[Where, Problem]:
        """What does not fit together; an empty key may be the cause, or a lost dash."""
        names = [name.text for name, _ in self.document.node(self.where).entries or []]
        if message.startswith("write photo or photos"):
            second = max(("photo", "photos"), key=names.index)
            at = (*self.where, second)
            message += "; a new slide begins with a dash"
            return self.where, self.document.problem(Code.SLIDE_UNFIT, message, at, key=True)
        if names and set(names) <= BESIDE_PHOTO and self.where[-1] != 0:
            message = f"remove this dash if {names[0]} belongs to the slide above"
        for key, value in self.document.node(self.where).entries or []:
            if value.is_nothing and key.text in SHOWN:
                message = f"there is nothing after {key.text}: write a value, or remove the key"
                at = (*self.where, key.text)
                return self.where, self.document.problem(Code.SLIDE_UNFIT, message, at, key=True)
        return self._problem(Code.SLIDE_UNFIT, message)

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
        odd = strange(written)
        if odd:
            return self._problem(Code.NO_LANGUAGE, odd, key=self.is_key)
        languages = self.languages or dict.fromkeys(tags_in(self.document.value))
        message = no_language(written, languages)
        return self._problem(Code.NO_LANGUAGE, message, key=self.is_key)

    def _whole(self, code: Code, message: str) -> tuple[Where, Problem]:
        """A problem of the key's whole value, however many of its parts are wrong."""
        self.where = self._at_key()
        return self._problem(code, message)

    def _at_key(self) -> Where:
        """Where the key's whole value is."""
        if self.key not in self.where:
            return self.where
        return self.where[: len(self.where) - self.where[::-1].index(self.key)]

    def _problem(self, code: Code, message: str, *, key: bool = False) -> tuple[Where, Problem]:
        return self.where, self.document.problem(code, message, self.where, key=key)


def _key_missing(written: str) -> str | None:
    """What a slide lacks that is only a text: its key, or the colon of the key."""
    found = SEPARATOR.match(written)
    if found:
        return separator(found)
    if re.fullmatch(r"\S[^\n]*\.(jpe?g|png|tiff?|webp|hei[cf]|avif|gif)", written, re.IGNORECASE):
        return f"the key is missing before the name: write - photo: {brief(written)}"
    return None


def _only_follows(one: _WrongValue, others: list[_WrongValue]) -> bool:
    """Whether this only follows from another problem, so that it would not help."""
    if one.kind == "too_short" and one.detail["input"]:  # Its faulty items are reported.
        return True
    if one.kind in {"missing", "too_short"} and one.has_text_without_key():
        return True
    if one.holds_spoiled():
        return True
    unknown = [other for other in others if other.kind == "extra_forbidden"]
    if one.lacks("slides") and isinstance(one.document.value.get("photos"), list):
        return True
    if one in unknown and one.where[-1] in Slide.known_keys():
        return any(other.lacks("slides") for other in others)
    return any(one.is_replaced_by(other) or one.is_written_as(other) for other in unknown)
