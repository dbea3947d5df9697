"""Applies the theme, colours and fonts that an exhibition chooses."""

from __future__ import annotations

from msgspec.structs import asdict, replace

from kiosk.exhibition.exhibition import Exhibition
from kiosk.style.themes import THEMES, Own, Theme, Typefaces, colour


def themed(exhibition: Exhibition, theme: Theme) -> Theme:
    """The theme of an exhibition; `theme` is the kiosk's."""
    theme = own_colours(exhibition).on(THEMES[exhibition.theme] if exhibition.theme else theme)
    fonts = {key: file for key, file in asdict(exhibition.fonts).items() if file}
    return replace(theme, fonts=Typefaces(**fonts))


def own_colours(exhibition: Exhibition) -> Own:
    colours = exhibition.colours
    ground, ink, accent = (
        colour(one) if one else None
        for one in (colours.ground, colours.ink, colours.accent or exhibition.accent)
    )
    return Own(ground, ink, accent)
