"""A few frames that are stored: type, measure and place, as they were judged by eye.

After a change that is meant to be seen, look at the new frames and keep them with
KIOSK_GOLDEN=keep make test ARGS=tests/test_golden.py
"""

import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from kiosk.authoring.load.place import load
from kiosk.base.geometry import Size
from kiosk.media.cache import Cache
from kiosk.player.headless import shoot
from kiosk.player.options import Options
from kiosk.style.comfort import Comfort

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
FRAMES = {
    "title-across": ("apple:1", "en", Size(640, 360)),
    "quote-across": ("apple:3", "fr", Size(640, 360)),
    "text-upright": ("portrait:9", "fr", Size(360, 640)),
    "interview-across": ("interview", "en", Size(640, 360)),
}
DIFFERENCE_MAX = 1.5
"""Mean difference of a pixel's channels, of 255: room for another version of FreeType."""


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_is_as_it_was_judged(name, known_photos, tmp_path, driver):
    """What was found good is still drawn so."""
    start, language, size = FRAMES[name]
    collection, _ = load(ROOT / "exhibitions")
    out, stored = tmp_path / f"{name}.png", GOLDEN / f"{name}.png"
    options = Options(size, start=start, language=language, comfort=Comfort(still=True))
    shoot(collection, options, out, after_s=6, cache=Cache(), driver=driver)
    if os.environ.get("KIOSK_GOLDEN") == "keep":
        stored.write_bytes(out.read_bytes())

    with Image.open(out) as new, Image.open(stored) as old:
        difference = ImageChops.difference(new.convert("RGB"), old.convert("RGB"))
    assert max(ImageStat.Stat(difference).mean) < DIFFERENCE_MAX, f"look at {out} and {stored}"
