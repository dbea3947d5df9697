"""A start at which a place cannot be read whole begins with what it showed last."""

from pathlib import Path

import pytest
from msgspec.structs import replace

import kiosk.base.file_stamp
from kiosk.authoring.load.read_task import reread
from kiosk.media.cache import Cache
from kiosk.media.ledger import Ledger
from kiosk.player.content.content_reader import ContentReader
from kiosk.player.content.last_good import LastGood

TORN = {
    "empty": lambda data: b"",
    "half": lambda data: data[: len(data) // 2] + b'\n  - text: "',
    "NULs": lambda data: bytes(len(data)),
}


@pytest.fixture
def place(tmp_path):
    """Two exhibitions, one of them with a quote from an interview and two photos."""
    folder = tmp_path / "place"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.jpg").write_bytes(name.encode())
    (folder / "interview.txt").write_text("Ada\n\ninterview\n\nWhy?\nBecause I can.\n")
    (folder / "apple.yaml").write_text(
        "title: {en: Apple, fr: Pomme}\ninterview: interview.txt\nslides:\n- title: Apple\n"
        "- photo: a.jpg\n- photo: b.jpg\n- quote: Because I can.\n"
    )
    (folder / "pear.yaml").write_text("title: Pear\nslides:\n- title: Pear\n")
    return folder


@pytest.fixture
def last_good(place, tmp_path):
    """What the place showed before anything happened to it."""
    kept = LastGood(place, (), tmp_path / "state")
    keep(kept, place)
    return kept


def keep(last_good, place):
    reading = reread(str(place))
    last_good.keep(reading.collection, reading.sources)


def shown(reading):
    """What each exhibition shows, by its name."""
    entries = reading.collection.entries if reading.collection else ()
    return {entry.name: [_what(slide) for slide in entry.exhibition.slides] for entry in entries}


def _what(slide):
    if slide.photo:
        return Path(slide.photo.file).name
    return slide.quote.text if slide.quote else slide.title.in_language("en")


APPLE = ["Apple", "a.jpg", "b.jpg", "Because I can."]
BOTH = {"apple": APPLE, "pear": ["Pear"]}


@pytest.mark.parametrize("damage", TORN)
def test_a_file_that_a_power_cut_left_torn(place, last_good, damage):
    """Its exhibition is shown as it was, the others as they are now, and staff read why."""
    yaml = place / "apple.yaml"
    yaml.write_bytes(TORN[damage](yaml.read_bytes()))
    (place / "pear.yaml").write_text("title: Pear\nslides:\n- title: Plum\n")
    reading = last_good.completed(reread(str(place)))

    assert shown(reading) == {"apple": APPLE, "pear": ["Plum"]}
    assert reading.collection.kiosk.languages == ("en", "fr")
    assert "apple.yaml" in reading.collection.faults[0]


@pytest.mark.parametrize("damage", TORN)
def test_every_file_torn(place, last_good, damage):
    """There is a picture all the same."""
    for yaml in place.glob("*.yaml"):
        yaml.write_bytes(TORN[damage](yaml.read_bytes()))

    assert shown(last_good.completed(reread(str(place)))) == BOTH


@pytest.mark.parametrize("damage", TORN)
def test_torn_settings(place, tmp_path, damage):
    """With kiosk.yaml torn, nothing hangs that it did not list."""
    settings = place / "kiosk.yaml"
    settings.write_text("title: Hall\nexhibitions: [pear]\nlanguages: [fr, en]\n")
    last_good = LastGood(place, (), tmp_path / "state")
    keep(last_good, place)
    settings.write_bytes(TORN[damage](settings.read_bytes()))
    reading = last_good.completed(reread(str(place)))

    assert shown(reading) == {"pear": ["Pear"]}
    assert reading.collection.kiosk.languages == ("fr", "en")


def test_one_exhibition_of_its_own(place, tmp_path):
    """The same holds where PLACE is a file, whatever lies beside it."""
    last_good = LastGood(place / "apple.yaml", (), tmp_path / "state")
    keep(last_good, place / "apple.yaml")
    (place / "apple.yaml").write_text("")
    (place / "pear.yaml").write_text("")

    assert shown(last_good.completed(reread(str(place / "apple.yaml")))) == {"apple": APPLE}


def test_a_folder_that_is_away(place, last_good, tmp_path):
    """A share that is not mounted yet keeps what it showed, which staff can read."""
    place.rename(tmp_path / "away")
    reading = last_good.completed(reread(str(place)))

    assert shown(reading) == BOTH
    assert str(place) in reading.collection.faults[0]


def test_a_mount_point_without_its_share(place, last_good, tmp_path, monkeypatch):
    """An empty folder of another file system stands for a share that is away."""
    place.rename(tmp_path / "away")
    place.mkdir()
    assert shown(last_good.completed(reread(str(place)))) == {}
    monkeypatch.setattr("kiosk.base.file_stamp.device", lambda folder: -1)

    assert shown(last_good.completed(reread(str(place)))) == BOTH


def test_photos_on_a_share_that_is_away(tmp_path, place):
    """An exhibition whose photos cannot be reached is shown as it was."""
    photos = tmp_path / "share"
    photos.mkdir()
    (photos / "c.jpg").write_bytes(b"c")
    text = "title: Pear\nphotos: ../share\nslides:\n- title: Pear\n- photo: c.jpg\n"
    (place / "pear.yaml").write_text(text)
    last_good = LastGood(place, (), tmp_path / "state")
    keep(last_good, place)
    photos.rename(tmp_path / "away")

    assert shown(last_good.completed(reread(str(place))))["pear"] == ["Pear", "c.jpg"]


@pytest.mark.parametrize("what", ["photos", "place"])
def test_a_share_that_stays_away(place, tmp_path, monkeypatch, what):
    """Start after start, an empty mount point is known for what it is."""
    photos = tmp_path / "share"
    photos.mkdir()
    (photos / "c.jpg").write_bytes(b"c")
    text = "title: Pear\nphotos: ../share\nslides:\n- title: Pear\n- photo: c.jpg\n"
    (place / "pear.yaml").write_text(text)
    keep(LastGood(place, (), tmp_path / "state"), place)
    away = photos if what == "photos" else place
    away.rename(tmp_path / "away")
    away.mkdir()
    (away / "NOT_MOUNTED").touch()
    found = kiosk.base.file_stamp.device
    monkeypatch.setattr(
        "kiosk.base.file_stamp.device", lambda folder: -1 if folder == away else found(folder)
    )
    monkeypatch.setattr("kiosk.player.content.last_good.device", kiosk.base.file_stamp.device)

    for _ in range(3):
        last_good = LastGood(place, (), tmp_path / "state")
        reading = last_good.completed(reread(str(place)))
        assert shown(reading) == {"apple": APPLE, "pear": ["Pear", "c.jpg"]}
        last_good.keep(reading.collection, reading.sources)


def test_a_file_that_stays_torn(place, last_good):
    """Start after start, its quotes are there, as long as their interview is the same."""
    (place / "apple.yaml").write_text("")
    for _ in range(3):
        reading = last_good.completed(reread(str(place)))
        assert shown(reading) == BOTH
        last_good.keep(reading.collection, reading.sources)


def test_what_a_torn_file_seems_to_withdraw(place, last_good):
    """It is left out, also where the file has lost the folder of its photos."""
    text = "title: Apple\nphotos: \nslides:\n- photo: {file: lost/a.jpg, withdrawn: tr"
    (place / "apple.yaml").write_text(text)

    assert "a.jpg" not in shown(last_good.completed(reread(str(place))))["apple"]


def test_a_mistake_beside_a_withdrawal(place, last_good):
    """What the file withdraws exactly is withdrawn for good; what it only seems to is doubtful."""
    (place / "pear.yaml").unlink()
    photo = str(place / "a.jpg")
    text = "title: Apple\nauthor: x\nslides:\n- photo: {file: a.jpg, withdrawn: true}\n"
    for more, doubtful in (("", set()), ("\t- oops", {photo})):
        (place / "apple.yaml").write_text(text + more)
        reading = last_good.completed(reread(str(place)))

        assert shown(reading)["apple"] == ["Apple", "b.jpg", "Because I can."]
        assert photo in reading.collection.withdrawn
        assert reading.collection.doubtful == doubtful


def test_what_was_taken_down_stays_down(place, last_good):
    """A file that is gone from a folder that can be listed was taken down."""
    (place / "apple.yaml").unlink()
    assert shown(last_good.completed(reread(str(place)))) == {"pear": ["Pear"]}
    (place / "pear.yaml").unlink()

    assert last_good.completed(reread(str(place))).collection is None


def test_a_mistyped_place(tmp_path, last_good, place):
    """Of a place that never was, there is nothing to show."""
    other = LastGood(tmp_path / "plaec", (), tmp_path / "state")

    assert other.completed(reread(str(tmp_path / "plaec"))).collection is None


def test_what_is_withdrawn_does_not_come_back(place, last_good, tmp_path):
    """Neither what the ledger names, nor what another file withdraws."""
    cache = Cache(tmp_path / "cache")
    Ledger().withdraw([cache.content(str(place / "a.jpg"))])
    (place / "apple.yaml").write_text("")
    (place / "pear.yaml").write_text(
        "title: Pear\nslides:\n- title: Pear\n- photo: {file: b.jpg, withdrawn: true}\n"
    )
    reader = ContentReader(place, cache=cache)
    reading = reader.obeying(last_good.completed(reread(str(place))))
    reader.close()

    assert shown(reading) == {"apple": ["Apple", "Because I can."], "pear": ["Pear"]}


@pytest.mark.parametrize("change", ["changed", "gone"])
def test_quotes_of_an_interview_that_is_another_now(place, last_good, change):
    """Words that may not stand in the interview any more are not shown."""
    interview = place / "interview.txt"
    (place / "apple.yaml").write_text("")
    if change == "gone":
        interview.unlink()
    else:
        interview.write_text("Ada\n\ninterview\n\nWhy?\nI do not say.\n")
    reading = last_good.completed(reread(str(place)))

    assert shown(reading)["apple"] == ["Apple", "a.jpg", "b.jpg"]
    assert all(entry.interview is None for entry in reading.collection.entries)


def test_a_whole_place_is_as_it_was_read(place, last_good):
    """Where everything can be read, nothing is added to it."""
    (place / "pear.yaml").write_text("title: Pear\nslides:\n- title: Plum\n- titel: Oops\n")
    reading = reread(str(place))

    assert last_good.completed(reading) is reading


@pytest.mark.parametrize("damage", [b"", b"\x80", b"rubbish" * 99, bytes(100)])
def test_what_was_kept_is_damaged(place, last_good, tmp_path, damage):
    """It is as if nothing were kept."""
    (kept,) = (tmp_path / "state").iterdir()
    kept.write_bytes(damage)
    (place / "apple.yaml").write_text("")

    assert shown(last_good.completed(reread(str(place)))) == {"pear": ["Pear"]}


def test_nobody_else_reads_it(last_good, tmp_path):
    """An interview may not be public: what is kept is the owner's."""
    (kept,) = (tmp_path / "state").iterdir()

    assert kept.stat().st_mode & 0o077 == 0


def test_without_room_for_it_the_show_goes_on(place, tmp_path, caplog):
    """A full or read-only disk costs a line in the log."""
    (tmp_path / "file").write_text("in the way")
    keep(LastGood(place, (), tmp_path / "file"), place)

    assert "cannot be saved" in caplog.text


def test_it_is_written_only_when_it_is_another(place, last_good, tmp_path):
    """Memory cards wear out by being written."""
    (kept,) = (tmp_path / "state").iterdir()
    before = kept.stat().st_ino
    keep(last_good, place)
    assert kept.stat().st_ino == before
    reading = reread(str(place))
    last_good.keep(replace(reading.collection, entries=()), reading.sources)

    assert kept.stat().st_ino != before


def test_what_was_opened_of_further_folders_is_not_shown_without_them(place, tmp_path):
    """A place that is played with other roots has a last state of its own."""
    keep(LastGood(place, [tmp_path / "loan"], tmp_path / "state"), place)

    assert not LastGood(place, (), tmp_path / "state").exists


HEAD = "title: {en: Apple, fr: Pomme}\ninterview:\n  file: interview.txt\n"


@pytest.mark.parametrize(
    ("said", "slides", "readable"),
    [
        ("  sealed: [{en: {from: Because, to: can}}]\n", APPLE[:3], False),
        ("  public: false\n", APPLE, False),
        ("slides:\n- photo: a.jpg\n  withheld: true\n", ["Apple", "b.jpg", "Because I can."], True),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_a_torn_file_closes(place, last_good, said, slides, readable, encoding):
    """What was shown last stays, but for what the torn file closes; and this is kept."""
    (place / "apple.yaml").write_text(HEAD + said + '\tx: "', encoding=encoding)
    reading = last_good.completed(reread(str(place)))
    entry = reading.collection.entry("apple")

    assert shown(reading)["apple"] == slides
    assert bool(entry.readable) == readable


def test_sealed_while_the_interview_is_away(place, last_good, tmp_path, monkeypatch):
    """What is sealed meanwhile is not known in the kept interview, so this is closed."""
    (place / "apple.yaml").write_text(
        HEAD + "  sealed: [{en: {from: Because, to: can}}]\nslides:\n- title: Apple\n"
    )
    monkeypatch.setattr("kiosk.player.content.last_good.is_away", lambda *_: True)
    (place / "interview.txt").unlink()
    reading = last_good.completed(reread(str(place)))

    assert shown(reading)["apple"] == APPLE[:3]
    assert reading.collection.entry("apple").interview is None
