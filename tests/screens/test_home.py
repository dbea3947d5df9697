"""The home screen: its doors, what they show and say of what is behind them, and its languages."""

import itertools

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, Size
from kiosk.exhibition.interview import Exchange
from kiosk.exhibition.reading_time import WORDS_A_MINUTE
from kiosk.screens.actions import OpenInterview, Speak, TurnPage
from kiosk.screens.foyer.door_places import PHOTO_LEAST_ON_PAGES, rows_max
from kiosk.screens.foyer.doors import door_pages, doors
from kiosk.style.stage import CAPITAL_HEIGHT
from kiosk.types.scene import Fill, Lettering
from tests.world import INTERVIEW, MANY_LANGUAGES, Player, collection, entry, slide

SCREENS = {
    "16:9": Size(1280, 720),
    "9:16": Size(720, 1280),
    "16:10": Size(1280, 800),
    "4:3": Size(1024, 768),
    "21:9": Size(1680, 720),
    "1:1": Size(1000, 1000),
}


def said(typesetter, *slides, language="en", interview=None, **kiosk):
    """What stands on the home screen for an exhibition of these slides."""
    one = entry("one", *slides, interview=interview)
    player = Player(collection(one, **kiosk), typesetter, language=language)
    player.open_at("home")
    player.step(0.1)
    items = [item for layer in player.view().layers for item in layer.items]
    return [item.paragraph.text for item in items if isinstance(item, Lettering)]


def test_it_counts_pictures_and_minutes(typesetter):
    """Each picture once, however often it hangs, and the words of all slides at an even pace."""
    text = "word " * (2 * WORDS_A_MINUTE)
    slides = (slide(photo="/1.jpg", text=text), slide(photos=["/1.jpg", "/2.jpg"], text=text))

    assert "2 pictures  ·  4 min to read" in said(typesetter, *slides)


@pytest.mark.parametrize(
    ("language", "told"), [("en", "1 min to read"), ("fr", "3 min de lecture"), ("de", "1 Min")]
)
def test_minutes_are_those_of_the_language(typesetter, language, told):
    """What is written in one language is not counted in the other."""
    text = {"en": "word " * WORDS_A_MINUTE, "fr": "mot " * 3 * WORDS_A_MINUTE}
    texts = said(typesetter, slide(text=text), language=language, languages=["en", "fr", "de"])

    assert any(one.startswith(told) for one in texts)


