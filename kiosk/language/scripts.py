"""Knows which scripts have italics."""

from __future__ import annotations

import re

SLANTED = "\u0000-\u058f\u1c80-\u1c8f\u1d00-\u2dff\ua640-\ua7ff\uab30-\uab6f\ufb00-\ufb17"
"""Letters of scripts that have italics: Latin, Greek, Cyrillic and Armenian; and all signs."""
_UPRIGHT = re.compile(f"[^{SLANTED}]")


def has_italics(text: str) -> bool:
    """Whether a text may be set in italics as a whole.

    >>> has_italics("Лодки"), has_italics("قوارب")
    (True, False)
    """
    return not _UPRIGHT.search(text)
