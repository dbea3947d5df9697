"""Opens original files if they are ordinary files, and explains failures in a curator's words."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader

REASONS = {
    errno.ENOENT: "the file is gone",
    errno.ENOTDIR: "the file is gone",
    errno.EACCES: "this user may not read the file",
    errno.EPERM: "this user may not read the file",
    errno.ELOOP: "it is a link that leads back to itself",
    errno.ENXIO: "it is not an ordinary file",
}


class UnreadablePhotoError(Exception):
    """The file holds no picture that can be shown; the text tells a curator why."""


class PhotoWarning(UserWarning):
    """The picture is shown, but not quite as its author meant it; the text says why."""


def open_original(file: str) -> BufferedReader:
    """Open an ordinary file; anything else is refused, without waiting for it.

    A pipe may never end, and /dev/zero never does.
    """
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise UnreadablePhotoError(reason(error)) from None
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise UnreadablePhotoError("it is a folder, not a picture")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadablePhotoError("it is not an ordinary file")
        if not status.st_size:
            raise UnreadablePhotoError("the file is empty")
    except BaseException:
        os.close(descriptor)
        raise
    return os.fdopen(descriptor, "rb")


def reason(error: OSError) -> str:
    """Why the system cannot open a file, in a curator's words."""
    return REASONS.get(error.errno or 0, f"it cannot be read: {error.strerror or error}")
