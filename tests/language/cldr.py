"""Writes what CLDR says of languages into `kiosk/language`; `make locale` runs it.

usage: python -m tests.language.cldr CLDR_MISC_FULL.tgz

Babel has all but the quotation marks; CLDR publishes those as an npm package.
"""

from __future__ import annotations

import json
import sys
import tarfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from babel import Locale, localedata
from babel.core import get_cldr_version, get_global
from babel.dates import format_date

from kiosk import language

FOLDER = Path(language.__file__).parent
WIDTH = 100
"""Columns of a line, as ruff counts them."""
WRITES_NO_CAPITALS = {"jbo", "oka", "tok"}
ENGLISH_MARKS = ("“", "”", "‘", "’")
LIKELY = {
    tag: likely.split("_")
    for tag, likely in get_global("likely_subtags").items()
    if not tag.startswith("und")
}


def main(package: str) -> None:
    source = f"CLDR {get_cldr_version()} says of languages; `make locale` writes it."
    wall = {
        "NAMES": names(),
        "RIGHT_TO_LEFT": right_to_left(),
        "RIGHT_TO_LEFT_SCRIPTS": right_to_left_scripts(),
        "REGION_SCRIPTS": region_scripts(),
        "DATES": dates(),
        "MARKS": read_marks(package),
    }
    version = Path(package).stem.rpartition("-")[2]
    _write("cldr.py", f"What {source} Its marks are those of {version}.", wall)
    curators = {"TWO_LETTERS": two_letters(), "MEANT": meant(), "MONTHS": months()}
    _write("cldr_tags.py", f"How curators name languages, by what {source}", curators)


def two_letters() -> list[str]:
    """ISO 639-1: what CLDR has in two letters, without Serbo-Croatian, which ISO has withdrawn."""
    return sorted(tag for tag in Locale("en").languages if len(tag) == 2 and tag != "sh")


def names() -> dict[str, str]:
    """Languages by their own names, and in their other scripts, where these give another one."""
    locales = {
        tag.replace("_", "-"): Locale.parse(tag)
        for tag in sorted(_languages() | set(localedata.locale_identifiers()))
        if "_" not in tag or (len(tag.split("_")) == 2 and len(tag.split("_")[1]) == 4)
    }
    plain = {tag: _name(locale, locale.language) for tag, locale in locales.items()}
    found = dict[str, str]()
    for tag, name in plain.items():
        same = tag != locales[tag].language and name == plain[locales[tag].language]
        own = _name(locales[tag], str(locales[tag])) if same else name
        if own and own != found.get(locales[tag].language):
            found[tag] = own
    return found


def right_to_left_scripts() -> list[str]:
    """Scripts of the locales whose characters run from right to left."""
    locales = map(Locale.parse, localedata.locale_identifiers())
    scripts = {
        locale.script or LIKELY[locale.language][1]
        for locale in locales
        if locale.character_order == "right-to-left"
    }
    return sorted(scripts)


def right_to_left() -> list[str]:
    """Languages that are likely written in such a script."""
    scripts = right_to_left_scripts()
    return sorted(tag for tag, likely in LIKELY.items() if "_" not in tag and likely[1] in scripts)


def region_scripts() -> dict[str, str]:
    """Scripts that languages are written in, in regions where that is another one than usual."""
    return {
        tag.replace("_", "-"): script
        for tag, (tongue, script, region) in sorted(LIKELY.items())
        if tag == f"{tongue}_{region}" and script != LIKELY[tongue][1]
    }


def dates() -> dict[str, tuple[str, ...]]:
    """A date in each of the twelve months, in the languages of the kiosk's own words."""
    translated = {path.name: path.name for path in (FOLDER / "locale").iterdir() if path.is_dir()}
    # Most of the world writes 1 May 2026 in English, and not May 1, 2026.
    return {
        tag: tuple(_date(month, locale) for month in range(1, 13))
        for tag, locale in sorted((translated | {"en": "en_001"}).items())
    }


