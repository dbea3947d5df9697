"""What a photo's file says of itself is read, wherever it says it, and never harms."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PIL import Image

from kiosk.media.original import UnreadablePhotoError
from kiosk.media.originals.metadata_reader import read_metadata
from kiosk.types.metadata import PhotoMetadata

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 exif:DateTimeOriginal="2026-05-01T14:03:00" {attributes}>{properties}</rdf:Description>
</rdf:RDF></x:xmpmeta>"""
TITLES = """<dc:title><rdf:Alt><rdf:li xml:lang="fr">Une porte</rdf:li>
<rdf:li xml:lang="x-default">A door</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">A blue
 door</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>The photographer</rdf:li></rdf:Seq></dc:creator>"""


@pytest.fixture
def saved(tmp_path):
    """A photo saved with these labels."""

    def save(name="a.jpg", **labels):
        path = tmp_path / name
        Image.new("RGB", (8, 8)).save(path, **labels)
        return str(path)

    return save


def exif(taken="", **texts):
    """EXIF with a time and texts by name."""
    tags = Image.Exif()
    names = {"caption": 0x010E, "artist": 0x013B, "copyright": 0x8298, "title": 0x9C9B}
    for name, text in texts.items():
        tags[names[name]] = text
    tags.get_ifd(0x8769)[0x9003] = taken
    return tags


def with_iptc(path, **texts):
    """The photo with a block of IPTC before what it has."""
    names = {"title": 5, "day": 55, "clock": 60, "author": 80, "credit": 110, "caption": 120}
    fields = b"".join(
        struct.pack(">BBBH", 0x1C, 1 + (name in names), names.get(name, 90), len(data)) + data
        for name, value in texts.items()
        for data in (value if isinstance(value, list) else [value])
    )
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(fields)) + fields
    resource += b"\x00" * (len(fields) % 2)
    segment = b"Photoshop 3.0\x00" + resource
    header = b"\xff\xed" + struct.pack(">H", len(segment) + 2)
    data = Path(path).read_bytes()
    Path(path).write_bytes(data[:2] + header + segment + data[2:])
    return path


def test_xmp(saved):
    """XMP is read in its usual language, on one line."""
    packet = XMP.format(attributes="", properties=TITLES).encode()

    assert read_metadata(saved(xmp=packet)) == PhotoMetadata(
        "2026:05:01 14:03:00", "A door", "A blue door", "The photographer"
    )


@pytest.mark.parametrize(
    ("attributes", "properties", "credit"),
    [
        ('photoshop:Credit="An agency"', TITLES, "An agency"),
        ("", "<photoshop:Credit>An agency</photoshop:Credit>", "An agency"),
        ("", "<dc:rights><rdf:Alt><rdf:li>Mine</rdf:li></rdf:Alt></dc:rights>", "Mine"),
    ],
)
def test_credit_of_xmp(saved, attributes, properties, credit):
    """A credit goes before the one who made it, and that before the rights."""
    packet = XMP.format(attributes=attributes, properties=properties).encode()

    assert read_metadata(saved(xmp=packet)).credit == credit


def test_xmp_of_a_png(saved):
    """PNG carries XMP too."""
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", XMP.format(attributes="", properties=TITLES))

    assert read_metadata(saved("a.png", pnginfo=info)).title == "A door"


def test_iptc(saved):
    """IPTC is read as UTF-8, or else as it was written before."""
    path = with_iptc(saved(), title=b"A door", caption="Étage".encode("cp1252"), author=b"Maker")

    assert read_metadata(path) == PhotoMetadata(title="A door", caption="Étage", credit="Maker")


def test_exif(saved):
    """EXIF has a time, a description, an artist, and the title that Windows writes."""
    tags = exif(
        "2026:05:01 14:03:00", caption="A door", artist="Maker", title="Door\0".encode("utf-16-le")
    )

    assert read_metadata(saved(exif=tags)) == PhotoMetadata(
        "2026:05:01 14:03:00", "Door", "A door", "Maker"
    )


def test_first_place_wins(saved):
    """XMP goes before IPTC before EXIF, text by text."""
    packet = XMP.format(attributes="", properties=TITLES.split("<dc:description")[0]).encode()
    tags = exif("2000:01:01 00:00:00", caption="of exif", copyright="of exif")
    path = with_iptc(saved(xmp=packet, exif=tags), title=b"of iptc", caption=b"of iptc")

    assert read_metadata(path) == PhotoMetadata(
        "2026:05:01 14:03:00", "A door", "of iptc", "of exif"
    )


