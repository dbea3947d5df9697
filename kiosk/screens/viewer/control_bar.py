"""Lays out the bar at the bottom of the viewer: the way back, the filmstrip, and controls."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import clamp, sine
from kiosk.base.geometry import Point, Rect, Size, centred, whole
from kiosk.exhibition.collection import Entry
from kiosk.exhibition.text import LocalisedText
from kiosk.language.translations import (
    BACK,
    CLOSE,
    ENLARGE,
    HOME,
    NEXT,
    OVERVIEW,
    PAUSE,
    PAUSED,
    PLAY,
    POSITION,
    PREVIOUS,
    REDUCE,
    TOUCH_TO_GO_ON,
    Message,
)
from kiosk.layouts.parts.column import Block, column
from kiosk.screens import actions
from kiosk.screens.actions import Action, GoHome, LeaveZoom, OpenOverview, Play, Step, ZoomBy
from kiosk.screens.context import Context
from kiosk.screens.controls import (
    Control,
    Row,
    Sign,
    centred_in,
    comfort_signs,
    drawn,
    forth_and_back,
    icon_sign,
    row,
)
from kiosk.screens.slide_view import FRAME_S
from kiosk.screens.viewer import filmstrip as film
from kiosk.screens.viewer.filmstrip import Filmstrip
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill, Icon, Item, Layer, Paragraph

STAYS_S = 4.0
FADE_S = 0.25
OPACITY = 0.88
OPACITY_ALONE = 0.55
"""Opacity of the disc under a sign that stays over a photo."""
DISC = 0.25
"""How far this disc extends beyond the sign, as a share of its size."""
PLACE = 0.84
"""Size of the slide's place beside the filmstrip, in sizes of a caption's type."""
BESIDE = 0.4
"""Space beside the filmstrip, in margins."""


class ControlBar(Struct, frozen=True):
    """Appears with a touch and leaves a while after the last one."""

    entry: Entry
    index: int
    """The slide's number among those that are shown, counted from 0."""
    shown: tuple[int, ...]
    """Indexes of all slides that are shown."""
    since_s: float
    pressed: Action | None
    can_zoom: bool = False
    shortcuts: tuple[Sign, ...] = ()
    """The slide's own buttons, if they are out of reach on the slide."""
    is_zoomed: bool = False
    """Whether a photo is zoomed: the bar then has buttons to close and to change its scale."""
    is_playing: bool = False
    is_paused: bool = False
    is_scrubbed: bool = False
    """Whether a finger moves along the filmstrip: the slide's number is then above it."""
    goes_on: bool = True
    section: LocalisedText | None = None
    """The section to which the slide belongs."""
    is_over_photo: bool = False
    """Whether a photo reaches under the bar, which is then dark in every theme."""
    stays: bool = False
    """Whether the bar stays without any touch."""

    def touched(self, at: Point, context: Context, now_s: float) -> Action | None:
        """The action at a point; while the bar is hidden, only that of a sign that stays."""
        if not self.is_shown(now_s):
            finger = Size(*[context.stage.finger] * 2)
            for action, icon in (*self._ways_out(context), *self._onward(context)):
                if centred(finger, icon.rect).contains(at):
                    return action
            return None
        return actions.touched([control.button for control in self.controls(context)], at)

    def is_shown(self, now_s: float) -> bool:
        return self.stays or now_s < self.since_s + STAYS_S

    def kept(self, now_s: float) -> float:
        """The `since_s` of the bar after a touch now: it stays, or fades in from now."""
        return max(self.since_s, now_s - FADE_S) if self.is_shown(now_s) else now_s

    def layers(self, context: Context, now_s: float) -> tuple[Layer, ...]:
        """The signs that stay, and above them the bar with all of its controls.

        The bar has another sign that leads on, so the quiet one gives way to it.
        """
        opacity = self.opacity(now_s)
        layers = [Layer(tuple(self._quiet(self._ways_out(context), context)))]
        if opacity < 1:
            onward = tuple(self._quiet(self._onward(context), context))
            layers += [Layer(onward, opacity=1 - opacity)] if onward else []
        return (*layers, self._layer(context, opacity)) if opacity > 0 else tuple(layers)

    def _layer(self, context: Context, opacity: float) -> Layer:
        stage = self._stage(context)
        height = stage.bar if self.is_zoomed else stage.foot
        band = Rect(0, stage.size.height - height, stage.size.width, height)
        ground = Fill(band, stage.theme.ground, 1.0 if stage.comfort.contrast else OPACITY)
        row = self._row(context)
        controls = drawn(row.controls, self.pressed, stage)
        between = self._between(context)
        return Layer((ground, *controls, *row.dimmed, *between), opacity=opacity)

    def _quiet(self, ways: Iterable[tuple[Action, Icon]], context: Context) -> Iterator[Item]:
        """The signs that stay, without words; over a photo, on a disc."""
        stage = self._stage(context)
        for _, icon in ways:
            if self.is_over_photo:
                disc = icon.rect.inset(-DISC * icon.rect.width)
                yield Icon("disc", whole(disc), stage.theme.ground, OPACITY_ALONE)
            colour = stage.theme.ink if self.is_over_photo else stage.theme.quiet
            yield replace(icon, colour=colour)

    def _onward(self, context: Context) -> Iterator[tuple[Action, Icon]]:
        """Opposite the way home: the way to the next slide, if there is one."""
        if self.is_zoomed or not self.goes_on:
            return
        home = next(icon for action, icon in self._ways_out(context) if action == GoHome())
        across = replace(home.rect, x=context.stage.size.width - home.rect.right)
        yield Step(1), replace(home, icon=forth_and_back(context.stage)[0], rect=across)

    def _ways_out(self, context: Context) -> Iterator[tuple[Action, Icon]]:
        """The signs that lead out of the story."""
        for control in self.controls(context):
            if isinstance(control.button.action, GoHome | LeaveZoom):
                icons = (item for item in control.items if isinstance(item, Icon))
                yield from ((control.button.action, icon) for icon in icons)

    def _stage(self, context: Context) -> Stage:
        stage = context.stage_of(self.entry)
        theme = stage.theme.bar_over_photos if self.is_over_photo else stage.theme
        return replace(stage, theme=theme)

    def due_s(self, now_s: float) -> float:
        """When the bar next changes by itself."""
        leaves_s = self.since_s + STAYS_S
        if now_s < self.since_s + FADE_S or leaves_s <= now_s < leaves_s + FADE_S:
            return now_s + FRAME_S
        return leaves_s if now_s < leaves_s else math.inf

    def controls(self, context: Context) -> tuple[Control, ...]:
        """The way back at the start of the bar, and what can be done at its end."""
        return self._row(context).controls

    def filmstrip(self, context: Context) -> Filmstrip | None:
        """The strip of all slides, if there is one now."""
        if self.is_zoomed or self.is_paused:
            return None
        stage, room = self._stage(context), self._room(context)
        aside = self._place(len(self.shown), stage).size.width + BESIDE * stage.margin
        return film.filmstrip(self.entry, self.shown, room, aside, stage)

    def _room(self, context: Context) -> Rect:
        """The room for the filmstrip: above the controls, or between them."""
        stage = self._stage(context)
        above = stage.foot - stage.bar
        if not above:
            return self._row(context).middle.inset(BESIDE * stage.margin, 0)
        return Rect(stage.safe.x, stage.size.height - stage.foot, stage.safe.width, above)

    def _row(self, context: Context) -> Row:
        stage, languages = self._stage(context), context.collection.kiosk.languages
        start, end, alike = self._signs(stage, context)
        # No place depends on the language either: the second touch on it leads back.
        for tag in languages:
            if tag != stage.language:
                _, others, also = self._signs(replace(stage, language=tag), context)
                alike += others + also
        return row((*start, *self.shortcuts), end, stage, alike)

    def _signs(
        self, stage: Stage, context: Context
    ) -> tuple[tuple[Sign, ...], tuple[Sign, ...], tuple[Sign, ...]]:
        """The controls at the start, at the end, and others that have places there by turns."""
        onward, back = forth_and_back(stage)
        way_back = HOME if context.has_home else BACK
        start: tuple[Sign, ...] = (icon_sign(way_back, back, GoHome(), stage),)
        playing = icon_sign(PAUSE, "pause", Play(), stage, is_offered=self.goes_on)
        resting = icon_sign(PLAY, "play", Play(), stage, is_offered=self.goes_on)
        reduce = icon_sign(REDUCE, "reduce", ZoomBy(-1), stage)
        overview = icon_sign(
            OVERVIEW, "overview", OpenOverview(self.entry.name), stage, is_spare=True
        )
        enlarge = icon_sign(ENLARGE, "enlarge", ZoomBy(1), stage, is_offered=self.can_zoom)
        former = icon_sign(PREVIOUS, back, Step(-1), stage, is_offered=self.index > 0)
        following = icon_sign(NEXT, onward, Step(1), stage, is_offered=self.goes_on)
        comfort = comfort_signs(context.collection.kiosk.languages, stage)
        play = playing if self.is_playing else resting
        close = icon_sign(CLOSE, "close", LeaveZoom(), stage)
        end = (*comfort, overview, enlarge, play, former, following)
        if self.is_zoomed:
            hidden = (replace(one, is_hidden=True) for one in (*comfort, overview))
            end = (*hidden, enlarge, reduce, replace(former, is_hidden=True), close)
        return start, end, (playing, resting, reduce, former, following, close)

    def opacity(self, now_s: float) -> float:
        if self.stays:
            return 1.0
        shown_s = now_s - self.since_s
        return min(sine(shown_s / FADE_S), 1 - sine((shown_s - STAYS_S) / FADE_S))

    def _between(self, context: Context) -> Iterator[Item]:
        """The filmstrip, or the position; and that the show is paused."""
        stage = self._stage(context)
        strip = self.filmstrip(context)
        if strip:
            position = self.index if self.index < len(self.shown) else None
            yield from film.drawn(strip, position, self.entry, replace(context, stage=stage))
            if position is not None and self.is_scrubbed:
                yield from self._number(strip.frame_at(position), position, context, stage)
            elif position is not None:
                yield self._beside(strip, position, stage)
        if self.is_zoomed or strip:
            return
        sayings = (TOUCH_TO_GO_ON, PAUSED) if self.is_paused else (POSITION,)
        colour = stage.theme.ink if self.is_paused else stage.theme.quiet
        middle = self._room(context)
        for text, language in self._texts(sayings, stage):
            style = stage.style("caption", align="centre", colour=colour, language=language)
            if stage.typesetter.typeset(text, style, stage.size.width).size.width <= middle.width:
                said = column([Block(text, style)], middle.width, middle.height, stage)
                yield from said.at(middle, stage, "middle")
                return
        if self.is_paused and middle.width:
            said = column([Block(text, style)], middle.width, middle.height, stage)
            yield from said.at(middle, stage, "middle")

    def _beside(self, strip: Filmstrip, position: int, stage: Stage) -> Item:
        """The slide's place at the end of the strip; on a line, above it."""
        letters = self._place(position + 1, stage)
        if not strip.marks:
            return centred_in(letters, strip.track)
        track, gap = stage.mirror(strip.track), BESIDE * stage.margin
        place = replace(track, x=track.right + gap, width=letters.size.width)
        return centred_in(letters, stage.mirror(place))

    def _place(self, number: int, stage: Stage) -> Paragraph:
        style = stage.style("caption", colour=stage.theme.quiet, align="centre")
        style = replace(style, size=round(PLACE * style.size * 2) / 2)
        return stage.typesetter.typeset(f"{number} / {len(self.shown)}", style, stage.size.width)

    def _number(self, frame: Rect, position: int, context: Context, stage: Stage) -> Iterator[Item]:
        """The slide's number and its title above its frame, on a plate."""
        letters = self._titled(position, context, stage)
        if letters is None:
            text, language = next(self._texts((POSITION,), stage))
            style = stage.style("caption", align="centre", language=language)
            letters = stage.typesetter.typeset(text, style, stage.safe.width)
        plate = Rect(
            0, 0, letters.size.width + stage.margin, letters.size.height + 0.4 * stage.margin
        )
        left = clamp(frame.centre.x - plate.width / 2, stage.safe.x, stage.safe.right - plate.width)
        top = stage.size.height - stage.foot - plate.height - 0.2 * stage.margin
        place = whole(plate.moved(Point(left, top)))
        yield Fill(place, stage.theme.raised)
        yield centred_in(letters, place)

    def _titled(self, position: int, context: Context, stage: Stage) -> Paragraph | None:
        """The number and the title; None without one, under a notice, or if it is too long."""
        index = self.shown[position]
        title = self.entry.exhibition.slides[index].title
        if title is None or context.notice(self.entry.name, index):
            return None
        style = stage.style("caption", align="centre", language=title.language_for(stage.language))
        text = f"{position + 1} · {title.in_language(stage.language)}"
        letters = stage.typesetter.typeset(text, style, stage.safe.width - stage.margin)
        return letters if letters.lines == 1 else None

    def _texts(self, sayings: Sequence[Message], stage: Stage) -> Iterator[tuple[str, str]]:
        """The texts with their languages; the position first with the section's name."""
        for words in sayings:
            text = words.in_language(stage.language)
            text = text.format(number=self.index + 1, count=len(self.shown))
            language = words.language_for(stage.language)
            if words is POSITION and self.section:
                yield f"{self.section.in_language(stage.language)} · {text}", language
            yield text, language
