"""Every code has a page, whose examples show the problem and its mending."""

from __future__ import annotations

import re
from textwrap import indent

import pytest

from kiosk.authoring.checks import check
from kiosk.authoring.checks.subject import CheckServices
from kiosk.authoring.problems.code_pages import PAGES, page, summary_of
from kiosk.authoring.problems.codes import Code
from kiosk.layouts.visible import visible
from tests.authoring.sentences import codes_in_source

HEAD = "title: Doors\nby: Ada Example\ninterview: interview.txt\nslides:\n"
EXPLAINED = sorted(path.stem for path in PAGES.iterdir())
EXAMPLES = [
    (code, *re.findall(r"```yaml\n(.*?)```", page(code), re.DOTALL))
    for code in EXPLAINED
    if "```yaml" in page(code)
]
SERVICES = CheckServices(visible=visible)


def test_every_code_has_a_page():
    """No code is without a page, and no page without a code; codes are listed by name."""
    assert list(Code) == EXPLAINED


def test_every_code_is_used():
    """Each code is that of some problem."""
    assert codes_in_source() == set(Code)


@pytest.mark.parametrize("code", EXPLAINED)
def test_pages_have_one_form(code):
    """A page begins with its code, then says in one sentence what is the matter."""
    assert page(code).startswith(f"# {code}\n\n")
    assert re.fullmatch(r"[A-Z][^.]*\.", summary_of(code).replace(".yaml", ""))


def hang(room, example):
    """An example is slides, or a whole file; its first line may name the file."""
    named = re.match(r"# (\S+\.yaml)\n", example)
    name = named[1] if named else "doors.yaml"
    if example.startswith("- "):
        example = HEAD + indent(example, "  ")
    if name != "doors.yaml":
        room.write("doors.yaml", "title: Doors\nslides:\n  - title: Doors\n")
        room.write("windows.yaml", "title: Windows\nslides:\n  - title: Windows\n")
    room.write(name, example)


@pytest.mark.parametrize(("code", "wrong", "right"), EXAMPLES, ids=[code for code, *_ in EXAMPLES])
def test_examples(room, code, wrong, right):
    """The first example has the problem, the second has not, and breaks nothing else."""
    hang(room, wrong)
    before = {problem.code for problem in check(room.path, SERVICES)}
    hang(room, right)
    found = check(room.path, SERVICES)

    assert code in before
    assert code not in {problem.code for problem in found}
    assert not {problem.code for problem in found if problem.severity == "error"}


def test_what_can_be_copied_is_on_one_line():
    """Code in a sentence is not broken, so that a curator can copy it."""
    for path in PAGES.glob("*.md"):
        prose = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
        broken = [line for line in prose.splitlines() if line.count("`") % 2]

        assert not broken, path.name
