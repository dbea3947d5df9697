"""Modules that are named in texts, where no tool would follow them, are there."""

import ast
import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOTTED = re.compile(r"(?<![\w./$-])kiosk(?:\.[A-Za-z_]\w*)+(?::[a-z_]\w*)?")
IMPORTED = re.compile(r"from (kiosk[\w.]*) import (\w+)")
PATH = re.compile(r"(?<![\w./-])(?:kiosk|tests)(?:/[\w.-]*\w)+(?![\w*])")
PLACEHOLDER = "LANGUAGE"
FILES = ("yaml", "yml", "json", "po", "pot", "mo", "log", "service", "key")
"""What follows `kiosk.` in the name of a file."""
TEXTS = ("pyproject.toml", "Makefile", ".ci/run", "*.md", "kiosk/**/*.md")
CODE = [*ROOT.glob("kiosk/**/*.py"), *ROOT.glob("tests/**/*.py")]


def named_in_code():
    """Dotted names in the strings of the source."""
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from ((name, file) for name in DOTTED.findall(node.value))
                imported = IMPORTED.findall(node.value)
                yield from ((f"{module}.{name}", file) for module, name in imported)


def named_in_texts():
    for pattern in TEXTS:
        for file in ROOT.glob(pattern):
            yield from ((name, file) for name in DOTTED.findall(file.read_text()))


def leads_somewhere(name):
    """Whether it is a module, or something in one; the last part may be half of a name."""
    parts = name.replace(":", ".").split(".")  # module:function, as work is named.
    for count in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:count]))
        except ModuleNotFoundError:
            continue
        for part in parts[count:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


@pytest.mark.parametrize(
    "name",
    sorted(
        {
            name
            for name, file in (*named_in_code(), *named_in_texts())
            if not name.endswith(tuple(f".{ending}" for ending in FILES))
            and file.name not in ("CHANGELOG.md", Path(__file__).name)
        }
    ),
)
def test_a_name_leads_somewhere(name):
    """A module that moved is not left behind in a string, a setting or a page."""
    assert leads_somewhere(name)


def test_paths_lead_somewhere():
    """Nor is its path."""
    named = {
        (path, file.name)
        for pattern in ("*.md", "Makefile", "pyproject.toml")
        for file in ROOT.glob(pattern)
        if file.name != "CHANGELOG.md"
        for path in PATH.findall(file.read_text())
    }

    assert not {(path, file) for path, file in named if not _is_there(path)}


def _is_there(path):
    return (ROOT / path.partition(PLACEHOLDER)[0]).exists()
