"""Worker processes: whatever happens to one costs one photo, and nobody waits in vain."""

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.msgpack import encode

from kiosk.media.workers.pool import MEASURE, NICENESS, Workers
from kiosk.media.workers.starts import WorkersError
from kiosk.media.workers.work import ANSWER_BYTES_MAX, BEGUN, Answer, Work, WorkError, framed
from kiosk.types.photo import LIKENESS_PX, TONES, PhotoInfo
from tests.media.misbehaviour import EXPLODED, Bomb

PATIENCE_S = 30
LENGTH = Work("builtins:len", int)


@pytest.fixture
def make():
    """Workers that are closed when the test is over."""
    made = []

    def workers(*arguments, **options):
        made.append(Workers(*arguments, **options))
        return made[-1]

    yield workers
    for one in made:
        one.close()


def do(what, answer=int):
    return Work(f"tests.media.misbehaviour:{what}", answer)


BOMB = pickle.dumps(Bomb())
LIES = {
    "pickle": (int, BOMB),
    "pickle in a frame": (int, framed(BOMB)),
    "another type": (int, framed(encode(Answer("text")))),
    "bytes for facts": (MEASURE.answer, framed(encode(Answer((b"", b""))))),
    "more fields": (int, framed(encode([4, "", "", [], "more"]))),
    "garbage": (int, framed(bytes(range(256)))),
    "a frame too long": (int, (ANSWER_BYTES_MAX + 1).to_bytes(8, "big") + bytes(9)),
    "a length of 2**63": (int, (2**63).to_bytes(8, "big")),
    "four billion notes": (int, framed(b"\x94\x04\xa0\xa0\xdd\xff\xff\xff\xff\xa0")),
    "a long reason": (int, framed(encode([None, "x" * 100_000]))),
    "many notes": (int, framed(encode([4, "", "", ["x"] * 1000]))),
    "deep nesting": (int, framed(b"\x91" * 100_000)),
    "nothing": (int, framed(b"")),
    "no word": (int, framed(encode([]))),
}
"""Types that are expected, and what comes in their place."""


