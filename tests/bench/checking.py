"""`kiosk check`: of many slides with photos that are prepared, and of many more without photos."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.photos import make_photos

EXHIBITIONS, SLIDES_EACH = 10, 100
TRANSCRIPTS, ANSWERS = 40, 60
PANELS = 10_000
SIZE = (1920, 1080)


def checking(folder: Path) -> Iterator[str]:
    """Lines of the table."""
    count = EXHIBITIONS * SLIDES_EACH
    hung = hung_photos(folder / "hung", make_photos(folder / "sharp", count, SIZE))
    cache = folder / "checked"
    check(hung, cache)  # Prepares them.
    seconds, mb = check(hung, cache)
    yield (
        f"- check of {EXHIBITIONS} exhibitions, {count} prepared photos:"
        f" {seconds:.1f} s (under 1.5), {mb:.0f} MB"
    )
    add_transcripts(hung)
    seconds, mb = check(hung, cache)
    yield f"- the same with {TRANSCRIPTS} transcripts: {seconds:.1f} s (under 2), {mb:.0f} MB"
    seconds, mb = check(panels(folder / "panels"), cache)
    yield (
        f"- check of {PANELS} slides without photos: {seconds:.1f} s (under 5),"
        f" {mb:.0f} MB (under 400)"
    )


def check(place: Path, cache: Path) -> tuple[float, float]:
    """Seconds that a check takes, and megabytes at its highest."""
    started_s = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "check", str(place)],
        env=os.environ | {"XDG_CACHE_HOME": str(cache)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, "the place that is measured is in order"
    return time.monotonic() - started_s, used.ru_maxrss / 1024


def hung_photos(folder: Path, photos: list[Path]) -> Path:
    """Exhibitions that hang each photo once, with all that a check asks for."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(EXHIBITIONS):
        own = photos[number * SLIDES_EACH : (number + 1) * SLIDES_EACH]
        slides = "".join(
            f"  - photo: {photo}\n    alt: {{en: Photo {photo.stem}, fr: Photo {photo.stem}}}\n"
            "    caption: {en: A few words below, fr: Quelques mots au-dessous}\n"
            for photo in own
        )
        text = f"title: {{en: One, fr: Une}}\ndefaults: {{credit: Nobody}}\nslides:\n{slides}"
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def add_transcripts(place: Path) -> None:
    """Exhibitions with an interview of some pages, and a quote of it."""
    for number in range(TRANSCRIPTS):
        turns = "\n\n".join(
            f"Q: What is on the table in room {answer}?\n\n"
            f"A: In room {answer} there is a glass, and the light of window {number} goes through"
            " it. It stands there since the morning, and nobody has moved it."
            for answer in range(ANSWERS)
        )
        (place / f"talk-{number}.txt").write_text(turns, encoding="utf-8")
        text = (
            f"title: {{en: Talk {number}, fr: Entretien {number}}}\n"
            f"interview: {{file: talk-{number}.txt, language: en}}\nslides:\n"
            f"  - quote: {{text: 'the light of window {number} goes through it',"
            " translation: {fr: 'la lumière le traverse'}}\n"
        )
        (place / f"talk-{number}.yaml").write_text(text, encoding="utf-8")


def panels(folder: Path) -> Path:
    """An exhibition of pages of words."""
    folder.mkdir(parents=True, exist_ok=True)
    slides = "".join(
        f"  - title: {{en: Page {number}, fr: Page {number}}}\n"
        f"    text: {{en: A few words on page {number}., fr: Quelques mots de la page {number}.}}\n"
        for number in range(PANELS)
    )
    (folder / "many.yaml").write_text(f"title: {{en: Many, fr: Tant}}\nslides:\n{slides}")
    return folder
