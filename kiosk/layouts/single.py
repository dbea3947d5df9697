"""Lays out one photo as large as the screen allows, whole, or cut so that it fills the screen."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, fill, whole
from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.beside import Beside
from kiosk.layouts.parts.arrangement import Arrangement, PlacedPhoto, Subject, arranged
from kiosk.layouts.parts.blocks import label, label_style, words_of
from kiosk.layouts.parts.column import Block, Column, bounds, fitted
from kiosk.layouts.parts.enlarging import in_usual_text
from kiosk.layouts.parts.mat import NO_MAT, Mat
from kiosk.layouts.parts.pages import PagedItems, pages
from kiosk.layouts.parts.scrim import scrim_under
from kiosk.layouts.parts.text_placement import Place, calmest
from kiosk.style.stage import Stage
from kiosk.style.themes import READABLE

CROP_MAX = 0.4
"""Largest share of a photo's width or height that may be cut off so that it fills the screen: on a
screen of another shape than the curator's, little of it would be left.
"""
DARK_WORDS = 0.3
"""Words over photos are light, unless dark words cost less by more than this, as over snow."""
CLEARLY_LARGER = 1.05
"""A label is beside its photo if the photo's area there is more than this many times as large."""
AS_LARGE = 0.99
LABEL_CHARACTERS, LARGER_LABEL_CHARACTERS = 30, 21
"""Fewest characters in a line of a label beside most photos, and beside a narrow one or where the
visitor enlarges letters.
"""
LABEL_GUTTER, LABEL_GAP = 0.5, 0.3
"""Space between a photo and a label beside it, and below it, in margins."""
NARROW = 0.75
"""A photo of less than this share of their width is in the middle of where others are."""
MOST_SHAPES = 1.5
"""Width of most photos by their height."""


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
            over = self._over(slide, subject, stage)
            if over:
                return over
        if words_of(slide, stage):
            return Beside().place(slide, subjects, stage)
        return shown_whole(slide, subject, stage)

    def _over(self, slide: Slide, subject: Subject, stage: Stage) -> Arrangement | None:
        """The photo fills the screen, and words are where it is calm; None if it is nowhere."""
        image = whole(fill(subject.facts.size, stage.rect, subject.photo.focus))
        photo = PlacedPhoto(subject.photo, image, stage.rect)
        over = replace(stage, theme=stage.theme.over_photos)
        if not (words_of(slide, stage) or label(slide, stage)):
            return Arrangement(photos=(photo,))
        motion = "still" if stage.comfort.still else slide.motion or "still"
        place = self._place(slide, photo, subject, over)
        dark = replace(stage, theme=stage.theme.over_pale_photos)
        in_dark = self._place(slide, photo, subject, dark)
        if place and in_dark and in_dark.cost + DARK_WORDS < place.cost:
            over, place = dark, in_dark
        if place is None or not place.is_calm:
            return None
        under = scrim_under(bounds(place.letters), photo, subject.facts, over, motion)
        return Arrangement((photo,), (*under, *place.letters))

    def _place(
        self, slide: Slide, photo: PlacedPhoto, subject: Subject, stage: Stage
    ) -> Place | None:
        """The calmest place for the words; None if they are too many."""
        words = self._words(slide, stage)
        if words is None:
            return None
        motion = "still" if stage.comfort.still else slide.motion or "still"
        on_axis = bool(words_of(slide, stage))
        return calmest(words, photo, subject.facts, stage, motion, on_axis=on_axis)

    def _words(self, slide: Slide, stage: Stage) -> Column | None:
        blocks = [*words_of(slide, stage), *label(slide, stage, ink=stage.theme.ink)]
        box = stage.safe
        share = 1.0 if stage.size.upright else self.words_width * stage.comfort.text_scale
        width = min(box.width, stage.size.width * share)
        return fitted(blocks, width, box.height * self.words_height, stage)


def shown_whole(slide: Slide, subject: Subject, stage: Stage, mat: Mat = NO_MAT) -> Arrangement:
    """The whole photo on the background, with its label beside it if it is larger so, else below.

    A photo without a label has the place of one that has a label.
    """
    beside = _with_label_beside(label(slide, stage), subject, stage, mat)
    if beside and _suits_beside(slide, subject, stage, mat):
        return beside
    return _with_label_below(slide, subject, stage, mat)


