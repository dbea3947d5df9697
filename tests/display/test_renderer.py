"""Scenes as they are drawn: two drawings are compared, or pixels with what they must be."""

import random
import sys
import weakref

import pygame
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageStat
from pygame._sdl2 import sdl2, video

from kiosk.base.geometry import Point, Rect, Size
from kiosk.display.renderer import BAND_PIXELS, Renderer
from kiosk.display.text.typesetter import SkiaTypesetter
from kiosk.display.textures import SLICE_BYTES
from kiosk.display.window import Window
from kiosk.media.frames import as_jpeg
from kiosk.style.stage import Stage
from kiosk.types.photo import Bitmap, Derivative, Tile
from kiosk.types.scene import Fill, Icon, Layer, Lettering, Picture, Scene, Scrim

SIZE = Size(320, 200)
SCREEN = Rect.of(SIZE)
GROUND = (20, 17, 15)


@pytest.fixture
def draw(typesetter, tmp_path, driver):
    """Draw layers off screen and give back the frame."""
    window = Window(SIZE)
    renderer = Renderer(window.sdl, typesetter, driver=driver)

    def drawn(*layers, photos=()):
        for name, colour in photos:
            derivative = Derivative(name, 320, 200)
            renderer.keep(Bitmap(derivative, bytes((*colour[::-1], 0)) * (320 * 200)))
        renderer.draw(Scene(SIZE, layers))
        out = tmp_path / "frame.png"
        renderer.save(str(out))
        return Image.open(out).convert("RGB")

    yield drawn
    window.close()


def photo(name, window=SCREEN, opacity=1.0):
    return Picture(Derivative(name, 320, 200), window, window, opacity)


def test_colours_come_out_as_they_went_in(draw):
    """A photo's pixels are drawn untouched, channel by channel."""
    frame = draw(Layer((photo("a"),), GROUND), photos=[("a", (200, 100, 50))])

    assert frame.getpixel((100, 100)) == (200, 100, 50)


def test_an_icon_is_in_the_middle_of_its_area(draw):
    """It is as large as the shorter side, moves with its layer, and has its own colour."""
    icon = Icon("disc", Rect(100, 50, 80, 40), (255, 0, 0))
    frame = draw(Layer((icon,), GROUND, offset=Point(20, 10)))
    # Mesa may leave single pixels elsewhere, after a process has had many contexts.
    around = frame.crop((120, 55, 200, 105)).getchannel("R")
    red = around.point(lambda value: 255 * (value > 128)).getbbox()

    assert frame.getpixel((160, 80)) == (255, 0, 0)
    middle = 120 + (red[0] + red[2]) / 2, 55 + (red[1] + red[3]) / 2
    assert middle == pytest.approx((160, 80), abs=1)
    assert red[2] - red[0] == pytest.approx(red[3] - red[1], abs=1) == pytest.approx(37, abs=2)


@pytest.mark.parametrize("opacity", [0.25, 0.5, 0.75])
def test_a_fade_between_equal_slides_is_not_seen(draw, opacity):
    """Crossfading a slide into itself never dips: neither its photo nor the ground around it."""
    window = Rect(60, 40, 200, 120)
    one = Layer((photo("a", window),), GROUND)
    two = Layer((photo("a", window),), GROUND, opacity=opacity)
    frame = draw(one, two, photos=[("a", (180, 180, 180))])

    for at, wanted in (((150, 100), (180, 180, 180)), ((10, 10), GROUND), ((60, 40), (180,) * 3)):
        assert all(abs(a - b) <= 2 for a, b in zip(frame.getpixel(at), wanted, strict=True)), at


def test_a_fade_is_the_mean_of_both_slides(draw):
    """Half way, every pixel is half of each slide, under photos and beside them."""
    window = Rect(60, 40, 200, 120)
    one = Layer((photo("a"),), GROUND)
    two = Layer((photo("b", window),), GROUND, opacity=0.5)
    frame = draw(one, two, photos=[("a", (200, 0, 0)), ("b", (0, 0, 200))])

    inside, outside = frame.getpixel((150, 100)), frame.getpixel((10, 10))
    assert all(abs(a - b) <= 3 for a, b in zip(inside, (100, 0, 100), strict=True))
    assert all(abs(a - b) <= 3 for a, b in zip(outside, (110, 8, 8), strict=True))


