"""Recognises files that are no pictures, or of another kind, and says what to do with them."""

from __future__ import annotations

import re

HEAD_BYTES = 4096
"""How much of a file is enough to recognise it."""

PICTURE_BRANDS = frozenset(
    b"avif avis mif1 mif2 miaf msf1 heic heix heim heis hevc hevx hevm hevs".split()
)
"""Brands of AVIF and HEIC, by which a file names itself after `ftyp`."""

UNKNOWN = "it is not a picture of a known kind"
AS_JPEG = "; export it as JPEG"
RAW = "it is a camera's raw file; save it as JPEG or TIFF"
FILM = "it is a film; save one of its frames as JPEG"
SOUND = "it is a sound recording, not a picture"
WEB_PAGE = "it is a web page; open the page and save the picture itself"
SVG = "it is a drawing in SVG; export it as PNG"
TEXT = "it is a text, not a picture"
EDITS = "it holds a program's changes to a photo; take the photo itself"
FOLDER = "it holds a program's settings of a folder, not a picture"
THUMBNAILS = "it holds small copies of a folder's photos; take the photos themselves"
ZEROS = "the file holds only zeros; copy it again from its source"

STARTS = {
    b"%PDF": "it is a PDF; export its page as JPEG",
    b"%!PS": f"it is a PostScript drawing{AS_JPEG}",
    b"\xc5\xd0\xd3\xc6": f"it is a PostScript drawing{AS_JPEG}",
    b"8BPS": f"it is a Photoshop file{AS_JPEG}",
    b"8BPB": f"it is a Photoshop file{AS_JPEG}",
    b"gimp xcf": f"it is a GIMP file{AS_JPEG}",
    b"\xff\x0a": f"it is JPEG XL, which the kiosk cannot open{AS_JPEG}",
    b"\0\0\0\x0cJXL ": f"it is JPEG XL, which the kiosk cannot open{AS_JPEG}",
    b"II\xbc": f"it is JPEG XR, which the kiosk cannot open{AS_JPEG}",
    b"\x76\x2f\x31\x01": f"it is an OpenEXR picture{AS_JPEG}",
    b"#?RADIANCE": f"it is a Radiance picture{AS_JPEG}",
    b"#?RGBE": f"it is a Radiance picture{AS_JPEG}",
    b"DDS ": f"it is a DDS picture{AS_JPEG}",
    b"qoif": f"it is a QOI picture{AS_JPEG}",
    b"icns": f"it is an icon{AS_JPEG}",
    b"\x01\xda\0": f"it is an SGI picture{AS_JPEG}",
    b"\x01\xda\x01": f"it is an SGI picture{AS_JPEG}",
    b"\xb1\x68\xde\x3a": f"it is a PCX picture{AS_JPEG}",
    b"\x8aMNG": f"it is an animation{AS_JPEG}",
    b"BPG\xfb": f"it is a BPG picture{AS_JPEG}",
    b"SIMPLE  =": f"it is a FITS picture{AS_JPEG}",
    b"AT&TFORM": f"it is a DjVu document{AS_JPEG}",
    b"\xd7\xcd\xc6\x9a": f"it is a WMF drawing{AS_JPEG}",
    b"FUJIFILMCCD-RAW": RAW,
    b"FOVb": RAW,
    b"\0MRM": RAW,
    b"IIRO": RAW,
    b"IIRS": RAW,
    b"MMOR": RAW,
    b"IIU\0": RAW,
    b"II\x1a\0\0\0HEAP": RAW,
    b"IIII": RAW,
    b"MMMM": RAW,
    b"\x1aE\xdf\xa3": FILM,
    b"\0\0\x01\xba": FILM,
    b"\0\0\x01\xb3": FILM,
    b"FLV\x01": FILM,
    b"0&\xb2u\x8ef\xcf\x11": FILM,
    b"OggS": "it is a film or a sound recording; save one of a film's frames as JPEG",
    b"ID3": SOUND,
    b"fLaC": SOUND,
    b"#!AMR": SOUND,
    b"PK\x03\x04": "it is a ZIP archive or an office document; take the pictures out of it",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "it is an office document; save its pictures as JPEG",
    b"Rar!": "it is a RAR archive; unpack it",
    b"7z\xbc\xaf": "it is a 7-Zip archive; unpack it",
    b"\x1f\x8b": "it is a compressed file; unpack it",
    b"{\\rtf": "it is an office document; save its pictures as JPEG",
    b"bplist": "it holds settings of an Apple program, not a picture",
    b"\0\x05\x16\x07": "it is a companion that a Mac wrote; take the photo beside it",
    b"L\0\0\0\x01\x14\x02\0": "it is a link that Windows wrote; copy the photo itself",
    b"\0\0\0\x01Bud1": "it holds settings of a folder on a Mac, not a picture",
}
"""What a file is, by its first bytes."""

