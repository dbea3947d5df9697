"""Opens the window and its renderer, and covers it with a picture while the show gets ready."""

from __future__ import annotations

from kiosk.base.geometry import Size
from kiosk.base.memory import return_large_buffers
from kiosk.display.renderer import Renderer
from kiosk.display.sdl import SDL_ERRORS, Driver
from kiosk.display.window import NoDisplayError, Window


class Surface:
    """A window to draw in; without a size it fills the screen."""

    def __init__(
        self,
        size: Size | None,
        screen: int = 0,
        *,
        cover: bytes | None = None,
        driver: Driver = "fastest",
    ) -> None:
        return_large_buffers()  # Before there are any.
        self.window = Window(size, screen=screen)
        try:
            self.renderer = Renderer(self.window.sdl, driver=driver)
        except SDL_ERRORS as error:
            self.window.close()
            raise NoDisplayError(str(error)) from error
        self.is_covered = cover is not None and self.renderer.show(cover, self.window.size)

    @property
    def beat_s(self) -> float:
        """Seconds between two pictures of the screen; 0 if frames do not wait for it."""
        return self.window.frame_s if self.renderer.is_in_step else 0.0

    def lose_textures(self) -> None:
        """Begin without textures, since the GPU has lost them: those of a start picture, too."""
        self.renderer.drop_textures()
        self.is_covered = False

    def close(self) -> None:
        self.renderer.drop_textures()
        self.window.close()
