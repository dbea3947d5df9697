"""An apple on a Paris windowsill, zinc roofs and chimney pots beyond."""

from __future__ import annotations

import math

import numpy as np
import studio
from apple import apple

TITLE = "Apple on a Paris windowsill"
ALT = (
    "An apple on the stone sill of an open window; beyond it, softly out of focus, the grey zinc "
    "roofs, dormer windows and rows of clay chimney pots of Paris under an evening sky."
)
FOCUS = (0.41, 0.71)
ASPECT = (2, 3)
SAMPLES = 12


class City:
    """The materials of the roofs, made once, and the houses built from them."""

    def __init__(self) -> None:
        self.zinc = studio.plain("zinc", (0.17, 0.19, 0.21), 0.45, 0.16, Metallic=0.35)
        self.slate = studio.plain("slate", (0.085, 0.095, 0.11), 0.55, 0.2)
        self.facade = studio.plaster("facade", (0.46, 0.405, 0.325), 0.0)
        self.stack = studio.plaster("chimney wall", (0.50, 0.40, 0.30), 0.0)
        self.clay = studio.plain("chimney pot", (0.36, 0.15, 0.085), 0.8, 0.25)
        self.dark = studio.plain("window dark", (0.018, 0.022, 0.028), 0.15)
        self.frame = studio.plain("window frame", (0.55, 0.54, 0.50), 0.5)

    def chimney(self, x: float, y: float, z: float, turn: float, pots: int, rise: float) -> None:
        """A long wall of flues crowned with a row of pots of uneven height."""
        rng = np.random.default_rng(int(abs(x * 37 + y * 11)) + pots)
        long = 0.55 * pots + 0.3
        parts = [
            studio.box("stack", (long, 0.75, rise), (0, 0, 0), self.stack, edge=0.02),
            studio.box("coping", (long + 0.16, 0.92, 0.14), (0, 0, rise), self.zinc, edge=0.02),
        ]
        for i in range(pots):
            high = float(rng.uniform(0.65, 1.15))
            profile = [
                (0.15, 0.0),
                (0.13, 0.12),
                (0.115, high - 0.12),
                (0.15, high - 0.08),
                (0.15, high),
                (0.10, high),
                (0.10, high - 0.3),
                (0.0, high - 0.3),
            ]
            pot = studio.lathe("pot", profile, self.clay, 20)
            parts.append(studio.place(pot, ((i - (pots - 1) / 2) * 0.55, 0, rise + 0.14)))
        studio.place(studio.group("chimney", *parts), (x, y, z), (0, 0, turn))

    def house(
        self,
        x: float,
        y: float,
        eaves: float,
        size: tuple[float, float],
        turn: float,
        dormers: int,
        stacks: tuple[tuple[float, int], ...],
    ) -> None:
        """A house under a mansard: steep slate below, shallow seamed zinc above."""
        wide, deep = size
        steep, crown = 2.6, 1.3
        inset = 0.95
        outline = [
            (-deep / 2, 0.0),
            (deep / 2, 0.0),
            (deep / 2 - inset, steep),
            (0.0, steep + crown),
            (-deep / 2 + inset, steep),
        ]
        roof = studio.extrude("roof", outline, wide, self.slate)
        roof.rotation_euler.z = math.pi / 2
        roof.location = (wide / 2, 0.0, 0.0)
        parts = [
            roof,
            studio.box("facade", (wide, deep - 0.1, 22.0), (0, 0, -22.0), self.facade, edge=0.0),
            studio.box(
                "cornice", (wide + 0.1, deep + 0.4, 0.3), (0, 0, -0.3), self.facade, edge=0.05
            ),
        ]
        run = deep / 2 - inset
        length = math.hypot(run, crown)
        pitch = math.degrees(math.atan2(crown, run))
        for side in (-1, 1):
            sheet = [
                studio.box(
                    "zinc sheet", (wide, length + 0.15, 0.05), (0, 0, 0), self.zinc, edge=0.0
                )
            ]
            # Standing seams every 65 cm draw the stripes that mark a zinc roof.
            for k in range(int(wide / 0.65)):
                sheet.append(
                    studio.box(
                        "seam",
                        (0.05, length + 0.15, 0.06),
                        (-wide / 2 + 0.4 + 0.65 * k, 0, 0.05),
                        self.zinc,
                        edge=0.0,
                    )
                )
            half = studio.group("zinc", *sheet)
            parts.append(
                studio.place(
                    half, (0, side * run / 2, steep + crown / 2 + 0.02), (-side * pitch, 0, 0)
                )
            )
            for k in range(dormers):
                at = -wide / 2 + (k + 0.5) * wide / dormers
                face = side * (deep / 2 - 0.28)
                parts += [
                    studio.box(
                        "dormer",
                        (1.25, 1.5, 1.75),
                        (at, face - side * 0.75, 0.25),
                        self.frame,
                        edge=0.03,
                    ),
                    studio.box(
                        "dormer pane", (0.85, 0.06, 1.25), (at, face, 0.5), self.dark, edge=0.0
                    ),
                    studio.box(
                        "dormer hood",
                        (1.5, 1.8, 0.14),
                        (at, face - side * 0.75, 2.0),
                        self.zinc,
                        edge=0.04,
                    ),
                ]
        for k in range(int(wide / 2.4)):
            at = -wide / 2 + 1.3 + 2.4 * k
            for level in (-3.4, -6.8, -10.2):
                parts.append(
                    studio.box(
                        "window",
                        (1.0, 0.05, 2.1),
                        (at, -deep / 2 + 0.04, level),
                        self.dark,
                        edge=0.0,
                    )
                )
        studio.place(studio.group("house", *parts), (x, y, eaves), (0, 0, turn))
        a = math.radians(turn)
        for along, pots in stacks:
            offset = along * wide / 2
            self.chimney(
                x + offset * math.cos(a),
                y + offset * math.sin(a),
                eaves + steep - 0.6,
                turn + 90.0,
                pots,
                3.4,
            )


