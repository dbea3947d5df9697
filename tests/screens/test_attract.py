"""What plays for people who pass by, and where their first touch leads."""

import itertools

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, Size
from kiosk.exhibition.exhibition import Photo
from kiosk.language.translations import TOUCH_TO_BEGIN
from kiosk.screens.actions import GoHome
from kiosk.screens.attract import FADE_S, SHOWN_S, WORDS_LEAVE_S
from kiosk.screens.foyer.invitation import CAPITALS_MM, invitation
from kiosk.screens.foyer.poster import picture_place, within_margins
from kiosk.screens.slide_view import WORDS_AFTER_S
from kiosk.style.stage import CAPITAL_HEIGHT
from kiosk.types.scene import Lettering, Picture
from tests.world import INTERVIEW, Player, collection, entry, slide, three_exhibitions

SCREENS = {
    "16:9": Size(1280, 720),
    "9:16": Size(720, 1280),
    "16:10": Size(1280, 800),
    "4:3": Size(1024, 768),
    "21:9": Size(1680, 720),
    "1:1": Size(1000, 1000),
}
EIGHT = ["en", "fr", "de", "es", "ru", "kk", "ar", "zh"]
SLIDES = {
    "single": slide(photo="/1.jpg", caption="A caption", motion="still"),
    "matted": slide(photo="/1.jpg", layout="matted", motion="still"),
    "beside": slide(photo="/1.jpg", title="A title", text="Words. " * 200, motion="still"),
    "pair": slide(photos=["/1.jpg", "/2.jpg"], motion="still"),
    "grid": slide(photos=[f"/{n}.jpg" for n in range(4)], title="Four", motion="still"),
    "quote": slide(photo="/1.jpg", quote="What somebody said", motion="still"),
    "portrait": slide(photo="/1.jpg", facts=[{"label": "Is", "value": "here"}], motion="still"),
}
assert {one.kind for one in SLIDES.values()} >= {"single", "matted", "beside", "pair", "grid"}


def playing(typesetter, *slides, size=SCREENS["16:9"], language="en", **kiosk):
    """A kiosk of two exhibitions in attract, at rest on its first slide."""
    quiet = entry("quiet", slide(photo="/9.jpg"), attract=False)
    shown = collection(entry("one", *slides), quiet, **kiosk)
    player = Player(shown, typesetter, size=size, language=language)
    player.wait(3)
    return player


def letters(player):
    items = [item for layer in player.view().layers for item in layer.items]
    return [item for item in items if isinstance(item, Lettering)]


def said_of(player):
    """The words of the slide: those that neither invite nor name the exhibition."""
    return [
        one
        for one in letters(player)
        if one not in invited(player).letters and one.paragraph.text != "One"
    ]


def texts(player):
    return [one.paragraph.text for one in letters(player)]


def invited(player, turn=None):
    turn = player.state.screen.turns if turn is None else turn
    return invitation(player.collection.kiosk.languages, player.context.stage, turn)


def turns_of(player):
    """The invitation in each of its turns, until all languages have been shown."""
    languages, shown, turn = set(player.collection.kiosk.languages), [], 0
    while {one.tag for each in shown for one in each.said} != languages:
        shown.append(invited(player, turn))
        turn += 1
    return shown


@pytest.mark.parametrize("name", SLIDES)
@pytest.mark.parametrize("shape", SCREENS)
def test_the_photos_are_whole_above_the_words(typesetter, name, shape):
    """They fill the upper three quarters in width or height, below a margin; no word is there.

    Photos as wide as a screen that is not upright have no margin.
    """
    player = playing(typesetter, SLIDES[name], size=SCREENS[shape], languages=["en", "fr"])
    place, photos = picture_place(player.context.stage), player.pictures()
    union = Rect(
        x := min(one.window.x for one in photos),
        y := min(one.window.y for one in photos),
        max(one.window.right for one in photos) - x,
        max(one.window.bottom for one in photos) - y,
    )

    assert len(photos) == len(SLIDES[name].all_photos)
    assert all(one.image == one.window for one in photos)
    assert place.covers(union)
    if union.width < place.width - 2 or SCREENS[shape].upright:
        place = within_margins(player.context.stage)
        assert place.inset(-1).covers(union)
        assert union.width >= place.width - 2 or union.height >= place.height - 2
    assert all(one.rect.y >= place.bottom for one in letters(player))


