"""Shows a slide, and the transition in which the next one replaces it."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import sine, standard
from kiosk.base.geometry import Point, Rect, whole
from kiosk.exhibition.collection import Collection
from kiosk.exhibition.exhibition import Slide, TransitionName
from kiosk.exhibition.reading_time import dwell_s, page_s
from kiosk.layouts.notice import Choice, touched_choice
from kiosk.layouts.parts.arrangement import Arrangement, PlacedPhoto
from kiosk.layouts.parts.blocks import INTERVIEW_LINK
from kiosk.layouts.parts.page_sign import page_sign
from kiosk.screens.context import Context
from kiosk.screens.interview.passages import exchange_of
from kiosk.screens.notice import Notice
from kiosk.style.motion import MOTIONS, enlarged
from kiosk.transitions import TRANSITIONS, Look
from kiosk.types.scene import Colour, Fill, Item, Layer, Lettering, Picture

WORDS_AFTER_S = 0.5
"""Seconds from the arrival of a picture to that of its words."""
WORDS_FADE_S = 0.8
PAGE_FADE_S = 0.25
"""Seconds in which the words of the next page appear; those of the last page are gone at once."""
LAST_PAGE = 10_000
"""Means the last page of any slide."""
FRAME_S = 1 / 60
BLACK = (0, 0, 0)


class SlideView(Struct, frozen=True):
    """A slide that is shown since `since_s`.

    If it was pulled in by hand, it is complete at once: its words do not wait, its photo rests.
    """

    entry: str
    index: int
    since_s: float
    by_hand: bool = False
    with_words: bool = False
    """Whether its words do not wait, since a visitor has turned to it; its photo moves."""
    paused_s: float | None = None
    """When it was paused; None while it is not."""
    rested_s: float = 0.0
    """How long earlier pauses lasted in all, on this page."""
    page: int = 0
    """Which of its pages is shown; a number beyond the last one means the last."""
    turned_s: float | None = None
    """When that page was turned to; None on the page that it opened with."""
    lasts_s: float | None = None
    """How long it is shown, instead of the slide's own time."""

    def slide(self, context: Context) -> Slide:
        return context.entry(self.entry).exhibition.slides[self.index]

    def notice(self, context: Context) -> Notice | None:
        return context.notice(self.entry, self.index)

    def touched_choice(self, at: Point, context: Context) -> Choice | None:
        """What the button of the slide's notice at this point does, if there is one."""
        if self.notice(context) is None:
            return None
        return touched_choice(self.arrangement(context), at)

    def with_collection(self, former: Collection, collection: Collection) -> SlideView | None:
        """The same slide in changed exhibitions, or what is now in its place.

        None if the exhibition is gone.
        """
        before, after = former.entry(self.entry), collection.entry(self.entry)
        if before is None or after is None:
            return None
        if self.index == len(before.exhibition.slides):
            return replace(self, index=len(after.exhibition.slides))
        slide, slides = before.exhibition.slides[self.index], after.exhibition.slides
        index = min(self.index, len(slides) - 1)
        if slides[index] != slide and slide in slides:
            index = slides.index(slide)
        return replace(self, index=index)

    def arrangement(self, context: Context) -> Arrangement | None:
        """The slide laid out, with the words of the page that is shown."""
        arrangement = self._whole(context)
        return arrangement and arrangement.on_page(self.page)

    def pages(self, context: Context) -> tuple[int, int]:
        """Which page is shown, counted from 0, and how many there are."""
        arrangement = self._whole(context)
        count = len(arrangement.pages) if arrangement else 1
        return min(self.page, count - 1), count

    def has_page(self, way: int, context: Context) -> bool:
        """Whether there is a page after this one, or before it if `way` is -1."""
        page, count = self.pages(context)
        return 0 <= page + way < count

    def page_turned(self, way: int, context: Context, now_s: float) -> SlideView:
        """On the next page, or on the one before; the photos stay as they are."""
        page, _ = self.pages(context)
        since_s = self.since_s + self.rested_s
        return replace(self, page=page + way, since_s=since_s, rested_s=0.0, turned_s=now_s)

    def restaged(self, before: Context, after: Context) -> SlideView:
        """On the page where the words go on that the visitor reads, after a change of the stage."""
        old, new = self._whole(before), self._whole(after)
        if not old or not new or len(old.pages) == len(new.pages) == 1:
            return self
        page, _ = self.pages(before)
        return replace(self, page=new.page_at(old.read_before(page)))

    def _sign(self, context: Context, now_s: float) -> tuple[Item, ...]:
        """The sign that there are several pages; it comes with the first words, and stays."""
        page, count = self.pages(context)
        if count == 1:
            return ()
        sign = page_sign(page, count, context.stage_of(context.entry(self.entry)))
        opacity = 1.0 if self.turned_s is not None else self.words_opacity(context, now_s)
        return faded(sign.items, opacity)

    def _whole(self, context: Context) -> Arrangement | None:
        return context.arrangement(context.entry(self.entry), self.slide(context))

    def is_placed(self, context: Context) -> bool:
        return context.is_placed(context.entry(self.entry), self.slide(context))

    def is_ready(self, context: Context) -> bool:
        return context.is_ready(context.entry(self.entry), self.slide(context))

    def dwell_s(self, context: Context) -> float:
        return self.lasts_s or dwell_s(self.slide(context), context.stage.language)

    def over_s(self, context: Context) -> float:
        """When the time of the slide, or of its page, is over, if it is not paused."""
        began_s = self.since_s if self.turned_s is None else self.turned_s
        return began_s + self.rested_s + self._shown_s(context)

    def _shown_s(self, context: Context) -> float:
        """How long this page is shown; a slide of one page has all of its time."""
        arrangement, (page, count) = self._whole(context), self.pages(context)
        if arrangement is None or count == 1:
            return self.dwell_s(context)
        slide = self.slide(context)
        words = (one for one in arrangement.own_letters(page) if not is_interview_sign(one))
        texts = [(one.paragraph.text, one.paragraph.style.language) for one in words]
        share_s = slide.dwell / count if isinstance(slide.dwell, float) else None
        return page_s(texts, photos=0 if page else len(slide.shown_photos), dwell_s=share_s)

    def paused(self, now_s: float) -> SlideView:
        return replace(self, paused_s=now_s) if self.paused_s is None else self

    def resumed(self, now_s: float) -> SlideView:
        if self.paused_s is None:
            return self
        return replace(self, paused_s=None, rested_s=self.rested_s + now_s - self.paused_s)

    def layer(self, context: Context, now_s: float, look: Look | None = None) -> Layer:
        """The slide as it looks now; previews replace photos that are not loaded yet."""
        look = look or Look()
        entry, slide = context.entry(self.entry), self.slide(context)
        arrangement = self.arrangement(context)
        items: tuple[Item, ...] = ()
        if arrangement is not None:
            progress = 1.0 if self.by_hand else self._progress(context, now_s)
            items = tuple(
                moved(placed, slide, context, progress, look) for placed in arrangement.photos
            )
            opacity = self.words_opacity(context, now_s) * look.words
            words = faded(self._words(arrangement, context), opacity)
            sign = faded(self._sign(context, now_s), look.words)
            items = (*arrangement.mats, *items, *words, *sign)
        ground = context.stage_of(entry).theme.ground
        return Layer(items, ground, look.opacity, look.offset, look.clip)

    def _words(self, arrangement: Arrangement, context: Context) -> tuple[Item, ...]:
        """All words; the sign to the interview only where it leads there, and somebody is there."""
        said = tuple(one for one in arrangement.words if not is_interview_sign(one))
        if said == arrangement.words or self.lasts_s is not None:
            return said
        leads = exchange_of(context.entry(self.entry), self.index) is not None
        return arrangement.words if leads else said

    def due_s(self, context: Context, now_s: float) -> float:
        """When the slide next changes by itself."""
        if self.turned_s is not None and now_s < self.turned_s + PAGE_FADE_S:
            return now_s + context.quality.slow_frame_s
        if self.by_hand:
            return math.inf
        slide = self.slide(context)
        moving = slide.motion != "still" and slide.shown_photos and not context.stage.comfort.still
        if moving and self.paused_s is None and now_s < self._rests_s(context):
            return now_s + context.quality.slow_frame_s
        if not self.with_words and now_s < self.since_s + WORDS_AFTER_S + WORDS_FADE_S:
            return now_s + context.quality.slow_frame_s
        return math.inf

    def _progress(self, context: Context, now_s: float) -> float:
        """Progress of its photos' motion, 0–1; pauses do not count."""
        until_s = now_s if self.paused_s is None else self.paused_s
        started_s, dwell_s = self.since_s + self.rested_s, self.dwell_s(context)
        return context.quality.progress(started_s, dwell_s, until_s)

    def _rests_s(self, context: Context) -> float:
        """When the motion of its photos ends."""
        return context.quality.rests_s(self.since_s + self.rested_s, self.dwell_s(context))

    def words_opacity(self, context: Context, now_s: float) -> float:
        if self.turned_s is not None:
            return sine((now_s - self.turned_s) / PAGE_FADE_S)
        if self.by_hand or self.with_words or not self.slide(context).shown_photos:
            return 1.0
        return sine((now_s - self.since_s - WORDS_AFTER_S) / WORDS_FADE_S)


