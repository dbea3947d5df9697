"""A spreadsheet gives photos their words, in whatever form it was saved."""

from __future__ import annotations

import csv
import io

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.tools.photo_columns import NAMES, NAMES_OF_WORKS, WEAK
from kiosk.authoring.tools.photo_list import PhotoList, with_list
from kiosk.authoring.tools.scaffold import written
from kiosk.authoring.tools.spreadsheet import BYTES_MAX, SpreadsheetError
from kiosk.authoring.yaml.document import parse
from kiosk.authoring.yaml.source import Source
from kiosk.cli import main
from kiosk.exhibition.marks import read_marks
from kiosk.types.metadata import PhotoMetadata

PHOTOS = ("/p/IMG_1.jpg", "/p/IMG_2.JPG", "/p/a/3.jpg", "/p/b/3.jpg")
EMPTY = PhotoMetadata()


@pytest.fixture
def listed(tmp_path):
    """What photos get from a list of this text."""

    def read(text: str | bytes, photos=PHOTOS, label=EMPTY) -> PhotoList:
        file = tmp_path / "list.csv"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return with_list(dict.fromkeys(photos, label), file)

    return read


def first(told: PhotoList) -> PhotoMetadata:
    return told.photos[PHOTOS[0]]


LIST = "file{0}title{0}caption{0}credit{0}alt\nIMG_1.jpg{0}A{0}Bäume, é{0}C{0}D\n"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_as_spreadsheets_save(listed, separator, encoding):
    """Each separator and each encoding of Excel and LibreOffice is understood."""
    text = LIST.format(separator).replace("Bäume, é", '"Bäume, é"')
    told = listed(text.replace("\n", "\r\n").encode(encoding))

    assert first(told) == PhotoMetadata("", "A", "Bäume, é", "C", "D")
    assert told.used == 1


@pytest.mark.parametrize(
    ("name", "key"),
    [
        *((name, key) for key, names in NAMES.items() for name in names.split()),
        *((name, "file") for name in WEAK.split()),
    ],
)
def test_names_of_columns(listed, name, key):
    """Columns may be named in English, German, French or Spanish, and in any case."""
    if key == "file":
        assert first(listed(f"title,{name.upper()}\nA,IMG_1.jpg\n")).title == "A"
    elif key == "date":
        assert first(listed(f"file,{name.title()}\nIMG_1.jpg,2026-05-01\n")).taken == "2026:05:01"
    else:
        assert getattr(first(listed(f"{name},file\nA,IMG_1.jpg\n")), key) == "A"


def test_names_of_columns_with_signs(listed):
    """Spaces, accents and signs in the name of a column do not matter."""
    told = listed("Légende :;Nom du fichier;Alt-Text\nA;IMG_1.jpg;B\n")

    assert (first(told).caption, first(told).alt, told.ignored) == ("A", "B", ())


def test_other_columns_are_named(listed):
    """A column that means nothing here is left out, and so is one that repeats another."""
    told = listed("nr,file,title,Titel,price\n1,IMG_1.jpg,A,B,5\n")

    assert first(told).title == "A"
    assert told.ignored == ("nr", "Titel", "price")


def test_the_file_before_the_photo(listed):
    """A column for files counts more than one of pictures or of names."""
    told = listed("photo,name,file,title\nNo. 1,Ada,IMG_1.jpg,A\n")

    assert (first(told).title, told.ignored) == ("A", ("photo", "name"))


@pytest.mark.parametrize(
    "name",
    ["caption_fr", "Caption (fr)", "caption fr", "Légende (français)", "CAPTION-FR",
     "Bildlegende (Französisch)", "French caption", "fr_caption"],
)  # fmt: skip
def test_languages(listed, name):
    """A language, as its tag or its name, makes a column that language's."""
    told = listed(f"file;{name};caption_zh-Hant\nIMG_1.jpg;A;B\nIMG_2.JPG;C;\n")

    assert first(told).caption == {"fr": "A", "zh-Hant": "B"}
    assert told.photos[PHOTOS[1]].caption == {"fr": "C"}


