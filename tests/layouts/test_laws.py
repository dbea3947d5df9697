"""What all layouts have in common, on all screens, in all languages."""

import itertools
import math
from functools import cache
from itertools import combinations

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Rect, Size
from kiosk.exhibition.exhibition import Photo
from kiosk.layouts import LAYOUTS, arrange
from kiosk.style.comfort import TEXT_SIZES, USUAL_TEXT, Comfort
from kiosk.style.stage import Stage
from kiosk.style.themes import THEMES
from kiosk.types.scene import Lettering
from tests.world import facts, slide

SCREENS = [
    Size(1920, 1080),
    Size(1080, 1920),
    Size(1280, 800),
    Size(1024, 768),
    Size(2560, 1080),
    Size(1080, 1080),
    Size(3840, 2160),
]
LANGUAGES = ["en", "fr", "kk", "ar", "zh-TW"]
LANGUAGES_AND_LONG_WORDS = [*LANGUAGES, "de"]
"""In German, the words of a slide have soft hyphens, and are longer than many lines."""
SHAPES = {"across": (3000, 2000), "upright": (2000, 3000), "panorama": (6000, 1500)}
SAYINGS = {
    "en": "The light falls on the table in the morning, and nobody has touched the cup. ",
    "fr": "La lumière tombe sur la table le matin, et personne n’a touché à la tasse. ",
    "kk": "Таңертең үстелге жарық түседі, ал ешкім кесеге қол тигізген жоқ. ",
    "ar": "يسقط الضوء على الطاولة في الصباح ولم يلمس أحد الفنجان بعد. ",
    "de": "Der Oberlandesgerichtspräsidentenstellvertreter"
    " foto\xadgra\xadfiert Sonnen\xadblumen\xadfelder am Morgen. ",
    "zh-TW": "早晨的光落在桌子上，還沒有人碰過那只杯子。",
}
COMFORTS = [
    *({"comfort": Comfort(text_size=n)} for n, _ in enumerate(TEXT_SIZES, 1) if n != USUAL_TEXT),
    {"comfort": Comfort(contrast=True), "theme": THEMES["contrast"]},
    {
        "comfort": Comfort(contrast=True, text_size=len(TEXT_SIZES)),
        "theme": THEMES["contrast"],
    },
]
LENGTHS = {"none": 0, "short": 1, "long": 5}


def a_slide(layout, length, photos=1):
    """A slide of this layout, with words in every language."""

    def words(count):
        return {tag: (text * count).strip() for tag, text in SAYINGS.items()}

    label = {"alt": words(1), "caption": words(1), "credit": {"en": "Stand-in"}}
    times = 2 if layout == "portrait" else max(1, length)
    quote = {"text": SAYINGS["en"] * times, "speaker": "Somebody", "translation": words(times)}
    quote["translated_by"] = "A translator"
    match layout:
        case "title":
            return slide(layout=layout, title=words(1), **({"text": words(1)} if length else {}))
        case "text":
            return slide(layout=layout, text=words(length or 1), title=words(1))
        case "quote":
            return slide(layout=layout, quote=quote)
        case "grid" | "pair":
            count = 2 if layout == "pair" else photos
            several = [{"file": f"/{n}.jpg", **label} for n in range(count)]
            said = {"text": words(length), "caption": words(1)} if length else {}
            return slide(layout=layout, photos=several, **said)
        case "portrait":
            known = [{"label": "Fact", "value": words(1)["en"][:30]} for _ in range(length + 1)]
            photo = {"file": "/0.jpg", **label}
            more = {"quote": quote, "text": words(length)} if length else {}
            return slide(layout=layout, photo=photo, title=words(1)["en"][:20], facts=known, **more)
    said = {0: {}, 1: {"quote": quote}, 5: {"quote": quote, "text": words(2)}}[length]
    return slide(layout=layout, photo={"file": "/0.jpg", **label}, **said)


