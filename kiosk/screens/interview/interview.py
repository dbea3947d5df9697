"""Shows the whole interview to scroll; from a quote, it opens at the quoted words."""

from __future__ import annotations

import math
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import clamp
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
from kiosk.language.translations import BACK, HOME
from kiosk.screens.actions import Action, BackToSlide, GoHome, HitArea, touched
from kiosk.screens.context import Context
from kiosk.screens.controls import COMFORT, Control, Sign, drawn, foot
from kiosk.screens.home import Home
from kiosk.screens.interview.interview_page import Page, marks, page
from kiosk.screens.interview.passages import exchange_of
from kiosk.screens.interview.sticky_question import height_max, sticky_question
from kiosk.screens.screen import Input
from kiosk.screens.slide_view import FRAME_S
from kiosk.style.stage import Stage
from kiosk.types.events import KeyPressed, Tick, Wheel
from kiosk.types.photo import Request
from kiosk.types.scene import Fill, Item, Layer, Scrim

GLIDE = 2.2
"""How fast a thrown page slows down, per second: its speed falls to 1/e in 1/GLIDE seconds."""
STILL = 8.0
"""Speed in pixels a second below which a gliding page is at rest."""
PAGE_SHARE = 0.8
"""Share of the visible page that an arrow key scrolls."""
HEAD = 1.2
"""Space above the question of a quote, in margins."""
UPPER = 0.3
"""Where a quote begins if its question is too far above: a share of the room that it leaves."""


