"""A camera, a notebook and an apple by a window: a still life in a photographer's stead."""

from __future__ import annotations

import math

import numpy as np
import studio
from apple import apple

TITLE = "Camera, notebook, apple"
ALT = (
    "An old camera, a closed black notebook and an apple on a wooden table beside a tall window "
    "with a linen curtain; soft daylight comes from the left."
)
FOCUS = (0.52, 0.62)
ASPECT = (2, 3)
SAMPLES = 12


def camera_body() -> None:
    """A small rangefinder camera: rounded body in leather, metal top, lens, dials, strap."""
    leather = studio.plain("camera leather", (0.014, 0.013, 0.012), 0.55, 0.15, 0.0004)
    chrome = studio.metal("camera chrome", (0.58, 0.57, 0.55), 0.26, 0.0, 0.2)
    black = studio.plain("camera black", (0.010, 0.010, 0.011), 0.25, 0.05)
    lens_glass = studio.plain("lens glass", (0.006, 0.007, 0.014), 0.03, 0.0, Coat_Weight=1.0)
    pane = studio.plain("finder glass", (0.02, 0.025, 0.03), 0.05, 0.0)
    strap = studio.plain("strap leather", (0.060, 0.030, 0.016), 0.5, 0.25, 0.0003)

    def slab(name: str, low: float, high: float, wide: float, deep: float, skin: object) -> object:
        """A layer of the body, seen from above as a rectangle with half-round ends."""
        outline = studio.rounded(wide, deep, deep * 0.46, 14)
        part = studio.extrude(name, [(x, z) for x, z in outline], high - low, skin, 0.0012)
        part.rotation_euler.x = math.pi / 2
        part.location.z = low
        return studio.group(name, part)

    parts = [
        slab("base", 0.0, 0.006, 0.138, 0.0335, chrome),
        slab("body", 0.006, 0.058, 0.136, 0.0325, leather),
        slab("top", 0.058, 0.072, 0.138, 0.0335, chrome),
        studio.box(
            "finder housing", (0.078, 0.030, 0.009), (0.004, 0.0, 0.0715), chrome, edge=0.0025
        ),
        studio.box(
            "finder window", (0.017, 0.002, 0.010), (-0.022, -0.0168, 0.0625), pane, edge=0.0006
        ),
        studio.box(
            "frame window", (0.013, 0.002, 0.008), (0.008, -0.0168, 0.0632), pane, edge=0.0006
        ),
        studio.box(
            "range window", (0.007, 0.002, 0.006), (0.034, -0.0168, 0.0642), pane, edge=0.0006
        ),
        studio.cylinder(
            "speed dial", 0.0088, 0.0062, (-0.034 - 0.016, 0, 0.0715), chrome, edge=0.0008
        ),
        studio.cylinder(
            "release", 0.0042, 0.0065, (-0.0635 + 0.002, -0.002, 0.0715), chrome, edge=0.001
        ),
        studio.cylinder("rewind", 0.0092, 0.0085, (0.0545, 0, 0.0715), chrome, edge=0.001),
        studio.box("shoe", (0.020, 0.018, 0.0018), (0.004, 0.002, 0.0802), chrome, edge=0.0005),
    ]
    barrel = [
        (0.0, 0.0),
        (0.027, 0.0),
        (0.027, 0.004),
        (0.0245, 0.0045),
        (0.0245, 0.010),
        (0.0262, 0.0105),
        (0.0262, 0.0185),
        (0.0240, 0.019),
        (0.0240, 0.0235),
        (0.0252, 0.024),
        (0.0252, 0.0305),
        (0.0225, 0.031),
        (0.0225, 0.040),
        (0.0212, 0.0408),
        (0.0200, 0.040),
        (0.0165, 0.0335),
        (0.0, 0.0335),
    ]
    ribs = studio.lathe("barrel", barrel, black, 96)
    collar = studio.lathe(
        "collar",
        [(0.0245, 0.0046), (0.0248, 0.0048), (0.0248, 0.0100), (0.0245, 0.0102)],
        chrome,
        96,
    )
    rim = studio.lathe(
        "rim", [(0.0224, 0.0312), (0.0229, 0.0316), (0.0229, 0.0395), (0.0221, 0.0404)], chrome, 96
    )
    dome = [
        (0.0163 * math.sin(t), 0.0325 + 0.0042 * math.cos(t))
        for t in np.linspace(math.pi / 2, 0.0, 14)
    ]
    front = studio.lathe("front glass", dome, lens_glass, 64)
    lens = studio.group("lens", ribs, collar, rim, front)
    studio.place(lens, (0.004, -0.0150, 0.031), (90, 0, 0))
    body = studio.group("camera", *parts, lens)
    studio.place(body, (0.020, 0.010, 0.0), (0, 0, -16.0))
    # The strap leaves both lugs and lies on the table in one easy curve.
    a = math.radians(-16.0)

    def at(x: float, y: float) -> tuple[float, float]:
        return (
            0.020 + x * math.cos(a) - y * math.sin(a),
            0.010 + x * math.sin(a) + y * math.cos(a),
        )

    for side, path in (
        (
            1,
            (
                (0.072, 0.0, 0.060),
                (0.082, 0.004, 0.050),
                (0.094, 0.012, 0.018),
                (0.106, 0.030, 0.0028),
                (0.112, 0.070, 0.0022),
                (0.060, 0.110, 0.0022),
                (-0.02, 0.105, 0.0022),
            ),
        ),
        (
            -1,
            (
                (-0.072, 0.0, 0.060),
                (-0.080, 0.005, 0.050),
                (-0.090, 0.022, 0.016),
                (-0.100, 0.045, 0.0028),
                (-0.090, 0.085, 0.0022),
                (-0.055, 0.105, 0.0022),
                (-0.02, 0.105, 0.0022),
            ),
        ),
    ):
        points = [(*at(x, y), z) for x, y, z in path]
        studio.tube(f"strap {side}", points, 0.0021, strap)
        lug = [
            (0.0695 * side + 0.0035 * math.cos(t), 0.0, 0.0605 + 0.0035 * math.sin(t))
            for t in np.linspace(0, 2 * math.pi, 10, endpoint=False)
        ]
        ring = studio.tube("lug", lug, 0.0007, chrome, closed=True)
        studio.attach(body, ring)