def test_on_an_upright_screen_a_wide_photo_is_not_low(typesetter):
    """It is in the middle of its place, with a margin at either side."""
    player = playing(typesetter, slide(photo="/1.jpg", motion="still"), size=SCREENS["9:16"])
    (photo,), stage = player.pictures(), player.context.stage
    place = within_margins(stage)

    assert photo.window.width > photo.window.height
    assert abs(photo.window.x - stage.margin) <= 1
    assert abs(photo.window.centre.y - place.centre.y) <= 1


@pytest.mark.parametrize("shape", SCREENS)
@pytest.mark.parametrize("languages", [["en"], ["en", "fr"], ["ar", "en", "fr"], EIGHT])
def test_the_invitation_is_read_from_afar(typesetter, shape, languages):
    """At most two sentences a row, all in one size, by turns if there is no room for all."""
    player = playing(
        typesetter,
        slide(photo="/1.jpg"),
        size=SCREENS[shape],
        language=languages[0],
        languages=languages,
    )
    stage, turns = player.context.stage, turns_of(player)
    wanted = CAPITALS_MM * stage.px_per_mm / CAPITAL_HEIGHT
    said = [one for turn in turns for one in turn.said]
    sizes = {one.letters.paragraph.style.size for one in said}

    assert [one.tag for one in turns[0].said] == languages[: len(turns[0].said)]
    assert all(one.letters.paragraph.text == TOUCH_TO_BEGIN.in_language(one.tag) for one in said)
    assert len(turns) == 1 or len(languages) > 2
    assert len(sizes) == 1
    assert sizes.pop() >= (0.95 if len(languages) < 3 and shape != "1:1" else 0.71) * wanted
    assert all(one in letters(player) for one in turns[0].letters)
    for turn in turns:
        assert turn.top == turns[0].top
        for one in turn.letters:
            assert stage.rect.inset(stage.margin).covers(one.rect, slack=1)
            assert one.paragraph.lines == 1
            assert sum(other.letters.rect.y == one.rect.y for other in turn.said) <= 2
        for one, other in itertools.combinations(turn.letters, 2):
            assert not one.rect.overlaps(other.rect)


def test_each_slide_brings_other_languages(typesetter):
    """If there is no room for all; a tap then means the sentence that is seen."""
    slides = [slide(photo=f"/{n}.jpg", motion="still") for n in range(2)]
    player = playing(typesetter, *slides, languages=EIGHT)
    first = {one.tag for one in invited(player).said}
    player.wait(SHOWN_S)
    shown = invited(player)

    assert first.isdisjoint(one.tag for one in shown.said)
    assert set(shown.letters) <= set(letters(player))
    player.tap(shown.said[0].letters.rect.centre)
    assert player.context.stage.language == shown.said[0].tag


