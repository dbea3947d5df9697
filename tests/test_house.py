"""The house: rooms stay small, nothing lies loose, and no modules need each other."""

import ast
from pathlib import Path

import pytest

KIOSK = Path(__file__).parent.parent / "kiosk"
LOOSE = {"__init__.py", "__main__.py", "cli.py"}
MODULES_MAX = 15
ROOMS = sorted({file.parent for file in KIOSK.rglob("*.py")})


def test_nothing_lies_loose():
    """Each module is in a room, whose name says what belongs there."""
    assert {file.name for file in KIOSK.glob("*.py")} == LOOSE


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: str(room.relative_to(KIOSK.parent)))
def test_rooms_stay_small(room):
    """A room that needs more modules needs rooms of its own."""
    assert len([file for file in room.glob("*.py") if file.name != "__init__.py"]) <= MODULES_MAX


def test_no_modules_need_each_other():
    """Imports run one way, from module to module; those for type checkers alone do not count."""
    modules = {_name(file): file for file in KIOSK.rglob("*.py")}
    needs = {name: _imports(file) & modules.keys() - {name} for name, file in modules.items()}
    while free := {name for name, needed in needs.items() if not needed}:
        needs = {name: needed - free for name, needed in needs.items() if name not in free}

    assert not needs, "these need each other, or one that does"


def _name(file):
    parts = file.relative_to(KIOSK.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _imports(file):
    """Modules that a file imports when it runs, also within functions."""
    found = set()
    for node in _nodes(ast.parse(file.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= whole | {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def _nodes(node):
    """All parts of a module but what only type checkers read."""
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
        return
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _nodes(child)
