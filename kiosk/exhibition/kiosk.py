"""Holds the settings of the kiosk that shows exhibitions, and of the machine that it runs on."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.exhibition.exhibition import Fonts, ThemeName
from kiosk.exhibition.text import LocalisedText

CACHE_GB = 4.0


class Screen(Struct, frozen=True):
    diagonal_in: float = 32.0
    viewing_distance_m: float = 0.8


class Kiosk(Struct, frozen=True):
    """`kiosk.authoring.keys.model` says what each key means."""

    title: LocalisedText = LocalisedText((("", "Exhibition"),))
    subtitle: LocalisedText | None = None
    exhibitions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)
    theme: ThemeName = "gallery"
    help: LocalisedText | None = None
    fonts: Fonts = Fonts()
    idle_s: float = 60.0
    screen: Screen = Screen()


class Machine(Struct, frozen=True):
    """Settings that stay on one machine when exhibitions are copied to others.

    `kiosk.authoring.keys.machine` says what each key means.
    """

    output: int = 0
    roots: tuple[str, ...] = ()
    cache_gb: float = CACHE_GB
    languages: tuple[str, ...] = ()
    screen: Screen | None = None
    log: str | None = None

    @property
    def cache_bytes(self) -> int:
        return int(self.cache_gb * 2**30)

    def applied_to(self, kiosk: Kiosk) -> Kiosk:
        """The kiosk's settings with this machine's languages and screen, if it names some."""
        return replace(
            kiosk,
            languages=self.languages or kiosk.languages,
            screen=self.screen or kiosk.screen,
        )


class MachineReading(Struct, frozen=True):
    """A machine's settings as they were read, with what is wrong with them."""

    machine: Machine = Machine()
    problems: tuple[str, ...] = ()
    """All problems, with their places."""
    faults: tuple[str, ...] = ()
    """The errors, as sentences with their places."""
    is_torn: bool = False
    """Whether there is a file, and it cannot be read at all."""


USUAL = MachineReading()
