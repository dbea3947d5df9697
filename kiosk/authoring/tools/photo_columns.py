"""Finds out what the columns of a photo list mean, and in which language their words are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

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
    " imagefilename mediafile файл имяфайла файлаты الملف اسمالملف 文件 文件名",
    "title": "title titel titre titulo titolo heading überschrift objecttitle objekttitel"
    " werktitel название тақырыбы атауы العنوان 标题 题名",
    "caption": "caption legend label description text bildunterschrift bildlegende bildtext legende"
    " unterschrift beschreibung leyenda pie piedefoto descripcion texto texte didascalia"
    " descrizione bijschrift подпись түсіндірме التعليق الشرح 说明 图注",
    "credit": " ".join(
        (
            "credit credits copyright photographer author artist creator by source lender"
            " creditline künstler künstlerin artiste artista художник суретші الفنان 艺术家",
            "fotograf fotografin urheber bildnachweis quelle autor autorin photographe auteur"
            " droits auteure fotografo fotografa autora creditos fuente derechos автор фотограф"
            " المصور 摄影 摄影师 署名 作者",
        )
    ),
    "alt": "alt alttext imagealt photoalt alternative alternativetext imagedescription"
    " alternativtext bildbeschreibung textealternatif alternatif textoalternativo описание"
    " сипаттама النصالبديل الوصف 替代文本 描述",
    DATE: "date datetaken taken datetime captured datum aufnahmedatum aufgenommen"
    " datedeprisedevue prisele fecha fechadetoma data year jahr année año дата күні التاريخ"
    " 日期 拍摄日期",
}
"""For each key, the names of columns that mean it, in one word."""
BY, YEAR, SIZE = "work.by", "work.year", "work.size"
TECHNIQUE, COLLECTION = "work.technique", "work.collection"
WORK = (BY, YEAR, TECHNIQUE, SIZE, COLLECTION)
NAMES_OF_WORKS = {
    BY: "artist artists artistname artistmaker maker creator painter constituents künstler"
    " künstlerin künstlername maler hersteller artiste auteur auteure artista pintor autor autora"
    " художник автор суретші суретшісі الفنان المؤلف 艺术家 作者",
    YEAR: "year years dated dating datemade dateofwork objectdate creationdate productiondate"
    " jahr datierung entstehungsjahr entstanden année annee datation año ano datacion"
    " fechadecreacion год датировка годсоздания жылы жыл السنة سنة 年份 年代 创作年代",
    TECHNIQUE: "technique medium mediumtechnique mediumdisplay material materials technik"
    " materialtechnik materialien matériau matériaux techniquematériaux tecnica"
    " materiales tecnicamateriales техника материал материалы материалтехника"
    " техникасы التقنية التقنيات الخامة المادة 技法 材质 材料 媒材",
    SIZE: "size sizes dimensions dimension measurements maße massangaben abmessungen größe format"
    " taille dimensiones medidas tamaño misure dimensioni размер размеры өлшемі өлшемдері көлемі"
    " المقاس المقاسات الأبعاد القياسات الحجم 尺寸 规格",
    COLLECTION: "collection collections owner repository museum sammlung besitzer eigentümer"
    " eigentum besitz propriétaire musée coleccion propietario museo collezione коллекция собрание"
    " владелец музей коллекциясы иесі жинағы المجموعة المقتنيات المالك 收藏 藏品 馆藏 收藏者",
}
"""The same for the keys of `work`, in a list of works."""
ARTISTS = """
    artist artistname artistmaker painter künstler künstlerin künstlername maler artiste artista
    pintor художник суретші суретшісі الفنان 艺术家