def is_alive(process):
    """Whether a process is there and no mere entry in its parent's list."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def await_end(process):
    limit = time.monotonic() + PATIENCE_S
    while is_alive(process) and time.monotonic() < limit:
        time.sleep(0.02)
    return not is_alive(process)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("die", "ended the worker"),
        ("die_while_answering", "ended the worker"),
        ("hang", r"more than 1\.5 s"),
        ("hoard", r"more memory than the limit \(500 MB\)"),
        ("stumble", "no reason at all"),
    ],
)
def test_a_fault_costs_one_photo(make, fault, reason):
    """Whatever work does to its process, it fails with a reason and the next work is done."""
    workers = make(1, seconds_max=1.5, bytes_max=500 * 2**20)
    with pytest.raises(WorkError, match=reason):
        workers.run(do(fault), "bad.jpg")

    assert workers.run(LENGTH, "good") == 4


@pytest.mark.parametrize("lie", LIES, ids=LIES.keys())
def test_an_answer_that_is_none(make, lie):
    """What a hostile file has a worker answer runs no code, takes no memory, costs one photo."""
    workers = make(1, seconds_max=1.5)
    tracemalloc.start()
    try:
        with pytest.raises(WorkError, match="ended the worker"):
            workers.run(do("utter", LIES[lie][0]), "bad.jpg", LIES[lie][1])
        _, taken = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert not EXPLODED
    assert taken < 2**20
    assert workers.run(LENGTH, "good") == 4


def test_what_a_worker_says_steers_no_terminal(make):
    """A reason or a note forges no line of the log, and colours nothing."""
    heard, workers = [], make(1, on_note=lambda *told: heard.append(told))
    said = "\x1b[31mred\nkiosk: all is well\u202e"
    workers.run(do("utter"), "odd.jpg", framed(encode(Answer(4, notes=(said,)))))
    with pytest.raises(WorkError) as failed:
        workers.run(do("utter"), "bad.jpg", framed(encode(Answer(reason=said, trace=said))))

    plain = "\ufffd[31mred\ufffdkiosk: all is well\ufffd"
    assert heard == [("odd.jpg", plain)]
    assert str(failed.value) == plain
    assert "\x1b" not in failed.value.trace


def test_half_an_answer_is_not_waited_for(make):
    """A worker that begins an answer and then says nothing more keeps nobody waiting."""
    workers = make(1, seconds_max=1.5)
    with pytest.raises(WorkError, match=r"more than 1\.5 s"):
        workers.run(do("utter_and_hang"), "bad.jpg", framed(encode(Answer(4)))[:-1])

    assert workers.run(LENGTH, "good") == 4


def test_an_answer_that_nobody_asked_for(make):
    """What a worker says beyond its answer is not taken for one about the next file."""
    workers = make(1)
    lie = framed(encode(Answer(4)))
    workers.run(do("utter"), "bad.jpg", lie + BEGUN + lie)

    assert workers.run(LENGTH, "good.jpg") == 8


def test_a_worker_that_takes_no_job_keeps_nobody_waiting(make, monkeypatch):
    """Where a worker reads nothing of what it is told, another one is asked."""
    monkeypatch.setattr("kiosk.media.workers.process.BEGIN_S_MAX", 0.5)
    workers = make(1)
    first = workers.run(do("process"), "file")
    os.kill(first, signal.SIGSTOP)

    assert workers.run(do("process"), "x" * 2**20) != first


def test_an_answer_too_long_is_told_of(make):
    """A worker of good will says that more came of a file than may, and serves the next."""
    workers = make(1)
    with pytest.raises(WorkError, match=r"its result is larger than the limit \(0 MB\)"):
        workers.run(do("repeat", str), "four", ANSWER_BYTES_MAX)

    assert workers.run(LENGTH, "good") == 4


@pytest.mark.parametrize(("width", "tones"), [(0, TONES), (9, 1), (9, 2 * TONES)])
def test_facts_that_cannot_be(make, width, tones):
    """Sizes of nought, and tones of another grid, do not reach the layouts."""
    grid = bytes(tones**2)
    facts = PhotoInfo(width, 9, grid, grid, bytes(3 * LIKENESS_PX**2))
    lie = framed(encode(Answer((facts, b""))))

    with pytest.raises(WorkError, match="ended the worker"):
        make(1).run(do("utter", MEASURE.answer), "bad.jpg", lie)


def test_names_that_are_no_utf_8(make):
    """A file is opened by the name that it has, be it of another encoding."""
    name = os.fsdecode(b"caf\xe9.jpg")

    workers = make(1)

    assert workers.run(do("named_in_bytes", bytes), name) == b"caf\xe9.jpg"
    with pytest.raises(WorkError, match=r"caf\\udce9.jpg"):
        workers.run(do("name_in_vain"), name)


def test_neighbours_are_not_blamed(make):
    """Of files that are opened at the same time, only the one at fault is given up."""
    workers = make(4)
    with ThreadPoolExecutor(4) as threads:
        good = [threads.submit(workers.run, do("take"), "good.jpg", 0.3) for _ in range(9)]
        bad = [threads.submit(workers.run, do("die"), "bad.jpg") for _ in range(6)]

    assert all(one.result() for one in good)
    assert all(isinstance(one.exception(), WorkError) for one in bad)


def test_time_runs_from_when_a_file_is_begun(make):
    """Files that wait for others are not taken for slow ones."""
    workers = make(1, seconds_max=1.0)
    with ThreadPoolExecutor(6) as threads:
        asked = [threads.submit(workers.run, do("take"), "file", 0.2) for _ in range(6)]

    assert len({one.result() for one in asked}) == 1


def test_a_process_that_ended_while_idle_is_replaced(make):
    """That a worker has gone meanwhile is no fault of the next file."""
    workers = make(1)
    first = workers.run(do("process"), "file")
    os.kill(first, signal.SIGKILL)

    assert workers.run(do("process"), "file") != first


def test_however_many_have_ended_while_idle(make):
    """After a quiet time all workers are gone, and the next file finds a new one."""
    workers = make(5)
    with ThreadPoolExecutor(5) as threads:
        took = [threads.submit(workers.run, do("take"), "file", 0.5) for _ in range(5)]
    processes = {one.result() for one in took}
    for process in processes:
        os.kill(process, signal.SIGKILL)
    assert len(processes) == 5
    assert all(map(await_end, processes))

    assert workers.run(LENGTH, "good") == 4


@pytest.mark.parametrize("program", ["/bin/false", "/nowhere/python"])
def test_without_processes_no_file_is_blamed(make, monkeypatch, program):
    """Where no process can be started, that is told of, and not taken for a fault of the photo."""
    monkeypatch.setattr(sys, "executable", program)

    with pytest.raises(WorkersError):
        make(1).run(LENGTH, "good")


def test_the_worker_that_knows_a_file_is_asked_again(make):
    """What a process keeps of a file is of use to the next that is wanted of it."""
    workers = make(2)
    with ThreadPoolExecutor(2) as threads:
        files = ("one.jpg", "two.jpg")
        took = [threads.submit(workers.run, do("take"), file, 0.5) for file in files]
    processes = [one.result() for one in took]

    assert len(set(processes)) == 2
    for _ in range(3):
        assert [workers.run(do("process"), file) for file in files] == processes


def test_notes_are_told_of_once(make):
    """However often a file is opened, what is to be noted of it is told of once."""
    told = []
    workers = make(1, on_note=lambda *note: told.append(note))
    for file in ("one.jpg", "two.jpg", "one.jpg"):
        workers.run(do("note"), file)

    assert told == [(file, "not quite as it should be") for file in ("one.jpg", "two.jpg")]


def test_what_decoders_print_reaches_nobody(make, capfd):
    """Remarks of libraries stand neither in the log nor in the way of the answer."""
    assert make(1).run(do("chatter"), "four") == 4
    assert capfd.readouterr() == ("", "")


def test_idle_workers_give_their_memory_back(make, monkeypatch):
    """A worker that nobody asks for anything ends by itself, and another one is started."""
    command = (
        "from kiosk.media.workers import worker; worker.IDLE_S = 0.2;"
        " worker.serve(2**30, 9, 'json', 0)"
    )
    monkeypatch.setattr("kiosk.media.workers.process._command", lambda *_: command)
    workers = make(1)
    first = workers.run(do("process"), "file")

    assert await_end(first)
    assert workers.run(do("process"), "file") != first


def test_workers_end_with_the_player(tmp_path):
    """When the player is killed, its processes end as well, those that hang included."""
    player = f"""
