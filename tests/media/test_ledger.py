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
