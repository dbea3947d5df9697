"""Leaves out the numbers of pages, which nobody says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from kiosk.authoring.transcripts.doubts.lines import Line
from kiosk.authoring.transcripts.forms.rows import Row, UnclearError, without

DIGITS = r"\d{1,3}"
NUMBER, TOTAL = rf"(?P<number>{DIGITS})", rf"(?P<total>{DIGITS})"
PAGE = r"(?:page|seite|pagina|página|страница|бет|صفحة|الصفحة)|(?:pp?|s|pág|pag|стр|с|ص)\."
OF = r"\s*(?:/|of|von|sur|de|из|من)\s*"
SHEET = r"(?:页|頁|ページ)"
SURE = re.compile(
    rf"""
      \W* (?:{PAGE}) \W{{0,3}} {DIGITS} (?:{OF}{DIGITS})? \W*
    | \W* {DIGITS} [\s-]? (?:бет|{SHEET}) \W*
    | \W* 第 \s* {DIGITS} \s* {SHEET} (?:\W* [共全] \s* {DIGITS} \s* {SHEET})? \W*
    | [-–—―~*·•|=]+ \s* {DIGITS} \s* [-–—―~*·•|=]+
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What nobody says alone: “- 2 -”, “Page 3 of 7”, “S. 2”."""
COUNTED = re.compile(rf"{NUMBER}(?:{OF}{TOTAL})?", re.IGNORECASE)
"""A number alone, or “3/7”, which somebody may say."""
HEADED = re.compile(
    rf"(?P<before>.{{1,60}}[|•·–—-]\s*)?(?:{PAGE})\s?{NUMBER}(?:{OF}{TOTAL})?"
    r"(?P<after>\s*[|•·–—-].{1,60})?",
    re.IGNORECASE,
)
"""A page's number beside a title, as at the top of each page."""
TITLED = re.compile(rf"(?P<before>.{{1,60}}\s[|•·–—-]\s*){NUMBER}(?:{OF}{TOTAL})?", re.IGNORECASE)
"""The same without a word for it, which counts only if it comes on several pages."""
HEAD_LENGTH = 80
REMEDY = "remove it, or write it as a word if somebody says it"


class _Page(Struct, frozen=True):
    """A row that may be a page's number."""

    at: int
    number: int
    form: tuple[str, ...]
    """What pages of one transcript share: the number of all pages, and the title beside it."""
    is_titled: bool
    """Whether no word says that it is a page."""


def without_page_numbers(rows: Sequence[Row]) -> list[Row]:
    """All other rows; raises UnclearError for a number that may be a page's, or somebody's word."""
    sure = {at for at, row in enumerate(rows) if SURE.fullmatch(row.text)}
    for at in sure:
        if _is_answer(rows, at):
            raise _unclear(rows[at])
    by_form = defaultdict[tuple[str, ...], list[_Page]](list)
    for at in range(len(rows)):
        page = _page(rows, at) if at not in sure else None
        if page:
            by_form[page.form].append(page)
    begins = next((at for at, row in enumerate(rows) if _is_spoken(row)), len(rows))
    for same in by_form.values():
        if len(same) > 1 and all(a.number + 1 == b.number for a, b in pairwise(same)):
            sure.update(page.at for page in same)
            continue
        for page in same:
            # A head may have any number, and a question may have one for an answer.
            if page.at > begins and not page.is_titled and not _asks(rows[page.at - 1]):
                raise _unclear(rows[page.at])
    return without(rows, sure)


def check_number(row: Row) -> None:
    """Raises UnclearError for a number alone on its line."""
    if COUNTED.fullmatch(row.text):
        raise _unclear(row)


def _page(rows: Sequence[Row], at: int) -> _Page | None:
    text = rows[at].text
    found = COUNTED.fullmatch(text) or HEADED.fullmatch(text) or TITLED.fullmatch(text)
    if not found or _is_answer(rows, at):
        return None
    parts = found.groupdict()
    before, after = parts.get("before") or "", parts.get("after") or ""
    if after.endswith((".", "!", "?", "…")):
        return None  # “Page 3 – my aunt.” is a sentence.
    is_titled = found.re is TITLED
    return _Page(at, int(found["number"]), (parts["total"] or "", before, after), is_titled)


def _is_answer(rows: Sequence[Row], at: int) -> bool:
    """Whether it may be all that somebody answers: it is alone below a question."""
    above = rows[at - 1] if at else None
    ends = at + 1 == len(rows) or rows[at + 1].is_apart
    return bool(above and ends and not rows[at].is_apart and _asks(above))


def _is_spoken(row: Row) -> bool:
    return _asks(row) or len(row.text) > HEAD_LENGTH


def _asks(row: Row) -> bool:
    return Line(row.line, row.text, 0, 0).asks


def _unclear(row: Row) -> UnclearError:
    return UnclearError(row.line, f"“{row.text}” is alone, like the number of a page", REMEDY)
