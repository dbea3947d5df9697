"""Finds the page for a problem's code: what it means, why it matters, and how to fix it."""

from __future__ import annotations

from pathlib import Path

from kiosk.authoring.problems.codes import Code

PAGES = Path(__file__).with_name("pages")


def page(code: Code) -> str:
    return (PAGES / f"{code}.md").read_text(encoding="utf-8")


def summary_of(code: Code) -> str:
    """The first sentence of a code's page."""
    return page(code).split("\n\n")[1].replace("\n", " ")
