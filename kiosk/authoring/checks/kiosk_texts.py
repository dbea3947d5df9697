"""Gives the rules for words the texts of the home screen: the kiosk's title and subtitle."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kiosk.authoring.checks.subject import CheckServices, written
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem, Severity
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Where
from kiosk.exhibition.kiosk import Kiosk
from kiosk.exhibition.text import LocalisedText


class KioskTexts(Struct, frozen=True):
    document: Document
    kiosk: Kiosk
    services: CheckServices

    def texts(self) -> Iterator[tuple[Where, LocalisedText]]:
        for key in ("title", "subtitle"):
            if self.document.has((key,)):
                yield from written((key,), getattr(self.kiosk, key))

    def unspoken(self) -> Iterator[tuple[Where, LocalisedText]]:
        yield from ()

    def spoken(self) -> Iterator[tuple[Where, str]]:
        yield from ()

    def warning(self, code: Code, message: str, where: Where) -> Problem:
        return self.document.problem(code, message, where, severity=Severity.WARNING)
