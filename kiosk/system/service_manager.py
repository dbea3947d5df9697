"""Tells systemd that the kiosk has started, is alive, or ends, if systemd has started it.

The protocol is that of sd_notify(3) and sd_watchdog_enabled(3): lines to a datagram socket.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress

WATCHDOG_SHARE = 0.25
"""A sign of life is given this often, as a share of the time after which systemd would act."""


class ServiceManager:
    """The service manager of this process; without one, nothing is said."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "")
        if self._address.startswith("@"):  # A name in Linux's abstract namespace.
            self._address = "\0" + self._address[1:]
        self._every_s = _watchdog_s(environment) * WATCHDOG_SHARE
        self._said_s: float | None = None
        self._is_ready = False

    def alive(self, now_s: float) -> None:
        """Give a sign of life, if it is time for one; the first one says that all is ready."""
        if not self._address:
            return
        if not self._is_ready:
            self._is_ready, self._said_s = True, now_s
            # In a compositor that systemd has started, this process is the one that counts.
            self._say(f"READY=1\nMAINPID={os.getpid()}\nWATCHDOG=1")
        elif self._every_s and (self._said_s is None or now_s >= self._said_s + self._every_s):
            self._said_s = now_s
            self._say("WATCHDOG=1")

    def status(self, text: str) -> None:
        """Say in one line what the kiosk does; `systemctl status` shows it."""
        self._say(f"STATUS={text}")

    def ending(self) -> None:
        self._say("STOPPING=1")

    def _say(self, text: str) -> None:
        if not self._address:
            return
        import socket  # Not at the top: few starts need it, and a visitor waits for the photo.

        # A service manager that does not listen must not cost the show.
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            sender.setblocking(False)
            sender.sendto(text.encode(), self._address)


def _watchdog_s(environment: Mapping[str, str]) -> float:
    """Seconds without a sign of life after which systemd restarts this process; 0 for never."""
    microseconds, meant = environment.get("WATCHDOG_USEC", ""), environment.get("WATCHDOG_PID")
    if not microseconds.isdecimal() or meant not in (None, "", str(os.getpid())):
        return 0.0
    return int(microseconds) / 1e6
