"""Texts in one or more languages."""

from __future__ import annotations

from msgspec import Struct


class LocalisedText(Struct, frozen=True):
    """Texts by their languages; one without a language is in whatever it is asked for."""

    texts: tuple[tuple[str, str], ...]
    """At least one; the tag is "" where no language was written."""

    def in_language(self, language: str) -> str:
        """Text in this language, or in the first one written."""
        return dict(self.texts).get(self.language_for(language), "")

    def language_for(self, language: str) -> str:
        """Tag of the language that `in_language` answers in; "" if none was written."""
        return language if language in dict(self.texts) else self.texts[0][0]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(tag for tag, _ in self.texts if tag)
