"""Each check, on a machine that is made of files and programs of the test."""

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import kiosk
from kiosk.base.geometry import Size
from kiosk.cli import main
from kiosk.display.examination import Examination
from kiosk.doctor import content_checks, screen_checks, system_checks
from kiosk.doctor.edid import HEADER, NAME, read_edid
from kiosk.doctor.finding import Finding, Grade, as_line
from kiosk.doctor.probe import Probe
from kiosk.exhibition.kiosk import Screen

PANEL = """\
I: Bus=0003 Vendor=0eef Product=c002 Version=0111
N: Name="eGalax Touch"
B: PROP=2
B: EV=1b
B: ABS=2650000 3
"""
MOUSE = """\
I: Bus=0003 Vendor=046d Product=c077 Version=0111
N: Name="Logitech Mouse"
B: PROP=0
B: EV=17
B: REL=1943
"""
ONE = Examination("x11", (Size(1920, 1080),), (60,), True, "Mesa Intel UHD")
TWO = Examination("x11", (Size(1920, 1080), Size(1280, 800)), (60, 60), False, "")


def edid(width_mm, height_mm, name="DELL U2720"):
    """What a screen of this size says about itself."""
    data = bytearray(128)
    data[:8] = HEADER
    data[21], data[22] = width_mm // 10, height_mm // 10
    data[54:56] = b"\x01\x1d"
    data[66], data[67] = width_mm & 0xFF, height_mm & 0xFF
    data[68] = (width_mm >> 8) << 4 | height_mm >> 8
    data[72:77] = NAME
    data[77:90] = name.encode().ljust(13, b"\n")[:13]
    data[127] = -sum(data) % 256
    return bytes(data)


