"""How words are set on slides: measure, widows, quotation marks."""

from functools import cache

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Rect, Size
from kiosk.exhibition.text import LocalisedText
from kiosk.language.quotation_marks import MARKS, OURS, marks
from kiosk.layouts import LAYOUTS, arrange
from kiosk.layouts.parts.blocks import INTERVIEW_LINK
from kiosk.style.comfort import Comfort
from kiosk.style.stage import Stage
from kiosk.style.themes import THEMES
from tests.layouts.test_laws import (
    LANGUAGES,
    LENGTHS,
    SAYINGS,
    SCREENS,
    a_slide,
    arranged,
    letters,
    some,
)
from tests.world import facts, slide

CHARACTERS_MAX = 55
WIDE = Size(1920, 1080)
LANGUAGE_OF_EACH_MARK = {marks(language)[0]: language for language in ("en", *MARKS, *OURS)}


def lines_of(paragraph, typesetter):
    """The text of each line: breaks are greedy, so a beginning is broken like the whole."""
    return _lines_of(paragraph.text, paragraph.style, paragraph.width, typesetter)


@cache
def _lines_of(text, style, width, typesetter):
    ends = [at for at, letter in enumerate(text) if letter in " \n"] + [len(text)]
    if style.language.startswith("zh"):
        ends = list(range(1, len(text) + 1))
    lines = []
    start = 0
    for end in ends:
        number = typesetter._trial(text[:end], style).lines(width)
        while len(lines) < number:
            lines.append("")
        lines[-1] += text[start:end]
        start = end
    return [line.strip() for line in lines]


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
@pytest.mark.parametrize("length", LENGTHS)
class TestLines:
    @pytest.mark.parametrize("layout", LAYOUTS)
    def test_no_line_is_too_long_to_follow(self, layout, length, size, typesetter):
        """No line of any text has over 55 characters."""
        for tag in LANGUAGES:
            _, arrangement = arranged(layout, length, "across", size, tag, typesetter)
            for item in some(letters(arrangement)):
                for line in some(lines_of(item.paragraph, typesetter)):
                    assert len(line) <= CHARACTERS_MAX, (tag, line, item.paragraph.style)

    @pytest.mark.parametrize("layout", [one for one in LAYOUTS if one != "quote"])  # It has none.
    def test_no_widow_ends_a_label(self, layout, length, size, typesetter):
        """The last line of a caption or credit is no short word alone."""
        for tag in LANGUAGES:
            _, arrangement = arranged(layout, length, "upright", size, tag, typesetter)
            said = [item.paragraph for item in letters(arrangement)]
            for label in some(one for one in said if one.text == SAYINGS[tag].strip()):
                *before, last = lines_of(label, typesetter)
                longest = max((len(line) for line in before), default=0)
                enough = 0.25 if " " in last else 0.4
                least = 3 if tag.startswith("zh") else enough * longest
                assert len(last) >= least, (tag, before, last)


@pytest.mark.parametrize("language", ["en", "fr", "kk", "ar"])
@pytest.mark.parametrize("layout", ["single", "matted", "pair"])
def test_captions_are_of_even_lines(layout, language, typesetter):
    """Of a caption of two lines none is much shorter than the other."""
    label = {tag: f"{text[:52].rpartition(' ')[0]} so." for tag, text in SAYINGS.items()}
    photos = [{"file": f"/{n}.jpg", "caption": label} for n in range(2)]
    several = {"photos": photos} if layout == "pair" else {"photo": photos[0]}
    stage = Stage(Size(1024, 1400), typesetter, language=language)
    known = {one["file"]: facts(1000, 4000) for one in photos}
    for item in some(letters(arrange(slide(layout=layout, **several), stage, known))):
        lengths = [len(line) for line in lines_of(item.paragraph, typesetter)]

        assert min(lengths) > 0.6 * max(lengths)


def quoted(text, stage, language="en", layout="quote", **more):
    """The paragraphs of a slide with a quote, marks and words apart."""
    photo = {"photo": "/0.jpg"} if layout == "beside" else {}
    one = slide(layout=layout, quote={"text": text, "language": language, **more}, **photo)
    shown = letters(arrange(one, stage, {"/0.jpg": facts()}))
    return [item for item in shown if item.name != INTERVIEW_LINK]


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", "“Words”"),
        ("fr", "«\u202fWords\u202f»"),
        ("fr-CA", "«\u202fWords\u202f»"),
        ("de", "„Words“"),
        ("de-CH", "«Words»"),
        ("kk", "«Words»"),
        ("zh", "“Words”"),
        ("zh-Hans-SG", "“Words”"),
        ("zh-Hant-HK", "「Words」"),
        ("zh-TW", "「Words」"),
        ("tlh", "“Words”"),
    ],
)
def test_quotes_stand_in_the_marks_of_their_language(language, wanted, typesetter):
    """Whatever language the visitor reads, words are marked as the one they are in marks them."""
    text, mark = quoted("Words", Stage(WIDE, typesetter), language)

    assert mark.paragraph.text + text.paragraph.text == wanted


