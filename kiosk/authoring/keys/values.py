"""Defines the kinds of values that keys take: texts in languages, colours, fractions, seconds.

Every scalar reaches them as the text that is in the file (see `document`), so a key means
what a curator thinks it means: pydantic reads numbers where a number is wanted, and nowhere
else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any, Literal

from msgspec import Struct
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_wrap_validator_function

from kiosk.base.clock import is_day
from kiosk.exhibition import text as values
from kiosk.exhibition.marks import read_marks
from kiosk.language.tags import TAG


class Needs(Struct, frozen=True):
    """What should be written instead of a wrong value: the end of a sentence."""

    text: str


TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number"], "minLength": 1}
"""Numbers are allowed, since a year is a text too."""
TAG_SCHEMA: dict[str, Any] = {
    "type": "string",
    "pattern": TAG,
    "patternErrorMessage": "This is not a language; write a tag such as en, fr or zh-Hans",
}
"""Editors show the message instead of the pattern."""
WORDS_SCHEMA: dict[str, Any] = {
    **TEXT_SCHEMA,
    "type": ["string", "number", "object"],
    "propertyNames": TAG_SCHEMA,
    "additionalProperties": TEXT_SCHEMA,
    "minProperties": 1,
}
A_COLOUR = "a colour in quotation marks, such as '#c8a46a'"
COLOUR = r"^#[0-9a-fA-F]{6}$"
COLOUR_SCHEMA: dict[str, Any] = {
    "type": "string",
    "pattern": COLOUR,
    "patternErrorMessage": f"This needs {A_COLOUR}",
}
DATE = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
DATE_SCHEMA: dict[str, Any] = {
    "type": "string",
    "pattern": DATE,
    "patternErrorMessage": "This needs a date, such as 2026-05-01",
}
TIMES_OF_DAY = "two times of day, such as 10:00-18:00"
HOURS = r"^([01]?\d|2[0-3]):[0-5]\d ?[-–] ?(([01]?\d|2[0-3]):[0-5]\d|24:00)$"
HOURS_SCHEMA: dict[str, Any] = {
    "type": "string",
    "pattern": HOURS,
    "patternErrorMessage": f"This needs {TIMES_OF_DAY}",
}
SECONDS_OR_AUTO = "seconds from 2 to 600, such as 12, or auto"
DWELL_SCHEMA: dict[str, Any] = {
    "type": ["string", "number"],
    "minimum": 2,
    "maximum": 600,
    "pattern": "^auto$",
    "patternErrorMessage": f"This needs {SECONDS_OR_AUTO}",
}
PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%")
A_PERCENTAGE = r"^\s*\d{1,3}([.,]\d+)?\s*%\s*$"
PERCENTAGES = r"^(\s*\d{{1,3}}([.,]\d+)?\s*%\s*[,;]?){{{0}}}$"


def _fractions_schema(count: int, needs: str) -> dict[str, Any]:
    """Fractions or percentages in a list, or percentages in one text."""
    return {
        "type": ["array", "string"],
        "items": {
            "type": ["number", "string"],
            "minimum": 0,
            "maximum": 1,
            "pattern": A_PERCENTAGE,
            "patternErrorMessage": "This needs a fraction such as 0.4, or a percentage, 40%",
        },
        "minItems": count,
        "maxItems": count,
        "pattern": PERCENTAGES.format(count),
        "patternErrorMessage": f"This needs {needs}",
    }


A_POINT = "two numbers between 0 and 1, such as [0.4, 0.6], or percentages"
AN_AREA = "left, top, width and height as fractions, such as [0.2, 0.3, 0.25, 0.2], or percentages"
POINT_SCHEMA = _fractions_schema(2, A_POINT)
AREA_SCHEMA = _fractions_schema(4, AN_AREA)
ROUNDING = 1e-6
"""How far fractions may reach over the edge, since curators round them."""


def _on_the_calendar(text: str) -> str:
    if not is_day(text):
        raise PydanticCustomError("no_such_day", "the calendar has no such day")
    return text


def _inside(area: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    x, y, width, height = area
    if max(x + width, y + height) > 1 + ROUNDING:
        raise PydanticCustomError("outside", "this lies outside")
    return area


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000),
    WithJsonSchema(TEXT_SCHEMA),
]
FileName = Annotated[Text, Needs("a file name")]
YesOrNo = Annotated[bool, Needs("true or false")]
LanguageTag = Annotated[
    str,
    StringConstraints(pattern=TAG),
    WithJsonSchema(TAG_SCHEMA),
    Needs("a language tag, such as en"),
]
Colour = Annotated[
    str, StringConstraints(pattern=COLOUR), WithJsonSchema(COLOUR_SCHEMA), Needs(A_COLOUR)
]
Date = Annotated[
    str,
    StringConstraints(pattern=DATE),
    AfterValidator(_on_the_calendar),
    WithJsonSchema(DATE_SCHEMA),
    Needs("a date as year-month-day, such as 2026-05-01"),
]
Hours = Annotated[
    str, StringConstraints(pattern=HOURS), WithJsonSchema(HOURS_SCHEMA), Needs(TIMES_OF_DAY)
]


def _of_percent(value: Any) -> Any:
    """A fraction that is written as a percentage."""
    found = PERCENT.fullmatch(value.strip()) if isinstance(value, str) else None
    return float(found[1].replace(",", ".")) / 100 if found else value


def _several(value: Any) -> Any:
    """Percentages in one text, as a list."""
    found = list(PERCENT.finditer(value)) if isinstance(value, str) else []
    others = PERCENT.sub("", value).strip(" ,;") if found else value
    return [one[0] for one in found] if found and not others.strip(" ,;") else value


Fraction = Annotated[float, Field(ge=0, le=1), BeforeValidator(_of_percent)]
Point = Annotated[
    tuple[Fraction, Fraction],
    BeforeValidator(_several),
    WithJsonSchema(POINT_SCHEMA),
    Needs(A_POINT),
]
Share = Annotated[float, Field(gt=0, le=1), BeforeValidator(_of_percent)]
Area = Annotated[
    tuple[Fraction, Fraction, Share, Share],
    BeforeValidator(_several),
    AfterValidator(_inside),
    WithJsonSchema(AREA_SCHEMA),
    Needs(AN_AREA),
]
Dwell = Annotated[
    Literal["auto"] | Annotated[float, Field(ge=2, le=600, allow_inf_nan=False)],
    WithJsonSchema(DWELL_SCHEMA),
    Needs(SECONDS_OR_AUTO),
]


def _pairs(value: Any) -> Any:
    """One string without a language, or a map from language to string, as pairs."""
    if isinstance(value, str):
        return (("", value),)
    return tuple(value.items()) if isinstance(value, dict) else value


EMPTY_LINES = re.compile(r"[ \t]*\n[ \t]*\n\s*")


def _tidy(text: str) -> str:
    """One empty line between paragraphs, and spaces for tabs, which no font has."""
    return EMPTY_LINES.sub("\n\n", text).replace("\t", " ")


Pairs = tuple[tuple[str, str], ...]


def _as_written(texts: Pairs) -> values.LocalisedText:
    return values.LocalisedText(tuple((tag, _tidy(text)) for tag, text in texts))


def _as_marked(texts: Pairs) -> values.LocalisedText:
    read = [(tag, read_marks(_tidy(text))) for tag, text in texts]
    return values.LocalisedText(
        tuple((tag, one.text) for tag, one in read),
        tuple((tag, one.emphasis) for tag, one in read if one.emphasis),
    )


SPEAKERS_SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": TEXT_SCHEMA,
    "maxProperties": 100,
}
Speakers = Annotated[
    tuple[tuple[Text, Text], ...],
    BeforeValidator(lambda value: tuple(value.items()) if isinstance(value, dict) else value),
    Field(max_length=100),
    WithJsonSchema(SPEAKERS_SCHEMA),
    Needs("a map from each label to a name, such as {A: Ada Example, Q: interviewer}"),
]
"""Names by the labels of a transcript."""

TRANSLATIONS_SCHEMA: dict[str, Any] = {
    "type": "object",
    "propertyNames": TAG_SCHEMA,
    "additionalProperties": TEXT_SCHEMA,
    "maxProperties": 40,
}
Translations = Annotated[
    tuple[tuple[LanguageTag, FileName], ...],
    BeforeValidator(lambda value: tuple(value.items()) if isinstance(value, dict) else value),
    Field(max_length=40),
    WithJsonSchema(TRANSLATIONS_SCHEMA),
    Needs("a map from each language to a file, such as {fr: interview-fr.txt}"),
]
"""Transcripts by their languages."""


def _by_language(value: Any) -> Any:
    """Refuses the words of a passage without their language."""
    if isinstance(value, dict) and {"from", "to"} & value.keys():
        raise PydanticCustomError("without_language", "the language is missing")
    return value


NEEDS_LANGUAGE = BeforeValidator(_by_language)


class _AsWords:
    """Reads texts in languages."""

    def __init__(self, made: Callable[[Pairs], values.LocalisedText]) -> None:
        self._made = made

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        texts = handler.generate_schema(
            Annotated[
                tuple[tuple[LanguageTag | Literal[""], Text], ...],
                BeforeValidator(_pairs),
                Field(min_length=1, max_length=40),
            ]
        )
        return no_info_wrap_validator_function(self._read, texts)

    def _read(self, value: Any, check: Callable[[Any], Pairs]) -> values.LocalisedText:
        is_read = isinstance(value, values.LocalisedText)
        return value if is_read else self._made(check(value))

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return WORDS_SCHEMA


A_TEXT = Needs("a text, or one for each language, such as {en: One apple, fr: Une pomme}")
LocalisedText = Annotated[values.LocalisedText, _AsWords(_as_written), A_TEXT]
"""Texts in one or more languages: a string, or a map from language to string."""
MarkedText = Annotated[values.LocalisedText, _AsWords(_as_marked), A_TEXT]
"""The same, in which `*` and `**` mark what is italic or bold."""