class Turn(Struct, frozen=True):
    """A transition in progress: one slide replaces the other from `started_s` on."""

    outgoing: SlideView
    started_s: float
    transition: TransitionName
    duration_s: float
    forward: bool = True

    def is_over(self, now_s: float) -> bool:
        return self.transition == "cut" or now_s >= self.started_s + self.duration_s


def turned(
    outgoing: SlideView,
    incoming: SlideView,
    context: Context,
    now_s: float,
    duration_s: float,
    *,
    forward: bool = True,
    transition: TransitionName | None = None,
) -> Turn:
    """The transition that is given, or the one that the incoming slide asks for.

    With reduced motion, every transition that moves becomes a fade. A machine that is too slow
    gets a cut.
    """
    transition = transition or incoming.slide(context).transition or "fade"
    if context.quality.cuts:
        transition = "cut"
    if context.stage.comfort.still and transition not in {"cut", "fade"}:
        transition = "fade"
    return Turn(outgoing, now_s, transition, duration_s * TRANSITIONS[transition].pace, forward)


def gutters(slides: tuple[Layer, ...], screen: Rect, ground: Colour) -> Layer:
    """Paints the ground where no slide is: between two that move, or past the last one."""
    pieces: tuple[Rect, ...] = (screen,)
    for slide in slides:
        hole = screen.moved(slide.offset)
        pieces = tuple(left for piece in pieces for left in piece.without(hole))
    return Layer(tuple(Fill(piece, ground) for piece in pieces))


