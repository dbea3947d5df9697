"""Tells the service manager that the show goes on, each time a frame was shown or not needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.player.edges import Output

if TYPE_CHECKING:
    from kiosk.show import State
    from kiosk.system.service_manager import ServiceManager
    from kiosk.types.scene import Scene


class LifeSigns(Output):
    """Only the loop gives them, so a loop that hangs ends in a restart."""

    def __init__(self, manager: ServiceManager) -> None:
        self._manager = manager

    def show(self, state: State, scene: Scene, now_s: float) -> None:
        self._manager.alive(now_s)
