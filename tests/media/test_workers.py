"""Worker processes: whatever happens to one costs one photo, and nobody waits in vain."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kiosk.media.original import UnreadablePhotoError
from kiosk.media.workers import NICENESS, Workers, WorkersError

PATIENCE_S = 30


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


def do(what):
    return f"tests.media.misbehaviour:{what}"


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
        ("hoard", r"more memory than it may \(500 MB\)"),
        ("stumble", "damaged"),
    ],
)
def test_a_fault_costs_one_photo(make, fault, reason):
    """Whatever work does to its process, it fails with a reason and the next work is done."""
    workers = make(1, seconds_max=1.5, bytes_max=500 * 2**20)
    with pytest.raises(UnreadablePhotoError, match=reason):
        workers.run(do(fault), "bad.jpg")

    assert workers.run("builtins:len", "good") == 4


def test_neighbours_are_not_blamed(make):
    """Of files that are opened at the same time, only the one at fault is given up."""
    workers = make(4)
    with ThreadPoolExecutor(4) as threads:
        good = [threads.submit(workers.run, do("take"), "good.jpg", 0.3) for _ in range(9)]
        bad = [threads.submit(workers.run, do("die"), "bad.jpg") for _ in range(6)]

    assert all(one.result() for one in good)
    assert all(isinstance(one.exception(), UnreadablePhotoError) for one in bad)


def test_time_runs_from_when_a_file_is_begun(make):
    """Files that wait for others are not taken for slow ones."""
    workers = make(1, seconds_max=2.0)
    with ThreadPoolExecutor(6) as threads:
        asked = [threads.submit(workers.run, do("take"), "file", 0.4) for _ in range(6)]

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

    assert workers.run("builtins:len", "good") == 4


@pytest.mark.parametrize("program", ["/bin/false", "/nowhere/python"])
def test_without_processes_no_file_is_blamed(make, monkeypatch, program):
    """Where no process can be started, that is told of, and not taken for a fault of the photo."""
    monkeypatch.setattr(sys, "executable", program)

    with pytest.raises(WorkersError):
        make(1).run("builtins:len", "good")


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
    workers = make(1, tell=lambda *note: told.append(note))
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
        "from kiosk.media import worker; worker.IDLE_S = 0.2; worker.serve(2**30, 9, 'json', 0)"
    )
    monkeypatch.setattr("kiosk.media.process._command", lambda *_: command)
    workers = make(1)
    first = workers.run(do("process"), "file")

    assert await_end(first)
    assert workers.run(do("process"), "file") != first


def test_workers_end_with_the_player(tmp_path):
    """When the player is killed, its processes end as well, those that hang included."""
    player = f"""
import threading
from kiosk.media.workers import Workers
workers = Workers(1, seconds_max=3.0)
print(workers.run("{do("process")}", "file"), flush=True)
threading.Thread(target=workers.run, args=("{do("hang_and_tell")}", "{tmp_path}/begun")).start()
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
        with pytest.raises((UnreadablePhotoError, WorkersError)):
            workers.run(do("hang"), "file")
        failed.set()

    threading.Thread(target=hang).start()
    while workers._idle:
        time.sleep(0.01)
    workers.close()

    assert failed.wait(PATIENCE_S)
    assert await_end(process)
    with pytest.raises(WorkersError, match="closing"):
        workers.run("builtins:len", "file")


def test_a_worker_imports_what_it_needs(make):
    """Somebody waits for the first photo: a worker knows of no window, no YAML, and no test."""
    imported = make(1).run(do("modules"), "file")
    heavy = {"numpy", "pydantic", "pygame", "skia", "yaml", "click", "multiprocessing", "pytest"}

    assert not heavy.intersection(imported)
    assert "kiosk.media.decode" in imported


def test_what_reads_texts_opens_no_photos(make):
    """A worker of another kind imports what that needs, and nothing that opens photos."""
    imported = make(1, module="kiosk.exhibition.rereading").run(do("modules"), "file")

    assert {"pydantic", "yaml"}.issubset(imported)
    assert not [name for name in imported if name.startswith(("PIL", "pygame", "skia"))]


@pytest.mark.parametrize("hurried", [False, True])
def test_the_show_goes_before_workers(make, hurried):
    """They leave the processor to all others; hurried ones, once they are told to calm down."""
    workers = make(1, hurried=hurried)
    before = workers.run(do("niceness"), "file")
    workers.calm_down()

    assert before == os.nice(0) + (0 if hurried else NICENESS)
    assert workers.run(do("niceness"), "file") == NICENESS


def test_one_stands_by(make):
    """A process that was started ahead is the one that is asked."""
    workers = make(1)
    workers.stand_by()
    (process,) = workers._all

    assert workers.run(do("pid"), "file") == process._process.pid


def test_the_player_opens_no_originals():
    """Playing and checking import derivatives' decoder alone."""
    command = "import sys, kiosk.cli, kiosk.app; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", command], stdout=subprocess.PIPE, text=True)
    imported = set(run.stdout.split())
    formats = ("Png", "Gif", "Tiff", "WebP", "Avif")

    assert "PIL.JpegImagePlugin" in imported
    assert not imported & {f"PIL.{name}ImagePlugin" for name in formats}
    assert not imported & {"kiosk.media.decode", "pillow_heif", "PIL.ImageCms"}
