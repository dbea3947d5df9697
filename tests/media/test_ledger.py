"""The ledger: what was withdrawn once stays withdrawn, whatever happens to the file."""

import pytest

from kiosk.media.ledger import Ledger

ONE, TWO = "1" * 64, "2" * 64


def test_it_outlives_the_program(tmp_path):
    """Another program, and the next start, know what was entered."""
    ledger, other = Ledger(tmp_path), Ledger(tmp_path)
    assert other.withdrawn == frozenset()
    ledger.withdraw([ONE])
    assert other.withdrawn == {ONE}
    other.withdraw([TWO])

    assert ledger.withdrawn == Ledger(tmp_path).withdrawn == {ONE, TWO}


def test_lines_are_only_added(tmp_path):
    """Also what is undone leaves its trace, and nothing is entered twice."""
    ledger = Ledger(tmp_path)
    ledger.withdraw([ONE])
    ledger.withdraw([ONE])
    ledger.give_back([ONE, TWO])
    ledger.withdraw([ONE])

    lines = [line for line in ledger.path.read_text().splitlines() if line]
    assert lines == [f"withdrawn {ONE}", f"returned {ONE}", f"withdrawn {ONE}"]
    assert ledger.withdrawn == {ONE}


@pytest.mark.parametrize(
    "torn", [b"withdrawn 22", b"\x00" * 100, b"\xff", b"withdrawn " + b"x" * 64]
)
def test_a_torn_line_spoils_no_other(tmp_path, torn):
    """A power cut while a line was written costs that line alone."""
    Ledger(tmp_path).withdraw([ONE])
    with Ledger(tmp_path).path.open("ab") as file:
        file.write(torn)
    Ledger(tmp_path).withdraw([TWO])

    assert Ledger(tmp_path).withdrawn == {ONE, TWO}


def test_it_is_on_the_disk_before_anything_else_is_done(tmp_path, monkeypatch):
    """The line, and at first the folder, are synced."""
    synced = []
    monkeypatch.setattr("os.fsync", synced.append)
    Ledger(tmp_path).withdraw([ONE])
    assert len(synced) == 2
    Ledger(tmp_path).withdraw([TWO])

    assert len(synced) == 3


def test_a_ledger_that_cannot_be_read(tmp_path, caplog):
    """What was known stays; where nothing ever was, that is an error; it is logged once."""
    ledger, other = Ledger(tmp_path), Ledger(tmp_path)
    ledger.withdraw([ONE])
    assert ledger.withdrawn == {ONE}
    ledger.path.rename(tmp_path / "aside")
    ledger.path.mkdir()

    for _ in range(3):
        assert ledger.withdrawn == {ONE}
        with pytest.raises(IsADirectoryError):
            _ = other.withdrawn
    assert len(caplog.records) == 2
    ledger.path.rmdir()
    (tmp_path / "aside").rename(ledger.path)
    assert other.withdrawn == {ONE}


def test_what_cannot_be_written_holds_in_this_program(tmp_path):
    """A read-only disk costs the entry, and not the withdrawal."""
    (tmp_path / "file").write_text("in the way")
    ledger = Ledger(tmp_path / "file")
    with pytest.raises(FileExistsError):
        ledger.withdraw([ONE])

    assert ledger.withdrawn == {ONE}


def test_lines_that_end_as_on_windows(tmp_path):
    """A ledger that an editor has saved is still one."""
    Ledger(tmp_path).withdraw([ONE])
    path = Ledger(tmp_path).path
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert Ledger(tmp_path).withdrawn == {ONE}


def test_a_ledger_that_fails_while_it_is_read_is_not_taken_for_read(tmp_path, monkeypatch):
    """A disk that gives no bytes makes no empty ledger: what is withdrawn stays unknown."""
    Ledger(tmp_path).withdraw([ONE])
    ledger = Ledger(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr("kiosk.media.ledger._withdrawn", raise_io_error)
        for _ in range(2):
            with pytest.raises(OSError, match="no bytes"):
                _ = ledger.withdrawn

    assert ledger.withdrawn == {ONE}


def raise_io_error(_):
    raise OSError("no bytes")
