"""Applies the theme, colours and fonts that an exhibition or the kiosk chooses."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.exhibition.exhibition import Exhibition, Fonts
from kiosk.style.themes import PACKAGED, THEMES, Own, Theme, Typefaces, colour


def themed(exhibition: Exhibition, theme: Theme) -> Theme:
    """The theme of an exhibition; `theme` is the kiosk's."""
    own = own_colours(exhibition).on(THEMES[exhibition.theme] if exhibition.theme else theme)
    return replace(own, fonts=typefaces(exhibition.fonts, theme.fonts))


def contrasted(exhibition: Exhibition, theme: Theme) -> Theme:
    """The theme of high contrast, with an exhibition's accent and fonts."""
    accent = own_colours(exhibition).accent
    theme = theme.with_accent(accent) if accent else theme
    return replace(theme, fonts=typefaces(exhibition.fonts, theme.fonts))


def typefaces(fonts: Fonts, others: Typefaces = PACKAGED) -> Typefaces:
    """The fonts that are named, and for faces of which no font is named, the others."""
    serif = fonts if fonts.serif or fonts.serif_italic else others
    sans = fonts if fonts.sans or fonts.sans_italic else others
    return Typefaces(
        serif.serif or "", serif.serif_italic or "", sans.sans or "", sans.sans_italic or ""
    )


def own_colours(exhibition: Exhibition) -> Own:
    colours = exhibition.colours
    ground, ink, accent = (
        colour(one) if one else None
        for one in (colours.ground, colours.ink, colours.accent or exhibition.accent)
    )
    return Own(ground, ink, accent)