def layers(
    slide_view: SlideView, turn: Turn | None, context: Context, now_s: float
) -> tuple[Layer, ...]:
    """Draws a slide, and during a transition also the one that it replaces."""
    if turn is None or turn.is_over(now_s):
        return (slide_view.layer(context, now_s),)
    transition, elapsed = TRANSITIONS[turn.transition], (now_s - turn.started_s) / turn.duration_s
    frame = transition.at(
        elapsed if transition.blends else standard(elapsed),
        context.stage.size,
        forward=turn.forward != context.stage.mirrored,
    )
    slides: tuple[Layer, ...] = (
        turn.outgoing.layer(context, now_s, _whole(frame.outgoing)),
        slide_view.layer(context, now_s, _whole(frame.incoming)),
    )
    if frame.outgoing_on_top:
        slides = slides[::-1]
    if frame.incoming.offset != Point():
        ground = context.stage_of(context.entry(slide_view.entry)).theme.ground
        slides = (*slides, gutters(slides, context.stage.rect, ground))
    if not frame.black:
        return slides
    return (*slides, Layer((Fill(context.stage.rect, BLACK, frame.black),)))


def moved(
    placed: PlacedPhoto, slide: Slide, context: Context, progress: float, look: Look | None = None
) -> Picture:
    """A photo of a slide where its motion has it; `progress` is that of the motion."""
    look, focus = look or Look(), placed.photo.focus
    motion = MOTIONS["still" if context.stage.comfort.still else slide.motion or "still"]
    image = motion(progress, placed.image, placed.window, focus)
    image = enlarged(image, placed.window, focus, look.enlarged)
    return Picture(context.drawable(placed), image, placed.window)


def _whole(look: Look) -> Look:
    """Rounds offsets and clips to whole pixels, so that there is no gap between two slides."""
    offset = Point(round(look.offset.x), round(look.offset.y))
    return replace(look, offset=offset, clip=whole(look.clip) if look.clip else None)


def is_interview_sign(item: Item) -> bool:
    """Whether an item is the sign below a quote that leads to the interview."""
    return isinstance(item, Lettering) and item.name == INTERVIEW_LINK


def faded(items: tuple[Item, ...], opacity: float) -> tuple[Item, ...]:
    """The same at an opacity; nothing if they cannot be seen."""
    if opacity >= 1:
        return items
    if opacity <= 0:
        return ()
    return tuple(replace(item, opacity=item.opacity * opacity) for item in items)
