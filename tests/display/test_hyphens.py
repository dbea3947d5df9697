"""Lines end within a word only where they may or must, and with a hyphen."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Size
from kiosk.display.text.prepared import prepared, prepared_places
from kiosk.style.stage import Stage
from kiosk.types.emphasis import Emphasis

SHY = "\u00ad"
LONG = "Donaudampfschifffahrtsgesellschaftskapitän"


@pytest.fixture
def style(typesetter):
    return replace(Stage(Size(1920, 1080), typesetter, language="de").style("body"), size=40)


@pytest.fixture
def width_of(typesetter, style):
    return lambda text: typesetter.typeset(text, style, 9000).size.width


def drawn(typesetter, paragraph):
    return typesetter.rasterise(paragraph)[0]


def as_lines(paragraph):
    """The lines of a text that ends them only within words."""
    parts, at = [], 0
    for end in (*paragraph.breaks, len(paragraph.text)):
        parts.append(paragraph.text[at:end].replace(SHY, ""))
        at = end
    return parts


def test_a_soft_hyphen_is_not_seen_within_a_line(typesetter, style):
    """A word with soft hyphens that fits is drawn like the word without them."""
    soft, plain = (
        typesetter.typeset(text, style, 900)
        for text in (f"Eine Foto{SHY}aus{SHY}stellung", "Eine Fotoausstellung")
    )

    assert drawn(typesetter, soft) == drawn(typesetter, plain)


def test_a_soft_hyphen_is_drawn_where_the_line_ends(typesetter, style, width_of):
    """It is drawn at the last place that fits with its hyphen."""
    room = width_of("Eine Fotoaus-") + 1
    soft = typesetter.typeset(f"Eine Foto{SHY}aus{SHY}stellung", style, room)
    written = typesetter.typeset("Eine Fotoaus-\nstellung", style, room)
    narrower = typesetter.typeset(f"Eine Foto{SHY}aus{SHY}stellung", style, room - 4)

    assert drawn(typesetter, soft) == drawn(typesetter, written)
    assert as_lines(narrower) == ["Eine Foto", "ausstellung"]


def test_a_soft_hyphen_that_does_not_fit_is_no_place_for_a_break(typesetter, style, width_of):
    """Where the line has no room for the hyphen, it ends before the word."""
    room = width_of("Eine kleine neue Foto") + 1
    soft, plain = (
        typesetter.typeset(f"Eine kleine neue Foto{sign}ausstellung", style, room)
        for sign in (SHY, "")
    )

    assert soft.breaks == ()
    assert drawn(typesetter, soft) == drawn(typesetter, plain)


@pytest.mark.parametrize("language", ["de", "ar"])
def test_a_hyphen_is_on_the_right_of_a_latin_word(typesetter, style, language):
    """It is there even if the lines run from the right: at the edge is a flat sign."""
    style = replace(style, language=language)
    paragraph = typesetter.typeset(f"Foto{SHY}ausstellung", style, 240)
    pixels, width, _, _ = typesetter.rasterise(paragraph, rows_max=70)
    inked = [divmod(at // 4, width) for at in range(3, len(pixels), 4) if pixels[at] > 100]
    edge = max(column for _, column in inked)
    rows = {row for row, column in inked if column > edge - 4}

    assert paragraph.breaks == (5,)
    assert max(rows) - min(rows) < 8


@pytest.mark.parametrize("language", ["de", "ar"])
def test_a_word_that_is_longer_than_a_line(typesetter, style, width_of, language):
    """It begins a line, and breaks with a hyphen after the last letter that fits."""
    style = replace(style, language=language)
    paragraph = typesetter.typeset(f"Der {LONG} kommt", style, 400)
    first, *others = as_lines(paragraph)
    pieces = [first.removeprefix("Der "), *others]

    assert paragraph.lines == 1 + len(pieces)
    for piece, rest in zip(pieces, others, strict=False):
        assert width_of(f"{piece}-") <= 400
        assert width_of(f"{piece}{rest[0]}-") > 400 or len(rest.removesuffix(" kommt")) <= 3
    assert "".join(pieces) == f"{LONG} kommt"


def test_a_compound_breaks_after_its_own_hyphens_first(typesetter, style):
    """A hyphen that is there is not written twice."""
    text = "Donaudampf-Schifffahrts-Gesellschaft"
    paragraph = typesetter.typeset(text, style, 420)
    written = typesetter.typeset("Donaudampf-\nSchifffahrts-\nGesellschaft", style, 420)

    assert as_lines(paragraph) == ["Donaudampf-", "Schifffahrts-", "Gesellschaft"]
    assert drawn(typesetter, paragraph) == drawn(typesetter, written)


@pytest.mark.parametrize(
    "text",
    [
        "averylongnameofamuseum@anna.example",
        "1234567890123456789012345678901234",
        "早晨的光落在桌子上還沒有人碰過那只杯子早晨的光落在桌子上",
        "يسقطالضوءعلىالطاولةفيالصباحولميلمسأحدالفنجان",
    ],
)
def test_no_hyphen_changes_an_address_or_another_script(typesetter, style, text):
    """Where a hyphen would be a mistake, lines end without one."""
    paragraph = typesetter.typeset(text, style, 300)

    assert paragraph.lines > 1
    assert paragraph.breaks == ()


def test_an_address_breaks_after_its_slashes(typesetter, style):
    """A long address of a web page is broken between its parts, and no sign is added."""
    text = "https://www.example.org/exhibitions/photographs/2026"
    paragraph = typesetter.typeset(text, style, 420)

    assert len(as_lines(paragraph)) > 1
    assert all(part.endswith("/") for part in as_lines(paragraph)[:-1])


@pytest.mark.parametrize("text", [f"{LONG} gestern", f"Am {LONG} war es gestern"])
def test_lines_of_one_length_break_no_word_that_fits(typesetter, style, width_of, text):
    """To make lines of one length, none becomes narrower than the longest word."""
    room = width_of(LONG) + 30
    paragraph = typesetter.typeset(text, style, room, balanced=True)

    assert paragraph.breaks == ()
    assert paragraph.width >= width_of(LONG)


def test_no_line_is_wider_than_its_room(typesetter, style):
    """A text in which every word may be broken fills its lines and leaves none."""
    words = [f"Foto{SHY}aus{SHY}stel{SHY}lung", f"Ber{SHY}lin", "und", f"wie{SHY}der"] * 12
    text = " ".join(words)

    bold = typesetter.typeset(text, replace(style, bold=True), 500)
    marked = typesetter.typeset(text, style, 500, emphasis=(Emphasis(0, len(text), bold=True),))

    assert (marked.lines, marked.breaks) == (bold.lines, bold.breaks)
    for paragraph in (typesetter.typeset(text, style, 500), marked):
        data, row, _, margin = typesetter.rasterise(paragraph)
        ink = [at // 4 % row - margin for at in range(3, len(data), 4) if data[at]]

        assert len(paragraph.breaks) > 3
        assert max(ink) <= 500
        assert paragraph.size.width > 450


def test_words_are_found_after_a_break(typesetter, style):
    """The place of words is the same, whether breaks are found or written."""
    found = typesetter.typeset(f"Der {LONG} kommt", style, 400)
    written = re.sub("\n", "-\n", "\n".join(as_lines(found)))
    by_hand = typesetter.typeset(written, style, 400)
    start, end = (text.index("kommt") for text in (found.text, written))

    assert typesetter.places(found, start, start + 5) == typesetter.places(by_hand, end, end + 5)


@pytest.mark.parametrize("language", ["de", "ar", "fr"])
@pytest.mark.parametrize("ends", [(), (7,), (7, 15)])
def test_each_letter_is_found_in_the_prepared_text(style, language, ends):
    """Whatever signs a text gets for Skia, the place of each of its letters is known."""
    text = f"De Foto{SHY}aus{SHY}stel-lung: 1–9 — Wien !\nZeile a-b"
    style = replace(style, language=language)
    whole, places = prepared(text, style, ends), prepared_places(text, style, ends)

    assert len(places) == len(text) + 1
    for sign, place in zip(text, places, strict=False):
        if sign not in (SHY, " "):
            assert whole[place] == sign


@pytest.mark.parametrize("sign", "\t\v\f")
def test_a_tab_is_a_space(typesetter, style, sign):
    """No empty box is drawn for a tab."""
    tab, space = (typesetter.typeset(f"Boats{one}2016", style, 900) for one in (sign, " "))

    assert drawn(typesetter, tab) == drawn(typesetter, space)
