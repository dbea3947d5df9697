"""Provides what the rules of `kiosk check` need: photo info, layouts, missing letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from kiosk.authoring.checks.subject import CheckServices
from kiosk.base.clock import SystemClock
from kiosk.base.geometry import Size
from kiosk.display.text.typesetter import SkiaTypesetter
from kiosk.exhibition.exhibition import Slide
from kiosk.exhibition.kiosk import Kiosk
from kiosk.exhibition.text_walk import walk_texts
from kiosk.layouts import arrange
from kiosk.layouts.visible import cuts, visible
from kiosk.media.inspection import inspect, inspect_withdrawn, recorded
from kiosk.media.purge import withdraw
from kiosk.style.letters import missing_letters, undrawable
from kiosk.style.stage import Stage
from kiosk.style.themes import PACKAGED, Typefaces
from kiosk.types.photo import PhotoInfo

LETTERS_ON_ONE_PAGE = 300
"""Slides with fewer letters have one page on all screens, and need no layout."""


def services_for(size: Size) -> CheckServices:
    """All services that rules can use, for a screen of this size in pixels."""
    typesetter = SkiaTypesetter()

    def enlarged(kiosk: Kiosk, slide: Slide, facts: Mapping[str, PhotoInfo]) -> dict[str, float]:
        if not any(_may_be_small(facts.get(photo.file), size) for photo in slide.shown_photos):
            return {}
        arrangement = arrange(slide, Stage.for_kiosk(kiosk, size, typesetter), facts)
        return {
            placed.photo.file: placed.image.width / facts[placed.photo.file].width
            for placed in (arrangement.photos if arrangement else ())
        }

    def count_pages(kiosk: Kiosk, slide: Slide, facts: Mapping[str, PhotoInfo]) -> dict[str, int]:
        stages = (Stage.for_kiosk(kiosk, size, typesetter, tag) for tag in kiosk.languages)
        return {
            stage.language: max(_pages(one, stage, facts) for one in _with_notice_apart(slide))
            for stage in stages
        }

    def zoomed(photo: PhotoInfo) -> float:
        return 2 * min(size.width / photo.width, size.height / photo.height)

    def missing(letters: str, fonts: Typefaces = PACKAGED) -> str:
        return missing_letters(letters, fonts, typesetter)

    def lacking(tags: Iterable[str], fonts: Typefaces) -> tuple[str, ...]:
        return undrawable(tags, fonts, typesetter)

    today = SystemClock().moment().day
    return CheckServices(
        inspect,
        enlarged,
        missing,
        today,
        withdraw,
        visible,
        cuts,
        lacking,
        count_pages,
        recorded,
        inspect_withdrawn,
        zoomed,
        f"{size.width:g}x{size.height:g}",
    )


def _with_notice_apart(slide: Slide) -> Iterator[Slide]:
    """The slide, and its notice, which covers it."""
    yield replace(slide, notice=None)
    if slide.notice:
        yield slide


def _pages(slide: Slide, stage: Stage, facts: Mapping[str, PhotoInfo]) -> int:
    letters = sum(len(one.text.in_language(stage.language)) for one in walk_texts(slide))
    arrangement = arrange(slide, stage, facts) if letters > LETTERS_ON_ONE_PAGE else None
    return len(arrangement.pages) if arrangement else 1


def _may_be_small(facts: PhotoInfo | None, size: Size) -> bool:
    """Whether a photo could be enlarged at all; if none could, the slide needs no layout."""
    return facts is not None and (facts.width < size.width or facts.height < size.height)