PHOTOS = {layout: len(a_slide(layout, 1, photos=4).all_photos) for layout in LAYOUTS}
WITH_PHOTOS = [layout for layout, count in PHOTOS.items() if count]
WITH_SEVERAL_PHOTOS = [layout for layout, count in PHOTOS.items() if count > 1]


@cache  # Each law is about the same ones.
def arranged(layout, length, shape, size, language, typesetter, **comfort):
    one = a_slide(layout, LENGTHS[length], photos=4)
    stage = Stage(size, typesetter, language=language, **comfort)
    known = {photo.file: facts(*SHAPES[shape]) for photo in one.all_photos}
    arrangement = arrange(one, stage, known)
    assert arrangement is not None
    return stage, arrangement


def inked(item):
    """Where a lettering has ink: an opening mark in Chinese has none in its left half."""
    if item.paragraph.text != "「":
        return item.rect
    half = item.rect.width / 2
    return Rect(item.rect.x + half, item.rect.y, half, item.rect.height)


def letters(arrangement):
    return [item for item in arrangement.words if isinstance(item, Lettering)]


@pytest.fixture(scope="class", params=SCREENS, ids=lambda size: f"{size.width}x{size.height}")
def size(request):
    return request.param


@pytest.fixture
def in_all_languages(layout, length, shape, size, typesetter):
    """The slide on this screen, in one language after the other; in turn with each comfort."""
    first = SCREENS.index(size) + list(LAYOUTS).index(layout) + list(LENGTHS).index(length)
    turns = zip(COMFORTS, itertools.cycle(LANGUAGES[first % 5 :] + LANGUAGES[: first % 5]))
    return [
        *(
            arranged(layout, length, shape, size, tag, typesetter)
            for tag in LANGUAGES_AND_LONG_WORDS
        ),
        *(arranged(layout, length, shape, size, tag, typesetter, **one) for one, tag in turns),
    ]


@pytest.mark.parametrize(
    ("diagonal_in", "distance_m"), [(27, 0.6), (32, 0.8), (43, 1.1), (55, 1.4)]
)
def test_letters_are_as_high_as_their_distance_asks(diagonal_in, distance_m, typesetter):
    """From a metre, capitals of running text are 8 mm high, and none is ever under 4 mm."""
    size = Size(1920, 1080)
    stage = Stage(size, typesetter, diagonal_in=diagonal_in, viewing_distance_m=distance_m)
    mm = 0.67 * diagonal_in * 25.4 / math.hypot(size.width, size.height)

    assert stage.style("body").size * mm == pytest.approx(8 * distance_m, rel=0.03)
    assert stage.least_type * mm == pytest.approx(4 * distance_m, rel=0.03)


@pytest.mark.parametrize("comfort", [{}, *COMFORTS])
def test_the_safe_part_is_a_margin_from_every_edge(size, comfort, typesetter):
    """A twentieth of the screen's shorter side is free all around, and the controls below."""
    stage = Stage(size, typesetter, **comfort)
    free = Rect.of(size).inset(size.short_side / 20)

    assert free.covers(stage.safe)
    assert stage.safe.bottom < size.height - max(stage.bar, stage.finger)


def cases(layouts, but=()):
    """Each layout with words of each length, and with photos of each shape if it has any."""
    return pytest.mark.parametrize(
        ("layout", "length", "shape"),
        [
            (layout, length, shape)
            for layout in layouts
            for length in LENGTHS
            if (layout, length) not in but
            for shape in (SHAPES if layout in WITH_PHOTOS else ["across"])
        ],
        scope="class",  # So all laws on one slide run one after the other, and lay it out once.
    )


def some(found):
    """What a law is about, which must be something: a law of nothing would always hold."""
    found = list(found)
    assert found, "there is nothing here that this law is about"
    return found


def words_of(arranged_ones):
    return [(stage, item) for stage, one in arranged_ones for item in letters(one)]


def photos_of(arranged_ones):
    return [(stage, photo) for stage, one in arranged_ones for photo in one.photos]


