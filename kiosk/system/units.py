"""Writes the unit with which systemd starts a kiosk, keeps it alive, and shuts it in.

Options are those of systemd.service(5) and systemd.exec(5), as systemd 247 and later know them.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

Session = Literal["desktop", "cage", "labwc", "x11", "kms"]
"""What the kiosk is shown in: a desktop that is there already; a compositor or an X server that the
unit starts; or the screen itself, without either."""

NAME = "exhibition-kiosk.service"
SYSTEM_UNITS = Path("/etc/systemd/system")
WATCHDOG_S = 30
STOP_S = 5
WRITTEN_BY = "# Written by kiosk install; kiosk uninstall removes it."
COMPOSITORS: dict[Session, str] = {"cage": "cage", "labwc": "labwc", "x11": "xinit"}
"""What the unit starts, and the kiosk in it, if the session needs that."""
X_SERVER = ("--", ":0", "vt1", "-nolisten", "tcp", "-nocursor", "-s", "0", "-dpms")
GROUPS = ("video", "input", "render")
"""Without membership of these, a program may neither draw on the screen itself nor see touches."""


def configuration(environment: Mapping[str, str]) -> Path:
    """The folder with the settings of a user's programs."""
    named = environment.get("XDG_CONFIG_HOME")
    return Path(named) if named else Path(environment.get("HOME", "/")) / ".config"


def user_units(environment: Mapping[str, str]) -> Path:
    """The folder with the units that a user has written."""
    return configuration(environment) / "systemd" / "user"


class Service(Struct, frozen=True):
    """A kiosk to be started by systemd."""

    command: tuple[str, ...]
    """The kiosk's own command, with absolute paths."""
    session: Session
    user: str | None = None
    """Whom a unit of the system runs it as; None for a unit of the user who installs it."""
    compositor: str = ""
    """Path of the program that shows the kiosk, if the session needs one."""

    @property
    def is_of_system(self) -> bool:
        return self.user is not None


def unit(service: Service) -> str:
    """The unit's text."""
    sections = {
        "Unit": _start(service),
        "Service": [*_life(service), *_terminal(service), *_sandbox(service)],
    }
    if service.is_of_system:
        sections["Install"] = ["WantedBy=multi-user.target"]
    parts = ("\n".join((f"[{name}]", *lines)) for name, lines in sections.items())
    return WRITTEN_BY + "\n" + "\n\n".join(parts) + "\n"


def desktop_entry(command: Sequence[str] = ()) -> str:
    """An entry for the autostart folder of a desktop, which starts the unit of its user.

    With a command, it starts that: for machines without systemd, where nothing restarts it.
    """
    # Not all desktops tell systemd which display they have.
    display = "systemctl --user import-environment DISPLAY WAYLAND_DISPLAY XAUTHORITY"
    script = f'sh -c "{display}; systemctl --user start {NAME}"'
    lines = ("[Desktop Entry]", "Type=Application", "Name=Exhibition kiosk")
    return "\n".join((WRITTEN_BY, *lines, f"Exec={_quoted(command) or script}", ""))


def _start(service: Service) -> list[str]:
    lines = ["Description=Exhibition kiosk", "StartLimitIntervalSec=0"]
    if not service.is_of_system:
        return [*lines, "PartOf=graphical-session.target", "After=graphical-session.target"]
    lines += ["After=systemd-user-sessions.service plymouth-quit-wait.service remote-fs.target"]
    return [*lines, "Conflicts=getty@tty1.service", "After=getty@tty1.service"]


def _life(service: Service) -> list[str]:
    wrapped = bool(service.compositor)
    lines = [
        "Type=notify",
        # Within a compositor, the kiosk is not the main process until it says so.
        f"NotifyAccess={'all' if wrapped else 'main'}",
        f"ExecStart={_started(service)}",
        "ExecReload=/bin/kill -HUP $MAINPID",
        "Restart=always",
        "RestartSec=1",
        f"WatchdogSec={WATCHDOG_S}",
        "WatchdogSignal=SIGKILL",
        "TimeoutStartSec=120",
        f"TimeoutStopSec={STOP_S}",
    ]
    if service.is_of_system:
        lines += [f"User={service.user}", f"SupplementaryGroups={' '.join(GROUPS)}"]
    return lines


def _started(service: Service) -> str:
    # systemd gives a watchdog to its main process alone, and names that in WATCHDOG_PID.
    inner = ("/usr/bin/env", "-u", "WATCHDOG_PID", *service.command)
    match service.session:
        case "desktop" | "kms":
            return _escaped(service.command)
        case "labwc":
            return _escaped((service.compositor, "-s", shlex.join(inner)))
        case "x11":
            return _escaped((service.compositor, *inner, *X_SERVER))
        case "cage":  # -s lets technicians change to another terminal, with Ctrl+Alt+F2.
            return _escaped((service.compositor, "-s", "--", *inner))


def _terminal(service: Service) -> list[str]:
    if not service.is_of_system:
        return []
    lines = [
        "PAMName=login",
        "TTYPath=/dev/tty1",
        "TTYReset=yes",
        "TTYVHangup=yes",
        "TTYVTDisallocate=yes",
        "StandardInput=tty-fail",
        "UtmpIdentifier=tty1",
        "UtmpMode=user",
    ]
    return [*lines, "Environment=SDL_VIDEODRIVER=kmsdrm"] if service.session == "kms" else lines


def _sandbox(service: Service) -> list[str]:
    lines = [
        "StandardOutput=journal",
        "StandardError=journal",
        "NoNewPrivileges=yes",
        # Not PrivateNetwork: udev tells of new screens and touch panels by a socket of the kernel,
        # which another network would not have.
        "RestrictAddressFamilies=AF_UNIX AF_NETLINK",
        "LockPersonality=yes",
        "RestrictRealtime=yes",
        "SystemCallArchitectures=native",
    ]
    if not service.is_of_system:
        return lines
    return [
        *lines,
        "ProtectSystem=full",
        "ProtectHome=read-only",
        "ProtectKernelModules=yes",
        "ProtectKernelLogs=yes",
        "ProtectControlGroups=yes",
        "IPAddressDeny=any",
        "StateDirectory=exhibition-kiosk",
        "StateDirectoryMode=0700",
        "CacheDirectory=exhibition-kiosk",
        "CacheDirectoryMode=0700",
        "Environment=XDG_STATE_HOME=%S XDG_CACHE_HOME=%C",
    ]


def _escaped(words: Sequence[str]) -> str:
    """A command as systemd reads it, where % and $ begin something else."""
    return " ".join(_in_quotes(word.replace("%", "%%").replace("$", "$$")) for word in words)


def _quoted(words: Sequence[str]) -> str:
    """A command as desktop entries have it, where % begins a field."""
    marked = (word.replace("%", "%%") for word in words)
    return " ".join(_in_quotes(word).replace("$", "\\$").replace("`", "\\`") for word in marked)


def _in_quotes(word: str) -> str:
    """A word in quotation marks, if it needs them."""
    if re.fullmatch(r"[\w@%+=:,./-]+", word, re.ASCII):
        return word
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