def window() -> None:
    """The opening: a stone sill, a painted frame and casement on the left."""
    sill = studio.stone("sill stone", (0.47, 0.435, 0.375), relief=0.0012, scale=1.6)
    paint = studio.plain("window paint", (0.62, 0.60, 0.55), 0.42, 0.05, 0.0003)
    studio.box("sill", (1.5, 0.44, 0.07), (0.0, 0.03, -0.07), sill, edge=0.007)
    studio.box("sill nose", (1.5, 0.05, 0.022), (0.0, 0.235, -0.098), sill, edge=0.008)
    studio.box("jamb", (0.10, 0.09, 2.2), (-0.272, 0.115, 0.0), paint, edge=0.006)
    studio.box("jamb bead", (0.028, 0.055, 2.2), (-0.209, 0.14, 0.0), paint, edge=0.009)
    leaf = [
        studio.box("stile", (0.055, 0.040, 2.1), (0.03, 0, 0.012), paint, edge=0.006),
        studio.box("rail", (0.5, 0.036, 0.09), (0.28, 0, 0.012), paint, edge=0.006),
    ]
    studio.place(studio.group("casement", *leaf), (-0.225, 0.055, 0.0), (0, 0, -99.0))


def build() -> None:
    """Build the scene."""
    window()
    apple((-0.055, 0.055, 0.0), turn=40.0, tilt=(2.0, 3.0))
    city = City()
    city.house(7.5, 19.0, -9.0, (17.0, 9.5), 24.0, 5, ((-0.62, 5), (0.1, 6)))
    city.house(-9.0, 27.0, -9.2, (17.0, 10.0), -9.0, 5, ((-0.2, 6), (0.55, 7)))
    city.house(9.0, 40.0, -8.4, (22.0, 11.0), 8.0, 6, ((-0.75, 7), (-0.1, 8), (0.5, 6)))
    city.house(-13.0, 50.0, -7.6, (24.0, 11.0), -4.0, 6, ((-0.1, 8), (0.62, 9)))
    city.house(3.0, 72.0, -5.6, (34.0, 12.0), 3.0, 9, ((-0.7, 9), (-0.15, 8), (0.4, 10)))
    city.house(-30.0, 90.0, -4.2, (40.0, 12.0), 0.0, 9, ((-0.1, 9), (0.5, 10)))
    city.house(36.0, 96.0, -4.4, (40.0, 12.0), -6.0, 9, ((-0.6, 9), (-0.1, 10)))
    studio.sun(studio.sunlight(131.0, 21.0), 5.5, (1.0, 0.70, 0.44), 1.0)
    studio.plain_sky((1.0, 0.80, 0.64), (0.32, 0.45, 0.66), 1.0, (0.16, 0.15, 0.14))
    studio.softbox((0.5, -1.2, 1.0), (0.0, 0.05, 0.05), (1.2, 1.2), 3.0, (1.0, 0.92, 0.82))
    studio.camera((0.05, -0.64, 0.30), (-0.02, 0.05, 0.165), 46.0, 6.3, (-0.055, 0.02, 0.04))
    studio.film(0.15)
