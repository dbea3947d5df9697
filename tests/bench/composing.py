"""Where main words begin on the slides of the shipped exhibitions.

The laws are in tests/layouts/test_exhibitions.py; this tells the places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kiosk.base.geometry import Size
from kiosk.display.text.typesetter import SkiaTypesetter
from kiosk.style.stage import Stage
from tests.layouts.test_exhibitions import ROOT, SCREENS, SHIPPED, laid_out, main_words, slides_of

LANGUAGES = ("en", "fr")


def composing() -> Iterator[str]:
    """Lines of the table."""
    typesetter = SkiaTypesetter()
    for size in SCREENS:
        found = [f"{name} {', '.join(map(str, edges(name, size, typesetter)))}" for name in SHIPPED]
        yield (
            f"- main words beside and below photos at {size.width}x{size.height} begin at"
            f" {'; '.join(found)} px (at most 2 places in an exhibition)"
        )


def edges(name: str, size: Size, typesetter: SkiaTypesetter) -> list[int]:
    """The left edges of main words beside or below photos, in both languages."""
    found = defaultdict[int, int](int)
    for language in LANGUAGES:
        stage = Stage(size, typesetter, language=language)
        for one in slides_of(ROOT / "exhibitions", name):
            if one.shown_photos:
                for item in main_words(one, laid_out(one, stage), language):
                    found[round(item.at.x)] += 1
    return sorted(found)