@pytest.mark.parametrize(
    "name", ['"caption (fr-CA\n)"', "caption (x)", "caption (fr: a)", "caption_12", "file_fr"]
)
def test_what_is_no_language(listed, name):
    """Nothing but a tag or a name of a language becomes a key of the file."""
    told = listed(f"file,{name}\nIMG_1.jpg,A\n")

    assert first(told) == EMPTY
    assert len(told.ignored) == 1


@pytest.mark.parametrize(
    ("names", "advice"),
    [
        ("caption,caption_fr", "the column caption needs its language"),
        ("caption,caption_fr", r"name it caption \(en\), or as its language is"),
        ("Titel,Titel (en)", r"name it Titel \(de\), or as its language is"),
        ("Titel,Titel (de)", r"name it Titel \(en\), or as its language is"),
        ("Titre,Titre (en)", r"name it Titre \(fr\)"),
        ("title,title (en),title (de)", r"name it title \(fr\)"),
        ("Technik,Technik (en)", r"name it Technik \(de\)"),
    ],
)
def test_a_language_for_each_column(listed, names, advice):
    """Nobody guesses a language: with two columns for a key, both need theirs."""
    with pytest.raises(SpreadsheetError, match=advice):
        listed(f"file,{names}\nIMG_1.jpg,A,B\n")


WORK = {
    "by": "A",
    "title": "B",
    "year": "um 1950",
    "technique": "C",
    "size": "30 x 40 cm",
    "collection": "D",
}


@pytest.mark.parametrize(
    "names",
    [
        "Filename,Artist/Maker,Title,Dated,Medium,Dimensions,Collection",
        "Datei,Künstler/in,Titel,Datierung,Material/Technik,Maße,Sammlung",
        "Fichier,Artiste,Titre,Année,Technique,Dimensions,Collection",
        "Archivo,Autor,Título,Año,Técnica,Medidas,Colección",
        "Файл,Автор,Название,Год,Материал/техника,Размеры,Собрание",
        "Файл,Суретші,Атауы,Жылы,Техникасы,Өлшемі,Жинағы",
        "اسم الملف,الفنان,العنوان,السنة,التقنية,المقاسات,المجموعة",
        "文件,艺术家,标题,年代,材质,尺寸,收藏",
    ],
)
def test_works(listed, names):
    """A list of works fills their labels; its titles are no headings, its years no dates."""
    told = listed(f"{names}\nIMG_1.jpg,{','.join(WORK.values())}\n")

    assert told.works == {PHOTOS[0]: WORK}
    assert first(told) == EMPTY
    assert (told.ignored, told.doubts, told.dates) == ((), (), "")


def test_the_title_of_a_work_is_no_heading(listed):
    """A work with a title has no second one above it, also not from the photo's file."""
    own = PhotoMetadata(title="Own")
    told = listed("file,title,technique\nIMG_1.jpg,A,C\nIMG_2.JPG,,C\n", label=own)

    assert [told.photos[file].title for file in PHOTOS[:2]] == ["", "Own"]


def test_works_in_languages(listed):
    """Each part of a label may have a column for each language."""
    told = listed("Datei;Technik (de);Technik (en)\nIMG_1.jpg;Öl;Oil\n")

    assert told.works[PHOTOS[0]] == {"technique": {"de": "Öl", "en": "Oil"}}


@pytest.mark.parametrize("names", [name for one in NAMES_OF_WORKS.values() for name in one.split()])
def test_names_of_columns_of_works(listed, names):
    """In a list of works, each of these names is a part of the label."""
    told = listed(f"file,Technik,{names},Künstler,Jahr\nIMG_1.jpg,C,X,Y,Z\n")

    assert "X" in told.works[PHOTOS[0]].values() or names in told.ignored


@pytest.mark.parametrize(
    "names", ["file,author,year", "file,title,year", "file,size,title", "file,artist,title"]
)
def test_a_list_of_photos(listed, names):
    """A year or a size of a file alone makes no work of a photo."""
    assert listed(f"{names}\nIMG_1.jpg,2.5 MB,1999\n").works == {}