def test_nothing_is_told_of_what_is_not_there(typesetter):
    """Less than half a minute is not worth a word, and without pictures there are none to count."""
    pictures = said(typesetter, slide(photo="/1.jpg"))
    few = said(typesetter, slide(text="word " * (WORDS_A_MINUTE // 2 - 1)))
    some = said(typesetter, slide(text="word " * (WORDS_A_MINUTE // 2 + 1)))

    assert "1 picture" in pictures
    assert not any("read" in text for text in few)
    assert "1 min to read" in some


def test_the_interview_tells_how_long_it_is(typesetter):
    """Questions and answers count, all of them."""
    text = "word " * (WORDS_A_MINUTE // 2)
    exchanges = tuple(Exchange(text, text, n, (n + 1,)) for n in range(12))
    texts = said(typesetter, slide(title="One"), interview=replace(INTERVIEW, exchanges=exchanges))

    assert texts[texts.index("The interview") + 2] == "12 min to read"


@pytest.mark.parametrize("focus", [(0.05, 0.05), (0.95, 0.95)])
def test_a_cover_is_cut_around_its_focus(focus, typesetter):
    """Whatever a door cuts off a cover, what the photo is about is in view."""
    one = entry("one", slide(photo={"file": "/1.jpg", "focus": focus}))
    player = Player(collection(one), typesetter)
    player.open_at("home")
    player.step(0.1)
    (cover,) = player.pictures()
    image, window = cover.image, cover.window
    at = (image.x + focus[0] * image.width, image.y + focus[1] * image.height)

    assert image.size.area > 1.1 * window.size.area
    assert window.covers(Rect(*at, 0, 0), slack=1)


def home(typesetter, count, *, size=SCREENS["16:9"], language="en", title="A title", **options):
    """The home screen of a kiosk with so many exhibitions."""
    made = [
        entry(f"e{n}", slide(photo=f"/{n}.jpg"), title=title, subtitle="What it is about")
        for n in range(count)
    ]
    languages = options.pop("languages", [language, "fr"])
    player = Player(
        collection(*made, languages=languages, title="A kiosk"),
        typesetter,
        size=size,
        language=language,
        **options,
    )
    player.open_at("home")
    player.step(1)
    return player


def sizes(player):
    """Sizes of the letters on all doors, title and the rest."""
    return {
        tuple(one.style.size for one in door.words.paragraphs)
        for page in door_pages(player.context)
        for door in page
    }


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6, 12])
@pytest.mark.parametrize("shape", SCREENS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_covers_are_large_and_all_alike(typesetter, count, shape, language):
    """All doors are on one page, in few rows, apart, and their words are below or beside covers."""
    player = home(typesetter, count, size=SCREENS[shape], language=language)
    stage, (shown,) = player.context.stage, door_pages(player.context)
    covers = [door.place.cover for door in shown]
    words = [item.rect for door in shown for item in door.words.at(door.place.words_at, stage)]
    rows = {cover.y for cover in covers}

    assert len(shown) == count
    assert len({cover.size for cover in covers}) <= 4  # Whole pixels differ by one.
    assert len(rows) <= rows_max(stage) <= (3 if stage.size.width > 1.4 * stage.size.height else 5)
    assert len(rows) == 1 or count > 3 or shape not in {"16:9", "16:10", "21:9"}
    assert all(9 / 8 - 0.05 < cover.width / cover.height < 2 + 0.05 for cover in covers)
    assert sum(cover.size.area for cover in covers) > (0.14 if count > 4 else 0.2) * stage.size.area
    for one, other in itertools.combinations([*covers, *words], 2):
        assert not one.inset(1).overlaps(other.inset(1))
    assert all(stage.safe.covers(rect, slack=1) for rect in (*covers, *words))


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("shape", SCREENS)
@pytest.mark.parametrize("interviewed", [False, True])
def test_few_doors_leave_no_gap(typesetter, count, shape, interviewed):
    """All rows are full, the doors are in the middle, and no shape has one low row of four."""
    titles = ("Three names", "One apple", "The same peace", "The interview")
    made = [
        entry(
            f"e{n}",
            slide(photo=f"/{n}.jpg"),
            title=titles[n],
            subtitle="A series of pictures of all that somebody tells of"
            if n % 2
            else "A portrait",
            interview=INTERVIEW if interviewed else None,
        )
        for n in range(count - interviewed)
    ]
    player = Player(collection(*made, title="A kiosk"), typesetter, size=SCREENS[shape])
    player.open_at("home")
    stage, shown = player.context.stage, doors(player.context)
    rows = {door.rect.y for door in shown}
    heading = max(one.rect.bottom for one in letters(player) if one.paragraph.text == "A kiosk")
    above, below = shown[0].rect.y - heading, stage.safe.bottom - shown[-1].rect.bottom

    assert len(shown) == count
    assert count % len(rows) == 0
    assert len(rows) > 1 or count < 4 or shape in {"21:9", "16:9"}
    assert abs(above - below) <= 1.2 * stage.margin


@pytest.mark.parametrize("shape", SCREENS)
@pytest.mark.parametrize("text_size", [2, 5])
def test_a_long_title_makes_no_letter_smaller(typesetter, shape, text_size):
    """It breaks into lines: all doors have the letters that they would have with short titles."""
    long = "Photographs of a river and of all those who cross it by night"
    for count in (2, 12):
        found = set()
        for title in ("Salt", long):
            player = home(typesetter, count, size=SCREENS[shape], title=title)
            player.prefer(text_size=text_size)
            found |= sizes(player)

        assert len(found) == 1


@pytest.mark.parametrize("shape", SCREENS)
def test_more_doors_than_fit_have_pages(typesetter, shape):
    """Forty exhibitions: every door is on one page, none is tiny, and a sign shows the page."""
    player = home(typesetter, 40, size=SCREENS[shape])
    pages, stage = door_pages(player.context), player.context.stage
    least = PHOTO_LEAST_ON_PAGES * stage.size.short_side

    assert [door.action.name for page in pages for door in page] == [f"e{n}" for n in range(40)]
    assert len(pages) < 12
    assert all(door.place.cover.height >= least - 1 for page in pages for door in page)
    assert f"1 / {len(pages)}" in texts(player)


@pytest.mark.parametrize("shape", SCREENS)
@pytest.mark.parametrize("text_size", [2, 5])
def test_all_pages_have_the_same_places(typesetter, shape, text_size):
    """Whatever their titles are, no cover moves or grows when the page is turned."""
    made = [
        entry(f"e{n}", slide(photo=f"/{n}.jpg"), title="A title" if n < 20 else "A long one " * 4)
        for n in range(40)
    ]
    player = Player(collection(*made), typesetter, size=SCREENS[shape])
    player.prefer(text_size=text_size)
    first, *others = [[door.place.cover for door in page] for page in door_pages(player.context)]

    assert others
    assert all(page == first[: len(page)] for page in others)


def texts(player):
    return [one.paragraph.text for one in letters(player)]


def letters(player):
    items = [item for layer in player.view().layers for item in layer.items]
    return [one for one in items if isinstance(one, Lettering)]


def press(player, action):
    player.tap(next(one.rect.centre for one in player.buttons() if one.action == action))
    player.step(0.5)


class TestPages:
    @pytest.fixture
    def many(self, typesetter):
        return home(typesetter, 40)

    def shown(self, player):
        return player.state.screen.page

    def test_the_arrows_turn_them(self, many):
        """On and back; the first page has no way back."""
        press(many, TurnPage(1))
        assert self.shown(many) == 1
        press(many, TurnPage(-1))

        assert self.shown(many) == 0
        assert not any(one.action == TurnPage(-1) for one in many.buttons())

    @pytest.mark.parametrize("language", ["en", "ar"])
    @pytest.mark.parametrize("axis", ["x", "y"])
    def test_swipes_turn_them(self, typesetter, language, axis):
        """Up or in reading direction, to the next one; back the other way; never past the ends."""
        many = home(typesetter, 40, language=language)
        on = Point(0, -150) if axis == "y" else Point(150 if language == "ar" else -150, 0)
        start = Point(640, 400)
        many.drag(start, start - on, 0.3, rest_s=0.3)
        assert self.shown(many) == 0
        many.drag(start, start + on, 0.3, rest_s=0.3)
        assert self.shown(many) == 1
        many.drag(start, start + on * 0.3, 0.05)
        assert self.shown(many) == 2
        many.drag(start, start - on, 0.3, rest_s=0.3)

        assert self.shown(many) == 1
        assert many.screen == "Home"

    def test_a_door_of_another_page_opens_what_it_shows(self, many):
        """And not what was in its place on the first page."""
        press(many, TurnPage(1))
        door = doors(many.context, 1)[2]
        many.tap(door.rect.centre)

        assert many.state.screen.slide_view.entry == door.action.name
        assert door.action.name != doors(many.context)[2].action.name

    def test_the_arrow_keys_reach_every_door(self, many):
        """The page turns with the ring, in both directions."""
        for _ in range(40):
            many.key("right")
        last = len(door_pages(many.context)) - 1
        assert self.shown(many) == last
        assert many.context.focus in [one.action for one in many.buttons()]
        for _ in range(39):
            many.key("left")
        assert self.shown(many) == 0
        many.key("enter")

        assert many.state.screen.slide_view.entry == "e0"

    def test_a_larger_text_keeps_the_door_in_sight(self, many):
        """The first door of the page is on the page that is shown then."""
        press(many, TurnPage(1))
        first = doors(many.context, 1)[0].action
        many.prefer(text_size=5)

        assert first in [one.action for one in many.buttons()]


class TestInterview:
    def door(self, typesetter, *slides, **options):
        player = Player(collection(entry("one", *slides, interview=INTERVIEW)), typesetter)
        player.open_at("home")
        player.step(1)
        door = next(o for o in doors(player.context) if isinstance(o.action, OpenInterview))
        return player, door.place.cover

    def inside(self, player, cover):
        """What is said on the page, with its opening mark, which hangs outside the lines."""
        said = [one for one in letters(player) if cover.covers(one.rect)]
        return ["".join(one.paragraph.text for one in reversed(said))] if said else []

    def test_its_door_is_the_speaker(self, typesetter):
        """The photo of the slide that presents the person."""
        portrait = slide(photo="/her.jpg", layout="portrait", title="Her")
        player, cover = self.door(typesetter, slide(photo="/1.jpg"), portrait)
        shown = {one.derivative.file for one in player.pictures() if one.window == cover}

        assert shown == {"/her.jpg"}
        assert self.inside(player, cover) == []

    def test_a_stand_in_is_nobody(self, typesetter):
        """A picture of something else does not stand for the speaker; words do."""
        photo = {"file": "/apple.jpg", "stand_in": True}
        said = [slide(photo=photo, layout="portrait", title="Her"), slide(quote="She said")]
        player, cover = self.door(typesetter, *said)

        assert not [one for one in player.pictures() if one.window == cover]
        assert self.inside(player, cover) == ["“She said”"]

    def test_no_quote_is_shown_that_may_not_play(self, typesetter):
        """What visitors see only if they ask for it is not on a door; a question is there then."""
        kept = slide(quote="She said", attract=False), slide(quote="And that", notice="Careful")
        player, cover = self.door(typesetter, *kept)

        assert self.inside(player, cover) == ["Question 0?"]

    def test_its_words_are_short(self, typesetter):
        """Of two quotes, the one is shown that is read at a glance."""
        long = "An answer of many words. " * 12
        player, cover = self.door(typesetter, slide(quote=long), slide(quote="She said"))

        assert self.inside(player, cover) == ["“She said”"]

    @pytest.mark.parametrize("language", ["en", "fr", "ar"])
    def test_its_words_are_the_same_on_every_screen(self, typesetter, language):
        """Translated for the visitor if they can be; else as spoken, from where that begins."""
        words = {"text": "She said this and that", "translation": {"fr": "Elle a dit"}}
        said = slide(quote="An answer of a few words"), slide(quote=words)
        if language == "fr":
            said = said[1:]
        expected = "« Elle a dit »" if language == "fr" else "“An answer of a few words”"
        for size in SCREENS.values():
            kiosk = collection(
                entry("one", *said, interview=INTERVIEW), languages=["en", "fr", "ar"]
            )
            player = Player(kiosk, typesetter, size=size, language=language)
            player.open_at("home")
            player.step(1)
            door = next(o for o in doors(player.context) if isinstance(o.action, OpenInterview))
            shown = self.inside(player, door.place.cover)
            words = [one for one in letters(player) if one.paragraph.text == shown[0][1:]]

            assert [one.replace("\u202f", " ").replace("\xa0", " ") for one in shown] == [expected]
            assert all(one.paragraph.style.side == "left" for one in words)


class TestWords:
    @pytest.mark.parametrize("shape", SCREENS)
    def test_they_are_large_and_in_wide_columns(self, typesetter, shape):
        """A title of 28 pixels on a screen 720 high; beside a cover, a column of 185 at least."""
        player = home(typesetter, 4, size=SCREENS[shape])
        stage, (shown,) = player.context.stage, door_pages(player.context)
        unit = min(stage.size.short_side, 0.75 * max(stage.size.width, stage.size.height)) / 720
        for door in shown:
            title, subtitle, *_ = (one.style.size for one in door.words.paragraphs)
            assert abs(title - 28 * unit) <= 0.5
            assert abs(subtitle - 17 * unit) <= 0.5
            style = door.words.paragraphs[0].style
            if door.place.words_at.y < door.place.cover.bottom:
                capitals = door.place.words_at.y + (style.leading - CAPITAL_HEIGHT) / 2 * style.size
                assert abs(capitals - door.place.cover.y) <= 1
                assert door.place.words_at.width >= 185 / 720 * stage.size.short_side - 1
            else:
                assert abs(door.place.words_at.width - door.place.cover.width) <= 1

    @pytest.mark.parametrize("shape", SCREENS)
    @pytest.mark.parametrize("language", ["en", "ar"])
    def test_rows_end_at_the_margin(self, typesetter, shape, language):
        """Where the languages above end, too."""
        player = home(typesetter, 4, size=SCREENS[shape], language=language)
        stage, (shown,) = player.context.stage, door_pages(player.context)
        ends = [stage.mirror(door.rect).right for door in shown]

        assert abs(max(ends) - stage.safe.right) <= 2

    def test_no_dot_stands_at_the_end_of_a_line(self, typesetter):
        """Where a line breaks between its parts, they are lines of their own."""
        text = "word " * (2 * WORDS_A_MINUTE)
        made = [
            entry(f"e{n}", slide(photo=f"/{n}.jpg", text=text), title="A title") for n in range(6)
        ]
        player = Player(collection(*made, languages=["fr"]), typesetter, language="fr")
        player.open_at("home")
        player.prefer(text_size=5)
        said = [one.text for door in doors(player.context) for one in door.words.paragraphs]
        lines = [one.lines for door in doors(player.context) for one in door.words.paragraphs]

        assert "1 image" in said
        assert not any("·" in one and count > 1 for one, count in zip(said, lines, strict=True))


class TestLowReach:
    @pytest.mark.parametrize("shape", SCREENS)
    @pytest.mark.parametrize("count", [2, 4, 12])
    def test_doors_can_be_reached_and_are_large(self, typesetter, shape, count):
        """The heading keeps its size, above the doors; of each door, enough is in reach."""
        player = home(typesetter, count, size=SCREENS[shape])
        usual = next(one for one in letters(player) if one.paragraph.text == "A kiosk")
        player.prefer(low_reach=True)
        stage = player.context.stage
        heading = next(one for one in letters(player) if one.paragraph.text == "A kiosk")
        shown = doors(player.context)
        places = {one.action: one.rect for one in player.buttons()}

        assert heading.paragraph.style == usual.paragraph.style
        assert all(heading.rect.bottom <= door.rect.y for door in shown)
        assert all(stage.reach.covers(places[door.action]) for door in shown)
        assert all(places[door.action].height >= stage.finger for door in shown)
        assert len(shown) > 4 or shown[0].place.cover.size.area > 0.02 * stage.size.area


class TestLanguages:
    @pytest.mark.parametrize("shape", SCREENS)
    @pytest.mark.parametrize("language", ["en", "ar"])
    @pytest.mark.parametrize("count", [2, 8, len(MANY_LANGUAGES)])
    def test_they_are_seen_first(self, typesetter, shape, language, count):
        """At the top, where lines end, 15 mm or more, and clear of all else."""
        tags = [language, *(tag for tag in MANY_LANGUAGES if tag != language)][:count]
        player = home(typesetter, 3, size=SCREENS[shape], language=language, languages=tags)
        stage, buttons = player.context.stage, player.buttons()
        names = [one for one in buttons if isinstance(one.action, Speak)]
        top = min(one.rect.y for one in names)
        first_row = [one for one in names if one.rect.y == top]
        end = min(one.rect.x for one in first_row) if language == "ar" else None
        end = end or stage.size.width - max(one.rect.right for one in first_row)
        if count <= 8:
            assert [one.action.language for one in names] == tags
        assert buttons[0] in names
        assert top <= stage.margin + 1
        assert end <= stage.margin
        assert all(one.rect.height >= stage.finger - 1e-6 for one in names)
        for one, other in itertools.combinations(buttons, 2):
            assert not one.rect.inset(0.5).overlaps(other.rect.inset(0.5))
        for one, other in itertools.combinations(letters(player), 2):
            assert not one.rect.inset(0.5).overlaps(other.rect.inset(0.5))

    def test_the_current_one_is_marked(self, typesetter):
        """A line is under its name, and under no other."""
        player = home(typesetter, 2)
        name = next(one for one in letters(player) if one.paragraph.text == "English")
        fills = [i for layer in player.view().layers for i in layer.items if isinstance(i, Fill)]
        lines = [one for one in fills if one.colour == player.context.stage.theme.accent]

        assert [one.rect.x for one in lines] == [name.rect.x]

    def test_with_low_reach_they_are_at_the_bottom(self, typesetter):
        """Nobody has to reach up for a language."""
        player = home(typesetter, 3)
        player.prefer(low_reach=True)
        (other,) = (one for one in player.buttons() if isinstance(one.action, Speak))

        assert other.action == Speak("fr")
        assert player.context.stage.reach.covers(other.rect)
