"""How slides are composed on screens of every shape, unusual ones among them."""

import re
from itertools import combinations

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Size, around
from kiosk.exhibition.exhibition import Photo
from kiosk.exhibition.text import LocalisedText
from kiosk.layouts import arrange
from kiosk.layouts.parts.blocks import INTERVIEW_LINK
from kiosk.layouts.parts.column import bounds
from kiosk.layouts.parts.mat import PASSE_PARTOUT
from kiosk.style.comfort import TEXT_SIZES, Comfort
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill
from tests.layouts.test_laws import SAYINGS, SCREENS, SHAPES, a_slide, letters
from tests.world import facts, slide

USUAL, UPRIGHT, SQUARE, FOUR_TO_THREE, WIDE = (
    Size(1920, 1080),
    Size(1080, 1920),
    Size(1080, 1080),
    Size(1024, 768),
    Size(2560, 1080),
)
WORK = {
    "by": "Ada Example",
    "year": "1912",
    "technique": "Oil on canvas",
    "size": "40 × 50 cm",
    "collection": "Private collection",
}
STRIP = {"strip": (500, 3000)}


def placed(one, size, typesetter, shape="across", **options):
    """A slide whose photos are all of one shape."""
    stage = Stage(size, typesetter, **options)
    known = {photo.file: facts(*(SHAPES | STRIP)[shape]) for photo in one.all_photos}
    arrangement = arrange(one, stage, known)
    assert arrangement is not None
    return stage, arrangement


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
@pytest.mark.parametrize("layout", ["title", "text", "quote", "matted"])
def test_words_alone_are_optically_centred(layout, size, language, typesetter):
    """A page of words takes half of the width or more, or stands in its middle."""
    one = a_slide("quote" if layout == "matted" else layout, 1)
    _, arrangement = placed(replace(one, layout=layout), size, typesetter, language=language)
    block = bounds(arrangement.words)

    off = abs(block.centre.x - size.width / 2)
    assert block.width >= size.width / 2 or off <= 0.05 * size.width


def some_words(language):
    """Texts of several lengths, which begin and end with other words."""
    said = SAYINGS[language].split() * 9
    return [" ".join(said[start:end]) for start in range(0, 12, 4) for end in (30, 45, 64)]


@pytest.mark.parametrize("text_size", [1, 2, 5])
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
def test_wide_pages_of_words_begin_at_one_edge(size, language, text_size, typesetter):
    """Nothing jumps from one text to the next, nor from one quote to the next."""
    edges = {"text": set(), "quote": set()}
    for words in some_words(language)[::2]:
        quote = {"text": words, "language": language}
        for said in ({"text": {language: words}}, {"quote": quote}):
            comfort = Comfort(text_size=text_size)
            stage, arrangement = placed(
                slide(**said), size, typesetter, language=language, comfort=comfort
            )
            block = max(letters(arrangement), key=lambda one: one.paragraph.lines).rect
            if block.width >= size.width / 2:
                edges[next(iter(said))].add(round(block.right if stage.mirrored else block.x))

    assert any(edges.values()) or text_size == 1
    assert all(len(found) <= 1 for found in edges.values())
    if text_size == 2:
        assert len(edges["text"] | edges["quote"]) == 1


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("size", [USUAL, Size(1280, 800), Size(1024, 768), WIDE])
def test_translations_are_beside_the_spoken_words(size, language, typesetter):
    """On a wide screen, in two columns that are the same on all slides; in few sizes."""
    edges, sizes = [set(), set()], set()
    for words, translation in zip(some_words("en"), some_words(language), strict=True):
        quote = {"text": words, "translation": {language: translation}, "speaker": "A Voice"}
        stage, arrangement = placed(slide(quote=quote), size, typesetter, language=language)
        shown = letters(arrangement)
        both = [one.rect for one in shown if one.name == "quote"]
        for found, rect in zip(edges, both, strict=True):
            found.add(round(rect.right if stage.mirrored and rect is both[0] else rect.x))
        sizes.add(round(shown[0].paragraph.style.size))
        (name,) = (one.rect for one in shown if one.paragraph.text == "A Voice")
        (rule,) = (one.rect for one in arrangement.words if isinstance(one, Fill))

        assert max(rect.bottom for rect in both) < rule.y < name.y
        assert rule.width >= around(both).width - 1
        assert rule.y == round(rule.y)
        assert rule.height == stage.line // 2

    assert [len(found) for found in edges] == [1, 1]
    assert len(sizes) <= 3


