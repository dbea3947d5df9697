"""Finds out what the columns of a photo list mean, and in which language their words are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kiosk.authoring.keys.synonyms import plain
from kiosk.authoring.tools.spreadsheet import Row, SpreadsheetError
from kiosk.language.names import OWN_NAMES
from kiosk.language.tags import MEANT, TAG
from kiosk.types.metadata import Words

FILE, DATE = "file", "date"
TEXTS = ("title", "caption", "credit", "alt")
NAMES = {
    FILE: "file filename photofile imagefile bilddatei datei dateiname fichier nomdefichier"
    " nomdufichier archivo nombredearchivo nombredelarchivo fichero nomefile bestand bestandsnaam"
    " файл имяфайла",
    "title": "title titel titre titulo titolo heading überschrift название",
    "caption": "caption legend label description text bildunterschrift bildlegende bildtext legende"
    " unterschrift beschreibung leyenda pie piedefoto descripcion texto texte didascalia"
    " descrizione bijschrift подпись",
    "credit": "credit credits copyright photographer author artist creator by source lender"
    " fotograf fotografin urheber bildnachweis quelle autor autorin photographe auteur droits"
    " auteure fotografo fotografa autora creditos fuente derechos автор фотограф",
    "alt": "alt alttext imagealt photoalt alternative alternativetext imagedescription"
    " alternativtext bildbeschreibung textealternatif alternatif textoalternativo описание",
    DATE: "date datetaken taken datetime captured datum aufnahmedatum aufgenommen"
    " datedeprisedevue prisele fecha fechadetoma data year jahr année año дата",
}
"""For each key, the names of columns that mean it, in one word."""
WEAK = "photo image picture foto bild imagen immagine фото name nom nombre nome имя"
"""Columns that have the files' names if no other does."""
TONGUES = {
    "ar": "arabisch arabe",
    "de": "allemand alemán",
    "en": "englisch anglais inglés",
    "es": "spanisch espagnol",
    "fr": "französisch francés",
    "kk": "kasachisch kazajo",
    "ru": "russisch russe ruso",
    "zh": "chinesisch chinois chino",
}
"""Names of languages in other languages."""
BETWEEN = re.compile(r"[\s_.\-/:(\[]+")


KEYS = {plain(name): key for key, names in NAMES.items() for name in names.split()}
WEAK_NAMES = frozenset(map(plain, WEAK.split()))
TAGS = {plain(name): tag for tag, names in TONGUES.items() for name in names.split()} | {
    plain(name): tag for name, tag in MEANT.items() if len(name) > len("xx-XX")
}

Column = tuple[str, str]
"""A key, and the language of its words; "" if none is named."""


class Columns:
    """The columns of a list. Of two that mean the same, the first counts."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        meant = [_column(name) for name in names]
        if (FILE, "") not in meant:
            weak = (index for index, name in enumerate(names) if plain(name) in WEAK_NAMES)
            for index in list(weak)[:1]:
                meant[index] = (FILE, "")
        self._at = dict[Column, int]()
        for index, one in enumerate(meant):
            if one:
                self._at.setdefault(one, index)

    @property
    def score(self) -> int:
        """How well these names fit a list of photos; 0 if none is for the files."""
        return len(self._at) if (FILE, "") in self._at else 0

    @property
    def ignored(self) -> tuple[str, ...]:
        used = set(self._at.values())
        return tuple(name for index, name in enumerate(self._names) if name and index not in used)

    def cell(self, row: Row, key: str, language: str = "") -> str:
        index = self._at.get((key, language))
        return row.cells[index] if index is not None and index < len(row.cells) else ""

    def words(self, row: Row, key: str) -> Words:
        """A row's text for a key, or its texts by their languages."""
        tags = [tag for one, tag in self._at if one == key]
        if not any(tags):
            return self.cell(row, key)
        return {tag: text for tag in tags if (text := self.cell(row, key, tag))}

    def require_languages(self) -> None:
        """Raises SpreadsheetError if a text has columns with and without a language."""
        for key in TEXTS:
            tags = [tag for one, tag in self._at if one == key]
            if "" in tags and any(tags):
                name = self._names[self._at[key, ""]]
                raise SpreadsheetError(
                    f"the column {name} needs its language, since another column has one:"
                    f" name it {name} (en), or as its language is"
                )


def _column(name: str) -> Column | None:
    """What a column means, such as "Caption", "caption_fr" or "English title"."""
    key = KEYS.get(plain(name))
    if key:
        return key, ""
    return next(_with_language(name), None)


def _with_language(name: str) -> Iterator[Column]:
    for between in BETWEEN.finditer(name):
        before, after = name[: between.start()], name[between.end() :]
        for word, language in ((before, after), (after, before)):
            key, tag = KEYS.get(plain(word)), _tag(language)
            if key in TEXTS and tag:
                yield key, tag


def _tag(word: str) -> str:
    """The tag of a language that is named by its tag or its name; "" if it is neither."""
    language, *rest = word.strip(" )]").replace("_", "-").split("-")
    tag = "-".join([language.lower(), *rest])
    if language.lower() in OWN_NAMES and re.fullmatch(TAG, tag):
        return tag
    return TAGS.get(plain(word), "")
