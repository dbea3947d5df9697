"""All keys that curators may write, for tests that ask the same of each."""

from __future__ import annotations

from kiosk.authoring.keys import machine, model
from kiosk.authoring.keys.base_model import Model

MODELS = [
    one
    for one in {**vars(model), **vars(machine)}.values()
    if isinstance(one, type) and issubclass(one, Model) and one is not Model
]
FIELDS = [(model, key) for model in MODELS for key in model.known_keys()]


def name_of(model: type[Model], key: str) -> str:
    """A key's name in Python, where `from` would be a keyword."""
    return next(name for name, field in model.model_fields.items() if key in (field.alias, name))
