"""Fonts of the system are found without a word to anybody."""

import os
import subprocess
import sys

import pytest

from kiosk.display.text.fonts import FontBook
from kiosk.types.scene import TextStyle

SEARCH = """
from kiosk.display.text.fonts import FontBook
from kiosk.types.scene import TextStyle
FontBook().missing("\u4e4c", TextStyle("sans", 20, (0, 0, 0)))
import sys

import pytest

from kiosk.display.text.fonts import FontBook
from kiosk.types.scene import TextStyle
print("heard", file=sys.stderr)
"""


def test_settings_newer_than_skia_are_no_news(tmp_path):
    """What Skia's fontconfig does not know in the system's settings is not printed."""
    settings = tmp_path / "fonts.conf"
    settings.write_text("<fontconfig><unheard-of/></fontconfig>")
    environment = os.environ | {"FONTCONFIG_FILE": str(settings)}
    searched = subprocess.run(
        [sys.executable, "-c", SEARCH], env=environment, capture_output=True, text=True, check=True
    )

    assert searched.stderr == "heard\n"


@pytest.mark.parametrize("face", ["serif", "sans"])
def test_each_language_has_its_own_forms_of_a_letter(face):
    """Chinese and Japanese write one letter differently, and a serif stands among serifs."""
    fonts = FontBook()
    families = {
        language: fonts.families("骨直", TextStyle(face, 20, (0, 0, 0), language=language))[-1]
        for language in ("zh", "ja")
    }
    if not all("Noto" in family and "CJK" in family for family in families.values()):
        pytest.skip(
            "this machine has no fonts for Chinese and Japanese: apt install fonts-noto-cjk"
        )

    assert families["zh"] == f"system-Noto {face.capitalize()} CJK SC"
    assert families["ja"] == f"system-Noto {face.capitalize()} CJK JP"
