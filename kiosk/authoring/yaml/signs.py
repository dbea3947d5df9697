"""Names signs that look like those of YAML, or cannot be seen, and are neither."""

from __future__ import annotations

import re
import unicodedata

CURLY = "“”„‟«»‹›‘’‚‛「」『』＂"
"""Printers' quotation marks, and those of other keyboards."""
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
WIDE = {"：": ":", "，": ",", "－": "-", "＃": "#", "［": "[", "］": "]", "｛": "{", "｝": "}"}
ODD = re.compile(rf"[{SPACES}{UNSEEN}{''.join(map(re.escape, WIDE))}]")
WIDE_SIGN = re.compile("[：，－＃［］｛｝]")
FLOW = re.compile(r"[\[{［｛]")
INVISIBLE = re.compile(rf"[{UNSEEN}]")
PUNCTUATION = re.compile(
    rf"[\s{SPACES}{UNSEEN}－-]*[\w\s{SPACES}{UNSEEN}-]*?"
    rf"(?:：|:[{SPACES}{UNSEEN}]|:(?=[\s：]|$))"
)
"""The part of a line up to its first colon."""
_BULLETS = "–—−‐‑‒―•·‣⁃◦▪▫■□●○►▶➤→⇒✓✔\uf0b7\uf0a7§"
BULLET = re.compile(
    rf"\s*([{_BULLETS}*+»›>]|-{{2}}|o(?=\s+[a-z_]+:)|\d{{1,3}}[.)]"
    r"|(?:\d{1,3}:|[a-z]\))(?=\s+[a-z_]+:))"
    rf"(?:[\s\u00a0]+|(?<=[{_BULLETS}])(?=[a-z_]+:))(?=\S)"
)
"""Signs of lists elsewhere: a few stand without a space before a key."""
JOINED_DASH = re.compile(r"\s*(-)(?=[^\W\d]|[\"'{\[“„«])")
ALIKE = ("CYRILLIC", "GREEK", "FULLWIDTH")
"""Alphabets with letters that look like Latin ones."""
LONG = "this line begins with {}; begin an item of a list with a short dash (-)"


def bullet(sign: str) -> str:
    return LONG.format(sign)


def odd_sign(text: str) -> tuple[str, int] | None:
    """What is odd in a line's indentation, key or colon, and its column."""
    found = PUNCTUATION.match(text)
    part = found[0] if found else re.match(rf"[\s{SPACES}{UNSEEN}-]*", text)[0]  # type: ignore[index]
    sign = ODD.search(part) or (WIDE_SIGN.search(text) if FLOW.search(text) else None)
    return (named(sign[0]), sign.start() + 1) if sign else None


def named(sign: str) -> str:
    """A sentence about a sign that cannot be told from another by eye."""
    if sign in WIDE:
        kind = "colon" if sign == "：" else WIDE[sign]
        return f"a wide {kind} is here; type an ordinary one instead"
    if unicodedata.category(sign) == "Zs":
        return "a special space is here; type an ordinary one instead"
    return f"an invisible sign (U+{ord(sign):04X}) is here; delete it"


def plain(text: str) -> str:
    """A line with ordinary signs instead of odd ones."""
    return ODD.sub(_ordinary, re.sub(r"：(?=\S)", "： ", text))


def _ordinary(found: re.Match[str]) -> str:
    sign = found[0]
    if sign == "\u3000":
        return "  "  # It is as wide as two.
    return WIDE.get(sign, " " if unicodedata.category(sign) == "Zs" else "")


def strange(text: str) -> str | None:
    """Why YAML did not see a key, or an item, in this text; None if nothing explains it."""
    found = BULLET.match(text)
    if found:
        return bullet(found[1])
    if JOINED_DASH.match(text):
        return "a space is missing after this dash"
    sign = ODD.search(text)
    return named(sign[0]) if sign else _of_two_alphabets(text)


def _of_two_alphabets(text: str) -> str | None:
    """A letter that looks like a Latin one, in a word of Latin letters."""
    if not re.search("[A-Za-z]", text):
        return None
    alphabets = ((one, unicodedata.name(one, "").partition(" ")[0]) for one in text)
    found = next((pair for pair in alphabets if pair[1] in ALIKE), None)
    return (
        f"the {found[0]} in this word is {found[1].capitalize()}; type the word again"
        if found
        else None
    )