class TestLaws:
    @cases(LAYOUTS)
    def test_words_keep_within_the_margins(self, in_all_languages):
        """No words leave the safe part of the screen, but for hanging quotation marks."""
        for stage, item in some(words_of(in_all_languages)):
            hanging = item.paragraph.text[:1] in "“„«「"
            aside = 0.7 * stage.margin * max(1, stage.comfort.text_scale)
            safe = stage.safe.inset(-aside, 0) if hanging else stage.safe
            assert safe.covers(inked(item), slack=1), item.paragraph.text

    @cases(LAYOUTS, but=[("title", "none")])  # Which is one text alone.
    def test_words_keep_apart(self, in_all_languages):
        """No words overlap others."""
        pairs = (combinations(letters(one), 2) for _, one in in_all_languages)
        for one, other in some(itertools.chain.from_iterable(pairs)):
            apart = not one.rect.inset(0.5).overlaps(other.rect.inset(0.5))
            assert apart, (one.paragraph.text, other.paragraph.text)

    @cases(WITH_PHOTOS)
    def test_words_keep_off_photos(self, in_all_languages):
        """Words stand beside or below photos, or over one that fills the screen."""
        beside = (
            (item, photo)
            for stage, one in in_all_languages
            for photo in one.photos
            if photo.window != stage.rect
            for item in letters(one)
        )
        for item, photo in some(beside):
            assert not inked(item).inset(0.5).overlaps(photo.window), item.paragraph.text

    @cases(["matted"])
    def test_words_keep_off_mats(self, in_all_languages):
        """A label stands under a passe-partout and not on it; the photo lies in its opening."""
        for stage, arrangement in in_all_languages:
            for mat in some(arrangement.mats):
                assert stage.rect.covers(mat.rect)
                for item in some((*letters(arrangement), *arrangement.photos)):
                    place = inked(item) if isinstance(item, Lettering) else item.window
                    assert not place.inset(0.5).overlaps(mat.rect)
            for one, other in some(combinations(arrangement.mats, 2)):
                assert not one.rect.overlaps(other.rect)

    @cases(LAYOUTS)
    def test_type_can_be_read(self, in_all_languages):
        """No letters are smaller than the screen's size and the visitor's distance allow."""
        for stage, item in some(words_of(in_all_languages)):
            assert item.paragraph.style.size >= stage.least_type - 0.5

    @cases(WITH_PHOTOS)
    def test_photos_keep_their_shape_and_their_place(self, shape, in_all_languages):
        """Photos are on the screen, each of its own shape, never empty."""
        width, height = SHAPES[shape]
        for stage, photo in some(photos_of(in_all_languages)):
            assert stage.rect.covers(photo.window)
            assert max(photo.window.width, photo.window.height) > stage.margin
            assert min(photo.window.width, photo.window.height) > 0.75 * stage.margin
            assert photo.image.covers(photo.window)
            ratio = photo.image.width / photo.image.height
            assert ratio == pytest.approx(width / height, 0.02)

    @cases(WITH_SEVERAL_PHOTOS)
    def test_photos_keep_apart(self, in_all_languages):
        """No photo overlaps another."""
        pairs = (combinations(one.photos, 2) for _, one in in_all_languages)
        for one, other in some(itertools.chain.from_iterable(pairs)):
            assert not one.window.overlaps(other.window)


# A quote, a grid and a pair stand in the middle either way.
@pytest.mark.parametrize("layout", [one for one in LAYOUTS if one not in {"quote", "grid", "pair"}])
def test_a_language_read_from_the_right_is_laid_out_from_the_right(layout, typesetter):
    """In Arabic the words that begin on the left in English end on the right."""
    size = Size(1920, 1080)
    _, english = arranged(layout, "short", "across", size, "en", typesetter)
    _, arabic = arranged(layout, "short", "across", size, "ar", typesetter)

    def middle(items):
        rects = [item.rect for item in items if isinstance(item, Lettering)]
        return sum(rect.centre.x for rect in rects) / len(rects)

    assert (middle(english.words) - 960) * (middle(arabic.words) - 960) < 0


