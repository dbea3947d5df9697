"""Finds the page for a problem's code: what it means, why it matters, and how to fix it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PAGES = Path(__file__).with_name("pages")


@cache
def codes() -> tuple[str, ...]:
    """All codes there are, by name."""
    return tuple(sorted(page.stem for page in PAGES.glob("*.md")))


def page(code: str) -> str:
    """The page of an existing code."""
    return (PAGES / f"{code}.md").read_text(encoding="utf-8")


def summary_of(code: str) -> str:
    """The first sentence of a code's page."""
    return page(code).split("\n\n")[1].replace("\n", " ")
