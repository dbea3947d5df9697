"""Text as it is set: balanced, in both directions, with letters from several fonts."""

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Size
from kiosk.display.text.fonts import _file
from kiosk.style.stage import TYPES, Stage
from kiosk.types.emphasis import Emphasis

WIDE = Size(1920, 1080)

SAYING = "The light falls on the table in the morning, and nobody has touched the cup yet."
ARABIC = "يسقط الضوء على الطاولة في الصباح ولم يلمس أحد الفنجان بعد"

FRENCH = "Quoi ? 24 mm, dit-il : « Rien – ou 9 % » ; et le soleil se lève sur la table."


@pytest.fixture
def stage(typesetter):
    return Stage(Size(1920, 1080), typesetter)


def rows_with_ink(typesetter, paragraph):
    data, width, height, margin = typesetter.rasterise(paragraph)
    opacity = data[3::4]
    rows = (opacity[y * width : (y + 1) * width] for y in range(height))
    return [[x - margin for x, ink in enumerate(row) if ink] for row in rows]


def shortest_line(typesetter, paragraph):
    """Length of the shortest line, as a share of the longest."""
    rows = rows_with_ink(typesetter, paragraph)
    line = len(rows) / paragraph.lines
    ends = [
        max(max(row, default=0) for row in rows[int(n * line) : int((n + 1) * line)])
        for n in range(paragraph.lines)
    ]
    return min(ends) / max(ends)


def test_balanced_lines_are_of_about_one_length(typesetter, stage):
    """A balanced quote has as many lines as before, none much shorter than the longest."""
    style = stage.style("quote")
    loose = typesetter.typeset(SAYING, style, 1800)
    balanced = typesetter.typeset(SAYING, style, 1800, balanced=True)

    assert balanced.lines == loose.lines == 2
    assert shortest_line(typesetter, loose) < 0.6
    assert shortest_line(typesetter, balanced) > 0.8


@pytest.mark.parametrize("balanced", [True, False])
def test_two_chinese_letters_on_two_lines(balanced, typesetter, stage):
    """However short a text is, it is set."""
    style = stage.style("quote", language="zh-TW")

    assert typesetter.typeset("早晨", style, 1.2 * style.size, balanced=balanced).lines == 2


def test_no_letter_leaves_the_width(typesetter, stage):
    """However narrow, lines are broken so that they fit."""
    for width in (90, 200, 333, 800):
        paragraph = typesetter.typeset(SAYING, stage.style("body"), width)
        ink = [x for row in rows_with_ink(typesetter, paragraph) for x in row]

        assert paragraph.size.width <= width
        assert min(ink) >= -3
        assert max(ink) <= width + 3


@pytest.mark.parametrize(("language", "said"), [("en", SAYING), ("ar", ARABIC), ("fr", FRENCH)])
def test_lines_end_where_they_are_drawn_to_end(typesetter, language, said):
    """A beginning of a text up to the end of a line has as many lines as before that end."""
    style = Stage(Size(1920, 1080), typesetter, language=language).style("lead")
    text = " ".join([said] * 12)
    for width in (200, 333, 800):
        ends = typesetter.line_ends(text, style, width)
        beginnings = [typesetter.typeset(text[:end].rstrip(), style, width) for end in ends]

        assert ends[-1] == len(text)
        assert [one.lines for one in beginnings] == list(range(1, len(ends) + 1))


def test_no_line_ends_within_a_word(typesetter, stage):
    """A word too long for a line is not divided among pages."""
    ends = typesetter.line_ends("A Donaudampfschifffahrtsgesellschaft B", stage.style("lead"), 90)

    assert set(ends) == {2, 37, 38}
    assert len(ends) > 4


def test_no_line_of_characters_begins_with_a_closing_mark(typesetter):
    """A text in Chinese ends its lines between any two characters, but not before marks."""
    style = Stage(Size(1920, 1080), typesetter, language="zh").style("lead")
    text = "早晨的光，落在桌子上。还没有人「碰过」那只杯子。" * 9
    ends = typesetter.line_ends(text, style, 240)

    assert len(ends) > 3
    assert not {text[end] for end in ends[:-1]} & set("，。」")
    assert not {text[end - 1] for end in ends} & set("「")