@pytest.mark.parametrize("shape", SCREENS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_one_sentence_at_most(typesetter, shape, language):
    """Of all that a slide says, one short sentence is on the poster, clear of the invitation."""
    long = "Words that nobody reads who passes by. " * 30
    said = slide(photo="/1.jpg", quote=long, caption="A caption", title="A title", text=long)
    player = playing(
        typesetter, said, size=SCREENS[shape], language=language, languages=[language, "fr"]
    )
    own = said_of(player)
    stage = player.context.stage

    assert [one.paragraph.text for one in own] == ["A caption"]
    assert not own[0].rect.overlaps(invited(player).place)
    assert own[0].paragraph.style.size >= stage.size.short_side / 30
    assert stage.rect.inset(stage.margin).covers(own[0].rect)


@pytest.mark.parametrize("shape", SCREENS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_label_names_the_exhibition_in_one_place(typesetter, shape, language):
    """Its title stands above what its slide says, where lines begin, whatever hangs above it."""
    long = "A caption of some words that takes two lines"
    slides = [
        slide(photo="/1.jpg", motion="still"),
        slide(photo="/2.jpg", caption=long, motion="still"),
        slide(photos=["/3.jpg", "/4.jpg"], caption="Short", motion="still"),
    ]
    languages = {"language": language, "languages": [language, "fr"]}
    player = playing(typesetter, *slides, size=SCREENS[shape], **languages)
    places, said = set(), list[str]()
    for _ in slides:
        (title,) = [one for one in letters(player) if one.paragraph.text == "One"]
        edge = player.context.stage.safe
        below = [one.rect for one in said_of(player)]
        places.add(title.rect)
        said += [one.paragraph.text for one in said_of(player)]
        assert abs(title.rect.right - edge.right if language == "ar" else title.rect.x - edge.x) < 1
        assert not title.rect.overlaps(invited(player).place)
        assert all(title.rect.bottom <= one.y for one in below)
        player.wait(SHOWN_S)

    assert len(places) == 1
    assert {"Short"} <= set(said) <= {long, "Short"}


def test_a_label_says_whose_exhibition_it_is(typesetter):
    """After its title, if that says something else; its subtitle is what a bare photo says."""
    keys = {"by": "Anna Moll", "subtitle": "Photographs of a harbour"}
    for title, named in (("Harbour", "Harbour  ·  Anna Moll"), ("Anna Moll", "Anna Moll")):
        one = entry("one", slide(photo="/1.jpg", title=title), title=title, **keys)
        player = Player(collection(one), typesetter)
        player.wait(3)

        assert texts(player)[:2] == [named, "Photographs of a harbour"]


def test_no_sentence_repeats_the_title(typesetter):
    """A photo whose caption is the title of its exhibition has the next sentence below it."""
    shown = slide(photo="/1.jpg", caption="Harbour", title="Another")
    player = Player(collection(entry("one", shown, title="Harbour")), typesetter)
    player.wait(3)

    assert texts(player)[:2] == ["Harbour", "Another"]


def test_the_title_stays_while_photos_of_one_exhibition_change(typesetter):
    """Only what changes fades."""
    slides = [slide(photo=f"/{n}.jpg", caption=f"Caption {n}", motion="still") for n in range(2)]
    player = playing(typesetter, *slides)
    for _ in range(round((SHOWN_S + FADE_S) * 20)):
        player.step(0.05)
        (title,) = [one for one in letters(player) if one.paragraph.text == "One"]

        assert title.opacity == 1


def test_all_sentences_have_one_size(typesetter):
    """A long one has two lines, not smaller letters."""
    captions = ["Short", "A caption of many words, too many for one line of a poster. " * 2]
    slides = [slide(photo="/1.jpg", caption=one, motion="still") for one in captions]
    (short,), (long,) = (said_of(player) for player in (playing(typesetter, one) for one in slides))

    assert (short.paragraph.lines, long.paragraph.lines) == (1, 2)
    assert short.paragraph.style.size == long.paragraph.style.size


@pytest.mark.parametrize("shape", SCREENS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_credit_is_at_the_corner_of_its_photo(typesetter, shape, language):
    """Who made a photo, or that it is a stand-in, is small below it, each once."""
    makers = ["Anna Moll", "A stand-in, not her photograph", "Anna Moll"]
    photos = [{"file": f"/{n}.jpg", "credit": one} for n, one in enumerate(makers)]
    said = slide(photos=photos, caption="A caption", motion="still")
    player = playing(typesetter, said, size=SCREENS[shape], language=language, languages=[language])
    stage = player.context.stage
    sentence, credit = said_of(player)

    assert credit.paragraph.text == "Anna Moll  ·  A stand-in, not her photograph"
    assert stage.rect.inset(stage.margin).covers(credit.rect)
    assert not credit.rect.overlaps(sentence.rect)
    assert credit.rect.bottom <= min(one.rect.y for one in letters(player) if one != credit) + 1
    assert 0 < credit.rect.y - max(one.window.bottom for one in player.pictures()) <= 14
    edges = [one.window for one in player.pictures()]
    begins = max(one.right for one in edges) if stage.mirrored else min(one.x for one in edges)
    at = credit.rect.right if stage.mirrored else credit.rect.x
    assert abs(at - begins) <= stage.margin + 1


def test_a_quote_is_said_in_its_own_words(typesetter):
    """In its marks for visitors who speak its language; others see the caption."""
    said = slide(photo="/1.jpg", quote="What somebody said", caption="A caption")
    languages = ["en", "fr"]
    english = playing(typesetter, said, languages=languages)
    french = playing(typesetter, said, languages=languages, language="fr")

    assert "“What somebody said”" in texts(english)
    assert "A caption" in texts(french)
    assert not any("somebody" in text for text in texts(french))


@pytest.mark.parametrize("shape", SCREENS)
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_photographs_at_least_nine_tenths_of_the_time(typesetter, shape, language):
    """The first is there within a second, and from then on there is always one."""
    player = Player(
        three_exhibitions(languages=[language, "kk"]),
        typesetter,
        size=SCREENS[shape],
        language=language,
        delay_s=0.4,
    )
    player.wait(1)
    assert player.pictures()
    seen = 0
    for _ in range(60):
        player.step(0.5)
        seen += bool(player.pictures())

    assert seen >= 0.9 * 60


def test_words_do_not_cross(typesetter):
    """The sentence of one slide is gone before that of the next one comes."""
    slides = [slide(photo=f"/{n}.jpg", caption=f"Caption {n}", motion="still") for n in range(2)]
    player = playing(typesetter, *slides)
    both = set()
    for _ in range(round((SHOWN_S + FADE_S) * 20)):
        player.step(0.05)
        own = [text for text in texts(player) if text.startswith("Caption")]
        both.add(tuple(own))
        assert len(own) <= 1

    assert both == {("Caption 0",), (), ("Caption 1",)}
    assert WORDS_LEAVE_S <= WORDS_AFTER_S


@pytest.mark.parametrize("transition", ["cut", "fade", "push", "zoom"])
def test_photos_fade_unless_they_cut(typesetter, transition):
    """Nothing moves across the screen while people only pass by."""
    slides = [slide(photo=f"/{n}.jpg", transition=transition, motion="still") for n in range(2)]
    player = playing(typesetter, *slides)
    while player.state.screen.turn is None:
        player.step(0.05)
    player.step(0.2)
    layers = player.view().layers

    assert len(player.pictures()) == (1 if transition == "cut" else 2)
    assert all(layer.offset == Point() and layer.clip is None for layer in layers)


def test_photos_of_unlike_formats_are_not_seen_through_each_other(typesetter):
    """One is gone before the other comes."""
    slides = [slide(photo="/1.jpg", motion="still"), slide(photos=["/2.jpg", "/3.jpg"])]
    player = playing(typesetter, *slides)
    together = set()
    for _ in range(round((SHOWN_S + FADE_S) * 20)):
        player.step(0.05)
        seen = [layer for layer in player.view().layers if layer.opacity > 0]
        together.add(
            frozenset(
                item.derivative.file
                for layer in seen
                for item in layer.items
                if isinstance(item, Picture)
            )
        )

    assert together - {frozenset()} == {frozenset({"/1.jpg"}), frozenset({"/2.jpg", "/3.jpg"})}


class TestTouch:
    @pytest.mark.parametrize("shape", SCREENS)
    def test_a_tap_on_the_picture_opens_its_slide(self, typesetter, shape):
        """Whatever is seen is what opens, with its notices back and its controls shown."""
        slides = [slide(photo=f"/{n}.jpg") for n in range(3)]
        player = playing(typesetter, *slides, size=SCREENS[shape])
        player.wait(SHOWN_S)
        player.tap(picture_place(player.context.stage).centre)

        assert player.screen == "Viewer"
        assert player.state.screen.slide_view.index == 1
        assert not player.state.revealed

    @pytest.mark.parametrize("shape", SCREENS)
    def test_a_tap_on_the_invitation_opens_home_in_its_language(self, typesetter, shape):
        """Touched in French, the kiosk speaks French, until nobody is there again."""
        slides = [slide(photo=f"/{n}.jpg") for n in range(2)]
        for tag in EIGHT:
            player = playing(typesetter, *slides, size=SCREENS[shape], languages=EIGHT, idle_s=20)
            while tag not in {one.tag for one in invited(player).said}:
                player.wait(1)
            said = next(one for one in invited(player).said if one.tag == tag)
            player.tap(said.letters.rect.centre)

            assert player.screen == "Home"
            assert player.context.stage.language == tag
        player.wait(60)
        assert player.screen == "Attract"
        assert player.context.stage.language == "en"

    def test_a_sentence_shows_that_it_is_touched(self, typesetter):
        """A plate is behind it while the finger is down."""
        player = playing(typesetter, slide(photo="/1.jpg"), languages=["en", "fr"])
        before = len(player.view().layers[-1].items)
        player.press(invited(player).said[1].letters.rect.centre)

        assert len(player.view().layers[-1].items) == before + 1

    @pytest.mark.parametrize("way", [Point(300, 0), Point(0, -200), Point(0, 0)])
    def test_what_is_no_clean_tap_opens_no_slide(self, typesetter, way):
        """A wipe or a long press anywhere leads home, in the kiosk's language."""
        for at in (Point(600, 300), Point(900, 690)):
            player = playing(typesetter, slide(photo="/1.jpg"), languages=["en", "fr"])
            player.drag(at, at + way, 0.3, rest_s=1.0)
            player.wait(1)

            assert player.screen == "Home"
            assert player.context.stage.language == "en"
            assert player.state.screen.pressed is None

    def test_in_a_fade_the_picture_that_is_seen_opens(self, typesetter):
        """In its first half, that is the outgoing one."""
        slides = [slide(photo=f"/{n}.jpg") for n in range(2)]
        player = playing(typesetter, *slides)
        while player.state.screen.turn is None:
            player.step(0.05)
        player.tap(Point(600, 300))

        assert player.state.screen.slide_view.index == 0

    def test_its_slide_is_sharp_at_once(self, typesetter):
        """The photo in the size of the slide is loaded before anybody asks for it."""
        player = playing(typesetter, slide(photo="/1.jpg"))
        player.delay_s = 100
        player.tap(Point(600, 300))
        player.step(0)
        ready = player.state.media.ready

        assert all(one.derivative in ready for one in player.pictures())


class TestOneExhibition:
    """Home would have one door: attract takes its place."""

    @pytest.fixture
    def alone(self, typesetter):
        one = entry("one", slide(title="First"), slide(photo="/1.jpg"), slide(photo="/2.jpg"))
        player = Player(collection(one, languages=["en", "fr"]), typesetter)
        player.wait(3)
        return player

    def test_the_invitation_leads_to_its_first_slide(self, alone):
        """In the language that was touched."""
        alone.tap(invited(alone).said[1].letters.rect.centre)

        assert alone.screen == "Viewer"
        assert alone.state.screen.slide_view.index == 0
        assert alone.context.stage.language == "fr"

    @pytest.mark.parametrize("keys", [["escape", "escape"], ["home"]])
    def test_the_way_back_leads_to_attract(self, alone, keys):
        """It starts again in the kiosk's language; Escape leads through the overview."""
        alone.tap(invited(alone).said[1].letters.rect.centre)
        for key in keys:
            alone.key(key)
            alone.wait(1)

        assert alone.screen == "Attract"
        assert alone.context.stage.language == "en"

    @pytest.mark.parametrize("start", ["one:1", "one:overview", "one:end"])
    def test_nothing_leads_to_all_exhibitions(self, alone, start):
        """The way back is named otherwise, since there is only one."""
        alone.open_at(start)
        alone.wait(2)

        assert "All exhibitions" not in texts(alone)
        assert GoHome() in [one.action for one in alone.buttons()]

    def test_its_picture_opens_the_slide(self, alone):
        """As in any kiosk."""
        alone.tap(Point(600, 300))

        assert alone.state.screen.slide_view.index == 1

    def test_an_interview_is_a_second_door(self, typesetter):
        """Then home has two doors, and stays."""
        one = entry("one", slide(photo="/1.jpg"), interview=INTERVIEW)
        player = Player(collection(one), typesetter)
        player.wait(3)
        player.key("enter")

        assert player.screen == "Home"


def test_a_photo_that_fills_is_cut_to_its_place(typesetter):
    """With `fill: true`, unless too much of it would be lost there."""
    for shape, is_cut in (("16:9", True), ("9:16", False)):
        photo = slide(photo="/1.jpg", fill=True, motion="still")
        player = playing(typesetter, photo, size=SCREENS[shape])
        (picture,) = player.pictures()
        place = picture_place(player.context.stage)

        assert isinstance(picture, Picture)
        assert (picture.window == place) == is_cut


def test_a_title_page_that_shows_only_the_cover_plays_as_words(typesetter):
    """Nobody has put that photo on a slide; nothing else can play."""
    page = replace(slide(title="One", layout="title"), title_photo=Photo("/cover.jpg"))
    player = Player(collection(entry("one", page)), typesetter)
    player.wait(2)

    assert player.screen == "Attract"
    assert "One" in texts(player)