@pytest.mark.parametrize(
    ("names", "key"),
    [("Maße,Titel", "size"), ("Künstler,Jahr", "by"), ("Sammlung,Jahr", "collection")],
)
def test_few_columns_of_works(listed, names, key):
    """A size in centimetres, or two columns that only works have, are enough."""
    assert listed(f"file,{names}\nIMG_1.jpg,30 × 40 cm,A\n").works[PHOTOS[0]][key] == "30 × 40 cm"


@pytest.mark.parametrize(
    ("date", "year", "taken"),
    [
        ("um 1950", "um 1950", ""),
        ("1950", "1950", "1950"),
        ("1910-12", "1910-12", "1910:12"),
        ("Mai 1950", "Mai 1950", "1950:05"),
        ("02.05.2026", None, "2026:05:02"),
    ],
)
def test_dates_of_works(listed, date, year, taken):
    """A date without its day is the year of a work, if the list has no other one."""
    told = listed(f"file,Technik,Datum\nIMG_1.jpg,C,{date}\n")

    assert told.works[PHOTOS[0]].get("year") == year
    assert first(told).taken == taken
    assert not told.doubts


def test_another_ending(listed):
    """A name that differs only in its ending from that of a photo is reported with it."""
    told = listed("file,title\nIMG_2.jpeg,A\n3.png,B\n")

    assert told.absent == ("IMG_2.jpeg (did you mean IMG_2.JPG?)", "3.png")


@pytest.mark.parametrize(
    "name", ["IMG_1.jpg", "img_1.JPG", "IMG_1", "p/IMG_1.jpg", "C:\\Photos\\IMG_1.jpg", "/p/IMG_1"]
)
def test_names_of_files(listed, name):
    """A photo is found with or without folder and ending, and in any case."""
    assert first(listed(f"file,title\n{name},A\n")).title == "A"


def test_the_folder_decides(listed):
    """Of two photos with one name, the folder says which; without it, neither is chosen."""
    told = listed("file,title\nb/3.jpg,B\n3.jpg,C\n")

    assert [told.photos[file].title for file in PHOTOS[2:]] == ["", "B"]
    assert told.doubts == ("line 3 is not used, because several photos are '3.jpg'",)


def test_the_case_decides(listed):
    """Of two names that differ only in case, the one that is written is meant."""
    told = listed("file,title\na.jpg,A\n", ["/p/A.jpg", "/p/a.jpg"])

    assert told.photos["/p/a.jpg"].title == "A"
    assert told.doubts == ()


def test_letters_of_macs(listed):
    """An é as one letter or as two is the same name."""
    assert listed("file,title\nCafe\u0301.jpg,A\n", ["/p/Café.jpg"]).used == 1


def test_absent_photos_and_rows(listed):
    """Rows without a photo, and photos without a row, are named."""
    told = listed("file,title\nIMG_1.jpg,A\nIMG_9.jpg,B\n,C\nimg_1.jpg,D\n")

    assert told.absent == ("IMG_9.jpg",)
    assert told.unlisted == ("IMG_2.JPG", "3.jpg", "3.jpg")
    assert told.doubts == (
        "line 4 is not used, because it names no file",
        "line 5 is not used, because line 2 is about img_1.jpg",
    )


def test_an_empty_cell_changes_nothing(listed):
    """What a cell leaves open, the photo's own words fill."""
    told = listed("file,title,caption\nIMG_1.jpg,,B\n", label=PhotoMetadata("1999", "Own", "Own"))

    assert first(told) == PhotoMetadata("1999", "Own", "B")


def test_line_breaks_in_cells(listed):
    """A cell in quotation marks may have several lines."""
    told = listed('file,caption\r\nIMG_1.jpg,"One\r\ntwo ""three"""\r\nIMG_2.JPG,Next\r\n')

    assert first(told).caption == 'One\ntwo "three"'
    assert told.photos[PHOTOS[1]].caption == "Next"


@pytest.mark.parametrize("above", ["My photos\n\n", "sep=,\n", ",,\nList of 2026,,\n"])
def test_lines_above_the_columns(listed, above):
    """A title above the names of the columns, and Excel's own first line, do no harm."""
    assert first(listed(f"{above}file,title\nIMG_1.jpg,A\n")).title == "A"


def test_numbers_kept_as_text(listed):
    """The form by which a spreadsheet keeps 001 from becoming 1 is understood."""
    assert listed('file,title\n"=""001""",A\n', ["/p/001.jpg"]).used == 1


