"""The bar at the viewer's foot: the way home, how far one has come, steps on, back and nearer."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from kiosk.easing import sine
from kiosk.exhibition.loader import Entry
from kiosk.geometry import Point, Rect
from kiosk.phrases import CLOSE, HOME, POSITION
from kiosk.scene import Fill, Item, Layer, Lettering
from kiosk.screens import actions
from kiosk.screens.actions import (
    Action,
    Button,
    GoHome,
    LeaveZoom,
    Step,
    ZoomBy,
    word_button,
)
from kiosk.screens.standing import FRAME_S
from kiosk.screens.world import World

STAYS_S = 4.0
FADE_S = 0.25
OPACITY = 0.88
SIGNS = 1.6
"""Arrows, plus and minus are drawn so much larger than the words beside them."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Comes with a touch and leaves a while after the last one; a thin line of progress stays."""

    entry: Entry
    index: int
    slides: int
    since_s: float
    pressed: Action | None
    can_zoom: bool = False
    is_zoomed: bool = False
    """Whether a photo is seen alone: then the way leads back to its slide, and steps are nearer."""

    def touched(self, at: Point, world: World, now_s: float) -> Action | None:
        """What a finger means that comes down here; nothing while the bar is away."""
        if now_s >= self.since_s + STAYS_S:
            return None
        return actions.touched([button for button, _ in self._buttons(world)], at)

    def kept(self, now_s: float) -> float:
        """Since when the bar is there, if it is touched now: it stays, or fades in from now."""
        if now_s < self.since_s + STAYS_S:
            return max(self.since_s, now_s - FADE_S)
        return now_s

    def layer(self, world: World, now_s: float) -> Layer:
        stage = world.stage_of(self.entry)
        opacity = self.opacity(now_s)
        items: list[Item] = []
        if opacity > 0:
            band = Rect(0, stage.size.height - stage.bar, stage.size.width, stage.bar)
            items.append(Fill(band, stage.theme.ground, OPACITY * opacity))
            for button, item in self._buttons(world):
                if button.action == self.pressed:
                    items.append(Fill(button.rect, stage.theme.raised, opacity))
                items.append(replace(item, opacity=opacity))
            if not self.is_zoomed:
                items.append(replace(self._position(world), opacity=opacity))
        return Layer((*items, self._progress(world)))

    def due_s(self, now_s: float) -> float:
        """When the bar will next look different, by itself."""
        leaves_s = self.since_s + STAYS_S
        if now_s < self.since_s + FADE_S or leaves_s <= now_s < leaves_s + FADE_S:
            return now_s + FRAME_S
        return leaves_s if now_s < leaves_s else math.inf

    def _buttons(self, world: World) -> list[tuple[Button, Item]]:
        """The way back at the start of the bar, and from its end on what steps there are."""
        stage = world.stage_of(self.entry)
        start, end, reading = stage.safe.x, stage.safe.right, 1
        if stage.mirrored:
            start, end, reading = end, start, -1
        apart = reading * max(stage.finger, 1.5 * stage.margin)
        back, to = (CLOSE, LeaveZoom()) if self.is_zoomed else (HOME, GoHome())
        language = back.language_for(stage.language)
        word = back.in_language(stage.language)
        steps = self._zoom_steps() if self.is_zoomed else self._slide_steps(mirrored=stage.mirrored)
        return [
            word_button(word, to, start, stage, from_right=stage.mirrored, language=language),
            *(
                word_button(
                    sign,
                    step,
                    end - place * apart,
                    stage,
                    from_right=not stage.mirrored,
                    enlarged=SIGNS,
                )
                for place, sign, step in steps
            ),
        ]

    def _slide_steps(self, *, mirrored: bool) -> list[tuple[int, str, Action]]:
        """On and back, where there is a slide; nearer, where there is more to be seen."""
        onward, back = ("←", "→") if mirrored else ("→", "←")
        steps: list[tuple[int, str, Action]] = []
        if self.index + 1 < self.slides:
            steps.append((0, onward, Step(1)))
        if self.index > 0:
            steps.append((1, back, Step(-1)))
        if self.can_zoom:
            steps.append((2, "+", ZoomBy(1)))
        return steps

    def _zoom_steps(self) -> list[tuple[int, str, Action]]:
        return [(0, "+", ZoomBy(1)), (1, "−", ZoomBy(-1))]

    def opacity(self, now_s: float) -> float:
        shown_s = now_s - self.since_s
        return min(sine(shown_s / FADE_S), 1 - sine((shown_s - STAYS_S) / FADE_S))

    def _position(self, world: World) -> Lettering:
        stage = world.stage_of(self.entry)
        text = POSITION.in_language(stage.language).format(number=self.index + 1, count=self.slides)
        language = POSITION.language_for(stage.language)
        style = stage.style("caption", colour=stage.theme.quiet, language=language)
        paragraph = stage.typesetter.typeset(text, style, stage.size.width / 2)
        left = (stage.size.width - paragraph.size.width) / 2 - paragraph.indent
        top = stage.size.height - stage.bar / 2 - paragraph.size.height / 2
        return Lettering(paragraph, Point(left, top))

    def _progress(self, world: World) -> Fill:
        stage = world.stage_of(self.entry)
        width = stage.size.width * (self.index + 1) / self.slides
        thickness = max(2.0, round(stage.margin / 18))
        line = Rect(0, stage.size.height - thickness, width, thickness)
        return Fill(stage.mirror(line), stage.theme.accent)
