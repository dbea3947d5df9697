"""Memory of a show on one of SDL's drivers, in a window: the most of some looks.

usage: python -m tests.bench.drivers software|opengl PLACE
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import psutil

from kiosk.base.geometry import Size
from kiosk.player.content.content_reader import ContentReader
from kiosk.player.options import Options
from tests.bench.playing import Watched

SIZE = Size(1920, 1080)
LOADED_S, LOOKS, BETWEEN_S = 60.0, 10, 2.5


def main() -> None:
    reader = ContentReader(Path(sys.argv[2]))
    driver = "opengl" if sys.argv[1] == "opengl" else "software"
    played = Watched(reader.read(), Options(SIZE), reader, driver=driver)
    played.app.await_photos(LOADED_S)
    looks = []
    for _ in range(LOOKS):
        played.app.run(BETWEEN_S)
        looks.append(psutil.Process().memory_full_info().pss / 2**20)
    played.app.close()
    print(json.dumps({"pss mb": max(looks)}))


if __name__ == "__main__":
    main()
