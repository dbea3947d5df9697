"""Single: one photo as large as the screen allows, its words over its calmest edge or below."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.exhibition.model import Slide
from kiosk.geometry import Rect, fill, fit, whole
from kiosk.layouts.arrangement import Arrangement, PlacedPhoto, Subject
from kiosk.layouts.beside import Beside
from kiosk.layouts.column import Block, bounds, column
from kiosk.layouts.veil import veil
from kiosk.layouts.wording import label, words_of
from kiosk.stage import Stage

CROP_MAX = 0.22
"""Share of a photo's width or height that may be lost so that it fills the screen."""


@dataclass(frozen=True)
class Single:
    words_width: float = 0.62
    """Widest column of words over a photo, as a share of the screen."""
    words_height: float = 0.45

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        (subject,) = subjects
        if _crop(subject, stage) <= CROP_MAX:
            return self._over(slide, subject, stage)
        if words_of(slide, stage):
            return Beside().place(slide, subjects, stage)
        return self._below(slide, subject, stage)

    def _over(self, slide: Slide, subject: Subject, stage: Stage) -> Arrangement:
        """The photo fills the screen; words stand on a veil at its foot."""
        image = whole(fill(subject.facts.size, stage.rect, subject.photo.focus))
        photo = PlacedPhoto(subject.photo, image, stage.rect)
        blocks = [*words_of(slide, stage), *label(slide, stage, ink=stage.theme.ink)]
        if not blocks:
            return Arrangement(photos=(photo,))
        box = stage.safe
        width = box.width if stage.size.upright else stage.size.width * self.words_width
        words = column(blocks, width, box.height * self.words_height, stage)
        placed = words.at(box, stage, "bottom")
        return Arrangement((photo,), (*veil(bounds(placed), photo, subject.facts, stage), *placed))

    def _below(self, slide: Slide, subject: Subject, stage: Stage) -> Arrangement:
        """The photo is shown whole on the ground; its label stands under it."""
        safe = stage.safe
        blocks: list[Block] = label(slide, stage)
        words = column(blocks, safe.width, safe.height / 3, stage)
        gap = 0.4 * stage.margin if blocks else 0.0
        top = 0.0 if not blocks else stage.margin / 2
        room = Rect(safe.x, top, safe.width, safe.bottom - top - words.height - gap)
        image = whole(fit(subject.facts.size, room))
        under = Rect(image.x, image.bottom + gap, image.width, words.height)
        if words.width > image.width:
            under = Rect(safe.x, under.y, safe.width, under.height)
        photo = PlacedPhoto(subject.photo, image, image)
        return Arrangement((photo,), words.at(under, stage))


def _crop(subject: Subject, stage: Stage) -> float:
    """Share of the photo's width or height that filling the screen would cut away."""
    photo, screen = subject.facts.size, stage.size
    ratio = (photo.width / photo.height) / (screen.width / screen.height)
    return 1 - min(ratio, 1 / ratio)
