"""A microphone and an empty chair: a place kept for an interview."""

from __future__ import annotations

import math

import numpy as np
import studio

TITLE = "Microphone and empty chair"
ALT = (
    "A microphone on a stand in the foreground and, a little out of focus behind it, an empty "
    "bentwood chair in the light of a tall window that falls across a wooden floor and a wall."
)
FOCUS = (0.20, 0.24)
ASPECT = (3, 2)
SAMPLES = 12
SHARP = (0.08, 0.05, 0.28, 1.0)


def microphone(x: float, y: float, mouth: float) -> None:
    """A round-headed stage microphone in a clip on a straight stand."""
    body = studio.plain("microphone body", (0.022, 0.022, 0.024), 0.34, 0.06, 0.00006)
    steel = studio.metal("stand steel", (0.11, 0.11, 0.115), 0.32, 0.0, 0.3)
    bright = studio.metal("microphone band", (0.55, 0.54, 0.52), 0.24)
    mesh_steel = studio.material("microphone mesh", _mesh)
    handle = [
        (0.0, 0.0),
        (0.0105, 0.0),
        (0.0115, 0.002),
        (0.0125, 0.03),
        (0.0185, 0.118),
        (0.0195, 0.124),
        (0.0195, 0.128),
        (0.0, 0.128),
    ]
    ring = [(0.0190, 0.1265), (0.0225, 0.128), (0.0232, 0.131), (0.0225, 0.134), (0.019, 0.1355)]
    low = [(0.0245 * math.sin(t), 0.153 - 0.024 * math.cos(t)) for t in np.linspace(0.85, 1.45, 8)]
    band = [(0.0247, 0.1512), (0.0256, 0.152), (0.0256, 0.1555), (0.0247, 0.1565)]
    high = [
        (0.0248 * math.cos(t), 0.156 + 0.0225 * math.sin(t))
        for t in np.linspace(0.0, math.pi / 2, 16)
    ]
    head = studio.group(
        "microphone",
        studio.lathe("handle", handle, body, 64),
        studio.lathe("ring", ring, body, 64),
        studio.lathe("lower mesh", [*low], mesh_steel, 96),
        studio.lathe("band", band, bright, 96),
        studio.lathe("upper mesh", high, mesh_steel, 96),
        studio.lathe(
            "clip", [(0.0140, 0.030), (0.0178, 0.030), (0.0188, 0.066), (0.0158, 0.068)], steel, 48
        ),
    )
    lean = 32.0
    a = math.radians(lean)
    studio.place(head, (x, y, mouth), (0.0, lean, 0.0))
    joint = (x + 0.046 * math.sin(a), y, mouth + 0.046 * math.cos(a))
    knob = (joint[0] + 0.020 * math.cos(a), y, joint[2] - 0.020 * math.sin(a))
    studio.tube("clip neck", [joint, knob], 0.0075, steel)
    studio.place(
        studio.cylinder("hinge", 0.0105, 0.026, surface=steel, edge=0.002),
        (knob[0], y + 0.013, knob[2]),
        (90, 0, 0),
    )
    studio.cylinder("collar", 0.0105, 0.032, (knob[0], y, knob[2] - 0.042), steel, edge=0.002)
    studio.cylinder("upper rod", 0.0055, 0.50, (knob[0], y, knob[2] - 0.53), steel)
    studio.cylinder("lower rod", 0.0095, knob[2] - 0.50, (knob[0], y, 0.01), steel)
    studio.cylinder("grip", 0.0145, 0.07, (knob[0], y, knob[2] - 0.54), body, edge=0.004)
    studio.cylinder("foot", 0.13, 0.014, (knob[0], y, 0.0), steel, edge=0.005)
    tail = [
        (x, y, mouth + 0.002),
        (x - 0.013, y, mouth - 0.020),
        (x - 0.012, y, mouth - 0.07),
        (x + 0.014, y + 0.006, mouth - 0.20),
        (knob[0] - 0.016, y, mouth - 0.42),
        (knob[0] - 0.014, y, 0.35),
        (knob[0] - 0.03, y, 0.03),
        (knob[0] - 0.20, y - 0.05, 0.005),
        (knob[0] - 0.6, y - 0.2, 0.005),
    ]
    studio.tube("cable", tail, 0.0031, body)


def _mesh(n: studio.Nodes) -> object:
    """Woven wire: two crossing waves around the head as relief and dark gaps."""
    x, y, z = n.add("SeparateXYZ", {0: n.coordinates(vary=False)}).outputs
    around = n.math("MULTIPLY", n.math("ARCTAN2", y, x), 62.0)
    up = n.math("MULTIPLY", z, 2300.0)
    wires = n.math("MAXIMUM", n.math("SINE", around), n.math("SINE", up))
    tone = n.mix(n.remap(wires, 0.1, 0.8), (0.02, 0.02, 0.02), (0.50, 0.49, 0.47))
    return n.principled(
        Base_Color=tone, Metallic=0.9, Roughness=0.36, Normal=n.bump(wires, 0.0004, 0.8)
    )