def _date(month: int, locale: str) -> str:
    written = format_date(date(2026, month, 28), "long", locale=locale)
    return written.replace("2026", "{year}").replace("28", "{day}")


def months() -> dict[str, str]:
    """Numbers of months by their names, long and short, in small letters and without a dot."""
    found = dict[str, set[int]]()
    for tag in (*dates(), "it", "nl", "pt"):
        for widths in Locale(tag).months.values():
            for number, name in (*widths["wide"].items(), *widths["abbreviated"].items()):
                found.setdefault(name.lower().rstrip("."), set()).add(number)
    single = {name: str(*numbers) for name, numbers in found.items() if len(numbers) == 1}
    return {name: single[name] for name in sorted(single) if name.isalpha()}


def meant() -> dict[str, str]:
    """Languages by their country's code, their English and their own name, in small letters."""
    countries = {
        tag.removeprefix("und_").lower(): likely.split("_")[0]
        for tag, likely in get_global("likely_subtags").items()
        if tag.startswith("und_") and len(tag) == len("und_KZ")
    }
    own = names()
    english = {name: tag for tag, name in Locale("en").languages.items() if tag in own}
    called = english | {name: tag for tag, name in own.items()} | countries
    lower = {name.lower(): tag for name, tag in called.items()}
    return {name: lower[name] for name in sorted(lower.keys() - set(two_letters()))}


def read_marks(package: str) -> dict[str, tuple[str, ...]]:
    """The outer and the inner pair of marks of each language; not what follows from others."""
    with tarfile.open(package) as packed:
        files = [file for file in packed.getnames() if file.endswith("/delimiters.json")]
        read = [json.load(packed.extractfile(file))["main"] for file in files]
    marks = {tag: _four(main["delimiters"]) for one in read for tag, main in one.items()}
    found = dict[str, tuple[str, ...]]()
    for tag in sorted(marks.keys() - {"und"}, key=lambda tag: (tag.count("-"), tag)):
        shorter = tag.split("-")[:-1]
        above = ["-".join(shorter[:count]) for count in range(len(shorter), 0, -1)]
        if marks[tag] != next((found[one] for one in above if one in found), ENGLISH_MARKS):
            found[tag] = marks[tag]
    return dict(sorted(found.items()))


def _four(delimiters: Mapping[str, str]) -> tuple[str, ...]:
    pairs = ("quotation", "alternateQuotation")
    return tuple(delimiters[f"{pair}{end}"] for pair in pairs for end in ("Start", "End"))


def _languages() -> set[str]:
    return {tag.split("_")[0] for tag in localedata.locale_identifiers()} | {"nb", "nn"}


def _name(locale: Locale, tag: str) -> str:
    """Its name without what stands in brackets, with a capital where it has none."""
    name = (locale.languages.get(tag) or "").split(" (")[0]
    if name == name.lower() and locale.language not in WRITES_NO_CAPITALS:
        return name[:1].title() + name[1:]
    return name


def _write(file: str, docstring: str, constants: Mapping[str, dict[str, Any] | list[str]]) -> None:
    """A module of constants, set as ruff sets them."""
    lines = [f'"""{docstring}"""']
    for name, values in constants.items():
        lines += ["", *(_table(name, values) if isinstance(values, dict) else _set(name, values))]
    (FOLDER / file).write_text("\n".join([*lines, ""]), encoding="utf-8")


def _table(name: str, values: dict[str, Any]) -> Iterator[str]:
    yield f"{name} = {{"
    for key, value in values.items():
        line = f"    {_quoted(key)}: {_quoted(value)},"
        if len(line) <= WIDTH:
            yield line
        else:
            yield f"    {_quoted(key)}: ("
            yield from (f"        {_quoted(one)}," for one in value)
            yield "    ),"
    yield "}"


def _set(name: str, values: list[str]) -> Iterator[str]:
    yield f"{name} = frozenset("
    yield "    {"
    yield from (f"        {_quoted(value)}," for value in values)
    yield "    }"
    yield ")"


def _quoted(value: str | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(map(_quoted, value))})"
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
