"""Translates the kiosk's own words with the catalogues in `locale/`."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from pathlib import Path

from msgspec import Struct

CATALOGUES = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "en"


class Message(Struct, frozen=True):
    """One text, known by its English form."""

    english: str

    def in_language(self, language: str) -> str:
        """Text in this language; all of it in English if the language's catalogue has none."""
        return _found(self.english, language) or self.english

    def language_for(self, language: str) -> str:
        """Tag of the language of the text that `in_language` returns."""
        return language if _found(self.english, language) else SOURCE_LANGUAGE


class PluralMessage(Struct, frozen=True):
    """A text about a number of things, in each plural form of a language."""

    one: str
    many: str

    def in_language(self, language: str, count: int) -> str:
        catalogue = _catalogue(self.language_for(language))
        if catalogue is None:
            return (self.one if count == 1 else self.many).format(count=count)
        return catalogue.ngettext(self.one, self.many, count).format(count=count)

    def language_for(self, language: str) -> str:
        """Tag of the language of the text that `in_language` returns."""
        catalogue = _catalogue(language)
        has_it = catalogue and catalogue.ngettext(self.one, self.many, 1) != self.one
        return language if has_it else SOURCE_LANGUAGE


def _found(english: str, language: str) -> str:
    """A text of a language's catalogue, or "" if it has none."""
    catalogue = _catalogue(language)
    text = catalogue.gettext(english) if catalogue else ""
    return "" if text == english else text


@cache
def _catalogue(language: str) -> GNUTranslations | None:
    """The catalogue of a language, or of a shorter tag: for fr-CA, if it has none, that of fr."""
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
SKIP = Message("Skip")
DETAILS = Message("Details ({count})")
READ_IN_INTERVIEW = Message("Read in the interview")
LANGUAGE = Message("Language")
TEXT = Message("Text")
OVERVIEW = Message("Overview")
ENLARGE = Message("Closer")
REDUCE = Message("Smaller")
PLAY = Message("Play")
PAUSE = Message("Pause")
PREVIOUS = Message("Previous")
NEXT = Message("Next")
AGAIN = Message("From the beginning")
ENDS_HERE = Message("The exhibition ends here")
NEXT_EXHIBITION = Message("Next exhibition")
TEXT_SIZE = Message("Text size")
HIGH_CONTRAST = Message("High contrast")
STILLNESS = Message("No motion")
LOW_REACH = Message("Everything within low reach")
ON = Message("On")
OFF = Message("Off")
PAUSED = Message("Paused")
TOUCH_TO_GO_ON = Message("Paused · touch to go on")
INTERVIEW = Message("The interview")
INTRODUCTION = Message("Introduction")
SPOKEN_IN = Message("Language of the interview: {language}")
A_TRANSLATION = Message("You are reading a translation.")
CONTENTS = Message("Contents")
INTERVIEW_SUBTITLE = Message("Questions and answers, word for word")
PICTURES = PluralMessage("1 picture", "{count} pictures")
READING_TIME = PluralMessage("1 min to read", "{count} min to read")
POSITION = Message("{number} of {count}")
