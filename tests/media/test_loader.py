"""What is wanted comes, what is broken is told of once, and nothing is waited for in vain."""

import threading
import time

import pytest
from PIL import Image

from kiosk.media.cache import Cache
from kiosk.media.derivatives import Derivatives
from kiosk.media.loader import THREADS, Failed, Loader, Measured
from kiosk.media.original import UnreadablePhotoError
from kiosk.media.workers.pool import Workers
from kiosk.media.workers.slots import NoLongerWantedError
from kiosk.media.workers.starts import WorkersError
from kiosk.types.photo import Bitmap, Derivative, InfoRequest, Tile

PATIENCE_S = 30


@pytest.fixture
def loader(tmp_path):
    woken = threading.Event()
    made = Loader(Cache(tmp_path / "cache"), woken.set)
    made.woken = woken
    yield made
    made.close()


def collect(loader, count):
    results = []
    while len(results) < count:
        assert loader.woken.wait(PATIENCE_S), "nothing came"
        loader.woken.clear()
        results += loader.collect()
    return results


def await_that(happens):
    for _ in range(PATIENCE_S * 100):
        if happens():
            return
        time.sleep(0.01)
    pytest.fail("it did not happen")


@pytest.fixture
def photo(tmp_path):
    file = str(tmp_path / "photo.png")
    Image.new("RGB", (90, 60), (10, 20, 30)).save(file)
    return file


def test_facts_and_pixels_come(loader, photo):
    """A request for facts and one for a derivative are both answered."""
    wanted = [InfoRequest(photo), Derivative(photo, 9, 6)]
    loader.want(wanted)
    results = collect(loader, 2)

    info = next(result for result in results if isinstance(result, Measured))
    assert info.facts.size.width == 90
    pixels = next(result for result in results if isinstance(result, Bitmap))
    assert pixels.derivative == wanted[1]
    blue, green, red = pixels.data[:3]
    assert abs(blue - 30) + abs(green - 20) + abs(red - 10) < 9
    assert not loader.is_busy


def test_a_second_time_no_worker_is_needed(loader, photo, tmp_path, monkeypatch):
    """What was derived once is read from the cache, by this show and the next."""
    loader.want([InfoRequest(photo), Derivative(photo, 9, 6)])
    collect(loader, 2)
    monkeypatch.setattr(Workers, "run", lambda *_: pytest.fail("a worker was asked"))
    woken = threading.Event()
    again = Loader(Cache(tmp_path / "cache"), woken.set)
    again.woken = woken
    again.want([InfoRequest(photo), Derivative(photo, 9, 6)])

    assert len(collect(again, 2)) == 2
    again.close()


def test_a_broken_photo_is_told_of_once(loader, tmp_path, caplog):
    """However often it is wanted, a broken file makes one line in the log."""
    file = str(tmp_path / "broken.jpg")
    (tmp_path / "broken.jpg").write_bytes(b"nothing of use")
    for _ in range(3):
        loader.want([InfoRequest(file), Derivative(file, 5, 5)])
        if loader.is_busy:
            loader.woken.wait(PATIENCE_S)
        while loader.is_busy:
            results = loader.collect()
            assert all(isinstance(result, Failed) for result in results)

    assert [record.message for record in caplog.records] == [
        f"{file} is left out: it is a text, not a picture"
    ]


def test_a_damaged_derivative_is_made_anew(loader, photo, tmp_path):
    """A cache file that holds nonsense does not keep the photo from the wall."""
    loader.want([Derivative(photo, 9, 6)])
    collect(loader, 1)
    next((tmp_path / "cache").glob("*9x6*")).write_bytes(b"nonsense")
    loader.want([Derivative(photo, 9, 6)])

    assert isinstance(collect(loader, 1)[0], Bitmap)


