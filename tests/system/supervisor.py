"""A small service manager: it starts what a unit says, waits for signs of life, and restarts.

It knows of systemd what a kiosk's unit uses: ExecStart, Type=notify, MAINPID, WatchdogSec,
Restart=always, RestartSec and TimeoutStopSec.
"""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import subprocess
import threading
import time

from tests.window.screens import comes


class Supervisor:
    def __init__(self, unit, folder, *, watchdog_s=None, environment=None):
        """`watchdog_s` replaces the unit's own time, since a test does not wait for that."""
        keys = dict(re.findall(r"^(\w+)=(.*)$", unit, re.MULTILINE))
        assert keys["Type"] == "notify"
        assert keys["Restart"] == "always"
        self._words = [
            word.replace("%%", "%").replace("$$", "$") for word in shlex.split(keys["ExecStart"])
        ]
        self._watchdog_s = watchdog_s or float(keys["WatchdogSec"])
        self._restart_s, self._stop_s = float(keys["RestartSec"]), float(keys["TimeoutStopSec"])
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(folder / "notify"))
        self._socket.settimeout(0.05)
        self._environment = os.environ | {
            "NOTIFY_SOCKET": str(folder / "notify"),
            "WATCHDOG_USEC": str(int(self._watchdog_s * 1e6)),
        }
        self._environment |= environment or {}
        self.starts, self.ready_s, self.main = 0, [], 0
        self.ends = []
        self._is_stopping = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def comes_up(self, times, patience_s=60.0):
        """Whether it has been ready that often."""
        return comes(lambda: len(self.ready_s) >= times, patience_s)

    def stop(self):
        """Seconds that the program took to end, after SIGTERM; it is killed after the limit."""
        begun_s = time.monotonic()
        if not self._is_stopping:
            self._is_stopping = True
            os.kill(self.main, signal.SIGTERM)
            self._thread.join(self._stop_s + 5)
            self._socket.close()
        return time.monotonic() - begun_s

    def _run(self):
        while not self._is_stopping:
            self.starts += 1
            process = subprocess.Popen(
                self._words,
                env=self._environment,
                start_new_session=True,
                stderr=subprocess.DEVNULL,
            )
            self.main = process.pid
            self._watch(process)
            self.ends.append(process.wait())
            time.sleep(0 if self._is_stopping else self._restart_s)

    def _watch(self, process):
        alive_s, stopped_s = time.monotonic() + 60, None
        while process.poll() is None:
            now_s = time.monotonic()
            if self._is_stopping:
                stopped_s = stopped_s or now_s
                if now_s > stopped_s + self._stop_s:
                    os.killpg(process.pid, signal.SIGKILL)
            elif now_s > alive_s + self._watchdog_s:
                os.killpg(process.pid, signal.SIGKILL)
            try:
                said = self._socket.recv(1000).decode().splitlines()
            except TimeoutError:
                continue
            if "READY=1" in said:
                self.ready_s.append(time.monotonic())
            if "WATCHDOG=1" in said:
                alive_s = time.monotonic()
