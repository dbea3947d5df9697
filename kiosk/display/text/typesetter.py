"""Sets text with Skia: shaping, both directions, fallback fonts, balanced lines, and pixels."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Any

import skia
from msgspec.structs import replace
from skia import textlayout

from kiosk.base.geometry import Point, Rect, Size
from kiosk.display.text.fonts import FontBook
from kiosk.display.text.line_balance import Shaped, Trial, balanced_width, width_without_widow
from kiosk.display.text.line_ends import line_ends
from kiosk.display.text.no_break import indexes_before, joined
from kiosk.display.text.scripts import runs
from kiosk.language.directions import is_right_to_left
from kiosk.types.scene import Paragraph, TextStyle

OVERHANG = 0.35
"""Accents and slanted letters extend beyond their lines by at most this many ems."""

SHAPED_MAX = 64
"""How many shaped texts are kept: enough for a slide, whose texts are tried in several widths."""
SHAPED_SIZE = 1024.0
"""Texts are shaped at this size or above, where Skia's rounding of letter widths is negligible."""
EM_LEAST = 0.25
"""Width of narrow letters, in ems: no line holds more letters than that."""
NUDGES = (1.0, 1.0005, 0.9995)
"""Factors of the width, tried in turn if lines end elsewhere when drawn at another size."""

_INK = re.compile(b"[^\0]+")
_ISOLATE, _POP = "\u2067", "\u2069"

Span = tuple[int, int]


class SkiaTypesetter:
    """Sets paragraphs and draws them; caches recent results."""

    def __init__(self, fonts: FontBook | None = None) -> None:
        self._fonts = fonts or FontBook()
        # One for all texts, so that Skia's cache of shaped text is used.
        self._collection = textlayout.FontCollection()
        self._collection.setDefaultFontManager(self._fonts.provider)
        self._unicode = skia.Unicodes.ICU.Make()
        self._remembered = lru_cache(maxsize=4096)(self._typeset)
        self._ended = lru_cache(maxsize=SHAPED_MAX)(self._line_ends)
        self._shaped = lru_cache(maxsize=SHAPED_MAX)(partial(Shaped, self._build))

    def typeset(
        self, text: str, style: TextStyle, width: float, *, balanced: bool = False
    ) -> Paragraph:
        return self._remembered(text, style, math.floor(width), balanced)

    def line_ends(self, text: str, style: TextStyle, width: float) -> tuple[int, ...]:
        """The index in a text at which each of its lines ends, between two words.

        The text is one paragraph. Lines that end within a word too long for one have no end of
        their own: they have that of the line before the word.
        """
        return self._ended(text, style, math.floor(width))

    def missing(self, text: str, style: TextStyle) -> str:
        """Letters that no font on this machine can draw."""
        return self._fonts.missing(text, style)

    def places(self, paragraph: Paragraph, start: int, end: int) -> tuple[Rect, ...]:
        """Where some letters of a paragraph are, line by line, relative to its corner.

        skia-python has no function for this. So the letters are underlined, and the underline is
        looked for in the pixels.
        """
        style, text = paragraph.style, paragraph.text
        span = (_prepared_length(text[:start], style), _prepared_length(text[:end], style))
        width, height = math.ceil(paragraph.width), math.ceil(paragraph.size.height)
        surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeA8(width, height))
        self._paint(paragraph, surface.getCanvas(), Point(), underlined=span)
        seen = bytearray(width * height)
        surface.readPixels(skia.ImageInfo.MakeA8(width, height), seen, width, 0, 0)
        line = paragraph.size.height / paragraph.lines
        return tuple(
            Rect(ink.start(), number * line, ink.end() - ink.start(), line)
            for number in range(paragraph.lines)
            for ink in _INK.finditer(_longest_row(seen, width, number * line, line))
        )

    def extent(self, paragraph: Paragraph) -> tuple[int, int]:
        """Rows of a paragraph's pixels, and the rows of margin both above and below it."""
        margin = math.ceil(paragraph.style.size * OVERHANG)
        return math.ceil(paragraph.size.height) + 2 * margin, margin

    def rasterise(
        self, paragraph: Paragraph, top: int = 0, rows_max: int | None = None
    ) -> tuple[bytes, int, int, int]:
        """Pixels of a paragraph as BGRA rows, their width and height, and the margin around it.

        The rows begin at `top`; there are at most `rows_max`.
        """
        height, margin = self.extent(paragraph)
        width = math.ceil(paragraph.width) + 2 * margin
        height = min(height - top, rows_max or height)
        surface = skia.Surface.MakeRasterN32Premul(width, height)
        self._paint(paragraph, surface.getCanvas(), Point(margin, margin - top))
        info = skia.ImageInfo.Make(
            width, height, skia.kBGRA_8888_ColorType, skia.kUnpremul_AlphaType
        )
        data = bytearray(width * height * 4)
        surface.readPixels(info, data, width * 4, 0, 0)
        return bytes(data), width, height, margin

    def _typeset(self, text: str, style: TextStyle, width: int, balanced: bool) -> Paragraph:
        trial = self._trial(text, style)
        lines = trial.lines(width)
        if balanced and lines > 1:
            width = balanced_width(trial, width, lines)
        elif lines > 1 and trial.ends_in_widow(width, lines):
            width = width_without_widow(trial, width, lines)
        lines = trial.lines(width)
        longest = min(width, math.ceil(trial.longest_line))
        indent = {"left": 0, "centre": (width - longest) / 2, "right": width - longest}
        return Paragraph(
            text=text,
            style=style,
            width=width,
            size=Size(longest, lines * _line_height(style)),
            indent=indent[style.side],
            lines=lines,
        )

    def _line_ends(self, text: str, style: TextStyle, width: int) -> tuple[int, ...]:
        large = replace(style, size=SHAPED_SIZE, colour=(0, 0, 0))
        within = width * SHAPED_SIZE / style.size
        whole = joined(text, style.language)

        def lines(start: int, end: int) -> int:
            return Shaped(self._build, whole[start:end].rstrip(), large).lines(within)

        ends = line_ends(whole, round(width / style.size / EM_LEAST), lines)
        return indexes_before(text, whole, ends)

    def _trial(self, text: str, style: TextStyle) -> Trial:
        # Colour does not change where lines end, nor does size if the width is scaled too.
        shaped = self._shaped(text, replace(style, size=SHAPED_SIZE, colour=(0, 0, 0)))
        return Trial(shaped, style.size / SHAPED_SIZE)

    def _paint(
        self, paragraph: Paragraph, canvas: Any, at: Point, underlined: Span | None = None
    ) -> None:
        """Draw a paragraph as it was laid out, with its lines on whole pixels."""
        style, height = paragraph.style, paragraph.size.height
        times = 2 ** max(0, math.ceil(math.log2(SHAPED_SIZE / style.size)))
        leading = height / paragraph.lines / style.size
        large = replace(style, size=style.size * times, leading=leading)
        built = self._build(paragraph.text, large, underlined)
        for nudge in NUDGES:
            built.layout(paragraph.width * times * nudge)
            if round(built.Height / times) == height:
                break
        canvas.translate(at.x, at.y)
        canvas.scale(1 / times, 1 / times)
        built.paint(canvas, 0, 0)

    def _build(self, text: str, style: TextStyle, underlined: Span | None = None) -> Any:
        """Skia's paragraph, shaped but not yet laid out within a width.

        With `underlined`, only the underline is drawn, not the letters.
        """
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
        builder = textlayout.ParagraphBuilder.make(paragraph_style, self._collection, self._unicode)
        if underlined:
            text_style.setForegroundColor(skia.Paint(Alpha=0))
            text_style.setDecorationMode(textlayout.TextDecorationMode.kThrough)
            text_style.setDecorationColor(skia.ColorBLACK)
        at = 0
        for piece, size in runs(_prepared(text, style), style):
            text_style.setFontSize(size)
            for part, has_line in _parted(piece, at, underlined):
                text_style.setDecoration(_UNDERLINE if has_line else _NO_LINE)
                builder.pushStyle(text_style)
                builder.addText(part)
                builder.pop()
            at += len(piece)
        return builder.Build()