def test_what_is_no_longer_wanted_is_given_up(photo, tmp_path, monkeypatch):
    """Of a long list that is dropped, nothing is worked through but what was begun before."""
    begun, dropped, woken = [], threading.Event(), threading.Event()

    def derivative(self, derivative, priority):
        begun.append(derivative)
        dropped.wait(PATIENCE_S)
        raise NoLongerWantedError

    monkeypatch.setattr(Derivatives, "derivative", derivative)
    loader = Loader(Cache(tmp_path / "cache"), woken.set)
    loader.want([Derivative(photo, n, 6) for n in range(1, 60)])
    await_that(lambda: len(begun) > THREADS)
    loader.want([])
    dropped.set()
    await_that(lambda: (loader.collect(), not loader.is_busy)[1])

    assert len(begun) == THREADS + 1
    loader.close()


def test_what_has_not_begun_is_taken_in_the_new_order(photo, tmp_path, monkeypatch):
    """What is now wanted before others is begun before them, though they were asked for earlier."""
    monkeypatch.setattr("kiosk.media.loader.THREADS", 1)
    begun, asked = [], threading.Event()

    def derivative(self, derivative, priority):
        begun.append(derivative.width)
        asked.wait(PATIENCE_S)
        raise NoLongerWantedError

    monkeypatch.setattr(Derivatives, "derivative", derivative)
    loader = Loader(Cache(tmp_path / "cache"))
    first, *rest = (Derivative(photo, n, 6) for n in range(1, 9))
    loader.want([first, *rest])
    await_that(lambda: len(begun) == 2)  # One in the thread of what is urgent.
    loader.want([first, *reversed(rest)])
    asked.set()
    await_that(lambda: (loader.collect(), not loader.is_busy)[1])

    assert begun[2:] == [8, 7, 6, 5, 4, 3]
    loader.close()


def test_the_most_urgent_comes_first(photo, tmp_path, monkeypatch):
    """A request that is put in front overtakes those that wait."""
    monkeypatch.setattr("kiosk.media.loader.THREADS", 1)
    woken = threading.Event()
    loader = Loader(Cache(tmp_path / "cache"), woken.set)
    loader.woken = woken
    waiting = [Derivative(photo, n, 6) for n in range(1, 30)]
    urgent = Derivative(photo, 99, 66)
    begun = note_what_is_begun(monkeypatch)
    loader.want(waiting)
    loader.want([urgent, *waiting])
    collect(loader, 2)

    loader.close()
    # One may have been begun before in the thread of what is urgent, and one in the other.
    assert [99, 66] in [list(arguments[:2]) for _, _, *arguments in begun[:3]]


def note_what_is_begun(monkeypatch):
    run, begun = Workers.run, []

    def noted(self, work, file, *arguments, **options):
        begun.append((work.name, file, *arguments))
        return run(self, work, file, *arguments, **options)

    monkeypatch.setattr(Workers, "run", noted)
    return begun


def test_no_worker_is_no_fault_of_the_photo(loader, photo, monkeypatch):
    """Where no process can be started for a while, the photo comes later."""
    monkeypatch.setattr("kiosk.media.loader.AGAIN_S", 0.1)
    run, refused = Workers.run, []

    def once(self, *arguments, **options):
        if not refused:
            refused.append(arguments)
            raise WorkersError("no room")
        return run(self, *arguments, **options)

    monkeypatch.setattr(Workers, "run", once)
    wanted = [InfoRequest(photo)]
    loader.want(wanted)
    assert loader.woken.wait(PATIENCE_S)
    assert loader.collect() == []
    assert loader.is_busy
    results = []

    def comes():
        loader.want(wanted)
        results.extend(loader.collect())
        return results

    await_that(comes)

    assert isinstance(results[0], Measured)
    assert refused


def test_while_no_worker_can_be_had(loader, photo, tmp_path, monkeypatch, caplog):
    """However often a photo is wanted then, none is asked again at once, and kept photos come."""
    other = tmp_path / "other.png"
    Image.new("RGB", (30, 20), "teal").save(other)
    loader.want([InfoRequest(photo)])
    collect(loader, 1)
    asked = []

    def refused(self, *arguments, **options):
        asked.append(arguments)
        raise WorkersError("no room")

    monkeypatch.setattr(Workers, "run", refused)
    monkeypatch.setattr("kiosk.media.loader.AGAIN_S", 600)
    loader.want([InfoRequest(str(other))])
    await_that(lambda: asked)
    results = []

    def comes():
        loader.want([InfoRequest(str(other)), InfoRequest(photo)])
        results.extend(loader.collect())
        return results

    await_that(comes)
    for _ in range(100):
        comes()

    assert {one.file for one in results} == {photo}
    assert len(asked) == 1
    assert loader.is_busy
    assert not caplog.records


