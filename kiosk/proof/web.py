"""Makes a proof as one web page that contains its pictures and loads nothing from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from importlib.resources import files

from kiosk.language.directions import is_right_to_left
from kiosk.proof.sheet import LEFT_OUT, Line, Page, Sheet, pages_of


def as_html(sheet: Sheet, pictures: Mapping[str, bytes]) -> bytes:
    """The whole page; `pictures` are JPEGs of slides by title, and of their further pages."""
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
            yield from _slide(slide, pictures)
    yield f'<footer class="sign">{sheet.agreement}'
    yield "<br><p>Signature</p> <p>Date</p></footer>\n</body>\n</html>\n"


def _slide(slide: Page, pictures: Mapping[str, bytes]) -> Iterator[str]:
    title, place = escape(slide.title), escape(slide.place)
    yield '<section class="slide">\n<div>'
    shown = pages_of(slide, pictures)
    for name in shown:
        data = b64encode(pictures[name]).decode()
        yield f'<img alt="{escape(name)}" src="data:image/jpeg;base64,{data}">'
    if not shown:
        yield f'<p class="gone">{LEFT_OUT}</p>'
    yield f'<h3>{title}</h3>\n<p class="place">{place}</p>\n</div>'
    yield from _lines(slide.lines)
    yield "</section>"


def _lines(lines: Iterable[Line]) -> Iterator[str]:
    yield "<dl>"
    for line in lines:
        yield f"<dt>{escape(line.label)}</dt>"
        yield f'<dd class="{line.kind}"{_in(line.language)}>{escape(line.text)}</dd>'
    yield "</dl>"


def _in(language: str) -> str:
    """HTML attributes for a text's language: a browser chooses the letters' forms by it."""
    way = ' dir="rtl"' if is_right_to_left(language) else ""
    return f' lang="{escape(language)}"{way}'
