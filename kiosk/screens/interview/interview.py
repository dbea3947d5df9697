"""Shows the whole interview to scroll; from a quote, it opens at the quoted words."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect
from kiosk.exhibition.collection import Collection
from kiosk.gestures import (
    Cancelled,
    Dragged,
    LongPressed,
    Pinched,
    PinchEnded,
    Pressed,
    Released,
    Tapped,
)
from kiosk.language.translations import BACK, CONTENTS, HOME
from kiosk.screens.actions import (
    Action,
    BackToSlide,
    GoHome,
    GoToPassage,
    HitArea,
    OpenIndex,
    PointAt,
    touched,
)
from kiosk.screens.context import Context
from kiosk.screens.controls import (
    Control,
    Sign,
    comfort_signs,
    drawn,
    foot,
    forth_and_back,
    icon_sign,
)
from kiosk.screens.home import Home
from kiosk.screens.interview import margin_photos
from kiosk.screens.interview.reader_layout import ReaderLayout, reader_layout, same_place
from kiosk.screens.interview.sticky_question import sticky_question
from kiosk.screens.overlays.focus_ring import onward
from kiosk.screens.screen import Input
from kiosk.screens.scroll import Scroll
from kiosk.screens.slide_view import FRAME_S
from kiosk.style.stage import Stage
from kiosk.types.events import KeyPressed, Tick, Wheel
from kiosk.types.photo import Request
from kiosk.types.scene import Layer

PAGE_SHARE = 0.8
"""Share of the visible page that an arrow key scrolls."""
NEAR = 1.5
"""From how far a passage comes that is chosen, in heights of the screen."""


class InterviewReader(Struct, frozen=True, tag=True):
    idle_factor: ClassVar[float] = 2.0
    """Readers touch the screen less often."""
    is_in_use: ClassVar[bool] = False

    entry: str
    scroll: Scroll = Scroll()
    """How far the page is scrolled down."""
    hold: Literal["", "text", "index", "track"] = ""
    """What a finger holds."""
    held_at: Point = Point()
    """Where the finger came down."""
    pressed: Action | None = None
    index_scroll: Scroll | None = None
    """How far the index is scrolled; None while it follows the text."""
    has_index: bool = False
    """Whether the index is open over the text."""
    chosen: int | None = None
    """The passage of the index that was chosen, until the page is scrolled."""
    slide: int | None = None
    """The slide whose quote was touched: its words are marked, and Back returns to it."""
    slide_page: int = 0
    """The page of that slide to which Back returns."""

    @property
    def held(self) -> bool:
        return bool(self.hold)

    def on(
        self, event: Input, context: Context, now_s: float
    ) -> tuple[InterviewReader, Action | None]:
        laid_out = self._laid_out(context)
        match event:
            case Pressed(at):
                return self._caught(at, context, laid_out, now_s), None
            case Dragged(by) | Pinched(by=by) if self.hold == "track" and laid_out.scrubber:
                goal = laid_out.scrubber.scroll_at(self.held_at.y + by.y)
                return self._drawn_to(Scroll(goal, held=True)), None
            case Dragged(by, "y") | Pinched(by=by):
                return self._drawn(by.y), None
            case Released(velocity, "y"):
                return self._let_go(laid_out, now_s, -velocity.y), None
            case Tapped(at):
                return self._tapped(at, context, laid_out, now_s)
            case LongPressed() | Dragged():
                return replace(self, pressed=None), None
            case Released() | Cancelled() | PinchEnded():
                return self._let_go(laid_out, now_s), None
            case Wheel(by):
                return self._moved(-by, laid_out, now_s), None
            case KeyPressed(key):
                return self._key(key, context, laid_out, now_s)
            case Tick() if context.entries and not context.is_shown(self.entry):
                return self, GoHome()
        return self, None

    def view(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        laid_out = self._laid_out(context)
        stage, scroll = laid_out.stage, round(self.scroll.at(now_s, laid_out.last))
        entry, themed = laid_out.entry, context.within(laid_out.entry)
        hung = margin_photos.items(entry, themed, scroll)
        text = Layer((*laid_out.text(scroll, self.slide), *hung), stage.theme.ground)
        head = sticky_question(laid_out.page, scroll, stage)
        current = self._current(laid_out, now_s)
        controls = laid_out.bar(fades=not self.has_index)
        if not self.has_index:
            controls += laid_out.scrubber_items(scroll, current, held=self.hold == "track")
        controls += drawn(self._foot(context, laid_out), self.pressed, stage)
        index = tuple[Layer, ...]()
        if self._shows_index(laid_out):
            at = self._index_at(laid_out, now_s)
            index = tuple(laid_out.index_layers(at, current, self.pressed))
        return (text, head, *index, Layer(tuple(controls)))

    def passage_place(self, context: Context, now_s: float) -> Rect | None:
        """Where the words that its slide quotes are in sight; None if they are not."""
        laid_out = self._laid_out(context)
        return laid_out.passage_place(self.scroll.at(now_s, laid_out.last), self.slide)

    def stage(self, context: Context) -> Stage:
        return context.stage_of(context.entry(self.entry))

    def buttons(self, context: Context) -> tuple[HitArea, ...]:
        return self._buttons(context, self._laid_out(context), math.inf)

    def due_s(self, context: Context, now_s: float) -> float:
        laid_out = self._laid_out(context)
        later_s = now_s + FRAME_S
        moves = self.scroll.at(now_s, laid_out.last) != self.scroll.at(later_s, laid_out.last)
        if self._shows_index(laid_out):
            moves |= self._index_at(laid_out, now_s) != self._index_at(laid_out, later_s)
        return later_s if moves else math.inf

    def with_collection(
        self, former: Collection, collection: Collection, now_s: float
    ) -> InterviewReader | Home:
        entry = collection.entry(self.entry)
        if entry is None or entry.readable is None:
            return Home()
        is_there = self.slide is not None and self.slide < len(entry.exhibition.slides)
        return replace(self, slide=self.slide if is_there else None)

    def restaged(self, before: Context, after: Context, now_s: float) -> InterviewReader:
        old, new = self._laid_out(before), self._laid_out(after)
        scrolled = Scroll(same_place(self._at(now_s, before), old, new))
        return InterviewReader(self.entry, scrolled, slide=self.slide, slide_page=self.slide_page)

    def is_complete(self, context: Context) -> bool:
        entry, scroll = context.entry(self.entry), self._at(math.inf, context)
        return margin_photos.are_complete(entry, context.within(entry), scroll)

    def wanted(self, context: Context) -> tuple[Request, ...]:
        entry, scroll = context.entry(self.entry), self._at(math.inf, context)
        return tuple(margin_photos.wanted(entry, context.within(entry), scroll))

    def _caught(
        self, at: Point, context: Context, laid_out: ReaderLayout, now_s: float
    ) -> InterviewReader:
        """Handles a finger that comes down: everything stops under it."""
        pressed, index = touched(self._buttons(context, laid_out, now_s), at), laid_out.index
        hold: Literal["text", "index", "track"] = "text"
        scrolled = self.index_scroll
        if index and self._shows_index(laid_out) and index.frame.contains(at):
            hold = "index"
            scrolled = Scroll(self._index_at(laid_out, now_s)).caught(now_s, index.last)
        elif self.has_index and pressed is None:
            pressed = OpenIndex()  # A touch beside the sheet puts it away.
        elif laid_out.scrubber and laid_out.scrubber.is_at(at) and pressed is None:
            hold = "track"
        scroll = self.scroll.caught(now_s, laid_out.last)
        return replace(
            self, scroll=scroll, hold=hold, held_at=at, pressed=pressed, index_scroll=scrolled
        )

    def _drawn(self, by: float) -> InterviewReader:
        if not self.hold:
            return self
        if self.hold == "index" and self.index_scroll:
            return replace(self, index_scroll=self.index_scroll.drawn(by), pressed=None)
        return self._drawn_to(self.scroll.drawn(by))

    def _drawn_to(self, scroll: Scroll) -> InterviewReader:
        return replace(self, scroll=scroll, pressed=None, chosen=None, index_scroll=None)

    def _let_go(
        self, laid_out: ReaderLayout, now_s: float, velocity: float = 0.0
    ) -> InterviewReader:
        speed = velocity if self.hold == "text" else 0.0
        scroll, scrolled = self.scroll.let_go(now_s, laid_out.last, speed), self.index_scroll
        if self.hold == "index" and scrolled and laid_out.index:
            scrolled = scrolled.let_go(now_s, laid_out.index.last, velocity)
        return replace(self, scroll=scroll, hold="", pressed=None, index_scroll=scrolled)

    def _tapped(
        self, at: Point, context: Context, laid_out: ReaderLayout, now_s: float
    ) -> tuple[InterviewReader, Action | None]:
        let_go = self._let_go(laid_out, now_s)
        match self.pressed:
            case GoToPassage(number):
                closes = PointAt(OpenIndex()) if context.focus and self.has_index else None
                return let_go._gone_to(number, laid_out, now_s), closes
            case OpenIndex():
                return replace(let_go, has_index=not self.has_index, index_scroll=None), None
            case None if self.hold == "track" and laid_out.scrubber:
                return let_go._glided(laid_out.scrubber.scroll_at(at.y), laid_out, now_s), None
        return let_go, self.pressed

    def _key(
        self, key: str, context: Context, laid_out: ReaderLayout, now_s: float
    ) -> tuple[InterviewReader, Action | None]:
        page = PAGE_SHARE * (context.stage.size.height - context.stage.bar)
        in_index = isinstance(context.focus, GoToPassage) or self.has_index
        way = 1 if key in ("space", "enter") else onward(key, context.stage)
        match key:
            case "down" | "up" | "left" | "right" if in_index:
                return self._pointed(way, context, laid_out, now_s)
            case _ if way:
                return self._moved(way * page, laid_out, now_s), None
            case "home":
                return self._moved(-math.inf, laid_out, now_s), None
            case "end":
                return self._moved(math.inf, laid_out, now_s), None
            case "escape" if self.has_index:
                return replace(self, has_index=False), None
            case "escape":
                return self, self._back
        return self, None

    def _pointed(
        self, way: int, context: Context, laid_out: ReaderLayout, now_s: float
    ) -> tuple[InterviewReader, Action | None]:
        """Moves the focus ring to the next passage of the index, and the index along with it."""
        index = laid_out.index
        if not index:
            return self, None
        at = (self._current(laid_out, now_s) or 0) - way
        if isinstance(context.focus, GoToPassage):
            at = context.focus.number
        number = min(max(0, at + way), len(index.passages) - 1)
        scrolled = Scroll(index.following(number))
        return replace(self, index_scroll=scrolled), PointAt(GoToPassage(number))

    def _gone_to(self, number: int, laid_out: ReaderLayout, now_s: float) -> InterviewReader:
        gone = self._glided(laid_out.scroll_to(number), laid_out, now_s)
        return replace(gone, chosen=number, has_index=False)

    def _glided(self, goal: float, laid_out: ReaderLayout, now_s: float) -> InterviewReader:
        """On the way to a place; with reduced motion, there at once."""
        stage = laid_out.stage
        near = 0.0 if stage.comfort.still else NEAR * stage.size.height
        scroll = self.scroll.to(goal, now_s, laid_out.last, near=near)
        return replace(self, scroll=scroll, chosen=None, index_scroll=None)

    def _moved(self, by: float, laid_out: ReaderLayout, now_s: float) -> InterviewReader:
        if self.hold:
            return self  # A finger has the page.
        at = self.scroll.at(now_s, laid_out.last) + by
        scroll = Scroll(min(max(0.0, at), laid_out.last))
        return replace(self, scroll=scroll, chosen=None, index_scroll=None)

    def _at(self, now_s: float, context: Context) -> float:
        """How far the page is scrolled now."""
        return self.scroll.at(now_s, self._laid_out(context).last)

    def _laid_out(self, context: Context) -> ReaderLayout:
        entry = context.entry(self.entry)
        return reader_layout(entry, context.stage_of(entry))

    def _current(self, laid_out: ReaderLayout, now_s: float) -> int | None:
        if self.chosen is not None:
            return self.chosen
        return laid_out.current(self.scroll.at(now_s, laid_out.last))

    def _shows_index(self, laid_out: ReaderLayout) -> bool:
        return laid_out.index is not None and (self.has_index or laid_out.index.is_beside)

    def _index_at(self, laid_out: ReaderLayout, now_s: float) -> float:
        """How far the index is scrolled now."""
        assert laid_out.index is not None
        if self.index_scroll:
            return self.index_scroll.at(now_s, laid_out.index.last)
        scroll = self.scroll.at(now_s, laid_out.last)
        reading = laid_out.reading(scroll) if self.chosen is None else float(self.chosen)
        return laid_out.index.following(reading)

    @property
    def _back(self) -> Action:
        return (
            GoHome() if self.slide is None else BackToSlide(self.entry, self.slide, self.slide_page)
        )

    def _buttons(
        self, context: Context, laid_out: ReaderLayout, now_s: float
    ) -> tuple[HitArea, ...]:
        """The controls, the photos and the rows of the index in sight; first what is open."""
        bar = tuple(control.button for control in self._foot(context, laid_out))
        rows, index = tuple[HitArea, ...](), laid_out.index
        if index and self._shows_index(laid_out):
            rows = tuple(index.buttons(self._index_at(laid_out, now_s), laid_out.stage.finger))
        if self.has_index:
            return (*rows, *bar)
        entry, scroll = laid_out.entry, self.scroll.at(now_s, laid_out.last)
        hung = margin_photos.buttons(entry, context.within(entry), scroll)
        return (*bar, *hung, *laid_out.onward(scroll), *rows)

    def _foot(self, context: Context, laid_out: ReaderLayout) -> tuple[Control, ...]:
        stage, index = laid_out.stage, laid_out.index
        _, icon = forth_and_back(stage)
        home = HOME if context.has_home else BACK
        ways: tuple[Sign, ...] = (icon_sign(home, icon, GoHome(), stage),)
        if self.slide is not None:
            back = icon_sign(BACK, icon, self._back, stage)
            ways = (back, icon_sign(HOME, "home", GoHome(), stage))
        contents = icon_sign(CONTENTS, "list", OpenIndex(), stage)
        has_contents = index and not index.is_beside
        signs = (replace(contents, chosen=self.has_index),) if has_contents else ()
        return foot(
            ways, (*comfort_signs(context.collection.kiosk.languages, stage), *signs), stage
        )
