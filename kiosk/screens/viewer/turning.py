"""Turns the slides and pages of an exhibition: step by step, by a swipe, or by themselves."""

from __future__ import annotations

from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from kiosk.screens.actions import Action
from kiosk.screens.context import Context
from kiosk.screens.slide_view import LAST_PAGE, SlideView
from kiosk.screens.strip import SlideStrip
from kiosk.screens.viewer.paging import swiped


class Turning(Struct, frozen=True):
    """The slides of the viewer, and how they go on."""

    strip: SlideStrip
    pending: int = 0
    """Steps asked for but not yet taken. One is taken each frame, so that each slide is seen."""
    direction: int = 1
    """The direction in which the visitor goes: slides there are loaded first."""
    pressed: Action | None = None
    is_playing: bool = False
    """Whether the slides advance by themselves when their time is over."""
    pulled: float = 0.0
    """How far a finger has moved down since it began to swipe up or down."""
    to_last_page: bool = False
    """Whether the pending step goes back as a reader does, to the last page of a slide."""
    hint_s: float | None = None
    """When the next slide shows its edge, unless the visitor does something before."""

    @property
    def slide_view(self) -> SlideView:
        return self.strip.slide_view

    @property
    def is_in_use(self) -> bool:
        return self.is_playing

    @property
    def is_paused(self) -> bool:
        return self.slide_view.paused_s is not None

    def _moved(self, strip: SlideStrip) -> Self:
        by = strip.slide_view.index - self.slide_view.index
        direction = (1 if by > 0 else -1) if by else self.direction
        return replace(self, strip=strip, direction=direction, pressed=None)

    def _played(self, now_s: float) -> Self:
        strip = replace(self.strip, slide_view=self.slide_view.resumed(now_s))
        return replace(self, strip=strip, is_playing=True)

    def _paused(self, now_s: float) -> Self:
        strip = replace(self.strip, slide_view=self.slide_view.paused(now_s))
        return replace(self, strip=strip, is_playing=False)

    def _by_hand(self, now_s: float) -> Self:
        """Ends playing and pausing, since a visitor who turns slides or zooms has taken over."""
        return replace(self._played(now_s), is_playing=False)

    def _turns(self, context: Context) -> bool:
        """Whether the next slide comes by itself when this one's time is over."""
        return self.is_playing and not self.pending and not self.strip.pan.held

    def _step(self, by: int, *, to_last_page: bool = False) -> Self:
        direction = 1 if by > 0 else -1
        pending = self.pending + by
        return replace(self, pending=pending, direction=direction, to_last_page=to_last_page)

    def _page_turned(self, way: int, context: Context, now_s: float) -> Self:
        """Goes to the next page, or to the one before; beyond the last one, to the next slide."""
        by_hand = self._by_hand(now_s)
        if self.pending or not self.slide_view.has_page(way, context):
            return by_hand._step(way, to_last_page=way < 0)
        return by_hand._on_page(way, context, now_s)

    def _on_page(self, way: int, context: Context, now_s: float) -> Self:
        slide_view = self.slide_view.page_turned(way, context, now_s)
        return replace(self, strip=replace(self.strip, slide_view=slide_view))

    def _swiped(self, velocity: float, context: Context, now_s: float) -> Self:
        """Turns the page after a swipe up or down; a slide of one page stays."""
        way, let_go = swiped(self.pulled, velocity, context), replace(self, pulled=0.0)
        _, count = self.slide_view.pages(context)
        return let_go._page_turned(way, context, now_s) if way and count > 1 else let_go

    def _reveals(self, context: Context) -> bool:
        """Whether a key lifts the slide's notice: on its last page."""
        return bool(self.slide_view.notice(context)) and not self.slide_view.has_page(1, context)

    def _caught_up(self, context: Context, now_s: float) -> Self:
        """Takes one pending step, if the slide can be shown and no finger holds the strip."""
        if self.hint_s is not None and now_s >= self.hint_s:
            return replace(self, strip=self.strip.peeked(now_s), hint_s=None)
        if self._turns(context) and now_s >= self.slide_view.over_s(context):
            if self.slide_view.has_page(1, context):
                return self._on_page(1, context, now_s)
            if not self.strip.ahead(1, 1, context):
                return replace(self, is_playing=False)
            return self._step(1)._caught_up(context, now_s)
        if not self.pending or self.strip.pan.held:
            return self
        way = 1 if self.pending > 0 else -1
        reachable = len(self.strip.ahead(way, abs(self.pending), context))
        incoming = self._incoming(context, now_s)
        if incoming is None:
            return replace(self, pending=way * reachable)
        strip = self.strip.stepped(
            incoming, context, now_s, by_hand=not self.is_playing, skims=reachable > 1
        )
        return replace(self, strip=strip, pending=way * (reachable - 1))

    def _incoming(self, context: Context, now_s: float) -> SlideView | None:
        """The slide of the next pending step; None until it can be shown."""
        ahead = self.strip.ahead(1 if self.pending > 0 else -1, 1, context)
        incoming = None
        if ahead:
            page = LAST_PAGE if self.to_last_page else self.strip.page_left(ahead[0])
            name, by_hand = self.slide_view.entry, not self.is_playing
            incoming = SlideView(name, ahead[0], now_s, page=page, with_words=by_hand)
        return incoming if incoming and incoming.is_placed(context) else None
