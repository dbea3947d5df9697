"""Makes a proof as a PDF of A4 pages, with text that can be searched and copied."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import json

from kiosk.base.geometry import Size
from kiosk.proof.sheet import LEFT_OUT, Sheet

FONTS = ("fontpkg_literata", "fontpkg_ibm_plex_sans", "fontpkg_amiri")


def as_pdf(sheet: Sheet, pictures: Mapping[str, bytes], screen: Size) -> bytes:
    """All pages; `pictures` are JPEGs of slides and further pages by title, as the screen is."""
    import typst

    names = {title: f"{number}.jpg" for number, title in enumerate(pictures)}
    told = {
        "sheet": sheet,
        "pictures": names,
        "aspect": screen.width / screen.height,
        "left_out": LEFT_OUT,
        "agreement": sheet.agreement,
    }
    with TemporaryDirectory(prefix="kiosk-proof-") as folder:
        root = Path(folder)
        (root / "told.json").write_bytes(json.encode(told))
        for title, jpeg in pictures.items():
            (root / names[title]).write_bytes(jpeg)
        pages = root / "sheet.typ"
        pages.write_bytes(files("kiosk.proof").joinpath("sheet.typ").read_bytes())
        return typst.compile(str(pages), root=folder, font_paths=[_folder(one) for one in FONTS])


def _folder(package: str) -> str:
    """Folder where a font package keeps its files, found without importing the package."""
    spec = find_spec(package)
    assert spec is not None, f"{package} is a dependency"
    assert spec.origin is not None, f"{package} is a folder of files"
    return str(Path(spec.origin).parent / "files")
