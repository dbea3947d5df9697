"""Finds stage directions: whole paragraphs in brackets, which nobody says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kiosk.authoring.transcripts.doubts.words import NOTE
from kiosk.authoring.transcripts.forms.rows import Row, UnclearError
from kiosk.authoring.transcripts.forms.turns import ABOUT_ITSELF

BRACKETS = {"[": "]", "(": ")", "【": "】", "（": "）", "〔": "〕", "［": "］", "{": "}"}
GAPS = frozenset({"[…]", "[...]"})
"""Signs for words that are left out, which stay."""
AROUND = " \t*_"
"""Marks for slanted or bold letters, around the brackets or within them."""
TAGS = re.compile(r"</?(?:b|strong|i|em|u|p)>", re.IGNORECASE)
SOUND = re.compile(r"\*[^\[\]()【】*]{1,40}\*[.:]?")
SOUND_WORDS = 3
"""Up to this number of words in asterisks are a sound, as in *laughs*."""
LABEL = re.compile(r"(?P<name>[^\W\d_][^:：]{0,39})[:：]")
LETTERS_MAX = 2_000


def is_aside(text: str) -> bool:
    """Whether all of it is in brackets, or a sound in asterisks."""
    is_sound = bool(SOUND.fullmatch(text)) and len(text.split()) <= SOUND_WORDS
    return is_sound or is_in_brackets(text)


def is_in_brackets(text: str) -> bool:
    """Whether one pair of brackets is around all of it."""
    if len(text) > LETTERS_MAX or text in GAPS:
        return False
    bare = TAGS.sub("", text).strip(AROUND)
    bare = bare.rstrip(".:").rstrip(AROUND)
    opening, closing = bare[:1], BRACKETS.get(bare[:1])
    if not closing or not bare.endswith(closing):
        return False
    depth = 0
    for at, sign in enumerate(bare):
        depth += (sign == opening) - (sign == closing)
        if not depth:
            return at == len(bare) - 1
    return False


def aside_lines(rows: Sequence[Row]) -> frozenset[int]:
    """Lines of stage directions, which may go over several lines of a paragraph."""
    starts = [at for at, row in enumerate(rows) if row.is_apart]
    paragraphs = dict(pairwise((*starts, len(rows))))
    lines, at = set[int](), 0
    while at < len(rows):
        ends = sorted({at + 1, paragraphs.get(at, at + 1)})
        end = next((end for end in ends if _is_whole(rows[at:end])), None)
        lines.update(row.line for row in rows[at : end or at])
        at = end or at + 1
    last = rows[-1] if rows else None
    if last and last.is_apart and ABOUT_ITSELF.search(last.text):
        lines.discard(last.line)  # The note at the end tells how the interview was made.
    return frozenset(lines)


def _is_whole(rows: Sequence[Row]) -> bool:
    return is_in_brackets(" ".join(row.text for row in rows))


def check_speaker(row: Row) -> None:
    """Raises UnclearError where brackets hold what somebody says, as in “[Karl: Yes.]”."""
    inside = row.text.strip(AROUND + "".join(BRACKETS))
    found = LABEL.match(inside)
    if found and not NOTE.fullmatch(found["name"].strip()):
        reason = "this line is in brackets, but begins like a speaker's words"
        remedy = "write the speaker's label before the brackets, or leave out the colon"
        raise UnclearError(row.line, reason, remedy)
