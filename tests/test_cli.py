"""The commands as they are typed."""

import contextlib
import io
import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pygame
import pytest
from click.testing import CliRunner
from PIL import Image

from kiosk import __version__
from kiosk.base.geometry import Size
from kiosk.cli import main
from kiosk.media.cache import Cache
from kiosk.media.ledger import Ledger
from kiosk.player.player import Player

ROOT = Path(__file__).parent.parent


@pytest.fixture
def kiosk():
    runner = CliRunner()
    return lambda *args: runner.invoke(main, [str(arg) for arg in args])


@pytest.fixture
def shipped(known_photos):
    return ROOT / "exhibitions"


@pytest.fixture
def copied(known_photos, tmp_path):
    """The shipped exhibitions where they may be changed."""
    for name in ("exhibitions", "seeds", "assets/photos"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path / "exhibitions"


def in_a_terminal(*arguments):
    """What a command of the kiosk writes on a terminal."""
    *arguments, environment = arguments
    ours, its = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "kiosk", *map(str, arguments)],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "TERM": "xterm", **environment},
        stdout=its,
    )
    os.close(its)
    written = b""
    with contextlib.suppress(OSError):  # So does a terminal end that nobody holds any more.
        while data := os.read(ours, 4096):
            written += data
    os.close(ours)
    program.wait()
    return written.decode()


