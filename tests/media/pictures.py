"""Pictures whose corners can be told apart, and colour profiles, made for the tests."""

import io
import struct

from PIL import Image

RED, GREEN, BLUE, WHITE = (200, 40, 40), (40, 160, 60), (40, 60, 200), (240, 240, 240)


def quarters(width=240, height=160):
    """A picture whose corners can be told apart."""
    picture = Image.new("RGB", (width, height), WHITE)
    for colour, x, y in ((RED, 0, 0), (GREEN, width // 2, 0), (BLUE, 0, height // 2)):
        picture.paste(colour, (x, y, x + width // 2, y + height // 2))
    return picture


def encoded(picture, kind, **options):
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def corner_colours(jpeg):
    picture = Image.open(io.BytesIO(jpeg))
    right, bottom = picture.width - 8, picture.height - 8
    return [picture.getpixel(at) for at in ((8, 8), (right, 8), (8, bottom), (right, bottom))]


def alike(pixel, colour, slack=16):
    return all(abs(a - b) <= slack for a, b in zip(pixel, colour, strict=True))


def rgb_profile(primaries, gamma):
    """Of a matrix and a curve: red, green and blue as XYZ under D50."""
    curve = b"curv" + struct.pack(">IIH", 0, 1, round(gamma * 256))
    tags = {f"{name}XYZ": _xyz(*xyz) for name, xyz in zip("rgb", primaries, strict=True)}
    return _profile(b"RGB ", tags | {f"{name}TRC": curve for name in "rgb"})


def grey_profile(gamma):
    return _profile(b"GRAY", {"kTRC": b"curv" + struct.pack(">IIH", 0, 1, round(gamma * 256))})


def cmyk_profile(ink_black, paper=100, table_of="A2B0"):
    """Of a table: no ink is paper, any ink is as dark as `ink_black`; both as L*, all grey.

    A2B0 is the table for the perceptual intent, A2B1 for relative colorimetric.
    """
    light = [paper if not inks else ink_black for inks in range(16)]
    lab = b"".join(bytes((round(one * 2.55), 128, 128)) for one in light)
    identity = struct.pack(">9i", *(65536 if n in (0, 4, 8) else 0 for n in range(9)))
    table = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + identity
    table += bytes(range(256)) * 4 + lab + bytes(range(256)) * 3
    return _profile(b"CMYK", {table_of: table}, connects=b"Lab ")


def _profile(space, tags, connects=b"XYZ "):
    """An ICC profile of version 2, as its specification lays it out."""
    tags = {"wtpt": _xyz(0.9642, 1.0, 0.8249), "desc": _description()} | tags
    table, body = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        table += name.encode() + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    size = start + len(body)
    head = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02400000, b"scnr", space, connects)
    head += struct.pack(">6H", 2024, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    head += struct.pack(">3i", 63190, 65536, 54061)
    return head + bytes(128 - len(head)) + struct.pack(">I", len(tags)) + table + body


def _xyz(*values):
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(one * 65536) for one in values))


def _description():
    return b"desc" + bytes(4) + struct.pack(">I", 5) + b"test\0" + bytes(78)


PRIMARIES = {
    "adobe": (
        (0.60974, 0.31111, 0.01947),
        (0.20528, 0.62567, 0.06087),
        (0.14919, 0.06322, 0.74457),
    ),
    "p3": ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407)),
    "prophoto": ((0.79767, 0.28804, 0.0), (0.13519, 0.71188, 0.0), (0.03135, 0.00009, 0.82491)),
}
ADOBE_RGB = rgb_profile(PRIMARIES["adobe"], 2.2)
DISPLAY_P3 = rgb_profile(PRIMARIES["p3"], 2.2)
PROPHOTO = rgb_profile(PRIMARIES["prophoto"], 1.8)
