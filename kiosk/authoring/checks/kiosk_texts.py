"""Gives the rules for texts those of the home screen: the kiosk's title and subtitle."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from kiosk.authoring.checks.subject import CheckServices, LocatedText
from kiosk.authoring.yaml.document import Document
from kiosk.exhibition.interview import Interview
from kiosk.exhibition.kiosk import Kiosk
from kiosk.exhibition.text_walk import walk_texts
from kiosk.style.exhibition_theme import typefaces
from kiosk.style.themes import Typefaces


class KioskTexts(Struct, frozen=True, dict=True):
    document: Document
    kiosk: Kiosk
    services: CheckServices
    interview: Interview | None = None

    @property
    def fonts(self) -> Typefaces:
        return typefaces(self.kiosk.fonts)

    @cached_property
    def located_texts(self) -> Sequence[LocatedText]:
        """Texts that the settings write; the others are the kiosk's own."""
        located = [(one.path, one) for one in walk_texts(self.kiosk)]
        return [(where, one) for where, one in located if self.document.has(where)]