def ink_of(item, typesetter):
    """The area that its letters have blackened."""
    data, width, height, margin = typesetter.rasterise(item.paragraph)
    black = data[3::4].translate(bytes(60) + b"x" * 196)
    rows = [black[y * width : (y + 1) * width] for y in range(height)]
    left = item.at.x - margin
    return (
        left + min(width - len(row.lstrip(b"\0")) for row in rows),
        left + max(len(row.rstrip(b"\0")) for row in rows),
    )


@pytest.mark.parametrize("text_size", [2, 5])
@pytest.mark.parametrize("language", ["en", "fr", "ar", "zh-TW"])
@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
@pytest.mark.parametrize("layout", ["quote", "matted", "text", "beside"])
def test_quotation_marks_are_within_the_margins(layout, size, language, text_size, typesetter):
    """Their ink is on no mat, and nowhere near the edge of the screen."""
    for times in (0.3, 1):
        words = SAYINGS[language][: round(times * len(SAYINGS[language]))].strip()
        said = {"quote": {"text": words, "language": language}}
        photo = {"photo": "/0.jpg"} if layout == "beside" else {}
        stage, arrangement = placed(
            slide(layout=layout, **said, **photo),
            size,
            typesetter,
            language=language,
            comfort=Comfort(text_size=text_size),
        )
        room = stage.safe.inset(-0.75 * stage.margin if layout in ("text", "beside") else 0)
        if layout == "matted":
            card = around([mat.rect for mat in arrangement.mats])
            room = PASSE_PARTOUT.opening(card, stage).inset(0.9 * stage.margin, 0)
        for page in range(len(arrangement.pages)):
            for item in letters(arrangement.on_page(page)):
                left, right = ink_of(item, typesetter)
                assert room.x - 2 <= left
                assert right <= room.right + 2


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("layout", ["single", "matted"])
def test_a_photo_with_a_label_keeps_the_margins(layout, shape, size, typesetter):
    """Shown whole, a photo and its passe-partout lie within the margins, as all else does."""
    one = slide(layout=layout, photo={"file": "/0.jpg", "caption": "A label"})
    stage, arrangement = placed(one, size, typesetter, shape)
    (photo,) = arrangement.photos

    assert photo.window == stage.rect or stage.safe.covers(photo.window, slack=1)
    assert all(stage.safe.covers(mat.rect, slack=1) for mat in arrangement.mats)


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
@pytest.mark.parametrize("shape", SHAPES)
def test_a_photo_alone_keeps_clear_of_the_controls(shape, size, typesetter):
    """It reaches two edges of the part for slides."""
    stage, arrangement = placed(slide(photo="/0.jpg"), size, typesetter, shape)
    window, safe = arrangement.photos[0].window, stage.safe

    assert safe.covers(window, slack=1)
    assert window.width >= safe.width - 1 or window.height >= safe.height - 1


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
def test_single_photos_have_one_place(size, language, typesetter):
    """Whatever is said of them. Narrow ones are in the middle of where others are.

    If all photos are in the middle of the screen, that is their place, whatever their width.
    """
    middles = set()
    for shape in ("across", "upright"):
        edges = set()
        for caption in ("", "A label", "A label with many words. " * 4):
            said = {"caption": {language: caption}} if caption else {}
            one = slide(layout="single", photo={"file": "/0.jpg", **said})
            stage, arrangement = placed(one, size, typesetter, shape, language=language)
            window = arrangement.photos[0].window
            edges.add(window.right if language == "ar" else window.x)
            middles.add(window.centre.x)
        if all(abs(middle - size.width / 2) <= 1 for middle in middles):
            continue
        assert max(edges) - min(edges) <= (0.2 if shape == "across" else 1.5) * stage.margin

    assert max(middles) - min(middles) <= 2.5 * stage.margin


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [*SCREENS, Size(900, 900)])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("layout", ["single", "matted"])
def test_no_label_is_crushed(layout, shape, size, language, typesetter):
    """Where a line beside the photo would be short, the label is below it."""
    label = {"caption": {tag: SAYINGS[tag].strip() for tag in ("en", "ar")}}
    one = slide(layout=layout, photo={"file": "/0.jpg", **label})
    _, arrangement = placed(one, size, typesetter, shape, language=language)

    assert letters(arrangement)[0].paragraph.lines <= 4


