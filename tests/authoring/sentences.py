"""What the source can say to a curator: the codes of its problems, and its sentences."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from kiosk import authoring
from kiosk.authoring.keys.base_model import needs_of
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.yaml.syntax_errors import OPENINGS, STUMBLES
from tests.authoring.key_fields import FIELDS

FOLDER = Path(authoring.__file__).parent
SILENT = {
    "machine.py",
    "model.py",
    "values.py",
    "json_schema.py",
    "synonyms.py",
    "reference.py",
    "report.py",
    "quote_search.py",
    "scaffold.py",
    "day_plan.py",
    "interview_listing.py",
    "photo_columns.py",
    "photo_list.py",
    "spreadsheet.py",
}
"""Modules whose sentences are no problems'; of the models', some are: those that refuse a slide,
and what keys want."""
READERS = {words for words, _ in STUMBLES} | set(OPENINGS)
"""What YAML's reader says, by which its errors are known."""


def codes_in_source() -> set[Code]:
    """Each code that some module gives to a problem."""
    modules = (module for module in FOLDER.rglob("*.py") if module.name != "codes.py")
    nodes = (node for module in modules for node in ast.walk(_tree(module)))
    return {
        Code[node.attr]
        for node in nodes
        if isinstance(node, ast.Attribute) and _name(node.value) == "Code"
    }


def sentences() -> dict[str, re.Pattern[str]]:
    """Everything of three words or more that the source may say, as it is found in a message."""
    trees = [_tree(module) for module in FOLDER.rglob("*.py") if module.name not in SILENT]
    refusals = [
        node
        for node in ast.walk(_tree(FOLDER / "keys" / "model.py"))
        if isinstance(node, ast.Call) and _name(node.func) == "ValueError"
    ]
    wanted = {needs_of(model.known_keys()[key]) for model, key in FIELDS}
    return {
        **{text: said for tree in (*trees, *refusals) for text, said in _said(tree)},
        **{text: re.compile(re.escape(text)) for text in wanted},
    }


def _tree(module: Path) -> ast.AST:
    return ast.parse(module.read_text(encoding="utf-8"))


def _said(tree: ast.AST) -> Iterator[tuple[str, re.Pattern[str]]]:
    silent = {id(part) for node in ast.walk(tree) for part in _unsaid(node)}
    for node in ast.walk(tree):
        if id(node) in silent or not isinstance(node, ast.Constant | ast.JoinedStr):
            continue
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        texts = [_text(part) for part in parts]
        plain = (
            "…".join(text or "" for text in texts) if None in texts else "".join(map(str, texts))
        )
        if len(plain.split()) > 2 and plain not in READERS:
            said = "".join(".*" if text is None else _loose(text) for text in texts)
            yield plain, re.compile(said, re.DOTALL)


def _unsaid(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, and the pieces of a text that is looked at whole."""
    if isinstance(node, ast.Expr):
        yield from ast.walk(node.value)
    if isinstance(node, ast.JoinedStr):
        yield from node.values
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        yield from node.args if node.func.attr == "compile" else ()


def _loose(text: str) -> str:
    """A piece as a pattern; what is filled in later may be anything."""
    return re.escape(text).replace(r"\{\}", ".*")


def _text(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else ""