def test_a_file_that_changes_while_it_is_opened(loader, photo, monkeypatch):
    """What came of a file as it was before is not held against it, and it is opened anew."""
    opened, mended, info = threading.Event(), threading.Event(), Derivatives.info

    def half_written(self, file, priority):
        if mended.is_set():
            return info(self, file, priority)
        opened.set()
        mended.wait(PATIENCE_S)
        raise UnreadablePhotoError("the file ends too early")

    monkeypatch.setattr(Derivatives, "info", half_written)
    loader.want([InfoRequest(photo)])
    assert opened.wait(PATIENCE_S)
    loader.retry(photo)
    mended.set()
    results = []

    def comes():
        loader.want([InfoRequest(photo)])
        results.extend(loader.collect())
        return results

    await_that(comes)

    assert [type(one) for one in results] == [Measured]


def test_what_threads_find_out_is_known_once_it_is_collected(loader, photo, monkeypatch):
    """Which photos have no tiles changes in the show's thread alone, where it is looked through."""

    def derived(self, file, width, height, box=None, **options):
        raise UnreadablePhotoError("opening it takes more memory than the limit")

    monkeypatch.setattr(Workers, "derive", derived)
    whole = Derivative(photo, 90, 60)
    loader.want([Tile(whole, 0, 0)])
    assert loader.woken.wait(PATIENCE_S)
    before = set(loader._untiled)
    loader.collect()

    assert before == set()
    assert loader._untiled == {whole}
    loader.retry(photo)
    assert loader._untiled == set()


def test_what_waits_for_a_worker_is_given_up_too(loader, tmp_path, monkeypatch):
    """An original that is no longer wanted when a worker is free is not opened."""
    opened, free = [], threading.Event()

    def slow(self, work, file, *arguments, priority, **options):
        free.wait(PATIENCE_S)
        if not priority.is_wanted():
            raise NoLongerWantedError
        opened.append(file)
        raise UnreadablePhotoError("enough")

    monkeypatch.setattr(Workers, "run", slow)
    files = [str(tmp_path / f"{number}.jpg") for number in range(4)]
    for file in files:
        Image.new("RGB", (9, 6)).save(file)
    loader.want([InfoRequest(file) for file in files])
    loader.want([InfoRequest(files[3])])
    free.set()
    while loader.is_busy:
        loader.woken.wait(0.05)
        loader.collect()

    assert opened == [files[3]]


def test_an_error_in_the_program_costs_one_photo(loader, photo, monkeypatch):
    """What nobody has thought of leaves a photo out, and nobody waiting."""

    def stumbling(self, file, *sizes, **options):
        raise RuntimeError("not thought of")

    monkeypatch.setattr(Workers, "measure", stumbling)
    loader.want([InfoRequest(photo)])
    (failed,) = collect(loader, 1)

    assert isinstance(failed, Failed)
    assert "not thought of" in failed.reason
    assert not loader.is_busy


def test_what_is_waited_for_goes_before_what_was_asked_for_earlier(loader, tmp_path, monkeypatch):
    """The derivative of the first photo is begun while the facts of all others still wait."""
    begun, first, rest = [], threading.Event(), threading.Event()

    def run(self, work, file, *arguments, priority, **options):
        with self._places.taken(priority):
            begun.append((work.name.rpartition(":")[2], file))
            (first if file == files[0] else rest).wait(PATIENCE_S)
            raise NoLongerWantedError

    monkeypatch.setattr("kiosk.media.workers.pool.workers_for_a_player", lambda: 2)
    monkeypatch.setattr(Workers, "run", run)
    files = [str(tmp_path / f"{number}.jpg") for number in range(9)]
    for file in files:
        Image.new("RGB", (9, 6)).save(file)
    others = [InfoRequest(file) for file in files[1:]]
    fetching = Loader(Cache(tmp_path / "another"), threading.Event().set)
    fetching.want([InfoRequest(files[0]), *others])
    await_that(lambda: len(begun) == 2)
    fetching.want([Derivative(files[0], 9, 6), *others])
    first.set()
    await_that(lambda: len(begun) >= 3)

    assert begun[2] == ("derive", files[0])
    rest.set()
    fetching.close()


