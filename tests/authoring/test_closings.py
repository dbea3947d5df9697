"""What is sealed, private or withheld holds in a file with mistakes, for what was read before."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kiosk.authoring.load.read_task import reread
from kiosk.exhibition.closed_content import closed

HEAD = "title: Doors\nby: Ada Example\ninterview:\n  file: talk.txt\n"
SLIDES = (
    "slides:\n  - title: Begin\n  - quote: I paint doors.\n  - photo: a.jpg\n"
    "  - photo: b.jpg\n    caption: At night\n  - text: My brother was safe, and he knew it.\n"
)
ALL = ["Begin", "I paint doors.", "a.jpg", "b.jpg", "My brother was safe, and he knew it."]
UNQUOTED = [one for one in ALL if one != "I paint doors."]
SEALED = "  sealed: [{en: {from: I hid, to: my brother}}]\n"
OOPS = "\n\t- oops\n"
TORN = {
    "a mistake below": lambda text: (text + OOPS).encode(),
    "half": lambda text: text[: text.index("slides") + 20].encode() + b'\n  - text: "',
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "UTF-32": lambda text: text.encode("utf-32"),
    "Latin-1": lambda text: ("# Zoë\n" + text).encode("latin-1"),
    "NULs": lambda text: text.encode() + bytes(300),
    "carriage returns": lambda text: (text + OOPS).replace("\n", "\r").encode(),
}


@pytest.fixture
def before(wall):
    """What was read of the wall before its file got a mistake."""
    wall.photo("a.jpg", "b.jpg")
    wall.write("talk.txt", "Why?\nI paint doors. I hid my brother.\n\nWhen?\nAt night.\n")
    wall.write("doors.yaml", HEAD + SLIDES)
    return reread(str(wall.path)).collection


@pytest.fixture
def left(wall, before):
    """What may still be shown of it, once the file is this, and whether visitors may read."""

    def of(data):
        wall.write("doors.yaml", data)
        reading = reread(str(wall.path))

        assert reading.errors
        found = closed(before, reading.closings, reading.collection).entries
        return [told(slide) for slide in found[0].exhibition.slides] if found else [], found

    return of


def told(slide):
    if slide.photo:
        return Path(slide.photo.file).name
    text = slide.title or slide.text
    return slide.quote.text if slide.quote else text.in_language("en")


@pytest.mark.parametrize("torn", TORN)
def test_sealed(left, torn):
    """The interview and its quotes are closed; everything else stays."""
    shown, (entry,) = left(TORN[torn](HEAD + SEALED + SLIDES))

    assert shown == UNQUOTED
    assert entry.interview is None
    assert entry.exhibition.interview is None


@pytest.mark.parametrize("torn", TORN)
def test_private(left, torn):
    """Visitors cannot read the interview; its quotes stay."""
    shown, (entry,) = left(TORN[torn](HEAD + "  public: false\n" + SLIDES))

    assert shown == ALL
    assert entry.readable is None


@pytest.mark.parametrize("torn", [torn for torn in TORN if torn != "half"])
def test_withheld(left, torn):
    """The slide is left out; the others stay."""
    slides = SLIDES.replace("    caption: At night", "    caption: At night\n    withheld: true")
    shown, (entry,) = left(TORN[torn](HEAD + slides))

    assert shown == [one for one in ALL if one != "b.jpg"]
    assert entry.readable


@pytest.mark.parametrize(
    "said",
    [
        "  sealed:\n    - en: {from: a, to: b}\n",
        "  Sealed: [{en: {from: a, to: b}}]\n",
        "  sealed : [{en: {from: a, to: b}}]\n",
        "  'sealed': [{en: {from: a, to: b}}]\n",
        "  “sealed”: [{en: {from: a, to: b}}]\n",
        "  sealed：[{en: {from: a, to: b}}]\n",
        "  sealed = a\n",
        "  sealed [{en: {from: a, to: b}}]\n",
        "  seald: [{en: {from: a, to: b}}]\n",
        "  sealed\n",
        "sealed:\n  - en: {from: a, to: b}\n",
        "interview: {sealed: [{en: {from: a, to: b}}], file: talk.txt}\n",
        "interview: {file: talk.txt, public: true, sealed: [{en: {from: a\n",
    ],
)
def test_ways_to_say_sealed(left, said):
    """A key in capitals, with other signs or misspelt counts; what it holds does not matter."""
    shown, _ = left(HEAD + said + SLIDES + OOPS)

    assert shown == UNQUOTED


@pytest.mark.parametrize(
    "said",
    [
        *("public: no", "public: off", "Public: False", "public:false", "'public': 'false'"),
        *("public：false", "public = false", "publik: false", "public false"),
        "public:\n    false",
    ],
)
def test_ways_to_say_private(left, said):
    """The same for `public: false`."""
    shown, (entry,) = left(HEAD + f"  {said}\n" + SLIDES + OOPS)

    assert shown == ALL
    assert entry.readable is None


@pytest.mark.parametrize("torn", ["", OOPS])
def test_a_key_without_its_value(left, torn):
    """A key that closes something does so even before its value is written."""
    slides = SLIDES.replace("    caption: At night", "    withheld:\n    caption: At night")

    assert left(HEAD + slides + torn)[0] == [one for one in ALL if one != "b.jpg"]
    assert left(HEAD + "  sealed:\n" + SLIDES + torn)[0] == UNQUOTED
    assert left(HEAD + "  public:\n" + SLIDES + torn)[1][0].readable is None


@pytest.mark.parametrize("cut", ["seal", "sealed", "sealed: [{en: {fr"])
def test_a_seal_that_was_torn(left, cut):
    """Half of the word at the end of the file is enough."""
    assert left(HEAD + f"  {cut}")[0] == UNQUOTED


@pytest.mark.parametrize("cut", ["publ", "public:", "public: f", "public: fals"])
def test_a_line_that_was_torn(left, cut):
    """Where the file ends within it, the line is believed."""
    _, (entry,) = left(HEAD + f"  {cut}")

    assert entry.readable is None


@pytest.mark.parametrize(
    "said",
    [
        *(
            "withheld: yes",
            "Withheld: true",
            "withheld:true",
            "'withheld': 'true'",
            "withheld：true",
        ),
        *("witheld: true", "withheld true", "withheld: ture", "withheld:\n      true"),
    ],
)
def test_ways_to_say_withheld(left, said):
    """The same for a slide that is withheld."""
    shown, _ = left(HEAD + SLIDES.replace("caption: At", f"{said}\n    caption: At") + OOPS)

    assert shown == [one for one in ALL if one != "b.jpg"]


@pytest.mark.parametrize(
    ("slide", "gone"),
    [
        ("  - {photo: b.jpg, withheld: true}\n", "b.jpg"),
        ("  - photo: {file: ./b.jpg, alt: x}\n    withheld: true\n", "b.jpg"),
        ("  - withheld: true\n    quote: I paint doors.\n", "I paint doors."),
        ("  - withheld: true\n    title: Begin\n", "Begin"),
        (
            "  - withheld: true\n    text: >\n      My brother was\n      safe, and he knew it.\n",
            ALL[4],
        ),
        ("  - withheld: true\n    text: My brother was sa", ALL[4]),
    ],
)
def test_which_slide_is_withheld(left, slide, gone):
    """A slide is known by its photo, its quote, its title or its text, even a torn one."""
    shown, _ = left(f"{HEAD}\tx\nslides:\n{slide}")

    assert shown == [one for one in ALL if one != gone]


@pytest.mark.parametrize("slide", ["  - withheld: true\n", "  - withheld: true\n    photo:"])
def test_a_slide_that_cannot_be_told(left, slide):
    """If nothing tells which slide is meant, none is shown."""
    assert left(f"{HEAD}slides:\n{slide}\n\t- x")[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        HEAD + SLIDES + OOPS,
        HEAD + "  public: true\n" + SLIDES + OOPS,
        HEAD + "  # sealed: nothing\n  # public: false\n" + SLIDES + OOPS,
        HEAD + SLIDES.replace("caption", "withheld: false\n    caption") + OOPS,
        "",
    ],
)
def test_what_says_nothing_of_the_kind(left, text):
    """A file that closes nothing leaves everything as it is."""
    shown, (entry,) = left(text)

    assert shown == ALL
    assert entry.readable


class TestMistakesElsewhere:
    """The file can be read, and another file, or another slide of it, has a mistake."""

    def test_sealed(self, wall, before, left):
        """What is sealed now is shown as it now is."""
        wall.write("other.yaml", "oops")
        shown, (entry,) = left(HEAD + SEALED + SLIDES)

        assert shown == ALL
        assert entry.readable.exchanges[0].answer == "I paint doors. […]"

    def test_sealed_words_in_a_text(self, left):
        """A caption that repeats them is gone, though this is a mistake."""
        slides = SLIDES.replace("At night", "I hid my brother")
        shown, _ = left(HEAD + SEALED + slides)

        assert shown == [one for one in ALL if one != "b.jpg"]

    def test_sealed_words_that_are_not_found(self, left):
        """The interview closes, and so do its quotes."""
        shown, (entry,) = left(HEAD + SEALED.replace("I hid", "I hide") + SLIDES)

        assert shown == UNQUOTED
        assert entry.interview is None

    def test_sealed_with_a_mistake_in_a_slide(self, left):
        """What the file says is sealed, no more and no less, is gone."""
        slides = SLIDES.replace("At night", "I paint doors, I hid my brother") + "  - titel: x\n"
        shown, (entry,) = left(HEAD + SEALED.replace("I hid", "I paint doors. I hid") + slides)

        assert shown == [ALL[0], ALL[2], ALL[4]]
        assert entry.readable.exchanges[0].answer == "[…]"

    def test_words_that_a_torn_file_may_seal(self, wall, before, left):
        """No text of another exhibition repeats the interview until the file is mended."""
        wall.write("other.yaml", "interview:\n  file: talk.txt\n  sealed:\n\t- x")
        shown, _ = left(HEAD + SLIDES.replace("At night", "I paint doors, I hid my brother"))

        assert shown == [ALL[0], ALL[2], ALL[4]]

    def test_words_of_an_interview_that_only_a_torn_file_names(self, wall, left):
        """The same, if no exhibition that can be read names the interview."""
        wall.write("other.yaml", "interview:\n  file: talk.txt\n  sealed:\n\t- x")
        slides = SLIDES.replace("  - quote: I paint doors.\n", "")
        slides = slides.replace("At night", "I paint doors, I hid my brother")
        shown, _ = left("title: Doors\n" + slides)

        assert shown == [ALL[0], ALL[2], ALL[4]]

    def test_sealed_words_in_another_file(self, wall, before, left):
        """A copy of the interview closes, and the kiosk loses a subtitle with sealed words."""
        wall.write("copy.txt", (wall.path / "talk.txt").read_bytes())
        wall.hang("- photo: b.jpg\n- quote: At night.", "interview: copy.txt", "other.yaml")
        wall.write("kiosk.yaml", "title: Open\nsubtitle: Paint doors, I hid my brother\n")
        before = reread(str(wall.path)).collection
        seal = SEALED.replace("I hid", "I paint doors")
        wall.write("doors.yaml", HEAD + seal + SLIDES.replace("I paint doors", "At night"))
        reading = reread(str(wall.path))
        left = closed(before, reading.closings, reading.collection)
        copy = left.entry("other")

        assert before.entry("other").readable
        assert copy.interview is None
        assert [told(slide) for slide in copy.exhibition.slides] == ["b.jpg"]
        assert before.kiosk.subtitle
        assert left.kiosk.title == before.kiosk.title
        assert left.kiosk.subtitle is None

    def test_private(self, wall, left):
        wall.write("other.yaml", "oops")
        shown, (entry,) = left(HEAD + "  public: false\n" + SLIDES)

        assert shown == ALL
        assert entry.readable is None

    def test_withheld(self, wall, left):
        """Only this slide, also if another one shows the same photo."""
        wall.write("other.yaml", "oops")
        more = "  - photo: b.jpg\n    withheld: true\n  - photo: b.jpg\n    caption: At night\n"
        old = "  - photo: b.jpg\n    caption: At night\n"
        shown, _ = left(HEAD + SLIDES.replace(old, more))
        gone, _ = left(HEAD + SLIDES.replace(old, old + "    withheld: true\n"))

        assert shown == ALL
        assert gone == [one for one in ALL if one != "b.jpg"]

    def test_a_mistake_in_the_withheld_slide(self, left):
        shown, _ = left(HEAD + SLIDES.replace("caption", "withheld: true\n    capton"))

        assert shown == [one for one in ALL if one != "b.jpg"]

    def test_the_same_interview(self, wall, before, left):
        """Sealed in a file that cannot be read, it is closed in all exhibitions."""
        wall.write("other.yaml", "interview:\n  file: talk.txt\n  sealed:\n\t- x")
        shown, (entry,) = left(HEAD + SLIDES)

        assert shown == UNQUOTED
        assert entry.interview is None

    @pytest.mark.parametrize(
        "name", ["Ada, 3 May (1).txt", "talk: of Ada.TXT", "Entretien d'été.txt"]
    )
    def test_a_name_with_spaces(self, wall, left, name):
        """It is found in the file with the mistake, whichever signs it has."""
        (wall.path / "talk.txt").rename(wall.path / name)
        wall.write("doors.yaml", HEAD.replace("talk.txt", f'"{name}"') + SLIDES)
        before = reread(str(wall.path)).collection
        wall.write("other.yaml", f"interview:\n  file: {name}\n  sealed:\n\t- x")
        reading = reread(str(wall.path))
        (entry,) = closed(before, reading.closings, reading.collection).entries

        assert before.entries[0].interview
        assert reading.collection.entries[0].interview is None
        assert entry.interview is None

    def test_an_interview_without_a_name(self, wall, left):
        """If nobody knows which interview is sealed, all are closed."""
        wall.write("other.yaml", "interview:\n  sealed:\n    - en: {from: a, to: b}\n  fil")
        shown, (entry,) = left(HEAD + SLIDES)

        assert shown == UNQUOTED
        assert entry.interview is None


@pytest.mark.parametrize(
    "text",
    [
        "sealed: " + "a" * 3_900_000,
        "interview: {sealed: [" + "{,: " * 900_000,
        "- withheld: true\n  photo: a.jpg\n" * 30_000,
        "public: false, " * 250_000,
        "sealed: é " + "a.txt " * 600_000,
    ],
    ids=["a word", "signs", "slides", "keys", "names"],
)
def test_large_files(left, text):
    """A file of any size is looked through in seconds, and closes what it says."""
    begun_s = time.process_time()
    shown, found = left(text + "\n\t- x")

    assert time.process_time() - begun_s < 10
    assert shown in (UNQUOTED, ALL, [])
    assert not any(entry.readable for entry in found)


def test_a_mistake_elsewhere_leaves_what_is_sealed_as_it_is(wall, before):
    """Where all that is sealed can be read, the interview stays open, without the passage."""
    wall.write("doors.yaml", HEAD + SEALED + SLIDES + "  - txet: Oops\n")
    wall.write("other.yaml", HEAD + SLIDES)
    reading = reread(str(wall.path))
    entries = {one.name: one for one in reading.collection.entries}

    assert not any("sealed-unclear" in error for error in reading.errors)
    assert "I hid" not in repr(entries["other"].readable)
    assert "I paint doors." in repr(entries["other"].readable)


def test_a_passage_that_cannot_be_read_closes_the_interview(wall, before):
    """One of two passages is of no use: nobody knows what it seals."""
    sealed = "  sealed: [{en: {from: I hid, to: my brother}}, {en: At night}]\n"
    wall.write("doors.yaml", HEAD + sealed + SLIDES)
    wall.write("other.yaml", HEAD + SLIDES)
    reading = reread(str(wall.path))
    entries = {one.name: one for one in reading.collection.entries}

    assert entries["other"].readable is None
