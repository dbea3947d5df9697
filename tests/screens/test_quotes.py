"""A quote leads to its words in the interview, and these back to its slide."""

import re
from itertools import pairwise

import pytest
from msgspec.structs import replace

from kiosk import show
from kiosk.base.geometry import Point, Rect
from kiosk.exhibition.interview import PARAGRAPH, Exchange
from kiosk.types.events import Wheel
from kiosk.types.scene import Lettering
from tests.world import INTERVIEW, SCREEN, Player, collection, entry, slide

LONG = "Some words come first. " * 80
SAID = "What somebody said of blue doors, and then of green ones."


@pytest.fixture
def quoting(typesetter):
    """On the second slide of three: a quote from the middle of an interview."""
    return opened(typesetter, "One question?", f"Well. {SAID} That is all.")


def opened(typesetter, question, answer, quote=SAID, **options):
    exchanges = [*INTERVIEW.exchanges]
    exchanges[20] = Exchange(question, answer, 20, (21,) * (answer.count(PARAGRAPH) + 1))
    interview = replace(INTERVIEW, exchanges=tuple(exchanges))
    slides = (slide(title="One"), slide(quote=quote), slide(title="Three"))
    player = Player(collection(entry("one", *slides, interview=interview)), typesetter, **options)
    player.open_at("one:2")
    player.step(1)
    return player


def letters(player, text):
    layers = [one for one in player.view().layers if not one.clip]  # Not those of the index.
    items = [item for layer in layers if layer.opacity > 0 for item in layer.items]
    return [i for i in items if isinstance(i, Lettering) and text in i.paragraph.text]


def grounds(player):
    """The grounds behind words, from the top down."""
    context = player.context
    colour = context.stage_of(context.entry("one")).theme.marked
    return [i.rect for i in player.view().layers[0].items if getattr(i, "colour", 0) == colour]


def words_under(player, rects):
    """The words of the page that these places are behind, by their middles."""
    found = ""
    for item in player.view().layers[0].items:
        if isinstance(item, Lettering):
            paragraph, typesetter = item.paragraph, player.context.stage.typesetter
            for start, end in [(m.start(), m.end()) for m in re.finditer(r"\S+", paragraph.text)]:
                places = typesetter.places(paragraph, start, end)
                middles = [place.moved(item.at).centre for place in places]
                if any(rect.contains(at) for rect in rects for at in middles):
                    found += paragraph.text[start:end] + " "
    return found.strip()


def test_a_tap_on_the_sign_opens_the_interview_there(quoting):
    """The words that were quoted are marked, no more and no less, below their question."""
    quoting.tap(letters(quoting, "Read in the interview")[0].rect.centre)
    quoting.wait(1)
    marked = grounds(quoting)

    assert quoting.screen == "InterviewReader"
    assert words_under(quoting, marked) == SAID
    (question,) = letters(quoting, "One question?")
    assert 0 < question.rect.y < question.rect.bottom < marked[0].y
    assert marked[-1].bottom < SCREEN.height - quoting.context.stage.bar


@pytest.mark.parametrize("lines", [1, 2, 5, 9])
def test_no_other_question_is_seen_above_it(typesetter, lines):
    """The question of the quoted words is the first that is read, near the margin."""
    question = "Is this a question of about one line? " * lines
    player = opened(typesetter, question.strip(), f"{SAID} {LONG}")
    player.key("down")
    player.wait(1)
    stage, (text, head, *_) = player.context.stage, player.view().layers
    asked = next(
        one
        for one in text.items
        if getattr(one, "paragraph", None) and one.paragraph.text == question.strip()
    )

    assert stage.margin <= asked.rect.y <= 2.5 * stage.margin
    assert not [one for one in head.items if isinstance(one, Lettering) and one.opacity]


def test_the_mark_extends_beyond_the_words(quoting):
    """So that no letter touches its edge."""
    quoting.key("down")
    quoting.wait(1)
    player, (first, *_) = quoting, grounds(quoting)
    (answer,) = letters(player, SAID)
    typesetter, text = player.context.stage.typesetter, answer.paragraph.text
    start = text.index(SAID)
    words = typesetter.places(answer.paragraph, start, start + 4)[0].moved(answer.at)

    assert abs(words.x - first.x - 0.1 * player.context.stage.margin) <= 0.5


def test_the_sign_stays_while_the_slide_stands(quoting):
    """It is below the quote when the controls have gone, and moves with its slide."""
    (sign,) = letters(quoting, "Read in the interview")
    quote = letters(quoting, "What somebody said")[0].rect
    assert sign.rect.y > quote.bottom
    quoting.wait(10)
    assert letters(quoting, "Read in the interview") == [sign]
    quoting.press(Point(900, 300))
    quoting.step(0.05)
    quoting.move(Point(600, 300))
    moved = next(layer for layer in quoting.view().layers if sign in layer.items)

    assert moved.offset.x < -200


def test_a_quote_is_there_to_be_read(quoting):
    """A tap on its words opens nothing: they may be under a hand that only wants the controls."""
    for item in letters(quoting, "What somebody said"):
        quoting.tap(item.rect.centre)
        quoting.wait(1)

    assert quoting.screen == "Viewer"


def test_the_sign_is_as_high_as_a_finger(typesetter):
    """A finger that comes down just below it opens the interview."""
    player = opened(typesetter, "Well?", "So be it.", quote="So be it.")
    sign = letters(player, "Read in the interview")[0].rect
    stage = player.context.stage
    assert sign.height < stage.finger
    player.tap(Point(sign.centre.x, sign.centre.y + stage.finger / 2 - 1))

    assert player.screen == "InterviewReader"