def _suits_beside(slide: Slide, subject: Subject, stage: Stage, mat: Mat) -> bool:
    """Whether the photo is as large so, or clearly larger if it has a label.

    All text sizes have the label where the usual one has it, if there is room.
    """
    usual = replace(in_usual_text(stage), has_pages=False)
    below = _with_label_below(slide, subject, usual, mat)
    beside = _with_label_beside(label(slide, usual), subject, usual, mat)
    least = CLEARLY_LARGER if label(slide, usual) else AS_LARGE
    return beside is not None and _area(beside) > least * _area(below)


def _with_label_below(slide: Slide, subject: Subject, stage: Stage, mat: Mat) -> Arrangement:
    """The label along the photo's edge."""
    blocks, safe = label(slide, stage), stage.safe
    gap = LABEL_GAP * stage.margin if blocks else 0.0
    words = pages(blocks, safe.width, safe.height / 3, stage)
    room = Rect(safe.x, safe.y, safe.width, safe.height - words.height - gap)
    fitting = mat.fitted(subject.facts.size, room, stage)
    left = min(_left(fitting.width, stage), safe.right - fitting.width)
    card = stage.mirror(Rect(left, fitting.y, fitting.width, fitting.height))
    edge = stage.from_edge(card, safe)
    if words.width > edge.width:
        edge = safe
    under = Rect(edge.x, card.bottom + gap, edge.width, words.height)
    return _hung(subject, card, words.at(under, stage), stage, mat)


def _with_label_beside(
    blocks: list[Block], subject: Subject, stage: Stage, mat: Mat
) -> Arrangement | None:
    """The label at the photo's foot, beside it; None if there is no room for it."""
    if stage.size.upright:
        return None
    safe, gap, style = stage.safe, LABEL_GUTTER * stage.margin, label_style(stage)
    edge = safe.x + max(0.0, _free_beside(stage)) / 2
    room = Rect(edge, safe.y, safe.right - gap - _label_width(stage) - edge, safe.height)
    size = mat.fitted(subject.facts.size, room, stage).size
    card = Rect.of(size, Point(_left(size.width, stage), safe.y + (safe.height - size.height) / 2))
    width = min(safe.right - gap - card.right, stage.measure(style))
    if width < stage.measure(style, LARGER_LABEL_CHARACTERS):
        return None
    words = pages(blocks, width, size.height, stage)
    if not words.is_single:
        return None
    at = Rect(card.right + gap, card.y, words.width, card.height)
    letters = words.at(stage.mirror(at), stage, "bottom")
    return _hung(subject, stage.mirror(card), letters, stage, mat)


def _left(width: float, stage: Stage) -> float:
    """Where a photo of this width begins: a narrow one is in the middle of where others are.

    Where the labels of most photos are below them, all photos are in the middle of the screen.
    """
    safe, free = stage.safe, _free_beside(stage)
    if free < 0:
        return safe.x + (safe.width - width) / 2
    most = MOST_SHAPES * safe.height
    edge = safe.x + free / 2
    return edge + (most - width) / 2 if width < NARROW * most else edge


def _free_beside(stage: Stage) -> float:
    """The width that most photos leave free with their labels beside them; negative if none."""
    beside = LABEL_GUTTER * stage.margin + _label_width(stage)
    return stage.safe.width - beside - MOST_SHAPES * stage.safe.height


def _label_width(stage: Stage) -> float:
    is_larger = stage.comfort.text_scale > 1
    characters = LARGER_LABEL_CHARACTERS if is_larger else LABEL_CHARACTERS
    return stage.measure(label_style(stage), characters)


def _hung(subject: Subject, card: Rect, letters: PagedItems, stage: Stage, mat: Mat) -> Arrangement:
    image = mat.opening(card, stage)
    photo = PlacedPhoto(subject.photo, image, image)
    return arranged((photo,), letters, mat.drawn(card, stage))


def _area(arrangement: Arrangement) -> float:
    return sum(photo.window.size.area for photo in arrangement.photos)


def _crop(subject: Subject, stage: Stage) -> float:
    """Share of the photo's width or height that is cut off if it fills the screen."""
    photo, screen = subject.facts.size, stage.size
    ratio = (photo.width / photo.height) / (screen.width / screen.height)
    return 1 - min(ratio, 1 / ratio)