class InterviewReader(Struct, frozen=True, tag=True):
    idle_factor: ClassVar[float] = 2.0
    """Readers touch the screen less often."""
    is_in_use: ClassVar[bool] = False

    entry: str
    scroll: float = 0.0
    """How far the page is scrolled down, in pixels."""
    velocity: float = 0.0
    since_s: float = 0.0
    held: bool = False
    pressed: Action | None = None
    grabbed_at: float = 0.0
    slide: int | None = None
    """The slide whose quote was touched: its words are marked, and Back returns to it."""
    slide_page: int = 0
    """The page of that slide to which Back returns."""

    def on(
        self, event: Input, context: Context, now_s: float
    ) -> tuple[InterviewReader, Action | None]:
        context = context.within(context.entry(self.entry))
        match event:
            case Pressed(at):
                scroll = self._at(now_s, context)
                pressed = touched(self.buttons(context), at)
                held = replace(self, scroll=scroll, held=True, pressed=pressed, grabbed_at=scroll)
                return held, None
            case Dragged(by, "y") | Pinched(by=by):
                scroll = _bounded(self.grabbed_at - by.y, context, self._page(context))
                return replace(self, scroll=scroll, pressed=None), None
            case Released(velocity, "y"):
                return self._let_go(-velocity.y, now_s), None
            case Tapped() if self.pressed:
                return self._let_go(0.0, now_s), self.pressed
            case LongPressed():
                return replace(self, pressed=None), None
            case Dragged() | Released() | Cancelled() | Tapped() | PinchEnded():
                scroll = self._at(now_s, context)
                return replace(self._let_go(0.0, now_s), scroll=scroll), None
            case Wheel(by):
                return self._moved(-by, context, now_s), None
            case KeyPressed(key):
                return self._key(key, context, now_s)
            case Tick() if context.entries and not context.is_shown(self.entry):
                return self, GoHome()
        return self, None

    def view(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        entry = context.entry(self.entry)
        context = context.within(entry)
        stage, set_page = context.stage, self._page(context)
        scroll = round(self._at(now_s, context))
        up = Point(0, -scroll)
        places = () if self.slide is None else marks(entry, self.slide, stage)
        marked = [Fill(place.moved(up), stage.theme.marked) for place in places]
        seen = [one for one in marked if one.rect.overlaps(stage.rect)]
        words = set_page.between(scroll, scroll + stage.size.height)
        text: tuple[Item, ...] = (*seen, *(replace(one, at=one.at + up) for one in words))
        if set_page.rule and set_page.rule.moved(up).overlaps(stage.rect):
            text = (Fill(set_page.rule.moved(up), stage.theme.quiet), *text)
        controls = (*self._controls(context), _progress(scroll, context, set_page))
        head = sticky_question(set_page, scroll, stage)
        return (Layer(text, stage.theme.ground), head, Layer(controls))

    def stage(self, context: Context) -> Stage:
        return context.stage_of(context.entry(self.entry))

    def buttons(self, context: Context) -> tuple[HitArea, ...]:
        return tuple(control.button for control in self._foot(self.stage(context)))

    def due_s(self, context: Context, now_s: float) -> float:
        context = context.within(context.entry(self.entry))
        gliding = not self.held and self._at(now_s, context) != self._at(now_s + FRAME_S, context)
        return now_s + FRAME_S if gliding else math.inf

    def with_collection(
        self, former: Collection, collection: Collection, now_s: float
    ) -> InterviewReader | Home:
        entry = collection.entry(self.entry)
        if entry is None or entry.readable is None:
            return Home()
        is_there = self.slide is not None and self.slide < len(entry.exhibition.slides)
        return replace(self, slide=self.slide if is_there else None)

    def restaged(self, before: Context, after: Context, now_s: float) -> InterviewReader:
        """Stays at the same words when their size or the width of the column changes.

        In another language, it stays at the same question and answer.
        """
        contexts = (before, after)
        old, new = (page(one.entry(self.entry), self.stage(one)) for one in contexts)
        scroll = self._at(now_s, before.within(before.entry(self.entry)))
        readings = [one.entry(self.entry).reading_in(self.stage(one).language) for one in contexts]
        if readings[0] == readings[1]:
            at = next(n for n, item in enumerate(old.letters) if item.rect.bottom > scroll)
            was, now = old.letters[at].rect, new.letters[at].rect
        else:
            exchange = old.exchange_at(scroll) or 0
            was, now = old.rect_of(exchange), new.rect_of(exchange)
        scroll = now.y + (scroll - was.y) / was.height * now.height
        after = after.within(after.entry(self.entry))
        scroll = _bounded(scroll, after, new)
        return InterviewReader(self.entry, scroll, slide=self.slide, slide_page=self.slide_page)

    def is_complete(self, context: Context) -> bool:
        return True

    def wanted(self, context: Context) -> tuple[Request, ...]:
        return ()

    def _key(
        self, key: str, context: Context, now_s: float
    ) -> tuple[InterviewReader, Action | None]:
        page = PAGE_SHARE * (context.stage.size.height - context.stage.bar)
        match key:
            case "down" | "right" | "space" | "pagedown":
                return self._moved(page, context, now_s), None
            case "up" | "left" | "pageup":
                return self._moved(-page, context, now_s), None
            case "home":
                return self._moved(-math.inf, context, now_s), None
            case "end":
                return self._moved(math.inf, context, now_s), None
            case "escape":
                return self, self._back
        return self, None

    def _moved(self, by: float, context: Context, now_s: float) -> InterviewReader:
        scroll = _bounded(self._at(now_s, context) + by, context, self._page(context))
        return replace(self, scroll=scroll, velocity=0.0)

    def _let_go(self, velocity: float, now_s: float) -> InterviewReader:
        return replace(self, velocity=velocity, since_s=now_s, held=False, pressed=None)

    def _at(self, now_s: float, context: Context) -> float:
        """The scroll position now; a thrown page slows down exponentially."""
        if self.held or abs(self.velocity) < STILL:
            return _bounded(self.scroll, context, self._page(context))
        rest_s = math.log(abs(self.velocity) / STILL) / GLIDE
        elapsed_s = clamp(now_s - self.since_s, 0.0, rest_s)
        way = self.velocity / GLIDE * (1 - math.exp(-GLIDE * elapsed_s))
        return _bounded(self.scroll + way, context, self._page(context))

    @property
    def _back(self) -> Action:
        return (
            GoHome() if self.slide is None else BackToSlide(self.entry, self.slide, self.slide_page)
        )

    def _page(self, context: Context) -> Page:
        return page(context.entry(self.entry), context.stage)

    def _controls(self, context: Context) -> list[Item]:
        """The bar at the bottom, into which the text fades; in high contrast, nothing fades."""
        stage = context.stage
        bar = Rect(0, stage.size.height - stage.bar, stage.size.width, stage.bar)
        controls: list[Item] = [Fill(bar, stage.theme.ground)]
        if not stage.comfort.contrast:
            fade = Rect(0, bar.y - stage.margin, bar.width, stage.margin)
            controls.append(Scrim(fade, stage.theme.ground, 1.0, solid_from=1.0))
        controls += drawn(self._foot(stage), self.pressed, stage)
        return controls

    def _foot(self, stage: Stage) -> tuple[Control, ...]:
        back = HOME if self.slide is None else BACK
        text, language = back.in_language(stage.language), back.language_for(stage.language)
        return foot((Sign(text, self._back, language),), (COMFORT,), stage)


def opened_at_quote(name: str, slide: int, context: Context) -> InterviewReader:
    """The interview at the quote of a slide, below its question if both fit on the screen."""
    entry = context.entry(name)
    stage = context.stage_of(entry)
    places, exchange = marks(entry, slide, stage), exchange_of(entry, slide)
    if exchange is None:
        return InterviewReader(name, slide=slide)
    beginning = page(entry, stage).beginning(exchange).rect
    # A translation may have other words, so that there are no marks.
    top, bottom = (places[0].y, places[-1].bottom) if places else (beginning.y, beginning.bottom)
    room = stage.size.height - stage.bar - stage.margin
    scroll = beginning.y - HEAD * stage.margin
    if bottom - scroll > room:
        above = height_max(stage) + stage.margin
        scroll = top - max(above, UPPER * (room - (bottom - top)))
    context = context.within(entry)
    return InterviewReader(name, _bounded(scroll, context, page(entry, stage)), slide=slide)


def _bounded(scroll: float, context: Context, set_page: Page) -> float:
    return clamp(scroll, 0.0, _furthest(context, set_page))


def _furthest(context: Context, set_page: Page) -> float:
    stage = context.stage
    return max(0.0, set_page.box.bottom + stage.margin + stage.bar - stage.size.height)


def _progress(scroll: float, context: Context, set_page: Page) -> Fill:
    stage, furthest = context.stage, _furthest(context, set_page)
    width = stage.size.width * (scroll / furthest if furthest else 1.0)
    thickness = stage.line
    line = Rect(0, stage.size.height - thickness, width, thickness)
    return Fill(stage.mirror(line), stage.theme.accent)
