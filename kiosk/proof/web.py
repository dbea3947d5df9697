"""Makes a proof as one web page that contains its pictures and loads nothing from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from importlib.resources import files

from kiosk.language.directions import is_right_to_left
from kiosk.proof.sheet import LEFT_OUT, Line, Page, Sheet


def as_html(sheet: Sheet, pictures: Mapping[str, bytes]) -> bytes:
    """The whole page; `pictures` are JPEGs of slides by title."""
    return "\n".join(_page(sheet, pictures)).encode()


def _page(sheet: Sheet, pictures: Mapping[str, bytes]) -> Iterator[str]:
    style = files("kiosk.proof").joinpath("sheet.css").read_text(encoding="utf-8")
    title = escape(sheet.title)
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{title}, {sheet.date}</title>\n<style>\n{style}</style>\n</head>\n<body>"
    yield f"<header>\n<p>Proof of {sheet.date}</p>\n<h1{_in(sheet.language)}>{title}</h1>"
    for part in sheet.parts:
        name = f"<bdi{_in(part.head.language)}>{escape(part.head.title)}</bdi>"
        yield f"<p>{name}, {escape(part.head.place)}: {part.count}</p>"
    yield f"<p>In {escape(sheet.languages)}. {sheet.counts}.</p>"
    yield from _lines(sheet.lines)
    yield "</header>"
    for part in sheet.parts:
        yield f'<section class="head">\n<h2{_in(part.head.language)}>{escape(part.head.title)}</h2>'
        yield from _lines(part.head.lines)
        yield "</section>"
        for slide in part.slides:
            yield from _slide(slide, pictures.get(slide.title))
    yield f'<footer class="sign">{sheet.agreement}'
    yield "<br><p>Signature</p> <p>Date</p></footer>\n</body>\n</html>\n"


def _slide(slide: Page, picture: bytes | None) -> Iterator[str]:
    title, place = escape(slide.title), escape(slide.place)
    yield '<section class="slide">\n<div>'
    if picture:
        data = b64encode(picture).decode()
        yield f'<img alt="{title}" src="data:image/jpeg;base64,{data}">'
    else:
        yield f'<p class="gone">{LEFT_OUT}</p>'
    yield f'<h3>{title}</h3>\n<p class="place">{place}</p>\n</div>'
    yield from _lines(slide.lines)
    yield "</section>"


def _lines(lines: Iterable[Line]) -> Iterator[str]:
    yield "<dl>"
    for line in lines:
        yield f"<dt>{escape(line.label)}</dt>"
        pieces = line.pieces or ((line.text, False, False),)
        text = "".join(_emphasised(*piece) for piece in pieces)
        yield f'<dd class="{line.kind}"{_in(line.language)}>{text}</dd>'
    yield "</dl>"


def _emphasised(text: str, italic: bool, bold: bool) -> str:
    html = f"<em>{escape(text)}</em>" if italic else escape(text)
    return f"<strong>{html}</strong>" if bold else html


def _in(language: str) -> str:
    """HTML attributes for a text's language: a browser chooses the letters' forms by it."""
    way = ' dir="rtl"' if is_right_to_left(language) else ""
    return f' lang="{escape(language)}"{way}'
