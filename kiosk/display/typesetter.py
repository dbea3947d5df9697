"""Text set by Skia: shaping, both directions, fallback fonts, balanced lines, and its pixels."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Any

import skia
from skia import textlayout

from kiosk.display.fonts import FontBook
from kiosk.display.lines import Trial, balanced_width, width_without_widow
from kiosk.display.scripts import runs
from kiosk.geometry import Size
from kiosk.scene import Paragraph, TextStyle, is_right_to_left

OVERHANG = 0.35
"""Accents and slanted letters reach out of their lines by at most so many ems."""

_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_WORD_JOINER = "\u2060"
_ISOLATE, _POP = "\u2067", "\u2069"


class SkiaTypesetter:
    """Sets paragraphs and draws them; what was set lately is remembered."""

    def __init__(self) -> None:
        self._fonts = FontBook()
        self._unicode = skia.Unicodes.ICU.Make()
        self._remembered = lru_cache(maxsize=4096)(self._typeset)

    def typeset(
        self, text: str, style: TextStyle, width: float, *, balanced: bool = False
    ) -> Paragraph:
        return self._remembered(text, style, math.floor(width), balanced)

    def missing(self, text: str, style: TextStyle) -> str:
        """Letters that no font on this machine can draw."""
        return self._fonts.missing(text, style)

    def rasterise(self, paragraph: Paragraph) -> tuple[bytes, int, int, int]:
        """Pixels of a paragraph as BGRA rows, their width and height, and the margin around it."""
        margin = math.ceil(paragraph.style.size * OVERHANG)
        width = math.ceil(paragraph.width) + 2 * margin
        height = math.ceil(paragraph.size.height) + 2 * margin
        surface = skia.Surface.MakeRasterN32Premul(width, height)
        built = self._layout(paragraph.text, paragraph.style, paragraph.width)
        built.paint(surface.getCanvas(), margin, margin)
        info = skia.ImageInfo.Make(
            width, height, skia.kBGRA_8888_ColorType, skia.kUnpremul_AlphaType
        )
        data = bytearray(width * height * 4)
        surface.readPixels(info, data, width * 4, 0, 0)
        return bytes(data), width, height, margin

    def _typeset(self, text: str, style: TextStyle, width: int, balanced: bool) -> Paragraph:
        trial = Trial(self._build, text, style)
        lines = trial.lines(width)
        if balanced and lines > 1:
            width = balanced_width(trial, width, lines)
        elif lines > 1 and trial.ends_in_widow(width, lines):
            width = width_without_widow(trial, width, lines)
        lines = trial.lines(width)
        longest = min(width, math.ceil(trial.built.LongestLine))
        indent = {"left": 0, "centre": (width - longest) / 2, "right": width - longest}
        return Paragraph(
            text=text,
            style=style,
            width=width,
            size=Size(longest, round(trial.built.Height)),
            indent=indent[style.side],
            lines=lines,
        )

    def _layout(self, text: str, style: TextStyle, width: float) -> Any:
        built = self._build(text, style)
        built.layout(width)
        return built

    def _build(self, text: str, style: TextStyle) -> Any:
        """Skia's paragraph, shaped, and yet to be laid out within a width."""
        text_style = textlayout.TextStyle()
        families = self._fonts.families(text, style)
        text_style.setFontFamilies(families)
        text_style.setFontSize(style.size)
        text_style.setColor(skia.Color(*style.colour))
        text_style.setLocale(style.language)
        strut = textlayout.StrutStyle()
        strut.setFontFamilies(families[:1])
        strut.setFontSize(style.size)
        for vertical in (text_style, strut):
            vertical.setHeight(style.leading)
            vertical.setHeightOverride(True)
            vertical.setHalfLeading(True)
        strut.setStrutEnabled(True)
        strut.setForceStrutHeight(True)
        paragraph_style = textlayout.ParagraphStyle()
        paragraph_style.setTextStyle(text_style)
        paragraph_style.setStrutStyle(strut)
        paragraph_style.setTextAlign(_SKIA_ALIGN[style.side])
        collection = textlayout.FontCollection()
        collection.setDefaultFontManager(self._fonts.provider)
        builder = textlayout.ParagraphBuilder.make(paragraph_style, collection, self._unicode)
        whole = _HYPHEN.sub(f"-{_WORD_JOINER}", text)  # Compounds are not broken.
        whole = _isolated(whole) if is_right_to_left(style.language) else whole
        for piece, size in runs(whole, style):
            text_style.setFontSize(size)
            builder.pushStyle(text_style)
            builder.addText(piece)
            builder.pop()
        return builder.Build()


_SKIA_ALIGN = {
    "left": textlayout.TextAlign.kLeft,
    "centre": textlayout.TextAlign.kCenter,
    "right": textlayout.TextAlign.kRight,
}


def _isolated(text: str) -> str:
    """Each paragraph as right-to-left, since Skia's paragraphs have no direction of their own."""
    return "\n".join(f"{_ISOLATE}{line}{_POP}" for line in text.split("\n"))
