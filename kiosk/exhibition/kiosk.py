"""Holds the settings of the kiosk that shows exhibitions."""

from __future__ import annotations

from msgspec import Struct

from kiosk.exhibition.exhibition import Fonts, ThemeName
from kiosk.exhibition.text import LocalisedText


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
