"""Lists the licences of the packages that are installed with the kiosk; `make licences` runs it.

usage: python -m tests.licences
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK, PAGE = ROOT / "requirements.txt", ROOT / "THIRD_PARTIES.md"
LOCKED = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", re.MULTILINE)
INTRODUCTION = """\
# Licences of third parties

`make run` installs these packages beside the kiosk, which is under the MIT licence. The list is
made from `requirements.txt` and from what each package says of itself, by `make licences`. Each
package brings the text of its licence, in its `.dist-info` folder in `.venv`.

Two of them bring libraries under the GNU licences. pygame-ce (LGPL) contains SDL (zlib) and other
libraries. The wheel of pillow-heif contains libheif (LGPL) and libx265 (GPL-2.0). People who pass
on a machine with these packages must honour that: keep the texts of the licences, and say where the
sources are.

| package | version | licence |
|---|---|---|
"""


def page() -> str:
    rows = (f"| {name} | {version} | {licence(name)} |\n" for name, version in packages())
    return INTRODUCTION + "".join(rows)


def packages() -> Iterator[tuple[str, str]]:
    """Name and versions of each locked package; it may have other versions on other Pythons."""
    versions: dict[str, list[str]] = {}
    for name, version in LOCKED.findall(LOCK.read_text(encoding="utf-8")):
        versions.setdefault(name, []).append(version)
    for name, found in versions.items():
        yield name, ", ".join(found)


def licence(name: str) -> str:
    """What a package says: an expression of SPDX, or in older packages other words."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return "see the package"
    kinds = said.get_all("Classifier") or []
    classified = [kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License ::")]
    return said["License-Expression"] or said["License"] or ", ".join(classified)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