def test_two_characters_may_have_two_lines(typesetter):
    """As in the label of a narrow photo; nothing is left that could join the last line."""
    style = Stage(Size(1920, 1080), typesetter, language="zh-TW").style("caption")
    paragraph = typesetter.typeset("桌子", style, 1.5 * style.size, balanced=True)

    assert paragraph.lines == 2


def test_right_to_left_text_begins_on_the_right(typesetter):
    """Arabic stands at the right edge; the last, short line ends far from the left one."""
    style = Stage(Size(1920, 1080), typesetter, language="ar").style("body")
    paragraph = typesetter.typeset(ARABIC, style, 500)
    ink = [x for row in rows_with_ink(typesetter, paragraph) for x in row]

    assert paragraph.lines >= 2
    assert paragraph.indent == pytest.approx(500 - paragraph.size.width)
    assert max(ink) >= 495


@pytest.mark.parametrize("face", ["body", "lead"])
@pytest.mark.parametrize("italic", [False, True])
@pytest.mark.parametrize(
    "text", ["Ürümqi", "Алматы, Қазақстан: ә ғ қ ң ө ұ ү һ і", "ئۈرۈمچى", "L’été"]
)
def test_the_packaged_fonts_have_the_letters(typesetter, stage, face, italic, text):
    """Latin, Kazakh and Uyghur are drawn on every machine alike."""
    assert typesetter.missing(text, stage.style(face, italic=italic)) == ""


def test_missing_letters_are_known(typesetter, stage):
    """A letter that no font has is named; the paragraph is set all the same."""
    nowhere = "\U000e0fff"
    paragraph = typesetter.typeset(f"a{nowhere}", stage.style("body"), 300)

    assert paragraph.size.width > 0
    assert typesetter.missing("abc", stage.style("body")) == ""


def test_large_type_is_drawn_for_its_size(typesetter, stage):
    """Literata has finer strokes at display sizes: the faces are not one blown up."""
    small, large = (stage.style(role) for role in ("lead", "display"))
    assert small.size < large.size
    ratio = large.size / small.size
    widths = [typesetter.typeset("handgloves", style, 2000).size.width for style in (small, large)]

    assert widths[1] / widths[0] < 0.99 * ratio


def test_lines_keep_their_height_whatever_the_script(typesetter, stage):
    """A word in another script does not push the lines apart."""
    style = stage.style("body")
    plain = typesetter.typeset("One line of words", style, 2000)
    mixed = typesetter.typeset("One ئۈرۈمچى line", style, 2000)

    assert plain.size.height == mixed.size.height


def test_no_short_word_stands_alone_on_the_last_line(typesetter, stage):
    """A text whose last word would stand alone is set a little narrower, in as many lines."""
    style = stage.style("body")
    words = SAYING.removesuffix(" yet.") + " so."
    last = typesetter.typeset(words.rpartition(" ")[0], style, 4000).size.width
    paragraph = typesetter.typeset(words, style, last / 2 + 40)

    assert paragraph.lines == 3 or shortest_line(typesetter, paragraph) > 0.3


@pytest.mark.parametrize("width", range(260, 700, 40))
def test_lines_end_well_at_every_width(typesetter, stage, width):
    """Wherever the lines of a caption fall, the last one is not left with next to nothing."""
    paragraph = typesetter.typeset(SAYING, stage.style("caption"), width)

    assert shortest_line(typesetter, paragraph) > 0.2


