"""Originals of all kinds become upright pixels; what cannot be opened says why."""

import io
import itertools
import struct
from functools import cache

import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat
from PIL.PngImagePlugin import PngInfo
from pillow_heif import register_heif_opener

from kiosk.media.original import UnreadablePhotoError
from kiosk.media.originals import decode
from kiosk.media.originals.decode import derive, measure
from kiosk.media.originals.luminance import SAMPLES, SIDE, extremes
from kiosk.media.originals.metadata_reader import read_metadata
from kiosk.media.pixels import pixels
from kiosk.types.photo import PREVIEW_PX, TONES, Derivative, Tile
from tests.media.pictures import BLUE, GREEN, RED, WHITE, alike, corner_colours, encoded, quarters

register_heif_opener()
WHITE_GROUND, BLACK_GROUND = (255, 255, 255), (0, 0, 0)


TURNED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera that was held so stores a picture that is upright to the eye."""


@pytest.mark.parametrize("orientation", TURNED)
@pytest.mark.parametrize("size", [(240, 160), (160, 240)])
@pytest.mark.parametrize("kind", ["jpeg", "png", "tiff", "webp", "avif", "heif"])
def test_every_orientation_is_set_upright(tmp_path, orientation, size, kind):
    """However the camera was held, and whoever turns it, the derivative stands as the scene did."""
    scene = quarters(*size)
    stored = scene.transpose(TURNED[orientation]) if TURNED[orientation] is not None else scene
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = str(tmp_path / f"photo.{kind}")
    stored.save(file, kind, quality=95, exif=exif.tobytes())

    facts, _ = measure(file)
    assert (facts.width, facts.height) == size
    corners = corner_colours(derive(file, *size))
    assert all(map(alike, corners, (RED, GREEN, BLUE, WHITE))), corners


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
@pytest.mark.parametrize("exif", [b"Exif\0\0nonsense", b"Exif\0\0II*\0\xff\xff\xff\xff", b"x"])
def test_notes_that_make_no_sense_do_not_spoil_a_picture(tmp_path, exif):
    """A photo whose EXIF block is damaged is shown as it lies."""
    file = str(tmp_path / "photo.jpg")
    quarters().save(file, exif=exif)

    assert alike(corner_colours(derive(file, 240, 160))[0], RED)


@pytest.mark.parametrize("name", ["XML:com.adobe.xmp", "Raw profile type exif"])
def test_only_exif_turns_a_picture(tmp_path, name):
    """What other programs do not look at does not turn a photo here, either."""
    info = PngInfo()
    exif = Image.Exif()
    exif[0x0112] = 6
    hexadecimal = f"\nexif\n  {len(exif.tobytes())}\n{exif.tobytes().hex()}\n"
    xmp = '<x:xmpmeta><rdf:Description tiff:Orientation="6"/></x:xmpmeta>'
    info.add_itxt(name, xmp if "XML" in name else hexadecimal)
    quarters().save(tmp_path / "photo.png", pnginfo=info)

    assert measure(str(tmp_path / "photo.png"))[0].width == quarters().width


@cache
def fine_scene():
    scene = Image.effect_mandelbrot((1403, 1101), (-2, -1, 1, 1), 40).convert("RGB")
    return Image.blend(scene, quarters(1403, 1101), 0.5)


@pytest.mark.parametrize("orientation", TURNED)
@pytest.mark.parametrize("kind", ["jpeg", "tiff"])
@pytest.mark.parametrize("level", [0, 1, 2])
def test_tiles_are_pieces_of_the_upright_picture(tmp_path, orientation, kind, level):
    """However the original lies, each tile has the very pixels that the whole has there."""
    scene = fine_scene()
    stored = scene.transpose(TURNED[orientation]) if TURNED[orientation] is not None else scene
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = str(tmp_path / f"photo.{kind}")
    stored.save(file, kind, quality=95, exif=exif.tobytes())
    size = (-(-1403 // 2**level), -(-1101 // 2**level))
    whole = Image.open(io.BytesIO(derive(file, *size)))
    for column, row in itertools.product(range(3), range(3)):
        tile = Tile(Derivative(file, *size), column, row)
        if tile.width > 0 and tile.height > 0:
            piece = Image.open(io.BytesIO(derive(file, *size, tile.box)))
            difference = ImageChops.difference(piece, whole.crop(tile.box))

            assert piece.size == (tile.width, tile.height)
            assert max(ImageStat.Stat(difference).mean) < 1.5, (column, row)


def test_one_decoding_serves_all_tiles(tmp_path, monkeypatch):
    """Also an original that is too large to be kept beside others is not decoded for each tile."""
    monkeypatch.setattr(decode, "KEPT_BYTES_MAX", 100)
    file = str(tmp_path / "photo.png")
    quarters(1200, 800).save(file)
    derive(file, 1200, 800, (0, 0, 512, 512))
    monkeypatch.setattr(decode, "open_picture", lambda *_: pytest.fail("it was decoded again"))

    assert alike(corner_colours(derive(file, 1200, 800, (1024, 512, 1200, 800)))[3], WHITE)


def test_a_large_original_is_let_go_before_the_next_is_opened(tmp_path, monkeypatch):
    """Of two originals that fill a worker's memory, never both are in it."""
    monkeypatch.setattr(decode, "KEPT_BYTES_MAX", 100)
    kept = []
    opening = decode.open_picture
    monkeypatch.setattr(
        decode, "open_picture", lambda *given: kept.append(len(decode._kept)) or opening(*given)
    )
    for name in ("one.png", "two.png"):
        quarters().save(tmp_path / name)
        derive(str(tmp_path / name), 240, 160)

    assert kept == [0, 0]