@pytest.mark.parametrize("focus", [(0.05, 0.5), (0.95, 0.5), (0.5, 0.05), (0.5, 0.95)])
@pytest.mark.parametrize("layout", ["single", "matted", "grid", "pair", "beside", "portrait"])
def test_the_focus_is_in_view(layout, focus, size, typesetter):
    """Whatever is cut off a photo, its focus is not."""
    photo = Photo("/0.jpg", focus=focus)
    one = a_slide(layout, 1, photos=4)
    if one.photos:
        one = replace(one, photos=(photo,) * len(one.photos))
    else:
        one = replace(one, photo=photo)
    arrangement = arrange(one, Stage(size, typesetter), {"/0.jpg": facts(3000, 2000)})
    assert arrangement is not None

    for placed in some(arrangement.photos):
        at = Rect(
            placed.image.x + focus[0] * placed.image.width - 0.5,
            placed.image.y + focus[1] * placed.image.height - 0.5,
            1,
            1,
        )
        assert placed.window.covers(at, slack=1.5)


@pytest.mark.parametrize("layout", WITH_PHOTOS)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("length", LENGTHS)
def test_a_photo_is_whole(layout, length, shape, size, typesetter):
    """At rest, all of each photo is seen, unless the curator writes `fill`."""
    _, arrangement = arranged(layout, length, shape, size, "en", typesetter)

    for photo in some(arrangement.photos):
        assert photo.window == photo.image


@pytest.mark.parametrize("said", [{}, {"caption": "On the photo"}])
def test_a_photo_that_fills_the_screen(said, size, typesetter):
    """With `fill`, it has the whole screen if not too much of it is lost there."""
    width, height = round(size.width * 1.1), round(size.height)
    one = slide(layout="single", fill=True, photo={"file": "/0.jpg", **said})
    calm = facts(width, height, lightest=30)
    arrangement = arrange(one, Stage(size, typesetter), {"/0.jpg": calm})
    (photo,) = arrangement.photos

    assert photo.window == Rect.of(size)


def test_little_is_lost_of_a_photo_that_fills_the_screen(size, typesetter):
    """On a screen of quite another shape, it is whole."""
    upright = size.width > size.height
    shape = facts(2000, 3500) if upright else facts(4500, 2000)
    one = slide(layout="single", fill=True, photo={"file": "/0.jpg"})
    (photo,) = arrange(one, Stage(size, typesetter), {"/0.jpg": shape}).photos

    assert photo.window == photo.image


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("layout", ["grid", "pair"])
def test_each_label_is_under_its_photo(layout, language, size, typesetter):
    """What is said of one photo of several begins at its edge, and no other photo is nearer."""
    files = [f"/{n}.jpg" for n in range(2 if layout == "pair" else 4)]
    photos = [{"file": file, "caption": f"Label {file}"} for file in files]
    one = slide(layout=layout, photos=photos)
    stage = Stage(size, typesetter, language=language)
    arrangement = arrange(one, stage, {file: facts(3000, 2000) for file in files})

    for photo, sign in zip(some(arrangement.photos), letters(arrangement), strict=True):
        window, rect = photo.window, sign.rect
        assert photo.photo.file in sign.paragraph.text
        edges = (window.right, rect.right) if language == "ar" else (window.x, rect.x)
        assert edges[0] == pytest.approx(edges[1], abs=2)
        assert 0 < rect.y - window.bottom < 0.5 * stage.margin
        others = [other.window for other in arrangement.photos if other is not photo]
        below = [other.y - rect.bottom for other in others if other.y > rect.y]
        assert all(gap > rect.y - window.bottom for gap in below)


def test_the_first_of_several_hangs_where_reading_begins(typesetter):
    """In Arabic, the first photo of a pair is the right one."""
    _, english = arranged("pair", "none", "upright", Size(1920, 1080), "en", typesetter)
    _, arabic = arranged("pair", "none", "upright", Size(1920, 1080), "ar", typesetter)

    assert english.photos[0].window.x < english.photos[1].window.x
    assert arabic.photos[0].window.x > arabic.photos[1].window.x