"""
"""Names of columns for makers of works; an author may also be a photographer."""
UNIT = re.compile(r"\d\s*(?:cm|mm|m|in|inches|ft|см|мм|м|سم|厘米|毫米|[″\"])(?!\w)", re.IGNORECASE)
"""Matches the size of a work, and not that of a file."""
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
KEYS_OF_WORKS = KEYS | {
    plain(name): key for key, names in NAMES_OF_WORKS.items() for name in names.split()
}
ARTIST_NAMES = frozenset(map(plain, ARTISTS.split()))
SPOKEN = {
    plain(name): tag
    for tag, names in {
        "de": "titel überschrift bildunterschrift bildlegende bildtext legende unterschrift"
        " beschreibung bildnachweis quelle alternativtext bildbeschreibung technik",
        "en": "title heading caption legend label description text credit credits alt alttext",
        "es": "titulo leyenda pie descripcion texto creditos fuente textoalternativo tecnica",
        "fr": "titre texte textealternatif droits",
        "ru": "название подпись описание техника",
    }.items()
    for name in names.split()
}
"""Languages of names of columns, which are often those of the words in them."""
WEAK_NAMES = frozenset(map(plain, WEAK.split()))
TAGS = {plain(name): tag for tag, names in TONGUES.items() for name in names.split()} | {
    plain(name): tag for name, tag in MEANT.items() if len(name) > len("xx-XX")
}

Column = tuple[str, str]
"""A key, and the language of its words; "" if none is named."""


class Columns:
    """The columns of a list. Of two that mean the same, the first counts."""

    def __init__(self, names: Sequence[str], *, of_works: bool = False) -> None:
        self._names = names
        self.of_works = of_works
        keys = KEYS_OF_WORKS if of_works else KEYS
        meant = [_column(name, keys) for name in names]
        if (FILE, "") not in meant:
            weak = (index for index, name in enumerate(names) if plain(name) in WEAK_NAMES)
            for index in list(weak)[:1]:
                meant[index] = (FILE, "")
        self._at = dict[Column, int]()
        for index, one in enumerate(meant):
            if one:
                self._at.setdefault(one, index)

    @classmethod
    def of(cls, names: Sequence[str], rows: Sequence[Row]) -> Columns:
        """The columns of a list of works, if they are, or else of one of photos."""
        of_works = cls(names, of_works=True)
        keys = {key for key, _ in of_works._at} & set(WORK)
        has_artists = any(plain(name) in ARTIST_NAMES for name in names)
        sizes = (of_works.words(row, SIZE) for row in rows)
        are_works = (
            TECHNIQUE in keys
            or len(keys) > 2
            or (len(keys) == 2 and (has_artists or COLLECTION in keys))
            or any(UNIT.search(str(size)) for size in sizes)
        )
        return of_works if are_works else cls(names)

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
        for key in (*TEXTS, *WORK):
            tags = [tag for one, tag in self._at if one == key]
            if "" in tags and any(tags):
                name = self._names[self._at[key, ""]]
                likely = (SPOKEN.get(plain(name)), "en", "de", "fr")
                tag = next(one for one in likely if one and one not in tags)
                raise SpreadsheetError(
                    f"the column {name} needs its language, since another column has one:"
                    f" name it {name} ({tag}), or as its language is"
                )

    def name(self, key: str) -> str:
        """The name of the column for a key without a language; "" if there is none."""
        index = self._at.get((key, ""))
        return self._names[index] if index is not None else ""


def _column(name: str, keys: Mapping[str, str]) -> Column | None:
    """What a column means, such as "Caption", "caption_fr" or "English title"."""
    key = keys.get(plain(name))
    if key:
        return key, ""
    return next(_with_language(name, keys), None)


def _with_language(name: str, keys: Mapping[str, str]) -> Iterator[Column]:
    for between in BETWEEN.finditer(name):
        before, after = name[: between.start()], name[between.end() :]
        for word, language in ((before, after), (after, before)):
            key, tag = keys.get(plain(word)), _tag(language)
            if key in (*TEXTS, *WORK) and tag:
                yield key, tag


def _tag(word: str) -> str:
    """The tag of a language that is named by its tag or its name; "" if it is neither."""
    language, *rest = word.strip(" )]").replace("_", "-").split("-")
    tag = "-".join([language.lower(), *rest])
    if language.lower() in OWN_NAMES and re.fullmatch(TAG, tag):
        return tag
    return TAGS.get(plain(word), "")
