"""Lays out several photos on one wall, with a label for each and words about all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, around, fill, whole
from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.parts.arrangement import Arrangement, PlacedPhoto, Subject, arranged
from kiosk.layouts.parts.blocks import about, caption, credit, words_of
from kiosk.layouts.parts.column import Block, set_whole
from kiosk.layouts.parts.enlarging import enlarged, enlarging, in_usual_text
from kiosk.layouts.parts.pages import PagedLetters, Pages, pages, together
from kiosk.layouts.parts.spread import MUCH_LARGER, ROUNDING, spread
from kiosk.style.stage import Stage

LABEL_GAP = 0.3
"""Space between photos and the words below them, in margins."""
FOOT_GAP = 0.8
"""Space between labels and the words about all photos, in margins: wider, so that these words do
not look like another label.
"""
LABEL_SHARE = 0.3
"""Height of a label for which photos make room, as a share of the wall."""

LabelBlocks = list[Block]


class Hung(Struct, frozen=True):
    """The photos' windows, and the greatest height of a label below one."""

    windows: list[Rect]
    label_height: float


Hang = Callable[[Sequence[Subject], Sequence[LabelBlocks], Rect, Stage], Hung]
"""Takes photos, labels and a wall."""


class Several(Struct, frozen=True):
    """Photos on a wall with words beside it, or below it if the photos become much larger so."""

    hang: Hang
    share_upright: float
    """Least height of the wall above words, as a share of the room within the margins."""
    is_cut: bool = False
    """Whether photos are cut to the shape of their windows, around their focus."""

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        said = words_of(slide, stage)
        if not said:
            windows, signs = self._on_wall(slide, subjects, stage.safe, stage)
            return arranged(self._placed(subjects, windows), signs)
        if stage.size.upright or self._is_larger_above(slide, subjects, in_usual_text(stage)):
            above, is_whole = self._above(slide, subjects, stage)
            if stage.size.upright or is_whole:
                return above
        return self._beside(slide, subjects, stage)

    def _beside(self, slide: Slide, subjects: Sequence[Subject], stage: Stage) -> Arrangement:
        wall, column = spread(stage).photos, spread(stage).words
        windows, signs = self._on_wall(slide, subjects, wall, stage)
        words = pages(words_of(slide, stage), column.width, column.height, stage)
        letters = together(signs, words.at(column, stage, "middle"))
        return arranged(self._placed(subjects, windows), letters)

    def _is_larger_above(self, slide: Slide, subjects: Sequence[Subject], stage: Stage) -> bool:
        beside = self._beside(slide, subjects, stage)
        above, _ = self._above(slide, subjects, stage)
        return _area(above) > MUCH_LARGER * _area(beside)

    def _above(
        self, slide: Slide, subjects: Sequence[Subject], stage: Stage
    ) -> tuple[Arrangement, bool]:
        """The photos above their words, and whether all is on one page, the words in their size."""
        safe, space = stage.safe, stage.margin
        factor = self._enlarging(slide, subjects, stage) if stage.size.upright else 1.0
        said = enlarged(words_of(slide, stage), factor)
        wall = self._wall_above(said, stage)
        windows, signs = self._on_wall(slide, subjects, wall, stage)
        group = around([*windows, *_rects(signs)])
        words = pages(said, safe.width, safe.height - group.height - space, stage)
        # All are centred together, from the edge at which the words begin.
        down = max(0.0, safe.height - group.height - space - words.height) / 2
        edge = safe.right - group.right if stage.mirrored else safe.x - group.x
        by = Point(round(edge), round(safe.y + down - group.y))
        top = group.bottom + by.y + space
        letters = words.at(Rect(safe.x, top, safe.width, words.height), stage)
        signs = tuple(tuple(replace(sign, at=sign.at + by) for sign in page) for page in signs)
        photos = self._placed(subjects, [window.moved(by) for window in windows])
        return arranged(photos, together(signs, letters)), words.is_whole and len(signs) == 1

    def _wall_above(self, said: Sequence[Block], stage: Stage) -> Rect:
        """What the words below leave, but not less than a share of the room."""
        safe = stage.safe
        least = safe.height * stage.beside_words(self.share_upright)
        free = safe.height - set_whole(said, safe.width, stage).height - stage.margin - ROUNDING
        return Rect(safe.x, safe.y, safe.width, max(least, free))

    def _enlarging(self, slide: Slide, subjects: Sequence[Subject], stage: Stage) -> float:
        """How much larger the words can be below the photos without making these smaller."""
        usual = replace(in_usual_text(stage), has_pages=False)
        wall = self._wall_above(words_of(slide, usual), usual)
        windows, signs = self._on_wall(slide, subjects, wall, usual)
        group, safe = around([*windows, *_rects(signs)]), usual.safe
        room = safe.height - group.height - usual.margin - ROUNDING
        return enlarging(lambda on: words_of(slide, on), safe.width, room, stage)

    def _on_wall(
        self, slide: Slide, subjects: Sequence[Subject], wall: Rect, stage: Stage
    ) -> tuple[list[Rect], PagedLetters]:
        """The photos' windows, and their labels."""
        own, shared = _labels(slide, stage)
        foot = pages(shared, wall.width, wall.height * LABEL_SHARE, stage)
        gap = (FOOT_GAP if any(own) else LABEL_GAP) * stage.margin
        below = foot.height + gap if shared else 0.0
        free = Rect(wall.x, wall.y, wall.width, wall.height - below)
        hung = self.hang(subjects, own, free, stage)
        windows = [whole(_mirrored(place, wall, stage)) for place in hung.windows]
        signs = [
            pages(blocks, place.width, hung.label_height, stage).at(under(window, stage), stage)
            for blocks, place, window in zip(own, hung.windows, windows, strict=True)
        ]
        group = around([*windows, *(rect for sign in signs for rect in _rects(sign))])
        return windows, together(*signs, _at_foot(foot, gap, group, wall, stage))

    def _placed(
        self, subjects: Sequence[Subject], windows: Sequence[Rect]
    ) -> tuple[PlacedPhoto, ...]:
        placed = list[PlacedPhoto]()
        for subject, window in zip(subjects, windows, strict=True):
            size, focus = subject.facts.size, subject.photo.focus
            image = whole(fill(size, window, focus)) if self.is_cut else window
            placed.append(PlacedPhoto(subject.photo, image, window))
        return tuple(placed)


