"""Visitors find their language by its own name."""

import subprocess
import sys

import pytest

from kiosk.language.names import names


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("ar", "العربية"),
        ("az", "Azərbaycan"),
        ("az-Arab", "آذربایجان تۆرکجه‌سی"),
        ("cs", "Čeština"),
        ("cy", "Cymraeg"),
        ("de-CH", "Deutsch"),
        ("dv", "ދިވެހިބަސް"),
        ("en", "English"),
        ("es", "Español"),
        ("fr", "Français"),
        ("he", "עברית"),
        ("id", "Bahasa Indonesia"),
        ("is", "Íslenska"),
        ("ja", "日本語"),
        ("ka", "ქართული"),
        ("kk", "Қазақша"),
        ("kk-Arab", "قازاق ءتىلى"),
        ("kk-CN", "قازاق ءتىلى"),
        ("ku", "Kurdî"),
        ("nb", "Norsk bokmål"),
        ("pa-PK", "پنجابی"),
        ("pt-BR", "Português"),
        ("ru", "Русский"),
        ("sr", "Српски"),
        ("sr-Latn", "Srpski"),
        ("sr-ME", "Srpski"),
        ("tr", "Türkçe"),
        ("ug", "ئۇيغۇرچە"),
        ("uz", "O‘zbekcha"),
        ("uz-Cyrl", "Ўзбекча"),
        ("zh", "中文"),
        ("zh-Hant", "繁體中文"),
        ("zh-hant", "繁體中文"),
        ("zh-TW", "繁體中文"),
        ("zh-HK", "繁體中文"),
        ("zu", "isiZulu"),
        ("tlh", "tlh"),
    ],
)
def test_each_language_has_its_own_name(tag, name):
    """As CLDR has it, with a capital where the script and the language have them."""
    assert names([tag]) == [name]


def test_buttons_differ():
    """Two varieties of a language beside each other say where they are from."""
    assert names(["en-GB", "fr", "en-US"]) == ["English (GB)", "Français", "English (US)"]
    assert names(["zh-Hans", "zh-HK", "zh-TW"]) == ["简体中文", "繁體中文 (HK)", "繁體中文 (TW)"]


def test_the_wall_does_without_babel():
    """Babel is a developer's tool: nothing of the kiosk's language needs it."""
    asks = (
        "import sys, kiosk.player.assembly, kiosk.authoring.load.place;"
        "print('babel' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)

    assert said.stdout.split()[-1] == "False"
