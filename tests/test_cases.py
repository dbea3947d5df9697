"""The cases: none asserts nothing."""

import ast
from functools import cache
from pathlib import Path

TESTS = Path(__file__).parent
OF_PYTEST = {"pytest.raises", "pytest.warns", "pytest.fail"}


def test_each_case_asserts():
    """Each asserts something itself, or calls what does, in its file or imported from tests."""
    cases = [
        (file, one)
        for file in TESTS.rglob("test_*.py")
        for one in functions(file)
        if one.name.startswith("test_")
    ]
    idle = [
        f"{file.relative_to(TESTS)}:{one.lineno} {one.name}"
        for file, one in cases
        if not (asserts(one) or calls(one) & asserting_in(file))
    ]

    assert len(cases) > 1000
    assert idle == []


@cache
def asserting_in(file):
    """Names of the functions known to a file that assert, or call one that does."""
    found = {name for module in known_to(file) for name in asserting_in(module)}
    before = None
    while before != found:
        before = set(found)
        found |= {one.name for one in functions(file) if asserts(one) or calls(one) & before}
    return frozenset(found)


def known_to(file):
    """The modules of tests that a file imports from, and those of the fixtures that cases have."""
    has_cases = file.name.startswith("test_")
    fixtures = {folder / "conftest.py" for folder in (file.parent, TESTS) if has_cases}
    imports = (one for one in ast.walk(tree(file)) if isinstance(one, ast.ImportFrom))
    names = {one.module for one in imports if one.module and one.module.startswith("tests.")}
    modules = {TESTS.parent.joinpath(*name.split(".")).with_suffix(".py") for name in names}
    return [one for one in fixtures | modules if one.is_file()]


@cache
def tree(file):
    return ast.parse(file.read_text(encoding="utf-8"))


def functions(file):
    return [one for one in ast.walk(tree(file)) if isinstance(one, ast.FunctionDef)]


def asserts(function):
    return any(
        isinstance(node, ast.Assert)
        or (isinstance(node, ast.Attribute) and ast.unparse(node) in OF_PYTEST)
        for node in ast.walk(function)
    )


def calls(function):
    """Names of the functions and methods that it calls."""
    called = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return {ast.unparse(one).rpartition(".")[2] for one in called}