@pytest.mark.parametrize(
    "text",
    [
        "OLYMPUS DIGITAL CAMERA",
        "SONY DSC",
        "DCIM",
        "KODAK Digital Still Camera",
        "Digital Camera",
        "cof",
        "hdr",
        "nfs_cof",
        "oppo_32",
        "oplus_1024",
        "Created with GIMP",
        "Processed with VSCO with a6 preset",
        "File written by Adobe Photoshop 4.0",
        "default",
        "Untitled",
        "Unbenannt 1",
        "Exif_JPEG_PICTURE",
        "IMG_2034",
        "IMG_20260501_140300.jpg",
        "DSC00017.JPG",
        "PXL_20260501_140300123",
        "the-photo",
        "the-photo.JPG",
        "...",
    ],
)
@pytest.mark.parametrize("place", ["exif", "iptc", "xmp"])
def test_what_cameras_and_programs_write(saved, text, place):
    """The name of a camera, a program or a file is neither a caption nor a title."""
    if place == "xmp":
        packet = XMP.format(attributes="", properties=f"<dc:title>{text}</dc:title>").encode()
        file = saved("the-photo.jpg", xmp=packet)
    elif place == "iptc":
        file = with_iptc(saved("the-photo.jpg"), title=text.encode(), caption=text.encode())
    else:
        title = f"{text}\0".encode("utf-16-le")
        file = saved("the-photo.jpg", exif=exif(caption=text, title=title))
    found = read_metadata(file)

    assert (found.title, found.caption) == ("", "")


@pytest.mark.parametrize(
    "text",
    [
        "Apple",
        "A camera on a table",
        "Taken in Almaty, 1950",
        "1923",
        "Default of the bank",
        "Hdr.",
    ],
)
def test_what_people_write(saved, text):
    """Words that only look a little like a camera's stay."""
    assert read_metadata(saved(exif=exif(caption=text))).caption == text


def test_a_later_block_may_have_the_caption(saved):
    """A camera's words in one block do not hide a caption in another."""
    path = with_iptc(saved(exif=exif(caption="A door")), caption=b"SONY DSC")

    assert read_metadata(path).caption == "A door"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Zoë Müller".encode(), "Zoë Müller"),
        ("Жанна Әлиева".encode(), "Жанна Әлиева"),
        ("Zoë Müller".encode("latin-1"), "Zoë Müller"),
        ("Zoë – “M”".encode("cp1252"), "Zoë – “M”"),
        (b"Z\x81", "Z"),
    ],
)
def test_charsets_of_exif(tmp_path, saved, data, text):
    """EXIF is read as UTF-8 if it can be, and else as it was written before."""
    written = Path(saved(exif=exif(artist="@" * len(data)))).read_bytes()
    path = tmp_path / "b.jpg"
    path.write_bytes(written.replace(b"@" * len(data), data))

    assert read_metadata(str(path)).credit == text


@pytest.mark.parametrize(
    ("escape", "encoding", "text"),
    [
        (b"\x1b%G", "utf-8", "Žluťoučký"),
        (b"\x1b-B", "iso8859-2", "Žluťoučký"),
        (b"\x1b-L", "iso8859-5", "Яблоко"),
        (b"\x1b.A", "latin-1", "Étage"),
        (b"\x1b.A", "utf-8", "Étage"),
    ],
)
def test_charsets_of_iptc(saved, escape, encoding, text):
    """IPTC may declare its charset; text that is UTF-8 is read so all the same."""
    path = with_iptc(saved(), charset=escape, caption=text.encode(encoding))

    assert read_metadata(path).caption == text


def test_xmp_that_is_no_utf_8(saved):
    """XMP that an old program wrote is read, too."""
    properties = "<dc:title>Étage</dc:title>"

    packet = XMP.format(attributes="", properties=properties).encode("latin-1")
    assert read_metadata(saved(xmp=packet)).title == "Étage"


def test_all_creators(saved):
    """Everybody who made a photo is named, in whichever block."""
    creators = (
        "<dc:creator><rdf:Seq><rdf:li>Anna</rdf:li><rdf:li>Ben</rdf:li></rdf:Seq></dc:creator>"
    )
    packet = XMP.format(attributes="", properties=creators).encode()

    assert read_metadata(saved(xmp=packet)).credit == "Anna, Ben"
    assert read_metadata(with_iptc(saved(), author=[b"Anna", b"Ben"])).credit == "Anna, Ben"
    assert read_metadata(saved(exif=exif(artist="Anna; Ben"))).credit == "Anna, Ben"


