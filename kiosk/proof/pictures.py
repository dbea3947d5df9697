"""Makes the pictures of a proof: screens from the show, and photos with their details."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from kiosk.base.geometry import Size
from kiosk.exhibition.collection import Collection
from kiosk.media.stills import Stills
from kiosk.player.headless import HeadlessPlayer
from kiosk.player.options import Options
from kiosk.proof.page import WHOLE, Drawn, Picture
from kiosk.style.comfort import Comfort

PHOTO_PX = 1400
"""Long side of a photo: 180 mm wide, it has about 200 pixels for an inch."""
PART_PX = 700
STILL = Comfort(still=True)


def draw(
    pictures: Iterable[Picture], collection: Collection, size: Size
) -> Iterator[tuple[Picture, Drawn | None]]:
    """Each picture, or None if it cannot be made, and further pages of long texts.

    Raises TimedOutError.
    """
    wanted = list(dict.fromkeys(pictures))
    screens = [one for one in wanted if one.screen]
    for language in dict.fromkeys(one.language for one in screens):
        options = Options(size, language=language, start="home", comfort=STILL)
        with HeadlessPlayer(collection, options) as camera:
            for one in screens:
                if one.language == language:
                    jpeg = _screen(one, collection, camera)
                    yield one, Drawn(jpeg, int(size.width), int(size.height)) if jpeg else None
                    for page in range(2, camera.pages + 1 if jpeg else 0):
                        further = replace(one, page=page)
                        jpeg = _screen(further, collection, camera)
                        if jpeg:
                            yield further, Drawn(jpeg, int(size.width), int(size.height))
    with Stills() as stills:
        for one in wanted:
            if one.file:
                still = stills.of(one.file, one.part, PHOTO_PX if one.part == WHOLE else PART_PX)
                yield one, Drawn(*still) if still else None


def _screen(picture: Picture, collection: Collection, camera: HeadlessPlayer) -> bytes | None:
    if picture.screen == "home":
        return camera.taken_home()
    entry = collection.entry(picture.exhibition)
    assert entry, "a proof is of the collection that it is drawn from"
    if picture.screen == "interview":
        return camera.taken_interview(entry)
    return camera.taken(entry, picture.slide, picture.page)