class TestCheck:
    def test_the_shipped_exhibitions_are_in_order(self, kiosk):
        """Nothing is to be mended; stand-ins are noted, and names that need no translation."""
        result = kiosk("check", ROOT / "exhibitions")

        assert result.exit_code == 0
        assert re.search(r"0 errors, 0 warnings, 13 notes", result.output)
        assert len(result.output.splitlines()) == 7

    def test_one_changed_letter_of_a_quote_is_found(self, kiosk, copied):
        """The file, the line and the nearest passage are named, and the exit code is 1."""
        apple = copied / "apple.yaml"
        text = apple.read_text(encoding="utf-8")
        assert "Almaty means Apple City" in text
        apple.write_text(
            text.replace("Almaty means Apple City", "Almaty means Apple Citi"), "utf-8"
        )
        result = kiosk("check", copied)
        line = next(n for n, row in enumerate(apple.read_text().splitlines(), 1) if "Citi" in row)

        assert result.exit_code == 1
        assert re.search(
            rf"apple\.yaml:{line}:\d+: .*nearest.*Almaty means Apple City", result.output
        )
        seed = ROOT / "seeds" / "meiirbek-sailanbek.txt"
        rows = seed.read_text(encoding="utf-8").splitlines()
        spoken = next(n for n, row in enumerate(rows, 1) if "Almaty means Apple City" in row)
        assert f"meiirbek-sailanbek.txt:{spoken}" in result.output

    def test_strict_takes_warnings_for_errors(self, kiosk, copied):
        """A missing translation is a warning, and told as an error where that is asked."""
        yaml = copied / "portrait.yaml"
        text = yaml.read_text(encoding="utf-8")
        yaml.write_text(
            re.sub(r"(title: \{en: [^,]+), fr: [^}]+\}", r"\1}", text, count=1), "utf-8"
        )

        lenient, strict = kiosk("check", copied), kiosk("check", "--strict", copied)

        assert (lenient.exit_code, strict.exit_code) == (0, 1)
        assert "0 errors, 1 warning, " in lenient.output
        assert "1 error, 0 warnings, " in strict.output

    def test_formats(self, kiosk, copied):
        """Programs and GitHub get the same problems in their own words."""
        told = json.loads(kiosk("check", "--format", "json", copied).output)
        commands = kiosk("check", "--format", "github", copied).output

        assert len(told) == commands.count("::notice file=") == 13

    @pytest.mark.parametrize(
        ("environment", "coloured"),
        [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
    )
    def test_colours_on_a_terminal(self, tmp_path, environment, coloured):
        """A terminal shows colours, unless somebody asked for none."""
        shown = in_a_terminal("check", tmp_path / "nowhere", environment)

        assert "there is no file" in shown
        assert ("\x1b[31m" in shown) is coloured

    @pytest.mark.parametrize("place", ["apple", "apple.yaml", "wall/apple"])
    def test_a_name_alone(self, kiosk, tmp_path, monkeypatch, place):
        """An exhibition is found by its name, in this folder or in the usual one."""
        monkeypatch.chdir(tmp_path)
        for folder in ("exhibitions", "wall"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "apple.yaml").write_text("title: T\nslides:\n  - title: a\n")

        assert kiosk("check", place).exit_code == 0
        assert kiosk("check", "pear").exit_code == 1

    def test_no_colours_in_a_pipe(self, kiosk, tmp_path):
        """What goes into a pipe or a file is plain."""
        assert "\x1b" not in kiosk("check", tmp_path / "nowhere").output

    def test_photos_that_cannot_be_shown(self, kiosk, tmp_path):
        """Each is an error where it stands first, with the reason; an odd one is a warning."""
        good = io.BytesIO()
        Image.new("RGB", (90, 60), (200, 40, 40)).save(good, "jpeg", icc_profile=b"nonsense")
        (tmp_path / "odd.jpg").write_bytes(good.getvalue())
        (tmp_path / "cut.jpg").write_bytes(good.getvalue()[:-40])
        (tmp_path / "text.jpg").write_text("This is no picture.")
        (tmp_path / "x.yaml").write_text(
            "title: X\ncover: text.jpg\ndefaults: {credit: Ada}\nslides:\n"
            "  - {photo: odd.jpg, alt: A}\n"
            "  - photo: {file: cut.jpg, alt: A}\n"
            "  - {photo: cut.jpg, alt: A}\n"
        )
        kiosk("check", tmp_path)
        result = kiosk("check", tmp_path)  # What was noted the first time is told again.

        assert result.exit_code == 1
        for told in (
            "x.yaml:2:8: error: text.jpg cannot be shown: it is a text, not a picture",
            "x.yaml:6:19: error: cut.jpg cannot be shown: the file ends too early",
            "x.yaml:5:13: warning: odd.jpg is shown, but its colour profile is damaged",
            "x.yaml:5:13: warning: odd.jpg has 90 × 60 pixels, and is enlarged",
        ):
            assert told in result.output
        assert "2 errors, 2 warnings" in result.output

    def test_photos_are_hung_on_the_screen_that_is_named(self, kiosk, tmp_path):
        """What is sharp on a small screen may be too small for a large one."""
        Image.effect_noise((1000, 600), 90).save(tmp_path / "a.jpg")
        (tmp_path / "x.yaml").write_text("title: X\nslides:\n  - photo: a.jpg\n")
        small = kiosk("check", tmp_path, "--size", "1024x600", "--format", "json")
        large = kiosk("check", tmp_path, "--size", "1920x1080")

        assert "photo-small" not in small.output
        assert "x.yaml:3:12: warning: a.jpg has 1000 × 600 pixels" in large.output

    def test_copies_are_seen_through(self, kiosk, tmp_path):
        """A photo that was scaled and saved anew is known again; others are not taken for it."""
        photo = Image.effect_noise((40, 30), 90).resize((1200, 900), Image.Resampling.BICUBIC)
        photo.save(tmp_path / "a.jpg", quality=95)
        photo.resize((400, 300)).save(tmp_path / "b.jpg", quality=40)
        photo.rotate(180).save(tmp_path / "c.jpg")
        photo.point(lambda tone: tone // 2).save(tmp_path / "d.jpg")
        slides = "".join(f"  - photo: {name}.jpg\n" for name in "abcd")
        (tmp_path / "x.yaml").write_text(f"title: X\nslides:\n{slides}")
        for _ in range(2):  # The second time, from what was kept the first time.
            told = json.loads(kiosk("check", tmp_path, "--format", "json").output)
            copies = [one["message"] for one in told if one["code"] == "photo-copied"]

            assert copies == ["b.jpg looks the same as a.jpg; use one of them"]

    def test_a_burst_of_which_one_photo_is_withdrawn(self, kiosk, tmp_path):
        """The others are named; nothing is kept of the withdrawn one to compare them with."""
        photo = Image.effect_noise((40, 30), 90).resize((1200, 900), Image.Resampling.BICUBIC)
        photo.save(tmp_path / "a.jpg", quality=95)
        photo.save(tmp_path / "b.jpg", quality=60)
        photo.rotate(180).save(tmp_path / "c.jpg")
        slides = "  - photo: {file: a.jpg, withdrawn: true}\n  - photo: b.jpg\n  - photo: c.jpg\n"
        (tmp_path / "x.yaml").write_text(f"title: X\nslides:\n{slides}")
        gone = Cache().content(str(tmp_path / "a.jpg"))
        told = json.loads(kiosk("check", tmp_path, "--format", "json").output)

        assert [one["message"] for one in told if one["code"] == "photo-copied"] == [
            "b.jpg looks like the withdrawn photo a.jpg; withdraw it, too,"
            " unless it is another photo"
        ]
        derivatives = Path(os.environ["XDG_CACHE_HOME"]) / "exhibition-kiosk" / "derivatives"
        assert list(derivatives.iterdir())
        assert not list(derivatives.glob(f"{gone}-*"))

    def test_a_copy_of_a_photo_that_no_file_withdraws_any_more(self, kiosk, tmp_path):
        """It is named as long as the withdrawn file is in the folder; nothing else is kept."""
        photo = Image.effect_noise((40, 30), 90).resize((1600, 1200), Image.Resampling.BICUBIC)
        photo.save(tmp_path / "a.jpg", quality=95)
        photo.resize((1200, 900)).save(tmp_path / "b.jpg", quality=70)
        (tmp_path / "x.yaml").write_text("title: X\nslides:\n  - photo: b.jpg\n")

        def copies():
            told = json.loads(kiosk("check", tmp_path, "--format", "json").output)
            return [one["message"] for one in told if one["code"] == "photo-copied"]

        assert copies() == []
        kiosk("withdraw", tmp_path / "a.jpg")
        assert copies() == [
            "b.jpg looks like the withdrawn photo a.jpg; withdraw it, too,"
            " unless it is another photo"
        ]
        (tmp_path / "a.jpg").unlink()
        assert copies() == []

    def test_what_this_machine_has_withdrawn_is_no_error(self, kiosk, tmp_path):
        """Checking says what to write, and how to show it again; a cover is no slide."""
        photo = tmp_path / "a b.png"
        Image.effect_noise((1920, 1080), 90).save(photo)
        head, slides = "title: X\ncover: a b.png\n", "slides:\n  - photo: a b.png\n  - title: X\n"
        (tmp_path / "x.yaml").write_text(head + slides)
        (tmp_path / "y.yaml").write_text("title: Y\ncover: a b.png\nslides:\n  - title: Y\n")
        kiosk("withdraw", photo)
        result = kiosk("check", tmp_path, "--format", "json")
        told = [one for one in json.loads(result.output) if one["code"] == "withdrawn-named"]

        assert result.exit_code == 0
        assert {one["severity"] for one in told} == {"warning"}
        assert [one["message"] for one in told] == [
            f"a b.png is withdrawn on this machine: {remove}, or write withdrawn: true;"
            f" to show it again, type kiosk withdraw --undo '{photo}'"
            for remove in ("remove this slide", "remove it here")
        ]

    def test_slides_have_one_number_everywhere(self, kiosk, tmp_path):
        """A slide that the ledger takes is not counted by the plan, the proof or a shot."""
        for tone, name in enumerate("abcdef"):
            Image.new("RGB", (1200, 900), (40 * tone, 90, 90)).save(tmp_path / f"{name}.png")
        (tmp_path / "x.yaml").write_text(
            "title: X\nslides:\n  - {photo: a.png, title: Gone}\n"
            "  - photos: [b.png, c.png, d.png, e.png]\n  - photo: f.png\n"
        )
        kiosk("withdraw", tmp_path / "a.png", tmp_path / "c.png")
        checked = kiosk("check", tmp_path, "--on", "2026-05-01").output
        page = tmp_path / "p.html"
        proof = kiosk("proof", tmp_path, "--out", page, "--size", "480x270").output
        shot = ("shot", tmp_path, "--size", "480x270", "--out", tmp_path / "s.png", "--start")

        assert "x: 2 of 2 slides" in checked
        assert "a.png is withdrawn on this machine, so its slide and the words on it" in checked
        assert "c.png is withdrawn on this machine: remove it here" in checked
        assert "2 slides, 0 errors" in proof
        text = page.read_text("utf-8")
        assert text.count("a photo here is withdrawn on this machine, so it is not shown") == 2
        assert text.count("A slide is left out here.") == 1
        assert "c.png" not in text
        assert text.index("A slide is left out here.") < text.index("b.png") < text.index("f.png")
        assert kiosk(*shot, "x:2").exit_code == 0
        with Image.open(tmp_path / "s.png") as drawn:
            assert abs(drawn.convert("RGB").getpixel((240, 135))[0] - 200) < 4
        assert kiosk(*shot, "x:3").exit_code == 2

    def test_what_is_withdrawn_is_forgotten(self, kiosk, tmp_path):
        """Checking deletes what was made of a withdrawn photo, and says so."""
        Image.effect_noise((1920, 1080), 90).save(tmp_path / "a.jpg")
        yaml = tmp_path / "x.yaml"
        yaml.write_text("title: X\nslides:\n  - title: X\n  - photo: a.jpg\n")
        kiosk("check", tmp_path)
        derivatives = Path(os.environ["XDG_CACHE_HOME"]) / "exhibition-kiosk" / "derivatives"
        assert list(derivatives.iterdir())
        yaml.write_text(yaml.read_text().replace("a.jpg", "{file: a.jpg, withdrawn: true}"))
        result = kiosk("check", tmp_path)

        assert "x.yaml:4:12: note: the kiosk keeps no copy of a.jpg any more" in result.output
        assert not list(derivatives.iterdir())

    @pytest.mark.parametrize(
        ("on", "told"),
        [
            (
                "2026-12-24",
                ["On Thursday, 2026-12-24:", "apple: 10 of 10", "religions-for-peace: 0"],
            ),
            ("2026-12-24 9:59", ["2026-12-24, 9:59:", "apple: 0 of 10 slides, at 10:00-18:00"]),
            ("2026-12-24T10:00", ["2026-12-24, 10:00:", "apple: 10 of 10", "portrait: 28 of 28"]),
        ],
    )
    def test_what_plays_on_a_day(self, kiosk, copied, on, told):
        """A day, or a moment of it, is told with how much of each exhibition hangs then."""
        for name, key in (
            ("apple", "hours: 10:00-18:00"),
            ("religions-for-peace", "from: 2027-01-01"),
        ):
            file = copied / f"{name}.yaml"
            file.write_text(f"{key}\n{file.read_text('utf-8')}", "utf-8")
        result = kiosk("check", copied, "--on", on)

        assert result.exit_code == 0
        assert all(line in result.output for line in told), result.output

    def test_a_slide_with_dates_of_its_own_is_told_of(self, kiosk, tmp_path):
        """Where and when it hangs stands in the list; where nothing does, that is told too."""
        (tmp_path / "x.yaml").write_text(
            "title: X\nslides:\n  - title: Y\n    from: 2999-01-01\n    weekdays: [sat, sun]\n"
        )
        result = kiosk("check", tmp_path, "--on", "2026-12-24")

        assert "x.yaml:3: is not shown, from 2999-01-01, on sat, sun" in result.output
        assert "nothing is shown; the last picture stays on the screen" in result.output

    @pytest.mark.parametrize("on", ["2026-02-30", "tomorrow", "2026-12-24 24:00"])
    def test_a_day_that_is_none(self, kiosk, copied, on):
        """A mistyped day is answered with how it is written, with exit code 2."""
        result = kiosk("check", copied, "--on", on)

        assert result.exit_code == 2
        assert "such as 2026-12-24" in result.output

    def test_a_day_in_another_form(self, kiosk, copied):
        """A day as people write it is answered with the same day as the kiosk wants it."""
        result = kiosk("check", copied, "--on", "24.12.2027")

        assert "write 2027-12-24" in result.output

    @pytest.mark.parametrize("place", ["nowhere", "nowhere.yaml"])
    def test_a_place_that_is_not_there(self, kiosk, tmp_path, place):
        """A wrong path is one clear problem and no traceback."""
        result = kiosk("check", tmp_path / place)

        assert result.exit_code == 1
        assert "nowhere" in result.output
        assert "Traceback" not in result.output


class TestNew:
    def photo(self, path, taken, credit):
        tags = Image.Exif()
        tags[0x013B] = credit
        tags.get_ifd(0x8769)[0x9003] = taken
        path.parent.mkdir(exist_ok=True)
        Image.new("RGB", (60, 40), credit).save(path, exif=tags)
        return path

    @pytest.fixture
    def photos(self, tmp_path):
        return [
            self.photo(tmp_path / "photos/a.jpg", "2026:05:02 09:00:00", "red"),
            self.photo(tmp_path / "photos/b.jpg", "2026:05:01 09:00:00", "blue"),
        ]

    def test_a_first_file(self, kiosk, copied, photos):
        """It hangs at once, in the order taken, and wants nothing but what a curator knows."""
        result = kiosk("new", "summer-light", *photos, "--in", copied)
        path = copied / "summer-light.yaml"
        told = json.loads(kiosk("check", "--format", "json", path).output)
        text = path.read_text(encoding="utf-8")

        assert result.exit_code == 0
        assert "summer-light.yaml is written" in result.output
        assert "add summer-light to exhibitions in kiosk.yaml" in result.output
        assert {problem["code"] for problem in told} == {
            "alt-missing",
            "photo-small",
            "same-in-all-languages",
        }
        assert text.index("b.jpg") < text.index("a.jpg")

    def test_what_is_missing_is_gathered(self, kiosk, copied, photos):
        """Right after it, each kind of what a curator still has to write is said once."""
        result = kiosk("new", "summer-light", *photos, "--in", copied)

        assert result.output.count("alt-missing") == 1
        assert "for people who cannot see it [alt-missing], 2 times\n" in result.output

    def test_nothing_is_overwritten(self, kiosk, copied, photos):
        """What a curator wrote stays, byte for byte."""
        before = (copied / "apple.yaml").read_bytes()
        result = kiosk("new", "apple", *photos, "--in", copied)

        assert result.exit_code == 2
        assert "already exists" in result.output
        assert (copied / "apple.yaml").read_bytes() == before

    @pytest.mark.parametrize(
        ("name", "photo", "sentence"),
        [
            ("kiosk", None, "'kiosk' cannot be its name"),
            ("../x", None, "cannot be its name"),
            ("x", "nowhere.jpg", "does not exist"),
            ("x", "exhibitions/apple.yaml", "apple.yaml: it is a text, not a picture"),
        ],
    )
    def test_wrong_use_gets_a_sentence(self, kiosk, copied, photos, name, photo, sentence):
        """A name that none can be, or what is no photo, is told, and nothing is written."""
        before = sorted(copied.iterdir())
        given = [copied.parent / photo] if photo else photos
        result = kiosk("new", name, *given, "--in", copied)

        assert result.exit_code == 2
        assert sentence in result.output
        assert sorted(copied.iterdir()) == before

    def test_a_folder_of_a_phone(self, kiosk, copied, photos):
        """All photos in a folder and its folders are taken; other files are named once."""
        folder = photos[0].parent
        self.photo(folder / "more" / "c.jpg", "2026:05:03 09:00:00", "green")
        film = b"\0\0\0\x14ftypqt  \0\0\0\0qt  "
        for name in ("a.MOV", "b.MOV", "c.MOV", "d.MOV", ".DS_Store", "._a.jpg"):
            (folder / name).write_bytes(film)
        (folder / "a.AAE").write_text("<plist/>")
        (folder / "Thumbs.db").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
        result = kiosk("new", "summer", folder, "--in", copied)

        assert result.exit_code == 0
        assert "Left out: a.MOV, b.MOV, c.MOV and 1 more: it is a film" in result.output
        assert "Left out: a.AAE: it holds a program's changes to a photo" in result.output
        assert "Left out: Thumbs.db: it holds small copies of a folder's photos" in result.output
        assert "DS_Store" not in result.output
        named = re.findall(r'- photo: "(.*)"', (copied / "summer.yaml").read_text())
        assert named == ["b.jpg", "a.jpg", "more/c.jpg"]

    def test_a_folder_alone(self, kiosk, copied, photos):
        """A folder gives its name to the exhibition."""
        folder = photos[0].parent.rename(copied.parent / "Summer Light 2026")

        assert kiosk("new", folder, "--in", copied).exit_code == 0
        assert 'title: "Summer light 2026"' in (copied / "summer-light-2026.yaml").read_text()

    @pytest.mark.parametrize("name", ["line\nbreak.jpg", " space.jpg", os.fsdecode(b"\xff.jpg")])
    def test_a_name_that_no_key_can_have(self, kiosk, copied, photos, name):
        """A photo with a name that YAML cannot hold is left out, and the others are taken."""
        shutil.copy(photos[0], photos[0].parent / name)
        result = kiosk("new", "summer", photos[0].parent, "--in", copied)

        assert result.exit_code == 0
        assert "rename it" in result.output
        assert (copied / "summer.yaml").read_text().count("- photo:") == 2

    def test_a_name_alone(self, kiosk, copied):
        """Without photos, the command asks for them."""
        result = kiosk("new", "summer", "--in", copied)

        assert result.exit_code == 2
        assert "Which photos?" in result.output

    def test_no_photo_in_a_folder(self, kiosk, copied, tmp_path):
        """Nothing is written for a folder without photos."""
        (tmp_path / "empty").mkdir()
        result = kiosk("new", "summer", tmp_path / "empty", "--in", copied)

        assert result.exit_code == 2
        assert "there is no photo" in result.output

    def test_a_folder_that_is_not_there(self, kiosk, tmp_path, photos):
        """A wrong folder is named before any photo is opened."""
        folder = tmp_path / "nowhere"
        (tmp_path / "notes.txt").write_text("not a photo")
        result = kiosk("new", "x", *photos, tmp_path / "notes.txt", "--in", folder)

        assert result.exit_code == 2
        assert (
            result.output
            == f"{folder / 'x.yaml'} cannot be written: there is no folder {folder}.\n"
        )

    def test_photos_that_may_not_be_opened(self, kiosk, tmp_path, photos):
        """Where exhibitions may not open the photos, the command says what opens them."""
        (tmp_path / "a" / "b").mkdir(parents=True)
        result = kiosk("new", "summer", *photos, "--in", tmp_path / "a" / "b")

        assert result.exit_code == 0
        assert f"--root {tmp_path / 'photos'}" in result.output


class TestRoot:
    @pytest.fixture
    def place(self, tmp_path):
        """An exhibition of one quote, whose interview lies outside of what it may open."""
        place = tmp_path / "a" / "exhibitions"
        place.mkdir(parents=True)
        (tmp_path / "talks").mkdir()
        (tmp_path / "talks" / "talk.txt").write_text("interview\n\nWhy?\nBecause doors open.\n")
        quote = "interview: ../../talks/talk.txt\nslides:\n  - quote: Because doors open.\n"
        (place / "doors.yaml").write_text(f"title: Doors\n{quote}")
        return place

    @pytest.mark.parametrize(
        "arguments",
        [
            ("check",),
            ("prepare", "--size", "640x360"),
            ("shot", "--size", "640x360", "--out", "picture.png"),
            ("proof", "--size", "640x360", "--out", "proof.html"),
            ("quote", "doors", "--of"),
            ("play", "--window", "640x360", "--for", "0"),
        ],
        ids=lambda arguments: arguments[0],
    )
    def test_every_command_takes_it(self, kiosk, place, arguments, monkeypatch):
        """With the folder, given from where one is, what was refused is opened."""
        monkeypatch.chdir(place.parents[1])
        refused = kiosk(*arguments, place)
        opened = kiosk(*arguments, place, "--root", "none", "--root", "talks")

        assert refused.exit_code in (1, 2)
        assert opened.exit_code == 0, opened.output


class TestExplain:
    def test_a_code(self, kiosk):
        """The code behind a problem leads to its page."""
        result = kiosk("explain", "alt-missing")

        assert result.exit_code == 0
        assert result.output.startswith("# alt-missing\n")
        assert "- photo: 01.jpg" in result.output

    def test_all_codes(self, kiosk):
        """Without a code, all of them are listed with what they are about."""
        rows = kiosk("explain").output.splitlines()

        assert len(rows) > 60
        assert any(row.startswith("alt-missing ") and "cannot see it." in row for row in rows)

    def test_brackets(self, kiosk):
        """A code may be copied with the brackets around it."""
        assert kiosk("explain", "[alt-missing]").output == kiosk("explain", "alt-missing").output

    def test_no_such_code(self, kiosk):
        """A mistyped code is answered with the one that was meant."""
        result = kiosk("explain", "alt-mising")

        assert result.exit_code == 2
        assert "did you mean 'alt-missing'?" in result.output


class TestInterview:
    TEXT = "Maria Blum\n\nQ: Why doors?\nMARIA: Doors are blue.\nKARL: I see.\n\nKARL: Yes.\n"

    @pytest.mark.parametrize("name", ["x.txt", "x.yaml"])
    def test_how_it_was_understood(self, kiosk, tmp_path, monkeypatch, name):
        """Each line has its speaker, in a transcript or in that of an exhibition."""
        monkeypatch.chdir(tmp_path)
        Path("x.txt").write_text(self.TEXT)
        Path("x.yaml").write_text("title: Doors\ninterview: x.txt\nslides:\n  - title: Doors\n")
        result = kiosk("interview", name)

        assert result.exit_code == 0
        assert "Answers    Maria Blum, Karl" in result.output
        assert "3  Question: Why doors?\n    4    Maria Blum: Doors are blue." in result.output

    @pytest.mark.parametrize(
        ("text", "line"),
        [("Q Why?\nA So.\n\nQ When?\nA Now.\n", 1), ("Why?\nSo.\n\nI go.\n\nWhen?\nNow.\n", 4)],
    )
    def test_what_is_doubtful(self, kiosk, tmp_path, text, line):
        """A doubtful line is reported, and the command fails."""
        file = tmp_path / "x.txt"
        file.write_text(text)
        result = kiosk("interview", file)

        assert result.exit_code == 1
        assert f"x.txt:{line}:1: error:" in result.output

    @pytest.mark.parametrize("name", ["x.txt", "x.yaml"])
    def test_all_doubts_and_what_is_clear(self, kiosk, tmp_path, monkeypatch, name):
        """A refused transcript is listed as far as it is clear, with all its doubts."""
        monkeypatch.chdir(tmp_path)
        Path("x.txt").write_text(
            "Q: Why?\nMK: So.\n\n## The storm\n\nQ: When?\nMK: Now.\n\nWho?\n\nMK: We.\n"
        )
        Path("x.yaml").write_text("title: Doors\ninterview: x.txt\nslides:\n  - title: Doors\n")
        result = kiosk("interview", name)

        assert result.exit_code == 1
        assert "MK: So.\n    4  ? ## The storm\n\n    6  Question: When?" in result.output
        assert result.output.count("[interview-unclear]") == 2
        assert "x.txt:4:1: error: line 4 is a heading" in result.output
        assert "x.txt:9:1: error: this line asks something" in result.output

    def test_no_doubtful_words_of_a_sealed_interview(self, kiosk, tmp_path, monkeypatch):
        """A refused transcript with sealed passages is not listed."""
        monkeypatch.chdir(tmp_path)
        Path("x.txt").write_text("Q: Why?\nMK: So.\n\n## The storm\n\nQ: When?\nMK: Now.\n")
        seal = "{file: x.txt, sealed: [{en: {from: So, to: So}}]}"
        Path("x.yaml").write_text(f"title: D\ninterview: {seal}\nslides:\n  - title: Doors\n")
        result = kiosk("interview", "x.yaml")

        assert "x.txt:4:1: error:" in result.output
        assert "So." not in result.output

    @pytest.mark.parametrize("name", ["x.txt", "x.yaml"])
    def test_writing_a_clean_one(self, kiosk, tmp_path, monkeypatch, name):
        """Each paragraph has its label on its line; a file that exists is left alone."""
        monkeypatch.chdir(tmp_path)
        Path("x.txt").write_text("Q:\tWhy doors?\n[00:09] A:\tDoors are blue.\nSo it is.\n")
        Path("x.yaml").write_text("title: Doors\ninterview: x.txt\nslides:\n  - title: Doors\n")
        result = kiosk("interview", name, "--write", "out.txt")

        assert result.exit_code == 0
        assert Path("out.txt").read_text() == (
            "full interview\n\nQ: Why doors?\nA: Doors are blue.\nA: So it is.\n"
        )
        Path("out.txt").write_text("mine")
        assert kiosk("interview", name, "--write", "out.txt").exit_code == 2
        assert Path("out.txt").read_text() == "mine"
        assert kiosk("interview", name, "--write", "none/out.txt").exit_code == 2

    def test_writing_a_doubtful_one(self, kiosk, tmp_path):
        """Nothing is written, and the line is reported."""
        file, out = tmp_path / "x.txt", tmp_path / "out.txt"
        file.write_text("Why?\nSo.\n\nI go.\n\nWhen?\nNow.\n")
        result = kiosk("interview", file, "--write", out)

        assert result.exit_code == 1
        assert "x.txt:4:1: error:" in result.output
        assert not out.exists()

    def test_no_interview(self, kiosk, tmp_path):
        """An exhibition without an interview is said to have none."""
        file = tmp_path / "x.yaml"
        file.write_text("title: Doors\nslides:\n  - title: Doors\n")
        result = kiosk("interview", file)

        assert result.exit_code == 1
        assert "names no interview" in result.output


class TestQuote:
    def test_what_is_found_can_be_pasted(self, kiosk, copied, tmp_path):
        """Words, one misspelt, find a passage of the exhibitions' interview that hangs as it is."""
        found = kiosk("quote", "one", "appel", "family", "--of", copied)
        apple = copied / "apple.yaml"
        with apple.open("a", encoding="utf-8") as file:
            file.write(f"\n{found.output}")

        assert found.exit_code == 0
        assert "meiirbek-sailanbek.txt:163" in found.output
        assert "what’s the symbol behind the apple?" in found.output
        assert "he make one family." in found.output.splitlines()[-1]
        assert kiosk("check", copied).exit_code == 0

    def test_another_interview(self, kiosk, tmp_path):
        """A transcript may be named, and no more is told than was asked for."""
        file = tmp_path / "x.txt"
        file.write_text("interview\n\nWhy doors?\nDoors are blue. Doors are red. He left.\n")
        result = kiosk("quote", "doors", "--interview", file, "--most", "1")

        assert result.output.count("- quote:") == 1
        assert f"{file}:4" in result.output

    @pytest.mark.parametrize("named", [["--interview", "x.txt"], []])
    def test_sealed_passages(self, kiosk, tmp_path, monkeypatch, named):
        """They are not suggested, also if the transcript is named that an exhibition seals."""
        monkeypatch.chdir(tmp_path)
        Path("x.txt").write_text("Why doors?\nDoors are blue. Doors are red. He left.\n")
        seal = "{file: x.txt, sealed: [{en: {from: Doors are blue, to: blue}}]}"
        yaml = Path("x.yaml")
        yaml.write_text(f"title: Doors\ninterview: {seal}\nslides:\n  - title: Doors\n")
        result = kiosk("quote", "doors", "are", "--of", ".", *named)

        assert result.exit_code == 0
        assert "Doors are red." in result.output
        assert "blue" not in result.output
        yaml.write_text(yaml.read_text().replace("to: blue", "to: green"))
        result = kiosk("quote", "doors", "are", "--of", ".", *named)
        assert result.exit_code != 0
        assert "blue" not in result.output

    @pytest.mark.parametrize("named", [["--interview", "x.txt"], ["--of", "."]])
    def test_unclear_interview(self, kiosk, tmp_path, monkeypatch, named):
        """No words are printed of a transcript in which it is not clear who speaks."""
        monkeypatch.chdir(tmp_path)
        Path("x.txt").write_text("interview\n\nQ Why doors?\nA Blue doors.\n\nQ When?\nA Now.\n")
        Path("x.yaml").write_text("title: Doors\ninterview: x.txt\nslides:\n  - title: Doors\n")
        result = kiosk("quote", "doors", "blue", *named)

        assert result.exit_code > 0
        assert "x.txt:3:1: error: “Q” looks like a speaker label" in result.output
        assert "- quote:" not in result.output

    @pytest.mark.parametrize(
        ("arguments", "code", "sentence"),
        [
            (["zebras", "--of", ROOT / "exhibitions"], 1, "like “zebras”"),
            (["apple", "--of", ROOT / "seeds"], 2, "names an interview"),
            (["apple", "--interview", "nowhere.txt"], 2, "there is no file or folder nowhere.txt"),
        ],
    )
    def test_nothing_found(self, kiosk, arguments, code, sentence):
        """Where nothing is found, a sentence says why."""
        result = kiosk("quote", *arguments)

        assert result.exit_code == code
        assert sentence in result.output

    def test_pages_are_counted_on_the_screen_asked_for(self, kiosk, tmp_path):
        """An essay takes pages; on a larger screen from the same distance, fewer."""
        words = " ".join(f"The lake was never silent, number {n}." for n in range(60))
        (tmp_path / "essay.yaml").write_text(f"title: Lakes\nslides:\n  - text: {words}\n")
        told = [kiosk("check", tmp_path, "--size", one).output for one in ("1280x720", "1080x1920")]

        here = "at 1280x720, this slide takes 2 pages on the kiosk's screen [several-pages]"
        assert here in told[0]
        assert "several-pages" not in told[1]


class TestShot:
    def test_the_same_bytes_every_time(self, kiosk, tmp_path):
        """Two shots of one slide are equal to the byte."""
        one, two = tmp_path / "one.png", tmp_path / "two.png"
        for out in (one, two):
            result = kiosk(
                "shot",
                ROOT / "exhibitions",
                "--start",
                "apple:2",
                "--size",
                "480x270",
                "--out",
                out,
            )
            assert result.exit_code == 0, result.output

        assert one.read_bytes() == two.read_bytes()
        with Image.open(one) as picture:
            assert picture.size == (480, 270)

    def test_each_page_has_its_picture(self, kiosk, tmp_path):
        """A page is named after its slide; a page that the slide lacks is refused with a count."""
        words = " ".join(f"The lake was never silent, number {n}." for n in range(90))
        (tmp_path / "essay.yaml").write_text(f"title: Lakes\nslides:\n  - text: {words}\n")
        shots = []
        for page in ("1", "1.2", "1.3"):
            out = tmp_path / f"{page}.png"
            result = kiosk("shot", tmp_path, "--start", f"essay:{page}", "--out", out)
            assert result.exit_code == 0, result.output
            shots.append(out.read_bytes())
        result = kiosk("shot", tmp_path, "--start", "essay:1.9", "--out", tmp_path / "9.png")

        assert len(set(shots)) == 3
        assert result.exit_code == 2
        assert "essay:1 has 3 pages on this screen, not 9" in result.output
        assert not (tmp_path / "9.png").exists()

    def test_languages_differ(self, kiosk, shipped, tmp_path):
        """The French home screen is not the English one."""
        shots = []
        for language in ("en", "fr"):
            out = tmp_path / f"{language}.png"
            kiosk(
                "shot",
                shipped,
                "--start",
                "home",
                "--size",
                "480x270",
                "--language",
                language,
                "--out",
                out,
            )
            shots.append(out.read_bytes())

        assert shots[0] != shots[1]

    def test_no_mark_for_staff(self, kiosk, tmp_path):
        """A mistake in another file leaves no trace on a picture that is drawn."""
        (tmp_path / "x.yaml").write_text("title: X\nslides:\n  - title: X\n")
        shots = []
        for number in range(2):
            out = tmp_path / f"{number}.png"
            kiosk("shot", tmp_path, "--start", "x", "--size", "480x270", "--out", out)
            (tmp_path / "y.yaml").write_text("titel: Y\n")
            shots.append(out.read_bytes())

        assert shots[0] == shots[1]

    def test_every_comfort_is_drawn(self, kiosk, shipped, tmp_path):
        """Each option makes another picture, and one that is out of range is told of."""
        comforts = (["--text-size", "4"], ["--contrast"], ["--low-reach"], ["--panel"])
        shots = set()
        for number, options in enumerate(([], *comforts)):
            out = tmp_path / f"{number}.png"
            where = ["--start", "home", "--size", "480x270", "--out", out]
            assert kiosk("shot", shipped, *where, *options).exit_code == 0
            shots.add(out.read_bytes())
        result = kiosk("shot", shipped, "--text-size", "6", "--out", out)

        assert len(shots) == 5
        assert result.exit_code == 2

    def test_a_moving_photo_is_where_it_is_by_then(self, kiosk, shipped, tmp_path):
        """With --moving, a photo that drifts is not yet at rest; otherwise it is."""
        shots = []
        for options in ([], ["--moving"]):
            out = tmp_path / f"{len(shots)}.png"
            where = ["--start", "apple:2", "--size", "480x270", "--after", "2", "--out", out]
            assert kiosk("shot", shipped, *where, *options).exit_code == 0
            shots.append(out.read_bytes())

        assert shots[0] != shots[1]

    @pytest.mark.parametrize(
        ("options", "sentence"),
        [
            (["--start", "aple"], "there is no exhibition 'aple'"),
            (["--start", "apple:99"], "apple has the slides 1 to"),
            (["--language", "xx"], "are en, fr, not 'xx'"),
            (["--size", "wide"], "is not width x height"),
            (["--size", "10x10"], "200 to 16384"),
        ],
    )
    def test_wrong_use_gets_a_sentence(self, kiosk, shipped, tmp_path, options, sentence):
        """Whoever mistypes is told what there is, with exit code 2."""
        result = kiosk("shot", shipped, *options, "--out", tmp_path / "x.png")

        assert result.exit_code == 2
        assert sentence in result.output

    def test_a_folder_that_cannot_be_written(self, kiosk, shipped, tmp_path):
        """A folder that is not there is named before anything is read or drawn."""
        out = tmp_path / "none" / "x.png"
        result = kiosk("shot", shipped, "--start", "nobody", "--size", "320x240", "--out", out)

        assert result.exit_code == 2
        assert result.output == f"{out} cannot be written: there is no folder {out.parent}.\n"


class TestCommands:
    @pytest.mark.parametrize(
        ("typed", "meant"), [("chek", "check"), ("Check", "check"), ("pla", "play")]
    )
    def test_a_mistyped_command(self, kiosk, typed, meant):
        """A word that is neither a command nor a place leads to the command that is close."""
        result = kiosk(typed)

        assert result.exit_code == 2
        assert f"There is no command or place '{typed}'; did you mean '{meant}'?" in result.output


class TestOptions:
    """What is typed reaches the show."""

    @pytest.fixture
    def begun(self, kiosk, tmp_path, monkeypatch):
        """The state in which a show ends that was begun with these options."""
        slides = "slides:\n  - title: {en: Blue, fr: Bleu}\n  - title: {en: Red, fr: Rouge}\n"
        (tmp_path / "doors.yaml").write_text(f"title: {{en: Doors, fr: Portes}}\n{slides}")
        (tmp_path / "kiosk.yaml").write_text("languages: [en, fr]\n")
        states, close = [], Player.close
        monkeypatch.setattr(Player, "close", lambda app: (states.append(app.state), close(app)))

        def begin(command, *options):
            how = {
                "play": ("--window", "640x360", "--for", "0"),
                "shot": ("--size", "640x360", "--after", "0", "--out", tmp_path / "x.png"),
                "proof": ("--size", "640x360", "--out", tmp_path / "x.html"),
            }[command]
            result = kiosk(command, tmp_path, *how, *options)
            assert result.exit_code == 0, result.output
            return states[-1]

        return begin

    @pytest.mark.parametrize("command", ["play", "shot"])
    @pytest.mark.parametrize("comfort", ["contrast", "low_reach", "still"])
    def test_each_comfort_is_the_one_that_was_asked_for(self, begun, command, comfort):
        """High contrast, low reach and reduced motion come alone, each by its own option."""
        options = [f"--{comfort.replace('_', '-')}"]
        if command == "shot" and comfort != "still":
            options.append("--moving")
        chosen = begun(command, *options).preferences.comfort

        assert [one for one in ("contrast", "low_reach", "still") if chosen.is_on(one)] == [comfort]

    def test_a_proof_shows_photos_at_rest(self, begun):
        """A photo on paper is not caught on its way."""
        assert begun("proof").initial.comfort.still

    @pytest.mark.parametrize("command", ["play", "shot"])
    def test_letters_are_as_large_as_asked_for(self, begun, command):
        """A size of letters is the show's, and its opening's too."""
        assert begun(command, "--text-size", "4").initial.comfort.text_size == 4

    @pytest.mark.parametrize("command", ["play", "shot"])
    def test_it_begins_in_the_language_asked_for(self, begun, command):
        """Without an option, that is the first language of the kiosk."""
        assert begun(command).initial.language == "en"
        assert begun(command, "--language", "fr").initial.language == "fr"

    def test_a_proof_is_drawn_in_each_language(self, begun):
        """Without an option, a proof comes to the last language of the kiosk, too."""
        assert begun("proof").initial.language == "fr"
        assert begun("proof", "--language", "en").initial.language == "en"

    @pytest.mark.parametrize("command", ["play", "shot"])
    def test_it_begins_where_asked_for(self, begun, command):
        """A slide that is named as the start is the one on the screen."""
        assert begun(command, "--start", "doors:2").screen.slide_view.index == 1

    @pytest.mark.parametrize("command", ["play", "shot", "proof"])
    def test_it_is_drawn_in_the_size_asked_for(self, begun, command):
        """A window, and a picture, have the sides that were typed."""
        assert begun(command).size == Size(640, 360)


def test_the_version_names_the_commit(kiosk, monkeypatch):
    """A report of a fault can say which program it was."""
    monkeypatch.setattr("kiosk.base.commit.commit", lambda: "0123456789")
    assert kiosk("--version").output == f"kiosk {__version__} (0123456789)\n"
    monkeypatch.setattr("kiosk.base.commit.commit", lambda: "")

    assert kiosk("--version").output == f"kiosk {__version__}\n"


class TestPlay:
    @pytest.fixture
    def doors(self, tmp_path):
        (tmp_path / "doors").mkdir()
        (tmp_path / "doors" / "doors.yaml").write_text("title: Doors\nslides:\n  - title: One\n")
        return tmp_path / "doors"

    def test_what_is_saved_is_on_the_wall(self, kiosk, doors, monkeypatch):
        """A text that a curator saves while the kiosk plays is shown from then on."""
        step, shown = Player.step, []

        def saved(app):
            if not shown:
                (doors / "doors.yaml").write_text("title: Doors\nslides:\n  - title: Two\n")
            (entry,) = app.context.collection.entries
            shown.append(entry.exhibition.slides[0].title.in_language("en"))
            if shown[-1] == "Two":
                raise KeyboardInterrupt
            return step(app)

        monkeypatch.setattr(Player, "step", saved)
        kiosk(doors, "--window", "640x360", "--for", "30")

        assert (shown[0], shown[-1]) == ("One", "Two")

    def test_what_was_withdrawn_since_is_not_shown_of_what_was_shown_last(
        self, kiosk, doors, monkeypatch
    ):
        """Where a power cut has torn a text, it brings no withdrawn photo back."""
        for name in ("a", "b"):
            Image.new("RGB", (90, 60), "teal" if name == "a" else "navy").save(
                doors / f"{name}.png"
            )
        slides = "slides:\n  - photo: a.png\n  - photo: b.png\n"
        (doors / "doors.yaml").write_text(f"title: Doors\n{slides}")
        kiosk(doors, "--window", "640x360", "--for", "1")
        Ledger().withdraw([Cache().content(str(doors / "a.png"))])
        (doors / "doors.yaml").write_bytes(b"")
        hanging = []
        monkeypatch.setattr(
            Player,
            "run",
            lambda app, _: hanging.append(app.context.collection.photos),
        )
        kiosk(doors, "--window", "640x360", "--for", "0")

        assert hanging == [{str(doors / "b.png")}]

    def test_what_fingers_do_is_recorded(self, kiosk, doors, monkeypatch):
        """With --record, a touch is a line of the file that was named."""
        run = Player.run

        def touched(app, for_s):
            finger = {"touch_id": 1, "finger_id": 1, "x": 0.5, "y": 0.25, "dx": 0.0, "dy": 0.0}
            pygame.event.post(pygame.event.Event(pygame.FINGERDOWN, finger))
            run(app, for_s)

        monkeypatch.setattr(Player, "run", touched)
        file = doors.parent / "touches.jsonl"
        kiosk(doors, "--window", "640x360", "--for", "0.5", "--record", file)
        (line,) = file.read_text().splitlines()

        assert (json.loads(line)["x"], json.loads(line)["y"]) == (0.5, 0.25)

    def test_each_way_to_play_begins_with_a_picture_of_its_own(self, kiosk, doors, monkeypatch):
        """What covers the window at a start was kept of a show with the very same options."""
        ways = (
            *("--language fr", "--start home", "--screen 1", "--window 800x600", "--root ."),
            *("--still", "--contrast", "--low-reach", "--text-size 3"),
        )
        kept = set()

        def read(opening):
            kept.add(opening._path)
            raise KeyboardInterrupt

        monkeypatch.setattr("kiosk.media.start_picture.StartPicture.read", read)
        for way in ("", *ways):
            kiosk("play", doors, *way.split())

        assert len(kept) == 1 + len(ways)

    def test_a_screen_that_is_not_there(self, kiosk, doors):
        """A number beyond the last screen's is misuse, and the sentence says which there are."""
        result = kiosk(doors, "--screen", "7", "--window", "640x360", "--for", "0")

        assert result.exit_code == 2
        assert "screens count from 0" in result.output

    def test_it_plays_for_as_long_as_asked(self, kiosk, shipped):
        """The default command opens a window, plays, and ends well."""
        result = kiosk(shipped, "--window", "640x360", "--for", "1")

        assert result.exit_code == 0, result.output

    def test_no_recording_is_begun_of_nothing(self, kiosk, tmp_path):
        """Where a show does not begin, the name stays free for the next try."""
        result = kiosk(tmp_path, "--record", tmp_path / "touches.jsonl", "--for", "1")

        assert result.exit_code == 1
        assert not (tmp_path / "touches.jsonl").exists()

    @pytest.mark.parametrize(
        ("file", "sentence"), [("taken.jsonl", "already exists"), ("none/x.jsonl", "written")]
    )
    def test_a_recording_needs_a_new_file(self, kiosk, shipped, tmp_path, file, sentence):
        """No file is written over, and a place that cannot be written to is told of."""
        (tmp_path / "taken.jsonl").write_text("mine")
        result = kiosk(shipped, "--record", tmp_path / file, "--for", "1")

        assert result.exit_code == 2
        assert sentence in result.output
        assert (tmp_path / "taken.jsonl").read_text() == "mine"

    def test_nothing_to_show(self, kiosk, tmp_path):
        """An empty folder ends with a sentence and exit code 1."""
        result = kiosk(tmp_path, "--for", "1")

        assert result.exit_code == 1
        assert "nothing to show" in result.output

    def test_a_place_that_a_power_cut_left_torn(self, kiosk, copied, caplog):
        """A start shows what it showed last, and says why."""
        played = copied, "--window", "640x360", "--for", "0.5"
        assert kiosk(*played).exit_code == 0
        for yaml in copied.glob("*.yaml"):
            yaml.write_bytes(b"")
        torn = kiosk(*played)
        copied.rename(copied.with_name("away"))
        away = kiosk(*played)

        assert torn.exit_code == away.exit_code == 0
        assert "apple.yaml:1:1: error: this file is still empty" in caplog.text
        assert f"there is no file or folder {copied}" in caplog.text

    def test_waiting_for_something_to_show(self, tmp_path):
        """With --wait nothing is no end: what comes is played."""
        program = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "kiosk",
                tmp_path,
                "--wait",
                "--window",
                "640x360",
                "--for",
                "0",
            ],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert "this folder has no exhibition" in program.stderr.readline()
        assert program.poll() is None
        (tmp_path / "apple.yaml").write_text("title: Apple\nslides:\n- title: Apple\n")

        program.communicate(timeout=30)
        assert program.returncode == 0

    def test_an_error_in_the_program_is_no_misuse(self, kiosk, shipped, monkeypatch, caplog):
        """Where it does not help to go on, that has a code of its own, and a traceback."""

        def fail(self):
            raise ValueError("oops")

        monkeypatch.setattr("kiosk.player.player.Player.step", fail)
        result = kiosk(shipped, "--window", "640x360", "--for", "1")

        assert result.exit_code == 70
        assert "failed again and again" in result.output
        assert "ValueError: oops" in caplog.text

    def test_a_start_that_is_gone(self, kiosk, copied):
        """Where a slide was withdrawn at which a wall begins, it begins elsewhere."""
        played = copied, "--window", "640x360", "--for", "0.5"
        assert kiosk(*played).exit_code == 0

        assert kiosk(*played, "--start", "apple:99").exit_code == 0

    def test_no_such_start(self, kiosk, shipped):
        """A mistyped start is misuse, and the sentence says which there are."""
        result = kiosk(shipped, "--window", "640x360", "--start", "pear", "--for", "1")

        assert result.exit_code == 2
        assert "apple" in result.output

    @pytest.mark.parametrize("closed", ["2>&-", "<&- >&- 2>&-"])
    @pytest.mark.parametrize("command", ["check", "play --window 640x360 --for 0.5"])
    def test_without_standard_streams(self, shipped, command, closed):
        """As some launchers start programs: with no place for what is said."""
        typed = f"{sys.executable} -m kiosk {command} {shipped} {closed}"
        done = subprocess.run(["sh", "-c", typed], cwd=ROOT, stdout=subprocess.DEVNULL, check=False)

        assert done.returncode == 0

    @pytest.mark.parametrize("driver", ["x11", None])
    def test_no_screen(self, kiosk, shipped, monkeypatch, driver):
        """Without a display the sentence says what to type, and nothing plays unseen."""
        monkeypatch.delenv("SDL_VIDEODRIVER")
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        monkeypatch.setenv("DISPLAY", ":999")
        if driver:
            monkeypatch.setenv("SDL_VIDEODRIVER", driver)
        result = kiosk(shipped, "--for", "1")

        assert result.exit_code == 2
        assert "xvfb-run" in result.output

    def test_help_names_all_commands(self, kiosk):
        """`kiosk --help` lists what there is."""
        result = kiosk("--help")

        assert result.exit_code == 0
        assert all(f"\n  {name} " in result.output for name in main.commands)
