"""Editors know what curators may write."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import TypeAdapter

from kiosk.authoring.keys.json_schema import MODELS, as_json, packaged, schema
from tests.authoring.key_fields import FIELDS
from tests.authoring.language_server import LanguageServer, installed

ROOT = Path(__file__).parents[2]
TYPES = {
    str: "string",
    dict: "object",
    list: "array",
    bool: "boolean",
    int: "number",
    float: "number",
}
"""JSON's words for the types of examples."""
SHIPPED = sorted((ROOT / "exhibitions").glob("*.yaml"))


@pytest.mark.parametrize("name", MODELS)
def test_packaged_schema_is_current(name):
    """What editors read is what the models say."""
    told = f"kiosk schema {name} > {packaged(name)}, and copy it to kiosk/exhibition"

    assert packaged(name).read_text(encoding="utf-8") == as_json(name), told


@pytest.mark.parametrize(("model", "key"), FIELDS)
def test_every_key_is_explained(model, key):
    """Each key has a sentence and examples, which an editor shows beside it."""
    field = model.known_keys()[key]

    assert field.description
    assert field.examples


@pytest.mark.parametrize(("model", "key"), FIELDS)
def test_examples_may_be_written(model, key):
    """Each example of a key is what the key takes."""
    field = model.known_keys()[key]
    kind = TypeAdapter(Annotated[field.annotation, key, *field.metadata])

    for example in field.examples:
        assert kind.validate_python(example) is not None


@pytest.mark.parametrize("name", MODELS)
def test_examples_have_a_type_that_the_schema_allows(name):
    """A key that may be a text alone, as well as a map, is so for editors, too."""
    made = schema(name)
    kinds = made["$defs"]
    seen = 0
    for holder in (made, *kinds.values()):
        for key, rule in holder.get("properties", {}).items():
            kind = kinds.get(rule.get("$ref", "").rpartition("/")[2], rule)
            allowed = kind.get("type")
            for example in rule.get("examples", ()) if allowed else ():
                seen += 1
                assert TYPES[type(example)] in allowed or allowed == "integer", key
    assert seen > 5


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_files_point_at_it(path):
    """The first line of each shipped file leads editors to the schema of its kind."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)

    assert found
    assert (path.parent / found[1]).resolve() == packaged(
        "kiosk" if path.stem == "kiosk" else "exhibition"
    )


def test_nothing_of_the_program_shows():
    """A schema speaks of keys and values, and names no model of the program."""
    assert "title" not in schema("exhibition")
    assert "null" not in as_json("exhibition") + as_json("kiosk")


@pytest.fixture(scope="module")
def editor():
    """The language server that editors run."""
    if not installed():
        pytest.skip("yaml-language-server is not installed: npm install -g yaml-language-server")
    with LanguageServer() as server:
        yield server


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_editors_find_nothing_in_shipped_files(editor, path):
    """An editor underlines nothing in the exhibitions that ship."""
    assert editor.diagnostics(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: a\ncapton: b\nslides:\n  - title: a\n", [(2, "capton")]),
        ("title: a\nslides:\n  - photo: {fil: a.jpg}\n", [(3, '"file"'), (3, "fil")]),
        ("title: a\nslides:\n  - layout: singel\n    photo: a.jpg\n", [(3, "single")]),
        ("title: a\nslides:\n  - title: a\n    dwell: soon\n", [(4, "seconds from 2 to 600")]),
        ("title: a\nslides:\n  - photo: a\n    facts: {a: [b]}\n", [(4, "Incorrect type")]),
        ("title: a\nslides:\n  - title: a\n    dwell: 1\n", [(4, "minimum of 2")]),
        (
            "title: {english: a}\nslides:\n  - title: a\n",
            [(1, "This is not a language; write a tag")],
        ),
        (
            "title: a\naccent: red\nslides:\n  - title: a\n",
            [(2, "needs a colour in quotation")],
        ),
        ("slides:\n  - title: a\n", [(1, '"title"')]),
        ("title: a\nslides:\n  - photo: a.jpg\n    focus: [2, 0]\n", [(4, "maximum of 1")]),
    ],
)
def test_editors_find_mistakes(editor, text, expected):
    """An editor underlines what is mistyped, on its line."""
    found = editor.diagnostics(ROOT / "exhibitions" / "broken.yaml", POINTER + text)

    for line, words in expected:
        assert any(at == line + 1 and words in told for at, told in found), found


@pytest.mark.parametrize(
    "text",
    [
        "title: 1984\nslides:\n  - photo: a.jpg\n    facts: {Born in: 1984}\n",
        "title: {no: Ett eple, zh-Hans: b}\nslides:\n  - photos: [a.jpg, {file: b.jpg}]\n",
        "title: a\nslides:\n  - quote: a\n  - quote: {text: a, language: kk}\n    dwell: auto\n",
        "title: a\nslides:\n  - photo: a\n    facts: [{label: a, value: {en: b}}]\n",
    ],
)
def test_editors_leave_alone_what_is_right(editor, text):
    """An editor underlines no form that the kiosk understands."""
    assert editor.diagnostics(ROOT / "exhibitions" / "right.yaml", POINTER + text) == []


@pytest.mark.parametrize(
    ("line", "words"), [("  - capt", "caption"), ("    tr", "transition")], ids=["item", "key"]
)
def test_editors_complete_keys(editor, line, words):
    """An editor proposes keys."""
    text = POINTER + f"title: a\nslides:\n  - photo: a.jpg\n{line}"

    assert words in editor.completions(ROOT / "exhibitions" / "begun.yaml", text)


def test_editors_explain_keys(editor):
    """An editor shows a key's sentence and its examples beside it."""
    text = POINTER + "title: a\nslides:\n  - photo: a.jpg\n    focus: [0.1, 0.2]\n"
    told = editor.explanation(ROOT / "exhibitions" / "asked.yaml", text, line=5, column=6)

    assert "focus" in told
    assert "0.4" in told


POINTER = "# yaml-language-server: $schema=../kiosk/schema/exhibition.schema.json\n"


@pytest.mark.parametrize("name", ["exhibition", "kiosk"])
def test_the_schema_is_at_its_old_path_too(name):
    """Files that point editors to where it was, before it had a folder of its own, still do."""
    old = packaged(name).parent.parent / "exhibition" / packaged(name).name

    assert old.read_bytes() == packaged(name).read_bytes()
