"""Checks the screen: what draws on it, how large it is, how it is touched and switched off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.display.examination import Examination
from kiosk.doctor.edid import ScreenSays, read_edid
from kiosk.doctor.finding import Finding, Grade
from kiosk.doctor.probe import Probe
from kiosk.exhibition.kiosk import Screen

SIZE_TOLERANCE = 0.15
"""A written diagonal that differs by more than this share from the screen's own is a mistake."""
SMALL_IN = 18.0
"""On smaller screens, letters for the usual 32 inches are too small to read."""
DIRECT = 1 << 1
"""INPUT_PROP_DIRECT of linux/input-event-codes.h: a device that is touched where it shows."""
SWITCHES = (
    ("wlopm", "wayland", "wlopm"),
    ("wlr-randr", "wayland", "wlr-randr"),
    ("xset", "x11", "x11-xserver-utils"),
    ("cec-ctl", "", "v4l-utils"),
    ("ddcutil", "", "ddcutil"),
)
"""Programs that switch a screen off, the display they need, and their Debian package."""


def check_drawing(screen: Examination | None, why_not: str, probe: Probe) -> Finding:
    if screen is None:
        remedy = "Start it on the desktop, or put DISPLAY=:0 before the command"
        return Finding("screen", Grade.FAULT, f"none answers: {why_not}", remedy)
    nodes = list(probe.found("/dev/dri/renderD*"))
    if screen.is_on_gpu:
        return Finding("drawing", Grade.GOOD, screen.gpu or "on the GPU")
    if nodes:
        remedy = "On Debian: sudo apt install libgl1 libgl1-mesa-dri; join the group render"
        return Finding("drawing", Grade.WARNING, "the GPU cannot be used", remedy)
    remedy = "Motion is left out where it would not be smooth"
    return Finding("drawing", Grade.NOTE, "without a GPU, on the processor", remedy)


def check_screens(screen: Examination, wanted: int) -> Finding:
    told = ", ".join(
        f"{number}: {size.width:g}x{size.height:g} at {hz} Hz"
        for number, (size, hz) in enumerate(zip(screen.sizes, screen.refresh_hz, strict=False))
    )
    found = f"{told} ({screen.driver})"
    if wanted >= len(screen.sizes):
        remedy = "Plug it in, or set output in machine.yaml"
        return Finding("screens", Grade.FAULT, f"screen {wanted} is not there: {found}", remedy)
    return Finding("screens", Grade.GOOD, found)


def check_size(probe: Probe, written: Screen | None) -> Finding:
    """Sizes of letters follow the diagonal; a screen mostly knows its own."""
    says = [one for one in _screens(probe) if one.diagonal_in]
    if not says:
        remedy = "Measure its diagonal, and write screen: {diagonal_in: …} in machine.yaml"
        grade = Grade.GOOD if written else Grade.NOTE
        return Finding("size", grade, "no screen says how large it is", "" if written else remedy)
    told = ", ".join(f"{one.name or 'screen'} {one.diagonal_in:.0f} inches" for one in says)
    meant = (written or Screen()).diagonal_in
    if any(abs(one.diagonal_in / meant - 1) <= SIZE_TOLERANCE for one in says):
        return Finding("size", Grade.GOOD, told)
    remedy = f"Write screen: {{diagonal_in: {says[0].diagonal_in:.0f}}} in machine.yaml"
    small = says[0].diagonal_in < SMALL_IN
    grade = Grade.WARNING if written or small else Grade.NOTE
    return Finding("size", grade, f"{told}, but letters are for {meant:g} inches", remedy)


def check_touch(probe: Probe, screens: int) -> Finding:
    panels = list(_touch_panels(probe.text("/proc/bus/input/devices")))
    if not panels:
        remedy = "Plug in its USB cable; a mouse and a keyboard work, too"
        return Finding("touch", Grade.WARNING, "there is no touch screen", remedy)
    found = ", ".join(panels)
    if screens > 1 and not _is_mapped(probe, panels):
        remedy = f"xinput map-to-output '{panels[0]}' NAME, or mapToOutput in labwc's rc.xml"
        found = f"{found}: with {screens} screens it has to be mapped to its own"
        return Finding("touch", Grade.WARNING, found, remedy)
    return Finding("touch", Grade.GOOD, found)


def check_power(probe: Probe, driver: str) -> Finding:
    """How the screen is switched off at night."""
    fitting = [(name, package) for name, needs, package in SWITCHES if needs in ("", driver)]
    ways = [name for name, _ in fitting if probe.has_program(name)]
    ways += ["backlight"] if any(probe.found("/sys/class/backlight/*")) else []
    if ways:
        return Finding("switching off", Grade.GOOD, ", ".join(ways))
    remedy = f"On Debian: sudo apt install {fitting[0][1]}"
    return Finding("switching off", Grade.NOTE, "no program for it is installed", remedy)


def check_sound(probe: Probe) -> Finding:
    cards = re.findall(r"\]: (.*)", probe.text("/proc/asound/cards"))
    if cards:
        return Finding("sound", Grade.GOOD, ", ".join(cards))
    return Finding("sound", Grade.NOTE, "there is no sound card")


def _screens(probe: Probe) -> Iterator[ScreenSays]:
    for file in probe.found("/sys/class/drm/*/edid"):
        says = read_edid(probe.data(file))
        if says:
            yield says


def _touch_panels(devices: str) -> Iterator[str]:
    """Names of devices that are touched where they show, in /proc/bus/input/devices."""
    for device in devices.split("\n\n"):
        name = re.search(r'^N: Name="(.*)"$', device, re.MULTILINE)
        properties = re.search(r"^B: PROP=([0-9a-f]+)$", device, re.MULTILINE)
        absolute = re.search(r"^B: ABS=(?!0$)", device, re.MULTILINE)
        if name and properties and absolute and int(properties[1], 16) & DIRECT:
            yield name[1]


def _is_mapped(probe: Probe, panels: list[str]) -> bool:
    """Whether X or labwc knows which screen the panels belong to."""
    for panel in panels:
        listed = probe.answer("xinput", "list-props", panel) or ""
        matrix = re.search(r"Coordinate Transformation Matrix \(\d+\):\s*([-\d., ]+)", listed)
        if matrix and [float(one) for one in matrix[1].split(",")] != [1, 0, 0, 0, 1, 0, 0, 0, 1]:
            return True
    home = probe.environment.get("HOME", "")
    return "mapToOutput" in probe.text(f"{home}/.config/labwc/rc.xml")