KINDS = {
    "png": ["RGB", "L", "1", "P", "RGBA", "LA", "I;16"],
    "jpeg": ["RGB", "L", "CMYK"],
    "tiff": ["RGB", "L", "1", "P", "RGBA", "LA", "CMYK", "I;16", "I", "F", "LAB"],
    "webp": ["RGB", "RGBA"],
    "avif": ["RGB", "RGBA", "L"],
    "heif": ["RGB", "RGBA", "L", "I;16"],
    "gif": ["P", "L"],
    "bmp": ["RGB", "L", "1", "P", "RGBA"],
    "jpeg2000": ["RGB", "L", "RGBA", "LA", "I;16"],
}


@pytest.mark.parametrize(
    ("kind", "mode"), [(k, mode) for k, modes in KINDS.items() for mode in modes]
)
def test_kinds_and_modes(tmp_path, mode, kind):
    """Whatever a common program writes is opened, and looks as it did there."""
    file = str(tmp_path / f"photo.{kind}")
    stored(quarters(), mode).save(file, kind)

    light = [round(sum(corner) / 3) for corner in corner_colours(derive(file, 240, 160))]
    expected = [round(sum(corner) / 3) for corner in as_seen(mode)]
    assert alike(light, expected, slack=24), light


def stored(picture, mode):
    """The picture in another mode, its greys over that mode's whole range."""
    if mode == "LAB":
        return ImageCms.profileToProfile(
            picture, ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode=mode
        )
    if mode in ("I;16", "I", "F"):
        whole = 1.0 if mode == "F" else 65535
        light = picture.convert("L").convert("F").point(lambda v: v * (whole / 255))
        return light if mode == "F" else light.convert("I").convert(mode)
    return picture.convert(mode)


def as_seen(mode):
    if mode == "1":
        picture = quarters().convert("1")
    elif mode in ("L", "LA", "I;16", "I", "F"):
        picture = quarters().convert("L")
    else:
        picture = quarters()
    return corner_colours(encoded(picture.convert("RGB"), "png"))


def test_dark_tones_of_sixteen_bits_are_told_apart(tmp_path):
    """Grey of 16 bits is scaled to the screen's range, not cut off at its end."""
    ramp = Image.new("I;16", (256, 8))
    for x in range(256):
        for y in range(8):
            ramp.putpixel((x, y), x * 257)
    for kind in ("png", "tiff"):
        file = str(tmp_path / f"ramp.{kind}")
        ramp.save(file)
        seen = Image.open(io.BytesIO(derive(file, 256, 8))).convert("L")

        assert all(abs(seen.getpixel((x, 4)) - x) < 8 for x in range(256))