def test_all_languages(saved):
    """A title in several languages is kept in all of them; in one, it is a text."""
    item = '<rdf:li xml:lang="{}">{}</rdf:li>'.format
    usual, french, german = item("x-default", "A door"), item("fr", "Porte"), item("de", "Tür")

    def title(*items):
        properties = f"<dc:title><rdf:Alt>{''.join(items)}</rdf:Alt></dc:title>"
        packet = XMP.format(attributes="", properties=properties).encode()
        return read_metadata(saved(xmp=packet)).title

    assert title(usual, french, german) == {"fr": "Porte", "de": "Tür"}
    assert title(usual, french) == "A door"
    assert title(french) == "Porte"


@pytest.mark.parametrize(
    ("tags", "taken"),
    [
        ({0x9003: "2026:05:01 14:03:00", 0x9291: "25"}, "2026:05:01 14:03:00.25"),
        ({0x9003: "0000:00:00 00:00:00", 0x9004: "2026:05:01 14:03:00"}, "2026:05:01 14:03:00"),
        ({0x9003: "    :  :     :  :  ", 0x0132: "2026:05:01 14:03:00"}, "2026:05:01 14:03:00"),
        ({0x9003: "2026-05-01T14:03:00+02:00"}, "2026:05:01 14:03:00"),
        ({0x9003: "2026:05:01"}, "2026:05:01 00:00:00"),
        ({0x0132: "2026:05:01 14:03:00", 0x9003: "2025:05:01 14:03:00"}, "2025:05:01 14:03:00"),
        ({0x9003: "soon"}, ""),
    ],
)
def test_times_of_exif(saved, tags, taken):
    """The time is that of the shot with its fraction, else of the scan, else of the last change."""
    written = Image.Exif()
    for tag, value in tags.items():
        (written if tag == 0x0132 else written.get_ifd(0x8769))[tag] = value

    assert read_metadata(saved(exif=written)).taken == taken


def test_times_of_iptc_and_xmp(saved):
    """Both have their own times; a later change never counts before the shot itself."""
    path = with_iptc(saved(), day=b"20260501", clock=b"140300+0200")
    assert read_metadata(path).taken == "2026:05:01 14:03:00"

    changed = 'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:ModifyDate="2027-01-01T00:00:00"'
    packet = XMP.replace("exif:DateTimeOriginal", "exif:Other").format(
        attributes=changed, properties=""
    )
    file = saved(xmp=packet.encode(), exif=exif("2026:05:01 14:03:00"))
    assert read_metadata(file).taken == "2026:05:01 14:03:00"


def test_no_label(saved):
    """A photo that says nothing of itself has an empty label."""
    assert read_metadata(saved()) == PhotoMetadata()


@pytest.mark.parametrize(
    ("written", "read"),
    [("A\u202fdoor\n\n  of wood", "A\u202fdoor of wood"), ("\u202eroodA", "roodA"), (" ", "")],
)
def test_one_clean_line(saved, written, read):
    """Line ends and signs that cannot be seen are gone; narrow spaces stay."""
    packet = XMP.format(
        attributes="", properties=f"<dc:title>{written}</dc:title>".replace("\0", "")
    )

    assert read_metadata(saved(xmp=packet.encode())).title == read


@pytest.mark.parametrize(
    "packet",
    [
        b"<x",
        b"\xff" * 100,
        b'<!DOCTYPE a [<!ENTITY b "ccc">]><a>&b;</a>',
        b"<a>" * 20_000,
        b" " * 60_000,
    ],
)
def test_broken_labels_say_nothing(saved, packet):
    """A label that is broken, or meant to harm, is as none."""
    assert read_metadata(saved(xmp=packet, exif=exif(artist="Maker"))) == PhotoMetadata(
        credit="Maker"
    )


def test_labels_declare_nothing(saved):
    """A label that declares entities, which may grow without end, is as none."""
    packet = XMP.format(attributes="", properties="<dc:title>&b;</dc:title>")
    declared = f'<!DOCTYPE a [<!ENTITY b "A door">]>{packet}'.encode()

    assert read_metadata(saved(xmp=declared)) == PhotoMetadata()


@pytest.mark.parametrize("data", [b"no photo", b"", b"\xff\xd8\xff"])
def test_no_photo(tmp_path, data):
    """What is no photo is told in words."""
    path = tmp_path / "a.jpg"
    path.write_bytes(data)

    with pytest.raises(UnreadablePhotoError, match=r"a text|damaged|empty"):
        read_metadata(str(path))


def test_nothing_there(tmp_path):
    """A name without a file is told in words."""
    with pytest.raises(UnreadablePhotoError):
        read_metadata(str(tmp_path / "a.jpg"))


def test_heic(saved):
    """A telephone's photos have labels too."""
    pillow_heif = pytest.importorskip("pillow_heif")
    pillow_heif.register_heif_opener()

    assert read_metadata(saved("a.heic", exif=exif("2026:05:01 14:03:00"))).taken.startswith("2026")