def test_many_photos_fade_as_fast_as_few(draw, monkeypatch):
    """The ground lies around each, not under it; not every photo is compared with every other."""
    places = [Rect(10 * x, 10 * y, 8, 8) for y in range(20) for x in range(32)]
    random.Random(1).shuffle(places)
    cuts, without = [], Rect.without
    monkeypatch.setattr(Rect, "without", lambda *rects: cuts.append(1) or without(*rects))
    one = Layer(tuple(photo("a", place) for place in places), GROUND)
    frame = draw(one, replace(one, opacity=0.5), photos=[("a", (180, 180, 180))])

    assert {frame.getpixel((x, y)) for x in range(8) for y in range(8)} == {(180, 180, 180)}
    for at in range(0, 200, 10):
        beside = frame.getpixel((8, at))
        assert all(abs(a - b) <= 2 for a, b in zip(beside, GROUND, strict=True)), at
    assert len(cuts) < 4 * 80 * len(places)


@pytest.mark.parametrize("opacity", [0.25, 0.5, 0.75])
def test_a_fade_of_fills_lets_nothing_through_twice(draw, opacity):
    """A card that fades in over its like is not seen to fade, whatever the ground beneath it."""
    card = Fill(Rect(60, 40, 200, 120), (220, 210, 200))
    frame = draw(Layer((card,), GROUND), Layer((card,), GROUND, opacity=opacity))

    for at, wanted in (((150, 100), (220, 210, 200)), ((10, 10), GROUND)):
        assert all(abs(a - b) <= 2 for a, b in zip(frame.getpixel(at), wanted, strict=True)), at


@pytest.mark.parametrize("rect", [Rect(50, 50, 0, 40), Rect(50, 50, 40, 0), Rect(50.2, 50, 0.2, 9)])
def test_a_fill_of_no_width_is_not_seen(draw, rect):
    """A progress bar at its beginning is no line."""
    frame = draw(Layer((Fill(rect, (200, 100, 50)), Fill(rect, (200, 100, 50), 0.5)), GROUND))

    assert frame.getcolors() == [(320 * 200, GROUND)]


def test_photos_are_cut_at_their_window(draw):
    """What of a photo lies outside its window is not drawn."""
    picture = Picture(Derivative("a", 320, 200), Rect(-100, -100, 640, 400), Rect(50, 50, 60, 40))
    frame = draw(Layer((picture,), GROUND), photos=[("a", (200, 100, 50))])

    assert frame.getpixel((51, 51)) == (200, 100, 50)
    assert {frame.getpixel(at) for at in ((49, 60), (110, 60), (60, 49), (60, 90))} == {GROUND}


def stripe(at):
    """Becomes lighter and darker without a jump: between pixels, OpenGL draws their mean."""
    return 90 + abs(at % 200 - 100)


@pytest.fixture
def striped(typesetter, tmp_path, driver):
    """Draw a photo of slanting stripes as one texture, or as tiles; and give back the frame."""
    photo = Image.new("RGB", (700, 600))
    photo.putdata([(stripe(x + y), stripe(y), 190) for y in range(600) for x in range(700)])
    window = Window(SIZE)
    renderer = Renderer(window.sdl, typesetter, driver=driver)
    whole = Derivative("a", *photo.size)
    tiles = [Tile(whole, column, row) for row in range(2) for column in range(2)]
    for one, box in ((whole, None), *((tile, tile.box) for tile in tiles)):
        renderer.keep(Bitmap(one, photo.crop(box).tobytes("raw", "BGRX")))

    def drawn(image, *, in_tiles):
        scale = image.width / photo.width
        pictures = [Picture(whole, image, SCREEN)]
        if in_tiles:
            places = [[side * scale for side in tile.box] for tile in tiles]
            pictures = [
                Picture(tile, Rect(image.x + x, image.y + y, right - x, bottom - y), SCREEN)
                for tile, (x, y, right, bottom) in zip(tiles, places, strict=True)
            ]
        renderer.draw(Scene(SIZE, (Layer(tuple(pictures), GROUND),)))
        renderer.save(str(tmp_path / "frame.png"))
        return Image.open(tmp_path / "frame.png").convert("RGB")

    yield drawn
    window.close()