def chair(x: float, y: float, turn: float) -> None:
    """A bentwood chair: round seat, hoop back with an inner loop, four splayed legs."""
    beech = studio.wood("bentwood", (0.135, 0.062, 0.030), (0.055, 0.024, 0.012), 0.26, 1.0, 2)
    cane = studio.plain("seat", (0.30, 0.205, 0.11), 0.55, 0.12, 0.0006)
    high, radius = 0.455, 0.198
    parts = []
    rim = [
        (radius * math.cos(t), radius * math.sin(t), high - 0.015)
        for t in np.linspace(0, 2 * math.pi, 20, endpoint=False)
    ]
    parts.append(studio.tube("seat rim", rim, 0.017, beech, closed=True))
    parts.append(
        studio.cylinder("seat", radius + 0.004, 0.012, (0, 0, high - 0.012), cane, edge=0.005)
    )
    ring = [
        (0.165 * math.cos(t), 0.165 * math.sin(t), 0.20)
        for t in np.linspace(0, 2 * math.pi, 20, endpoint=False)
    ]
    parts.append(studio.tube("leg ring", ring, 0.0085, beech, closed=True))
    for sx in (-1, 1):
        parts.append(
            studio.tube(
                "front leg",
                [
                    (sx * 0.135, -0.135, high - 0.02),
                    (sx * 0.142, -0.142, 0.30),
                    (sx * 0.150, -0.155, 0.15),
                    (sx * 0.170, -0.185, 0.0),
                ],
                [0.017, 0.016, 0.014, 0.012],
                beech,
            )
        )
    # Back legs and hoop are one bent rod, as Thonet made them.
    hoop = [
        (-0.185, 0.215, 0.0),
        (-0.165, 0.180, 0.20),
        (-0.150, 0.165, 0.42),
        (-0.165, 0.185, 0.58),
        (-0.185, 0.225, 0.74),
        (-0.150, 0.250, 0.88),
        (-0.060, 0.262, 0.925),
        (0.060, 0.262, 0.925),
        (0.150, 0.250, 0.88),
        (0.185, 0.225, 0.74),
        (0.165, 0.185, 0.58),
        (0.150, 0.165, 0.42),
        (0.165, 0.180, 0.20),
        (0.185, 0.215, 0.0),
    ]
    parts.append(studio.tube("hoop", hoop, 0.0145, beech))
    inner = [
        (-0.080, 0.178, high - 0.01),
        (-0.085, 0.190, 0.56),
        (-0.095, 0.215, 0.70),
        (-0.060, 0.238, 0.80),
        (0.0, 0.243, 0.825),
        (0.060, 0.238, 0.80),
        (0.095, 0.215, 0.70),
        (0.085, 0.190, 0.56),
        (0.080, 0.178, high - 0.01),
    ]
    parts.append(studio.tube("inner loop", inner, 0.0105, beech))
    studio.place(studio.group("chair", *parts), (x, y, 0.0), (0, 0, turn))


def build() -> None:
    """Build the scene."""
    floor = studio.wood("floor", (0.22, 0.135, 0.072), (0.095, 0.055, 0.028), 0.34, 0.6)
    studio.planks("floor", (8.0, 5.6, 0.03), 40, floor, centre=(0.0, 0.6), gap=0.002)
    wall = studio.plaster("wall", (0.33, 0.335, 0.315), 0.002)
    skirting = studio.plain("skirting", (0.40, 0.39, 0.36), 0.5)
    studio.box("wall", (9.0, 0.1, 4.0), (0.0, 2.35, 0.0), wall, edge=0.0)
    studio.box("skirting", (9.0, 0.02, 0.14), (0.0, 2.29, 0.0), skirting, edge=0.005)
    chair(0.42, 1.15, -28.0)
    microphone(-0.30, -0.40, 0.955)

    # A tall window out of the picture on the left: its bars cut the low sun.
    frame = studio.plain("window frame", (0.5, 0.5, 0.5))
    bars = [
        studio.box("below", (6.0, 0.04, 3.0), (0, 0, -3.62), frame, edge=0.0),
        studio.box("above", (6.0, 0.04, 3.0), (0, 0, 1.05), frame, edge=0.0),
        studio.box("left", (3.0, 0.04, 6.0), (-2.05, 0, -3.0), frame, edge=0.0),
        studio.box("right", (3.0, 0.04, 6.0), (2.05, 0, -3.0), frame, edge=0.0),
        studio.box("upright", (0.06, 0.04, 4.0), (0, 0, -2.0), frame, edge=0.0),
        studio.box("across low", (3.0, 0.04, 0.045), (0, 0, -0.10), frame, edge=0.0),
        studio.box("across high", (3.0, 0.04, 0.045), (0, 0, 0.48), frame, edge=0.0),
    ]
    azimuth, elevation, away = 228.0, 20.0, 3.0
    x, y, z = studio.toward_sun(azimuth, elevation, away)
    middle = (0.45 + x, 1.50 + y, 0.78 + z)
    studio.place(studio.group("window", *bars), middle, (-elevation, 0.0, azimuth - 270.0))
    studio.sun(studio.sunlight(azimuth, elevation), 7.0, (1.0, 0.80, 0.57), 0.7)
    studio.softbox(
        (-1.35, -0.75, 1.55), (-0.33, -0.40, 1.0), (0.5, 0.7), 16.0, (1.0, 0.95, 0.88), 0.9
    )
    studio.softbox((-2.2, -0.5, 1.7), (0.0, 0.6, 0.8), (1.2, 1.8), 42.0, (0.95, 0.97, 1.0))
    studio.plain_sky((0.22, 0.215, 0.21), (0.19, 0.195, 0.21), 0.5)
    studio.camera((0.03, -1.42, 1.06), (0.03, 0.6, 0.70), 42.0, 2.8, (-0.24, -0.40, 1.07))
    studio.film(0.4)
