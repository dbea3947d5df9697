"""A photo that is seen nearer, and the fingers of a simulated visitor."""

from kiosk.base.geometry import Point, Rect
from kiosk.screens.zoom.zoom import Zoom
from kiosk.types.events import Pointer
from tests.world import PHOTO, SCREEN, Player, collection, entry, slide

MIDDLE = Point(SCREEN.width / 2, SCREEN.height / 2)
FIT = min(SCREEN.width / PHOTO.width, SCREEN.height / PHOTO.height)
FRAME_S = 1 / 60
IDLE_S = 600


def viewer(typesetter, *slides, size=SCREEN, **options):
    """On a slide with one photo, at rest, its controls gone."""
    slides = slides or (slide(photo="/1.jpg", caption="A photo"), slide(photo="/2.jpg"))
    one = collection(entry("one", *slides), idle_s=IDLE_S)
    player = Player(one, typesetter, size=size, **options)
    player.open_at("one")
    player.wait(30, frame_s=1.0)
    return player


def zoom(player) -> Zoom | None:
    """None also on other screens, such as the overview that a pinch leads to."""
    return getattr(player.state.screen, "zoom", None)


def transform(player):
    return zoom(player).transform(player.now_s)


def picture(player):
    """The photo on its slide."""
    return player.pictures()[-1]


def image(player):
    """Where the photo is on the screen, zoomed or not."""
    if not zoom(player):
        return picture(player).image
    now = transform(player)
    return Rect.of(player.photo * now.scale, Point(now.x, now.y))


def tell(player, finger, phase, at):
    player.tell(Pointer(finger, phase, at, player.now_s))


def pinch(player, scale, about=MIDDLE, by=Point(), steps=8, lift=True):
    """Two fingers, 200 pixels apart, that part to `scale` times that, and move on the way."""
    places = {1: Point(-100, 0), 2: Point(100, 0)}
    for finger, place in places.items():
        tell(player, finger, "down", about + place)
    for n in range(1, steps + 1):
        player.step(FRAME_S)
        for finger, place in places.items():
            share = n / steps
            at = about + by * share + place * (1 + (scale - 1) * share)
            tell(player, finger, "moved", at)
    if lift:
        for finger, place in places.items():
            tell(player, finger, "up", about + by + place * scale)


def double_tap(player, at):
    player.tap(at)
    player.step(0.1)
    player.tap(at)


def seen_at(transform, at):
    """Which pixel of the photo is seen at a point of the screen."""
    return Point((at.x - transform.x) / transform.scale, (at.y - transform.y) / transform.scale)


def is_settled(player):
    """Whether the photo is at rest, no edge of it is drawn in, and no pixel is stretched."""
    place, size = image(player), player.photo
    fit = min(SCREEN.width / size.width, SCREEN.height / size.height)
    across = place.x <= 0.5 and place.right >= SCREEN.width - 0.5
    down = place.y <= 0.5 and place.bottom >= SCREEN.height - 0.5
    return (
        zoom(player).rests(player.now_s)
        and fit - 1e-6 <= transform(player).scale <= 1 + 1e-6
        and (across or abs(place.centre.x - MIDDLE.x) <= 0.5)
        and (down or abs(place.centre.y - MIDDLE.y) <= 0.5)
    )
