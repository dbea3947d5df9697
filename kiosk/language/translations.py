"""The kiosk's own words, in the languages that the catalogues in `locale/` have."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from pathlib import Path

from msgspec import Struct

CATALOGUES = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "en"

LANGUAGE_NAMES = {
    "ar": "العربية",
    "az": "Azərbaycan",
    "bg": "Български",
    "bn": "বাংলা",
    "cs": "Čeština",
    "da": "Dansk",
    "de": "Deutsch",
    "el": "Ελληνικά",
    "en": "English",
    "es": "Español",
    "et": "Eesti",
    "fa": "فارسی",
    "fi": "Suomi",
    "fr": "Français",
    "he": "עברית",
    "hi": "हिन्दी",
    "hr": "Hrvatski",
    "hu": "Magyar",
    "it": "Italiano",
    "ja": "日本語",
    "kk": "Қазақша",
    "ko": "한국어",
    "ky": "Кыргызча",
    "lt": "Lietuvių",
    "lv": "Latviešu",
    "mn": "Монгол",
    "nl": "Nederlands",
    "no": "Norsk",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "ru": "Русский",
    "sk": "Slovenčina",
    "sv": "Svenska",
    "tr": "Türkçe",
    "ug": "ئۇيغۇرچە",
    "uk": "Українська",
    "ur": "اردو",
    "uz": "O‘zbekcha",
    "zh": "中文",
}
"""Each language by its own name."""


class Message(Struct, frozen=True):
    """One text, by its English."""

    english: str

    def in_language(self, language: str) -> str:
        """Text in this language; in English, as a whole, where its catalogue has none."""
        return _found(self.english, language) or self.english

    def language_for(self, language: str) -> str:
        """Tag of the language that `in_language` answers in."""
        return language if _found(self.english, language) else SOURCE_LANGUAGE


class PluralMessage(Struct, frozen=True):
    """A text about a number of things, in as many forms as a language has for numbers."""

    one: str
    many: str

    def in_language(self, language: str, count: int) -> str:
        catalogue = _catalogue(self.language_for(language))
        if catalogue is None:
            return (self.one if count == 1 else self.many).format(count=count)
        return catalogue.ngettext(self.one, self.many, count).format(count=count)

    def language_for(self, language: str) -> str:
        """Tag of the language that `in_language` answers in."""
        catalogue = _catalogue(language)
        has_it = catalogue and catalogue.ngettext(self.one, self.many, 1) != self.one
        return language if has_it else SOURCE_LANGUAGE


def _found(english: str, language: str) -> str:
    """A text of a language's catalogue, or nothing."""
    catalogue = _catalogue(language)
    text = catalogue.gettext(english) if catalogue else ""
    return "" if text == english else text


@cache
def _catalogue(language: str) -> GNUTranslations | None:
    """The catalogue of a language; of Canadian French, if there is none, that of French."""
    parts = language.split("-")
    for length in range(len(parts), 0, -1):
        file = CATALOGUES / "-".join(parts[:length]) / "LC_MESSAGES" / "kiosk.mo"
        if file.is_file():
            with file.open("rb") as opened:
                return GNUTranslations(opened)
    return None


TOUCH_TO_BEGIN = Message("Touch to begin")
STILL_LOOKING = Message("Still looking?")
TOUCH_TO_STAY = Message("Touch to stay")
HOME = Message("All exhibitions")
CLOSE = Message("Close")
BACK = Message("Back")
SHOW = Message("Show")
DETAILS = Message("Details ({count})")
READ_IN_INTERVIEW = Message("Read in the interview")
LANGUAGE = Message("Language")
TEXT_SIZE = Message("Text size")
HIGH_CONTRAST = Message("High contrast")
STILLNESS = Message("No motion")
LOW_REACH = Message("Everything within low reach")
ON = Message("On")
OFF = Message("Off")
PAUSED = Message("Paused")
TOUCH_TO_GO_ON = Message("Paused · touch to go on")
INTERVIEW = Message("The interview")
INTERVIEW_SUBTITLE = Message("Questions and answers, word for word")
PICTURES = PluralMessage("1 picture", "{count} pictures")
READING_TIME = PluralMessage("1 min to read", "{count} min to read")
POSITION = Message("{number} of {count}")
