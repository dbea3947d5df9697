"""Texts too long for one page: columns and pages, on all screens, in all languages."""

from functools import cache
from itertools import combinations

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Rect, Size
from kiosk.exhibition.text import LocalisedText
from kiosk.layouts import LAYOUTS, arrange
from kiosk.layouts.parts.column import Block
from kiosk.layouts.parts.flow import Piece, pieces_of, poured
from kiosk.layouts.parts.page_sign import page_sign
from kiosk.style.comfort import TEXT_SIZES, USUAL, Comfort
from kiosk.style.stage import Stage
from kiosk.types.emphasis import Emphasis
from kiosk.types.scene import Lettering
from tests.layouts.test_laws import (
    SAYINGS,
    SCREENS,
    SHAPES,
    WITH_PHOTOS,
    a_slide,
    inked,
    letters,
    some,
)
from tests.world import facts, slide

WIDE = Size(1920, 1080)
SIZES = range(1, len(TEXT_SIZES) + 1)
PARAGRAPHS = (3, 7, 4)
"""Sentences in each paragraph of a long text."""


def numbered(tag, times):
    """Sentences that no label has; each begins with a number of its own, by which it is known."""
    if tag.startswith("zh"):
        return [f"{n}{SAYINGS[tag][::-1] * 4}" for n in range(times)]
    backwards = " ".join(reversed(SAYINGS[tag].split()))
    return [f"{n} {backwards}" for n in range(times)]


@cache
def essay(tag, times=3):
    """Paragraphs of a language, each on a line of its own."""
    said = iter(numbered(tag, times * sum(PARAGRAPHS)))
    return "\n".join(" ".join(next(said) for _ in range(count)) for count in PARAGRAPHS * times)


def long_slide(layout, times=3):
    """A slide of this layout whose words take several pages on every screen."""
    one = a_slide(layout, 1, photos=4)
    if layout == "quote":
        return replace(one, quote=replace(one.quote, text=essay("en", times)))
    return replace(one, text=LocalisedText(tuple((tag, essay(tag, times)) for tag in SAYINGS)))


@cache
def laid_out(layout, size, language, typesetter, text_size=2, shape="across", times=3):
    one = long_slide(layout, times)
    stage = Stage(size, typesetter, language=language, comfort=Comfort(text_size=text_size))
    known = {photo.file: facts(*SHAPES[shape]) for photo in one.all_photos}
    return stage, arrange(one, stage, known)


def on(page):
    return [item for item in page if isinstance(item, Lettering)]


def joined(words):
    """Letters without any space, which lines and pages may take away."""
    return "".join("".join(words).split())


def parts_of_essay(arrangement, tag):
    """The parts of a long text, page by page, without quotation marks that stand alone."""
    own = (arrangement.own_letters(page) for page in range(len(arrangement.pages)))
    parts = [item.paragraph for words in own for item in words]
    return [
        replace(one, text=one.text.strip("“”"))
        for one in parts
        if len(one.text) > 1 and joined([one.text.strip("“”")]) in joined([essay(tag)])
    ]


def with_room(stage):
    """The stage of a slide with pages, whose sign needs room."""
    return replace(stage, has_pages=True)


@pytest.fixture(params=SCREENS[:5], ids=lambda size: f"{size.width}x{size.height}")
def size(request):
    return request.param


