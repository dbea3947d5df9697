"""Finds what was probably meant: a similar word, or a file's name that differs only in form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import PurePosixPath
from urllib.parse import unquote

from kiosk.authoring.yaml.signs import CURLY, ODD

COPY_MARK = re.compile(r"[ _-]*(\(\d+\)|-? ?(copy|kopie|copie|copia)( ?\(?\d+\)?)?)$")
ENDING = re.compile(r"(\.(jpe?g|png|tiff?|webp|hei[cf]|avif|gif|bmp|txt|md|ttf|otf))+$")
AROUND = f"{CURLY}\"'`,; "


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """The end of a sentence that suggests what was probably meant; "" if nothing is close."""
    known = {choice.casefold(): choice for choice in choices}
    close = get_close_matches(word.casefold(), known, n=1, cutoff=0.6)
    return f"; did you mean '{known[close[0]]}'?" if close else ""


def same_but_for_form(name: str, names: Iterable[str]) -> str | None:
    """A name that differs only by case, spaces, ending, Unicode form, or marks of copies.

    A merely similar name may be of another photo, which would get somebody else's words.
    """
    names = sorted(names)
    alike: Iterable[list[str]] = (
        [one for one in names if form(one) == form(name)] for form in (_name, _unspaced, _bare)
    )
    found = next(filter(None, alike), [])
    return found[0] if len(found) == 1 else None


def _unspaced(name: str) -> str:
    return "".join(_name(name).split())


def _bare(name: str) -> str:
    """What stays the same when a file is copied, or saved in another format."""
    return COPY_MARK.sub("", ENDING.sub("", _name(name))).strip()


def _name(name: str) -> str:
    visible = ODD.sub(lambda sign: " " if sign[0].isspace() else "", unquote(name))
    plain = unicodedata.normalize("NFC", visible).casefold().strip(AROUND)
    return PurePosixPath(plain.replace("\\", "/")).name