FORMS = (
    (rb"P[1-7]\s|P[Ff]\n", "a Netpbm picture"),
    (rb"\n[\x00\x02-\x05][\x00\x01][\x01\x02\x04\x08]", "a PCX picture"),
    (rb"(?:.{512})?.{10}\x00\x11\x02\xff", "an old Macintosh picture (PICT)"),
    (rb"FORM.{4}(?:ILBM|PBM |ACBM|DEEP|RGB[8N])", "an Amiga picture"),
    (rb"\x00\x00\x02\x00[\x01-\x20]\x00.{3}\x00", "a mouse pointer"),
    (rb"(?:BA|CI|CP|IC|PT)[\x0e-\x7f]\x00\x00\x00", "an icon of OS/2"),
    (rb".(?:\x00[\x02\x03\x0a\x0b]|\x01[\x01\x09]).{13}[\x08\x0f\x10\x18\x20]", "a Targa picture"),
)
"""Beginnings of pictures that have no longer mark of their own, and what they are."""
RIFF = {b"AVI ": FILM, b"WAVE": SOUND}
BOXES = frozenset((b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"))
"""First boxes of old QuickTime films."""
BRANDS = {
    b"crx ": RAW,
    b"M4A ": SOUND,
    b"M4B ": SOUND,
    b"mif3": f"it is a new, short form of AVIF or HEIC, which the kiosk cannot open{AS_JPEG}",
}
"""What else than a film an ISO media file is, by its brand."""
RAW_ENDINGS = re.compile(
    r"\.(3fr|arw|cr2|cr3|crw|dcr|dng|erf|fff|iiq|kdc|mef|mos|mrw|nef|nrw|orf|pef|raf|raw|rw2|rwl|sr2"
    r"|srf|srw|x3f)$",
    re.IGNORECASE,
)
FILM_ENDINGS = re.compile(r"\.(3gp|avi|flv|m4v|mkv|mov|mp4|mpe?g|mts|webm|wmv)$", re.IGNORECASE)
BY_NAME = (
    (re.compile(r"\.(aae|arp|cos|dop|nksc|on1|pp3|xmp)$", re.IGNORECASE), EDITS),
    (re.compile(r"(?:^|/)(ehthumbs(_vista)?|thumbs)\.db$", re.IGNORECASE), THUMBNAILS),
    (re.compile(r"(?:^|/)(desktop|\.?picasa|folder)\.ini$", re.IGNORECASE), FOLDER),
    (re.compile(r"(?:^|/)\.(directory|ds_store|nomedia)$", re.IGNORECASE), FOLDER),
)
"""Files beside photos that programs write, by their names."""
TIFF_STARTS = (b"II*\0", b"MM\0*")
TAGS = {b"<svg": SVG, b"<!doctype html": WEB_PAGE, b"<html": WEB_PAGE, b"<head": WEB_PAGE}
MPEG_SYNC, MPEG_PACKET_BYTES = 0x47, 188


def is_heif(head: bytes) -> bool:
    """Whether a file begins as an AVIF or HEIC picture does, by any of its brands."""
    end = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, end, 4))}
    return head[4:8] == b"ftyp" and head[8:12] != b"crx " and bool(brands & PICTURE_BRANDS)


def is_raw(head: bytes, name: str) -> bool:
    """Whether a file that begins as a TIFF is a camera's raw file, by its name or more bytes."""
    is_known = bool(RAW_ENDINGS.search(name)) or head[8:11] == b"CR\2"
    return is_known and head.startswith(TIFF_STARTS)


def what_it_is(head: bytes, name: str) -> str:
    """What a file is that the kiosk cannot show, and what to do; `head` is its beginning."""
    for names, found in BY_NAME:
        if names.search(name):
            return found
    found = _by_content(head)
    if found == UNKNOWN and RAW_ENDINGS.search(name):
        return RAW
    return FILM if found == UNKNOWN and FILM_ENDINGS.search(name) else found


def _by_content(head: bytes) -> str:
    for start, name in STARTS.items():
        if head.startswith(start):
            return name
    for form, name in FORMS:
        if re.match(form, head, re.DOTALL):
            return f"it is {name}{AS_JPEG}"
    if head[:4] == b"RIFF":
        return RIFF.get(head[8:12], UNKNOWN)
    if head[4:8] == b"ftyp":
        return BRANDS.get(head[8:12], FILM)
    if head[4:8] in BOXES:
        return FILM
    if len(head) > MPEG_PACKET_BYTES and head[0] == head[MPEG_PACKET_BYTES] == MPEG_SYNC:
        return FILM
    if not head.strip(b"\0"):
        return ZEROS
    return _as_text(head)


def _as_text(head: bytes) -> str:
    """What a text is: a drawing, a web page, or words."""
    encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    # The head may end within a character.
    text = head.decode(encoding, errors="ignore")
    begun = text.encode().lower()
    for tag, name in TAGS.items():
        if tag in begun:
            return name
    is_whole = len(text.encode(encoding)) >= len(head) - 4
    is_readable = all(sign >= " " or sign.isspace() for sign in text)
    return TEXT if is_whole and is_readable else UNKNOWN
