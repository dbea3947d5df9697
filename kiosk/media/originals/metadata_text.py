"""Decodes and cleans texts of metadata, and leaves out what cameras and programs write there."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

LETTERS_MAX = 5_000
JOINERS = "\u200c\u200d"
"""Invisible characters that stay: Persian and many other scripts need them."""
UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})

ISO_8859 = {"A": 1, "B": 2, "C": 3, "D": 4, "L": 5, "G": 6, "F": 7, "H": 8, "M": 9}
"""Part of ISO 8859 by the last letter of the escape sequence in IPTC's field 1:90."""

MAKERS = (
    "asus|benq|blackberry|canon|casio|dji|epson|fuji|fujifilm|gopro|hasselblad|hp|htc|huawei|kodak"
    "|konica|konica minolta|leica|lenovo|lg|minolta|motorola|nikon|nokia|olympus|oneplus|oplus|oppo"
    "|panasonic|pentax|polaroid|realme|redmi|ricoh|samsung|sanyo|sony|toshiba|vivitar|vivo|xiaomi"
    "|zte"
)
WRITTEN_BY_PROGRAMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"({MAKERS})?[\s_]*(digital|still|\s)*(camera|dsc|dcim|dcf|imaging|camera phone)",
        rf"({MAKERS})([\s_-]*[a-z]{{0,3}}\d+)?",
        r"((asd|bfm|bsh|btf|bty|burst|cof|cpm|dav|dtf|edf|fbt|fc|fil|hdr|hdrpl|hdrnpr|maf|mde|mono"
        r"|mtk|nbty|nfs|nor|nrbt|ozedf|pan|pt|ptr|ptrs|qrf|rbt|rhdr|rpt|rptr|sdr|selfie|srb|tru"
        r"|xtf)(_|$))+",
        r"(jpe?g|exif|picture|image|photo|jfif|avc|ascii|_|\s)+(\d*)",
        r"(created|edited|processed|exported|generated|resized|optimi[sz]ed|compressed)"
        r" (with|using) .*|shot (on|with) .*",
        r"(file written by )?adobe photoshop.*|gimp( .*)?|applemark|lead technologies.*"
        r"|creator: gd-jpeg.*|intel\(r\) jpeg.*|lavc?\d.*|<?digimax .*|<?kenox .*",
        r"(default|untitled|no (title|name|caption|description)|none|null|undefined|unknown|n/?a"
        r"|unbenannt|ohne titel|sans titre|sin t[ií]tulo|senza titolo|без названия|безымянный"
        r"|x-default|title|caption|description|screenshot|your caption here)([\s_-]*\(?\d*\)?)",
        r"[\W_]+",
    )
)
"""What cameras and programs write where a caption or a title belongs."""
FILE_NAME = re.compile(
    r".*\.(jpe?g|jfif|png|tiff?|webp|avif|hei[cf]|gif|bmp|jp2|dng|nef|cr[23]|arw|raf|psd)"
    r"|(img|dsc[fn]?|dscn|pict?|p|pxl|mvimg|imag|image|photo|scan|sam|cimg|hpim|100_|gopr|dji|wp)"
    r"[\s_-]*e?\d[\d\s_~()-]*.{0,4}",
    re.IGNORECASE,
)


def decoded(data: bytes, charset: str = "") -> str:
    """Text that is UTF-8 if it can be, else in its declared charset, else in Latin-1."""
    for encoding in ("utf-8", charset, "cp1252"):
        try:
            return data.decode(encoding or "utf-8")
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def declared_charset(escape: bytes) -> str:
    """The charset that an escape sequence of ISO 2022 declares; "" for others and for UTF-8."""
    letter = escape[-1:].decode("ascii", errors="ignore")
    return f"iso8859-{ISO_8859[letter]}" if letter in ISO_8859 and escape[:1] == b"\x1b" else ""


def by_people(text: str, file: str) -> str:
    """A clean title or caption; "" if a camera or a program wrote it, or if it is a file's name."""
    cleaned = clean(text)
    path = PurePath(file)
    if cleaned.casefold() in (path.name.casefold(), path.stem.casefold()):
        return ""
    patterns = (*WRITTEN_BY_PROGRAMS, FILE_NAME)
    return "" if any(pattern.fullmatch(cleaned) for pattern in patterns) else cleaned


def clean(text: str) -> str:
    """One line without invisible characters; the narrow spaces of French stay."""
    visible = "".join(" " if _is_unseen(sign) else sign for sign in text[:LETTERS_MAX])
    return re.sub(" +", " ", visible).strip()


def _is_unseen(sign: str) -> bool:
    return sign not in JOINERS and unicodedata.category(sign) in UNSEEN
