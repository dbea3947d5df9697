"""Holds texts in one or more languages."""

from __future__ import annotations

from msgspec import Struct

from kiosk.types.emphasis import Emphasis


class LocalisedText(Struct, frozen=True, omit_defaults=True):
    """Texts by language; a text without a language counts as text in any language."""

    texts: tuple[tuple[str, str], ...]
    """At least one (tag, text); the tag is "" if no language was written."""
    emphasis: tuple[tuple[str, tuple[Emphasis, ...]], ...] = ()
    """By language, what is italic or bold; only of texts in which something is."""

    def in_language(self, language: str) -> str:
        """Text in this language, or in the first one written."""
        return dict(self.texts).get(self.language_for(language), "")

    def emphasis_in(self, language: str) -> tuple[Emphasis, ...]:
        """What is italic or bold in the text that `in_language` returns."""
        return dict(self.emphasis).get(self.language_for(language), ())

    def language_for(self, language: str) -> str:
        """Tag of the language of the text that `in_language` returns; "" if none was written."""
        return language if language in dict(self.texts) else self.texts[0][0]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(tag for tag, _ in self.texts if tag)