def test_a_file_that_hangs_does_not_hold_up_the_next(loader, photo, tmp_path, monkeypatch):
    """While one photo takes its minute, another one that is waited for comes."""
    hanging, ended, measure = str(tmp_path / "hanging.png"), threading.Event(), Workers.measure
    Image.new("RGB", (9, 6)).save(hanging)

    def info(self, file, *sizes, **options):
        if file == hanging:
            ended.wait(2 * PATIENCE_S)
        return measure(self, file, *sizes, **options)

    monkeypatch.setattr(Workers, "measure", info)
    loader.want([InfoRequest(hanging)])
    time.sleep(0.2)
    loader.want([InfoRequest(photo)])
    try:
        assert [one.file for one in collect(loader, 1)] == [photo]
    finally:
        ended.set()


def test_tiles_come(loader, photo, tmp_path):
    """A tile comes with its pixels, and is kept in the cache."""
    tile = Tile(Derivative(photo, 90, 60), 0, 0)
    loader.want([tile])
    (pixels,) = collect(loader, 1)

    assert (pixels.derivative, len(pixels.data)) == (tile, 90 * 60 * 4)
    assert list((tmp_path / "cache").glob("*90x60-0-0*"))


def test_a_photo_without_tiles_stays_on_the_wall(loader, photo, monkeypatch, caplog):
    """Where an original is too large to be cut, that is told of once, and the photo is no fault."""
    derive = Workers.derive

    def derived(self, file, width, height, box=None, **options):
        if box:
            raise UnreadablePhotoError("opening it takes more memory than the limit")
        return derive(self, file, width, height, box, **options)

    monkeypatch.setattr(Workers, "derive", derived)
    whole = Derivative(photo, 90, 60)
    wanted = [*(Tile(whole, column, 0) for column in range(3)), Derivative(photo, 9, 6)]
    loader.want(wanted)
    results = []
    while loader.is_busy:
        loader.woken.wait(0.05)
        results += loader.collect()
        loader.want([one for one in wanted if one not in [got.derivative for got in results]])

    assert [one.derivative for one in results] == [wanted[-1]]
    assert len(caplog.records) == 1


def test_what_cannot_be_drawn_is_not_fetched_again(loader, caplog):
    """A tile that is refused leaves its photo on the wall; a photo that is refused fails, once."""
    whole = Derivative("a.jpg", 2000, 1000)
    tiles = [Tile(whole, column, 0) for column in range(2)]
    assert [loader.refuse(one, "no room") for one in tiles] == [None, None]
    assert loader.refuse(whole, "no room") == Failed("a.jpg", "no room")
    assert loader.refuse(whole, "no room") is None
    loader.want([*tiles, whole])

    assert not loader.is_busy
    assert [record.message for record in caplog.records] == [
        "a.jpg is shown, but cannot be zoomed to its own pixels: no room",
        "a.jpg is left out: no room",
    ]


def test_slides_do_not_wait_behind_tiles(loader, photo, monkeypatch):
    """While a large original is cut, what else is wanted comes."""
    cut, derive = threading.Event(), Workers.derive

    def derived(self, file, width, height, box=None, **options):
        if box:
            cut.wait(PATIENCE_S)
        return derive(self, file, width, height, box, **options)

    monkeypatch.setattr(Workers, "derive", derived)
    whole = Derivative(photo, 90, 60)
    tiles = [Tile(whole, column, 0) for column in range(9)]
    loader.want([*tiles, Derivative(photo, 9, 6)])
    (first,) = collect(loader, 1)
    cut.set()

    assert first.derivative == Derivative(photo, 9, 6)
    loader.want([])
