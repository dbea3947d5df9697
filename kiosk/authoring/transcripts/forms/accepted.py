"""Decides which of the words that may be labels are speakers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from kiosk.authoring.transcripts.doubts.names import Likeness, is_full, may_be_initials
from kiosk.authoring.transcripts.doubts.words import CAPITALS, ORDINARY
from kiosk.authoring.transcripts.forms.candidates import Label
from kiosk.authoring.transcripts.forms.roles import ASKS, pair
from kiosk.authoring.transcripts.forms.rows import Row

SHARE = 0.4
"""Names that nobody knows count where as many rows have one in the same style."""
REPEATED = 2
SURE = ("voice", "colon", "time", "tab", "bar", "brackets", "letter", "alone")
"""Styles in which a name from the head or a word such as “Question” is enough."""
SIGNS = ("colon", "time", "bar")
"""Styles that may be mixed in one transcript."""
BETWEEN_NAMES = re.compile(
    r"[^\w\s.'’-]|\s(?:and|und|et|y|e|и|және|with|mit|avec|con|с)\s", re.IGNORECASE
)
NAME_WORD = re.compile(r"[^\W\d_][\w'’]*")
NAME_WORDS_MAX = 4


def accepted_keys(
    body: Sequence[Row],
    found: Mapping[Row, Label],
    keys: frozenset[str],
    known: frozenset[str],
    *,
    is_announced: bool,
) -> frozenset[str]:
    """Labels that are certainly speakers, not the beginnings of sentences.

    `keys` are labels that the curator names, `known` initials of people who are named.
    """
    count = Counter(label.key for label in found.values())
    alone = Counter(label.key for label in found.values() if label.style == "alone")
    styles = Counter(label.style for label in found.values())
    usual = {style for style, times in styles.items() if times >= SHARE * len(body)}
    usual |= {"tab"}  # No sentence has one.
    letters = pair(count) or ()
    after_question = _after_questions(body, found)
    accepted = set[str]()
    for label in found.values():
        key, style = label.key, label.style
        is_title = style == "alone" and alone[key] < REPEATED and not label.row.is_timed
        is_known = label.likeness is Likeness.CERTAIN and style in (*SURE, *usual) and not is_title
        is_pair = key in letters and (style in SURE or style in usual)
        is_usual = style in usual and (count[key] >= REPEATED or style in {"time", "voice"})
        is_again = style in {"colon", "time"} and (
            key in after_question
            or (count[key] >= REPEATED and (label.name.isupper() or label.row.is_timed))
        )
        is_seen = (is_usual or is_again) and not _may_be_word(label)
        if key in keys or is_known or is_pair or is_seen:
            accepted.add(key)
    asked = {key for key in after_question if count[key] >= REPEATED}
    accepted.update(frozenset(_initials(found, accepted, known, count, asked)))
    first = found.get(body[0]) if body and is_announced else None
    if accepted and first and first.style == "colon":
        accepted.add(first.key)
    return frozenset(accepted)


def _may_be_word(label: Label) -> bool:
    """Whether a sentence may begin with it in capitals, as with “NB: …”."""
    is_word = may_be_initials(label.name) and bool(ORDINARY.fullmatch(label.key))
    return is_word and bool(CAPITALS.fullmatch(label.key) or label.row.text.isupper())


def _initials(
    found: Mapping[Row, Label],
    accepted: set[str],
    known: frozenset[str],
    count: Mapping[str, int],
    asked: set[str],
) -> Iterator[str]:
    """Initials of people who are named, and those that come once among others.

    Also the names before a colon that have initials as another label.
    """
    short = [one for one in found.values() if one.style != "alone" and may_be_initials(one.name)]
    full = [one for one in found.values() if one.style == "colon" and is_full(one.name)]
    named = known | initials_of(one.name for one in full)
    usual = {one.style for one in short if one.key in accepted}
    usual |= set(SIGNS) if usual.intersection(SIGNS) else set()
    for one in short:
        is_again = count[one.key] >= REPEATED and (one.key in asked or one.style in usual)
        is_other = one.style in usual and not CAPITALS.fullmatch(one.key) and not _may_be_word(one)
        if (one.style in SURE and _letters(one.key) in named) or is_again or is_other:
            yield one.key
    letters = {_letters(one.key) for one in short}
    yield from (one.key for one in full if letters & initials_of([one.name]))


def initials_of(texts: Iterable[str]) -> frozenset[str]:
    """Initials of all that may be the name of a person in these texts: “ab” for “Anna Berg”."""
    parts = (part for text in texts for part in BETWEEN_NAMES.split(text))
    names = (NAME_WORD.findall(part) for part in parts)
    return frozenset(
        "".join(word[0] for word in words).casefold()
        for words in names
        if 1 < len(words) <= NAME_WORDS_MAX and all(word[0].isupper() for word in words)
    )


def _letters(key: str) -> str:
    return "".join(filter(str.isalpha, key))


def _after_questions(body: Sequence[Row], found: Mapping[Row, Label]) -> frozenset[str]:
    """Labels that once come right after a row of somebody who asks."""
    after = set[str]()
    for row, following in pairwise(body):
        label, answer = found.get(row), found.get(following)
        if label and answer and ASKS.fullmatch(label.key):
            after.add(answer.key)
    return frozenset(after)


def is_enough(body: Sequence[Row], found: Mapping[Row, Label], accepted: frozenset[str]) -> bool:
    """Whether several rows have a label, of two speakers or of one whom the head names."""
    labels = [found[row] for row in body if row in found and found[row].key in accepted]
    if len({label.key for label in labels}) > 1:
        return True
    certain = any(label.likeness is Likeness.CERTAIN and label.style != "alone" for label in labels)
    return bool(labels) and certain