def test_a_translation_stands_in_its_own_marks(typesetter):
    """An English quote in English marks, its translation in French ones."""
    stage = Stage(WIDE, typesetter, language="fr")
    shown = quoted("Words", stage, translation={"fr": "Des mots"})

    texts = [item.paragraph.text for item in shown]
    assert texts == ["Des mots\u202f»", "«\u202f", "Words”", "“"]


@pytest.mark.parametrize("written", ["“Words”", "«Words»", "„Words“", "「Words」", '"Words"'])
def test_marks_that_a_curator_wrote_are_kept(written, typesetter):
    """Nothing is marked twice, and the curator's choice stands."""
    text, mark = quoted(written, Stage(WIDE, typesetter))

    assert mark.paragraph.text + text.paragraph.text == written


def test_words_are_not_changed(typesetter):
    """Marks within become single ones inside double ones; every letter stays."""
    said = "“Who?” he said. “I – or […] me?”"
    text, mark = quoted(said, Stage(WIDE, typesetter))

    assert mark.paragraph.text == "“"
    assert text.paragraph.text == "‘Who?’ he said. ‘I – or […] me?’”"


@pytest.mark.parametrize("layout", ["quote", "beside", "text"])
@pytest.mark.parametrize("language", LANGUAGE_OF_EACH_MARK.values())
def test_the_opening_mark_hangs(layout, language, typesetter):
    """The mark stands out of the edge that the lines begin at, close by."""
    stage = Stage(WIDE, typesetter, language=language)
    text, mark = quoted("Words that somebody spoke " * 3, stage, language, layout)
    line, sign = text.rect, mark.rect

    gap = sign.x - line.right if stage.mirrored else line.x - sign.right
    assert -1 <= gap <= 0.3 * text.paragraph.style.size
    assert sign.y == line.y


def test_in_a_page_read_from_the_right_an_english_mark_stands_before_the_words(typesetter):
    """Where the lines' beginnings are ragged nothing hangs: the mark is part of the first line."""
    text, *rest = quoted("Words", Stage(WIDE, typesetter, language="ar"))

    assert text.paragraph.text == "“Words”"
    assert rest == []


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
@pytest.mark.parametrize("layout", ["quote", "beside"])
def test_a_translation_is_about_as_wide_as_its_quote(layout, size, typesetter):
    """Both are read as one: the visitor's language comes first, and nothing is in italics."""
    stage = Stage(size, typesetter, language="fr")
    said = {tag: SAYINGS[tag].strip() * 2 for tag in ("en", "fr")}
    shown = quoted(said["en"], stage, layout=layout, translation={"fr": said["fr"]})
    translation, _, spoken, _ = shown
    styles = [translation.paragraph.style, spoken.paragraph.style]

    assert [style.language for style in styles] == ["fr", "en"]
    # Both have lines of as many letters at most, which are smaller in the second one.
    assert 0.55 < spoken.rect.width / translation.rect.width < 1.4
    assert not any(style.italic for style in styles)
    assert styles[1].size >= 1.05 * stage.body * 0.74
    assert styles[1].size < styles[0].size
    if layout == "quote" and size.width > 1.2 * size.height:
        lower = styles[0].size - styles[1].size
        assert translation.rect.right < spoken.rect.x
        assert spoken.rect.y - translation.rect.y == pytest.approx(lower, abs=1)
    else:
        assert translation.rect.bottom < spoken.rect.y


@pytest.mark.parametrize("text_size", [2, 5])
@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
def test_words_beside_their_translation_have_long_lines(size, text_size, typesetter):
    """Else they are below it; and a quote that fits on one page has few pages in large letters."""
    stage = Stage(size, typesetter, language="fr", comfort=Comfort(text_size=text_size))
    said = {tag: SAYINGS[tag].strip() * 2 for tag in ("en", "fr")}
    quote = {"text": said["en"], "translation": {"fr": said["fr"]}}
    one = slide(layout="quote", quote=quote)
    arrangement = arrange(one, stage, {})
    pages = (letters(arrangement.on_page(n)) for n in range(len(arrangement.pages)))
    words = [item for page in pages for item in page if item.name == "quote"]

    assert len(arrangement.pages) <= (1 if text_size == 2 else 4)
    for item in words:
        is_below = all(abs(item.at.x - other.at.x) < stage.margin for other in words)
        assert is_below or item.paragraph.width >= 12 * item.paragraph.style.size
        assert not item.paragraph.breaks