def test_sixteen_bits_a_colour(tmp_path):
    """A TIFF of 16 bits in each of three channels is opened, in either order of bytes."""
    for order in "<>":
        file = tmp_path / "photo.tif"
        file.write_bytes(tiff_of_16_bits(order, [(65535, 0, 0x8000)] * 64, 8, 8))
        seen = Image.open(io.BytesIO(derive(str(file), 8, 8))).getpixel((4, 4))

        assert alike(seen, (255, 0, 128), slack=4)


def tiff_of_16_bits(order, pixels, width, height):
    data = b"".join(struct.pack(f"{order}3H", *pixel) for pixel in pixels)
    entries = [
        (256, 3, 1, width),
        (257, 3, 1, height),
        (258, 3, 3, 8 + len(data)),
        (259, 3, 1, 1),
        (262, 3, 1, 2),
        (273, 4, 1, 8),
        (277, 3, 1, 3),
        (278, 3, 1, height),
        (279, 4, 1, len(data)),
    ]
    head = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, 8 + len(data) + 6)
    listed = struct.pack(f"{order}H", len(entries))
    for tag, kind, count, value in entries:
        short = kind == 3 and count == 1
        written = struct.pack(
            f"{order}HH" if short else f"{order}I", value, *([0] if short else [])
        )
        listed += struct.pack(f"{order}HHI", tag, kind, count) + written
    return head + data + struct.pack(f"{order}3H", 16, 16, 16) + listed + bytes(4)


@pytest.mark.parametrize("kind", ["tiff", "gif", "webp", "png", "avif", "heif", "mpo"])
def test_of_several_pictures_in_a_file_the_first_is_shown(tmp_path, kind):
    """Pages, frames and bursts: the first one hangs."""
    file = str(tmp_path / "photo")
    pages = [quarters(), Image.new("RGB", (240, 160))]
    pages[0].save(file, kind, save_all=True, append_images=pages[1:])

    assert alike(corner_colours(derive(file, 240, 160))[0], RED, slack=24)


@pytest.mark.parametrize("progressive", [False, True])
def test_a_wide_panorama(tmp_path, progressive):
    """Of 12 000 pixels, only as many are decoded as are wanted, and never fewer."""
    file = str(tmp_path / "wide.jpg")
    quarters(12_000, 800).save(file, progressive=progressive)
    decode._kept.clear()
    jpeg = derive(file, 2000, 133)

    assert alike(corner_colours(jpeg)[3], WHITE)
    assert [one.image.size for one in decode._kept.values()] == [(3000, 200)]


