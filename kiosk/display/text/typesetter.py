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
from kiosk.display.text.hyphens import SOFT_HYPHEN, UNSPACED, breaks
from kiosk.display.text.line_balance import Shaped, Trial, balanced_width, width_without_widow
from kiosk.display.text.line_ends import line_ends
from kiosk.display.text.no_break import indexes_before, joined
from kiosk.display.text.pieces import pieces
from kiosk.display.text.prepared import (
    prepared,
    prepared_emphasis,
    prepared_places,
    with_spaces,
)
from kiosk.types.emphasis import Emphasis, part_of
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

LETTER_MAX = 1.2
"""Width of the widest letter, in type sizes."""
UNBOUNDED = 1e7
"""A width that no line reaches."""

_INK = re.compile(b"[^\0]+")

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
        self._width = lru_cache(maxsize=4096)(self._measured)

    def typeset(
        self,
        text: str,
        style: TextStyle,
        width: float,
        *,
        balanced: bool = False,
        emphasis: tuple[Emphasis, ...] = (),
    ) -> Paragraph:
        return self._remembered(text, style, math.floor(width), balanced, emphasis)

    def line_ends(
        self, text: str, style: TextStyle, width: float, emphasis: tuple[Emphasis, ...] = ()
    ) -> tuple[int, ...]:
        """The index in a text at which each of its lines ends, between two words.

        The text is one paragraph. Lines that end within a word too long for one have no end of
        their own: they have that of the line before the word.
        """
        return self._ended(text, style, math.floor(width), emphasis)

    def missing(self, text: str, style: TextStyle) -> str:
        """Letters that no font on this machine can draw."""
        return self._fonts.missing(text, style)

    def places(self, paragraph: Paragraph, start: int, end: int) -> tuple[Rect, ...]:
        """Where some letters of a paragraph are, line by line, relative to its corner.

        skia-python has no function for this. So the letters are underlined, and the underline is
        looked for in the pixels.
        """
        moved = prepared_places(paragraph.text, paragraph.style, paragraph.breaks)
        span = (moved[start], moved[end])
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

    def _typeset(
        self,
        text: str,
        style: TextStyle,
        width: int,
        balanced: bool,
        emphasis: tuple[Emphasis, ...],
    ) -> Paragraph:
        ends = self._breaks(text, style, width, emphasis)
        trial = self._trial(text, style, emphasis, ends)
        lines = trial.lines(width)
        # Lines with hyphens are full, and so of about one length.
        if lines > 1 and not ends:
            least = self._longest_word(text, style, width // 2, emphasis)
            if balanced:
                width = balanced_width(trial, width, lines, least)
            elif trial.ends_in_widow(width, lines):
                width = width_without_widow(trial, width, lines, least)
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
            emphasis=emphasis,
            breaks=ends,
        )

    def _line_ends(
        self, text: str, style: TextStyle, width: int, emphasis: tuple[Emphasis, ...]
    ) -> tuple[int, ...]:
        large, within = _shaped_style(style), width * SHAPED_SIZE / style.size
        whole = joined(text, style.language)
        origin = indexes_before(text, whole, range(len(whole) + 1))

        def lines(start: int, end: int) -> int:
            part = text[origin[start] : origin[end]].rstrip()
            spans = part_of(emphasis, origin[start], origin[end])
            ends = self._breaks(part, style, width, spans)
            return Shaped(self._build, part, large, spans, ends).lines(within)

        ends = line_ends(whole, round(width / style.size / EM_LEAST), lines)
        return tuple(origin[end] for end in ends)

    def _trial(
        self,
        text: str,
        style: TextStyle,
        emphasis: tuple[Emphasis, ...] = (),
        ends: tuple[int, ...] = (),
    ) -> Trial:
        shaped = self._shaped(text, _shaped_style(style), emphasis, ends)
        return Trial(shaped, style.size / SHAPED_SIZE)

    def _breaks(
        self, text: str, style: TextStyle, width: int, emphasis: tuple[Emphasis, ...]
    ) -> tuple[int, ...]:
        """Where lines end within words."""
        if SOFT_HYPHEN not in text and self._longest_word(text, style, width, emphasis) <= width:
            return ()
        measure = partial(self._width, style=_measuring(style, emphasis))
        return breaks(with_spaces(text), style.language, width / style.size, measure)

    def _longest_word(
        self, text: str, style: TextStyle, width: int, emphasis: tuple[Emphasis, ...]
    ) -> float:
        """The width of the longest word; 0 if no word can be longer than this width."""
        letters = width / style.size / LETTER_MAX
        long = [word for word in text.replace(SOFT_HYPHEN, "").split() if len(word) > letters]
        measuring = _measuring(style, emphasis)
        widths = (self._width(word, measuring) for word in long if not UNSPACED.search(word))
        return max(widths, default=0.0) * style.size

    def _measured(self, text: str, style: TextStyle) -> float:
        """Width of a text in one line, in type sizes."""
        built = self._build(text, style)
        built.layout(UNBOUNDED)
        return float(built.LongestLine) / style.size

    def _paint(
        self, paragraph: Paragraph, canvas: Any, at: Point, underlined: Span | None = None
    ) -> None:
        """Draw a paragraph as it was laid out, with its lines on whole pixels."""
        style, height = paragraph.style, paragraph.size.height
        times = 2 ** max(0, math.ceil(math.log2(SHAPED_SIZE / style.size)))
        leading = height / paragraph.lines / style.size
        large = replace(style, size=style.size * times, leading=leading)
        built = self._build(
            paragraph.text, large, paragraph.emphasis, paragraph.breaks, underlined=underlined
        )
        for nudge in NUDGES:
            built.layout(paragraph.width * times * nudge)
            if round(built.Height / times) == height:
                break
        canvas.translate(at.x, at.y)
        canvas.scale(1 / times, 1 / times)
        built.paint(canvas, 0, 0)

    def _build(
        self,
        text: str,
        style: TextStyle,
        emphasis: tuple[Emphasis, ...] = (),
        ends: tuple[int, ...] = (),
        *,
        underlined: Span | None = None,
    ) -> Any:
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
        placed = prepared_emphasis(emphasis, text, style, ends)
        for piece in pieces(prepared(text, style, ends), style, placed):
            text_style.setFontSize(piece.style.size)
            if piece.is_emphasised:
                text_style.setFontFamilies(self._fonts.families(piece.text, piece.style))
                text_style.setFontStyle(_font_style(piece.style))
            for part, has_line in _parted(piece.text, at, underlined):
                text_style.setDecoration(_UNDERLINE if has_line else _NO_LINE)
                builder.pushStyle(text_style)
                builder.addText(part)
                builder.pop()
            if piece.is_emphasised:
                text_style.setFontFamilies(families)
                text_style.setFontStyle(skia.FontStyle.Normal())
            at += len(piece.text)
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


def _shaped_style(style: TextStyle) -> TextStyle:
    """Colour does not change where lines end, nor does size if the width is scaled too."""
    return replace(style, size=SHAPED_SIZE, colour=(0, 0, 0))


def _measuring(style: TextStyle, emphasis: tuple[Emphasis, ...]) -> TextStyle:
    """The style to measure words in: bold if some are, since these are the widest."""
    return replace(_shaped_style(style), bold=style.bold or bool(emphasis))


def _font_style(style: TextStyle) -> Any:
    """What Skia slants or thickens a font to, if its file is neither italic nor bold."""
    weight = skia.FontStyle.kBold_Weight if style.bold else skia.FontStyle.kNormal_Weight
    slant = skia.FontStyle.kItalic_Slant if style.italic else skia.FontStyle.kUpright_Slant
    return skia.FontStyle(weight, skia.FontStyle.kNormal_Width, slant)


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
