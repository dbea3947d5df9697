"""Lays out a photo beside its words, or above them if it becomes much larger there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from kiosk.base.geometry import Point, Rect, Size, whole
from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.parts.arrangement import Arrangement, PlacedPhoto, Subject, arranged
from kiosk.layouts.parts.blocks import label, words_of
from kiosk.layouts.parts.column import Block
from kiosk.layouts.parts.mat import NO_MAT, Mat
from kiosk.layouts.parts.pages import PagedItems, Pages, pages, together
from kiosk.style.stage import Stage

LABEL_ROUNDS = 6
"""Most rounds to fit photo and label: a narrower photo has a taller label, which narrows the photo
again; soon both agree.
"""

MUCH_LARGER = 1.6
"""The photo goes above its words if its area there is more than this many times as large."""

WORDS_ROOM = 0.35
"""Least height of words on several pages below a photo, as a share of the room: else the photo
gets smaller, so that a page holds more than a line or two.
"""
SHARE_LEAST = 0.25
"""Least height of such a photo."""

BlocksOf = Callable[[Slide, Stage], Sequence[Block]]


class Beside(Struct, frozen=True):
    photo_share: float = 0.6
    """Greatest width of the photo, as a share of the room within the margins."""
    photo_share_upright: float = 0.6
    photo_share_most: float = 0.6
    """Height of the photo above its words if they still fit unreduced, as a share of the room."""
    gutter: float = 1.4
    """Space between photo and words, in margins."""
    words: BlocksOf = words_of
    mat: Mat = NO_MAT

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        (subject,) = subjects
        if stage.size.upright:
            shares = dict.fromkeys((self.photo_share_most, self.photo_share_upright))
            ways = [self._stacked(slide, subject, share, stage) for share in shares]
            return next((way for way, is_whole in ways if is_whole), ways[-1][0])
        gap = 0.35 * stage.margin
        size, captions = self._photo_with_captions(slide, subject, gap, stage)
        above = self._above(subject, self.photo_share_upright, stage)
        if above.size.area > MUCH_LARGER * size.area:
            stacked, is_whole = self._stacked(slide, subject, self.photo_share_upright, stage)
            if is_whole:
                return stacked
        safe, gutter = stage.safe, self.gutter * stage.margin
        room = safe.width - size.width - gutter
        words = pages(self.words(slide, stage), room, safe.height, stage)
        # Photo and words are centred together, with the free space around them.
        left = safe.x + (room - words.width) / 2
        card = self._card(size, left, gap + captions.height, stage)
        under = Rect(card.x, card.bottom + gap, card.width, captions.height)
        column_box = stage.mirror(
            Rect(left + size.width + gutter, safe.y, words.width, safe.height)
        )
        letters = together(words.at(column_box, stage, "middle"), captions.at(under, stage))
        return self._arranged(subject, card, letters, stage)

    def _photo_with_captions(
        self, slide: Slide, subject: Subject, gap: float, stage: Stage
    ) -> tuple[Size, Pages]:
        """The photo's largest size with room for its label below, which is as wide as the photo."""
        safe = stage.safe
        blocks = label(slide, stage)
        below = 0.0
        for _ in range(LABEL_ROUNDS):
            share = stage.beside_words(self.photo_share)
            box = Rect(0, 0, safe.width * share, safe.height - below)
            size = self.mat.fitted(subject.facts.size, box, stage).size
            captions = pages(blocks, size.width, safe.height / 4, stage)
            if captions.height + gap <= below or not blocks:
                break
            below = captions.height + gap
        return size, captions

    def _card(self, size: Size, left: float, below: float, stage: Stage) -> Rect:
        safe = stage.safe
        top = safe.y + (safe.height - size.height - below) / 2
        return whole(stage.mirror(Rect(left, top, size.width, size.height)))

    def _stacked(
        self, slide: Slide, subject: Subject, share: float, stage: Stage
    ) -> tuple[Arrangement, bool]:
        """The photo above its words, and whether the words fit without being set smaller."""
        safe = stage.safe
        gap = 0.35 * stage.margin
        card = self._above(subject, share, stage)
        # Label and words share the photo's edge.
        edge = stage.from_edge(card, safe)
        captions = pages(label(slide, stage), edge.width, safe.height / 4, stage)
        top = card.bottom + gap + captions.height + 0.8 * stage.margin
        blocks = self.words(slide, stage)
        words = pages(blocks, edge.width, safe.bottom - top, stage, in_columns=True)
        lacking = WORDS_ROOM * safe.height - (safe.bottom - top)
        if len(words.pages) > 1 and lacking > 0 and share > SHARE_LEAST:
            smaller = min(0.9 * share, (card.height - lacking) / stage.beside_words(safe.height))
            return self._stacked(slide, subject, max(SHARE_LEAST, smaller), stage)
        # The free space is divided equally above and below.
        down = max(0.0, safe.bottom - top - words.height) / 2
        card = whole(card.moved(Point(0, down)))
        under = Rect(edge.x, card.bottom + gap, edge.width, captions.height)
        below = Rect(edge.x, top + down, edge.width, words.height)
        letters = together(captions.at(under, stage), words.at(below, stage))
        return self._arranged(subject, card, letters, stage), words.is_whole

    def _above(self, subject: Subject, share: float, stage: Stage) -> Rect:
        """The photo's card above the words, as large as its share of the room allows."""
        safe = stage.safe
        box = Rect(safe.x, safe.y, safe.width, safe.height * stage.beside_words(share))
        return whole(self.mat.fitted(subject.facts.size, box, stage))

    def _arranged(
        self, subject: Subject, card: Rect, letters: PagedItems, stage: Stage
    ) -> Arrangement:
        image = self.mat.opening(card, stage)
        photo = PlacedPhoto(subject.photo, image, image)
        return arranged((photo,), letters, self.mat.drawn(card, stage))