@given(
    scale=st.floats(0.5, 1.0),
    x=st.floats(-330, -200),
    y=st.floats(-330, -200),
)
@example(scale=1.0, x=-300.0, y=-300.0)
@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_seam_is_seen_between_tiles(striped, scale, x, y):
    """At any scale and anywhere, tiles show what the whole photo shows, and no ground between."""
    x, y = x * scale, y * scale  # So that the corner where four tiles meet is on the screen.
    image = Rect(x, y, 700 * scale, 600 * scale)
    tiled, whole = striped(image, in_tiles=True), striped(image, in_tiles=False)
    shown = SCREEN.intersection(image)
    box = (0, 0, int(shown.width) - 1, int(shown.height) - 1)
    difference = ImageChops.difference(tiled.crop(box), whole.crop(box))

    assert min(band[0] for band in tiled.crop(box).getextrema()) >= 80
    assert max(ImageStat.Stat(difference).mean) < 6
    if scale == 1:
        assert difference.getbbox() is None


def test_of_a_photo_far_larger_than_the_screen_only_what_is_seen_is_drawn(striped):
    """Enlarged to many screens, it is drawn in the time of one, and is where it was."""
    vast = Rect(-20_000, -9_000, 70_000, 60_000)
    frame = striped(vast, in_tiles=False)
    for x, y in ((3, 3), (160, 100), (310, 190)):
        at = Point((x - vast.x) / 100 - 0.5, (y - vast.y) / 100 - 0.5)
        expected = (stripe(at.x + at.y), stripe(at.y), 190)

        assert all(abs(a - b) <= 3 for a, b in zip(frame.getpixel((x, y)), expected, strict=True))


@pytest.mark.parametrize("scale", [1.0, 1.03, 1.06, 1.2])
@pytest.mark.parametrize("at", [Point(-30, -41), Point(-3.4, -7.7), Point(-110.5, -60.2)])
def test_a_photo_that_fills_its_window_is_where_it_belongs(striped, scale, at):
    """A drifting photo fills the screen to its edges, no further from its place than a pixel."""
    frame = striped(Rect(at.x, at.y, 700 * scale, 600 * scale), in_tiles=False)
    for x, y in ((0, 0), (319, 0), (0, 199), (319, 199), (160, 100)):
        across, down = (x + 0.5 - at.x) / scale - 0.5, (y + 0.5 - at.y) / scale - 0.5
        for got, wanted in zip(frame.getpixel((x, y)), (across + down, down), strict=False):
            assert abs(got - stripe(wanted)) <= 2 * 1.5


def test_what_is_as_good_as_opaque_is_not_blended(typesetter, driver):
    """Where a fade begins, a photo is copied: blending all of it would take twice as long."""
    window = Window(SIZE)
    renderer = Renderer(window.sdl, typesetter, driver=driver)
    derivative = Derivative("a", 320, 200)
    renderer.keep(Bitmap(derivative, bytes(derivative.bytes)))
    modes = []
    for opacity in (1.0, 0.999, 0.99):
        renderer.draw(Scene(SIZE, (Layer((photo("a"),), GROUND, opacity=opacity),)))
        modes.append(renderer._photos[derivative].bands[0].texture.blend_mode)
    window.close()

    assert modes == [pygame.BLENDMODE_NONE, pygame.BLENDMODE_NONE, pygame.BLENDMODE_BLEND]


def test_a_large_photo_takes_its_time(typesetter, driver):
    """A photo that fills a screen is taken in over more than one frame, and drawn after that."""
    window = Window(SIZE)
    renderer = Renderer(window.sdl, typesetter, driver=driver)
    derivative = Derivative("a", 1920, 1080)
    renderer.begin_keeping(Bitmap(derivative, bytes(derivative.bytes)))

    frames = 1
    while not (kept := renderer.upload()):
        frames += 1
    window.close()

    assert kept == (derivative,)
    if driver == "software":
        assert frames == 2
    else:
        assert frames > derivative.bytes / SLICE_BYTES


