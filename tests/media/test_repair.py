"""A picture with a fault that does not matter is shown; one that lacks rows is not."""

from __future__ import annotations

import io
import random
import struct
import warnings
import zlib

import pytest
from PIL import Image, ImageChops, ImageStat

from kiosk.media.original import PhotoWarning, UnreadablePhotoError
from kiosk.media.originals.decode import derive, measure
from tests.media.pictures import RED, WHITE, alike, encoded, quarters

SIZE = (400, 320)


@pytest.fixture
def shown(tmp_path):
    """The whole picture in a file, at its own size."""

    def show(data, name="photo.jpg"):
        file = tmp_path / name
        file.write_bytes(data)
        facts, _ = measure(str(file))
        return Image.open(io.BytesIO(derive(str(file), facts.width, facts.height)))

    return show


def scene():
    """A picture in which each block takes a few bytes."""
    noise = Image.merge("RGB", [Image.effect_noise(SIZE, 60) for _ in range(3)])
    return Image.blend(noise, quarters(*SIZE), 0.6)


def apart(one, other):
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


@pytest.mark.parametrize("lost", [1, 2, 3, 10, 40, 100])
@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"subsampling": 0}])
def test_the_last_bytes_of_a_jpeg_do_not_matter(shown, lost, options):
    """Without its last bytes it looks as before; no grey takes their place."""
    whole = encoded(scene(), "jpeg", quality=90, **options)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        seen = shown(whole[:-lost])

    assert apart(seen, shown(whole)) < 3
    assert seen.getpixel((399, 319))[0] > 140  # The corner is white, and never grey.


def test_missing_blocks_are_noted(shown):
    """`check` says that the last bytes are missing, but not if only the end mark is."""
    whole = encoded(scene(), "jpeg", quality=90)

    with pytest.warns(PhotoWarning, match="last bytes"):
        shown(whole[:-200])
    with warnings.catch_warnings():
        warnings.simplefilter("error", PhotoWarning)
        shown(whole[:-2])


@pytest.mark.parametrize("share", [0.5, 0.8, 0.9, 0.93])
@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_that_lacks_rows_is_refused(shown, share, progressive):
    """A picture with a grey band at its foot is never shown."""
    whole = encoded(scene(), "jpeg", quality=90, progressive=progressive)

    with pytest.raises(UnreadablePhotoError, match="ends too early"):
        shown(whole[: int(len(whole) * share)])


def segment(marker, data, length=None):
    return struct.pack(">BBH", 0xFF, marker, length or len(data) + 2) + data


FAULTS = {
    "short JFIF": segment(0xE0, b"JFIF\0"),
    "length of nothing": b"\xff\xe1\0\0",
    "EXIF cut off": segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\x10\0"),
    "EXIF too long": segment(0xE1, b"Exif\0\0II*\0", length=9),
    "data between": segment(0xE5, b"abc") + b"garbage",
    "claims too much": segment(0xE7, b"abc", length=5000),
    "profile cut off": segment(0xE2, b"ICC_PROFILE\0\1"),
    "Photoshop cut off": segment(0xED, b"Photoshop 3.0\x008BIM\4"),
    "several pictures": segment(0xE2, b"MPF\0II*\0\xff\xff"),
}


@pytest.mark.filterwarnings("ignore:Corrupt EXIF", "ignore:Image appears")
@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_broken_segment_of_a_jpeg_does_not_matter(shown, fault):
    """What a picture does not need may be broken."""
    whole = encoded(quarters(), "jpeg", quality=95)

    assert apart(shown(whole[:2] + fault + whole[2:]), quarters()) < 4


@pytest.mark.parametrize(
    "before", [b"\r\n", b"HTTP/1.1 200 OK\r\n\0\1\2", random.Random(3).randbytes(900)]
)
def test_data_before_a_jpeg_does_not_matter(shown, before):
    """The picture is found behind it."""
    assert apart(shown(before + encoded(quarters(), "jpeg", quality=95)), quarters()) < 4


def chunk(kind, data, right=True):
    checked = struct.pack(">I", zlib.crc32(kind + data) ^ (not right))
    return struct.pack(">I", len(data)) + kind + data + checked


