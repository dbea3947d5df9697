"""Lays out a photo beside its words, or above them if it becomes much larger there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from kiosk.base.geometry import Point, Rect, Size, whole
from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.parts.arrangement import Arrangement, PlacedPhoto, Subject, arranged
from kiosk.layouts.parts.blocks import label, label_style, words_of
from kiosk.layouts.parts.column import Block, set_whole
from kiosk.layouts.parts.enlarging import enlarged, enlarging, in_usual_text
from kiosk.layouts.parts.mat import NO_MAT, Mat
from kiosk.layouts.parts.pages import PagedItems, Pages, pages, together
from kiosk.layouts.parts.spread import MUCH_LARGER, ROUNDING, spread
from kiosk.style.stage import Stage

WIDER = (1.25, 1.5, 1.75, 2.0, 2.5)
"""Widths of a label that is wider than its photo, as multiples of the photo's."""
LABEL_ROUNDS = 6
"""Most rounds to fit photo and label: a narrower photo has a taller label, which narrows the photo
again; soon both agree.
"""

WORDS_ROOM = 0.35
"""Least height of words on several pages below a photo, as a share of the room: else the photo
gets smaller, so that a page holds more than a line or two.
"""
SHARE_LEAST = 0.25
"""Least height of such a photo."""
BELOW, LABEL_GAP = 0.8, 0.3
"""Space from a photo and its label to the words below them, and between both, in margins."""
LABEL_GUTTER, LABEL_CHARACTERS, FOOT_SHARE = 0.5, 16, 0.25
"""On an upright screen, space between a photo and a label at its foot, in margins; the fewest
characters in its lines, and its greatest height, as a share of the photo's.
"""
BESIDE_GAP = 0.35
"""Space between a photo beside its words and the label below it, in margins."""
LARGE_WORDS = 0.5
"""Greatest height of a photo on an upright screen whose words can be larger so, as a share."""


class Label(Struct, frozen=True):
    """A label that has been placed; `below` is the height that it takes below its photo."""

    letters: PagedItems
    below: float = 0.0


BlocksOf = Callable[[Slide, Stage], Sequence[Block]]


