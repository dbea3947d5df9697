"""Themes: the colours of the wall, and which of a curator's own can be read on it."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kiosk.types.scene import Colour, Face

READABLE = 4.5
"""Least contrast of letters with what is behind them (WCAG 2.2)."""
MARKED = 0.26
"""How far the ground behind marked words goes to the accent, as far as these can still be read."""
RAISED, PRESSED = 0.08, 0.18
"""How far what lies on the ground stands out from it, on the way to the ink."""


class Typefaces(Struct, frozen=True):
    """Font files in the place of the packaged ones; "" where there is none."""

    serif: str = ""
    serif_italic: str = ""
    sans: str = ""
    sans_italic: str = ""

    def file(self, face: Face, *, italic: bool) -> str:
        """The font of a face; upright letters serve where there are no italics."""
        upright, slanted = {
            "serif": (self.serif, self.serif_italic),
            "sans": (self.sans, self.sans_italic),
        }[face]
        return (slanted or upright) if italic else upright


class Theme(Struct, frozen=True):
    """A few colours that all others are mixed from."""

    ground: Colour
    ink: Colour
    accent: Colour
    mat: Colour
    """The card of a passe-partout."""
    light: Colour = (240, 234, 224)
    """Letters over photos, whatever the ground; over pale ones, their veil."""
    scrim: Colour = (12, 10, 8)
    """The veil of light letters over photos; over pale ones, the letters."""
    hush: float = 0.3
    """How far quiet words go from the ink to the ground, as far as they can still be read."""
    contrast: float = READABLE
    """Least ratio of letters with what is behind them."""
    typefaces: Typefaces = Typefaces()

    @property
    def raised(self) -> Colour:
        return mixed(self.ground, self.ink, RAISED)

    @property
    def pressed(self) -> Colour:
        """Of a button under a finger."""
        return mixed(self.ground, self.ink, PRESSED)

    @property
    def quiet(self) -> Colour:
        return _quiet(self)

    @property
    def marked(self) -> Colour:
        """Ground of words that are marked among others."""
        return _marked(self)

    @property
    def over_photos(self) -> Theme:
        """The same theme for light words over a photo, and a dark veil where they need one."""
        return replace(self, ground=self.scrim, ink=self.light, hush=0.0)

    @property
    def over_pale_photos(self) -> Theme:
        """The same theme for dark words over a photo, and a light veil where they need one."""
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
    """Colours of a curator's own, in the place of a theme's."""

    ground: Colour | None = None
    ink: Colour | None = None
    accent: Colour | None = None

    def on(self, theme: Theme) -> Theme:
        """The theme in these colours, but for those that could not be read."""
        faint = {key for key, _ in self.faint(theme)}
        if "ink" not in faint:
            theme = replace(theme, ground=self.ground or theme.ground, ink=self.ink or theme.ink)
        accents = (None if "accent" in faint else self.accent, theme.accent, theme.ink)
        readable = (one for one in accents if one and _ratio(one, theme.ground) >= theme.contrast)
        return replace(theme, accent=next(readable, theme.ink))

    def faint(self, theme: Theme) -> tuple[tuple[str, float], ...]:
        """Colours that cannot be read on the ground, by name, with the contrast that they have."""
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


def colour(hexadecimal: str) -> Colour:
    """Colour written as in CSS.

    >>> colour("#c8a46a")
    (200, 164, 106)
    """
    red, green, blue = bytes.fromhex(hexadecimal.removeprefix("#"))
    return red, green, blue


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """One colour with a share of another laid over it.

    >>> mixed((0, 0, 0), (100, 200, 40), 0.5)
    (50, 100, 20)
    """
    red, green, blue = (
        round(below * (1 - share) + above * share) for below, above in zip(one, other, strict=True)
    )
    return red, green, blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