import threading
from kiosk.media.workers.work import Work
from kiosk.media.workers.pool import Workers
workers = Workers(1, seconds_max=1.0)
process, hang = (Work("{do("process").name}", int), Work("{do("hang_and_tell").name}", int))
print(workers.run(process, "file"), flush=True)
threading.Thread(target=workers.run, args=(hang, "{tmp_path}/begun")).start()
threading.Event().wait()
"""
    with subprocess.Popen([sys.executable, "-c", player], stdout=subprocess.PIPE) as process:
        worker = int(process.stdout.readline())
        while not (tmp_path / "begun").exists():
            time.sleep(0.01)
        process.kill()

    assert await_end(worker)


def test_closing_ends_what_is_under_way(make):
    """A show that closes waits for no photo, and leaves no process behind."""
    workers = make(2)
    process = workers.run(do("process"), "file")
    failed = threading.Event()

    def hang():
        with pytest.raises((WorkError, WorkersError)):
            workers.run(do("hang"), "file")
        failed.set()

    threading.Thread(target=hang).start()
    while workers._idle:
        time.sleep(0.01)
    workers.close()

    assert failed.wait(PATIENCE_S)
    assert await_end(process)
    with pytest.raises(WorkersError, match="closing"):
        workers.run(LENGTH, "file")


def test_a_worker_imports_what_it_needs(make):
    """Somebody waits for the first photo: a worker knows of no window, no YAML, and no test."""
    imported = make(1).run(do("modules", list[str]), "file")
    heavy = {"numpy", "pydantic", "pygame", "skia", "yaml", "click", "multiprocessing", "pytest"}

    assert not heavy.intersection(imported)
    assert "kiosk.media.originals.decode" in imported


def test_what_reads_texts_opens_no_photos(make):
    """A worker of another kind imports what that needs, and nothing that opens photos."""
    imported = make(1, module="kiosk.authoring.load.read_task").run(
        do("modules", list[str]), "file"
    )

    assert {"pydantic", "yaml"}.issubset(imported)
    assert not [name for name in imported if name.startswith(("PIL", "pygame", "skia"))]


@pytest.mark.parametrize("high_priority", [False, True])
def test_the_show_goes_before_workers(make, high_priority):
    """They leave the processor to all others; hurried ones, once they are told to calm down."""
    workers = make(1, high_priority=high_priority)
    before = workers.run(do("niceness"), "file")
    workers.lower_priority()

    assert before == os.nice(0) + (0 if high_priority else NICENESS)
    assert workers.run(do("niceness"), "file") == NICENESS


def test_a_worker_goes_before_the_show_does(make):
    """It leaves no copy of a photo behind where it crashes, and memory is taken from it first."""
    assert make(1).run(do("modesty", list[int]), "file") == [0, 1000]


def test_the_player_alone_answers_to_the_keyboard(make):
    """What is typed in the terminal, such as Ctrl+C, ends no worker in the middle of a photo."""
    assert make(1).run(do("session"), "file") != os.getsid(0)


def test_one_stands_by(make):
    """A process that was started ahead is the one that is asked."""
    workers = make(1)
    workers.warm_up()
    (process,) = workers._all

    assert workers.run(do("pid"), "file") == process._process.pid


def test_the_player_opens_no_originals():
    """Playing and checking import derivatives' decoder alone."""
    command = "import sys, kiosk.cli, kiosk.player.assembly; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", command], stdout=subprocess.PIPE, text=True)
    imported = set(run.stdout.split())
    formats = ("Png", "Gif", "Tiff", "WebP", "Avif")

    assert "PIL.JpegImagePlugin" in imported
    assert not imported & {f"PIL.{name}ImagePlugin" for name in formats}
    assert not imported & {"kiosk.media.originals.decode", "pillow_heif", "PIL.ImageCms"}