@pytest.mark.parametrize(
    ("date", "taken"),
    [
        ("2026-05-01", "2026:05:01"),
        ("2026-05-01 14:03", "2026:05:01 14:03:00"),
        ("2026-05-01T14:03:09.5Z", "2026:05:01 14:03:09"),
        ("1/5/2026, 2:03 pm", "2026:05:01 14:03:00"),
        ("1/5/2026 2:03:09 PM", "2026:05:01 14:03:09"),
        ("2026:05:01 14:03:09", "2026:05:01 14:03:09"),
        ("1.5.2026", "2026:05:01"),
        ("01/05/2026", "2026:05:01"),
        ("Mai 2001", "2001:05"),
        ("2. Mai 2001", "2001:05:02"),
        ("May 2, 2001", "2001:05:02"),
        ("2nd of May 2001", ""),
        ("2 de mayo de 2001", "2001:05:02"),
        ("1er août 2001", "2001:08:01"),
        ("2 мая 2001 г.", "2001:05:02"),
        ("2001 ж. мамыр", "2001:05"),
        ("مايو 2001", "2001:05"),
        ("2001年5月2日", "2001:05:02"),
        ("05/2001", "2001:05"),
        ("Sommer 2001", ""),
        ("um 1950", ""),
        ("13/2001", ""),
        ("1936", "1936"),
        ("1936-07", "1936:07"),
        ("31.2.2026", ""),
        ("about 1930", ""),
        ("45000", ""),
    ],
)
def test_dates(listed, date, taken):
    """Dates sort like those of cameras; what is no date is named."""
    told = listed(f'file,date\nIMG_1.jpg,"{date}"\n')

    assert first(told).taken == taken
    if not taken:
        assert told.doubts == (f"line 2: '{date}' is not a date such as 2026-05-01",)
    elif date.count("/") == 2:
        assert told.doubts == (f"dates such as {date} are read as day, month, year",)
    else:
        assert not told.doubts


def test_dates_of_america(listed):
    """If a date of the column can only begin with its month, all begin so."""
    told = listed("file,date\nIMG_1.jpg,5/1/2026\nIMG_2.JPG,5/31/2026\n")

    assert first(told).taken == "2026:05:01"
    assert not told.doubts


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04rest", "workbook"),
        (b"a,b\n1,2\n", "none of its columns is for the photos' file names; its columns are: a, b"),
        (b";;\n", "its columns have no names. Name one of them file"),
        (b'"a\nb"\n', "its columns are: a b. Name one of them file"),
        (b"", "no rows"),
        (b"file\n" + b"x" * BYTES_MAX, "larger than 4 MB"),
        (b"file,title\n" + b"a,b\n" * 20_001, "more than 20000 rows"),
        (b"\x81\x8d\x8f", "its letters cannot be read"),
        (b'file,title\nIMG_1.jpg,"' + b"x" * 200_000 + b'"\n', "line 2 cannot be read"),
    ],
    ids=[
        "workbook",
        "columns",
        "unnamed",
        "over lines",
        "empty",
        "large",
        "long",
        "letters",
        "cell",
    ],
)
def test_what_is_no_list(listed, data, why):
    """A file that cannot be used is refused with its reason and a way out."""
    with pytest.raises(SpreadsheetError, match=why):
        listed(data)


HARD = st.sampled_from(
    ["- x: &a", "yes", "no", "null", "1.0", "#", "# kiosk: allow x", "!!python/object:os", "*a",
     "%Y", "{a: b}", "[", "'", '"', "a: b", "=cmd|' /C calc'!A0", "\\n", "\t", "---", "...",
     "\u2028- x", "a\nslides: []", "\x85title: x", "\ufeff", "🌅", "é", "|", ">-"]
)  # fmt: skip
LETTERS = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
CELL = st.one_of(HARD, st.text(LETTERS, max_size=40), st.lists(HARD, max_size=4).map("".join))


