"""Makes a proof as a PDF of A4 pages, with text that can be searched and copied."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import json, to_builtins

from kiosk.language.directions import is_right_to_left
from kiosk.proof.page import WHOLE, Drawn, Page, Picture, Sheet, lacks_pictures, made

FONTS = ("fontpkg_literata", "fontpkg_ibm_plex_sans", "fontpkg_amiri")


def as_pdf(sheet: Sheet, drawn: Mapping[Picture, Drawn]) -> bytes:
    """All pages, with those of their pictures that could be made."""
    import typst

    with TemporaryDirectory(prefix="kiosk-proof-") as folder:
        root = Path(folder)
        names = dict[bytes, str]()
        for one in drawn.values():
            names.setdefault(one.jpeg, f"{len(names)}.jpg")
        for jpeg, name in names.items():
            (root / name).write_bytes(jpeg)

        def page(of: Page) -> dict[str, Any]:
            pictures = [
                {
                    "file": names[found.jpeg],
                    "aspect": found.width / found.height,
                    "screen": bool(picture.screen),
                    "whole": picture.part == WHOLE,
                    "frames": picture.frames,
                    "label": picture.label,
                }
                for picture, found in made(of, drawn)
            ]
            plain: dict[str, Any] = to_builtins(of)
            return plain | {"pictures": pictures, "failed": lacks_pictures(of, drawn)}

        told = to_builtins(sheet) | {
            "home": page(sheet.home) if sheet.home else None,
            "parts": [
                to_builtins(part)
                | {"head": page(part.head), "slides": [page(one) for one in part.slides]}
                for part in sheet.parts
            ],
        }
        told["rtl"] = sorted({one for one in _languages(told) if is_right_to_left(one)})
        (root / "told.json").write_bytes(json.encode(told))
        pages = root / "sheet.typ"
        pages.write_bytes(files("kiosk.proof").joinpath("sheet.typ").read_bytes())
        # Typst's own fonts have letters of some scripts, such as Devanagari, but cannot join them.
        fonts = typst.Fonts(
            include_embedded_fonts=False, font_paths=[_folder(one) for one in FONTS]
        )
        return typst.compile(str(pages), root=folder, font_paths=fonts)


def _languages(told: Any) -> set[str]:
    """All languages that a part of the proof is in."""
    if isinstance(told, list | tuple):
        return set().union(*map(_languages, told))
    if not isinstance(told, dict):
        return set()
    own = {str(told[key]) for key in ("language", "title_language") if key in told}
    return own.union(*map(_languages, told.values()))


def _folder(package: str) -> str:
    """Folder where a font package keeps its files, found without importing the package."""
    spec = find_spec(package)
    assert spec is not None, f"{package} is a dependency"
    assert spec.origin is not None, f"{package} is a folder of files"
    return str(Path(spec.origin).parent / "files")