@pytest.mark.parametrize("text_size", [1, 2, 5])
def test_a_label_stays_beside_its_photo_in_larger_letters(text_size, typesetter):
    one = slide(layout="single", photo={"file": "/0.jpg", "caption": "A label"})
    comfort = Comfort(text_size=text_size)
    _, arrangement = placed(one, USUAL, typesetter, "across", comfort=comfort)

    assert bounds(arrangement.words).x > arrangement.photos[0].window.right


@pytest.mark.parametrize("with_text", [True, False])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
@pytest.mark.parametrize("layout", ["single", "matted", "beside", "portrait", "pair", "grid"])
def test_each_photo_has_the_label_of_its_work(layout, size, language, with_text, typesetter):
    """In every layout the label is above the caption, line below line, its title in italics."""
    photos = [
        {"file": f"/{number}.jpg", "work": {**WORK, "title": title}, "caption": "Caption"}
        for number, title in enumerate(["Boats", "Sails"])
    ]
    several = layout in ("pair", "grid")
    one = slide(
        layout=layout,
        **({"photos": photos} if several else {"photo": photos[0]}),
        **({"text": "Words"} if with_text else {"title": "A name"}),
    )
    stage, arrangement = placed(one, size, typesetter, language=language)
    shown = [(item.paragraph, item.rect) for item in letters(arrangement)]
    titles = [one for one in shown if re.search("(Boats|Sails).*1912", one[0].text)]
    captions = [rect for paragraph, rect in shown if paragraph.text == "Caption"]

    assert len(titles) == len(captions) == (2 if several else 1)
    for (paragraph, rect), below in zip(titles, captions, strict=True):
        (title,) = paragraph.emphasis
        assert title.italic
        assert paragraph.text[title.start : title.end] in ("Boats", "Sails")
        assert rect.bottom < below.y
    for one, other in combinations([rect for _, rect in shown], 2):
        assert stage.safe.covers(one, slack=1)
        assert not one.inset(1, 1).overlaps(other)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("layout", ["single", "matted"])
def test_a_label_wider_than_its_photo_begins_at_its_edge(layout, language, typesetter):
    """A long label under a narrow photo reaches out of it on one side only."""
    label = {tag: SAYINGS[tag] * 3 for tag in ("en", "ar")}
    one = slide(layout=layout, photo={"file": "/0.jpg", "caption": label})
    _, arrangement = placed(one, UPRIGHT, typesetter, "strip", language=language)
    (sign,) = letters(arrangement)
    card = around([arrangement.photos[0].window, *(mat.rect for mat in arrangement.mats)])

    assert sign.rect.width > card.width
    at_edge = sign.rect.right - card.right if language == "ar" else sign.rect.x - card.x
    assert at_edge == pytest.approx(0, abs=2)


