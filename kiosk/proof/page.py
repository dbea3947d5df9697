"""Defines what a proof consists of: pages with pictures and lines, and what is signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from kiosk.exhibition.text_walk import Role
from kiosk.language.proof_words import (
    APPROVE,
    DATE,
    NAME,
    PHOTO_FAILED,
    REMARKS,
    SIGNATURE,
    TAKE_BACK,
)

At = tuple[float, float, float, float]
"""A part of a photo: left, top, width and height, as fractions of the photo."""
WHOLE: At = (0.0, 0.0, 1.0, 1.0)
KINDS = {Role.WORDS: "words", Role.QUOTE: "spoken", Role.ABOUT: "said"}
"""How texts look: those that the slide shows large, and those about it."""


class Line(Struct, frozen=True):
    """Words beside a slide; `kind` says what they are, and so how they look."""

    label: str
    text: str
    language: str = "en"
    kind: str = "said"
    """One of KINDS, or a problem's severity."""
    pieces: tuple[tuple[str, bool, bool], ...] = ()
    """The text in pieces, each with whether it is italic, and bold; of a text in which some are."""


class Picture(Struct, frozen=True):
    """A picture to be made: a screen of the show in a language, or a photo or a part of it."""

    screen: Literal["", "home", "interview", "slide"] = ""
    """What the screen shows; "" for a photo."""
    exhibition: str = ""
    slide: int = 0
    """From 0."""
    language: str = ""
    file: str = ""
    part: At = WHOLE
    frames: tuple[At, ...] = ()
    """Parts that are framed on it, with their numbers."""
    label: str = ""
    page: int = 1
    """Which page of a slide with a long text."""


class Drawn(Struct, frozen=True):
    """A picture that has been made."""

    jpeg: bytes
    width: int
    height: int


class Page(Struct, frozen=True):
    """A slide, the home screen, or what an exhibition says before its first slide."""

    title: str
    place: str
    """Its place in its file."""
    lines: tuple[Line, ...]
    language: str = "en"
    """Language of its title."""
    pictures: tuple[Picture, ...] = ()
    gap: str = ""
    """Why the wall has nothing here, although a slide is written here."""
    section: Line | None = None
    """The name of the section that begins here."""


class Forms(Struct, frozen=True):
    """Words for the hand that fills the proof in, and their language."""

    language: str
    failed: str
    remarks: str
    name: str
    signature: str
    date: str
    choices: tuple[str, ...] = ()
    """What can be ticked at each page."""


class Part(Struct, frozen=True):
    """One exhibition, one interview, or all that is one narrator's."""

    head: Page
    slides: tuple[Page, ...]
    by: str = ""
    """Whose exhibition or interview it is, for the cover."""
    count: str = ""
    forms: Forms | None = None
    agreement: str = ""
    """What is signed at its end; "" if nothing is."""


class Sheet(Struct, frozen=True):
    """A whole proof."""

    title: str
    title_language: str
    date: str
    """The day on which it is made, in words."""
    heading: str
    """What it is, and the day."""
    forms: Forms
    parts: tuple[Part, ...]
    lines: tuple[Line, ...] = ()
    """What is said on the cover: languages, numbers, and problems of the place as a whole."""
    home: Page | None = None
    agreement: str = ""
    is_ready: bool = True
    """Whether it may be signed at its end; if not, `agreement` says why."""
    summary: str = ""
    """What it holds, for the command line."""

    def pages(self) -> Iterator[Page]:
        """All pages that may have pictures, in their order."""
        if self.home:
            yield self.home
        for part in self.parts:
            yield part.head
            yield from part.slides

    def pictures(self) -> Iterator[Picture]:
        for page in self.pages():
            yield from page.pictures


def forms(language: str, *, may_choose: bool = False) -> Forms:
    return Forms(
        language,
        PHOTO_FAILED.in_language(language),
        REMARKS.in_language(language),
        NAME.in_language(language),
        SIGNATURE.in_language(language),
        DATE.in_language(language),
        (APPROVE.in_language(language), TAKE_BACK.in_language(language)) if may_choose else (),
    )


def made(page: Page, drawn: Mapping[Picture, Drawn]) -> list[tuple[Picture, Drawn]]:
    """The page's pictures; screens that are alike in several languages come once."""
    screens = [one for one in page.pictures if one.screen]
    photos = [one for one in page.pictures if not one.screen]
    shown = [*screens, *_further(screens, drawn), *photos]
    found = [(one, drawn[one]) for one in shown if one in drawn]
    alike = groupby(found, key=lambda one: one[1] if one[0].screen else one[0])
    return [_joined(list(several)) for _, several in alike]


def lacks_pictures(page: Page, drawn: Mapping[Picture, Drawn]) -> bool:
    """Whether a screen was to be drawn, and could not be."""
    return any(one.screen and one not in drawn for one in page.pictures)


def _further(screens: Sequence[Picture], drawn: Mapping[Picture, Drawn]) -> Iterator[Picture]:
    """The second page of each slide that has one, then the third, and so on."""
    pages = {one.page for one in drawn}
    for page in range(2, max(pages, default=1) + 1):
        yield from (replace(one, page=page) for one in screens)


def _joined(alike: list[tuple[Picture, Drawn]]) -> tuple[Picture, Drawn]:
    first, drawn = alike[0]
    label = ", ".join(one.label for one, _ in alike)
    return replace(first, label=f"{label} {first.page}" if first.page > 1 else label), drawn