@pytest.fixture
def in_all_scripts(layout, size, typesetter):
    """A long slide in three scripts; in turn with each text size and each shape of photos.

    Always in the largest letters, too: labels are highest then. In the smallest, some in a mat
    have one page.
    """
    shapes = list(SHAPES) if layout in WITH_PHOTOS else ["across"]
    sizes = [2, 3, 4, 5] if layout == "matted" else [1, 2, 3, 4, 5]
    first = list(LAYOUTS).index(layout) + SCREENS.index(size)
    ways = [
        (tag, sizes[number % len(sizes)], shapes[number % len(shapes)])
        for number, tag in enumerate(["en", "ar", "zh-TW"], first)
    ]
    ways += [(tag, sizes[-1], "across") for tag in ("en", "ar")]
    return [
        laid_out(layout, size, tag, typesetter, text_size, shape) for tag, text_size, shape in ways
    ]


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS)
class TestLaws:
    def test_each_page_keeps_the_laws(self, layout, in_all_scripts):
        """On each page, words keep within the margins, apart, off photos, and large enough."""
        for stage, arrangement in in_all_scripts:
            aside = stage.margin / 2 * max(1, stage.comfort.text_scale)
            safe = with_room(stage).safe
            for words in map(on, arrangement.pages):
                for item in some(words):
                    hanging = item.paragraph.text[:1] in "“«「"
                    room = safe.inset(-aside, 0) if hanging else safe
                    assert room.covers(inked(item), slack=1), item.paragraph.text
                    assert item.paragraph.style.size >= stage.least_type - 0.5
                    for photo in arrangement.photos:
                        assert not item.rect.inset(0.5).overlaps(photo.window)
                for one, other in combinations(words, 2):
                    assert not one.rect.inset(0.5).overlaps(other.rect.inset(0.5))

    def test_each_word_is_on_one_page(self, layout, in_all_scripts):
        """No word is lost or said twice, and the pages read on in their order."""
        for stage, arrangement in in_all_scripts:
            tag = "en" if layout == "quote" else stage.language
            said = joined(one.text for one in parts_of_essay(arrangement, tag))

            assert len(arrangement.pages) > 1
            assert said == joined([essay(tag)])

    def test_no_line_is_alone(self, layout, in_all_scripts):
        """Two lines of a paragraph are together at least, at the foot and at the head of a page."""
        for stage, arrangement in in_all_scripts:
            tag = "en" if layout == "quote" else stage.language
            paragraphs = [joined([one]) for one in essay(tag).split("\n")]
            parts = parts_of_essay(arrangement, tag)
            divided = [one for one in parts if joined([one.text]) not in paragraphs]

            assert all(one.lines > 1 for one in divided), [one.text for one in divided]

    def test_photos_and_their_labels_stay(self, layout, in_all_scripts):
        """Only the words change from page to page, and begin at the same height."""
        for _, arrangement in in_all_scripts:
            tops = set()
            for number in range(len(arrangement.pages)):
                page = arrangement.on_page(number)
                own = arrangement.own_letters(number)
                assert page.photos == arrangement.photos
                tops.add(min((item.at.y for item in own), default=None))
            assert len(tops) == 1

    def test_the_sign_has_its_own_place(self, layout, in_all_scripts):
        """It is between words and controls, at the same place on all pages, under a finger."""
        for stage, arrangement in in_all_scripts:
            count = len(arrangement.pages)
            places = set()
            for number, words in enumerate(map(on, arrangement.pages)):
                sign = page_sign(number, count, stage)
                rects = [item.rect for item in sign.items]
                rects += [place for place in (sign.back, sign.onward) if place]
                for rect in rects:
                    assert stage.page_sign.inset(-1).covers(rect, slack=1)
                    assert rect.bottom <= stage.size.height - stage.bar
                    assert not any(rect.overlaps(item.rect) for item in words)
                    assert not any(rect.overlaps(photo.window) for photo in arrangement.photos)
                for place in (sign.back, sign.onward):
                    if place:
                        places.add(place)
                        assert min(place.width, place.height) >= round(stage.finger)
                assert (sign.back is None, sign.onward is None) == (
                    number == 0,
                    number == count - 1,
                )
            assert len(places) == 2


@pytest.mark.parametrize("count", [4, 9, 15, 40])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_larger_is_larger(layout, count, typesetter):
    """The next text size makes no letter smaller, whatever the length of the text; pages grow."""
    text = " ".join(numbered("en", count))
    one = replace(long_slide(layout), text=LocalisedText((("en", text),)))
    if one.quote:
        one = replace(one, quote=replace(one.quote, text=text))
    known = {photo.file: facts(*SHAPES["across"]) for photo in one.all_photos}
    former, former_pages = {}, 0
    for text_size in SIZES:
        stage = Stage(WIDE, typesetter, comfort=Comfort(text_size=text_size))
        arrangement = arrange(one, stage, known)
        sizes = {}
        for item in (item for page in arrangement.pages for item in on(page)):
            style = item.paragraph.style
            role = style.face, style.optical, style.italic, style.colour
            sizes[role] = min(style.size, sizes.get(role, style.size))

        assert all(sizes[role] >= before for role, before in former.items() if role in sizes)
        assert len(arrangement.pages) >= former_pages
        former, former_pages = sizes, len(arrangement.pages)


@pytest.mark.parametrize("text_size", [2, 4, 5])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("layout", ["quote", "matted", "text", "beside"])
def test_no_page_has_only_who_speaks(layout, language, text_size, size, typesetter):
    """Speaker, translator and the link to the interview are with words that were said."""
    for count in range(3, 45, 3):
        words = " ".join((SAYINGS["en"] * 3).split()[:count])
        quote = {"text": words, "speaker": "A Voice", "translation": {"fr": words}}
        one = slide(quote={**quote, "translated_by": "A translator of these words"})
        one = replace(a_slide("beside", 1) if layout == "beside" else one, quote=one.quote)
        stage = Stage(size, typesetter, language=language, comfort=Comfort(text_size=text_size))
        arrangement = arrange(
            replace(one, layout=layout), stage, {p.file: facts() for p in one.all_photos}
        )
        for number, page in enumerate(arrangement.pages):
            own = arrangement.own_letters(number)
            assert any(item.paragraph.style.face == "serif" for item in own or on(page)), number


