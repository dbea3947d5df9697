"""A simulated world: exhibitions without files, photos that come or fail, and visitors."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from kiosk import show
from kiosk.authoring.keys import model
from kiosk.authoring.load.convert import to_value
from kiosk.base.clock import Moment, SteppedClock
from kiosk.base.geometry import Point, Size
from kiosk.exhibition.collection import Collection, Entry
from kiosk.exhibition.exhibition import Exhibition, Slide
from kiosk.exhibition.interview import Exchange, Interview
from kiosk.exhibition.kiosk import Kiosk
from kiosk.screens.actions import HitArea
from kiosk.screens.context import Context
from kiosk.screens.viewer.viewer import Viewer
from kiosk.show import Preferences
from kiosk.style.comfort import USUAL, Comfort
from kiosk.types.events import (
    Event,
    KeyPressed,
    MinuteStruck,
    PhotoFailed,
    PhotoForgotten,
    PhotoLoaded,
    PhotoMeasured,
    PhotoReleased,
    Pointer,
    Tick,
)
from kiosk.types.photo import LIKENESS_PX, TONES, InfoRequest, PhotoInfo, Request
from kiosk.types.scene import Picture, Scene

T = TypeVar("T")

SCREEN = Size(1280, 800)
PHOTO = Size(3000, 2000)
MANY_LANGUAGES = (
    *("ar", "az", "bg", "bn", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he"),
    *("hi", "hr", "hu", "it", "ja", "kk", "ko", "ky", "lt", "lv", "mn", "nl", "no", "pl", "pt"),
    *("ro", "ru", "sk", "sv", "tr", "ug", "uk", "ur", "uz", "zh"),
)
"""More than any kiosk speaks."""
KEYS = ("left", "right", "up", "down", "enter", "space", "tab", "backtab", "escape", "home")
INTERVIEW = Interview(
    path=Path("/interview.txt"),
    titles=("Somebody",),
    facts=(),
    summary="",
    summary_line=1,
    exchanges=tuple(
        Exchange(f"Question {n}?", "An answer of a few words. " * (n % 7 + 1), n, (n + 1,))
        for n in range(40)
    ),
    note="A note.",
)
"""Pure nonsense, said by nobody."""


def facts(
    width: int = 3000, height: int = 2000, lightest: int = 80, darkest: int = 10
) -> PhotoInfo:
    grids = bytes([lightest]) * TONES**2, bytes([darkest]) * TONES**2
    return PhotoInfo(width, height, *grids, likeness=bytes(3 * LIKENESS_PX**2))


def slide(**keys: object) -> Slide:
    """A slide as the loader would settle it."""
    usual = {"transition": "fade", "motion": "drift", "dwell": "auto", "fill": False}
    return to_value(Slide, model.Slide.model_validate(usual | keys))


def exhibition(*slides: Slide, **keys: object) -> Exhibition:
    """An exhibition as the loader would settle it."""
    written = model.Exhibition.model_validate({"title": "-", "slides": [{"title": "-"}]} | keys)
    photos = [photo.file for one in slides for photo in one.all_photos]
    cover = photos[0] if photos else None
    return to_value(Exhibition, written, slides=slides, cover=cover)


def entry(name: str, *slides: Slide, interview: Interview | None = None, **keys: object) -> Entry:
    made = exhibition(*slides, **{"title": name.title()} | keys)
    return Entry(name, Path(f"/{name}.yaml"), made, interview)


def collection(*entries: Entry, **kiosk: object) -> Collection:
    return Collection(to_value(Kiosk, model.Kiosk.model_validate(kiosk)), entries)


def three_exhibitions(**kiosk: object) -> Collection:
    """Three exhibitions of ten slides, most with a photo, and an interview."""
    return collection(*_three_entries(), **kiosk)


@cache
def _three_entries() -> tuple[Entry, ...]:
    return tuple(
        entry(
            name,
            slide(title=name, layout="title"),
            *(slide(photo=f"/{name}/{n}.jpg", caption=f"Photo {n}") for n in range(6)),
            slide(quote="What somebody said"),
            slide(photos=[f"/{name}/{n}.jpg" for n in range(4)]),
            slide(photo=f"/{name}/7.jpg", text="Words beside a photo"),
            interview=INTERVIEW,
        )
        for name in ("one", "two", "three")
    )


@dataclass
class Player:
    """A show without a window: photos come after a while, time is stepped by hand."""

    collection: Collection
    typesetter: object
    size: Size = SCREEN
    broken: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    """Photos that neither come nor fail."""
    delay_s: float = 0.0
    language: str = "en"
    comfort: Comfort = USUAL
    photo: Size = PHOTO
    """Of each original."""
    begun: Moment | None = None
    clock: SteppedClock = field(init=False)
    state: show.State = field(init=False)
    closed: bool = False
    fingers: int = 0

    def __post_init__(self) -> None:
        self.clock = SteppedClock(begun=self.begun)
        self.state = show.begin(
            self.collection,
            self.size,
            self.clock.now(),
            language=self.language,
            comfort=self.comfort,
            moment=self.begun,
        )
        self._asked: dict[Request, float] = {}
        self._held: set[Request] = set()
        self.step(0)

    @property
    def now_s(self) -> float:
        return self.clock.now()

    @property
    def screen(self) -> str:
        return type(self.state.screen).__name__

    def tell(self, event: Event) -> None:
        self.state, commands = show.update(self.state, event, self.now_s, self.typesetter)
        self.closed = self.closed or bool(commands)

    def view(self) -> Scene:
        return show.view(self.state, self.now_s, self.typesetter)

    @property
    def context(self) -> Context:
        return self.state.context(self.typesetter)

    @property
    def overlay_context(self) -> Context:
        return self.state.overlay_context(self.typesetter)

    def buttons(self) -> Sequence[HitArea]:
        return show.buttons(self.state, self.typesetter)

    def due_s(self) -> float:
        return show.due_s(self.state, self.now_s, self.typesetter)

    def wanted(self) -> tuple[Request, ...]:
        return show.wanted(self.state, self.typesetter)

    def open_at(self, start: str, *, panel: bool = False) -> None:
        self.state = show.opened_at(self.state, start, self.now_s, panel=panel)

    def prefer(self, language: str = "", **comfort: object) -> None:
        """Choose a language or comfort settings, as in the comfort panel."""
        former = self.state.preferences
        chosen = Preferences(language or former.language, replace(former.comfort, **comfort))
        state = replace(self.state, preferences=chosen)
        self.state = show.restaged(self.state, state, self.now_s, self.typesetter)

    def overlay(self, kind: type[T]) -> T:
        return next(one for one in self.state.overlays if isinstance(one, kind))

    def step(self, by_s: float) -> None:
        """Let time pass at once, then everything happen that is due."""
        self.clock.step(by_s)
        if self.clock.moment() != self.state.moment:
            self.tell(MinuteStruck(self.clock.moment()))
        self.tell(Tick())
        for _ in range(20):
            if not self._deliver():
                break
            self.tell(Tick())

    def wait(self, seconds: float, frame_s: float = 0.1) -> None:
        """Let time pass frame by frame."""
        end_s = self.now_s + seconds
        while self.now_s < end_s - 1e-9:
            self.step(min(frame_s, end_s - self.now_s))

    def press(self, at: Point) -> None:
        self.fingers += 1
        self.tell(Pointer(self.fingers, "down", at, self.now_s))

    def move(self, at: Point) -> None:
        self.tell(Pointer(self.fingers, "moved", at, self.now_s))

    def lift(self, at: Point) -> None:
        self.tell(Pointer(self.fingers, "up", at, self.now_s))

    def tap(self, at: Point) -> None:
        self.press(at)
        self.step(0.05)
        self.lift(at)

    def drag(self, start: Point, end: Point, seconds: float, rest_s: float = 0.0) -> None:
        """Move a finger at an even speed, then hold it still for a while, then lift it."""
        self.press(start)
        steps = max(2, round(seconds / 0.016))
        for n in range(1, steps + 1):
            self.step(seconds / steps)
            self.move(start + (end - start) * (n / steps))
        if rest_s:
            self.step(rest_s)
        self.lift(end)

    def key(self, name: str) -> None:
        self.tell(KeyPressed(name))

    def pictures(self) -> list[Picture]:
        """The pictures on the screen, without those of the filmstrip."""
        strip = filmstrip(self)
        return [one for one in self.view().pictures() if one not in strip]

    def _deliver(self) -> bool:
        wanted = self.wanted()
        for request in self._held - set(wanted):
            self._held.discard(request)
            if isinstance(request, InfoRequest):
                self.tell(PhotoForgotten(request.file))
            else:
                self.tell(PhotoReleased(request))
        came = False
        for request in wanted:
            if request in self._held or request.file in self.missing:
                continue
            asked_s = self._asked.setdefault(request, self.now_s)
            if request.file in self.state.media.failed or self.now_s < asked_s + self.delay_s:
                continue
            del self._asked[request]
            came = True
            if request.file in self.broken:
                self.tell(PhotoFailed(request.file))
            elif isinstance(request, InfoRequest):
                self._held.add(request)
                measured = facts(int(self.photo.width), int(self.photo.height))
                self.tell(PhotoMeasured(request.file, measured))
            else:
                self._held.add(request)
                self.tell(PhotoLoaded(request))
        return came


def visit(player: Player, rng: random.Random) -> None:
    """Somebody comes, does this and that, and goes."""
    width, height = player.size.width, player.size.height

    def anywhere() -> Point:
        return Point(rng.uniform(0, width - 1), rng.uniform(0, height - 1))

    player.tap(anywhere())
    for _ in range(rng.randrange(1, 25)):
        match rng.randrange(6):
            case 0 | 1:
                player.tap(anywhere())
            case 2 | 3:
                player.drag(anywhere(), anywhere(), rng.uniform(0.05, 0.8), rng.choice((0, 0.3)))
            case 4:
                player.key(rng.choice(KEYS))
            case 5:
                player.press(anywhere())
                if rng.random() < 0.5:
                    player.lift(anywhere())
        player.step(rng.uniform(0.02, 2.0))


def filmstrip(player: Player) -> list[Picture]:
    """The frames of the filmstrip: its small pictures at the foot of the viewer."""
    if not isinstance(player.state.screen, Viewer):
        return []
    stage = player.context.stage
    foot = stage.size.height - stage.foot
    low = stage.bar
    pictures = player.view().pictures()
    return [one for one in pictures if one.window.y >= foot and one.window.height < low]
