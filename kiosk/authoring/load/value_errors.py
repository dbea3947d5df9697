"""Says what is wrong with a value, and what is wanted instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from kiosk.authoring.keys.model import (
    Colours,
    Consent,
    Defaults,
    Detail,
    Fact,
    Fonts,
    Model,
    Photo,
    Quote,
    Screen,
    Slide,
)
from kiosk.authoring.problems.problem import Problem, quoted
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Where
from kiosk.authoring.yaml.source import RUN_TOGETHER
from kiosk.authoring.yaml.typo_hints import CURLY, strange
from kiosk.language.tags import MEANT

IN_LANGUAGES = "a text, or one for each language, such as {en: One apple, fr: Une pomme}"
YES_OR_NO = "true or false"
DAY = "a date as year-month-day, such as {}"
NO_SLIDE = "a slide begins with a key, such as - photo: 01.jpg or - title: One apple"
FILE_NAME = "a file name"
FONT = "a font file, such as letters.ttf"

WANTS = {
    "accent": "a colour in quotation marks, such as '#c8a46a'",
    "alt": IN_LANGUAGES,
    "colours": "a map, such as {ground: '#f4f0e8', ink: '#201c18', accent: '#8a5426'}",
    "ground": "a colour in quotation marks, such as '#f4f0e8'",
    "ink": "a colour in quotation marks, such as '#201c18'",
    "theme": "the name of a theme",
    "at": "left, top, width and height as fractions, such as [0.2, 0.3, 0.25, 0.2]",
    "by": IN_LANGUAGES,
    "caption": IN_LANGUAGES,
    "consent": "a map, such as {by: The curator, on: 2026-05-01, covers: This exhibition}",
    "consent.by": "the name of the person who asked",
    "cover": FILE_NAME,
    "covers": "the use that was agreed to, such as This exhibition",
    "credit": IN_LANGUAGES,
    "defaults": "a map, such as {layout: beside, dwell: 12}",
    "details": "a list of parts, each with at: and text:",
    "diagonal_in": "inches from 5 to 200, such as 32",
    "dwell": "seconds from 2 to 600, such as 12, or auto",
    "exhibitions": "a list of names without .yaml, such as [portrait, apple]",
    "facts": "a map from each label to its text, such as {Lives in: Paris}",
    "file": FILE_NAME,
    "focus": "two numbers between 0 and 1, such as [0.4, 0.6]",
    "from": DAY.format("2026-05-01"),
    "hours": "two times of day, such as 10:00-18:00",
    "idle_s": "seconds from 10 to 3600, such as 60",
    "interview": FILE_NAME,
    "language": "a language tag, such as en",
    "languages": "a list of language tags, such as [en, fr]",
    "layout": "the name of a layout",
    "motion": "the name of a motion",
    "notice": IN_LANGUAGES,
    "on": DAY.format("2026-05-01"),
    "order": "the name of an order",
    "people": YES_OR_NO,
    "photo": "a file name, or a map with file, alt, caption, credit and focus",
    "photos": "the name of a folder",
    "quote": "words from the interview, or a map with text and translation",
    "quote.text": "the words as they were spoken; other languages go under translation",
    "screen": "a map, such as {diagonal_in: 32, viewing_distance_m: 0.8}",
    "slides": "a list, in which each slide begins with a dash, such as - photo: 01.jpg",
    "slides.photos": "a list of two to four photos",
    "speaker": IN_LANGUAGES,
    "stand_in": YES_OR_NO,
    "subtitle": IN_LANGUAGES,
    "text": IN_LANGUAGES,
    "title": IN_LANGUAGES,
    "transition": "the name of a transition",
    "translated_by": IN_LANGUAGES,
    "translation": IN_LANGUAGES,
    "until": DAY.format("2026-09-30"),
    "viewing_distance_m": "metres from 0.2 to 20, such as 0.8",
    "fonts": "a map of font files, such as {serif: letters.ttf}",
    "serif": FONT,
    "serif_italic": FONT,
    "sans": FONT,
    "sans_italic": FONT,
    "weekdays": "a list of days, such as [sat, sun]",
    "withdrawn": YES_OR_NO,
    "withheld": YES_OR_NO,
}
"""What a key wants; `holder.key` goes before `key`."""

CHOICES = frozenset({"layout", "transition", "motion", "theme", "order", "weekdays"})
"""Keys that take one of several names."""
NO_LANGUAGES = CHOICES | {
    "accent",
    "colours",
    "dwell",
    "fonts",
    "from",
    "ground",
    "hours",
    "ink",
    "on",
    "until",
}
"""Keys whose value has its own form."""

INSIDE: dict[str, type[Model]] = {
    "colours": Colours,
    "consent": Consent,
    "defaults": Defaults,
    "details": Detail,
    "facts": Fact,
    "fonts": Fonts,
    "photo": Photo,
    "photos": Photo,
    "quote": Quote,
    "screen": Screen,
    "slides": Slide,
}
"""Which keys are known in the map under a key."""


def explained(
    document: Document, model: type[Model], error: ValidationError, base: Where = ()
) -> list[Problem]:
    """One problem for each value that is wrong; `base` leads to what was validated."""
    problems: dict[Where, Problem] = {}
    for detail in error.errors(include_url=False):
        if _only_follows(detail):
            continue
        fault = _Value(document, model, (*base, *detail["loc"]), detail)
        where, problem = fault.explained()
        problems.setdefault(where, problem)
    return list(problems.values())


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """The end of a sentence that suggests what was probably meant; "" if nothing is close."""
    known = {choice.casefold(): choice for choice in choices}
    close = get_close_matches(word.casefold(), known, n=1, cutoff=0.6)
    return f"; did you mean '{known[close[0]]}'?" if close else ""


class _Value:
    """A value that pydantic refuses, seen as the curator wrote it."""

    def __init__(self, document: Document, model: type[Model], path: Where, detail: Any) -> None:
        self.document = document
        self.model = model
        self.detail = detail
        self.kind: str = detail["type"]
        self.names = [step for step in path if isinstance(step, str) and step.isidentifier()]
        self.where, self.is_key = _written(document.value, path)

    @property
    def key(self) -> str:
        return next((name for name in reversed(self.names) if name in WANTS), "this")

    @property
    def wants(self) -> str:
        names = [name for name in self.names if name in WANTS]
        return WANTS.get(".".join(names[-2:]), WANTS.get(self.key, "something else"))

    def explained(self) -> tuple[Where, Problem]:
        context = self.detail.get("ctx") or {}
        match self.kind:
            case _ if self.detail["input"] is None:
                return self._problem("empty-item", "this is empty; write a value or remove it")
            case "extra_forbidden":
                return self._unknown_key()
            case "missing" if isinstance(self.detail["loc"][-1], str):
                return self._missing()
            case "value_error":
                return self._problem("slide-unfit", str(context["error"]))
            case "string_too_short" | "too_short":
                return self._too_short()
            case "string_too_long" | "too_long":
                return self._too_long(context["max_length"])
            case "model_type" if RUN_TOGETHER.match(str(self.detail["input"])):
                return self._problem("missing-space", "a space is missing after this colon")
            case "model_type" if isinstance(self.where[-1], int) and self.key == "slides":
                message = strange(str(self.detail["input"])) or NO_SLIDE
                return self._problem("wrong-value", message)
            case "tuple_type" if self.key == "slides" and isinstance(self.detail["input"], dict):
                first = strange(next(iter(self.detail["input"]), ""))
                return self._whole("wrong-value", first or f"slides needs {self.wants}")
            case "no_such_day":
                message = (
                    f"the calendar has no {self.detail['input']}; {self.key} needs {self.wants}"
                )
                return self._whole("wrong-value", message)
            case "literal_error" if self._is_choice():
                return self._no_choice(context["expected"])
            case "string_pattern_mismatch" | "literal_error" if self.key not in NO_LANGUAGES:
                return self._no_language()
        if self.key == "focus" and self.kind in {"less_than_equal", "greater_than_equal"}:
            message = f"focus is outside the photo; it needs {self.wants}"
            return self._whole("focus-outside", message)
        if self.key == "at" and self.kind in {"less_than_equal", "greater_than_equal", "outside"}:
            message = f"this part is outside the photo; at needs {self.wants}"
            return self._whole("detail-outside", message)
        none = "; “ and ” do not count as quotation marks" if self._is_curly() else ""
        return self._whole("wrong-value", f"{self.key} needs {self.wants}{none}")

    def _is_curly(self) -> bool:
        return str(self.detail["input"]).startswith(tuple(CURLY))

    def _unknown_key(self) -> tuple[Where, Problem]:
        *holders, key = self.names or [str(self.where[-1])]
        key = str(self.where[-1])
        holder = next((name for name in reversed(holders) if name in INSIDE), "")
        fields = (INSIDE.get(holder) or self.model).known_keys()
        if strange(key):
            return self._problem("unknown-key", str(strange(key)), key=True)
        if holder == "slides" and key in Photo.known_keys():
            message = f"{key} belongs to a photo: write photo: {{file: 01.jpg, {key}: …}}"
            return self._problem("unknown-key", message, key=True)
        known = f"; the keys here are {', '.join(fields)}"
        message = f"unknown key {quoted(key)}{did_you_mean(key, fields) or known}"
        return self._problem("unknown-key", message, key=True)

    def _missing(self) -> tuple[Where, Problem]:
        key = str(self.detail["loc"][-1])
        message = f"'{key}' is missing; it needs {self.wants}"
        where, problem = self._problem("missing-key", message)
        return (*where, key), problem

    def _is_choice(self) -> bool:
        named = isinstance(self.detail["input"], str)
        return named and self.key in CHOICES

    def _too_short(self) -> tuple[Where, Problem]:
        if self.key == "slides" and self.where == ("slides",):
            return self._problem("empty-text", "an exhibition needs at least one slide")
        name = next((step for step in reversed(self.where) if isinstance(step, str)), self.key)
        return self._problem("empty-text", f"{name} is empty; write a value or remove it")

    def _too_long(self, most: int) -> tuple[Where, Problem]:
        written = self.detail["input"]
        if isinstance(written, str):
            message = f"this text has {len(written)} letters; the limit is {most}"
        elif self.key == "photos":
            message = f"here are {len(written)} photos; a slide has {most} at most: make two slides"
        else:
            message = f"{self.key} has {len(written)} items; the limit is {most}"
        return self._problem("too-long", message)

    def _no_choice(self, expected: str) -> tuple[Where, Problem]:
        written = str(self.detail["input"])
        choices = expected.replace(" or ", ", ").replace("'", "").split(", ")
        hint = did_you_mean(written, choices) or f"; choose one of {', '.join(choices)}"
        return self._whole(
            "no-such-choice", f"there is no {self.key.removesuffix('s')} {quoted(written)}{hint}"
        )

    def _no_language(self) -> tuple[Where, Problem]:
        written = str(self.where[-1] if self.is_key else self.detail["input"])
        meant = MEANT.get(written.lower())
        hint = f"did you mean '{meant}'?" if meant else "write a tag such as en, fr or zh-Hans"
        message = f"{quoted(written)} is not a language tag; {hint}"
        return self._problem("no-language", message, key=self.is_key)

    def _whole(self, code: str, message: str) -> tuple[Where, Problem]:
        """A problem of the key's whole value, however many of its parts are wrong."""
        if self.key in self.where:
            last = len(self.where) - self.where[::-1].index(self.key)
            self.where = self.where[:last]
        return self._problem(code, message)

    def _problem(self, code: str, message: str, *, key: bool = False) -> tuple[Where, Problem]:
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
