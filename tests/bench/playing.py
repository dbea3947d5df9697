"""A player to be measured, and what it does step by step."""

from __future__ import annotations

from kiosk.base.clock import SystemClock
from kiosk.display.sdl import Driver
from kiosk.display.surface import Surface
from kiosk.exhibition.collection import Reading
from kiosk.media.cache import Cache
from kiosk.media.loader import Loader
from kiosk.player.assembly import Resources, assembled
from kiosk.player.content.content_reader import ContentReader
from kiosk.player.edges import Output
from kiosk.player.options import Options
from kiosk.show import State
from kiosk.types.scene import Scene


class Watched(Output):
    """Plays a show; subclasses write down what becomes of its steps."""

    def __init__(
        self,
        reading: Reading,
        options: Options,
        reader: ContentReader | None = None,
        *,
        driver: Driver = "fastest",
        surface: Surface | None = None,
    ) -> None:
        cache = reader.cache if reader else Cache()
        self.surface = surface or Surface(options.size, driver=driver)
        self.clock = SystemClock()
        size = self.surface.window.size
        loader = Loader(cache, self.surface.window.wake, (int(size.width), int(size.height)))
        resources = Resources(self.surface, cache, loader, reader)
        self.app = assembled(reading, options, resources, self.clock)
        self.app.outputs.append(self)
        self._step = self.app.step
        self.app.step = self.step  # type: ignore[method-assign]
        self.scene: Scene | None = None
        self.has_drawn = False
        """Whether the last step has drawn a frame."""

    @property
    def state(self) -> State:
        return self.app.state

    def step(self) -> float:
        return self._step()

    def show(self, state: State, scene: Scene, now_s: float) -> None:
        self.scene, self.has_drawn = scene, scene != self.scene
