"""Visitors are offered the languages that some font can draw."""

from __future__ import annotations

import pytest

from kiosk.base.geometry import Size
from kiosk.media.cache import Cache
from kiosk.player.content.languages import in_drawable_languages
from kiosk.player.headless import HeadlessPlayer
from kiosk.player.options import Options
from kiosk.screens.actions import Speak
from kiosk.show import buttons
from tests.world import collection, entry, slide

LATIN = ("en", "fr")


class Machine:
    """A machine whose fonts have Latin letters only."""

    def missing(self, text, style):
        return "".join(one for one in text if one > "ɏ")


def speaking(*languages):
    return collection(entry("one", slide(title="One")), languages=list(languages))


@pytest.mark.parametrize(
    ("languages", "offered"),
    [
        (("bo", "en", "zh", "fr"), LATIN),
        (("zh", "bo"), ("zh", "bo")),
    ],
)
def test_offered(languages, offered):
    """Only these are offered; if there is none, all are, since the show needs one."""
    kept = in_drawable_languages(speaking(*languages), Machine())

    assert kept.kiosk.languages == offered


def test_nothing_changes_where_all_can_be_drawn():
    """The collection is the same one, so that nothing is made again."""
    one = speaking(*LATIN)

    assert in_drawable_languages(one, Machine()) is one


def test_home_has_no_button_for_it(tmp_path, monkeypatch, caplog):
    """Home begins in the first language that can be drawn, and has no button for others."""
    monkeypatch.setattr("kiosk.display.text.typesetter.SkiaTypesetter.missing", Machine.missing)
    options = Options(Size(480, 270), start="home")
    with HeadlessPlayer(speaking("bo", "en", "fr"), options, Cache(tmp_path)) as camera:
        state = camera.app.state
        shown = [one.action for one in buttons(state, camera.app.typesetter)]

    assert state.preferences.language == "en"
    assert [one.language for one in shown if isinstance(one, Speak)] == list(LATIN)
    assert "no font here can draw the language bo" in caplog.text
