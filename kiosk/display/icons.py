"""Draws the icons of controls: lines of one weight on a grid of 24 units, as pixels of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import skia
from msgspec import Struct

if TYPE_CHECKING:
    from kiosk.types.scene import Colour, IconName

GRID = 24.0
WEIGHT = 1.9
"""Thickness of the lines, in units of the grid."""


class _Oval(Struct, frozen=True):
    x: float
    y: float
    across: float
    down: float


class _Lines(Struct, frozen=True):
    """Points of a line, x and y in turn."""

    points: tuple[float, ...]
    closed: bool = False


class _Drawing(Struct, frozen=True):
    strokes: tuple[_Oval | _Lines, ...]
    filled: bool = False


def _lines(*points: float) -> _Lines:
    return _Lines(points)


def _box(left: float, top: float, side: float) -> _Lines:
    right, bottom = left + side, top + side
    return _Lines((left, top, right, top, right, bottom, left, bottom), closed=True)


_LENS = (_Oval(10.5, 10.5, 6.5, 6.5), _lines(15.3, 15.3, 20.5, 20.5))
_CROSSBAR = _lines(7.5, 10.5, 13.5, 10.5)

_DRAWINGS: dict[IconName, _Drawing] = {
    "left": _Drawing((_lines(20, 12, 4, 12), _lines(10.5, 5.5, 4, 12, 10.5, 18.5))),
    "right": _Drawing((_lines(4, 12, 20, 12), _lines(13.5, 5.5, 20, 12, 13.5, 18.5))),
    "up": _Drawing((_lines(12, 20, 12, 4), _lines(5.5, 10.5, 12, 4, 18.5, 10.5))),
    "down": _Drawing((_lines(12, 4, 12, 20), _lines(5.5, 13.5, 12, 20, 18.5, 13.5))),
    "play": _Drawing((_Lines((7.5, 4.5, 19.5, 12, 7.5, 19.5), closed=True),)),
    "pause": _Drawing((_lines(8.5, 5, 8.5, 19), _lines(15.5, 5, 15.5, 19))),
    "enlarge": _Drawing((*_LENS, _CROSSBAR, _lines(10.5, 7.5, 10.5, 13.5))),
    "reduce": _Drawing((*_LENS, _CROSSBAR)),
    "close": _Drawing((_lines(5.5, 5.5, 18.5, 18.5), _lines(18.5, 5.5, 5.5, 18.5))),
    "overview": _Drawing(
        (_box(4, 4, 6.5), _box(13.5, 4, 6.5), _box(4, 13.5, 6.5), _box(13.5, 13.5, 6.5))
    ),
    "home": _Drawing(
        (_lines(3.5, 11.5, 12, 4, 20.5, 11.5), _lines(6, 9.5, 6, 20, 18, 20, 18, 9.5))
    ),
    "letters": _Drawing(
        (
            _lines(2.5, 19, 8, 5, 13.5, 19),
            _lines(4.6, 14.2, 11.4, 14.2),
            _Oval(18.2, 15.4, 3.3, 3.6),
            _lines(21.5, 11.6, 21.5, 19),
        )
    ),
    "globe": _Drawing(
        (_Oval(12, 12, 8.5, 8.5), _Oval(12, 12, 3.9, 8.5), _lines(3.5, 12, 20.5, 12))
    ),
    "page": _Drawing((_lines(5, 5.5, 19, 5.5), _lines(5, 12, 19, 12), _lines(5, 18.5, 13, 18.5))),
    "list": _Drawing(
        (
            _lines(9, 6, 20, 6),
            _lines(9, 12, 20, 12),
            _lines(9, 18, 20, 18),
            _lines(4, 6, 4.2, 6),
            _lines(4, 12, 4.2, 12),
            _lines(4, 18, 4.2, 18),
        )
    ),
    "ring": _Drawing((_Oval(12, 12, 9, 9),)),
    "disc": _Drawing((_Oval(12, 12, 11, 11),), filled=True),
}


def rasterise(name: IconName, side: int, colour: Colour) -> bytes:
    """Rows of BGRA pixels of a square icon, not multiplied by alpha."""
    drawing = _DRAWINGS[name]
    surface = skia.Surface.MakeRasterN32Premul(side, side)
    canvas = surface.getCanvas()
    canvas.scale(side / GRID, side / GRID)
    style = skia.Paint.kFill_Style if drawing.filled else skia.Paint.kStroke_Style
    paint = skia.Paint(
        AntiAlias=True,
        Style=style,
        StrokeWidth=WEIGHT,
        StrokeCap=skia.Paint.kRound_Cap,
        StrokeJoin=skia.Paint.kRound_Join,
        Color=skia.Color(*colour),
    )
    for stroke in drawing.strokes:
        canvas.drawPath(_path(stroke), paint)
    info = skia.ImageInfo.Make(side, side, skia.kBGRA_8888_ColorType, skia.kUnpremul_AlphaType)
    data = bytearray(side * side * 4)
    surface.readPixels(info, data, side * 4, 0, 0)
    return bytes(data)


def _path(stroke: _Oval | _Lines) -> Any:
    path = skia.Path()
    match stroke:
        case _Oval(x, y, across, down):
            path.addOval(skia.Rect.MakeLTRB(x - across, y - down, x + across, y + down))
        case _Lines(points, closed):
            corners = [skia.Point(x, y) for x, y in zip(points[::2], points[1::2], strict=True)]
            path.addPoly(corners, closed)
    return path