def test_a_layer_moves_as_one(draw):
    """Ground, photo and fill are drawn at the layer's offset; what is beside it is untouched."""
    items = (photo("a", Rect(0, 0, 50, 50)), Fill(Rect(100, 100, 10, 10), (1, 200, 1)))
    layer = Layer(items, (9, 9, 9), offset=Point(160, 0))
    frame = draw(Layer((), GROUND), layer, photos=[("a", (200, 100, 50))])

    assert frame.getpixel((159, 10)) == GROUND
    assert frame.getpixel((160, 10)) == (200, 100, 50)
    assert frame.getpixel((265, 105)) == (1, 200, 1)
    assert frame.getpixel((300, 190)) == (9, 9, 9)


def test_a_layer_is_drawn_within_its_clip(draw):
    """Nothing of a layer lies outside its clip, and what is inside stands where it stood."""
    cut = Picture(Derivative("a", 320, 200), SCREEN, Rect(50, 50, 100, 100))
    items = (cut, Fill(Rect(0, 180, 320, 20), (1, 200, 1)))
    clipped = Layer(items, (9, 9, 9), clip=Rect(100, 0, 120, 200))
    frame = draw(Layer((), GROUND), clipped, photos=[("a", (200, 100, 50))])

    assert {frame.getpixel(at) for at in ((99, 100), (99, 190), (220, 190), (99, 10))} == {GROUND}
    assert frame.getpixel((100, 100)) == frame.getpixel((149, 50)) == (200, 100, 50)
    assert frame.getpixel((150, 100)) == frame.getpixel((100, 10)) == (9, 9, 9)
    assert frame.getpixel((219, 190)) == (1, 200, 1)


def test_letters_are_drawn_in_their_rectangle(draw, typesetter):
    """Where a layout thinks a word is, there it is."""
    style = Stage(Size(1920, 1080), typesetter).style("body")
    item = Lettering(typesetter.typeset("Words", style, 200), Point(40, 60))
    frame = draw(Layer((item,), GROUND))
    ink = [
        (x, y)
        for x in range(320)
        for y in range(200)
        if sum(frame.getpixel((x, y))) > sum(GROUND) + 60
    ]

    assert len(ink) > 100
    assert all(item.rect.inset(-2).contains(Point(*at)) for at in ink)


def test_photos_that_are_not_there_are_left_out(draw):
    """A picture without its texture draws nothing, and harms nothing."""
    frame = draw(Layer((photo("missing"),), GROUND))

    assert frame.getpixel((5, 5)) == GROUND


def test_a_photo_sent_in_slices_is_the_same(typesetter, tmp_path, driver):
    """A GPU gets a photo band by band; what is drawn then is the photo, pixel for pixel."""
    rng = random.Random(5)
    data = bytes(rng.randrange(256) for _ in range(320 * 200 * 4))
    frames = []
    for gpu, slice_bytes in ((False, 0), (True, 70_000)):
        window = Window(SIZE)
        renderer = Renderer(window.sdl, typesetter, driver=driver)
        renderer._has_gpu, renderer._slice_bytes = gpu, slice_bytes
        renderer.begin_keeping(Bitmap(Derivative("a", 320, 200), data))
        calls = 1
        while not renderer.upload():
            calls += 1
        renderer.draw(Scene(SIZE, (Layer((photo("a"),), GROUND),)))
        renderer.save(str(tmp_path / "frame.png"))
        frames.append((calls, Image.open(tmp_path / "frame.png").convert("RGB").tobytes()))
        window.close()

    assert frames[0][0] == 1
    assert frames[1][0] == 4
    assert frames[0][1] == frames[1][1]
    assert frames[0][1][:3] == data[2::-1]


def test_small_photos_are_sent_together(typesetter, driver):
    """In one go, a GPU gets as many tiles as it gets bytes of a large photo."""
    window = Window(SIZE)
    renderer = Renderer(window.sdl, typesetter, driver=driver)
    renderer._has_gpu, renderer._slice_bytes = True, 2 * 64 * 64 * 4
    tiles = [Derivative(name, 64, 64) for name in "abc"]
    for tile in tiles:
        renderer.begin_keeping(Bitmap(tile, bytes(64 * 64 * 4)))

    assert [renderer.upload(), renderer.upload()] == [tuple(tiles[:2]), tuple(tiles[2:])]
    window.close()


