"""A stage is the one that the kiosk's file describes, from the beginning and once it is changed."""

import pytest

from kiosk.show import CollectionChanged
from kiosk.style.themes import THEMES
from tests.world import Player, collection, entry, slide

SAID = {
    "theme": "paper",
    "languages": ["fr", "en"],
    "screen": {"diagonal_in": 55, "viewing_distance_m": 1.4},
}


def written(**kiosk):
    return collection(entry("one", slide(title="One")), **kiosk)


@pytest.mark.parametrize("way", ["begun", "changed"])
def test_it_is_as_the_file_says(way, typesetter):
    """Theme, first language, the screen's size and how far visitors stand from it."""
    begun = written(**SAID) if way == "begun" else written(languages=["de"])
    player = Player(begun, typesetter, language=None)
    player.tell(CollectionChanged(written(**SAID)))
    stage = player.context.stage

    assert (stage.theme, stage.language) == (THEMES["paper"], "fr")
    assert (stage.diagonal_in, stage.viewing_distance_m) == (55, 1.4)


def test_a_visitor_s_language_stays_where_the_file_still_has_it(typesetter):
    """What a visitor has chosen is not taken from them by a curator who saves a text."""
    player = Player(written(languages=["en", "fr"]), typesetter)
    player.tell(CollectionChanged(written(**SAID)))

    assert player.context.stage.language == "en"
