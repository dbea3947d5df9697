"""Original files: opened only if they are ordinary files, and told of in a curator's words."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader

REASONS = {
    errno.ENOENT: "the file is gone",
    errno.ENOTDIR: "the file is gone",
    errno.EACCES: "the file may not be read",
    errno.EPERM: "the file may not be read",
    errno.ELOOP: "it is a link that leads back to itself",
    errno.ENXIO: "it is no ordinary file",
}


class UnreadablePhotoError(Exception):
    """The file holds no picture that can be shown; the text says why, for whoever can mend it."""


class PhotoWarning(UserWarning):
    """The picture is shown, but not quite as it was meant; the text says why."""


def open_original(file: str) -> BufferedReader:
    """A file to read a photo from; nothing else is read, nor waited for.

    A pipe would never come to an end, and /dev/zero neither.
    """
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise UnreadablePhotoError(reason(error)) from None
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise UnreadablePhotoError("it is a folder, and no picture")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadablePhotoError("it is no ordinary file")
        if not status.st_size:
            raise UnreadablePhotoError("the file is empty")
    except BaseException:
        os.close(descriptor)
        raise
    return os.fdopen(descriptor, "rb")


def reason(error: OSError) -> str:
    """Why the system does not give a file."""
    return REASONS.get(error.errno or 0, f"it cannot be read: {error.strerror or error}")
