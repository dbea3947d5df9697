"""Files that hold no picture, or no good one, as real workers meet them."""

import os
import random
import struct
import zlib

import pytest
from PIL import Image
from pillow_heif import register_heif_opener

from kiosk.media.cache import Cache
from kiosk.media.original import UnreadablePhotoError
from kiosk.media.workers.pool import Workers
from tests.media.pictures import encoded, quarters

register_heif_opener()

KINDS = ("jpeg", "png", "tiff", "webp", "avif", "heif", "gif", "bmp", "jpeg2000")
VARIANTS = 30


@pytest.fixture(scope="module")
def workers():
    made = Workers(1, seconds_max=10, bytes_max=900 * 2**20)
    yield made
    made.close()


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    file = tmp_path_factory.mktemp("good") / "good.jpg"
    quarters().save(file)
    return str(file)


@pytest.fixture
def refused(workers, good, tmp_path):
    """Why a file is refused; then, the next good one is opened."""

    def reason(file):
        with pytest.raises(UnreadablePhotoError) as caught:
            workers.measure(str(file))
        with pytest.raises(UnreadablePhotoError):
            workers.derive(str(file), 20, 20)
        assert workers.measure(good)[0].width == 240
        return str(caught.value)

    return reason


@pytest.fixture
def written(tmp_path):
    def write(data, name="photo.jpg"):
        file = tmp_path / name
        file.write_bytes(data)
        return file

    return write


def test_nothing_at_all(refused, written):
    """A file of zero bytes is empty, and said to be."""
    assert refused(written(b"")) == "the file is empty"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"This is no picture.", "it is a text, not a picture"),
        (random.Random(1).randbytes(5000), "it is not a picture of a known kind"),
        (b"%PDF-1.7", "it is a PDF; export its page as JPEG"),
        (b"\0" * 100, "the file holds only zeros; copy it again from its source"),
    ],
    ids=["text", "random", "pdf", "zeros"],
)
def test_no_picture(refused, written, data, reason):
    """What is named .jpg and is something else is told of in a few words."""
    assert refused(written(data)) == reason


@pytest.mark.parametrize("tenths", range(1, 10))
@pytest.mark.parametrize("kind", [*KINDS, "progressive"])
def test_cut_off(refused, written, kind, tenths):
    """A file that ends too early, such as one that is still being copied, is not shown by half."""
    whole = (
        encoded(noise(), "jpeg", progressive=True)
        if kind == "progressive"
        else encoded(noise(), kind)
    )

    assert refused(written(whole[: len(whole) * tenths // 10]))


def test_a_jpeg_that_ends_too_early_says_so(refused, written):
    """The curator learns what to do: copy it again."""
    whole = encoded(noise(), "jpeg")

    assert refused(written(whole[: len(whole) * 9 // 10])) == (
        "the file ends too early; copy it again from its source"
    )


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "tiff", "webp"])
def test_a_bomb(refused, written, kind):
    """A small file that claims 60 000 × 60 000 pixels is refused by its claim."""
    reason = refused(written(BOMBS[kind]()))

    assert "60000 × 60000 pixels" in reason or kind in ("webp", "gif")


def test_more_memory_than_there_is(tmp_path, good):
    """A picture that takes more memory than a worker may have is refused for that reason."""
    file = tmp_path / "large.png"
    file.write_bytes(png(9000, 9000, rows=9000))
    workers = Workers(1, bytes_max=400 * 2**20)
    with pytest.raises(UnreadablePhotoError, match=r"more memory than the limit \(400 MB\)"):
        workers.measure(str(file))

    assert workers.measure(good)[0].width == 240
    workers.close()


@pytest.mark.parametrize("size", [(1, 1), (20_000, 1), (1, 20_000)])
@pytest.mark.parametrize("kind", KINDS)
def test_odd_shapes(workers, written, size, kind):
    """A picture of one pixel or one row is small, but no fault."""
    if kind in ("webp", "heif") and max(size) > 16_383:
        pytest.skip("this format has no picture so long")
    file = written(encoded(Image.new("RGB", size, (200, 40, 40)), kind))

    facts, _ = workers.measure(str(file))
    assert (facts.width, facts.height) == size
    assert workers.derive(str(file), 30, 20)


def test_what_is_no_file(refused, tmp_path):
    """Pipes, folders, devices and links in a circle are neither opened nor waited for."""
    fifo, folder, link, zeros = (tmp_path / f"{name}.jpg" for name in ("fifo", "dir", "link", "0"))
    os.mkfifo(fifo)
    folder.mkdir()
    link.symlink_to(link)
    zeros.symlink_to("/dev/zero")
    cache = Cache(tmp_path / "cache")
    for file, reason in (
        (fifo, "it is not an ordinary file"),
        (folder, "it is a folder, not a picture"),
        (link, "it is a link that leads back to itself"),
        (zeros, "it is not an ordinary file"),
        (tmp_path / "none.jpg", "the file is gone"),
        (folder / "none.jpg", "the file is gone"),
    ):
        assert refused(file) == reason
        with pytest.raises(UnreadablePhotoError, match=reason):
            cache.content(str(file))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(refused, written):
    """A file that belongs to somebody else is told of as such."""
    file = written(b"secret")
    file.chmod(0)

    assert refused(file) == "this user may not read the file"


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_bytes_say(workers, good, written, kind):
    """Of files with wrong bytes each is shown, or refused with a reason, and the show goes on."""
    whole = encoded(noise(), kind)
    for seed in range(VARIANTS):
        rng = random.Random(seed)
        data = bytearray(whole)
        for _ in range(rng.choice((1, 3, 30))):
            data[rng.randrange(min(len(data), rng.choice((200, len(data)))))] = rng.randrange(256)
        file = str(written(bytes(data)))
        try:
            answer = workers.derive(file, 60, 40)
        except UnreadablePhotoError as error:
            answer = str(error)

        assert answer, f"seed {seed}"

    assert workers.measure(good)


def noise():
    """A picture that no format can write in a few bytes."""
    return Image.frombytes("RGB", (120, 80), random.Random(7).randbytes(120 * 80 * 3))


def png(width, height, rows):
    """A black PNG of which so many rows are there."""
    packer = zlib.compressobj(1)
    data = b"".join(packer.compress(bytes(1 + width * 3)) for _ in range(rows)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def jpeg_bomb():
    data = bytearray(encoded(quarters(), "jpeg"))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", 60_000, 60_000)
    return bytes(data)


def gif_bomb():
    data = bytearray(encoded(quarters(), "gif"))
    data[6:10] = struct.pack("<HH", 60_000, 60_000)
    return bytes(data)


def tiff_bomb():
    data = encoded(quarters(240, 240), "tiff", compression="tiff_deflate")
    for tag in (256, 257):
        claim = struct.pack("<HHII", tag, 4, 1, 60_000)
        data = data.replace(struct.pack("<HHIHH", tag, 3, 1, 240, 0), claim)
        data = data.replace(struct.pack("<HHII", tag, 4, 1, 240), claim)
    return data


def webp_bomb():
    """Of the extended kind, whose canvas may be as large as that."""
    data = encoded(quarters().convert("RGBA"), "webp", lossless=True, icc_profile=b"x" * 10)
    at = data.index(b"VP8X")
    claim = (60_000 - 1).to_bytes(3, "little") * 2
    return data[: at + 12] + claim + data[at + 18 :]


BOMBS = {
    "png": lambda: png(60_000, 60_000, 1),
    "jpeg": jpeg_bomb,
    "gif": gif_bomb,
    "tiff": tiff_bomb,
    "webp": webp_bomb,
}