@pytest.fixture
def machine(tmp_path):
    """Writes a file of the system, or a program that prints something; gives a probe of both."""
    (tmp_path / "bin").mkdir()
    root = tmp_path / "root"

    def made(files=None, programs=None, links=None, **environment):
        for path, content in (files or {}).items():
            file = root / path.lstrip("/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        for path, target in (links or {}).items():
            (root / path.lstrip("/")).parent.mkdir(parents=True, exist_ok=True)
            (root / path.lstrip("/")).symlink_to(target)
        for name, text in (programs or {}).items():
            program = tmp_path / "bin" / name
            program.write_text(f"#!/bin/sh\n{text}\n")
            program.chmod(0o755)
        return Probe(root, {"PATH": str(tmp_path / "bin"), **environment})

    return made


def test_a_screen_says_how_large_it_is():
    """Size and name come from its own data; what is damaged says nothing."""
    says = read_edid(edid(597, 336))

    assert (says.name, says.width_mm, says.height_mm) == ("DELL U2720", 597, 336)
    assert round(says.diagonal_in) == 27
    assert read_edid(edid(597, 336)[:100]) is None
    assert read_edid(bytes(128)) is None
    assert read_edid(edid(597, 336)[:-1] + b"\x00") is None
    assert read_edid(edid(0, 0)).diagonal_in == 0


@pytest.mark.parametrize(
    ("mm", "written", "grade", "remedy"),
    [
        ((708, 398), Screen(32), Grade.GOOD, ""),
        ((708, 398), None, Grade.GOOD, ""),
        ((597, 336), None, Grade.NOTE, "diagonal_in: 27"),
        ((597, 336), Screen(55), Grade.WARNING, "diagonal_in: 27"),
        ((344, 194), None, Grade.WARNING, "diagonal_in: 16"),
        ((0, 0), None, Grade.NOTE, "Measure"),
        ((0, 0), Screen(80), Grade.GOOD, ""),
    ],
)
def test_letters_fit_the_screen(machine, mm, written, grade, remedy):
    """A diagonal that was never written, or for another screen, is noticed (15 % do not count)."""
    probe = machine({"/sys/class/drm/card0-HDMI-A-1/edid": edid(*mm)})
    found = screen_checks.check_size(probe, written)

    assert found.grade is grade
    assert remedy in found.remedy


def test_a_touch_screen_is_no_mouse(machine):
    """Only a device that is touched where it shows counts."""
    assert screen_checks.check_touch(machine(), 1).grade is Grade.WARNING
    with_mouse = machine({"/proc/bus/input/devices": MOUSE})
    assert screen_checks.check_touch(with_mouse, 1).grade is Grade.WARNING
    with_both = machine({"/proc/bus/input/devices": f"{MOUSE}\n{PANEL}"})
    found = screen_checks.check_touch(with_both, 1)

    assert (found.grade, found.found) == (Grade.GOOD, "eGalax Touch")


def test_a_touch_screen_beside_a_second_screen_is_mapped(machine):
    """With two screens X stretches touches over both, unless somebody says which one is meant."""
    files = {"/proc/bus/input/devices": PANEL}
    matrix = "printf '\\tCoordinate Transformation Matrix (153):\\t%s\\n' "
    unmapped = machine(files, {"xinput": f"{matrix} '1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0'"})
    assert "map-to-output" in screen_checks.check_touch(unmapped, 2).remedy
    mapped = machine(files, {"xinput": f"{matrix} '0.6, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0'"})
    assert screen_checks.check_touch(mapped, 2).grade is Grade.GOOD
    labwc = {"/home/ada/.config/labwc/rc.xml": '<touch mapToOutput="HDMI-A-1"/>'}

    assert (
        screen_checks.check_touch(machine(files | labwc, HOME="/home/ada"), 2).grade is Grade.GOOD
    )


@pytest.mark.parametrize(
    ("driver", "program", "works", "package"),
    [
        ("wayland", "wlopm", True, "wlopm"),
        ("wayland", "xset", False, "wlopm"),
        ("x11", "xset", True, "x11-xserver-utils"),
        ("x11", "wlr-randr", False, "x11-xserver-utils"),
        ("kmsdrm", "cec-ctl", True, "v4l-utils"),
    ],
)
def test_a_way_to_switch_the_screen_off(machine, driver, program, works, package):
    """A program counts where it works; else the doctor names the package of one."""
    without = screen_checks.check_power(machine(), driver)
    with_one = screen_checks.check_power(machine(programs={program: ""}), driver)

    assert without.remedy.endswith(package)
    assert with_one.found == (program if works else without.found)


def test_what_draws(machine):
    """A GPU that cannot be used is a warning, and none at all is no fault."""
    node = {"/dev/dri/renderD128": ""}
    assert screen_checks.check_drawing(ONE, "", machine()).found == "Mesa Intel UHD"
    assert screen_checks.check_drawing(TWO, "", machine()).grade is Grade.NOTE
    assert screen_checks.check_drawing(TWO, "", machine(node)).grade is Grade.WARNING
    assert screen_checks.check_drawing(None, "no display", machine()).grade is Grade.FAULT


def test_the_screen_that_is_meant():
    """Its number counts from 0."""
    assert screen_checks.check_screens(TWO, 1).grade is Grade.GOOD
    assert screen_checks.check_screens(ONE, 1).grade is Grade.FAULT


def test_sound(machine):
    cards = {"/proc/asound/cards": " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n"}

    assert "HDA Intel PCH" in screen_checks.check_sound(machine(cards)).found
    assert screen_checks.check_sound(Probe(Path("/nowhere"), {})).grade is Grade.NOTE


@pytest.mark.parametrize(
    ("ntp", "zone", "grade"),
    [
        ("yes", "Europe/Paris", Grade.GOOD),
        ("no", "Europe/Paris", Grade.WARNING),
        ("yes", "Etc/UTC", Grade.NOTE),
        (None, "Europe/Paris", Grade.GOOD),
    ],
)
def test_the_clock(machine, ntp, zone, grade):
    """A clock that nothing sets, and a zone that nobody chose, are noticed."""
    programs = {"timedatectl": f"echo {ntp}"} if ntp else {}
    probe = machine(programs=programs, links={"/etc/localtime": f"/usr/share/zoneinfo/{zone}"})

    assert system_checks.check_clock(probe, Path(kiosk.__file__)).grade is grade


def test_a_clock_without_a_battery(machine, monkeypatch):
    """A time before the program was written is wrong."""
    monkeypatch.setattr(system_checks, "unix_s", lambda: 0.0)

    assert system_checks.check_clock(machine(), Path(kiosk.__file__)).grade is Grade.FAULT


@pytest.mark.parametrize(
    ("free", "grade"), [(10**8, Grade.FAULT), (10**9, Grade.WARNING), (10**11, Grade.GOOD)]
)
def test_free_space(tmp_path, monkeypatch, free, grade):
    """It is that of the fuller disk; a folder that is not there yet counts as the one above."""
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(
        shutil,
        "disk_usage",
        lambda folder: usage._replace(free=free if folder == tmp_path else 9**15),
    )

    assert system_checks.check_space([tmp_path / "not" / "there", Path("/")]).grade is grade


def test_folders_that_cannot_be_written(monkeypatch, tmp_path):
    monkeypatch.setattr(os, "access", lambda *_: False)

    assert system_checks.check_writable([tmp_path]).grade is Grade.FAULT


def test_a_service(machine):
    """It is looked for where kiosk install writes it."""
    assert "kiosk install" in system_checks.check_service(machine()).remedy
    unit = {"/etc/systemd/system/exhibition-kiosk.service": "[Unit]\n"}
    found = system_checks.check_service(machine(unit, {"systemctl": "echo active"}))

    assert (found.grade, found.found) == (Grade.GOOD, "installed, active")


@pytest.mark.parametrize("named", [{}, {"XDG_CONFIG_HOME": "/home/ada/.config"}])
def test_a_service_of_a_user(machine, named):
    """A unit for the desktop counts, too, whether or not a variable names its folder."""
    unit = {"/home/ada/.config/systemd/user/exhibition-kiosk.service": "[Unit]\n"}

    assert system_checks.check_service(machine(unit, HOME="/home/ada", **named)).grade is Grade.GOOD
    assert system_checks.check_service(machine(HOME="/home/bob")).grade is Grade.WARNING


def test_a_program_that_never_answers(machine, monkeypatch):
    """It is not waited for."""
    monkeypatch.setattr("kiosk.doctor.probe.ANSWER_S_MAX", 0.2)

    probe = machine(programs={"slow": "while :; do :; done"})
    assert probe.answer("slow") is None


def test_one_line_of_all(machine):
    """It has the gravest first, and is empty if all is well."""
    good = Finding("clock", Grade.GOOD, "set")
    note = Finding("size", Grade.NOTE, "unknown")
    warning = Finding("touch", Grade.WARNING, "there is none")
    fault = Finding("space", Grade.FAULT, "0.1 GB free")

    assert as_line([good, note]) == ""
    assert as_line([good, warning, fault]).startswith("kiosk doctor: space: 0.1 GB free; touch:")
    assert "(and 1 more)" in as_line([warning, fault, warning])


def test_the_command(place):
    """It prints each finding with its remedy, and its exit code asks for attention."""
    done = CliRunner().invoke(main, ["doctor", str(place)])

    assert done.exit_code == 1
    for subject in ("versions", "screens", "touch", "clock", "space", "service", "letters: en"):
        assert f" {subject}" in done.output
    assert "0 of 1 photos are prepared" in done.output
    CliRunner().invoke(main, ["prepare", str(place), "--size", "640x360"])
    told = json.loads(CliRunner().invoke(main, ["doctor", str(place), "--format", "json"]).output)
    photos = next(one for one in told if one["subject"] == "photos")
    assert photos == {
        "subject": "photos",
        "grade": "good",
        "found": "1 of 1 photos are prepared",
        "remedy": "",
    }


def test_a_place_with_mistakes(place):
    """The doctor counts them, and leaves the rest to kiosk check."""
    (place / "a.yaml").write_text("title: A\nslides:\n  - photo: a.png\n  - photo: [b]\n")
    (place / "empty").mkdir()

    assert "1 mistake in the files" in CliRunner().invoke(main, ["doctor", str(place)]).output
    nothing = CliRunner().invoke(main, ["doctor", str(place / "empty")])
    assert "has nothing to show" in nothing.output
    assert content_checks.check_place(place, None).grade is Grade.FAULT
