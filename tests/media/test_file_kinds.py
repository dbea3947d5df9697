"""A file that is no picture, or none that the kiosk opens, is called what it is."""

from __future__ import annotations

import io
import zipfile

import pytest

from kiosk.media.original import UnreadablePhotoError
from kiosk.media.originals.decode import measure
from kiosk.media.originals.file_kinds import what_it_is
from tests.media.pictures import encoded, quarters


def box(brand, *others):
    """The beginning of an ISO media file."""
    body = brand + bytes(4) + b"".join(others)
    return (len(body) + 8).to_bytes(4, "big") + b"ftyp" + body


def archive():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        opened.writestr("word/document.xml", "")
    return out.getvalue()


KINDS = {
    "mp4": (box(b"isom", b"mp42"), "film"),
    "mov": (box(b"qt  "), "film"),
    "3gp": (box(b"3gp5"), "film"),
    "mov without its kind": (b"\0\0\0\x08wide\0\0\x10\0mdat" + bytes(100), "film"),
    "avi": (b"RIFF\0\0\1\0AVI LIST", "film"),
    "mkv": (b"\x1aE\xdf\xa3" + bytes(40), "film"),
    "mpg": (b"\0\0\x01\xba" + bytes(40), "film"),
    "mts": ((b"G" + bytes(187)) * 3, "film"),
    "wmv": (b"0&\xb2u\x8ef\xcf\x11" + bytes(40), "film"),
    "cr2": (b"II*\0\x10\0\0\0CR\2\0", "raw file"),
    "cr3": (box(b"crx ", b"isom"), "raw file"),
    "raf": (b"FUJIFILMCCD-RAW 0201", "raw file"),
    "orf": (b"IIRO\x08\0\0\0", "raw file"),
    "rw2": (b"IIU\0\x18\0\0\0", "raw file"),
    "x3f": (b"FOVb" + bytes(40), "raw file"),
    "pdf": (b"%PDF-1.7", "PDF"),
    "psd": (b"8BPS\0\1", "Photoshop"),
    "xcf": (b"gimp xcf v011", "GIMP"),
    "eps": (b"%!PS-Adobe-3.0 EPSF-3.0", "PostScript"),
    "svg": (b'<?xml version="1.0"?>\n<!-- A drawing -->\n<svg xmlns="x">', "SVG"),
    "svg in UTF-16": ('<svg xmlns="x">'.encode("utf-16"), "SVG"),
    "html": (b"\n<!DOCTYPE html>\n<html>", "web page"),
    "text": ("Жёлтый дом, 1923\n".encode(), "text"),
    "docx": (archive(), "office document"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "office document"),
    "jxl": (b"\xff\x0a" + bytes(40), "JPEG XL"),
    "jxl in boxes": (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
    "avif in a short form": (b"\0\0\0\x10ftypmif3avif\0\0\7\x83mini", "short form of AVIF or HEIC"),
    "ppm": (b"P6\n2 2\n255\n" + bytes(12), "Netpbm"),
    "pgm of text": (b"P2\n2 2\n255\n0 0 0 0\n", "Netpbm"),
    "pfm": (b"PF\n2 2\n-1.0\n" + bytes(48), "Netpbm"),
    "pcx": (b"\n\5\1\x08" + bytes(200), "PCX"),
    "tga": (bytes((0, 0, 2)) + bytes(9) + bytes((40, 0, 30, 0, 24, 32)) + b"\xff\xd8\xff", "Targa"),
    "tga with a palette": (bytes((0, 1, 9, 0, 0, 0, 1, 24)) + bytes(8) + b"\x08\0", "Targa"),
    "pict around a jpeg": (bytes(522) + b"\0\x11\2\xff\x0c\0\xff\xd8\xff", "Macintosh"),
    "iff": (b"FORM\0\0\1\0ILBMBMHD", "Amiga"),
    "sgi": (b"\x01\xda\1\1\0\3", "SGI"),
    "cur": (b"\0\0\2\0\1\0\x20\x20\0\0" + bytes(40), "mouse pointer"),
    "icon of os/2": (b"BA\x5c\0\0\0\xf2\0\0\0", "OS/2"),
    "mp3": (b"ID3\4" + bytes(40), "sound"),
    "m4a": (box(b"M4A "), "sound"),
    "zeros": (bytes(5000), "only zeros"),
    "companion": (b"\0\x05\x16\x07\0\2\0\0" + bytes(40), "Mac"),
    "link": (b"L\0\0\0\x01\x14\x02\0" + bytes(40), "Windows"),
    "empty": (b"", "the file is empty"),
}


@pytest.mark.parametrize(("data", "word"), KINDS.values(), ids=KINDS)
def test_a_file_is_called_what_it_is(tmp_path, data, word):
    """Whatever the name says, the message names the kind of file."""
    file = tmp_path / "photo.jpg"
    file.write_bytes(data)

    with pytest.raises(UnreadablePhotoError, match=word):
        measure(str(file))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("IMG_2035.AAE", "changes to a photo"),
        ("a.jpg.xmp", "changes to a photo"),
        ("Thumbs.db", "small copies"),
        ("ehthumbs.db", "small copies"),
        ("desktop.ini", "settings of a folder"),
        (".picasa.ini", "settings of a folder"),
        (".nomedia", "settings of a folder"),
        ("notes.txt", "it is a text"),
    ],
)
@pytest.mark.parametrize("data", [b"[a]\nb=c\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_files_that_programs_write_beside_photos(name, words, data):
    """They are known by their names, whatever they hold."""
    expected = "office document" if name == "notes.txt" and data[0] == 0xD0 else words

    assert expected in what_it_is(data, f"/photos/{name}")


@pytest.mark.parametrize("tags", [{254: 1}, {50706: b"\1\4\0\0"}], ids=["preview", "dng"])
def test_raw_files_that_look_like_tiff(tmp_path, tags):
    """A raw file is known by its tags."""
    file = tmp_path / "photo.tif"
    quarters().save(file, "tiff", tiffinfo=tags)

    with pytest.raises(UnreadablePhotoError, match="raw file"):
        measure(str(file))


@pytest.mark.parametrize("kind", ["avif", "heif"])
def test_any_brand_of_a_picture_will_do(tmp_path, kind):
    """AVIF and HEIC are known by each of their brands."""
    data = encoded(quarters(), kind)
    file = tmp_path / "photo"
    file.write_bytes(data[:8] + b"mif1" + data[12:])

    assert measure(str(file))[0].width == 240


@pytest.mark.parametrize("name", ["a.NEF", "a.arw", "a.dng", "a.pef", "a.CR2"])
@pytest.mark.parametrize("start", [b"II*\0", b"MM\0*", b"\1\2\3\4"])
def test_raw_files_by_name(tmp_path, name, start):
    """What cannot be known by its content is known by its name."""
    file = tmp_path / name
    file.write_bytes(start + bytes(range(128, 256)) * 20)

    with pytest.raises(UnreadablePhotoError, match="raw file"):
        measure(str(file))


def test_films_by_name(tmp_path):
    """So is a film of an unusual kind."""
    file = tmp_path / "a.MOV"
    file.write_bytes(bytes(range(128, 256)) * 20)

    with pytest.raises(UnreadablePhotoError, match="film"):
        measure(str(file))


def test_an_unusual_compression_is_no_damage(tmp_path):
    """A whole file is not called damaged because of how it is packed."""
    file = tmp_path / "photo.tif"
    data = bytearray(encoded(quarters(), "tiff", compression="jpeg"))
    at = data.index(b"\x03\x01\x03\0\x01\0\0\0")
    data[at + 8 : at + 10] = (50001).to_bytes(2, "little")
    file.write_bytes(data)

    with pytest.raises(UnreadablePhotoError, match="this kind of TIFF is not supported"):
        measure(str(file))


@pytest.mark.parametrize("kind", ["avif", "heif"])
def test_an_unusual_codec_is_no_damage(tmp_path, kind):
    """Nor is a picture whose codec is not known."""
    file = tmp_path / "photo"
    data = encoded(quarters(), kind)
    file.write_bytes(data.replace(b"av01", b"vvc1").replace(b"hvc1", b"vvc1"))

    with pytest.raises(UnreadablePhotoError, match="this kind of AVIF or HEIC is not supported"):
        measure(str(file))
