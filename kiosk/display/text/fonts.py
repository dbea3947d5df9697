"""Provides fonts: the packaged ones, and the system's for letters that those lack."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import skia
from skia import textlayout

if TYPE_CHECKING:
    from kiosk.types.scene import TextStyle

FAMILY_LIMIT = 200
"""Limit of loaded fonts, to bound memory; letters that need a further font stay empty boxes."""
LETTERS_MAX = 10_000
"""Limit of letters looked up in system fonts, once for each face and language; bounds memory."""
FORMS = {"zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
"""fontconfig's language tags for the regional forms of Chinese characters."""
BOLD = 700
STANDARD_ERROR = 2

Manner = tuple[str, str, bool]
"""A face, a language, and whether letters are bold."""

log = logging.getLogger(__name__)


class FontBook:
    """The font families by name; each is a face for one range of sizes."""

    def __init__(self) -> None:
        self.provider = textlayout.TypefaceFontProvider()
        self._faces: dict[str, skia.Typeface] = {}
        self._drawn: dict[tuple[str, ...], set[str]] = {}
        """By names of families, letters that these are known to have; to ask again takes longer."""
        self._covered: dict[tuple[Manner, str], str | None] = {}
        self._adopted: dict[Manner, dict[str, skia.Typeface]] = {}
        self._useless: set[str] = set()
        # Skia's own fontconfig prints an error for each system setting that is newer than it.
        with _unheard():
            self._system = skia.FontMgr()

    def families(self, text: str, style: TextStyle) -> list[str]:
        """Names of the families for a text: the style's own first, then the fallbacks."""
        own = [style.font] if style.font and self._adopt_own(style.font) else []
        names = [*own, self._family(style), self._arabic(style)]
        drawn = self._drawn.setdefault(tuple(names), set())
        if drawn.issuperset(text):
            return names
        faces = [self._faces[name] for name in names]
        for letter in dict.fromkeys(text):
            if letter.isspace() or any(face.unicharToGlyph(ord(letter)) for face in faces):
                if len(drawn) < LETTERS_MAX:
                    drawn.add(letter)
                continue
            family = self._system_family(letter, style)
            if family and family not in names:
                names.append(family)
        return names

    def missing(self, text: str, style: TextStyle) -> str:
        """Letters that neither the packaged nor the system's fonts can draw."""
        faces = [self._faces[name] for name in self.families(text, style)]
        return "".join(
            letter
            for letter in dict.fromkeys(text)
            if letter.isprintable()
            and not letter.isspace()
            and not any(face.unicharToGlyph(ord(letter)) for face in faces)
        )

    def _family(self, style: TextStyle) -> str:
        slant, weight = "-Italic" if style.italic else "", _weight(style)
        if style.face == "serif":
            file = _file("fontpkg_literata", f"Literata{slant}[opsz,wght].ttf")
            return self._register(f"serif-{style.optical}", file, opsz=style.optical, **weight)
        file = _file("fontpkg_ibm_plex_sans", f"IBMPlexSans{slant}[wdth,wght].ttf")
        return self._register("sans", file, **weight)

    def _adopt_own(self, file: str) -> bool:
        """Whether a curator's font can be used; logs one that cannot, once."""
        if file in self._faces:
            return True
        if file in self._useless or len(self._faces) >= FAMILY_LIMIT:
            return False
        face = skia.Typeface.MakeFromFile(file)
        if face is None:
            log.warning("%s is not a font that can be used; the usual font is shown", file)
            self._useless.add(file)
            return False
        self._faces[file] = face
        self.provider.registerTypeface(face, file)
        return True

    def _arabic(self, style: TextStyle) -> str:
        file = _file("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf")
        return self._register("arabic", file, **_weight(style))

    def _register(self, family: str, file: Path, **axes: float) -> str:
        name = " ".join([family, file.stem, *(f"{axis}={at:g}" for axis, at in axes.items())])
        if name not in self._faces:
            self._faces[name] = _instance(file, axes)
            self.provider.registerTypeface(self._faces[name], name)
        return name

    def _system_family(self, letter: str, style: TextStyle) -> str | None:
        """A family that has a letter, in the form for this language and face.

        Families already loaded for them come first: asking the system takes longer.
        """
        place = (style.face, style.language, style.bold), letter
        if place not in self._covered and len(self._covered) < LETTERS_MAX:
            known = self._adopted.setdefault(place[0], {})
            has_it = (name for name, face in known.items() if face.unicharToGlyph(ord(letter)))
            name = next(has_it, None) or self._asked(letter, style)
            if name:
                known[name] = self._faces[name]
            self._covered[place] = name
        return self._covered.get(place)

    def _asked(self, letter: str, style: TextStyle) -> str | None:
        """Load the system's family for a letter and return its name."""
        family = "serif" if style.face == "serif" else "sans-serif"
        language = FORMS.get(style.language, style.language)
        weight = skia.FontStyle.Bold() if style.bold else skia.FontStyle.Normal()
        face = self._system.matchFamilyStyleCharacter(family, weight, [language], ord(letter))
        return self._adopt(face) if face else None

    def _adopt(self, face: skia.Typeface) -> str | None:
        name = f"system-{face.getFamilyName()}-{face.fontStyle().weight()}"
        if name not in self._faces:
            if len(self._faces) >= FAMILY_LIMIT:
                return None
            self._faces[name] = face
            self.provider.registerTypeface(face, name)
        return name


def _weight(style: TextStyle) -> dict[str, float]:
    return {"wght": BOLD} if style.bold else {}


@contextmanager
def _unheard() -> Iterator[None]:
    """Discard what a library prints to standard error."""
    kept, nowhere = os.dup(STANDARD_ERROR), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, STANDARD_ERROR)
    try:
        yield
    finally:
        os.dup2(kept, STANDARD_ERROR)
        os.close(kept)
        os.close(nowhere)


@cache
def _file(package: str, name: str) -> Path:
    """The path of a file in a font package, found without importing the package."""
    spec = find_spec(package)
    assert spec is not None, f"{package} is a dependency"
    assert spec.origin is not None, f"{package} is a folder of files"
    return Path(spec.origin).parent / "files" / name


def _instance(file: Path, axes: dict[str, float]) -> skia.Typeface:
    """One face of a variable font."""
    face = skia.Typeface.MakeFromFile(str(file))
    if not axes:
        return face
    position = skia.FontArguments.VariationPosition
    # Skia only keeps a pointer to the coordinates: they must live until the clone is made.
    coordinates = position.Coordinates(
        [position.Coordinate(int.from_bytes(tag.encode(), "big"), at) for tag, at in axes.items()]
    )
    design = position(coordinates)
    arguments = skia.FontArguments()
    arguments.setVariationDesignPosition(design)
    return face.makeClone(arguments)
