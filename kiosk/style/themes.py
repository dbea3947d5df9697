"""Defines the colour themes, and checks that a curator's own colours are readable."""

from __future__ import annotations

import colorsys
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kiosk.types.scene import Colour, Face

READABLE = 4.5
"""Least contrast ratio between letters and what is behind them (WCAG 2.2)."""
MARKED = 0.26
"""Share of the accent in the ground behind marked words; less if they would be unreadable."""
LIGHTNESS_STEPS = 100
"""Steps from black to white in which an unreadable accent gets lighter or darker."""
RAISED, PRESSED = 0.08, 0.18
"""Share of the ink in the colour of raised and of pressed things, such as buttons."""


class Typefaces(Struct, frozen=True):
    """Font files that replace the packaged ones; "" keeps the packaged one."""

    serif: str = ""
    serif_italic: str = ""
    sans: str = ""
    sans_italic: str = ""

    def file(self, face: Face, *, italic: bool) -> str:
        """The font file of a face; the upright one if there is no italic one."""
        upright, slanted = {
            "serif": (self.serif, self.serif_italic),
            "sans": (self.sans, self.sans_italic),
        }[face]
        return (slanted or upright) if italic else upright


PACKAGED = Typefaces()


class Theme(Struct, frozen=True):
    """The base colours; all other colours are mixed from them."""

    ground: Colour
    ink: Colour
    accent: Colour
    mat: Colour
    """The card of a passe-partout."""
    light: Colour = (240, 234, 224)
    """Colour of letters over photos in every theme; over light photos, of their scrim."""
    scrim: Colour = (12, 10, 8)
    """Colour of the scrim behind light letters over photos; over light photos, of the letters."""
    hush: float = 0.3
    """Share of the ground in the colour of quiet text; less if it would be unreadable."""
    contrast: float = READABLE
    """Least contrast ratio between letters and what is behind them."""
    fonts: Typefaces = PACKAGED

    @property
    def raised(self) -> Colour:
        return mixed(self.ground, self.ink, RAISED)

    @property
    def on_raised(self) -> Theme:
        """The theme for letters on something raised."""
        return replace(self, ground=self.raised).with_accent(self.accent)

    @property
    def pressed(self) -> Colour:
        """Colour of a button under a finger."""
        return mixed(self.ground, self.ink, PRESSED)

    @property
    def quiet(self) -> Colour:
        return _quiet(self)

    @property
    def marked(self) -> Colour:
        """Ground of words that are marked in a text."""
        return _marked(self)

    def with_accent(self, accent: Colour) -> Theme:
        """The theme with this accent, lighter or darker if it would be unreadable."""
        return replace(self, accent=_legible(accent, self.ground, self.contrast) or self.ink)

    @property
    def over_photos(self) -> Theme:
        """The theme for light text over a photo, with a dark scrim where it needs one."""
        return replace(self, ground=self.scrim, ink=self.light, accent=self.light, hush=0.0)

    @property
    def bar_over_photos(self) -> Theme:
        """The theme for controls over a photo that fills the screen: dark, whatever the theme."""
        return replace(self.over_photos, hush=self.hush).with_accent(self.accent)

    @property
    def over_pale_photos(self) -> Theme:
        """The theme for dark text over a photo, with a light scrim where it needs one."""
        dark, light = self.scrim, self.light
        return replace(self, ground=light, ink=dark, accent=dark, light=dark, scrim=light, hush=0.0)


THEMES = {
    "gallery": Theme(
        ground=(20, 17, 15), ink=(240, 234, 224), accent=(200, 164, 106), mat=(222, 215, 203)
    ),
    "paper": Theme(
        ground=(240, 236, 228), ink=(36, 32, 28), accent=(138, 84, 38), mat=(252, 251, 248)
    ),
    "contrast": Theme(
        ground=(0, 0, 0),
        ink=(255, 255, 255),
        accent=(255, 214, 90),
        mat=(235, 235, 235),
        light=(255, 255, 255),
        scrim=(0, 0, 0),
        hush=0.12,
        contrast=7.0,
    ),
}


class Own(Struct, frozen=True):
    """A curator's own colours, which replace those of a theme."""

    ground: Colour | None = None
    ink: Colour | None = None
    accent: Colour | None = None

    def on(self, theme: Theme) -> Theme:
        """The theme with these colours; an unreadable ink or ground is left out."""
        faint = {key for key, _ in self.faint(theme)}
        if "ink" not in faint:
            theme = replace(theme, ground=self.ground or theme.ground, ink=self.ink or theme.ink)
        return theme.with_accent(self.accent or theme.accent)

    def faint(self, theme: Theme) -> tuple[tuple[str, float], ...]:
        """The names of colours that are unreadable on the ground, with their contrast ratio."""
        ground = self.ground or theme.ground
        ink = _ratio(self.ink or theme.ink, ground)
        if ink < theme.contrast:
            return (("ink", ink),)
        accent = _ratio(self.accent, ground) if self.accent else theme.contrast
        return (("accent", accent),) if accent < theme.contrast else ()


def luminance(colour: Colour) -> float:
    """Relative luminance of an sRGB colour, 0–1 (WCAG 2.2).

    >>> round(luminance((255, 255, 255)), 3)
    1.0
    """
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: float, other: float) -> float:
    """Ratio of two relative luminances, from 1 to 21 (WCAG 2.2).

    >>> contrast(1.0, 0.0)
    21.0
    """
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _ratio(one: Colour, other: Colour) -> float:
    return contrast(luminance(one), luminance(other))


@lru_cache(maxsize=64)
def _quiet(theme: Theme) -> Colour:
    steps = (theme.hush * step / 10 for step in range(10, -1, -1))
    hushed = (mixed(theme.ink, theme.ground, share) for share in steps)
    return next((one for one in hushed if _ratio(one, theme.ground) >= theme.contrast), theme.ink)


@lru_cache(maxsize=64)
def _marked(theme: Theme) -> Colour:
    steps = (MARKED * step / 10 for step in range(10, 0, -1))
    grounds = (mixed(theme.ground, theme.accent, share) for share in steps)
    return next((one for one in grounds if _ratio(theme.ink, one) >= theme.contrast), theme.ground)


@lru_cache(maxsize=64)
def _legible(one: Colour, ground: Colour, ratio: float) -> Colour | None:
    """The colour of the same hue, nearest in lightness, that can be read on a ground; or None."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in one))
    for step in range(LIGHTNESS_STEPS + 1):
        for lit in (lightness + step / LIGHTNESS_STEPS, lightness - step / LIGHTNESS_STEPS):
            if not 0 <= lit <= 1:
                continue
            red, green, blue = colorsys.hls_to_rgb(hue, lit, saturation)
            shifted = (round(255 * red), round(255 * green), round(255 * blue)) if step else one
            if _ratio(shifted, ground) >= ratio:
                return shifted
    return None


def colour(hexadecimal: str) -> Colour:
    """A colour from its hexadecimal notation in CSS.

    >>> colour("#c8a46a")
    (200, 164, 106)
    """
    red, green, blue = bytes.fromhex(hexadecimal.removeprefix("#"))
    return red, green, blue


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """A mix of two colours: share 0 is the first, 1 the other.

    >>> mixed((0, 0, 0), (100, 200, 40), 0.5)
    (50, 100, 20)
    """
    red, green, blue = (
        round(below * (1 - share) + above * share) for below, above in zip(one, other, strict=True)
    )
    return red, green, blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