class Beside(Struct, frozen=True):
    share_upright: float = 0.6
    """Height of the photo above its words, as a share of the room within the margins."""
    share_most: float = 0.6
    """The same if the words still fit unreduced."""
    enlarged_to: float = 0.5
    """Few words beside a photo are enlarged up to this share of the screen's height."""
    words: BlocksOf = words_of
    mat: Mat = NO_MAT

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        (subject,) = subjects
        if stage.size.upright:
            shares = dict.fromkeys((self.share_most, self.share_upright, self._share_large))
            ways = [self._stacked(slide, subject, share, stage) for share in shares]
            return next((way for way, is_whole in ways if is_whole), ways[-1][0])
        if self._times_as_large_above(slide, subject, in_usual_text(stage)) > MUCH_LARGER:
            share = self._share_left(slide, stage)
            stacked, is_whole = self._stacked(slide, subject, share, stage)
            if is_whole and self._times_as_large_above(slide, subject, stage) > 1:
                return stacked
        gap = BESIDE_GAP * stage.margin
        size, captions = self._photo_with_captions(slide, subject, stage)
        room = spread(stage, subject.facts.size)
        field, column = room.photos, room.words
        usual, height = spread(in_usual_text(stage)).words, self.enlarged_to * stage.size.height
        factor = enlarging(lambda on: self.words(slide, on), usual.width, height, stage)
        blocks = enlarged(self.words(slide, stage), factor)
        words = pages(blocks, column.width, column.height, stage)
        below = gap + captions.height if captions.height else 0.0
        # The edge of photo and label is at the words, and not in the middle of their part.
        left = stage.mirror(field).right - max(size.width, captions.width)
        at = Point(left, field.centre.y - (size.height + below) / 2)
        card = whole(stage.mirror(Rect.of(size, at)))
        under = stage.from_edge(card.moved(Point(0, card.height + gap)), field)
        letters = together(words.at(column, stage, "middle"), captions.at(under, stage))
        return self._arranged(subject, card, letters, stage)

    def _times_as_large_above(self, slide: Slide, subject: Subject, stage: Stage) -> float:
        """Area of the photo above its words, by its area beside them."""
        size, _ = self._photo_with_captions(slide, subject, stage)
        above = self._above(subject, self._share_left(slide, stage), stage)
        return above.size.area / size.area

    def _share_left(self, slide: Slide, stage: Stage) -> float:
        """The share of the height that the words leave to a photo above them."""
        safe = stage.safe
        words = set_whole(self.words(slide, stage), safe.width, stage)
        widest = Rect(safe.x, safe.y, safe.width, 0)
        space = self._label_by(slide, widest, stage).below + BELOW * stage.margin + ROUNDING
        free = safe.height - words.height - space
        return max(SHARE_LEAST, free / stage.beside_words(safe.height))

    def _label_by(self, slide: Slide, card: Rect, stage: Stage) -> Label:
        """The label of a photo above its words: at its foot where there is room, else below it."""
        safe, gutter = stage.safe, LABEL_GUTTER * stage.margin
        blocks = label(slide, stage)
        free = safe.width - card.width - gutter
        if stage.size.upright and free >= stage.measure(label_style(stage), LABEL_CHARACTERS):
            column = set_whole(blocks, free, stage)
            if column.height <= FOOT_SHARE * card.height:
                at = Rect(safe.x + card.width + gutter, card.y, free, card.height)
                return Label((column.at(stage.mirror(at), stage, "bottom"),))
        words = pages(blocks, safe.width, safe.height / 4, stage)
        top = card.bottom + LABEL_GAP * stage.margin
        below = words.height + LABEL_GAP * stage.margin if words.height else 0.0
        return Label(words.at(Rect(safe.x, top, safe.width, words.height), stage), below)

    def _photo_with_captions(
        self, slide: Slide, subject: Subject, stage: Stage
    ) -> tuple[Size, Pages]:
        """The photo's largest size with room for its label below."""
        field, gap = spread(stage, subject.facts.size).photos, BESIDE_GAP * stage.margin
        blocks = label(slide, stage)
        below = 0.0
        for _ in range(LABEL_ROUNDS):
            box = Rect(0, 0, field.width, field.height - below)
            size = self.mat.fitted(subject.facts.size, box, stage).size
            captions = _captions(blocks, size.width, field, stage)
            if captions.height + gap <= below or not blocks:
                break
            below = captions.height + gap
        return size, captions

    def _stacked(
        self, slide: Slide, subject: Subject, share: float, stage: Stage
    ) -> tuple[Arrangement, bool]:
        """The photo above its words, and whether the words fit without being set smaller."""
        safe = stage.safe
        card = self._above(subject, share, stage)
        factor = self._enlarging(slide, subject, stage) if stage.size.upright else 1.0
        below = self._label_by(slide, card, stage).below
        top = card.bottom + below + BELOW * stage.margin
        blocks = enlarged(self.words(slide, stage), factor)
        room = safe.bottom - top
        words = pages(blocks, safe.width, room, stage, in_columns=True)
        lacking = WORDS_ROOM * safe.height - room
        if len(words.pages) > 1 and lacking > 0 and share > SHARE_LEAST:
            smaller = min(0.9 * share, (card.height - lacking) / stage.beside_words(safe.height))
            return self._stacked(slide, subject, max(SHARE_LEAST, smaller), stage)
        # The free space is divided equally above and below.
        down = max(0.0, room - words.height) / 2
        card = whole(card.moved(Point(0, down)))
        said = Rect(safe.x, top + down, safe.width, words.height)
        captions = self._label_by(slide, card, stage).letters
        letters = together(words.at(said, stage), captions)
        return self._arranged(subject, card, letters, stage), words.is_whole

    def _enlarging(self, slide: Slide, subject: Subject, stage: Stage) -> float:
        """How much larger the words can be below the photo, where they have the whole width."""
        usual = in_usual_text(stage)
        safe = usual.safe
        card = self._above(subject, self._share_large, usual)
        below = self._label_by(slide, card, usual).below + BELOW * usual.margin
        room = safe.height - card.height - below
        return enlarging(lambda on: self.words(slide, on), safe.width, room, stage)

    @property
    def _share_large(self) -> float:
        return min(self.share_upright, LARGE_WORDS)

    def _above(self, subject: Subject, share: float, stage: Stage) -> Rect:
        """The photo's card above the words, as large as its share of the room allows.

        It begins at the edge at which the words begin.
        """
        safe = stage.safe
        box = Rect(safe.x, safe.y, safe.width, safe.height * stage.beside_words(share))
        size = self.mat.fitted(subject.facts.size, box, stage).size
        return whole(stage.mirror(Rect.of(size, safe.top_left)))

    def _arranged(
        self, subject: Subject, card: Rect, letters: PagedItems, stage: Stage
    ) -> Arrangement:
        image = self.mat.opening(card, stage)
        photo = PlacedPhoto(subject.photo, image, image)
        return arranged((photo,), letters, self.mat.drawn(card, stage))


def _captions(blocks: Sequence[Block], least: float, field: Rect, stage: Stage) -> Pages:
    """A label as wide as its photo, or wider if it would take several pages so."""
    widths = [least, *(wider * least for wider in WIDER if wider * least < field.width)]
    for width in (*widths, field.width):
        captions = pages(blocks, width, field.height / 4, stage)
        if len(captions.pages) == 1:
            break
    return captions
