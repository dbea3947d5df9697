"""Says which language is meant by what is not a tag."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from kiosk.authoring.problems.problem import quoted
from kiosk.language.tags import MEANT, TAG

OFTEN = {"ge": ("de", "ka")}
"""Wrong tags that may be short for a language's name, or the code of another one's country."""


def no_language(written: str, languages: Collection[str]) -> str:
    """A sentence about a wrong tag; the kiosk's own languages are the likeliest."""
    small = re.sub(r"^\w+", lambda first: first[0].lower(), written)
    if re.fullmatch(TAG, small):
        return f"{quoted(written)} is not a language tag; write {small}"
    meant = _meant(re.sub(r"\W", "", written.lower()), languages)
    choices = " or ".join(f"'{tag}'" for tag in meant)
    hint = f"did you mean {choices}?" if meant else "write a tag such as en, fr or zh-Hans"
    return f"{quoted(written)} is not a language tag; {hint}"


def tags_in(value: Any) -> Iterator[str]:
    """The languages that texts in a file have; for a place without a list of languages."""
    if isinstance(value, list):
        for one in value:
            yield from tags_in(one)
    if isinstance(value, dict):
        tags = [str(key) for key in value if re.fullmatch(TAG, str(key))]
        yield from tags if len(tags) > len(value) / 2 else ()
        for one in value.values():
            yield from tags_in(one)


def _meant(letters: str, languages: Collection[str]) -> tuple[str, ...]:
    country = MEANT.get(letters) or (letters if re.fullmatch(TAG, letters) else None)
    if country and country in languages:
        return (country,)
    named = dict.fromkeys(
        tag for name, tag in MEANT.items() if tag in languages and name.startswith(letters)
    )
    if len(named) == 1:
        return tuple(named)
    if country:
        return OFTEN.get(letters, (country,))
    near = [tag for tag in languages if _is_slip(letters, tag)]
    return (near[0],) if len(near) == 1 else ()


def _is_slip(letters: str, tag: str) -> bool:
    """Whether two letters are those of a tag in the wrong order, or with another one."""
    if len(letters) != len(tag):
        return False
    return sorted(letters) == sorted(tag) or sum(map(str.__ne__, letters, tag)) == 1
