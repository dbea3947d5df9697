"""The kiosk's own words, which stand over its home screen, seen by the rules for words."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kiosk.authoring.checks.subject import Means, written
from kiosk.authoring.problems.problem import Problem, Severity
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Where
from kiosk.exhibition.kiosk import Kiosk
from kiosk.exhibition.text import Words


class Front(Struct, frozen=True):
    document: Document
    kiosk: Kiosk
    means: Means

    def texts(self) -> Iterator[tuple[Where, Words]]:
        for key in ("title", "subtitle"):
            if self.document.has((key,)):
                yield from written((key,), getattr(self.kiosk, key))

    def unspoken(self) -> Iterator[tuple[Where, Words]]:
        yield from ()

    def spoken(self) -> Iterator[tuple[Where, str]]:
        yield from ()

    def warning(self, code: str, message: str, where: Where) -> Problem:
        return self.document.problem(code, message, where, severity=Severity.WARNING)
