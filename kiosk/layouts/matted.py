"""Lays out one photo in a passe-partout, its label below and its words beside it.

Without a photo, the passe-partout is empty but for the words of a quote.
"""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Rect, Size, whole
from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.beside import Beside
from kiosk.layouts.parts.arrangement import Arrangement, Subject, arranged
from kiosk.layouts.parts.blocks import words_of
from kiosk.layouts.parts.mat import PASSE_PARTOUT, Mat
from kiosk.layouts.parts.words_alone import quote_in_frame
from kiosk.layouts.quote import small_title
from kiosk.layouts.single import shown_whole
from kiosk.style.stage import Stage

ACROSS, UPRIGHT = Size(3, 2), Size(4, 5)
"""Shapes of an empty opening: those of a photo that would suit the screen."""


class Matted(Struct, frozen=True):
    mat: Mat = PASSE_PARTOUT

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        if not subjects:
            return self._empty(slide, stage)
        if words_of(slide, stage):
            return Beside(mat=self.mat).place(slide, subjects, stage)
        (subject,) = subjects
        return shown_whole(slide, subject, stage, self.mat)

    def _empty(self, slide: Slide, stage: Stage) -> Arrangement:
        assert slide.quote, "without a photo, a mat holds a quote"
        words = quote_in_frame(lambda on: small_title(slide, on), slide.quote, self._box, stage)
        return arranged((), words, self.mat.drawn(self._card(stage), stage))

    def _card(self, stage: Stage) -> Rect:
        photo = UPRIGHT if stage.size.upright else ACROSS
        return whole(self.mat.fitted(photo, stage.safe, stage))

    def _box(self, stage: Stage) -> Rect:
        return self.mat.opening(self._card(stage), stage).inset(stage.margin)