def _line_height(style: TextStyle) -> int:
    """Line height in whole pixels, so that all lines are equally far apart."""
    return round(style.size * style.leading)


_SKIA_ALIGN = {
    "left": textlayout.TextAlign.kLeft,
    "centre": textlayout.TextAlign.kCenter,
    "right": textlayout.TextAlign.kRight,
}


_UNDERLINE = textlayout.TextDecoration.kUnderline
_NO_LINE = textlayout.TextDecoration.kNoDecoration


def _prepared(text: str, style: TextStyle) -> str:
    """The text as Skia gets it: with no-break characters, and marked with its direction."""
    whole = joined(text, style.language)
    return _isolated(whole) if is_right_to_left(style.language) else whole


def _prepared_length(beginning: str, style: TextStyle) -> int:
    """Length of a text's beginning as Skia gets it, as part of the whole text."""
    return len(_prepared(beginning, style)) - is_right_to_left(style.language)


def _parted(piece: str, at: int, span: Span | None) -> Iterator[tuple[str, bool]]:
    """Splits a piece, which begins at index `at`, into parts; tells which are within a span."""
    start, end = (min(max(0, edge - at), len(piece)) for edge in span or (0, 0))
    for part, is_within in ((piece[:start], False), (piece[start:end], True), (piece[end:], False)):
        if part:
            yield part, is_within


def _longest_row(pixels: bytearray, width: int, top: float, height: float) -> bytes:
    """The row of a line with the most ink."""
    numbers = range(math.ceil(top), min(math.ceil(top + height), len(pixels) // width))
    of_line = (bytes(pixels[number * width : (number + 1) * width]) for number in numbers)
    return max(of_line, key=lambda row: width - row.count(0), default=b"")


def _isolated(text: str) -> str:
    """Marks each line of text as right-to-left, since a Skia paragraph has no direction itself."""
    return "\n".join(f"{_ISOLATE}{line}{_POP}" for line in text.split("\n"))
