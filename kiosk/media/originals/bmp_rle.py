"""Reads compressed BMP files that leave out pixels at their end."""

from __future__ import annotations

import os
from typing import Any

from PIL import Image
from PIL.BmpImagePlugin import BmpRleDecoder

END_OF_PICTURE = b"\0\1"


class _PatientDecoder(BmpRleDecoder):
    """Gives the first colour to pixels that the file leaves out, as Pillow does in the middle.

    A file that breaks off has no mark for its end, and is refused.
    """

    def set_as_raw(
        self, data: bytes | bytearray, rawmode: str | None = None, extra: tuple[Any, ...] = ()
    ) -> None:
        assert self.fd is not None
        self.fd.seek(-len(END_OF_PICTURE), os.SEEK_CUR)
        if self.fd.read(len(END_OF_PICTURE)) == END_OF_PICTURE:
            data = data.ljust(self.state.xsize * self.state.ysize, b"\0")
        super().set_as_raw(data, rawmode, extra)


def register() -> None:
    """Let Pillow read compressed BMP files in this way."""
    Image.register_decoder("bmp_rle", _PatientDecoder)
