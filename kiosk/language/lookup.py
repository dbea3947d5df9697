"""Finds a language's entry in a table: that of its tag, or of the nearest shorter one."""

from __future__ import annotations

from collections.abc import Container

from kiosk.language.cldr import REGION_SCRIPTS


def nearest(tag: str, known: Container[str]) -> str:
    """The longest known beginning of a tag, or "".

    >>> nearest("de-AT", {"de", "de-CH"})
    'de'
    >>> nearest("zh-TW", {"zh", "zh-Hant"})
    'zh-Hant'
    """
    parts = subtags(tag)
    shorter = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((one for one in shorter if one in known), "")


def subtags(tag: str) -> list[str]:
    """Parts of a tag as CLDR writes them, with the script if the region has its own.

    >>> subtags("zh-tw")
    ['zh', 'Hant', 'TW']
    """
    language, *rest = tag.lower().split("-")
    parts = [language, *(SPELLINGS.get(len(part), str.lower)(part) for part in rest)]
    script = REGION_SCRIPTS.get("-".join(parts[:2]))
    return [language, script, *parts[1:]] if script else parts


SPELLINGS = {2: str.upper, 4: str.title}
"""How subtags are written, by their length: regions have two letters, scripts four."""
