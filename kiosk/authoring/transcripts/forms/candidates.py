"""Finds what may be a speaker's label at the beginning of a row."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from kiosk.authoring.transcripts.doubts.names import Likeness, likeness, may_be_initials
from kiosk.authoring.transcripts.doubts.words import PRONOUN, ROLE
from kiosk.authoring.transcripts.forms.roles import plain, unnumbered
from kiosk.authoring.transcripts.forms.rows import TIME, Row

NAME = r"[^\W\d_][^:：\t|\[\](){}<>!?…\"“”«»;*]{0,39}?"
BRACKETED = r"[^\W\d_][^\])>】〕:：]{0,39}?"
EXTRA = r"(?:\s*[\[(](?P<extra>[^\])]{1,40})[\])])?"
AT = rf"(?:[\s,|/–—-]*[\[(]?{TIME}[\])]?)"
STYLES = {
    "voice": r"<v(?:\.\S+)?\s+(?P<name>[^>]+)>(?P<said>.*)",
    "brackets": (
        rf"[\[(【〔<]\s*(?P<name>{BRACKETED})\s*[\])】〕>]\s*"
        rf"(?P<time>{TIME})?(?P<colon>[:：])?(?P<said>.*)"
    ),
    "colon": (
        rf"(?=[^:：]*[:：])(?P<name>{NAME}){EXTRA}{AT}?\s*[*_]*\s*[:：]"
        r"(?!//)(?!\d)\s*[*_]*(?P<said>.*)"
    ),
    "time": rf"(?=\D*\d)(?P<name>{NAME}){EXTRA}{AT}(?P<said>\s.*|)",
    "tab": rf"(?=[^\t]*\t)(?P<name>{NAME}){EXTRA}\s*\t(?P<said>.*)",
    "bar": rf"(?=[^|]*\|)(?P<name>{NAME}){EXTRA}\s*\|(?P<said>.*)",
    "letter": r"(?P<name>[^\W\d_]\d{0,3})[.)]\s(?P<said>.*)",
    "dash": rf"(?=.*\s[–—-])(?P<name>{NAME}){EXTRA}\s+[–—-]+\s(?P<said>.*)",
    "spaces": rf"(?=.*\s\s)(?P<name>{NAME}){EXTRA}\s\s+(?P<said>.*)",
    "alone": rf"(?P<name>{NAME}){EXTRA}(?P<said>)",
}
"""Signs that part a label from what is said; the surer ones come first.

A pattern first looks whether its sign is there at all: to try each length of a name takes time.
"""
PATTERNS = {style: re.compile(f"{pattern}$") for style, pattern in STYLES.items()}
LEAD = re.compile(r"(?:[^\w\[(<{【〔\"“„«'‘¿¡…*_#.,;:!?]|>(?=[>\s]))+\s*")
"""Dashes, bullets and pictures before a label."""
INITIAL = "i"
"""A pronoun that may also be short for an interviewer."""
SENTENCE = re.compile(r"\w\w[.!?…。！？؟]\W*$")


class Label(Struct, frozen=True):
    """What may be a label, and what is said after it."""

    row: Row
    key: str
    name: str
    said: str
    style: str
    extra: str = ""
    likeness: Likeness = Likeness.NONE


def label_of(row: Row, names: frozenset[str], keys: frozenset[str]) -> Label | None:
    """The label of a row, if it has one; `keys` are labels that a curator has named."""
    if row.label is not None:
        return Label(row, plain(row.label), row.label, row.text, "voice", "", Likeness.CERTAIN)
    text = LEAD.sub("", row.text, count=1) if LEAD.match(row.text) else row.text
    for style, pattern in PATTERNS.items():
        found = pattern.match(text[:400]) if style != "alone" else pattern.match(text)
        if not found:
            continue
        name = found["name"].strip(" ,_*.-–—")
        said = text[found.start("said") :].strip()
        extra = (found.groupdict().get("extra") or "").strip()
        like = _likeness(name, names, keys)
        if not like and may_be_initials(name) and style != "alone":
            like = Likeness.LIKELY
        if not like or (style == "alone" and SENTENCE.search(text)):
            continue
        if style == "brackets" and (found["colon"] or found["time"]):
            style = "colon" if found["colon"] else "time"
        return Label(row, plain(name), name, said.lstrip("*_ "), style, extra, like)
    return None


@lru_cache(maxsize=32_768)
def _likeness(name: str, names: frozenset[str], keys: frozenset[str]) -> Likeness:
    key = plain(name)
    if key in keys or ROLE.fullmatch(unnumbered(key)):
        return Likeness.CERTAIN
    if PRONOUN.fullmatch(key) and key != INITIAL:
        return Likeness.NONE
    return likeness(name, names)
