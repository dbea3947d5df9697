"""Laying a slide out on a screen of 3840 × 2160, for the first time and when it was seen before."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from kiosk.authoring.load.place import load
from kiosk.base.geometry import Size
from kiosk.display.text.fonts import FontBook
from kiosk.display.text.typesetter import SkiaTypesetter
from kiosk.exhibition.exhibition import Slide
from kiosk.layouts import arrange
from kiosk.media.originals.decode import measure
from kiosk.style.stage import Stage
from kiosk.types.photo import PhotoInfo
from tests.gallery.specimens import LANGUAGES, PHOTOS, SPECIMENS, write_place

SCREEN = Size(3840, 2160)
PASSES, TIMES = 3, 5
"""Of so many times in a row the shortest counts, as the machine does other things too."""


def laying() -> Iterator[str]:
    """Lines of the table."""
    slides, facts = _specimens()
    fonts = FontBook()
    first: dict[str, float] = {}
    again: dict[str, float] = {}
    for name, slide in slides.items():
        for language in LANGUAGES:
            measured = [_measured(slide, language, fonts, facts) for _ in range(PASSES)]
            first[f"{name}, {language}"] = statistics.median(one for one, _ in measured)
            again[f"{name}, {language}"] = statistics.median(other for _, other in measured)
    slowest = max(first, key=lambda key: first[key])
    yield (
        f"- a slide is laid out at 4K in {1000 * statistics.median(first.values()):.1f} ms, the"
        f" slowest of {len(first)} ({slowest}) in {1000 * first[slowest]:.1f} ms (at most 8); seen"
        f" before, in {1000 * max(again.values()):.2f} ms (under 1)"
    )


def _specimens() -> tuple[dict[str, Slide], dict[str, PhotoInfo]]:
    with tempfile.TemporaryDirectory() as folder:
        collection, problems = load(write_place(Path(folder), "gallery"), [PHOTOS])
    assert collection, problems
    slides = dict(zip(SPECIMENS, collection.entries[0].exhibition.slides, strict=True))
    files = {photo.file for slide in slides.values() for photo in slide.all_photos}
    return slides, {file: measure(file)[0] for file in files}


def _measured(
    slide: Slide, language: str, fonts: FontBook, facts: dict[str, PhotoInfo]
) -> tuple[float, float]:
    """Shortest seconds with nothing remembered but the fonts, and with everything."""
    first, again = [], []
    for _ in range(TIMES):
        stage = Stage(SCREEN, SkiaTypesetter(fonts), language=language)
        for times in (first, again):
            begun_s = time.perf_counter()
            arrange(slide, stage, facts)
            times.append(time.perf_counter() - begun_s)
    return min(first), min(again)
