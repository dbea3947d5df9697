"""`kiosk proof` as it is typed."""

from __future__ import annotations

import re
import time

import pytest
from click.testing import CliRunner

from kiosk.cli import main


@pytest.fixture
def proof(hall):
    return lambda *args: CliRunner().invoke(main, ["proof", *map(str, args)])


@pytest.mark.parametrize(("name", "begins"), [("p.pdf", b"%PDF-"), ("p.HTML", b"<!doctype html>")])
def test_the_ending_chooses(hall, proof, name, begins):
    """One command writes paper or a page, of all slides, and says what it holds."""
    result = proof(hall.path, "--out", hall.path / name, "--size", "480x270")

    assert result.exit_code == 0, result.output
    assert re.search(
        rf"{name} is written: 4 slides, 3 errors, \d+ warnings, 1 note\.", result.output
    )
    assert (hall.path / name).read_bytes().startswith(begins)


def test_slides_are_drawn_in_the_language_asked_for(hall, proof):
    """Pictures differ by language; the words beside them, and today's date, do not."""
    pages = []
    for language in ("en", "fr"):
        out = hall.path / f"{language}.html"
        proof(hall.path, "--out", out, "--size", "480x270", "--language", language)
        pages.append(out.read_text(encoding="utf-8"))
    english, french = (re.findall(r'src="([^"]+)"', page) for page in pages)
    words = {re.sub(r'src="[^"]+"', "", page) for page in pages}

    assert len(english) == len(french) == 4
    assert english[0] != french[0]
    assert len(words) == 1
    assert time.strftime("%Y-%m-%d") in words.pop()


def test_each_page_of_a_slide_is_drawn(tmp_path):
    """A proof shows all pages of a long text, in their order, on paper and in a browser."""
    words = " ".join(f"The lake was never silent, number {n}." for n in range(90))
    (tmp_path / "essay.yaml").write_text(
        f"title: Lakes\nslides:\n  - text: {words}\n  - text: Short\n"
    )
    for ending in ("html", "pdf"):
        out = tmp_path / f"p.{ending}"
        result = CliRunner().invoke(main, ["proof", str(tmp_path), "--out", str(out)])
        assert result.exit_code == 0, result.output
    page = (tmp_path / "p.html").read_text(encoding="utf-8")
    names = re.findall(r'<img alt="([^"]+)"', page)
    pictures = set(re.findall(r'src="([^"]+)"', page))

    assert names == ["essay:1", "essay:1.2", "essay:1.3", "essay:2"]
    assert len(pictures) == 4
    assert (tmp_path / "p.pdf").read_bytes().count(b"/Subtype/Image") >= 4


def test_other_endings(hall, proof):
    """A file of another kind is refused before anything is drawn."""
    result = proof(hall.path, "--out", hall.path / "p.docx")

    assert result.exit_code == 2
    assert "should end in .pdf or .html" in result.output


def test_where_nothing_can_be_written(hall, proof):
    """A folder that is not there is told of in a sentence."""
    result = proof(hall.path, "--out", hall.path / "nowhere/p.html", "--size", "480x270")

    assert result.exit_code == 2
    assert "cannot be written: No such file or directory" in result.output


def test_nothing_to_show(hall, proof):
    """A place that shows nothing has no proof, and the problems say why."""
    (hall.path / "doors.yaml").write_text("title: Doors\nslides: none\n")
    result = proof(hall.path, "--out", hall.path / "p.pdf")

    assert result.exit_code == 1
    assert "There is nothing to show" in result.output
    assert "error:" in result.output
    assert not (hall.path / "p.pdf").exists()