def hangs_above(arrangement):
    """Whether a photo hangs above its words."""
    return arrangement.photos[0].window.bottom <= min(one.rect.y for one in letters(arrangement))


@pytest.mark.parametrize(
    ("size", "shape", "length", "wanted"),
    [
        (SQUARE, "across", 1, True),
        (SQUARE, "across", 6, True),
        (SQUARE, "upright", 1, False),
        (USUAL, "across", 1, False),
        (USUAL, "panorama", 1, True),
        (SQUARE, "across", 20, False),
        (UPRIGHT, "upright", 1, True),
    ],
)
def test_a_photo_hangs_above_its_words_where_much_more_of_it_is_seen(
    size, shape, length, wanted, typesetter
):
    """Beside them it would be small on a square screen; but words are not made small for it."""
    one = slide(layout="beside", photo="/0.jpg", text=SAYINGS["en"] * length)
    _, arrangement = placed(one, size, typesetter, shape)

    assert hangs_above(arrangement) == wanted


def test_a_photo_above_its_words_takes_what_they_leave(typesetter):
    """Few words leave it nearly the full width of a square screen."""
    few, many = (
        placed(slide(layout="beside", photo="/0.jpg", text=SAYINGS["en"] * n), SQUARE, typesetter)
        for n in (1, 8)
    )
    widths = [arrangement.photos[0].window.width for _, arrangement in (few, many)]

    assert widths[0] > 0.95 * few[0].safe.width
    assert widths[0] > 1.2 * widths[1]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [USUAL, WIDE])
def test_an_upright_photo_stands_next_to_its_words(size, language, typesetter):
    words = {"en": SAYINGS["en"], "ar": SAYINGS["ar"]}
    one = slide(layout="beside", photo="/0.jpg", text=words)
    stage, arrangement = placed(one, size, typesetter, "upright", language=language)
    window, words = arrangement.photos[0].window, bounds(arrangement.words)
    apart = window.x - words.right if language == "ar" else words.x - window.right

    assert apart == pytest.approx(1.4 * stage.margin, abs=2)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [USUAL, WIDE, Size(1280, 800)])
@pytest.mark.parametrize("shape", ["across", "upright"])
def test_a_photo_and_its_words_are_in_the_middle(shape, size, language, typesetter):
    """An upright one, too: both edges of the screen are equally far."""
    words = {tag: SAYINGS[tag] * 3 for tag in ("en", "ar")}
    one = slide(layout="beside", photo="/0.jpg", text=words)
    _, arrangement = placed(one, size, typesetter, shape, language=language)
    group = around([arrangement.photos[0].window, bounds(arrangement.words)])

    assert abs(group.centre.x - size.width / 2) <= 0.04 * size.width


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
@pytest.mark.parametrize("layout", ["beside", "portrait"])
def test_a_label_below_a_narrow_photo_is_on_one_page(layout, size, language, typesetter):
    """In the largest letters it is wider than the photo rather than on several pages."""
    label = {tag: SAYINGS[tag].strip() for tag in ("en", "ar")}
    photo = {"file": "/0.jpg", "caption": label, "credit": "By Somebody"}
    one = slide(layout=layout, photo=photo, title="A name")
    comfort = Comfort(text_size=len(TEXT_SIZES))
    _, arrangement = placed(one, size, typesetter, "upright", language=language, comfort=comfort)
    window = arrangement.photos[0].window
    (sign,) = (one.rect for one in letters(arrangement) if one.paragraph.text == label[language])

    assert not arrangement.more
    edges = (sign.right, window.right) if language == "ar" else (sign.x, window.x)
    assert edges[0] == pytest.approx(edges[1], abs=1)


