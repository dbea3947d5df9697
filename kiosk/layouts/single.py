"""Lays out one photo as large as the screen allows, whole, or cut so that it fills the screen."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Rect, fill, whole
from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.beside import Beside
from kiosk.layouts.parts.arrangement import Arrangement, PlacedPhoto, Subject, arranged
from kiosk.layouts.parts.blocks import label, words_of
from kiosk.layouts.parts.column import Block, Column, bounds, fitted
from kiosk.layouts.parts.mat import NO_MAT, Mat
from kiosk.layouts.parts.pages import pages
from kiosk.layouts.parts.scrim import scrim_under
from kiosk.layouts.parts.text_placement import calmest
from kiosk.style.stage import Stage
from kiosk.style.themes import READABLE

CROP_MAX = 0.4
"""Largest share of a photo's width or height that may be cut off so that it fills the screen: on a
screen of another shape than the curator's, little of it would be left.
"""
DARK_WORDS = 0.3
"""Words over photos are light, unless dark words cost less by more than this, as over snow."""


class Single(Struct, frozen=True):
    words_width: float = 0.62
    """Widest column of words over a photo, as a share of the screen."""
    words_height: float = 0.45

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        (subject,) = subjects
        # A scrim for high contrast would be nearly black.
        on_photo = stage.theme.contrast <= READABLE or not (
            words_of(slide, stage) or label(slide, stage)
        )
        if slide.fill and on_photo and _crop(subject, stage) <= CROP_MAX:
            return self._over(slide, subjects, stage)
        if words_of(slide, stage):
            return Beside().place(slide, subjects, stage)
        return shown_whole(slide, subject, stage)

    def _over(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        """The photo fills the screen; words are where it is calm, or beside it if too many."""
        (subject,) = subjects
        image = whole(fill(subject.facts.size, stage.rect, subject.photo.focus))
        photo = PlacedPhoto(subject.photo, image, stage.rect)
        over = replace(stage, theme=stage.theme.over_photos)
        if not (words_of(slide, stage) or label(slide, stage)):
            return Arrangement(photos=(photo,))
        words = self._words(slide, over)
        if words is None:
            return Beside().place(slide, subjects, stage)
        motion = "still" if stage.comfort.still else slide.motion or "still"
        cost, placed = calmest(words, photo, subject.facts, over, motion)
        dark = replace(stage, theme=stage.theme.over_pale_photos)
        if cost > DARK_WORDS and (words := self._words(slide, dark)):
            in_dark = calmest(words, photo, subject.facts, dark, motion)
            if in_dark[0] + DARK_WORDS < cost:
                over, placed = dark, in_dark[1]
        under = scrim_under(bounds(placed), photo, subject.facts, over, motion)
        return Arrangement((photo,), (*under, *placed))

    def _words(self, slide: Slide, stage: Stage) -> Column | None:
        blocks = [*words_of(slide, stage), *label(slide, stage, ink=stage.theme.ink)]
        box = stage.safe
        share = 1.0 if stage.size.upright else self.words_width * stage.comfort.text_scale
        width = min(box.width, stage.size.width * share)
        return fitted(blocks, width, box.height * self.words_height, stage)


def shown_whole(slide: Slide, subject: Subject, stage: Stage, mat: Mat = NO_MAT) -> Arrangement:
    """The whole photo on the background, with its label below it, along its edge.

    Without a label and a passe-partout, it goes to the edges of the screen.
    """
    safe = stage.safe
    blocks: list[Block] = label(slide, stage)
    words = pages(blocks, safe.width, safe.height / 3, stage)
    gap = 0.4 * stage.margin if blocks else 0.0
    room = Rect(safe.x, safe.y, safe.width, safe.height - words.height - gap)
    if not blocks and not mat.width:
        room = stage.rect
    card = mat.fitted(subject.facts.size, room, stage)
    image = mat.opening(card, stage)
    edge = stage.from_edge(card, safe)
    if words.width > edge.width:
        edge = safe
    under = Rect(edge.x, card.bottom + gap, edge.width, words.height)
    photo = PlacedPhoto(subject.photo, image, image)
    return arranged((photo,), words.at(under, stage), mat.drawn(card, stage))


def _crop(subject: Subject, stage: Stage) -> float:
    """Share of the photo's width or height that is cut off if it fills the screen."""
    photo, screen = subject.facts.size, stage.size
    ratio = (photo.width / photo.height) / (screen.width / screen.height)
    return 1 - min(ratio, 1 / ratio)
