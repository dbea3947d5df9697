"""Reads the metadata in a photo's file: XMP first, then IPTC, then EXIF."""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

from PIL import Image, ImageFile, IptcImagePlugin

from kiosk.media.original import open_original
from kiosk.media.originals.formats import open_picture
from kiosk.types.metadata import PhotoMetadata

XMP_BYTES_MAX = 1_000_000
LETTERS_MAX = 5_000

EXIF_FOLDER = 0x8769
TAKEN, DESCRIPTION, ARTIST, COPYRIGHT, XP_TITLE = 0x9003, 0x010E, 0x013B, 0x8298, 0x9C9B
IPTC_TITLE, IPTC_AUTHOR, IPTC_CREDIT, IPTC_CAPTION = (2, 5), (2, 80), (2, 110), (2, 120)

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
}
DEFAULT_LANGUAGE = "x-default"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

BY_CAMERA = re.compile(r"(olympus|sony|samsung|minolta|kodak)?\s*(digital camera|dsc|dcim)", re.I)
"""Text that cameras write where a description belongs."""

JOINERS = "\u200c\u200d"
"""Invisible characters that stay: Persian and many other scripts need them."""
UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})

Ask = Callable[[Image.Image], PhotoMetadata]


def read_metadata(file: str) -> PhotoMetadata:
    """The metadata, each text from the first block that has it.

    Raises UnreadablePhotoError if the file is not a photo.
    """
    with warnings.catch_warnings(), open_original(file) as opened:
        warnings.simplefilter("ignore")
        image = open_picture(opened)
        found = [_asked(ask, image) for ask in (_xmp, _iptc, _exif)]
    return PhotoMetadata(
        *(
            next((getattr(label, key) for label in found if getattr(label, key)), "")
            for key in ("taken", "title", "caption", "credit")
        )
    )


def _asked(ask: Ask, image: Image.Image) -> PhotoMetadata:
    """The texts of one metadata block; none if it is damaged."""
    try:
        return ask(image)
    except Exception:  # A hostile or broken block can make its reader raise anything.
        return PhotoMetadata()


def _xmp(image: Image.Image) -> PhotoMetadata:
    data = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    packet = data.encode() if isinstance(data, str) else bytes(data)
    if not packet or len(packet) > XMP_BYTES_MAX or b"<!" in packet.replace(b"<!--", b""):
        return PhotoMetadata()  # Real XMP declares no entities; a hostile packet might.
    root = ElementTree.fromstring(packet.strip(b"\x00 \n"))  # noqa: S314  # See above.
    return PhotoMetadata(
        taken=_clean(_xmp_text(root, "exif:DateTimeOriginal")).replace("-", ":").replace("T", " "),
        title=_clean(_xmp_text(root, "dc:title")),
        caption=_caption(_xmp_text(root, "dc:description")),
        credit=_clean(
            _xmp_text(root, "photoshop:Credit")
            or _xmp_text(root, "dc:creator")
            or _xmp_text(root, "dc:rights")
        ),
    )


def _xmp_text(root: ElementTree.Element, name: str) -> str:
    """A property: an attribute, a text, or the default (else the first) item of a list."""
    prefix, _, local = name.partition(":")
    attribute = f"{{{NAMESPACES[prefix]}}}{local}"
    for described in root.iter(f"{{{NAMESPACES['rdf']}}}Description"):
        if attribute in described.attrib:
            return described.attrib[attribute]
        found = described.find(name, NAMESPACES)
        if found is not None:
            items = found.findall(".//rdf:li", NAMESPACES) or [found]
            usual = [item for item in items if item.get(LANGUAGE) == DEFAULT_LANGUAGE]
            return (usual or items)[0].text or ""
    return ""


def _iptc(image: Image.Image) -> PhotoMetadata:
    assert isinstance(image, ImageFile.ImageFile)
    found: dict[Any, Any] = IptcImagePlugin.getiptcinfo(image) or {}

    def text(key: tuple[int, int]) -> str:
        value = found.get(key, b"")
        return _decoded(value[0] if isinstance(value, list) else value)

    return PhotoMetadata(
        title=_clean(text(IPTC_TITLE)),
        caption=_caption(text(IPTC_CAPTION)),
        credit=_clean(text(IPTC_CREDIT) or text(IPTC_AUTHOR)),
    )


def _exif(image: Image.Image) -> PhotoMetadata:
    exif = image.getexif()
    title = exif.get(XP_TITLE, b"")
    return PhotoMetadata(
        taken=_clean(str(exif.get_ifd(EXIF_FOLDER).get(TAKEN, ""))),
        title=_clean(bytes(title).decode("utf-16-le", errors="ignore")),
        caption=_caption(str(exif.get(DESCRIPTION, ""))),
        credit=_clean(str(exif.get(ARTIST, "") or exif.get(COPYRIGHT, ""))),
    )


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _caption(text: str) -> str:
    cleaned = _clean(text)
    return "" if BY_CAMERA.fullmatch(cleaned) else cleaned


def _clean(text: str) -> str:
    """One line without invisible characters; the narrow spaces of French stay."""
    visible = "".join(" " if _is_unseen(sign) else sign for sign in text[:LETTERS_MAX])
    return re.sub(" +", " ", visible).strip()


def _is_unseen(sign: str) -> bool:
    return sign not in JOINERS and unicodedata.category(sign) in UNSEEN
