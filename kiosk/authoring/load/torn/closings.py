"""Says what the files of a place keep from visitors, even those that cannot be read as YAML."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from msgspec import Struct

from kiosk.authoring.load.draft import Draft
from kiosk.authoring.load.folder import Folder
from kiosk.authoring.load.interviews.seals import Seals
from kiosk.authoring.load.quote_check import ENDINGS
from kiosk.authoring.load.torn.lines import DENIED, entry_of, plain_lines, text_of, value_below
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.yaml.source import Source
from kiosk.base.roots import resolved
from kiosk.exhibition.closing import KIOSK, Closing, Closings

KEY = re.compile(
    r"""(?:^[\s?-]*|[{,]\s*)['"“”]?(?P<key>[^\W\d_][\w-]{3,11})['"“”]?
    (?:\s*[:=：]|\s*$|(?=\s*[\[{])|(?=\s+(?:true|yes|on|false|no|off)\b))\s*(?P<value>['"“”]?[^\s,{}\[\]"'”]*)""",
    re.VERBOSE,
)
"""Matches a key in any place of a line, and the first word of its value."""
SIMILAR_MIN = 80
WORDS = ("sealed", "withheld", "public")
NO = re.compile(r"['\"“”]?(f(a(l(se?)?)?)?|no?|off?|0|nein|non)$", re.IGNORECASE)
BETWEEN = re.compile(r"[\s\"'“”{}\[\],:：=]+")
"""Signs between the words of a line, among which may be names of files."""
ENDING = re.compile(rf"(?:{'|'.join(map(re.escape, ENDINGS))})\b", re.IGNORECASE)
NAME_MAX, NAMES_MAX = 250, 2000
"""Letters of a name of a file; most names that are looked for."""
WITHHELD_MAX = 200
"""Most withheld slides that are looked for in what was read before; each takes time."""
ANY_KEY = re.compile(r"(?:^|[\s{,-])['\"]?[\w-]+['\"]?\s*[:=：]")


class Salvaged(Struct, frozen=True):
    """What a file with mistakes plainly says."""

    path: Path
    closing: Closing
    transcripts: tuple[Path, ...]
    """The files that it may name, if it seals something."""
    seals: int = 0
    """How often it has the key `sealed`, also misspelt."""

    def is_understood(self, draft: Draft | None) -> bool:
        """Whether all that is sealed has been read, although the file has mistakes elsewhere."""
        written = draft.exhibition.interview if draft else None
        if not (draft and written):
            return False
        said = draft.document.value["interview"]
        passages = said.get("sealed") if isinstance(said, dict) else ()
        return len(written.sealed) == len(passages or ()) and self.seals == bool(passages)

    @property
    def is_unclear(self) -> bool:
        """Whether it seals something in an interview that it doesn't name."""
        return self.closing.is_sealed and not any(map(os.path.exists, self.transcripts))


def may_seal(path: Path) -> bool:
    """Whether a file mentions sealing at all."""
    return "seal" in text_of(path).lower()


def salvage_closings(path: Path) -> Salvaged:
    """What a file keeps from visitors; in doubt, it keeps it."""
    source = Source(path, text_of(path))
    lines = plain_lines(source)
    seals, private, withheld = 0, False, list[str]()
    for number, key, value in _keys(lines):
        word = value or value_below(lines, number)
        if key == "sealed":
            seals += 1
        elif key == "public":
            private = private or bool(NO.match(word)) or (not value and word == "true")
        elif key == "withheld" and len(withheld) <= WITHHELD_MAX and not DENIED.match(value):
            withheld.append("\n".join(entry_of(lines, number)))
    named = dict.fromkeys(islice(_names(lines), NAMES_MAX) if seals else ())
    folder = Folder(path.parent)
    closing = Closing(
        is_replaced=len(withheld) > WITHHELD_MAX or not all(map(_tells, withheld)),
        is_sealed=seals > 0,
        is_private=private,
        withheld=tuple(withheld),
    )
    files = (folder.file(name) for name in named)
    return Salvaged(path, closing, tuple(dict.fromkeys(files)), seals)


def _keys(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Each of the words that a line has as a key, also if it is misspelt, with its value."""
    for number, line in enumerate(lines):
        for found in KEY.finditer(line):
            meant = _meant(found["key"].lower(), is_torn=number + 1 == len(lines))
            if meant:
                yield number, meant, found["value"]


def _meant(key: str, *, is_torn: bool) -> str | None:
    """The word that a key stands for; where the file ends, half of the word is enough."""
    if key in WORDS:
        return key
    torn = next((word for word in WORDS if is_torn and word.startswith(key)), None)
    if torn:
        return torn
    from rapidfuzz import fuzz  # Needed only if something is wrong.

    return next((word for word in WORDS if fuzz.ratio(key, word) >= SIMILAR_MIN), None)


def _names(lines: Sequence[str]) -> Iterator[str]:
    """What may be names of transcripts: each word with such an ending, and also those before it."""
    for line in lines:
        for ending in ENDING.finditer(line):
            name = line[max(0, ending.start() - NAME_MAX) : ending.end()]
            for start in BETWEEN.finditer(name):
                yield name[start.end() :]
            yield name


def _tells(entry: str) -> bool:
    """Whether anything is written in a slide by which it can be told from others."""
    values = ANY_KEY.sub(" ", entry)
    words = re.findall(r"\w{3,}", values)
    return any(word.lower() not in {"true", "yes", "photo", "file"} for word in words)


def closings_of(
    drafts: Sequence[Draft],
    salvaged: Iterable[Salvaged],
    seals: Seals,
    problems: Sequence[Problem],
) -> Closings:
    """What all files of a place keep from visitors."""
    by_name, sealed = dict[str, Closing](), dict[str, str]()
    touched = {one.path for one in problems if one.code is Code.SEALED_TOUCHED}
    unclear = {one.path for one in problems if one.code is Code.SEALED_UNCLEAR}
    if any(path.stem == KIOSK for path in touched):
        by_name[KIOSK] = Closing(is_replaced=True)
    for draft in drafts:
        written = draft.exhibition.interview
        closing = Closing(
            is_replaced=draft.path in touched,
            is_sealed=draft.path in unclear,
            is_private=bool(written and not written.public),
            withheld=tuple(_withheld(draft)),
        )
        by_name[draft.name] = closing
        names = (written.file, *(name for _, name in written.translations)) if written else ()
        for file in map(Folder(draft.path.parent).file, names):
            sealed |= _named(file, seals.fingerprint(resolved(file)))
    by_path = {draft.path: draft for draft in drafts}
    for one in salvaged:
        before = by_name.get(one.path.stem, Closing())
        now = one.closing
        is_read = one.is_understood(by_path.get(one.path))
        by_name[one.path.stem] = Closing(
            is_replaced=before.is_replaced or now.is_replaced,
            is_sealed=before.is_sealed or (now.is_sealed and not is_read),
            is_private=before.is_private or (now.is_private and not is_read),
            withheld=(*before.withheld, *now.withheld),
        )
        for file in one.transcripts if not is_read else ():
            sealed |= _named(file, UNKNOWN)
    told = {name: one for name, one in by_name.items() if one != Closing()}
    return Closings(told, sealed)


UNKNOWN = "unknown"


def _named(file: Path, fingerprint: str) -> Mapping[str, str]:
    return {str(file): fingerprint, str(resolved(file)): fingerprint}


def _withheld(draft: Draft) -> Iterator[str]:
    """What is written in the withheld slides of a file that can be read."""
    for number, slide in zip(draft.numbers, draft.exhibition.slides, strict=True):
        if slide.withheld:
            yield "\n".join(_strings(draft.document.value["slides"][number]))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, str):
        yield value
