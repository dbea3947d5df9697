"""The commands as they are typed."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from kiosk.cli import main

ROOT = Path(__file__).parent.parent


@pytest.fixture
def kiosk():
    runner = CliRunner()
    return lambda *args: runner.invoke(main, [str(arg) for arg in args])


@pytest.fixture
def copied(tmp_path):
    """The shipped exhibitions where they may be changed."""
    for name in ("exhibitions", "seeds", "assets/photos"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path / "exhibitions"


class TestCheck:
    def test_the_shipped_exhibitions_are_in_order(self, kiosk):
        """Nothing is to be mended; each stand-in is noted."""
        result = kiosk("check", ROOT / "exhibitions")

        assert result.exit_code == 0
        assert re.search(r"0 errors, 0 warnings, 16 notes", result.output)

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
        """A missing translation passes as a warning, and fails where it is asked to."""
        yaml = copied / "portrait.yaml"
        text = yaml.read_text(encoding="utf-8")
        yaml.write_text(
            re.sub(r"(title: \{en: [^,]+), fr: [^}]+\}", r"\1}", text, count=1), "utf-8"
        )

        assert kiosk("check", copied).exit_code == 0
        assert kiosk("check", "--strict", copied).exit_code == 1

    @pytest.mark.parametrize("place", ["nowhere", "nowhere.yaml"])
    def test_a_place_that_is_not_there(self, kiosk, tmp_path, place):
        """A wrong path is one clear problem and no traceback."""
        result = kiosk("check", tmp_path / place)

        assert result.exit_code == 1
        assert "nowhere" in result.output
        assert "Traceback" not in result.output


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

    def test_languages_differ(self, kiosk, tmp_path):
        """The French home screen is not the English one."""
        shots = []
        for language in ("en", "fr"):
            out = tmp_path / f"{language}.png"
            kiosk(
                "shot",
                ROOT / "exhibitions",
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

    @pytest.mark.parametrize(
        ("options", "sentence"),
        [
            (["--start", "aple"], "there is no exhibition 'aple'"),
            (["--start", "apple:99"], "apple has the slides 1 to"),
            (["--language", "xx"], "speaks en, fr"),
            (["--size", "wide"], "should be width x height"),
            (["--size", "10x10"], "200 to 16384"),
        ],
    )
    def test_wrong_use_gets_a_sentence(self, kiosk, tmp_path, options, sentence):
        """Whoever mistypes is told what there is, with exit code 2."""
        result = kiosk("shot", ROOT / "exhibitions", *options, "--out", tmp_path / "x.png")

        assert result.exit_code == 2
        assert sentence in result.output

    def test_a_folder_that_cannot_be_written(self, kiosk, tmp_path):
        """A wrong place for the picture is told of in words."""
        out = tmp_path / "none" / "x.png"
        result = kiosk("shot", ROOT / "exhibitions", "--size", "320x240", "--out", out)

        assert result.exit_code == 2
        assert "cannot be written" in result.output


class TestPlay:
    def test_it_plays_for_as_long_as_asked(self, kiosk):
        """The default command opens a window, plays, and ends well."""
        result = kiosk(ROOT / "exhibitions", "--window", "640x360", "--for", "1")

        assert result.exit_code == 0, result.output

    def test_nothing_to_show(self, kiosk, tmp_path):
        """An empty folder ends with a sentence and exit code 1."""
        result = kiosk(tmp_path, "--for", "1")

        assert result.exit_code == 1
        assert "nothing to show" in result.output

    @pytest.mark.parametrize("driver", ["x11", None])
    def test_no_screen(self, kiosk, monkeypatch, driver):
        """Without a display the sentence says what to type, and nothing plays unseen."""
        monkeypatch.delenv("SDL_VIDEODRIVER")
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        monkeypatch.setenv("DISPLAY", ":999")
        if driver:
            monkeypatch.setenv("SDL_VIDEODRIVER", driver)
        result = kiosk(ROOT / "exhibitions", "--for", "1")

        assert result.exit_code == 2
        assert "xvfb-run" in result.output

    def test_help_names_all_commands(self, kiosk):
        """`kiosk --help` lists what there is."""
        result = kiosk("--help")

        assert result.exit_code == 0
        assert all(name in result.output for name in ("play", "check", "shot"))
