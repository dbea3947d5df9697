"""`kiosk proof` as it is typed."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from kiosk.base.clock import today
from kiosk.cli import main
from kiosk.language.dates import long_date


@pytest.fixture
def proof(hall):
    return lambda *args: CliRunner().invoke(main, ["proof", *map(str, args)])


@pytest.mark.parametrize(("name", "begins"), [("p.pdf", b"%PDF-"), ("p.HTML", b"<!doctype html>")])
def test_the_ending_chooses(hall, proof, name, begins):
    """One command writes paper or a page, of all slides, and says what it holds."""
    result = proof(hall.path, "--out", hall.path / name, "--size", "480x270")

    assert result.exit_code == 0, result.output
    assert re.search(
        rf"{name} is written: 4 slides, 3 errors, \d+ warnings, 2 notes\.", result.output
    )
    assert (hall.path / name).read_bytes().startswith(begins)


def test_slides_are_drawn_in_the_language_asked_for(hall, proof):
    """Without a language, all are drawn; words beside the pictures, and the date, are the same."""
    pictures, words = {}, set()
    for language in ("en", "fr", ""):
        out = hall.path / f"in-{language}.html"
        chosen = ["--language", language] if language else []
        assert proof(hall.path, "--out", out, "--size", "480x270", *chosen).exit_code == 0
        page = out.read_text(encoding="utf-8")
        pictures[language] = re.findall(r'src="([^"]+)"', page)
        words.add(
            re.sub(r'<div class="pictures">.*?</div>\n(?=<dl|</section)', "", page, flags=re.S)
        )

    home_slides_interview = 1 + 4 + 1
    assert len(pictures["en"]) == len(pictures["fr"]) == home_slides_interview
    assert pictures["en"][0] != pictures["fr"][0]
    assert set(pictures[""]) == {*pictures["en"], *pictures["fr"]}
    assert len(words) == 1
    assert long_date(today(), "en") in words.pop()


def test_what_is_accepted(hall, proof):
    """The director reads what a comment allows, which `kiosk check` no longer reports."""
    doors, out = hall.path / "doors.yaml", hall.path / "p.html"
    text = doors.read_text("utf-8")
    doors.write_text(text.replace("people: true}", "people: true}  # kiosk: allow photo-small"))
    proof(hall.path, "--out", out)
    page = re.sub(r"<[^>]*>", "", out.read_text(encoding="utf-8"))

    assert re.search(r"Accepted\s*line 12: .*\[photo-small\]", page)


def test_for_narrators(hall, proof):
    """The narrators' proof names them, and needs no director's problems."""
    out = hall.path / "n.html"
    result = proof(hall.path, "--for", "narrator", "--out", out)

    assert result.exit_code == 0, result.output
    assert "n.html is written: Ada Example." in result.output
    assert "I paint them blue." in out.read_text(encoding="utf-8")
    assert "accent" not in out.read_text(encoding="utf-8")


def test_nothing_for_narrators(hall, proof):
    """A place without anybody's words and photos has no such proof."""
    (hall.path / "doors.yaml").write_text("title: Doors\nslides: [{title: A}]\n")
    result = proof(hall.path, "--for", "narrator", "--out", hall.path / "n.pdf")

    assert result.exit_code == 2
    assert "is a narrator's" in result.output
    assert not (hall.path / "n.pdf").exists()


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
    pictures = re.findall(r'<img alt="([^"]*)" src="([^"]+)"', page)
    labels = [label for label, _ in pictures]

    home, short = 1, 1
    assert len(pictures) == home + 3 + short
    assert [label[-2:] for label in labels[2:4]] == [" 2", " 3"]
    assert len({data for _, data in pictures}) == len(pictures)
    assert (tmp_path / "p.pdf").read_bytes().count(b"/Subtype/Image") >= len(pictures)


def test_other_endings(hall, proof):
    """A file of another kind is refused before anything is drawn."""
    result = proof(hall.path, "--out", hall.path / "p.docx")

    assert result.exit_code == 2
    assert "should end in .pdf or .html" in result.output


def test_where_nothing_can_be_written(hall, proof):
    """A folder that is not there is told of in a sentence, before anything is drawn."""
    out = hall.path / "nowhere/p.html"
    result = proof(hall.path, "--out", out, "--size", "480x270")

    assert result.exit_code == 2
    assert result.output == f"{out} cannot be written: there is no folder {out.parent}.\n"


def test_nothing_to_show(hall, proof):
    """A place that shows nothing has no proof, and the problems say why."""
    (hall.path / "doors.yaml").write_text("title: Doors\nslides: none\n")
    result = proof(hall.path, "--out", hall.path / "p.pdf")

    assert result.exit_code == 1
    assert "There is nothing to show" in result.output
    assert "error:" in result.output
    assert not (hall.path / "p.pdf").exists()


@pytest.mark.parametrize("reader", ["director", "narrator"])
def test_withdrawn_on_this_machine(hall, proof, reader):
    """What `kiosk withdraw` has withdrawn is in no proof, under any name, and is no error."""
    hall.clean()
    (hall.path / "copy.jpg").write_bytes((hall.path / "1.jpg").read_bytes())
    withdraw = ["withdraw", str(hall.path / "copy.jpg")]
    out = hall.path / "p.html"
    before = proof(hall.path, "--for", reader, "--out", out, "--size", "480x270").output
    had = " 1.jpg" in out.read_text("utf-8") or ">1.jpg" in out.read_text("utf-8")
    assert CliRunner().invoke(main, withdraw).exit_code == 0
    after = proof(hall.path, "--for", reader, "--out", out, "--size", "480x270").output
    CliRunner().invoke(main, ["withdraw", "--undo", str(hall.path / "copy.jpg")])
    page = out.read_text("utf-8")

    assert had
    assert ">1.jpg" not in page
    assert "At the gate" not in page
    assert (
        ("4 slides, 0 errors" in before)
        == ("3 slides, 0 errors" in after)
        == (reader == "director")
    )


def test_copies_of_withdrawn_photos(hall, proof):
    """The first proof has no word about a photo that an exhibition withdraws by another name."""
    hall.clean()
    (hall.path / "copy.jpg").write_bytes((hall.path / "1.jpg").read_bytes())
    other = "title: Gate\nslides:\n  - title: Gate\n  - photo: {file: copy.jpg, withdrawn: true}\n"
    (hall.path / "gate.yaml").write_text(other, "utf-8")
    out = hall.path / "p.html"
    proof(hall.path, "--out", out, "--size", "480x270")
    CliRunner().invoke(main, ["withdraw", "--undo", str(hall.path / "copy.jpg")])

    assert "I paint them blue" in out.read_text("utf-8")
    assert "At the gate" not in out.read_text("utf-8")
