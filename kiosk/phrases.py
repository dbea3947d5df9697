"""The kiosk's own words, in the languages it speaks."""

from __future__ import annotations

from kiosk.exhibition.model import Words

LANGUAGE_NAMES = {
    "ar": "العربية",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "kk": "Қазақша",
    "ru": "Русский",
    "ug": "ئۇيغۇرچە",
    "zh": "中文",
}
"""Each language by its own name."""


def _words(**languages: str) -> Words:
    return Words.model_validate(languages)


TOUCH_TO_BEGIN = _words(en="Touch to begin", fr="Touchez pour commencer")
HOME = _words(en="All exhibitions", fr="Toutes les expositions")
INTERVIEW = _words(en="The interview", fr="L’entretien")
INTERVIEW_SUBTITLE = _words(
    en="Questions and answers, word for word",
    fr="Questions et réponses, mot pour mot",
)
PICTURES = _words(en="{count} pictures", fr="{count} images")
ONE_PICTURE = _words(en="1 picture", fr="1 image")
MINUTES = _words(en="{count} min", fr="{count} min")
POSITION = _words(en="{number} of {count}", fr="{number} sur {count}")


def pictures(count: int, language: str) -> str:
    words = ONE_PICTURE if count == 1 else PICTURES
    return words.in_language(language).format(count=count)
