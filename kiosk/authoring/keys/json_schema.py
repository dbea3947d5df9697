"""Makes the JSON Schema of curators' files, for editors that complete, explain and underline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

import kiosk
from kiosk.authoring.keys.machine import Machine
from kiosk.authoring.keys.model import Exhibition, Kiosk
from kiosk.authoring.keys.values import TEXT_SCHEMA, WORDS_SCHEMA

SCHEMAS = Path(kiosk.__file__).parent / "schema"
MODELS: dict[str, type[BaseModel]] = {"exhibition": Exhibition, "kiosk": Kiosk, "machine": Machine}

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft of JSON Schema that all editors support."""
TEXT_ALONE = ("Photo", "Quote", "Transcript")
"""Models that may be written as the text of their first key alone."""


def schema(name: str) -> dict[str, Any]:
    """Schema of an exhibition's file, of the kiosk's or of the machine's."""
    model = MODELS[name]
    raw = model.model_json_schema()
    kinds = raw.get("$defs", {})
    for kind in TEXT_ALONE:
        if kind in kinds:
            kinds[kind] |= {**TEXT_SCHEMA, "type": ["string", "number", "object"]}
    if "Slide" in kinds:
        _facts_as_map(kinds["Slide"]["properties"]["facts"])
    raw = _named(raw)
    raw["$defs"] = dict(sorted({**raw.get("$defs", {}), "Words": WORDS_SCHEMA}.items()))
    return {"$schema": DRAFT, **_plain(raw)}


def as_json(name: str) -> str:
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def packaged(name: str) -> Path:
    """The schema file in this package that editors use."""
    return SCHEMAS / f"{name}.schema.json"


def _facts_as_map(facts: dict[str, Any]) -> None:
    """Facts are a list of labels and values, or a map from labels to values."""
    facts |= {"type": ["array", "object"], "additionalProperties": WORDS_SCHEMA}


def _named(value: Any) -> Any:
    """A schema that defines texts in languages, which are everywhere, only once."""
    if isinstance(value, list):
        return [_named(item) for item in value]
    if not isinstance(value, dict):
        return value
    if all(value.get(key) == inner for key, inner in WORDS_SCHEMA.items()):
        others = {key: inner for key, inner in value.items() if key not in WORDS_SCHEMA}
        return {"$ref": "#/$defs/Words", **others}
    return {key: _named(inner) for key, inner in value.items()}


def _plain(value: Any) -> Any:
    """A schema without what tells curators nothing: names of models, and empty defaults."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {
        key: _plain(inner)
        for key, inner in value.items()
        if not (key == "title" and isinstance(inner, str))
        and not (key == "default" and inner in (None, [], ()))
    }
    choices = [choice for choice in kept.get("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        del kept["anyOf"]
        return {**choices[0], **kept}
    return {**kept, "anyOf": choices} if choices else kept