def test_a_photo_let_go_halfway_is_not_kept(typesetter, driver):
    """A photo that is no longer wanted while it is being sent leaves nothing behind."""
    window = Window(SIZE)
    renderer = Renderer(window.sdl, typesetter, driver=driver)
    derivative = Derivative("a", 320, 200)
    renderer.begin_keeping(Bitmap(derivative, bytes(320 * 200 * 4)))
    renderer.release(derivative)

    assert renderer.upload() == ()
    assert not renderer.is_uploading
    window.close()


def test_a_tall_text_has_no_seams(draw, typesetter, monkeypatch):
    """Wherever it is scrolled to, a text drawn in bands is the text drawn in one piece."""
    style = Stage(SIZE, typesetter).style("body", colour=(240, 234, 224))
    # All but the same colour, so that what was drawn before is not drawn again.
    styles = (style, replace(style, colour=(240, 234, 225)))
    tall, whole = (typesetter.typeset("Some words. " * 2000, one, 300) for one in styles)

    rows = 384
    monkeypatch.setattr("kiosk.display.renderer.BAND_PIXELS", rows * 320)
    assert tall.size.height > 3 * rows
    for to in (0, rows - 100, 2 * rows - 20, tall.size.height - SIZE.height):
        in_bands = draw(Layer((Lettering(tall, Point(10, -to)),), GROUND))
        with monkeypatch.context() as patch:
            patch.setattr("kiosk.display.renderer.BAND_PIXELS", 10**9)
            in_one = draw(Layer((Lettering(whole, Point(10, -to)),), GROUND))
        extrema = ImageChops.difference(in_bands, in_one).getextrema()
        assert max(high for _, high in extrema) <= 2, to
        assert all(low < high for low, high in in_bands.getextrema())


def drawn_bands(renderer, typesetter, monkeypatch, scene):
    """The pieces of text that are made for a frame: how many rows and pixels each has."""
    made = []

    def rasterise(*arguments, of=SkiaTypesetter.rasterise):
        result = of(typesetter, *arguments)
        made.append((result[2], result[1] * result[2]))
        return result

    monkeypatch.setattr(typesetter, "rasterise", rasterise, raising=False)
    renderer.draw(scene)
    monkeypatch.undo()
    return made


def test_wide_bands_have_fewer_rows(typesetter, monkeypatch):
    """No piece of a text takes longer to draw because the screen, and so its column, is wider."""
    style, window = Stage(SIZE, typesetter).style("body"), Window(SIZE)
    renderer = Renderer(window.sdl, typesetter, driver="software")
    bands = []
    for width in (1600, 3200):
        text = Lettering(typesetter.typeset("Some words. " * 9000, style, width), Point())
        scene = Scene(Size(width, 2000), (Layer((text,), GROUND),))
        bands.append(drawn_bands(renderer, typesetter, monkeypatch, scene))
    window.close()

    assert all(pixels <= BAND_PIXELS for of_one in bands for _, pixels in of_one)
    assert 1.9 < bands[0][0][0] / bands[1][0][0] < 2.1


def test_words_stay_when_the_window_has_grown(typesetter, monkeypatch):
    """A page of words that fills a window is drawn once, also if the window was smaller before."""
    style, window = Stage(SIZE, typesetter).style("body"), Window(SIZE)
    renderer = Renderer(window.sdl, typesetter, driver="software")
    grown = Size(1600, 2000)
    columns = [
        Lettering(typesetter.typeset(f"{name} words. " * 9000, style, 780), Point(x, 0))
        for x, name in ((0, "Some"), (800, "Other"))
    ]
    window.sdl.size = (1600, 2000)
    scenes = [Scene(grown, (Layer(tuple(columns), colour),)) for colour in ((0, 0, 0), (9, 9, 9))]
    first, again = (drawn_bands(renderer, typesetter, monkeypatch, one) for one in scenes)
    window.close()

    assert first
    assert not again


class Fading(video.Renderer):
    """A driver whose frame is gone once it is shown, as on a GPU."""

    def present(self):
        super().present()
        self.draw_color = (255, 0, 255, 255)
        self.clear()


def test_what_is_read_is_the_last_frame(draw, typesetter, monkeypatch, driver):
    """A frame is read as it was drawn, also where the driver has forgotten it by then."""
    window = Window(SIZE)
    with monkeypatch.context() as patch:
        patch.setattr(video, "Renderer", Fading)
        renderer = Renderer(window.sdl, typesetter, driver=driver)
    for colour in ((200, 100, 50), (1, 2, 3)):
        renderer.draw(Scene(SIZE, (Layer((), colour),)))
        pixels, size = renderer.frame()

        assert size == (320, 200)
        assert pixels == bytes(colour) * (320 * 200)
    window.close()


