"""Checks the system: versions, clock, space, service and settings."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from kiosk import __version__
from kiosk.base.clock import unix_s
from kiosk.doctor.finding import Finding, Grade
from kiosk.doctor.probe import Probe
from kiosk.system.units import NAME, SYSTEM_UNITS, user_units

PACKAGES = ("pygame-ce", "skia-python", "pillow", "pyyaml")
GB = 2**30
SPACE_MIN, SPACE_GOOD = GB // 4, 2 * GB
"""Below the first, derivatives and withdrawals can soon no longer be written."""


def check_versions(probe: Probe) -> Finding:
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    system = _pretty_name(probe.text("/etc/os-release")) or platform.platform()
    found = f"kiosk {__version__}, Python {platform.python_version()}, {packages}, {system}"
    return Finding("versions", Grade.GOOD, found)


def check_clock(probe: Probe, program: Path) -> Finding:
    """A clock before the program's own date is wrong: schedules and closing times follow it."""
    zone = probe.text("/etc/timezone") or _zone_of(probe.target("/etc/localtime")) or "unknown"
    synchronised = probe.answer("timedatectl", "show", "--property=NTPSynchronized", "--value")
    if unix_s() < program.stat().st_mtime - 86400:
        remedy = "Set the clock: sudo timedatectl set-time '2026-05-01 10:00'"
        return Finding("clock", Grade.FAULT, "it is set to a time before this program was", remedy)
    if (synchronised or "").strip() == "no":
        remedy = "Type sudo timedatectl set-ntp true, or add a clock with a battery"
        found = f"it is not synchronised; zone {zone}"
        return Finding("clock", Grade.WARNING, found, remedy)
    if zone in ("Etc/UTC", "UTC", "unknown"):
        remedy = "Opening times are local: sudo timedatectl set-timezone Europe/Paris"
        return Finding("clock", Grade.NOTE, f"its zone is {zone}", remedy)
    state = "synchronised" if synchronised else "not known whether synchronised"
    return Finding("clock", Grade.GOOD, f"{state}; zone {zone}")


def check_space(folders: Iterable[Path]) -> Finding:
    """Free space where the kiosk writes."""
    free = min(shutil.disk_usage(_existing(folder)).free for folder in folders)
    found = f"{free / GB:.1f} GB free for cache and state"
    if free < SPACE_MIN:
        return Finding("space", Grade.FAULT, found, "Delete what is not needed on this disk")
    if free < SPACE_GOOD:
        remedy = "Free some, or set cache_gb in machine.yaml"
        return Finding("space", Grade.WARNING, found, remedy)
    return Finding("space", Grade.GOOD, found)


def check_writable(folders: Iterable[Path]) -> Finding:
    """Withdrawals must outlast a start, so the state has to be written."""
    closed = [str(one) for one in folders if not os.access(_existing(one), os.W_OK)]
    if closed:
        remedy = "Give the kiosk's user the right to write there, or mount it for writing"
        return Finding("folders", Grade.FAULT, f"{', '.join(closed)} cannot be written", remedy)
    return Finding("folders", Grade.GOOD, "cache and state can be written")


def check_service(probe: Probe) -> Finding:
    folders = SYSTEM_UNITS, user_units(probe.environment)
    if not any(probe.text(str(folder / NAME)) for folder in folders):
        remedy = "kiosk install has systemd start the kiosk, and start it again"
        return Finding("service", Grade.WARNING, "nothing starts the kiosk by itself", remedy)
    active = (probe.answer("systemctl", "is-active", NAME) or "").strip()
    return Finding("service", Grade.GOOD, f"installed{f', {active}' if active else ''}")


def check_settings(file: Path | None, faults: Iterable[str]) -> Finding:
    """Mistakes in machine.yaml; each costs a setting."""
    told = "; ".join(faults)
    if told:
        return Finding("settings", Grade.WARNING, told, "Correct the file, and restart the kiosk")
    return Finding("settings", Grade.GOOD, str(file) if file else "no machine.yaml: all is usual")


def _existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next(one for one in (folder, *folder.parents) if one.exists())


def _zone_of(target: str) -> str:
    return target.partition("zoneinfo/")[2]


def _pretty_name(release: str) -> str:
    names = (line for line in release.splitlines() if line.startswith("PRETTY_NAME="))
    return next(names, "").partition("=")[2].strip('"')
