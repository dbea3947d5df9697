"""Text set by Skia: shaping, both directions, fallback fonts, balanced lines, and its pixels."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import skia
from skia import textlayout

from kiosk.display.fonts import FontBook
from kiosk.geometry import Size
from kiosk.scene import Paragraph, TextStyle, is_right_to_left

OVERHANG = 0.35
"""Accents and slanted letters reach out of their lines by at most so many ems."""

_ISOLATE, _POP = "\u2067", "\u2069"
_BALANCE_STEPS = 10


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
        built = self._layout(text, style, width)
        lines = _lines(built, style)
        if balanced and lines > 1:
            width, built = self._narrowest(text, style, width, lines)
        longest = min(width, math.ceil(built.LongestLine))
        indent = {"left": 0, "centre": (width - longest) / 2, "right": width - longest}
        return Paragraph(
            text=text,
            style=style,
            width=width,
            size=Size(longest, round(built.Height)),
            indent=indent[style.side],
            lines=lines,
        )

    def _narrowest(self, text: str, style: TextStyle, width: int, lines: int) -> tuple[int, Any]:
        """Least width that needs no further line: what makes the lines of about one length."""
        low, high = width // 2, width
        for _ in range(_BALANCE_STEPS):
            if high - low <= 1:
                break
            middle = (low + high) // 2
            if _lines(self._layout(text, style, middle), style) > lines:
                low = middle
            else:
                high = middle
        return high, self._layout(text, style, high)

    def _layout(self, text: str, style: TextStyle, width: float) -> Any:
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
        builder.pushStyle(text_style)
        builder.addText(_isolated(text) if is_right_to_left(style.language) else text)
        built = builder.Build()
        built.layout(width)
        return built


_SKIA_ALIGN = {
    "left": textlayout.TextAlign.kLeft,
    "centre": textlayout.TextAlign.kCenter,
    "right": textlayout.TextAlign.kRight,
}


def _isolated(text: str) -> str:
    """Each paragraph as right-to-left, since Skia's paragraphs have no direction of their own."""
    return "\n".join(f"{_ISOLATE}{line}{_POP}" for line in text.split("\n"))


def _lines(built: Any, style: TextStyle) -> int:
    return max(1, round(float(built.Height) / (style.size * style.leading)))
