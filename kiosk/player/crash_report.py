"""Writes what led to a failure, so that somebody elsewhere can find its cause.

A report has the error, the kinds of the last events, versions, and the state without the
exhibitions. It has no positions of fingers, no time of the day, and no words or photos.
"""

from __future__ import annotations

import json
import logging
from collections import deque
from pathlib import Path
from typing import Any

import msgspec
import platformdirs
from msgspec import Struct
from msgspec.structs import replace

from kiosk import __version__
from kiosk.base.clock import LONG_AGO_S, Clock
from kiosk.base.private_files import replace_file
from kiosk.exhibition.collection import Collection
from kiosk.exhibition.kiosk import Kiosk
from kiosk.gestures import Hand
from kiosk.player.edges import Change, Observer
from kiosk.screens.context import Media
from kiosk.screens.status import Status
from kiosk.show.snapshot import from_json, to_json
from kiosk.show.state import State
from kiosk.types.events import Tick

EVENTS_KEPT = 200
PACKAGES = ("pygame-ce", "skia-python", "msgspec")
FINGERS = frozenset({"grip", "touch", "about"})
"""Fields of a zoomed photo that say where fingers hold it."""
AGAIN_S = 60.0
"""Seconds in which a report stays: a show that fails again meanwhile has only come home."""
TRACE_MAX = 20_000
BYTES_MAX = 2**20

log = logging.getLogger(__name__)


class CrashReports(Observer):
    """Remembers the last events, and writes a report when the show fails."""

    def __init__(self, clock: Clock, path: Path | None = None) -> None:
        self._clock = clock
        self._path = path or report_path()
        self._events = deque[tuple[float, str]](maxlen=EVENTS_KEPT)
        self._written_s = LONG_AGO_S

    def saw(self, before: State, event: Change, after: State) -> None:
        if not isinstance(event, Tick):
            self._events.append((self._clock.now(), type(event).__name__))

    def failed(self, error: Exception, state: State) -> None:
        """Write the report in place of the last one. If that fails, only the report is lost."""
        now_s = self._clock.now()
        if now_s < self._written_s + AGAIN_S:
            return
        self._written_s = now_s
        import platform  # Needed only here, and a visitor waits for the first photo.
        import traceback
        from importlib.metadata import version

        trace = "".join(traceback.format_exception(error))[-TRACE_MAX:]
        report = {
            "kiosk": __version__,
            "python": platform.python_version(),
            "system": platform.platform(),
            "packages": {name: version(name) for name in PACKAGES},
            "error": _without_names(trace, state),
            "events": [(round(at_s - now_s, 3), kind) for at_s, kind in self._events],
            "now_s": now_s,
            "state": _bare(state),
        }
        try:
            replace_file(self._path, json.dumps(report, indent=1).encode())
            log.error("a report of this is in %s", self._path)
        except OSError as failure:
            log.warning("the report cannot be written to %s: %s", self._path, failure.strerror)


def report_path() -> Path:
    """The file with the report of the last failure."""
    return platformdirs.user_state_path("exhibition-kiosk") / "crash" / "report.json"


class Report(Struct, frozen=True):
    """A report as it is read again."""

    kiosk: str
    python: str
    system: str
    packages: dict[str, str]
    error: str
    events: tuple[tuple[float, str], ...]
    now_s: float
    state: dict[str, Any]

    def restored(self, collection: Collection) -> State:
        """The state, with the exhibitions that a place has now. Raises ValueError."""
        photos = {numbered: file for file, numbered in _numbered(collection).items()}
        state = from_json(json.dumps(_replaced(self.state, photos)).encode())
        return replace(state, written=collection, collection=collection)


def read_report(path: Path) -> Report:
    """Raises OSError, or ValueError if this is no report."""
    if path.stat().st_size > BYTES_MAX:
        raise ValueError("it is too large")
    return msgspec.json.decode(path.read_bytes(), type=Report)


def _bare(state: State) -> dict[str, Any]:
    """A state without exhibitions, fingers and the time of the day; photos have numbers."""
    nothing = Collection(Kiosk(), ())
    bare = replace(
        state,
        written=nothing,
        collection=nothing,
        moment=None,
        off_schedule=frozenset(),
        media=Media(),
        status=Status(state.status.version, state.status.started_s),
        hand=Hand(),
        leaving=None,
    )
    plain: dict[str, Any] = _replaced(json.loads(to_json(bare)), _numbered(state.written))
    return plain


def _numbered(collection: Collection) -> dict[str, str]:
    """A number in place of the name of each photo; the same ones where the folder is elsewhere."""
    return {file: f"photo {number}" for number, file in enumerate(sorted(collection.photos))}


def _without_names(text: str, state: State) -> str:
    for file, numbered in _numbered(state.written).items():
        text = text.replace(file, numbered)
    return text


def _replaced(plain: Any, texts: dict[str, str]) -> Any:
    """Plain values in which some texts are replaced, without the places of fingers."""
    if isinstance(plain, dict):
        kept = {key: value for key, value in plain.items() if key not in FINGERS}
        return {key: _replaced(value, texts) for key, value in kept.items()}
    if isinstance(plain, list):
        return [_replaced(value, texts) for value in plain]
    return texts.get(plain, plain) if isinstance(plain, str) else plain
