"""Collects the passages that the files of a place seal, whichever exhibition says so."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from kiosk.authoring.load.draft import Draft
from kiosk.authoring.load.folder import Folder
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.transcripts.redaction import Passage
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Where
from kiosk.base.roots import resolved

CLOSED = "until then, the interview is closed"


class Seal(Struct, frozen=True):
    """A passage that a file seals, by the languages of its words."""

    document: Document
    where: Where
    words: Mapping[str, Passage]

    def problem(self, message: str, tag: str = "", key: str = "") -> Problem:
        exact = (*self.where, tag, key) if tag else self.where
        return self.document.problem(Code.SEALED_UNCLEAR, f"{message}; {CLOSED}", exact)


class Seals(Struct, frozen=True):
    """All passages that the files of a place seal, by the transcripts that they are in."""

    by_file: Mapping[Path, tuple[Seal, ...]] = {}
    closed: Mapping[Path, Path] = {}
    """Transcripts that a file with mistakes seals in an unknown way, and that file."""

    @classmethod
    def of(cls, drafts: Iterable[Draft], closed: Mapping[Path, Path]) -> Seals:
        by_file = defaultdict[Path, list[Seal]](list)
        for draft in drafts:
            written = draft.exhibition.interview
            for number, words in enumerate(written.sealed if written else ()):
                said = {tag: Passage(one.from_, one.to) for tag, one in words.items()}
                seal = Seal(draft.document, ("interview", "sealed", number), said)
                for file in transcripts_of(draft):
                    by_file[file].append(seal)
        return cls({file: tuple(seals) for file, seals in by_file.items()}, closed)

    def fingerprint(self, file: Path) -> str:
        """Differs if other passages are sealed; "" if none is."""
        words = [
            [(tag, one.begin, one.end) for tag, one in seal.words.items()]
            for seal in self.by_file.get(file, ())
        ]
        data = json.dumps(words).encode(errors="surrogatepass")
        return hashlib.sha256(data).hexdigest() if words else ""


def transcripts_of(draft: Draft) -> list[Path]:
    """The files of its interview and of the translations, after links are resolved."""
    written, folder = draft.exhibition.interview, Folder(draft.path.parent)
    if not written:
        return []
    names = (written.file, *(name for _, name in written.translations))
    return [resolved(folder.file(name)) for name in names]
