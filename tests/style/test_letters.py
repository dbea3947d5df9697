"""Letters are looked for in every face, with the fonts that a curator names."""

from kiosk.style.letters import missing_letters, undrawable
from kiosk.style.themes import PACKAGED, Typefaces


class Machine:
    """Fonts that have Latin letters, and a serif font of a curator that has more."""

    def missing(self, text, style):
        return "" if style.font == "/more.ttf" else "".join(one for one in text if one > "ɏ")


def test_letters_missing_in_a_face():
    """A letter that one face lacks is named once."""
    assert missing_letters("Door門門", PACKAGED, Machine()) == "門"
    assert missing_letters("門", Typefaces(serif="/more.ttf"), Machine()) == "門"
    assert missing_letters("門", Typefaces("/more.ttf", "", "/more.ttf"), Machine()) == ""


def test_languages_that_no_font_can_draw():
    """A language can be drawn if some face has the letters of its name."""
    tags = ("en", "zh", "fr", "bo")

    assert undrawable(tags, PACKAGED, Machine()) == ("zh", "bo")
    assert undrawable(tags, Typefaces(serif="/more.ttf"), Machine()) == ()
