"""Fonts of the system are found without a word to anybody."""

import os
import subprocess
import sys

SEARCH = """
from kiosk.display.fonts import FontBook
from kiosk.scene import TextStyle
FontBook().missing("\u4e4c", TextStyle("sans", 20, (0, 0, 0)))
import sys
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