def test_it_leads_nowhere_where_nothing_is_quoted(typesetter):
    """Words that are in no public interview have no sign, and neither has a slide for nobody."""
    player = Player(
        collection(entry("one", slide(quote="Said"), slide(photo="/1.jpg"))), typesetter
    )
    player.open_at("one:1")
    player.wait(1)
    assert letters(player, "Said")
    assert letters(player, "Read in the interview") == []
    said = slide(photo="/1.jpg", quote=SAID, layout="beside")
    exchanges = (Exchange("Well?", SAID, 0, (1,)),)
    interview = replace(INTERVIEW, exchanges=exchanges)
    player = Player(collection(entry("one", said, interview=interview)), typesetter)
    player.wait(5)

    assert player.screen == "Attract"
    assert letters(player, "What somebody said")
    assert letters(player, "Read in the interview") == []


def test_beside_the_words_nothing_opens(quoting):
    """A tap at the side of the screen turns to the next slide, as anywhere."""
    quoting.tap(Point(SCREEN.width - 20, 300))
    quoting.wait(1)

    assert quoting.state.screen.slide_view.index == 2


@pytest.mark.parametrize("way", ["escape", "back"])
def test_back_leads_to_the_slide(quoting, way):
    """Escape and the button lead where the words were touched; from there, Escape leads on out."""
    quoting.key("down")
    quoting.wait(1)
    assert quoting.screen == "InterviewReader"
    if way == "escape":
        quoting.key("escape")
    else:
        quoting.tap(letters(quoting, "Back")[0].rect.centre)
    quoting.wait(1)
    assert quoting.state.screen.slide_view.index == 1
    quoting.key("escape")
    assert quoting.screen == "Overview"
    quoting.key("escape")

    assert quoting.screen == "Home"


def test_pieces_are_marked_and_not_what_was_left_out(typesetter):
    """Of a quote that leaves words out, each piece is marked, over paragraphs too."""
    answer = f"First it was so.{PARAGRAPH}Then came something else, and at last it ended."
    quote = "First it was so. […] at last it ended."
    player = opened(typesetter, "How?", answer, quote=quote)
    player.key("down")
    player.wait(1)

    words = words_under(player, grounds(player))
    assert words == "First it was so. at last it ended."


def test_where_both_find_no_room_the_words_win(typesetter):
    """Deep in a long answer the words are in sight, and the question runs small above them."""
    player = opened(typesetter, "One question?", f"{LONG}{SAID} {LONG[:900]}")
    player.key("down")
    player.wait(1)
    marked = grounds(player)
    (question,) = letters(player, "One question?")

    assert words_under(player, marked) == SAID
    assert question.paragraph.style.size < player.context.stage.style("body").size
    assert 0 < question.rect.y < question.rect.bottom < marked[0].y
    assert marked[-1].bottom < SCREEN.height - player.context.stage.bar


def test_a_running_question_keeps_off_the_text(typesetter):
    """What runs at the top comes and goes as fast as the text, and covers no other question."""
    player = opened(typesetter, "A long question, " * 30 + "or not?", LONG * 2)
    player.open_at("interview")
    accent, step, tops = player.context.stage.theme.accent, 23, []
    for _ in range(500):
        player.tell(Wheel(-step))
        text, head, *_ = player.view().layers
        runs = [item for item in head.items if isinstance(item, Lettering)]
        words = [item for item in text.items if isinstance(item, Lettering)]
        asked = [item for item in words if item.paragraph.style.colour == accent]
        tops.append(runs[0].at.y if runs else -100)
        for line in runs:
            assert line.paragraph.lines <= 2
            said = line.paragraph.text.lstrip("… ")
            others = [one for one in asked if not one.paragraph.text.endswith(said)]
            assert not any(line.rect.overlaps(one.rect) for one in others)

    assert len(set(tops)) > 4
    assert all(abs(b - a) <= step + 1 for a, b in pairwise(tops) if a > -100 and b > -100)
    assert all(max(a, b) < 0 for a, b in pairwise(tops) if (a > -100) != (b > -100))


def test_a_frame_holds_what_is_in_sight(typesetter):
    """However long the interview, a frame of it names no word that is off the screen."""
    player = opened(typesetter, "Well?", LONG)
    player.open_at("interview")
    for _ in range(20):
        player.key("down")
        items = player.view().layers[0].items
        assert items
        assert all(item.rect.overlaps(Rect.of(SCREEN)) for item in items)


def test_it_works_from_the_right(typesetter):
    """In Arabic the words are found and marked likewise, and the sign points the other way."""
    player = opened(typesetter, "One question?", f"Well. {SAID} Yes.", language="ar")
    (sign,) = letters(player, "اقرأ في المقابلة")
    player.tap(sign.rect.centre)
    player.wait(1)

    assert sign.paragraph.text.endswith("←")
    assert words_under(player, grounds(player)) == SAID


def test_a_language_of_its_own_keeps_its_direction(typesetter):
    """English is set from the left, also for those who read from the right."""
    player = opened(typesetter, "One question?", f"Well. {SAID}", language="ar")
    player.key("down")
    player.wait(1)

    (question,) = letters(player, "One question?")
    assert question.paragraph.style.side == "left"


def test_changed_exhibitions_do_not_mislead(quoting):
    """Where the slide is gone meanwhile, nothing is marked, and back leads home."""
    quoting.key("down")
    changed = collection(entry("one", slide(title="One"), interview=INTERVIEW))
    quoting.tell(show.CollectionChanged(changed))
    quoting.wait(1)
    assert grounds(quoting) == []
    quoting.key("escape")

    assert quoting.screen == "Home"