def test_words_of_another_direction_begin_at_their_own_edge(typesetter):
    stage = Stage(WIDE, typesetter, language="ar")
    said = {tag: SAYINGS[tag].strip() * 2 for tag in ("en", "ar")}
    shown = quoted(said["en"], stage, translation={"ar": said["ar"]})
    own, mark = [item for item in shown if item.paragraph.style.language == "en"][:2]

    assert own.paragraph.style.side == "left"
    assert mark.rect.right <= own.rect.x
    assert mark.rect.y == own.rect.y
    assert own.rect.right < shown[0].rect.x


@pytest.mark.parametrize("layout", ["quote", "beside", "text"])
@pytest.mark.parametrize("times", [1, 6])
def test_who_speaks_is_in_letters_of_one_size(layout, times, typesetter):
    stage = Stage(WIDE, typesetter)
    shown = quoted("Words that are said. " * times, stage, layout=layout, speaker="A Voice")
    sizes = [one.paragraph.style.size for one in shown if one.paragraph.text == "A Voice"]

    assert sizes == [stage.style("body").size]


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
@pytest.mark.parametrize("layout", ["beside", "matted", "pair", "grid"])
def test_a_text_and_the_quote_after_it_have_one_face(layout, size, typesetter):
    """That of a page of text; the quote is larger, and who speaks is smaller."""
    several = layout in ("pair", "grid")
    photos = {"photos": ["/0.jpg", "/1.jpg"]} if several else {"photo": "/0.jpg"}
    quote = {"text": "A quote", "speaker": "A Voice"}
    one = slide(layout=layout, text="A text", quote=quote, **photos)
    stage = Stage(size, typesetter)
    shown = letters(arrange(one, stage, {f"/{n}.jpg": facts() for n in range(2)}))
    styles = {item.paragraph.text.strip("”"): item.paragraph.style for item in shown}
    text, said, speaker = (styles[words] for words in ("A text", "A quote", "A Voice"))

    assert text.face == said.face == stage.style("lead").face
    assert said.size / text.size == pytest.approx(1.3, abs=0.02)
    assert speaker.size < text.size


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size.width}x{size.height}")
def test_a_fact_is_next_to_its_label(size, typesetter):
    """A visitor sees at once which label a fact has: the next one is about twice as far."""
    known = [{"label": f"Label {n}", "value": f"Fact {n}"} for n in range(3)]
    one = slide(layout="portrait", photo="/0.jpg", title="A name", facts=known)
    shown = letters(arrange(one, Stage(size, typesetter), {"/0.jpg": facts()}))
    tops = {item.paragraph.text: item.rect.y for item in shown}

    for n in range(2):
        near = tops[f"Fact {n}"] - tops[f"Label {n}"]
        assert tops[f"Label {n + 1}"] - tops[f"Fact {n}"] >= 1.9 * near


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("layout", ["quote", "beside", "text", "matted"])
def test_the_link_to_the_interview_is_no_name(layout, theme, typesetter):
    """What can be touched has the theme's accent, and stands apart from what cannot.

    It is on the line of the name, an em away, or below all names, further than they are.
    """
    one = a_slide("quote" if layout == "matted" else layout, 1)
    words = {"text": "Words", "speaker": "A Voice", "translation": {"fr": "Mots"}}
    quote = slide(quote={**words, "translated_by": "A translator"}).quote
    stage = Stage(WIDE, typesetter, theme=THEMES[theme], language="fr")
    arrangement = arrange(
        replace(one, layout=layout, quote=quote), stage, {p.file: facts() for p in one.all_photos}
    )
    shown = {one.name or one.paragraph.text: one for one in letters(arrangement)}
    name, note, link = (shown[one] for one in ("A Voice", "A translator", INTERVIEW_LINK))

    assert link.paragraph.style.colour == stage.theme.accent
    assert name.paragraph.style.colour == note.paragraph.style.colour == stage.theme.quiet
    is_beside = link.rect.x - name.rect.right >= name.paragraph.style.size
    is_below = link.rect.y - note.rect.bottom > note.rect.y - name.rect.bottom
    assert is_beside or is_below


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_is_ever_cut(layout, typesetter):
    """A text of a thousand words goes on beyond its page rather than beyond the screen."""
    one = a_slide(layout, 1, photos=4)
    one = replace(one, text=LocalisedText((("", SAYINGS["en"] * 66),)))
    arrangement = arrange(one, Stage(WIDE, typesetter), {p.file: facts() for p in one.all_photos})

    screen = Rect.of(WIDE)
    pages = [arrangement.on_page(number) for number in range(len(arrangement.pages))]
    assert all(screen.covers(item.rect) for page in pages for item in some(letters(page)))
