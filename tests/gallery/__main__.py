"""Draws a page of pictures, for reviewing a change of layouts, type or themes at a glance.

usage: python -m tests.gallery [--theme NAME] [--shape NAME] [--language TAG] [--slide TEXT]
"""

from __future__ import annotations

import argparse
import html
import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from PIL import Image

from kiosk.authoring.load.place import load
from kiosk.base.geometry import Size
from kiosk.exhibition.collection import Collection
from kiosk.media.cache import Cache
from kiosk.player.headless import shoot
from kiosk.player.options import Options
from kiosk.style.comfort import Comfort
from kiosk.style.themes import THEMES
from tests.gallery.specimens import LANGUAGES, PHOTOS, SPECIMENS, write_place

SHAPES = {
    "16:9": Size(1280, 720),
    "9:16": Size(720, 1280),
    "16:10": Size(1280, 800),
    "4:3": Size(1024, 768),
    "21:9": Size(1680, 720),
    "1:1": Size(900, 900),
}
STARTS = {"home": "home", "attract": "attract", "interview": "interview"} | {
    name: f"walls:{number}" for number, name in enumerate(SPECIMENS, start=1)
}
WORDS_S = 6.0
"""Words have come by then, and controls have left."""
STYLE = """
body { margin: 2rem; background: #777; color: #fff; font: 15px system-ui, sans-serif; }
section { margin-bottom: 3rem; } .row { display: flex; flex-wrap: wrap; gap: 12px; }
figure { margin: 0; } figcaption { font-size: 12px; margin: 2px 0 10px; }
img { height: 260px; display: block; } nav a { color: #fff; margin-right: 1em; }
"""


class View(Struct, frozen=True):
    slide: str
    theme: str
    shape: str
    language: str

    @property
    def file(self) -> str:
        parts = (self.slide, self.theme, self.shape, self.language)
        return "-".join(parts).replace(" ", "").replace(",", "-").replace(":", "x") + ".webp"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("--theme", choices=list(THEMES))
    parser.add_argument("--shape", choices=list(SHAPES))
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--slide", help="only those whose name contains this")
    parser.add_argument("--out", type=Path, default=Path("build/gallery"))
    options = parser.parse_args()
    views = [
        View(slide, theme, shape, language)
        for slide, theme, shape, language in itertools.product(
            [name for name in STARTS if (options.slide or "") in name],
            [options.theme] if options.theme else THEMES,
            [options.shape] if options.shape else SHAPES,
            [options.language] if options.language else LANGUAGES,
        )
    ]
    options.out.mkdir(parents=True, exist_ok=True)
    draw(views, options.out)
    page = options.out / "index.html"
    page.write_text("\n".join(written(views)), encoding="utf-8")
    print(f"{len(views)} pictures: {page}")


def draw(views: list[View], out: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cache = Cache(folder / "cache")
        places = {theme: place(folder / theme, theme) for theme in {one.theme for one in views}}
        for number, one in enumerate(views, start=1):
            frame = folder / "frame.png"
            start = STARTS[one.slide]
            options = Options(
                SHAPES[one.shape], start=start, language=one.language, comfort=Comfort(still=True)
            )
            shoot(places[one.theme], options, frame, after_s=WORDS_S, cache=cache)
            with Image.open(frame) as image:
                image.convert("RGB").save(out / one.file, quality=82)
            print(f"\r{number} of {len(views)}", end="", flush=True)
    print()


def place(folder: Path, theme: str) -> Collection:
    collection, problems = load(write_place(folder, theme), [PHOTOS])
    assert collection, [problem.render() for problem in problems]
    return collection


def written(views: list[View]) -> Iterator[str]:
    """A section a slide, a row a theme and shape, a picture a language."""
    yield f"<!doctype html><meta charset=utf-8><title>Gallery</title><style>{STYLE}</style>"
    slides = list(dict.fromkeys(one.slide for one in views))
    yield "<nav>" + "".join(f"<a href='#{html.escape(s)}'>{html.escape(s)}</a>" for s in slides)
    yield "</nav>"
    for slide in slides:
        yield f"<section id='{html.escape(slide)}'><h2>{html.escape(slide)}</h2>"
        of_slide = [one for one in views if one.slide == slide]
        for key, row in itertools.groupby(of_slide, lambda one: (one.theme, one.shape)):
            yield f"<h3>{' '.join(key)}</h3><div class=row>"
            for one in row:
                link = f"<a href='{one.file}'><img loading=lazy src='{one.file}'></a>"
                yield f"<figure>{link}<figcaption>{one.language}</figcaption></figure>"
            yield "</div>"
        yield "</section>"


if __name__ == "__main__":
    main()