def notebook() -> None:
    """A closed black notebook with an elastic band and a ribbon."""
    cover = studio.plain("notebook cover", (0.018, 0.017, 0.017), 0.5, 0.12, 0.00015)
    pages = studio.page_edges("notebook leaves", (0.66, 0.60, 0.48))
    wide, deep, high = 0.135, 0.205, 0.015
    parts = [
        studio.box("lower cover", (wide, deep, 0.0018), (0, 0, 0), cover, edge=0.0006),
        studio.box(
            "leaves",
            (wide - 0.004, deep - 0.006, high - 0.0036),
            (-0.001, 0, 0.0018),
            pages,
            edge=0.0003,
        ),
        studio.box("upper cover", (wide, deep, 0.0018), (0, 0, high - 0.0018), cover, edge=0.0006),
        studio.box("spine", (0.002, deep, high), (-wide / 2 - 0.0004, 0, 0), cover, edge=0.0008),
        studio.box(
            "band",
            (0.0065, deep + 0.0014, high + 0.0012),
            (wide / 2 - 0.018, 0, -0.0002),
            cover,
            edge=0.0006,
        ),
    ]
    studio.place(studio.group("notebook", *parts), (-0.065, -0.105, 0.0), (0, 0, 62.0))


def room() -> None:
    """The window on the left with its frame, a linen curtain and the wall behind."""
    wall = studio.plaster("wall", (0.36, 0.345, 0.31), 0.0018)
    paint = studio.plain("window paint", (0.60, 0.58, 0.53), 0.45, 0.04)
    linen = studio.cloth("linen", (0.62, 0.58, 0.50), 0.0012, translucent=0.5)
    studio.box("wall", (3.0, 0.1, 3.0), (0.85, 0.62, -0.9), wall, edge=0.0)
    for z, high in ((-0.9, 0.86), (1.35, 0.6)):
        studio.box("side wall", (0.12, 3.0, high), (-0.48, 0.0, z), wall, edge=0.0)
    studio.box("side wall end", (0.12, 0.20, 2.3), (-0.48, 0.50, -0.1), wall, edge=0.004)
    studio.box("sill", (0.20, 1.1, 0.03), (-0.45, -0.1, -0.04), paint, edge=0.006)
    studio.box("jamb", (0.10, 0.05, 1.5), (-0.475, 0.385, -0.04), paint, edge=0.006)
    studio.box("bar", (0.035, 0.9, 0.03), (-0.50, -0.05, 0.36), paint, edge=0.006)
    studio.box("upright", (0.035, 0.035, 1.5), (-0.50, 0.02, -0.04), paint, edge=0.006)
    hanging = studio.curtain("curtain", 0.30, 1.6, linen, 4.5, 0.022, 3)
    studio.place(hanging, (-0.375, 0.40, -0.2), (0, 0, 74.0))
    sky = studio.glow("bright sky", (0.86, 0.93, 1.0), 2.2)
    studio.box("outside", (0.02, 4.0, 4.0), (-1.8, 0.4, -1.5), sky, edge=0.0)


def build() -> None:
    """Build the scene."""
    table_wood = studio.wood("table", (0.20, 0.118, 0.062), (0.075, 0.042, 0.022), 0.35)
    studio.planks("table", (0.84, 0.92, 0.03), 4, table_wood, centre=(0.085, -0.05))
    camera_body()
    notebook()
    apple((-0.128, 0.050, 0.0), turn=30.0, tilt=(0.0, 3.0))
    room()
    studio.softbox((-0.62, -0.02, 0.46), (0.0, 0.0, 0.03), (0.9, 0.8), 15.0, (0.97, 0.98, 1.0), 2.4)
    studio.plain_sky((0.17, 0.165, 0.16), (0.16, 0.16, 0.17), 0.5)
    studio.camera((0.235, -0.73, 0.33), (-0.055, 0.03, 0.115), 46.0, 5.0, (0.015, -0.02, 0.035))
    studio.film(0.35)
