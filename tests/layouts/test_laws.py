"""What all layouts have in common, on all screens, in all languages."""

from itertools import combinations

import pytest

from kiosk.exhibition.model import Photo
from kiosk.geometry import Rect, Size
from kiosk.layouts import LAYOUTS, arrange
from kiosk.scene import Lettering
from kiosk.stage import Stage
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
LANGUAGES = ["en", "fr", "kk", "ar"]
SHAPES = {"across": (3000, 2000), "upright": (2000, 3000), "panorama": (6000, 1500)}
SAYINGS = {
    "en": "The light falls on the table in the morning, and nobody has touched the cup. ",
    "fr": "La lumière tombe sur la table le matin, et personne n’a touché à la tasse. ",
    "kk": "Таңертең үстелге жарық түседі, ал ешкім кесеге қол тигізген жоқ. ",
    "ar": "يسقط الضوء على الطاولة في الصباح ولم يلمس أحد الفنجان بعد. ",
}
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
        case "grid":
            four = [{"file": f"/{n}.jpg", **label} for n in range(photos)]
            return slide(layout=layout, photos=four, **({"text": words(length)} if length else {}))
        case "portrait":
            known = [{"label": "Fact", "value": words(1)["en"][:30]} for _ in range(length + 1)]
            photo = {"file": "/0.jpg", **label}
            more = {"quote": quote, "text": words(length)} if length else {}
            return slide(layout=layout, photo=photo, title=words(1)["en"][:20], facts=known, **more)
    said = {0: {}, 1: {"quote": quote}, 5: {"quote": quote, "text": words(2)}}[length]
    return slide(layout=layout, photo={"file": "/0.jpg", **label}, **said)


def arranged(layout, length, shape, size, language, typesetter):
    one = a_slide(layout, LENGTHS[length], photos=4)
    stage = Stage(size, typesetter, language=language)
    known = {photo.file: facts(*SHAPES[shape]) for photo in one.all_photos}
    arrangement = arrange(one, stage, known)
    assert arrangement is not None
    return stage, arrangement


def letters(arrangement):
    return [item for item in arrangement.words if isinstance(item, Lettering)]


@pytest.fixture(params=SCREENS, ids=lambda size: f"{size.width}x{size.height}")
def size(request):
    return request.param


@pytest.fixture
def in_all_languages(layout, length, shape, size, typesetter):
    """The slide on this screen, in one language after the other."""
    return [arranged(layout, length, shape, size, tag, typesetter) for tag in LANGUAGES]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("layout", LAYOUTS)
class TestLaws:
    def test_words_keep_within_the_margins(self, in_all_languages):
        """No words leave the safe part of the screen, but for hanging quotation marks."""
        for stage, arrangement in in_all_languages:
            for item in letters(arrangement):
                hanging = item.paragraph.text[:1] in "“«「"
                safe = stage.safe.inset(-stage.margin / 2, 0) if hanging else stage.safe
                assert safe.covers(item.rect, slack=1), item.paragraph.text

    def test_words_keep_apart(self, in_all_languages):
        """No words overlap others."""
        for _, arrangement in in_all_languages:
            for one, other in combinations(letters(arrangement), 2):
                apart = not one.rect.inset(0.5).overlaps(other.rect.inset(0.5))
                assert apart, (one.paragraph.text, other.paragraph.text)

    def test_words_keep_off_photos(self, in_all_languages):
        """Words stand beside or below photos, or over one that fills the screen."""
        for stage, arrangement in in_all_languages:
            for photo in arrangement.photos:
                if photo.window != stage.rect:
                    for item in letters(arrangement):
                        apart = not item.rect.inset(0.5).overlaps(photo.window)
                        assert apart, item.paragraph.text

    def test_type_can_be_read(self, in_all_languages):
        """No letters are smaller than the screen's size and the visitor's distance allow."""
        for stage, arrangement in in_all_languages:
            for item in letters(arrangement):
                assert item.paragraph.style.size >= stage.least_type - 0.5

    def test_photos_keep_their_shape_and_their_place(self, shape, in_all_languages):
        """Photos are on the screen, apart from each other, of their own shape, never empty."""
        width, height = SHAPES[shape]
        for stage, arrangement in in_all_languages:
            for photo in arrangement.photos:
                assert stage.rect.covers(photo.window)
                assert photo.window.width > stage.margin
                assert photo.window.height > stage.margin
                assert photo.image.covers(photo.window)
                ratio = photo.image.width / photo.image.height
                assert ratio == pytest.approx(width / height, 0.02)
            for one, other in combinations(arrangement.photos, 2):
                assert not one.window.overlaps(other.window)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_language_read_from_the_right_is_laid_out_from_the_right(layout, typesetter):
    """In Arabic the words that begin on the left in English end on the right."""
    size = Size(1920, 1080)
    _, english = arranged(layout, "short", "across", size, "en", typesetter)
    _, arabic = arranged(layout, "short", "across", size, "ar", typesetter)

    def middle(items):
        rects = [item.rect for item in items if isinstance(item, Lettering)]
        return sum(rect.centre.x for rect in rects) / len(rects)

    if layout != "quote":  # Which stands in the middle either way.
        assert (middle(english.words) - 960) * (middle(arabic.words) - 960) < 0


@pytest.mark.parametrize("focus", [(0.05, 0.5), (0.95, 0.5), (0.5, 0.05), (0.5, 0.95)])
@pytest.mark.parametrize("layout", ["single", "grid", "beside", "portrait"])
def test_the_focus_is_in_view(layout, focus, size, typesetter):
    """Whatever is cut off a photo, its focus is not."""
    photo = {"file": "/0.jpg", "focus": list(focus)}
    one = a_slide(layout, 1, photos=4)
    if layout == "grid":
        one = one.model_copy(
            update={"photos": tuple(Photo.model_validate(photo) for _ in range(4))}
        )
    else:
        one = one.model_copy(update={"photo": Photo.model_validate(photo)})
    arrangement = arrange(one, Stage(size, typesetter), {"/0.jpg": facts(3000, 2000)})
    assert arrangement is not None

    for placed in arrangement.photos:
        at = Rect(
            placed.image.x + focus[0] * placed.image.width - 0.5,
            placed.image.y + focus[1] * placed.image.height - 0.5,
            1,
            1,
        )
        assert placed.window.covers(at, slack=1.5)