def test_a_portrait_is_as_large_as_its_words_leave_room(typesetter):
    """On an upright screen few words leave more of it to the photo than many do."""
    few, many = (
        slide(layout="portrait", photo="/0.jpg", title="A name", text=SAYINGS["en"] * length)
        for length in (1, 16)
    )
    windows = [
        placed(one, UPRIGHT, typesetter, "upright")[1].photos[0].window for one in (few, many)
    ]

    assert windows[0].height > 1.2 * windows[1].height


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
@pytest.mark.parametrize("layout", ["title", "text", "quote"])
def test_a_page_of_words_beside_a_photo(layout, size, typesetter):
    """The photo is whole, and the words are beside it or below it."""
    one = replace(a_slide(layout, 1), photo=Photo("/0.jpg"))
    _, arrangement = placed(one, size, typesetter)
    (photo,) = arrangement.photos
    words = bounds(arrangement.words)

    assert photo.window == photo.image
    assert words.x > photo.window.right or words.y > photo.window.bottom


def test_a_title_page_shows_the_photo_that_it_is_lent(typesetter):
    """With its credit; without a photo, the words are in the middle."""
    alone = a_slide("title", 1)
    photo = Photo("/0.jpg", credit=LocalisedText((("", "By Ada"),)))
    arrangement = arrange(
        replace(alone, title_photo=photo), Stage(USUAL, typesetter), {"/0.jpg": facts()}
    )

    assert [one.photo.file for one in arrangement.photos] == ["/0.jpg"]
    assert "By Ada" in [one.paragraph.text for one in letters(arrangement)]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
@pytest.mark.parametrize("layout", ["quote", "text", "beside", "portrait"])
def test_a_speaker_and_the_way_to_the_interview_share_a_line(layout, size, language, typesetter):
    """Where there is room; a long name has a line of its own."""
    for speaker, shares in (("Ada", True), ("Somebody with many names " * 4, False)):
        quote = {"text": "Words", "speaker": speaker, "translation": {"fr": "Mots", "ar": "كلمات"}}
        text = {"text": SAYINGS["en"]} if layout == "text" else {}
        photo = {"photo": "/0.jpg"} if layout in ("beside", "portrait") else {}
        one = slide(layout=layout, quote={**quote, "translated_by": "A"}, **text, **photo)
        _, arrangement = placed(one, size, typesetter, "upright", language=language)
        said = letters(arrangement)
        name = next(item for item in said if item.paragraph.text.strip() == speaker.strip())
        link = next(item for item in said if item.name == INTERVIEW_LINK)

        assert (link.at.y == name.at.y) == shares
        if shares and language == "ar":
            assert link.rect.right < name.rect.x
        elif shares:
            assert link.rect.x > name.rect.right
        else:
            assert link.rect.y > name.rect.bottom - 1


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
def test_an_empty_mat_holds_a_quote(size, typesetter):
    """Its words are inside of the mat, where a photo would be."""
    one = replace(a_slide("quote", 1), layout="matted")
    _, arrangement = placed(one, size, typesetter, language="fr")
    mat = around([fill.rect for fill in arrangement.mats])

    assert arrangement.photos == ()
    assert mat.inset(0.05 * size.short_side).covers(bounds(arrangement.words))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
