"""Lays out the reader: the page, and beside it the index and the scrubber."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import clamp
from kiosk.base.geometry import Point, Rect, around
from kiosk.exhibition.collection import Entry
from kiosk.layouts.end import TO_ALL
from kiosk.screens.actions import Action, GoHome, HitArea, OpenExhibition
from kiosk.screens.interview.index import CHARACTERS, IndexList, index_list, read_at
from kiosk.screens.interview.interview_page import TO_EXHIBITION, Page, marks, page
from kiosk.screens.interview.scrubber import Scrubber, scrubber
from kiosk.screens.interview.shortened import shortened
from kiosk.screens.interview.sticky_question import clearance
from kiosk.style.stage import Stage
from kiosk.types.scene import Colour, Fill, Item, Layer, Scrim

HEAD = 1.2
"""Least space above a passage to which the page is scrolled, in margins."""
NAME_SHARE = 0.7
"""Greatest width of the name beside a finger, as a share of the width beside the track."""


class ReaderLayout(Struct, frozen=True):
    entry: Entry
    stage: Stage
    page: Page
    last: float
    """The furthest that the page is scrolled."""
    index: IndexList | None
    scrubber: Scrubber | None

    @property
    def head(self) -> float:
        return max(HEAD * self.stage.margin, clearance(self.stage))

    def reading(self, scroll: float) -> float:
        """Which passage of the index is read, and the share of it that is above.

        A passage is read once it is near the upper edge; those of the last screen, one by one as
        the page comes to its end.
        """
        assert self.index is not None
        seen = self.stage.size.height - self.stage.bar
        way = min(seen, self.last)  # A short page scrolls less than a screen.
        at_end = clamp((scroll - (self.last - way)) / way) if way else 0.0
        line = scroll + self.head + 1 + (seen - self.head - 1) * at_end
        return read_at(self.index.passages, line)

    def current(self, scroll: float) -> int | None:
        """The passage of the index that is read."""
        number = int(self.reading(scroll) // 1) if self.index else -1
        return number if number >= 0 else None

    def scroll_to(self, number: int) -> float:
        """How far the page is scrolled for a passage of the index."""
        assert self.index is not None
        return self.index.passages[number].y - self.head

    def passage_place(self, scroll: float, slide: int | None) -> Rect | None:
        """Where the words are on the screen that a slide quotes; None if they are out of sight."""
        places = () if slide is None else marks(self.entry, slide, self.stage)
        if not places:
            return None
        foot = self.stage.size.height - self.stage.bar
        seen = around(places).moved(Point(0, -round(scroll)))
        seen = seen.intersection(replace(self.stage.rect, height=foot))
        return seen if seen.height else None

    def text(self, scroll: float, slide: int | None) -> Iterator[Item]:
        """What is in sight of the page; the words that a slide quotes are marked."""
        stage, up = self.stage, Point(0, -scroll)
        if self.page.rule and self.page.rule.moved(up).overlaps(stage.rect):
            yield Fill(self.page.rule.moved(up), stage.theme.quiet)
        for place in () if slide is None else marks(self.entry, slide, stage):
            if place.moved(up).overlaps(stage.rect):
                yield Fill(place.moved(up), stage.theme.marked)
        for one in self.page.between(scroll, scroll + stage.size.height):
            yield replace(one, at=one.at + up)

    def onward(self, scroll: float) -> Iterator[HitArea]:
        """The ways on at the end that are in sight: each line as high as a finger."""
        leads: dict[str, Action] = {
            TO_EXHIBITION: OpenExhibition(self.entry.name),
            TO_ALL: GoHome(),
        }
        stage, up = self.stage, Point(0, -scroll)
        foot = replace(stage.rect, height=stage.size.height - stage.bar)
        for one in self.page.between(scroll, scroll + foot.height):
            if action := leads.get(one.name):
                words = one.rect.moved(up)
                tall = words.inset(0, min(0.0, (words.height - stage.finger) / 2))
                seen = tall.intersection(foot).intersection(stage.reach)
                if seen.height >= stage.finger - 1:
                    yield HitArea(seen, action)

    def bar(self, *, fades: bool) -> list[Item]:
        """The bar at the foot, into which the text fades; in high contrast, nothing fades."""
        stage = self.stage
        bar = Rect(0, stage.size.height - stage.bar, stage.size.width, stage.bar)
        above = Rect(0, 0, bar.width, bar.y)
        faded = self._faded(above, stage.theme.ground, begins=True, ends=not fades)
        return [Fill(bar, stage.theme.ground), *faded]

    def _faded(self, frame: Rect, ground: Colour, *, begins: bool, ends: bool) -> Iterator[Item]:
        """Fades at the ends of a frame that do not show the first or the last of what is in it."""
        height = self.stage.margin
        if self.stage.comfort.contrast:
            return
        if not begins:
            upper = replace(frame, height=height)
            yield Scrim(upper, ground, 1.0, solid_from=1.0, from_top=True)
        if not ends:
            lower = replace(frame, y=frame.bottom - height, height=height)
            yield Scrim(lower, ground, 1.0, solid_from=1.0)

    def index_layers(
        self, index_scroll: float, current: int | None, pressed: Action | None
    ) -> Iterator[Layer]:
        """The index; over the text, it is on a sheet of its own."""
        assert self.index is not None
        ground = self.stage.theme.ground
        if not self.index.is_beside:
            ground = self.stage.theme.raised
            frame = self.index.frame
            top = frame.y - 0.5 * self.stage.margin
            sheet = Rect(frame.x, top, frame.width, frame.bottom - top)
            yield Layer((Fill(sheet, ground),))
        rows = self.index.items(index_scroll, current, pressed, self.stage)
        begins, ends = index_scroll <= 0, index_scroll >= self.index.last
        faded = self._faded(self.index.frame, ground, begins=begins, ends=ends)
        yield Layer((*rows, *faded), clip=self.index.frame)

    def scrubber_items(self, scroll: float, current: int | None, *, held: bool) -> Iterator[Item]:
        """The scrubber; under a finger, with the name of the passage there."""
        if not self.scrubber:
            return
        shown = self.index.passages if self.index else ()
        ticks = tuple(one.y - self.head for one in shown if one.is_chapter)
        yield from self.scrubber.items(scroll, ticks, self.stage, held=held)
        if held and self.index and current is not None:
            width = NAME_SHARE * (self.stage.size.width - self.scrubber.track.width)
            words = self.index.passages[current].words
            style = self.stage.style("body", language=words.style.language)
            name = shortened(words.text, style, width, CHARACTERS, self.stage)
            yield from self.scrubber.name(name, scroll, self.stage)


@lru_cache(maxsize=8)
def reader_layout(entry: Entry, stage: Stage) -> ReaderLayout:
    set_page = page(entry, stage)
    last = max(0.0, set_page.box.bottom + stage.margin + stage.bar - stage.size.height)
    index = index_list(entry, stage)
    return ReaderLayout(entry, stage, set_page, last, index, scrubber(last, stage))


def same_place(scroll: float, old: ReaderLayout, new: ReaderLayout) -> float:
    """How far a page is scrolled to stay at the same words, when their size or column changes.

    In another language, it stays at the same question and answer.
    """
    layouts = (old, new)
    readings = [one.entry.reading_in(one.stage.language) for one in layouts]
    if readings[0] == readings[1]:
        # Counted from the end, since the head may have other notes.
        at = next(n for n, one in enumerate(old.page.letters) if one.rect.bottom > scroll)
        at = max(at - len(old.page.letters), -len(new.page.letters))
        was, now = (one.page.letters[at].rect for one in layouts)
    else:
        exchange = old.page.exchange_at(scroll) or 0
        was, now = (one.page.rect_of(exchange) for one in layouts)
    place = now.y + (scroll - was.y) / was.height * now.height
    return clamp(place, 0.0, new.last)