@given(CELL, CELL, CELL, CELL)
def test_words_come_out_as_they_were_written(tmp_path_factory, title, caption, credit, alt):
    """Whatever a cell says, the exhibition says the same words, and has no other keys."""
    folder = tmp_path_factory.getbasetemp()
    out = io.StringIO()
    cells = {"title": title, "caption": caption, "credit": credit, "alt": alt}
    csv.writer(out).writerows([["file", *cells], ["a.jpg", *cells.values()]])
    (folder / "hard.csv").write_bytes(out.getvalue().encode("utf-8", "replace"))
    photo = folder / "a.jpg"
    label = with_list({str(photo): PhotoMetadata()}, folder / "hard.csv").photos[str(photo)]
    problems = Problems()
    text = written("x", [(photo, label)], folder)
    value = parse(Source(folder / "x.yaml", text), problems).value
    slide = value["slides"][1]

    assert not problems
    assert set(value) == {"title", "photos", "defaults", "slides"}
    assert set(slide) <= {"photo", "title", "caption", "alt"}
    assert read_marks(slide.get("title", "")).text == label.title
    assert slide.get("alt", "") == label.alt
    assert read_marks(value["defaults"].get("credit", "")).text == label.credit
    for key, cell in cells.items():
        assert "".join(getattr(label, key).split()) == "".join(visible(cell).split())


def visible(cell: str) -> str:
    """A cell without the signs that no text on a wall can have."""
    unwanted = [*map(chr, range(32)), *map(chr, range(0x7F, 0xA0)), "\ufeff", "\ufffe", "\uffff"]
    for sign in (*unwanted, "\u2028", "\u2029"):
        cell = cell.replace(sign, " ")
    return cell.encode("utf-8", "replace").decode()


def test_the_command(tmp_path):
    """`kiosk new` writes the words of the list, and says what it has not used."""
    for name in ("1.jpg", "2.jpg"):
        Image.new("RGB", (8, 8)).save(tmp_path / name)
    (tmp_path / "list.csv").write_text(
        "File;Titel (de);Title (en);Alt;Datum;Nr.\n1;Tür;Door;A door;Mai 2001;7\n9;;;;;\n"
    )
    told = CliRunner().invoke(
        main,
        ["new", "x", str(tmp_path), "--in", str(tmp_path), "--csv", str(tmp_path / "list.csv")],
    )
    text = (tmp_path / "x.yaml").read_text()

    assert told.exit_code == 0, told.output
    assert "list.csv: 1 row used." in told.output
    assert "Columns ignored: Nr.\n" in told.output
    assert "The column Datum only puts the photos in order; no date is shown." in told.output
    assert "In the list, but there is no photo: 9." in told.output
    assert "Photos without a row: 2.jpg." in told.output
    assert '    alt: "A door"\n    title:\n      de: "Tür"\n      en: "Door"\n' in text


def test_the_command_writes_works(tmp_path):
    """`kiosk new` writes labels of works that `kiosk check` can read."""
    Image.new("RGB", (800, 800)).save(tmp_path / "1.jpg")
    (tmp_path / "list.csv").write_text("Datei;Titel;Technik (de);Technik (en)\n1;*Tür*;Öl;Oil\n")
    told = CliRunner().invoke(
        main,
        ["new", "x", str(tmp_path), "--in", str(tmp_path), "--csv", str(tmp_path / "list.csv")],
    )
    slide = parse(Source(tmp_path / "x.yaml", (tmp_path / "x.yaml").read_text()), Problems())

    assert told.exit_code == 0, told.output
    assert slide.value["slides"][1]["work"] == {
        "title": "\\*Tür\\*",
        "technique": {"de": "Öl", "en": "Oil"},
    }
    assert "unknown" not in told.output


def test_the_command_refuses_a_workbook(tmp_path):
    """Nothing is written if the list cannot be used."""
    photo, table = tmp_path / "1.jpg", tmp_path / "list.xlsx"
    Image.new("RGB", (8, 8)).save(photo)
    table.write_bytes(b"PK\x03\x04")
    typed = ["new", "x", str(photo), "--in", str(tmp_path), "--csv", str(table)]
    told = CliRunner().invoke(main, typed)

    assert told.exit_code == 1
    assert "list.xlsx cannot be used: it is a workbook" in told.output
    assert not (tmp_path / "x.yaml").exists()
