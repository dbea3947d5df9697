"""Reads the metadata in a photo's file: XMP first, then IPTC, then EXIF."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable
from typing import Any
from xml.etree import ElementTree

from msgspec import Struct
from PIL import Image, ImageFile, IptcImagePlugin

from kiosk.media.original import open_original
from kiosk.media.originals.formats import open_picture
from kiosk.media.originals.metadata_text import by_people, clean, declared_charset, decoded
from kiosk.types.metadata import PhotoMetadata, Words

XMP_BYTES_MAX = 1_000_000

EXIF_FOLDER = 0x8769
DESCRIPTION, ARTIST, COPYRIGHT, CHANGED = 0x010E, 0x013B, 0x8298, 0x0132
XP_TITLE, XP_COMMENT, XP_AUTHOR = 0x9C9B, 0x9C9C, 0x9C9D
TAKEN, DIGITIZED = 0x9003, 0x9004
FRACTIONS = {TAKEN: 0x9291, DIGITIZED: 0x9292}
"""Where the fraction of a second is, by the time that it belongs to."""
IPTC_CHARSET = (1, 90)
IPTC_TITLE, IPTC_AUTHOR, IPTC_CREDIT, IPTC_CAPTION = (2, 5), (2, 80), (2, 110), (2, 120)
IPTC_TAKEN, IPTC_DIGITIZED = ((2, 55), (2, 60)), ((2, 62), (2, 63))
"""Date and time, each a field of its own."""

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
DEFAULT_LANGUAGE = "x-default"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

TIME = re.compile(
    r"(?P<y>\d{4})\D?(?P<m>\d\d)\D?(?P<d>\d\d)"
    r"([ T]?(?P<H>\d\d)\D?(?P<M>\d\d)(\D?(?P<S>\d\d)(?P<f>\.\d+)?)?)?.*"
)
EARLIEST = "1800"


class _Block(Struct, frozen=True):
    """The texts of one metadata block; times of three kinds: taken, digitized, changed."""

    times: tuple[str, ...] = ()
    title: Words = ""
    caption: Words = ""
    credit: str = ""


Ask = Callable[[Image.Image], _Block]


def read_metadata(file: str) -> PhotoMetadata:
    """The metadata, each text from the first block that has it.

    Raises UnreadablePhotoError if the file is not a photo.
    """
    with warnings.catch_warnings(), open_original(file) as opened:
        warnings.simplefilter("ignore")
        image = open_picture(opened, file)
        found = [_asked(ask, image) for ask in (_xmp, _iptc, _exif)]
    return PhotoMetadata(
        _taken(found),
        _first(_of_people(block.title, file) for block in found),
        _first(_of_people(block.caption, file) for block in found),
        next((block.credit for block in found if block.credit), ""),
    )


def _asked(ask: Ask, image: Image.Image) -> _Block:
    """The texts of one metadata block; none if it is damaged."""
    try:
        return ask(image)
    except Exception:  # A hostile or broken block can make its reader raise anything.
        return _Block()


def _first(found: Iterable[Words]) -> Words:
    return next((words for words in found if words), "")


def _of_people(words: Words, file: str) -> Words:
    if isinstance(words, str):
        return by_people(words, file)
    kept = {language: by_people(text, file) for language, text in words.items()}
    return {language: text for language, text in kept.items() if text}


def _taken(found: list[_Block]) -> str:
    """The time a photo was taken, else digitized, else changed; with its fraction, if known."""
    for kind in range(3):
        times = [_time(block.times[kind]) for block in found if len(block.times) > kind]
        known = [time for time in times if time]
        if known:
            return max((time for time in known if time.startswith(known[0])), key=len)
    return ""


def _time(text: str) -> str:
    """A time in a form that sorts; "" if it is none, such as 0000:00:00."""
    match = TIME.fullmatch(clean(text))
    if not match or match["y"] < EARLIEST or match["m"] == "00":
        return ""
    day = f"{match['y']}:{match['m']}:{match['d']}"
    clock = f"{match['H'] or '00'}:{match['M'] or '00'}:{match['S'] or '00'}"
    return f"{day} {clock}{match['f'] or ''}"


def _xmp(image: Image.Image) -> _Block:
    data = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    packet = data.encode() if isinstance(data, str) else bytes(data)
    if not packet or len(packet) > XMP_BYTES_MAX or b"<!" in packet.replace(b"<!--", b""):
        return _Block()  # Real XMP declares no entities; a hostile packet might.
    root = _parsed(packet.strip(b"\x00 \n"))
    return _Block(
        (
            _one(root, "exif:DateTimeOriginal") or _one(root, "photoshop:DateCreated"),
            _one(root, "exif:DateTimeDigitized") or _one(root, "xmp:CreateDate"),
            _one(root, "xmp:ModifyDate"),
        ),
        _in_languages(root, "dc:title") or clean(_one(root, "photoshop:Headline")),
        _in_languages(root, "dc:description"),
        clean(
            _one(root, "photoshop:Credit")
            or _joined(text for _, text in _items(root, "dc:creator"))
            or _one(root, "dc:rights")
        ),
    )


def _parsed(packet: bytes) -> ElementTree.Element:
    """The root of a packet, which is UTF-8 or declares what it is; else it is Latin-1."""
    try:
        return ElementTree.fromstring(packet)  # noqa: S314  # `_xmp` refuses entities.
    except ElementTree.ParseError:
        return ElementTree.fromstring(decoded(packet))  # noqa: S314


def _items(root: ElementTree.Element, name: str) -> list[tuple[str, str]]:
    """A property, with languages: an attribute, a text, or the items of a list."""
    prefix, _, local = name.partition(":")
    attribute = f"{{{NAMESPACES[prefix]}}}{local}"
    for described in root.iter(f"{{{NAMESPACES['rdf']}}}Description"):
        if attribute in described.attrib:
            return [("", described.attrib[attribute])]
        found = described.find(name, NAMESPACES)
        if found is not None:
            items = found.findall(".//rdf:li", NAMESPACES) or [found]
            return [(item.get(LANGUAGE, ""), item.text or "") for item in items]
    return []


def _one(root: ElementTree.Element, name: str) -> str:
    """The default, else the first, text of a property."""
    items = _items(root, name)
    usual = [text for language, text in items if language == DEFAULT_LANGUAGE]
    return (usual or [text for _, text in items] or [""])[0]


def _in_languages(root: ElementTree.Element, name: str) -> Words:
    """A property in each of its languages, if it has several; else its only text."""
    named = {
        language: clean(text)
        for language, text in _items(root, name)
        if language not in ("", DEFAULT_LANGUAGE) and clean(text)
    }
    return named if len(named) > 1 else clean(_one(root, name))


def _iptc(image: Image.Image) -> _Block:
    assert isinstance(image, ImageFile.ImageFile)
    found: dict[Any, Any] = IptcImagePlugin.getiptcinfo(image) or {}
    charset = declared_charset(b"".join(_listed(found.get(IPTC_CHARSET, b""))))

    def text(*keys: tuple[int, int]) -> str:
        fields = (field for key in keys for field in _listed(found.get(key, b"")))
        return _joined(decoded(field, charset) for field in fields)

    def time(day: tuple[int, int], clock: tuple[int, int]) -> str:
        return f"{text(day)} {text(clock)}"

    return _Block(
        (time(*IPTC_TAKEN), time(*IPTC_DIGITIZED)),
        clean(text(IPTC_TITLE)),
        clean(text(IPTC_CAPTION)),
        clean(text(IPTC_CREDIT) or text(IPTC_AUTHOR)),
    )


def _listed(value: bytes | list[bytes]) -> list[bytes]:
    return value if isinstance(value, list) else [value]


def _exif(image: Image.Image) -> _Block:
    exif = image.getexif()
    inner = exif.get_ifd(EXIF_FOLDER)

    def text(tag: int) -> str:
        # Pillow reads each byte as a character of Latin-1.
        return decoded(str(exif.get(tag, "")).encode("latin-1", errors="replace"))

    def of_windows(tag: int) -> str:
        return bytes(exif.get(tag, b"")).decode("utf-16-le", errors="ignore")

    def time(tag: int) -> str:
        fraction = clean(str(inner.get(FRACTIONS[tag], "")))
        whole = clean(str(inner.get(tag, "")))
        return f"{whole}.{fraction}" if whole and fraction.isdecimal() else whole

    return _Block(
        (time(TAKEN), time(DIGITIZED), str(exif.get(CHANGED, ""))),
        clean(of_windows(XP_TITLE)),
        clean(text(DESCRIPTION)) or clean(of_windows(XP_COMMENT)),
        clean(
            _joined(text(ARTIST).split(";"))
            or _joined(of_windows(XP_AUTHOR).split(";"))
            or _joined(text(COPYRIGHT).split("\0"))
        ),
    )


def _joined(texts: Iterable[str]) -> str:
    return ", ".join(text for text in map(clean, texts) if text)