LIMIT = 128


class Limited(video.Texture):
    """Textures of a GPU that takes 128 pixels each way."""

    def __init__(self, renderer, size, *options):
        refuse(size)
        super().__init__(renderer, size, *options)

    @staticmethod
    def from_surface(renderer, surface, made=video.Texture.from_surface):
        refuse(surface.get_size())
        return made(renderer, surface)


def refuse(size):
    if max(size) > LIMIT:
        raise sdl2.error(f"Texture dimensions are limited to {LIMIT}x{LIMIT}")


@pytest.fixture
def busy(typesetter, monkeypatch):
    """A photo, words over its width, and a veil as high as the screen."""
    monkeypatch.setattr("kiosk.display.renderer.BAND_PIXELS", LIMIT * 320)
    style = Stage(SIZE, typesetter).style("body", colour=(240, 234, 224))
    words = typesetter.typeset("Some words, and others. " * 20, style, 290)
    derivative = Derivative("a", 320, 200)
    data = Image.linear_gradient("L").resize((320, 200)).convert("RGB").tobytes("raw", "BGRX")
    veil = Scrim(SCREEN, (0, 0, 0), strength=0.8, solid_from=0.5)
    items = photo("a"), veil, Lettering(words, Point(10, 10))
    return Bitmap(derivative, data), Scene(SIZE, (Layer(items, GROUND),))


def test_what_is_larger_than_a_gpu_takes_is_drawn(typesetter, busy, monkeypatch, driver):
    """Photos, words and veils over the GPU's limit look as they do elsewhere."""
    frames = []
    for side_max in (sys.maxsize, LIMIT):
        if side_max == LIMIT:
            monkeypatch.setattr(video, "Texture", Limited)
        monkeypatch.setattr("kiosk.display.renderer.texture_side_max", lambda _, of=side_max: of)
        window = Window(SIZE)
        renderer = Renderer(window.sdl, typesetter, driver=driver)
        renderer._has_gpu = True
        renderer.begin_keeping(busy[0])
        while renderer.is_uploading:
            renderer.upload()
        renderer.draw(busy[1])
        frames.append(Image.frombytes("RGB", (320, 200), renderer.frame()[0]))
        window.close()
        assert not renderer.take_failed()

    difference = ImageChops.difference(*frames)
    assert max(high for _, high in difference.getextrema()) <= 8


def test_what_no_texture_can_be_made_of_is_left_out(typesetter, busy, monkeypatch, caplog, driver):
    """A photo that a GPU refuses has failed, words and veils are missing, and drawing goes on."""
    monkeypatch.setattr(video, "Texture", Limited)
    window = Window(SIZE)
    renderer = Renderer(window.sdl, typesetter, driver=driver)
    renderer.begin_keeping(busy[0])
    assert renderer.upload() == ()
    assert list(renderer.take_failed()) == [busy[0].derivative]
    assert not renderer.take_failed()
    assert not renderer.is_uploading
    for _ in range(2):
        renderer.draw(busy[1])
    pixels, _ = renderer.frame()
    window.close()

    assert pixels == bytes(GROUND) * (320 * 200)
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_a_picture_that_no_texture_can_be_made_of_covers_nothing(typesetter, monkeypatch, driver):
    """At a start on such a GPU, the show does not wait behind the picture kept for it."""
    monkeypatch.setattr(video, "Texture", Limited)
    window = Window(SIZE)
    renderer = Renderer(window.sdl, typesetter, driver=driver)

    assert not renderer.show(as_jpeg(bytes(3 * 320 * 200), (320, 200)), SIZE)
    window.close()


def test_a_renderer_goes_with_its_last_reference(typesetter, driver):
    """Nothing is left for Python's collector: what it found later, SDL would have freed already."""
    window = Window(SIZE)
    renderer = Renderer(window.sdl, typesetter, driver=driver)
    renderer.draw(Scene(SIZE, ()))
    gone = weakref.ref(renderer)
    del renderer
    window.close()

    assert gone() is None