@pytest.mark.parametrize(
    "extra",
    [
        chunk(b"tEXt", b"Comment\0hello", right=False),
        chunk(b"gAMA", b"\0\0\1"),
        chunk(b"pHYs", b"\0", right=True),
        chunk(b"zTXt", b"Comment\0\0broken"),
        chunk(b"iCCP", b"name\0\0broken", right=False),
        chunk(b"tEXt", b"Comment\0" + b"long " * 1_000_000),
        chunk(b"eXIf", b"II*\0\xff"),
    ],
    ids=["sum", "gamma", "size", "packed text", "profile", "long text", "EXIF"],
)
def test_what_a_png_does_not_need_may_be_broken(shown, extra):
    """Texts, long or broken, and other additions do not hide a picture."""
    whole = encoded(quarters(), "png")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        seen = shown(whole[:33] + extra + whole[33:])

    assert apart(seen, quarters()) < 4


@pytest.mark.parametrize(
    "behind",
    [chunk(b"zTXt", b"Comment\0\x78broken"), chunk(b"fdAT", b"\0\0\0\7broken")],
    ids=["text", "animation"],
)
def test_what_is_behind_the_pixels_of_a_png_may_be_broken(shown, behind):
    """A text that is packed in an unknown way does not hide them, nor does a second picture."""
    whole = encoded(quarters(), "png")
    frames = chunk(b"acTL", b"\0\0\0\2\0\0\0\0")

    assert apart(shown(whole[:33] + frames + whole[33:-12] + behind + whole[-12:]), quarters()) < 4


@pytest.mark.parametrize("end", [b"", b"\0", chunk(b"tEXt", b"Comment\0hello")[:-9], b"\0\0vNIDAT"])
def test_a_png_without_its_last_chunk(shown, end):
    """The mark at its end holds no pixels, nor does the beginning of another chunk."""
    assert apart(shown(encoded(quarters(), "png")[:-12] + end), quarters()) < 4


def test_a_bmp_without_the_filling_of_its_last_row(shown):
    """Rows are filled up to four bytes; the last filling holds no pixels."""
    assert apart(shown(encoded(quarters(241, 160), "bmp")[:-1]), quarters(241, 160)) < 4


RLE_ROW, RLE_ROW_END, RLE_END = bytes((12, 1)), b"\0\0", b"\0\1"


def compressed_bmp(pixels):
    """A BMP of 12 × 8 pixels of two colours, whose pixels are packed in this way."""
    colours = bytes((*WHITE[::-1], 0, *RED[::-1], 0))
    start = 54 + len(colours)
    head = struct.pack("<IiiHHIIiiII", 40, 12, 8, 1, 8, 1, len(pixels), 0, 0, 2, 0)
    return b"BM" + struct.pack("<I4xI", start + len(pixels), start) + head + colours + pixels


def test_pixels_that_a_compressed_bmp_leaves_out(shown):
    """Rows that are left out at the end, which are the upper ones, have the first colour."""
    seen = shown(compressed_bmp((RLE_ROW + RLE_ROW_END) * 4 + RLE_END))

    assert alike(seen.getpixel((6, 1)), WHITE)
    assert alike(seen.getpixel((6, 6)), RED)


def test_a_compressed_bmp_that_ends_early_is_refused(shown):
    """Without the mark for its end, rows may be missing."""
    with pytest.raises(UnreadablePhotoError, match="BMP"):
        shown(compressed_bmp((RLE_ROW + RLE_ROW_END) * 4))


def with_two_lists(data):
    """The same AVIF with a list of properties for the picture, and another for its alpha."""
    at = data.index(b"ipma") - 4
    size = int.from_bytes(data[at : at + 4])
    start, entries = data[at + 8 : at + 12], data[at + 16 : at + size]
    second = 2 + 1 + entries[2]
    boxes = [start + b"\0\0\0\1" + part for part in (entries[:second], entries[second:])]
    lists = b"".join((len(box) + 8).to_bytes(4) + b"ipma" + box for box in boxes)
    more = len(lists) - size
    out = bytearray(data[:at] + lists + data[at + size :])
    for kind in (b"meta", b"iprp"):
        size_at = out.index(kind) - 4
        out[size_at : size_at + 4] = (int.from_bytes(out[size_at : size_at + 4]) + more).to_bytes(4)
    place = out.index(b"iloc") + 4 + 8
    for _ in range(2):
        offset = slice(place + 6, place + 10)
        out[offset] = (int.from_bytes(out[offset]) + more).to_bytes(4)
        place += 14
    return bytes(out)


def test_an_avif_whose_properties_are_in_two_lists(shown):
    """Some programs write a list for each picture in a file, and browsers read both."""
    picture = quarters()
    picture.putalpha(Image.linear_gradient("L").resize(picture.size).point(lambda one: one // 2))
    data = encoded(picture, "avif", quality=90)

    assert with_two_lists(data).count(b"ipma") == 2
    assert apart(shown(with_two_lists(data)), shown(data)) == 0
