"""Lays out the bar at the bottom of the viewer: home, position, comfort settings and steps."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import sine
from kiosk.base.geometry import Point, Rect
from kiosk.exhibition.collection import Entry
from kiosk.exhibition.text import LocalisedText
from kiosk.language.translations import CLOSE, HOME, PAUSED, POSITION, TOUCH_TO_GO_ON, Message
from kiosk.layouts.parts.column import Block, column
from kiosk.screens import actions
from kiosk.screens.actions import Action, GoHome, LeaveZoom, Step, ZoomBy
from kiosk.screens.context import Context
from kiosk.screens.controls import COMFORT, DRAWN, PAUSE, PLAY, Control, Sign, drawn, foot
from kiosk.screens.slide_view import FRAME_S
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill, Item, Layer, Lettering

STAYS_S = 4.0
FADE_S = 0.25
OPACITY = 0.88


class ControlBar(Struct, frozen=True):
    """Appears with a touch and leaves a while after the last one; a thin progress line stays."""

    entry: Entry
    index: int
    slides: int
    since_s: float
    pressed: Action | None
    can_zoom: bool = False
    shortcuts: tuple[Sign, ...] = ()
    """The slide's own buttons, if they are out of reach on the slide."""
    is_zoomed: bool = False
    """Whether a photo is zoomed: the bar then has buttons to close and to change its scale."""
    is_playing: bool = False
    is_paused: bool = False
    section: LocalisedText | None = None
    """The section to which the slide belongs."""
    stays: bool = False
    """Whether the bar stays without any touch."""

    def touched(self, at: Point, context: Context, now_s: float) -> Action | None:
        """The action at a point; None while the bar is hidden."""
        if not self.is_shown(now_s):
            return None
        return actions.touched([control.button for control in self.controls(context)], at)

    def is_shown(self, now_s: float) -> bool:
        return self.stays or now_s < self.since_s + STAYS_S

    def kept(self, now_s: float) -> float:
        """The `since_s` of the bar after a touch now: it stays, or fades in from now."""
        return max(self.since_s, now_s - FADE_S) if self.is_shown(now_s) else now_s

    def layer(self, context: Context, now_s: float) -> Layer:
        stage = context.stage_of(self.entry)
        opacity = self.opacity(now_s)
        items: list[Item] = []
        if opacity > 0:
            band = Rect(0, stage.size.height - stage.bar, stage.size.width, stage.bar)
            ground = opacity if stage.comfort.contrast else OPACITY * opacity
            controls = self.controls(context)
            items.append(Fill(band, stage.theme.ground, ground))
            items += drawn(controls, self.pressed, stage, opacity)
            items += [replace(one, opacity=opacity) for one in self._said(controls, band, stage)]
        return Layer((*items, self._progress(context)))

    def due_s(self, now_s: float) -> float:
        """When the bar next changes by itself."""
        leaves_s = self.since_s + STAYS_S
        if now_s < self.since_s + FADE_S or leaves_s <= now_s < leaves_s + FADE_S:
            return now_s + FRAME_S
        return leaves_s if now_s < leaves_s else math.inf

    def controls(self, context: Context) -> tuple[Control, ...]:
        """The way back at the start of the bar, and the possible steps at its end."""
        stage = context.stage_of(self.entry)
        back, to = (CLOSE, LeaveZoom()) if self.is_zoomed else (HOME, GoHome())
        text, language = back.in_language(stage.language), back.language_for(stage.language)
        steps = self._zoom_steps() if self.is_zoomed else self._slide_steps(mirrored=stage.mirrored)
        return foot((Sign(text, to, language), *self.shortcuts), steps, stage)

    def _slide_steps(self, *, mirrored: bool) -> tuple[Sign | None, ...]:
        """Back and on, if there is a slide; zoom, if a photo has more to show."""
        onward, back = ("←", "→") if mirrored else ("→", "←")
        goes_on = self.index + 1 < self.slides
        play = PAUSE if self.is_playing else PLAY
        return (
            COMFORT,
            Sign("+", ZoomBy(1), enlarged=DRAWN) if self.can_zoom else None,
            play if goes_on else None,
            Sign(back, Step(-1), enlarged=DRAWN) if self.index > 0 else None,
            Sign(onward, Step(1), enlarged=DRAWN) if goes_on else None,
        )

    def _zoom_steps(self) -> tuple[Sign | None, ...]:
        return (Sign("−", ZoomBy(-1), enlarged=DRAWN), Sign("+", ZoomBy(1), enlarged=DRAWN))

    def opacity(self, now_s: float) -> float:
        if self.stays:
            return 1.0
        shown_s = now_s - self.since_s
        return min(sine(shown_s / FADE_S), 1 - sine((shown_s - STAYS_S) / FADE_S))

    def _said(self, controls: Sequence[Control], band: Rect, stage: Stage) -> tuple[Lettering, ...]:
        """The position, or that the show is paused: the longest of its texts that fits."""
        if self.is_zoomed:
            return ()
        sayings: tuple[Message, ...] = (POSITION,)
        colour = stage.theme.quiet
        if self.is_paused:
            sayings, colour = (TOUCH_TO_GO_ON, PAUSED), stage.theme.ink
        for text, language in self._texts(sayings, stage):
            style = stage.style("caption", align="centre", colour=colour, language=language)
            width = stage.typesetter.typeset(text, style, stage.size.width).size.width
            box = _between(controls, width, band)
            if width + stage.margin <= box.width:
                break
        else:
            if not self.is_paused:
                return ()
        said = column([Block(text, style)], box.width, box.height, stage)
        return said.at(box, stage, "middle")

    def _texts(self, sayings: Sequence[Message], stage: Stage) -> Iterator[tuple[str, str]]:
        """The texts with their languages; the position first with the section's name."""
        for words in sayings:
            text = words.in_language(stage.language)
            text = text.format(number=self.index + 1, count=self.slides)
            language = words.language_for(stage.language)
            if words is POSITION and self.section:
                yield f"{self.section.in_language(stage.language)} · {text}", language
            yield text, language

    def _progress(self, context: Context) -> Fill:
        stage = context.stage_of(self.entry)
        width = stage.size.width * (self.index + 1) / self.slides
        thickness = stage.line
        line = Rect(0, stage.size.height - thickness, width, thickness)
        return Fill(stage.mirror(line), stage.theme.accent)


def _between(controls: Sequence[Control], width: float, band: Rect) -> Rect:
    """The widest gap between two controls, narrowed to be centred on the screen if that fits."""
    places = sorted((control.button.rect for control in controls), key=lambda one: one.x)
    rooms = ((one.right, other.x) for one, other in pairwise(places))
    left, right = max(rooms, key=lambda room: room[1] - room[0])
    half = min(band.centre.x - left, right - band.centre.x)
    if 2 * half >= width:
        left, right = band.centre.x - half, band.centre.x + half
    return Rect(left, band.y, right - left, band.height)
