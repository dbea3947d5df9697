"""Makes a proof as one web page that contains its pictures and loads nothing from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from importlib.resources import files

from kiosk.language.directions import is_right_to_left
from kiosk.proof.page import (
    WHOLE,
    At,
    Drawn,
    Forms,
    Line,
    Page,
    Part,
    Picture,
    Sheet,
    lacks_pictures,
    made,
)


def as_html(sheet: Sheet, drawn: Mapping[Picture, Drawn]) -> bytes:
    """The whole page, with those of its pictures that could be made."""
    return "\n".join(_page(sheet, drawn)).encode()


def _page(sheet: Sheet, drawn: Mapping[Picture, Drawn]) -> Iterator[str]:
    style = files("kiosk.proof").joinpath("sheet.css").read_text(encoding="utf-8")
    title = escape(sheet.title)
    yield f'<!doctype html>\n<html{_in(sheet.forms.language)}>\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{title}, {sheet.date}</title>\n<style>\n{style}</style>\n</head>\n<body>"
    if sheet.lines:
        yield f"<header>\n<p>{escape(sheet.heading)}</p>"
        yield f"<h1{_in(sheet.title_language)}>{title}</h1>"
        for part in sheet.parts:
            name = f"<bdi{_in(part.head.language)}>{escape(part.head.title)}</bdi>"
            count = f": {escape(part.count)}" if part.count else ""
            by = f", <bdi>{escape(part.by)}</bdi>" if part.by else ""
            yield f"<p>{name}{by}, <bdi>{escape(part.head.place)}</bdi>{count}</p>"
        yield from _lines(sheet.lines)
        yield "</header>"
    if sheet.home:
        yield from _slide(sheet.home, sheet.forms, drawn)
    for part in sheet.parts:
        yield from _part(part, part.forms or sheet.forms, drawn)
    if sheet.is_ready:
        yield from _signature(sheet.agreement, sheet.forms)
    else:
        yield f'<footer class="sign error">{escape(sheet.agreement)}</footer>'
    yield "</body>\n</html>\n"


def _part(part: Part, forms: Forms, drawn: Mapping[Picture, Drawn]) -> Iterator[str]:
    yield f"<article{_in(forms.language)}>"
    yield f'<section class="head">\n<h2{_in(part.head.language)}>{escape(part.head.title)}</h2>'
    yield from _lines(part.head.lines)
    yield from _pictures(part.head, drawn)
    yield "</section>"
    for slide in part.slides:
        yield from _slide(slide, forms, drawn)
    yield from _signature(part.agreement, forms)
    yield "</article>"


def _slide(slide: Page, forms: Forms, drawn: Mapping[Picture, Drawn]) -> Iterator[str]:
    if slide.section:
        name = slide.section
        yield f'<h2 class="section"{_in(name.language)}>{escape(name.text)}</h2>'
    yield '<section class="slide">'
    title = f"<h3{_in(slide.language)}>{escape(slide.title)}</h3>" if slide.title else ""
    yield f'<div class="top">{title}<p class="place"><bdi>{escape(slide.place)}</bdi></p></div>'
    for reason in (slide.gap, forms.failed if lacks_pictures(slide, drawn) else ""):
        if reason:
            yield f'<p class="gone">{escape(reason)}</p>'
    yield from _pictures(slide, drawn)
    yield from _lines(slide.lines)
    yield '<div class="hand">'
    for choice in forms.choices:
        yield f'<label><input type="checkbox"> {escape(choice)}</label>'
    yield f"<p>{escape(forms.remarks)}</p></div>\n</section>"


def _pictures(page: Page, drawn: Mapping[Picture, Drawn]) -> Iterator[str]:
    found = made(page, drawn)
    if not found:
        return
    yield '<div class="pictures">'
    for picture, one in found:
        data, label = b64encode(one.jpeg).decode(), escape(picture.label)
        kind = "screen" if picture.screen else "whole" if picture.part == WHOLE else "part"
        yield f'<figure class="{kind}"><div><img alt="{label}" src="data:image/jpeg;base64,{data}">'
        yield from map(_frame, range(1, 1 + len(picture.frames)), picture.frames)
        yield f"</div><figcaption>{label}</figcaption></figure>"
    yield "</div>"


def _frame(number: int, at: At) -> str:
    sides = zip(("left", "top", "width", "height"), at, strict=True)
    style = ";".join(f"{side}:{fraction * 100:.2f}%" for side, fraction in sides)
    return f'<span class="frame" style="{style}">{number}</span>'


def _signature(agreement: str, forms: Forms) -> Iterator[str]:
    if agreement:
        lines = " ".join(
            f"<p>{escape(one)}</p>" for one in (forms.name, forms.signature, forms.date)
        )
        yield f'<footer class="sign">{escape(agreement)}<br>{lines}</footer>'


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
    way = "rtl" if is_right_to_left(language) else "ltr"
    return f' lang="{escape(language)}" dir="{way}"'