def room_below(
    labels: Sequence[LabelBlocks], widths: Sequence[float], height: float, stage: Stage
) -> float:
    """Height of the tallest of these labels, at most `height`, with the space above it."""
    heights = [
        pages(blocks, width, height, stage).height
        for blocks, width in zip(labels, widths, strict=True)
    ]
    return max(heights) + LABEL_GAP * stage.margin if max(heights) else 0.0


def under(window: Rect, stage: Stage) -> Rect:
    top = window.bottom + LABEL_GAP * stage.margin
    return Rect(window.x, top, window.width, stage.size.height - top)


def _area(arrangement: Arrangement) -> float:
    return sum(photo.window.size.area for photo in arrangement.photos)


def _rects(letters: PagedLetters) -> list[Rect]:
    return [one.rect for page in letters for one in page]


def _labels(slide: Slide, stage: Stage) -> tuple[list[LabelBlocks], LabelBlocks]:
    """A label for each photo, and the words about all of them.

    A photo's caption is about it alone, a slide's about all. A shared credit is shown once, but in
    both labels of a pair: below the first one, it would seem to be about that photo alone.
    """
    photos = slide.all_photos
    own = [about(photo, photo.caption, stage) for photo in photos]
    is_shared = len({photo.credit for photo in photos}) == 1
    if is_shared and not (len(photos) == 2 and all(own)):
        return own, [*caption(slide.caption, stage), *credit(photos[0].credit, stage)]
    of_each = [
        [*said, *credit(photo.credit, stage)] for said, photo in zip(own, photos, strict=True)
    ]
    return of_each, caption(slide.caption, stage)


def _at_foot(foot: Pages, gap: float, group: Rect, wall: Rect, stage: Stage) -> PagedLetters:
    """The words about all photos, below everything, along the photos' edge."""
    edge = stage.from_edge(group, wall)
    if foot.width > edge.width:
        edge = wall
    top = group.bottom + gap
    return foot.at(Rect(edge.x, top, edge.width, foot.height), stage)


def _mirrored(window: Rect, wall: Rect, stage: Stage) -> Rect:
    """A window moved so that the first photo is where reading begins."""
    if not stage.mirrored:
        return window
    return Rect(wall.x + wall.right - window.right, window.y, window.width, window.height)
