"""Writes the facts of a photo as JSON, for the cache, and reads them again."""

from __future__ import annotations

import json

from kiosk.types.photo import LIKENESS_PX, TONES, PhotoInfo


def as_json(facts: PhotoInfo) -> bytes:
    described = {
        "width": facts.width,
        "height": facts.height,
        "lightest": facts.lightest.hex(),
        "darkest": facts.darkest.hex(),
        "likeness": facts.likeness.hex(),
        "notes": facts.notes,
        "ground": facts.ground,
    }
    return json.dumps(described).encode()


def facts_of(data: bytes) -> PhotoInfo:
    """Facts that were written as JSON; raises ValueError, KeyError or TypeError for others."""
    read = json.loads(data)
    lightest, darkest = bytes.fromhex(read["lightest"]), bytes.fromhex(read["darkest"])
    likeness, notes = bytes.fromhex(read["likeness"]), tuple(map(str, read["notes"]))
    if not len(lightest) == len(darkest) == TONES**2 or len(likeness) not in (
        0,
        3 * LIKENESS_PX**2,
    ):
        raise ValueError("facts of another kind")
    return PhotoInfo(
        int(read["width"]),
        int(read["height"]),
        lightest,
        darkest,
        likeness,
        notes,
        "white" if read["ground"] == "white" else "black" if read["ground"] else "",
    )
