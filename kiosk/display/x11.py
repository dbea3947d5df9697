"""Logs requests that the X11 server refuses; by default, Xlib would end the process."""

from __future__ import annotations

import ctypes
import logging

from kiosk.display.sdl import loaded_library

log = logging.getLogger(__name__)


class _ErrorEvent(ctypes.Structure):
    """XErrorEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("resource", ctypes.c_ulong),
        ("serial", ctypes.c_ulong),
        ("error", ctypes.c_ubyte),
        ("request", ctypes.c_ubyte),
        ("minor", ctypes.c_ubyte),
    )


_logged: set[tuple[int, int]] = set()
"""Errors already logged, with their requests: otherwise each frame might log the same error."""


def survive_errors() -> None:
    """Continue after X11 errors, until the display is closed.

    An error arrives some time after its cause, such as the start of a broken GPU driver.
    """
    library = loaded_library("libX11.so")
    if library:
        library.XSetErrorHandler(_HANDLER)


def _log_error(_: int, event: ctypes._Pointer[_ErrorEvent]) -> int:
    error, request = event.contents.error, event.contents.request
    if (error, request) not in _logged:
        _logged.add((error, request))
        log.warning("X11 refused request %d.%d: error %d", request, event.contents.minor, error)
    return 0


_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.POINTER(_ErrorEvent))(_log_error)
"""A module constant, so that it is never freed: Xlib keeps no Python reference to it."""
