"""An apple in the light of a desk lamp at night."""

from __future__ import annotations

import math

import studio
from apple import apple

TITLE = "Apple under a lamp"
ALT = (
    "An apple in the warm pool of light under a green-enamelled desk lamp at night, on a writing "
    "desk with a few blank sheets and a fountain pen; a dark window behind."
)
FOCUS = (0.35, 0.71)
ASPECT = (2, 3)
SAMPLES = 16


def lamp() -> None:
    """A jointed desk lamp: weighted foot, two brass rods, an enamelled shade, its bulb."""
    brass = studio.metal("lamp brass", (0.55, 0.38, 0.16), 0.28)
    enamel = studio.plain("lamp enamel", (0.018, 0.085, 0.058), 0.22, 0.05, Coat_Weight=0.5)
    white = studio.plain("lamp inside", (0.82, 0.80, 0.74), 0.5, 0.02)
    foot = [
        (0.0, 0.0),
        (0.078, 0.0),
        (0.082, 0.004),
        (0.080, 0.014),
        (0.060, 0.022),
        (0.020, 0.027),
        (0.011, 0.040),
        (0.0, 0.040),
    ]
    studio.place(studio.lathe("foot", foot, enamel, 96), (0.165, 0.150, 0.0))
    joint, head = (0.205, 0.165, 0.275), (0.075, 0.105, 0.432)
    studio.tube("lower rod", [(0.165, 0.150, 0.03), joint], 0.0055, brass)
    studio.tube("upper rod", [joint, head], 0.0050, brass)
    studio.place(
        studio.cylinder("knuckle", 0.013, 0.024, surface=brass, edge=0.003),
        (joint[0], joint[1] + 0.012, joint[2]),
        (90, 0, 0),
    )
    outside = [
        (0.0, 0.0),
        (0.016, 0.0),
        (0.021, -0.004),
        (0.023, -0.030),
        (0.030, -0.040),
        (0.058, -0.064),
        (0.080, -0.100),
        (0.0865, -0.122),
        (0.0885, -0.124),
    ]
    inside = [
        (0.0885, -0.1245),
        (0.086, -0.1235),
        (0.0785, -0.101),
        (0.0565, -0.0665),
        (0.028, -0.043),
        (0.0, -0.042),
    ]
    shade = studio.group(
        "shade",
        studio.lathe("shade outside", studio.smooth_profile(outside, 4), enamel, 96),
        studio.lathe("shade inside", studio.smooth_profile(inside, 4), white, 96),
        studio.cylinder("cap", 0.012, 0.016, (0, 0, -0.002), brass, edge=0.003),
    )
    tilt = (10.0, 27.0, 0.0)
    studio.place(shade, (head[0] - 0.004, head[1] - 0.002, head[2] - 0.012), tilt)
    # The bulb sits inside the shade, on its axis.
    reach = 0.078
    a, b = math.radians(tilt[0]), math.radians(tilt[1])
    axis = (-math.sin(b) * math.cos(a), math.sin(a), -math.cos(a) * math.cos(b))
    studio.bulb(
        tuple(head[i] - 0.012 * (i == 2) + reach * axis[i] for i in range(3)),
        5.2,
        0.021,
        (1.0, 0.71, 0.44),
    )


def fountain_pen(x: float, y: float, turn: float, z: float) -> None:
    """A black pen with gold fittings, open, its nib to +X."""
    resin = studio.plain("pen resin", (0.010, 0.010, 0.012), 0.12, 0.0, Coat_Weight=0.5)
    gold = studio.metal("pen gold", (0.78, 0.52, 0.20), 0.2)
    barrel = [
        (0.0, 0.0),
        (0.0035, 0.001),
        (0.0053, 0.012),
        (0.0062, 0.05),
        (0.0060, 0.088),
        (0.0047, 0.090),
        (0.0043, 0.108),
        (0.0038, 0.110),
        (0.0, 0.110),
    ]
    ring = [(0.0060, 0.0865), (0.0064, 0.087), (0.0064, 0.089), (0.0058, 0.0895)]
    nib = [(0.0035, 0.108), (0.0032, 0.116), (0.0018, 0.126), (0.0004, 0.1315), (0.0, 0.1317)]
    pen = studio.group(
        "pen",
        studio.lathe("barrel", barrel, resin, 48),
        studio.lathe("ring", ring, gold, 48),
        studio.lathe("nib", nib, gold, 32),
    )
    studio.place(pen, (x, y, z + 0.0062), (0.0, 90.0, turn))


def build() -> None:
    """Build the scene."""
    mahogany = studio.wood("desk", (0.118, 0.064, 0.038), (0.042, 0.021, 0.013), 0.32)
    studio.planks("desk", (1.8, 0.95, 0.03), 3, mahogany, centre=(0.0, 0.12), gap=0.0004)
    sheet = studio.paper("writing paper", (0.70, 0.66, 0.57))
    for k, (dx, turn) in enumerate(((0.0, -14.0), (0.004, -11.5), (-0.003, -12.5))):
        studio.box(
            "sheet",
            (0.21, 0.297, 0.0003),
            (0.075 + dx, -0.085, 0.0004 * k),
            sheet,
            (0, 0, turn),
            edge=0.0,
        )
    fountain_pen(0.055, -0.115, 31.0, 0.0012)
    apple((-0.055, 0.055, 0.0), turn=70.0, tilt=(0.0, -2.0))
    lamp()
    cover = studio.cloth("book cloth", (0.085, 0.022, 0.018), 0.0006)
    blue = studio.cloth("book cloth blue", (0.025, 0.034, 0.055), 0.0006)
    pages = studio.page_edges("book pages")
    studio.book("book", (0.22, 0.15, 0.032), blue, pages, (-0.215, 0.225, 0.0), 12.0)
    studio.book("book", (0.20, 0.14, 0.026), cover, pages, (-0.21, 0.225, 0.032), 3.0)

    wall = studio.plaster("wall", (0.20, 0.185, 0.16), 0.0015)
    frame = studio.plain("window frame", (0.20, 0.19, 0.17), 0.45)
    night = studio.glow("night", (0.012, 0.018, 0.030), 0.8)
    studio.box("wall below", (4.0, 0.1, 1.2), (0.0, 0.75, -1.0), wall)
    studio.box("wall right", (2.0, 0.1, 2.0), (0.98, 0.75, 0.2), wall)
    studio.box("sill", (1.2, 0.16, 0.03), (-0.55, 0.70, 0.2), frame, edge=0.006)
    for x, wide in ((-0.045, 0.07), (-0.40, 0.045)):
        studio.box("stile", (wide, 0.06, 1.6), (x, 0.73, 0.23), frame, edge=0.006)
    studio.box("bar", (1.0, 0.045, 0.035), (-0.55, 0.735, 0.56), frame, edge=0.006)
    studio.box("night", (60.0, 0.1, 40.0), (-10.0, 30.0, -15.0), night, edge=0.0)
    studio.softbox((-0.5, 1.1, 0.7), (0.0, 0.0, 0.0), (0.7, 0.7), 0.25, (0.6, 0.7, 1.0))
    studio.softbox((-0.9, -0.6, 0.9), (0.1, 0.1, 0.3), (0.8, 0.8), 1.9, (1.0, 0.78, 0.56))
    studio.plain_sky((0.030, 0.028, 0.028), (0.024, 0.024, 0.030), 1.0)
    studio.camera((-0.02, -0.80, 0.36), (0.015, 0.08, 0.185), 46.0, 4.0, (-0.055, 0.02, 0.04))
    studio.film(0.45)