def test_a_short_quote_in_a_mat_is_on_one_page(size, language, typesetter):
    """In all text sizes, with its speaker and the link; it is never smaller in a larger one."""
    text = "The light falls on the table in the morning."
    quote = {"text": text, "speaker": "A Voice", "translation": {"fr": text}}
    sizes = []
    for text_size in range(1, len(TEXT_SIZES) + 1):
        comfort = Comfort(text_size=text_size)
        one = slide(layout="matted", quote=quote)
        _, arrangement = placed(one, size, typesetter, language=language, comfort=comfort)
        said = letters(arrangement)

        assert not arrangement.more
        assert {"A Voice", INTERVIEW_LINK} <= {item.name or item.paragraph.text for item in said}
        sizes.append(said[0].paragraph.style.size)
    assert sizes == sorted(sizes)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    ("size", "shape", "is_beside"),
    [
        (USUAL, "upright", True),
        (USUAL, "across", True),
        (USUAL, "panorama", False),
        (WIDE, "across", True),
        (SQUARE, "across", False),
        (UPRIGHT, "upright", False),
    ],
)
def test_a_label_is_where_the_photo_is_larger(size, shape, is_beside, language, typesetter):
    """It is beside a photo that has the whole height so, at its foot; else below it."""
    label = {"caption": {"en": "A label", "ar": "A label"}, "credit": "Lent by Somebody"}
    one = slide(layout="single", photo={"file": "/0.jpg", **label})
    stage, arrangement = placed(one, size, typesetter, shape, language=language)
    window, sign = arrangement.photos[0].window, bounds(arrangement.words)

    if not is_beside:
        assert sign.y > window.bottom
        return
    assert window.height == pytest.approx(stage.safe.height, abs=2)
    assert sign.bottom == pytest.approx(window.bottom, abs=2)
    assert sign.right < window.x if language == "ar" else sign.x > window.right


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("text_size", [1, 2, 5])
@pytest.mark.parametrize("size", [USUAL, UPRIGHT, SQUARE])
def test_labels_have_one_size(size, text_size, language, typesetter):
    """In all layouts, whatever the shape of the photo; larger ones on an upright screen."""
    sizes = set()
    for layout in ("single", "matted", "beside", "portrait", "pair", "grid", "title"):
        several = layout in ("pair", "grid")
        photos = [{"file": f"/{n}.jpg", "caption": {language: "A label"}} for n in range(2)]
        one = slide(
            layout=layout,
            **({"photos": photos} if several else {"photo": photos[0]}),
            **({} if layout in ("single", "matted") else {"title": "A name"}),
        )
        for shape in ("across", "upright", "panorama"):
            comfort = Comfort(text_size=text_size)
            stage, arrangement = placed(
                one, size, typesetter, shape, comfort=comfort, language=language
            )
            said = [one.paragraph for one in letters(arrangement)]
            sizes |= {one.style.size for one in said if one.text == "A label"}

    (only,) = sizes
    least = 1.2 if size.upright and text_size < 3 else 1.0
    assert only >= least * stage.style("caption").size
    assert size.upright or only == stage.style("caption").size


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("layout", ["title", "beside", "portrait"])
def test_a_label_is_at_the_foot_of_an_upright_photo(layout, language, typesetter):
    """On an upright screen, it takes the free space there; a long one is below."""
    for words, is_beside in (("A label", True), (SAYINGS["en"] * 4, False)):
        photo = {"file": "/0.jpg", "caption": {language: words}}
        one = slide(layout=layout, photo=photo, title={language: "A name"})
        stage, arrangement = placed(one, UPRIGHT, typesetter, "upright", language=language)
        (sign,) = (one.rect for one in letters(arrangement) if one.paragraph.text in words)
        mats = [mat.rect for mat in arrangement.mats]
        card = around([arrangement.photos[0].window, *mats])

        assert stage.safe.covers(sign, slack=1)
        if not is_beside:
            assert sign.y > card.bottom
            continue
        assert sign.bottom == pytest.approx(card.bottom, abs=2)
        assert sign.right < card.x if language == "ar" else sign.x > card.right


def test_below_a_photo_its_label_comes_first(typesetter):
    """It touches the photo; then come title and text; all of them begin at the margin."""
    photo = {"file": "/0.jpg", "caption": "A label"}
    one = slide(layout="beside", photo=photo, title="A title", text="A text")
    stage, arrangement = placed(one, UPRIGHT, typesetter, "across")
    shown = sorted(letters(arrangement), key=lambda item: item.at.y)

    assert [item.paragraph.text for item in shown] == ["A label", "A title", "A text"]
    assert 10 <= shown[0].at.y - arrangement.photos[0].window.bottom <= 0.35 * stage.margin
    assert {item.at.x for item in shown} == {stage.safe.x} == {arrangement.photos[0].window.x}
