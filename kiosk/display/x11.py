"""X11: a request that the server refuses is logged; Xlib by itself would end the process."""

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
"""Errors and the requests that they came of: a frame may bring one, and so may the next."""


def survive_errors() -> None:
    """Go on after errors, until the display is closed.

    They come some time after what caused them, such as the start of a GPU's driver that is broken.
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
"""Xlib keeps no reference to it."""
