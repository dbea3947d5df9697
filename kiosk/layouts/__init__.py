"""Arranges a slide's photos and words on a stage, by the slide's layout."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kiosk.exhibition.exhibition import LayoutName, Slide
from kiosk.layouts.beside import Beside
from kiosk.layouts.grid import Grid
from kiosk.layouts.matted import Matted
from kiosk.layouts.notice import NoticePage
from kiosk.layouts.pair import Pair
from kiosk.layouts.parts.arrangement import Arrangement, Layout, Subject
from kiosk.layouts.parts.page_sign import with_pages
from kiosk.layouts.portrait import Portrait
from kiosk.layouts.quote import QuotePage
from kiosk.layouts.single import Single
from kiosk.layouts.text import TextPage
from kiosk.layouts.title import TitlePage
from kiosk.style.stage import Stage
from kiosk.types.photo import PhotoInfo

LAYOUTS: dict[LayoutName, Layout] = {
    "title": TitlePage(),
    "text": TextPage(),
    "single": Single(),
    "matted": Matted(),
    "beside": Beside(),
    "pair": Pair(),
    "grid": Grid(),
    "quote": QuotePage(),
    "portrait": Portrait(),
}


def arrange(slide: Slide, stage: Stage, facts: Mapping[str, PhotoInfo]) -> Arrangement | None:
    """Place a slide; None until the info of all its photos is known.

    If the slide has a notice, place only the notice.
    """
    if slide.notice:
        return _covered(slide, stage)
    known = tuple(facts.get(photo.file) for photo in slide.shown_photos)
    if any(one is None for one in known):
        return None
    return _arrange(slide, stage, tuple(one for one in known if one is not None))


@lru_cache(maxsize=64)
def _covered(slide: Slide, stage: Stage) -> Arrangement:
    return with_pages(lambda on: NoticePage().place(slide, (), on), stage)


@lru_cache(maxsize=512)
def _arrange(slide: Slide, stage: Stage, facts: tuple[PhotoInfo, ...]) -> Arrangement:
    subjects = tuple(
        Subject(photo, known) for photo, known in zip(slide.shown_photos, facts, strict=True)
    )
    return with_pages(lambda on: LAYOUTS[slide.kind].place(slide, subjects, on), stage)