@pytest.mark.parametrize("language", ["en", "fr", "ar", "zh-TW"])
@pytest.mark.parametrize("size", [WIDE, Size(1080, 1920)])
def test_a_page_ends_where_a_sentence_ends(size, language, typesetter):
    """If one ends in its last two lines; else where a clause ends there."""
    said = SAYINGS[language]
    short = said[:10] if language == "zh-TW" else " ".join(said.split()[:5])
    end = "。" if language == "zh-TW" else ". "
    text = end.join([short, short[:-2], short[:-4], short[2:]] * 21) + end
    comfort = Comfort(text_size=4)
    _, arrangement = words_on(size, typesetter, language, comfort, text={language: text})
    pages = [joined(item.paragraph.text for item in on(page)) for page in arrangement.pages]

    assert len(pages) > 1
    assert all(page.endswith(end.strip()) for page in pages)


@pytest.mark.parametrize("photo", ["", "/0.jpg"])
@pytest.mark.parametrize("title", ["La même paix", "One apple", "Words and pictures of a coast"])
def test_a_title_takes_no_further_line(title, photo, size, typesetter):
    """A visitor's larger letters enlarge it as far as its lines stay, and make it no smaller."""
    sizes, lines = [], set()
    for text_size in SIZES[1:]:
        stage = Stage(size, typesetter, comfort=Comfort(text_size=text_size))
        keys = {"photo": photo} if photo else {}
        one = slide(layout="title", title=title, text=SAYINGS["en"], **keys)
        (shown,) = (
            item.paragraph
            for item in letters(arrange(one, stage, {"/0.jpg": facts()}))
            if item.paragraph.text == title
        )
        sizes.append(shown.style.size)
        lines.add(shown.lines)

    assert sizes == sorted(sizes)
    assert len(lines) == 1 or (photo and not size.upright)


def words_on(size, typesetter, language="en", comfort=USUAL, **keys):
    stage = Stage(size, typesetter, language=language, comfort=comfort)
    return stage, arrange(slide(**keys), stage, {})


def test_columns_come_before_pages(typesetter):
    """On a wide screen, a text that is too long for one column has two, of a comfortable size."""
    text = " ".join(numbered("en", 18))
    stage, arrangement = words_on(WIDE, typesetter, title="Essay", text=text)
    heading, first, second = letters(arrangement)

    assert not arrangement.more
    assert stage.body <= first.paragraph.style.size <= stage.style("lead").size
    assert first.paragraph.style.size == second.paragraph.style.size
    assert first.at.y == second.at.y > heading.rect.bottom
    assert first.rect.right + stage.margin <= second.rect.x
    assert abs(first.paragraph.lines - second.paragraph.lines) <= 1


def test_columns_go_on_to_the_left_in_arabic(typesetter):
    """The first column is where reading begins."""
    text = " ".join(numbered("ar", 26))
    _, arrangement = words_on(WIDE, typesetter, "ar", text={"ar": text})
    first, second = letters(arrangement)

    assert first.paragraph.text.startswith("0 ")
    assert first.rect.x > second.rect.right


def test_an_upright_screen_has_pages_and_no_columns(typesetter):
    """A narrow column is hard to read."""
    _, arrangement = words_on(Size(1080, 1920), typesetter, text=essay("en", 3))

    assert arrangement.more
    assert all(item.rect.x == letters(arrangement)[0].rect.x for item in letters(arrangement))


def test_pages_are_of_about_the_same_height(typesetter):
    """No page has two lines while the others are full."""
    for times in range(12, 40, 3):
        text = " ".join(numbered("en", times))
        _, arrangement = words_on(Size(1080, 1080), typesetter, text=text)
        lines = [sum(item.paragraph.lines for item in on(page)) for page in arrangement.pages]

        assert max(lines) - min(lines) <= 1 + len(lines), (times, lines)


def test_paragraphs_stay_apart(typesetter):
    """An empty line between two paragraphs stays one, wherever the page ends."""
    text = "\n\n".join(" ".join(numbered("en", 4)) for _ in range(8))
    stage, arrangement = words_on(Size(1080, 1920), typesetter, text=text)
    line = round(stage.style("lead").size * stage.style("lead").leading)
    for page in some(arrangement.pages):
        pairs = list(zip(on(page), on(page)[1:], strict=False))
        gaps = [below.at.y - above.at.y - above.paragraph.size.height for above, below in pairs]

        assert all(abs(gap - line) <= 2 for gap in gaps)


