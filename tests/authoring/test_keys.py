"""A key stands in all places that it belongs to; a message names the one that lacks it.

The schemas, the page of all keys and the README have tests of their own for each key.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import NODEFAULT
from msgspec.structs import fields
from pydantic import ValidationError
from pydantic_core import PydanticUndefined

from kiosk.authoring.keys.base_model import needs_of
from kiosk.authoring.keys.model import (
    Defaults,
    Exhibition,
    Fact,
    Photo,
    SealedPassage,
    Slide,
    Transcript,
)
from kiosk.authoring.load.advice.value_errors import explain
from kiosk.authoring.load.convert import COMPUTED, STRUCTS, converted
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.yaml.document import parse
from kiosk.authoring.yaml.source import Source
from tests.authoring.key_fields import FIELDS, MODELS, name_of

WITHOUT_VALUE = {
    *((Defaults, key) for key in Defaults.known_keys()),  # They become the slides' own.
    *(
        (Slide, key) for key in ("alt", "work", "credit", "focus", "details")
    ),  # They become the photo's.
    (Slide, "withheld"),  # It is gone.
    (Photo, "withdrawn"),
    (Exhibition, "defaults"),
    (Transcript, "translations"),  # They are opened, as the interview is.
    (Transcript, "sealed"),  # No word of it may be in what is shown.
    *((SealedPassage, key) for key in SealedPassage.known_keys()),
}
"""Keys that are not in what is shown."""
SHOWN = [model for model in MODELS if model not in {Defaults, SealedPassage}]
VALUES = [(model, key) for model, key in FIELDS if (model, key) not in WITHOUT_VALUE]


@pytest.mark.parametrize(("model", "key"), VALUES)
def test_every_key_has_a_value(model, key):
    """What a curator writes is in what is shown."""
    name, kind = name_of(model, key), model.__name__
    values = STRUCTS[kind].__struct_fields__

    assert name in values, f"add {name} to {kind} in kiosk/exhibition, or to WITHOUT_VALUE here"


@pytest.mark.parametrize("model", SHOWN)
def test_every_value_has_a_key(model):
    """What is shown can be written."""
    kind = model.__name__

    for name in set(STRUCTS[kind].__struct_fields__) - COMPUTED:
        assert name in model.model_fields, f"add {name} to {kind} in kiosk/authoring/keys/model.py"


@pytest.mark.parametrize("model", SHOWN)
def test_keys_left_out(model):
    """A key that is left out means the same in a file as in a value that a test makes."""
    kind = STRUCTS[model.__name__]

    for value in fields(kind):
        if value.name in COMPUTED:
            continue
        holder = Defaults if model is Slide and value.name in Defaults.model_fields else model
        written = holder.model_fields[value.name].get_default(call_default_factory=True)
        default = value.default if value.default_factory is NODEFAULT else value.default_factory()
        expected = NODEFAULT if written is PydanticUndefined else converted(written)

        assert default == expected, (
            f"{value.name} is {expected} in {holder}, if left out, and {default} in {kind}"
        )


@pytest.mark.parametrize(
    ("model", "key"), [(model, key) for model, key in FIELDS if model is not Fact]
)
def test_every_key_says_which_value_it_needs(model, key):
    """A wrong value is answered with what its key needs; facts are answered as a whole."""
    needs = needs_of(model.known_keys()[key])
    assert needs, f"give {key} a type with Needs(…) in kiosk/authoring/keys/model.py"
    document = parse(Source(Path("x.yaml"), f"{key}: [[[a]]]"), Problems())
    with pytest.raises(ValidationError) as refusal:
        model.model_validate({key: [[["a"]]]})
    messages = [problem.message for problem in explain(document, model, refusal.value)]

    if (model, key) != (Exhibition, "slides"):  # Each slide is answered by itself.
        assert f"{key} needs {needs}" in messages
