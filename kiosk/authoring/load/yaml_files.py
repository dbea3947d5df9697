"""Finds the YAML files of a folder, and says which of them are copies, or have a wrong ending."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import Problem, Severity, quoted
from kiosk.authoring.yaml.source import YAML_ENDINGS, is_yaml, unreadable

EXHIBITIONS_MAX = 500
_COPY = r"(?:copy|copie|copia|cópia|kopie|kopia|kopi|kópia|копия|副本|コピー|복사본)"

LEFT_BEHIND = re.compile(
    r"""~\$.*                                                # Office, of an open file
    | \.~lock\..*                                           # LibreOffice, of an open file
    | \#.*\#                                                # Emacs, unsaved
    | \..*\.sw[a-z]                                         # Vim, of an open file
    | .*\.sync-conflict-.*                                  # Syncthing
    | .*\(.*conflicted\ copy.*\).*                           # Dropbox, Nextcloud
    | .*\.ya?ml~                                            # the version before, of many editors
    | .*\.ya?ml\.(?:bak|backup|old|orig|save|tmp|part|crdownload|swp)
    | .*\.(?:bak|backup|old|orig|tmp)\.ya?ml""",
    re.IGNORECASE | re.VERBOSE,
)
"""Names of files that programs leave behind; none of them is an exhibition."""
COPIES = (
    re.compile(rf"(?P<name>.+?)[ _–-]+{_COPY}(?: ?\(?\d+\)?)?", re.IGNORECASE),
    re.compile(r"(?P<name>.+?) ?\(\d+\)"),
    re.compile(r"(?P<name>.+?)-(?:DESKTOP|LAPTOP|PC|WIN)-[A-Z0-9]+"),  # OneDrive
    re.compile(r"(?P<name>.+?) ?[(\[].*(?:conflict|konflikt|conflit).*[)\]]", re.IGNORECASE),
    re.compile(rf"{_COPY} (?:\(\d+\) )?(?:of|von|de|di|van|av|af) (?P<name>.+)", re.IGNORECASE),
)
"""Names without ending, such as `x - Copy (2)`, `x (1)`, `Copy of x`: copies if x is there, too."""
MISNAMED = re.compile(
    r"(?P<name>.+)\.(?:ya?ml\.(?P<other>txt|docx?|rtf|odt|html?|pages|pdf|text)|yalm|ymal|yam|yanl)",
    re.IGNORECASE,
)
"""Endings that editors add, or that are mistyped."""
TEXTS = (None, "txt", "text")


def yaml_files(folder: Path, problems: Problems) -> list[Path]:
    """YAML files of a folder, sorted by name, without hidden ones."""
    try:
        files = sorted(
            path
            for path in folder.iterdir()
            if is_yaml(path) and not path.name.startswith(".") and not path.is_dir()
        )
    except (OSError, ValueError) as error:
        problems.add(unreadable(folder, error))
        return []
    if len(files) > EXHIBITIONS_MAX:
        message = f"more than {EXHIBITIONS_MAX} exhibitions are here; the others are not shown"
        problems.add(Problem(folder, Code.TOO_MANY_EXHIBITIONS, message))
    return files[:EXHIBITIONS_MAX]


def named(files: Iterable[Path], name: str) -> Path | None:
    """The file of an exhibition, by its name with or without the ending."""
    files = tuple(files)
    bare = Path(name).stem if is_yaml(Path(name)) else name
    wanted = (name, bare, *(unicodedata.normalize(form, bare) for form in ("NFC", "NFD")))
    return next((path for one in wanted for path in files if path.stem == one), None)


def same_names(files: Sequence[Path]) -> Iterator[Problem]:
    count = Counter(path.stem for path in files)
    for path in files:
        if count[path.stem] > 1 and path != named(files, path.stem):
            message = f"another file is named {path.stem} too; rename one of them"
            yield Problem(path, Code.SAME_NAME, message)


def is_copy(path: Path, stems: Iterable[str]) -> bool:
    """Whether a program made this file, as a copy of one of those or as its own notes."""
    if LEFT_BEHIND.fullmatch(path.name):
        return True
    known = {stem.casefold() for stem in stems}
    found = (pattern.fullmatch(path.stem) for pattern in COPIES)
    return any(one and one["name"].strip().casefold() in known for one in found)


def not_read(folder: Path) -> Iterator[Problem]:
    """Files that look like exhibitions, but are not read, each with a warning."""
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return
    for path in paths:
        found = MISNAMED.fullmatch(path.name)
        if is_yaml(path) and not path.name.startswith("."):
            continue
        if LEFT_BEHIND.fullmatch(path.name) and _of_yaml(path):
            yield copy_not_shown(path)
        elif found and not path.name.startswith("."):
            is_text = (found["other"] or "txt").lower() in TEXTS
            how = "rename it to" if is_text else "save it as plain text, with the name"
            message = f"{quoted(path.name)} is not read; {how} {found['name']}.yaml"
            yield Problem(path, Code.ENDING_WRONG, message, severity=Severity.WARNING)


def copy_not_shown(path: Path) -> Problem:
    message = (
        "this looks like a copy of another program, so it is not shown; delete it,"
        " or list it in kiosk.yaml"
    )
    return Problem(path, Code.COPY_NOT_SHOWN, message, severity=Severity.WARNING)


def _of_yaml(path: Path) -> bool:
    return any(ending in path.name.lower() for ending in YAML_ENDINGS)