def test_a_speaker_stays_with_the_quote(typesetter):
    """Where only the quote fits in a column, its last two lines go on with the speaker's name."""
    stage = Stage(WIDE, typesetter)
    quote = Block(" ".join(numbered("en", 6)), stage.style("lead"))
    speaker = Block("Somebody", stage.style("caption"), gap=1.6, holds="former")
    pieces = pieces_of([quote, speaker], 600, stage)
    (first,), (rest, name) = poured(pieces, pieces[0].height, stage)
    lines = [Piece.of(one, 600, stage).lines for one in (first, rest)]

    assert name == speaker
    assert lines == [pieces[0].lines - 2, 2]


def test_what_joins_a_line_takes_no_room_of_its_own(typesetter):
    """A column that is full with a speaker's name has room for the link beside it."""
    stage = Stage(WIDE, typesetter)
    quote = Block(" ".join(numbered("en", 3)), stage.style("lead"))
    speaker = Block("Somebody", stage.style("caption"), gap=1.6, holds="former")
    link = Block("Read on", stage.style("caption"), gap=0.7, holds="former", joins=True)
    full = sum(piece.height + piece.gap for piece in pieces_of([quote, speaker], 600, stage))
    columns = poured(pieces_of([quote, speaker, link], 600, stage), full, stage)

    assert columns == [[quote, speaker, link]]


def test_italics_go_on_in_the_next_column(typesetter):
    """Marked words are marked in both parts of a divided paragraph, and no others."""
    stage, text = Stage(WIDE, typesetter), " ".join(numbered("en", 8))
    marked = Emphasis(40, len(text) - 40, italic=True)
    pieces = pieces_of([Block(text, stage.style("lead"), emphasis=(marked,))], 600, stage)
    (first,), (rest,) = poured(pieces, 0.6 * pieces[0].height, stage)
    said = [one.text[e.start : e.end] for one in (first, rest) for e in one.emphasis]

    assert joined(said) == joined([text[40 : len(text) - 40]])


def test_a_heading_stays_with_its_text(typesetter):
    """The label of a fact is on the page of its value."""
    for count in range(4, 24):
        known = [{"label": f"L{n}", "value": f"V{n}"} for n in range(count)]
        one = slide(layout="portrait", photo="/0.jpg", title="Somebody", facts=known)
        stage = Stage(Size(1280, 800), typesetter, comfort=Comfort(text_size=5))
        arrangement = arrange(one, stage, {"/0.jpg": facts()})
        for words in map(on, arrangement.pages):
            texts = [item.paragraph.text for item in words]

            assert [one[1:] for one in texts if one[0] == "L"] == [
                one[1:] for one in texts if one[0] == "V"
            ]
    assert len(arrangement.pages) > 1


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("layout", ["single", "matted", "pair", "grid"])
def test_a_long_caption_has_pages(layout, language, size, typesetter):
    """It is never set too small, nor cut off."""
    label = {"caption": {tag: essay(tag, 2) for tag in SAYINGS}}
    count = {"pair": 2, "grid": 4}.get(layout, 1)
    photos = [{"file": f"/{n}.jpg", **label} for n in range(count)]
    keys = {"photos": photos} if count > 1 else {"photo": photos[0]}
    stage = Stage(size, typesetter, language=language)
    arrangement = arrange(
        slide(layout=layout, **keys), stage, {one["file"]: facts(3000, 2000) for one in photos}
    )

    assert Rect.of(size).covers(arrangement.photos[0].window)
    for words in map(on, arrangement.pages):
        for item in some(words):
            assert stage.safe.covers(item.rect, slack=1)
            assert item.paragraph.style.size >= stage.least_type - 0.5


def test_the_sign_grows_with_the_text(size, typesetter):
    """Its number is as large as running text, and its arrows have the colour of links."""
    for text_size in SIZES:
        stage = Stage(size, typesetter, comfort=Comfort(text_size=text_size))
        number, arrow = page_sign(0, 2, stage).items

        assert number.paragraph.style.size == pytest.approx(stage.body, rel=0.06)
        assert arrow.rect.height >= stage.body
        assert arrow.colour == stage.theme.accent


def test_words_that_fit_have_no_sign(typesetter):
    """A slide of one page has all its room, and its words are no smaller for it."""
    stage, arrangement = words_on(WIDE, typesetter, text=" ".join(numbered("en", 3)))

    assert not arrangement.more
    assert letters(arrangement)[0].paragraph.style.size >= stage.style("lead").size