def test_compounds_are_not_broken(typesetter, stage):
    """A hyphen that a writer wrote ends no line, and it is drawn as any other."""
    style = stage.style("body")
    first = typesetter.typeset("Words suis-", style, 2000).size.width
    paragraph = typesetter.typeset("Words suis-je", style, first + 2)
    plain = typesetter.typeset("suis-je", style, 2000)
    *_, last = [row for row in rows_with_ink(typesetter, paragraph)[-int(style.size) :] if row]

    assert paragraph.lines == 2
    assert plain.size.width < typesetter.typeset("suis--je", style, 2000).size.width
    assert max(last) > 0.6 * plain.size.width


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A stone of 24| mm that lay on the wall"),
        ("kk", "Оқуға 2| мин керек болады, одан артық емес"),
        ("en", "They were 10| 000 stones on the wall"),
        ("en", "From 1950–|1960 nobody came here at all"),
        ("en", "And the words| – as they were spoken here"),
        ("kk", "Мұндағы тас| — тау тасы, оны көтеріп әкелген"),
        ("en", "And the words|—as they were spoken here"),
        ("fr", "Il disait «| oui » à tout le monde ici"),
        ("fr", "Il disait « oui| » à tout le monde ici"),
    ],
)
def test_what_belongs_together_is_not_parted(typesetter, language, text):
    """No line ends between a number and its unit, within a range, or before a dash."""
    style = Stage(WIDE, typesetter, language=language).style("body")
    before, after = text.split("|")
    room = typesetter.typeset(before, style, 4000).size.width
    paragraph = typesetter.typeset(before + after, style, room + 1)
    line = round(paragraph.size.height / paragraph.lines)
    first = max(max(row) for row in rows_with_ink(typesetter, paragraph)[:line] if row)

    assert paragraph.lines > 2
    assert first < room - 0.3 * style.size


def test_only_french_marks_stand_apart(typesetter):
    """French marks have a narrow space before them; what stands in other languages stays."""
    french, spanish = (
        typesetter.typeset("Quoi ?", Stage(WIDE, typesetter, language=tag).style("body"), 999)
        for tag in ("fr", "es")
    )

    assert french.size.width < spanish.size.width
    assert french.text == spanish.text


@pytest.mark.parametrize("italic", [False, True])
def test_figures_that_count_are_of_one_width(typesetter, stage, italic):
    """A number that changes in its place does not make the others move."""
    style = stage.style("caption", italic=italic)
    widths = {typesetter.typeset(figure * 8, style, 4000).size.width for figure in "0123456789"}

    assert len(widths) == 1


def test_no_word_is_hyphenated(typesetter, stage):
    """Too long a word goes to the next line as a whole, in quotes as elsewhere."""
    for role, italic in (("quote", False), ("heading", True), ("body", False)):
        style = stage.style(role, italic=italic)
        word = typesetter.typeset("remembering", style, 4000)
        paragraph = typesetter.typeset("of remembering", style, word.size.width + 2)
        rows = [row for row in rows_with_ink(typesetter, paragraph)[-round(style.size) :] if row]

        assert paragraph.lines == 2
        assert paragraph.size.width == pytest.approx(word.size.width, abs=2)
        assert max(map(max, rows)) > 0.9 * word.size.width


@pytest.mark.parametrize("role", TYPES)
def test_what_is_drawn_is_what_was_laid_out(typesetter, stage, role):
    """At every size, as many lines are drawn as were reckoned, equally far apart, of that width."""
    every = len(TYPES)  # So that each half pixel is the size of one of the roles.
    for half_px in range(20 + list(TYPES).index(role), 200, every):
        style = replace(stage.style(role), size=half_px / 2)
        width = round(style.size * (9 + half_px % 23 + 0.37))
        paragraph = typesetter.typeset(SAYING, style, width, balanced=half_px % 2 > 0)
        rows = rows_with_ink(typesetter, paragraph)
        margin, line = typesetter.extent(paragraph)[1], paragraph.size.height // paragraph.lines
        middles = [margin + round((n + 0.55) * line) for n in range(paragraph.lines + 1)]

        assert paragraph.size.height == line * paragraph.lines
        assert [bool(rows[y]) if y < len(rows) else False for y in middles][-2:] == [True, False]
        assert paragraph.size.width == pytest.approx(
            max(map(max, filter(None, rows))), abs=2 + 0.12 * style.size
        )


CHINESE = "乌鲁木齐"


@pytest.fixture
def _has_chinese(typesetter, stage):
    if typesetter.missing(CHINESE, stage.style("body")):
        pytest.skip("this machine has no font with Chinese characters: apt install fonts-noto-cjk")


