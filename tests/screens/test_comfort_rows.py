"""The rows of the comfort settings have room: in every shape, language and text size."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from kiosk.base.geometry import Size
from kiosk.screens.actions import ClosePanel, SizeText, Speak
from kiosk.screens.overlays.comfort_rows import comfort_rows
from kiosk.style.comfort import Comfort
from kiosk.style.stage import REACH, Stage
from kiosk.types.scene import Fill, Lettering

SHAPES = (
    *(Size(1280, 720), Size(720, 1280), Size(1280, 800)),
    *(Size(1024, 768), Size(1680, 720), Size(900, 900)),
)
LANGUAGES = ("ar", "de", "en", "es", "fr", "kk", "ru", "zh")


@pytest.fixture(params=SHAPES, ids=str)
def stages(request, typesetter):
    """The stages of one shape of screen, in every language and text size."""
    return [
        Stage(request.param, typesetter, language=language, comfort=Comfort(text_size=number))
        for language in LANGUAGES
        for number in range(1, 6)
    ]


def panels(stages):
    """The rows of each stage, with two languages, and with eight."""
    for stage in stages:
        other = "fr" if stage.language == "en" else "en"
        for languages in ((other, stage.language), LANGUAGES):
            yield stage, languages, comfort_rows(languages, stage)


def letters(panel):
    items = [item for control in panel.controls for item in control.items]
    return [one.rect for one in (*items, *panel.around) if isinstance(one, Lettering)]


def test_words_have_room_between_them(stages):
    """No name touches a choice, no choice another one, and all are within the margins."""
    for stage, _, panel in panels(stages):
        places, apart = letters(panel), 0.15 * stage.margin
        for one, other in combinations(places, 2):
            assert not one.inset(-apart, 1).overlaps(other.inset(-apart, 1))
        assert all(place.x >= stage.safe.x - 1 for place in places)
        assert all(place.right <= stage.safe.right + 1 for place in places)
        assert panel.sheet.height <= REACH * stage.size.height


def test_text_sizes_are_on_one_line_and_languages_not_alone(stages):
    """Five letters of one scale, and lines of languages that are of similar length."""
    for _, languages, panel in panels(stages):
        rows = {kind: Counter[float]() for kind in (SizeText, Speak)}
        for one in panel.controls:
            if isinstance(one.button.action, SizeText | Speak):
                rows[type(one.button.action)][one.button.rect.y] += 1
        assert list(rows[SizeText].values()) == [5]
        assert min(rows[Speak].values()) >= 2 or len(languages) == 2


def test_what_is_chosen_is_underlined_clear_of_the_line_below(stages):
    """Its underline is not taken for a line between two rows, nor hidden by one."""
    for stage, _, panel in panels(stages):
        between = [one.rect for one in panel.around if isinstance(one, Fill)]
        for one in panel.controls:
            if isinstance(one.button.action, SizeText | Speak):
                lines = [item.rect for item in one.items if isinstance(item, Fill)]
                clear = [line.inset(0, -stage.line / 2) for line in lines]
                assert not [(a, b) for a in clear for b in between if a.overlaps(b)]


def test_close_is_not_at_the_edge_of_the_screen(stages):
    """With two languages, there is room below it, however large the letters are."""
    for stage, languages, panel in panels(stages):
        if len(languages) == 2:
            (close,) = (one for one in panel.controls if one.button.action == ClosePanel())
            assert close.button.rect.bottom <= stage.size.height - 0.4 * stage.margin
