"""A stage is the one that the kiosk's file describes, from the beginning and once it is changed."""

import pytest

from kiosk.screens.overlays.preferences import restaged
from kiosk.style.stage import Stage, staged
from kiosk.style.themes import THEMES
from tests.world import SCREEN, collection, entry, slide

SAID = {
    "theme": "paper",
    "languages": ["fr", "en"],
    "screen": {"diagonal_in": 55, "viewing_distance_m": 1.4},
}


@pytest.mark.parametrize("way", ["begun", "changed"])
def test_it_is_as_the_file_says(way, typesetter):
    """Theme, first language, the screen's size and how far visitors stand from it."""
    written = collection(entry("one", slide(title="One")), **SAID)
    if way == "begun":
        stage = staged(written.kiosk, SCREEN, typesetter)
    else:
        stage = restaged(Stage(SCREEN, typesetter, language="de"), written)

    assert (stage.theme, stage.language) == (THEMES["paper"], "fr")
    assert (stage.diagonal_in, stage.viewing_distance_m) == (55, 1.4)


def test_a_visitor_s_language_stays_where_the_file_still_has_it(typesetter):
    """What a visitor has chosen is not taken from them by a curator who saves a text."""
    written = collection(entry("one", slide(title="One")), **SAID)

    assert restaged(Stage(SCREEN, typesetter, language="en"), written).language == "en"