@pytest.mark.parametrize("orientation", [1, 6])
def test_nothing_is_decoded_smaller_than_it_is_shown(tmp_path, orientation):
    """However it lies, a JPEG is decoded so large that slow scaling does the last step."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    lying = (1600, 1200) if orientation == 1 else (1200, 1600)
    file = str(tmp_path / "photo.jpg")
    quarters(*lying).save(file, exif=exif)
    for width, height in [(200, 150), (201, 150), (400, 301), (790, 600), (801, 600), (1600, 1200)]:
        decode._kept.clear()
        derive(file, width, height)
        (kept,) = decode._kept.values()
        wide, high = (width, height) if orientation == 1 else (height, width)

        assert wide <= kept.image.width <= 3 * wide
        assert high <= kept.image.height <= 3 * high
        assert kept.reduction == 1 or kept.image.width >= 1.5 * wide


def test_a_photo_is_decoded_once_for_its_facts_and_its_derivative(tmp_path, monkeypatch):
    """A derivative that follows the facts of the same file is made of the same pixels."""
    file = tmp_path / "photo.jpg"
    quarters(4000, 3000).save(file)
    measure(str(file), 1920, 1440)
    monkeypatch.setattr(decode, "open_picture", lambda *_: pytest.fail("it was decoded again"))

    assert derive(str(file), 1920, 1440)


@pytest.mark.parametrize("box", [None, (0, 0, 120, 90)])
def test_a_derivative_is_the_same_whatever_was_asked_before(tmp_path, box):
    """Facts and other sizes of a photo change nothing in it, so a frame is always the same."""
    file = str(tmp_path / "photo.jpg")
    Image.effect_noise((1600, 1200), 90).convert("RGB").save(file)
    alone = derive(file, 190, 140, box)
    for width, height in [(1600, 1200), (790, 590), (100, 75)]:
        decode._kept.clear()
        measure(file, width, height)
        derive(file, width, height)

        assert derive(file, 190, 140, box) == alone


def test_a_changed_file_is_decoded_anew(tmp_path):
    """What is kept of a file is of no use once the file is another."""
    file = tmp_path / "photo.png"
    quarters().save(file)
    measure(str(file))
    Image.new("RGB", (300, 200), BLUE).save(file)

    assert measure(str(file))[0].width == 300
    assert alike(corner_colours(derive(str(file), 300, 200))[0], BLUE)


def test_what_is_kept_is_bounded(tmp_path, monkeypatch):
    """Decoded pictures are let go of when there are too many, the oldest first."""
    monkeypatch.setattr(decode, "KEPT_BYTES_MAX", 3 * 240 * 160 * 4)
    for n in range(6):
        file = str(tmp_path / f"{n}.png")
        quarters().save(file)
        measure(file)

    assert len(decode._kept) <= 3


def test_raw_files_of_cameras_are_refused(tmp_path):
    """Nobody hangs the thumbnail that a raw file begins with."""
    file = str(tmp_path / "photo.nef")
    quarters().save(file, "tiff", tiffinfo={254: 1})

    with pytest.raises(UnreadablePhotoError, match="raw file"):
        measure(file)


BITS = {
    "4 bits each": (16, (0xF00, 0xF0, 0xF)),
    "5, 5, 5": (16, (0x7C00, 0x3E0, 0x1F)),
    "5, 6, 5": (16, (0xF800, 0x7E0, 0x1F)),
    "2, 3, 1": (16, (0x30, 0xE, 0x1)),
    "blue first": (32, (0xFF, 0xFF00, 0xFF0000)),
    "10 bits each": (32, (0x3FF00000, 0xFFC00, 0x3FF)),
    "11, 11, 10": (32, (0xFFE00000, 0x1FFC00, 0x3FF)),
}


@pytest.mark.parametrize(("bits", "masks"), BITS.values(), ids=BITS)
@pytest.mark.parametrize("head", [40, 52, 56, 108, 124])
@pytest.mark.parametrize("down", [False, True])
def test_bits_of_a_bmp(tmp_path, bits, masks, head, down):
    """Whatever bits its channels have, and whichever row is first, its colours are right."""
    whites = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)]
    values = [sum(mask for mask, one in zip(masks, white, strict=True) if one) for white in whites]
    sign = "H" if bits == 16 else "I"
    rows = [struct.pack(f"<6{sign}", *[values[row + (x > 2)] for x in range(6)]) for row in (0, 2)]
    pixels = b"".join(row * 4 for row in (rows if down else rows[::-1]))
    fields = struct.pack("<iiHHIIiiII", 6, -8 if down else 8, 1, bits, 3, 0, 0, 0, 0, 0)
    header = struct.pack("<I", head) + fields + struct.pack("<3I", *masks)
    header = header.ljust(max(head, 52), b"\0")
    file = tmp_path / "photo.bmp"
    start = 14 + len(header)
    file.write_bytes(b"BM" + struct.pack("<I4xI", start + len(pixels), start) + header + pixels)
    seen = Image.open(io.BytesIO(derive(str(file), 6, 8)))

    assert all(map(alike, (seen.getpixel(at) for at in ((0, 0), (5, 0), (0, 7), (5, 7))), whites))


@pytest.mark.parametrize("head", [16, 20, 36])
def test_the_short_head_of_a_bmp_of_os2(tmp_path, head):
    """Fields that are left out count as zero; the palette and the pixels come after the rest."""
    fields = struct.pack("<IiiHHIIiiII", head, 4, 2, 1, 8, 0, 8, 0, 0, 2, 0)[:head]
    palette = bytes((*RED[::-1], 0, *BLUE[::-1], 0)) + bytes(4 * 254)
    start = 14 + len(fields) + len(palette)
    file = tmp_path / "photo.bmp"
    file.write_bytes(
        b"BM" + struct.pack("<I4xI", start + 8, start) + fields + palette + b"\1\1\0\0" * 2
    )
    seen = Image.open(io.BytesIO(derive(str(file), 4, 2)))

    assert alike(seen.getpixel((0, 0)), BLUE)
    assert alike(seen.getpixel((3, 1)), RED)


@pytest.mark.parametrize("opened", [measure, read_metadata])
def test_a_bmp_without_its_masks(tmp_path, opened):
    """A file that ends before them is refused with advice."""
    file = tmp_path / "photo.bmp"
    fields = struct.pack("<IiiHHIIiiII", 40, 4, 4, 1, 16, 3, 0, 0, 0, 0, 0)
    file.write_bytes(b"BM" + struct.pack("<I4xI", 54, 54) + fields)

    with pytest.raises(UnreadablePhotoError, match="save it as JPEG or PNG"):
        opened(str(file))


def test_the_best_picture_of_an_icon(tmp_path):
    """Of several pictures in an icon, the largest is shown, and of these the most colourful."""
    pictures = [(48, 8, RED), (48, 32, GREEN), (16, 32, BLUE)]
    images = [encoded(Image.new("RGB", (side,) * 2, colour), "png") for side, _, colour in pictures]
    at, listed = 6 + 16 * len(images), b""
    for (side, bits, _), image in zip(pictures, images, strict=True):
        listed += struct.pack("<4B2H2I", side, side, 0, 0, 1, bits, len(image), at)
        at += len(image)
    file = tmp_path / "photo.ico"
    file.write_bytes(struct.pack("<3H", 0, 1, len(images)) + listed + b"".join(images))

    assert measure(str(file))[0].width == 48
    assert alike(Image.open(io.BytesIO(derive(str(file), 16, 16))).getpixel((8, 8)), GREEN)


def test_the_margin_of_a_gif_is_transparent(tmp_path):
    """Where the first picture of a GIF covers only a part, nothing is beside it."""
    small = encoded(Image.new("P", (20, 20), 0), "gif")
    file = tmp_path / "photo.gif"
    file.write_bytes(small[:6] + struct.pack("<HH", 40, 20) + small[10:])

    assert measure(str(file))[0].width == 40
    assert measure(str(file))[0].ground == "white"


def test_a_derivative_has_exactly_the_wanted_size(tmp_path):
    """The player asks for pixels by number, and gets that many."""
    file = str(tmp_path / "photo.png")
    quarters().save(file)

    assert len(pixels(derive(file, 333, 77), 333, 77)) == 333 * 77 * 4


@pytest.mark.parametrize("made", ["derivative", "tile", "preview"])
def test_nobody_sees_that_it_was_a_jpeg(tmp_path, made):
    """What is shown is as the original was: fine lines without a fringe, colours side by side."""
    file = str(tmp_path / "photo.png")
    stripes = Image.new("RGB", (2, 1))
    stripes.putdata([(180, 60, 60), (60, 60, 180)])
    width, height = (PREVIEW_PX, PREVIEW_PX) if made == "preview" else (240, 160)
    small = stripes.resize((width // 4, height), Image.Resampling.NEAREST)
    original = Image.new("RGB", (width, height))
    for column in range(4):
        original.paste(small, (column * small.width, 0))
    original.save(file)
    jpeg = {
        "derivative": lambda: derive(file, width, height),
        "tile": lambda: derive(file, width, height, (0, 0, width, height)),
        "preview": lambda: measure(file)[1],
    }[made]()
    difference = ImageChops.difference(original, Image.open(io.BytesIO(jpeg)))

    assert max(ImageStat.Stat(difference).mean) < 2


def test_tones_are_a_cell_s_extremes():
    """The palest and the darkest sample of each cell, however small the spot is."""
    noise = Image.merge("RGB", [Image.effect_noise((SIDE, SIDE), 90) for _ in range(3)])
    lightest, darkest = extremes(noise)

    for column, row in ((0, 0), (31, 0), (5, 17), (31, 31)):
        corner = column * SAMPLES, row * SAMPLES
        cell = noise.crop((*corner, corner[0] + SAMPLES, corner[1] + SAMPLES))
        places = itertools.product(range(SAMPLES), repeat=2)
        light = [relative_luminance(cell.getpixel(place)) for place in places]
        assert lightest[row * TONES + column] == pytest.approx(255 * max(light), abs=2)
        assert darkest[row * TONES + column] == pytest.approx(255 * min(light), abs=2)


def relative_luminance(pixel):
    """WCAG's, of 0–255 a channel."""
    shares = [one / 255 for one in pixel]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    return sum(share * one for share, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_tones_tell_where_a_photo_is_light(tmp_path):
    """The pale half of a photo is known to be pale, the dark half to be dark."""
    picture = Image.new("RGB", (640, 320), (0, 0, 0))
    picture.paste((255, 255, 255), (320, 0, 640, 320))
    file = str(tmp_path / "photo.png")
    picture.save(file)
    facts, _ = measure(file)

    assert facts.lightest[: TONES // 2 - 1] == bytes(TONES // 2 - 1)
    assert min(facts.lightest[TONES // 2 + 1 : TONES]) > 250
    assert min(facts.darkest[TONES // 2 + 1 : TONES]) > 250


@pytest.mark.parametrize(
    ("colour", "ground"),
    [
        ((0, 0, 0), WHITE_GROUND),
        ((50, 50, 50), WHITE_GROUND),
        ((0, 0, 139), WHITE_GROUND),
        ((255, 255, 255), BLACK_GROUND),
        ((255, 230, 120), BLACK_GROUND),
        ((200, 40, 40), BLACK_GROUND),
    ],
)
@pytest.mark.parametrize(("mode", "kind"), [("RGBA", "png"), ("P", "png"), ("RGBA", "webp")])
def test_a_transparent_drawing_can_be_seen(tmp_path, colour, ground, mode, kind):
    """Dark lines are on white, light ones on black, and `check` can say so."""
    file = str(tmp_path / "drawing")
    drawing = Image.new("RGBA", (200, 100), (128, 128, 128, 0))
    drawing.paste((*colour, 255), (90, 0, 110, 100))
    (drawing.quantize(8) if mode == "P" else drawing).save(file, kind)
    facts, _ = measure(file)

    assert facts.ground == ("white" if ground == WHITE_GROUND else "black")
    left, middle = (
        Image.open(io.BytesIO(derive(file, 200, 100))).getpixel((x, 50)) for x in (20, 100)
    )
    assert alike(left, ground)
    assert alike(middle, colour)


def test_tiles_of_a_drawing_have_one_ground(tmp_path):
    """The ground is chosen for the whole picture, not for each tile."""
    file = str(tmp_path / "drawing.png")
    drawing = Image.new("RGBA", (200, 100))
    drawing.paste((0, 0, 0, 255), (0, 0, 150, 100))
    drawing.paste((255, 255, 255, 255), (160, 0, 180, 100))
    drawing.save(file)

    assert alike(corner_colours(derive(file, 200, 100, (150, 0, 200, 100)))[1], WHITE_GROUND)


def test_an_opaque_picture_has_no_ground(tmp_path):
    """An alpha channel alone does not make a picture transparent."""
    file = str(tmp_path / "photo.png")
    quarters().convert("RGBA").save(file)

    assert measure(file)[0].ground == ""


def test_a_wholly_transparent_picture_is_black(tmp_path):
    """What is see-through does not come out in a chance colour."""
    file = str(tmp_path / "photo.png")
    Image.new("RGBA", (50, 50), (255, 0, 0, 0)).save(file)

    assert max(corner_colours(derive(file, 50, 50))[0]) < 4


@pytest.mark.parametrize("size", [(1, 1), (20_000, 1), (1, 20_000)])
def test_odd_shapes_are_opened(tmp_path, size):
    """A picture of one pixel or one row is small, but no fault."""
    file = str(tmp_path / "odd.png")
    Image.new("RGB", size, RED).save(file)

    assert measure(file)[0].width == size[0]
    assert derive(file, 30, 20)