def ink_rows(typesetter, text, style, columns=None):
    """First and last row with ink, of the whole or of some columns from the left."""
    rows = rows_with_ink(typesetter, typesetter.typeset(text, style, 3000))
    inked = [y for y, row in enumerate(rows) if any(columns is None or x < columns for x in row)]
    return inked[0], inked[-1]


@pytest.mark.usefixtures("_has_chinese")
@pytest.mark.parametrize("role", ["body", "quote"])
@pytest.mark.parametrize("other", [f"ئۈرۈمچى {CHINESE}", "Алматы", CHINESE])
def test_scripts_share_a_baseline(typesetter, stage, role, other):
    """Letters stand where they stood, whatever script follows them in the line."""
    style = stage.style(role)
    width = typesetter.typeset("Hx", style, 3000).size.width
    alone = ink_rows(typesetter, "Hx", style)

    assert ink_rows(typesetter, f"Hx {other}", style, columns=width) == alone


@pytest.mark.usefixtures("_has_chinese")
@pytest.mark.parametrize("role", ["body", "quote"])
def test_scripts_are_of_matched_sizes(typesetter, stage, role):
    """Among letters, Chinese characters are no giants: hardly taller than a capital and a tail."""
    style = stage.style(role)
    top, bottom = ink_rows(typesetter, "Üg", style)
    first, last = ink_rows(typesetter, f"{CHINESE}", style)

    assert 0.7 < (last - first) / (bottom - top) < 1.0


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", SAYING, "in the morning, and nobody"),
        ("en", "A well-known light, a well-known table, well-known cups", "table, well-known"),
        ("ar", ARABIC, "الطاولة في الصباح ولم"),
        ("zh", "早晨的光落在桌子上，还没有人碰过那只杯子。", "还没有人"),
    ],
)
def test_words_are_found_where_they_are_drawn(typesetter, language, text, words):
    """The places of some words hold their ink, and that of the others is outside of them."""
    style = Stage(Size(1920, 1080), typesetter, language=language).style("lead")
    if typesetter.missing(text, style):
        pytest.skip("this machine has no font with these letters")
    paragraph = typesetter.typeset(text, style, 420)
    start, end = text.index(words), text.index(words) + len(words)
    inside = typesetter.places(paragraph, start, end)
    outside = typesetter.places(paragraph, 0, start) + typesetter.places(paragraph, end, len(text))
    line = paragraph.size.height / paragraph.lines
    ink = [(x, y) for y, row in enumerate(rows_with_ink(typesetter, paragraph)) for x in row]
    margin = typesetter.extent(paragraph)[1]
    middles = {(x, (y - margin) // line) for x, y in ink if 0.4 < (y - margin) / line % 1 < 0.6}

    def holds(places, x, number, slack=0):
        on_line = [one for one in places if one.y // line == number]
        return any(one.x - slack <= x < one.right + slack for one in on_line)

    assert len({one.y for one in inside}) > 1 or len(words) < 10
    for x, number in middles:
        assert holds(inside, x, number, slack=2) or holds(outside, x, number, slack=2), (x, number)
    assert not any(one.inset(1, 0).overlaps(other) for one in inside for other in outside)
    share = sum(holds(inside, x, number) for x, number in middles) / len(middles)
    assert share == pytest.approx(len(words) / len(text), rel=0.5)  # How dark letters are varies.


def drawn(typesetter, text, style, *emphasis):
    return typesetter.rasterise(typesetter.typeset(text, style, 2000, emphasis=emphasis))


@pytest.mark.parametrize("role", ["caption", "lead"])
@pytest.mark.parametrize("text", ["Boats, 2016", "Қайық, 2016", "Βάρκες, 2016"])
def test_emphasis_is_in_the_real_faces(typesetter, stage, role, text):
    """Italic and bold words are those of the packaged fonts, and not slanted or thickened ones."""
    style = stage.style(role)
    whole = len(text)

    for changed in ({"italic": True}, {"bold": True}, {"italic": True, "bold": True}):
        face = drawn(typesetter, text, replace(style, **changed))

        assert drawn(typesetter, text, style, Emphasis(0, whole, **changed)) == face
        assert face != drawn(typesetter, text, style)


def test_emphasis_in_italics_is_upright(typesetter, stage):
    """Among italic words, those that are marked as italic are upright."""
    style = stage.style("caption", italic=True)
    upright = drawn(typesetter, "Le Monde", stage.style("caption"))

    assert drawn(typesetter, "Le Monde", style, Emphasis(0, 8, italic=True)) == upright


def test_only_marked_words_are_emphasised(typesetter, stage):
    """The words before those that are marked are drawn as they were."""
    style = stage.style("body")
    place = typesetter.typeset("One boat and ", style, 2000).size.width
    plain, marked = (
        rows_with_ink(
            typesetter, typesetter.typeset("One boat and two", style, 2000, emphasis=emphasis)
        )
        for emphasis in ((), (Emphasis(13, 16, bold=True),))
    )

    assert [[x for x in row if x < place] for row in plain] == [
        [x for x in row if x < place] for row in marked
    ]
    assert plain != marked


def test_arabic_is_never_slanted(typesetter):
    """A script without italics has bold words instead; Latin words among them are italic."""
    style = Stage(Size(1920, 1080), typesetter, language="ar").style("body")
    whole = Emphasis(0, len(ARABIC), italic=True)
    bold = drawn(typesetter, ARABIC, style, replace(whole, italic=False, bold=True))
    latin = f"{ARABIC} Las Meninas"
    both = (
        Emphasis(0, len(ARABIC), bold=True),
        Emphasis(len(ARABIC), len(latin), italic=True),
    )

    assert drawn(typesetter, ARABIC, style, whole) == bold
    assert bold != drawn(typesetter, ARABIC, style)
    assert drawn(typesetter, latin, style, replace(whole, end=len(latin))) == drawn(
        typesetter, latin, style, *both
    )


def test_a_curators_own_font_is_slanted(typesetter, stage):
    """If a curator names a font and none for italics, its own letters are slanted and thickened."""
    own = str(_file("fontpkg_literata", "Literata[opsz,wght].ttf"))
    italic = str(_file("fontpkg_literata", "Literata-Italic[opsz,wght].ttf"))
    style = replace(stage.style("body"), font=own, other_font=own)
    plain = drawn(typesetter, "Boats", style)
    slanted = drawn(typesetter, "Boats", style, Emphasis(0, 5, italic=True))
    other = drawn(
        typesetter, "Boats", replace(style, other_font=italic), Emphasis(0, 5, italic=True)
    )

    assert (
        len({plain, slanted, other, drawn(typesetter, "Boats", style, Emphasis(0, 5, bold=True))})
        == 4
    )
    assert other == drawn(typesetter, "Boats", replace(style, font=italic))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_emphasised_words_are_found_where_they_are_drawn(typesetter, language):
    """The places of marked words hold all their ink: as much as the words have alone."""
    style = Stage(Size(1920, 1080), typesetter, language=language).style("lead")
    text = "One boat – and 24 mm – two" if language == "en" else ARABIC
    start = len(text) - 3
    paragraph = typesetter.typeset(
        text, style, 2000, emphasis=(Emphasis(start, len(text), bold=True),)
    )
    (place,) = typesetter.places(paragraph, start, len(text))
    alone = typesetter.typeset(text[start:], replace(style, bold=True), 2000).size.width

    assert place.width == pytest.approx(alone, abs=6)


def test_a_text_in_bands_is_the_text(typesetter, stage):
    """Drawn piece by piece, a tall paragraph is pixel for pixel what it is as a whole."""
    paragraph = typesetter.typeset(SAYING * 4, stage.style("lead"), 500)
    height, _ = typesetter.extent(paragraph)
    pieces = [typesetter.rasterise(paragraph, top, 100)[0] for top in range(0, height, 100)]

    assert height > 300
    assert b"".join(pieces) == typesetter.rasterise(paragraph)[0]
