"""Writes a state as JSON and reads it back, so that another process can draw what is shown."""

from __future__ import annotations

import functools
import json
import operator
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from kiosk.screens.attract import Attract
from kiosk.screens.home import Home
from kiosk.screens.interview.interview import InterviewReader
from kiosk.screens.overlay import Overlay
from kiosk.screens.overlays import OVERLAYS
from kiosk.screens.overview.overview import Overview
from kiosk.screens.viewer.details import Details
from kiosk.screens.viewer.viewer import Viewer
from kiosk.show.state import State

SCREEN_KINDS = Attract | Details | Home | InterviewReader | Overview | Viewer
OVERLAY_KINDS = functools.reduce(operator.or_, map(type, OVERLAYS))


def to_json(state: State) -> bytes:
    """The state as JSON; file names that are not UTF-8 are kept."""
    plain = msgspec.to_builtins(state, enc_hook=_encoded)
    return json.dumps(plain, allow_nan=False).encode()


def from_json(data: bytes) -> State:
    """The state that was written; raises ValueError if the data is no state."""
    return msgspec.convert(json.loads(data), State, dec_hook=_decoded)


def _encoded(value: Any) -> Any:
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")


def _decoded(kind: type, value: Any) -> Any:
    if kind is Path:
        return Path(value)
    kinds = OVERLAY_KINDS if kind is Overlay else SCREEN_KINDS
    return msgspec.convert(value, kinds, dec_hook=_decoded)
