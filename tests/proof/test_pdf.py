"""A proof on paper, read by poppler's tools as a reader of PDF files would."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import defaultdict

import pytest
from PIL import Image

from kiosk.media.frames import as_jpeg
from kiosk.proof.page import Drawn
from kiosk.proof.pdf import as_pdf
from kiosk.types.scene import TextStyle

pytestmark = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="needs pdftotext (poppler-utils)"
)
PICTURE = Drawn(as_jpeg(Image.new("RGB", (320, 180), "navy").tobytes(), (320, 180)), 320, 180)


@pytest.fixture
def read(hall, tmp_path):
    """What one of poppler's tools tells of a proof."""
    file = tmp_path / "proof.pdf"

    def told(tool: str, *arguments: str) -> str:
        if not file.exists():
            sheet = hall.sheet()
            slides = [one for one in sheet.pictures() if one.screen == "slide" and one.slide < 3]
            file.write_bytes(as_pdf(sheet, dict.fromkeys(slides, PICTURE)))
        command = [tool, *arguments, str(file)] + (["-"] if tool == "pdftotext" else [])
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    return told


def test_words_can_be_searched(read, typesetter):
    """Words come out of the file as they are written, in each script."""
    text = re.sub("[\u202a-\u202e\u2066-\u2069]", "", read("pdftotext"))

    for words in (
        "The <i>first</i> office",
        "Je les peins en bleu.",
        "ألماتي تعني مدينة التفاح",
        "Алма – қаласы",
        "Why doors?",
        "consent-missing",
    ):
        assert words in text
    if not typesetter.missing("一", TextStyle("sans", 10, (0, 0, 0), language="zh")):
        assert "一个苹果来到巴黎" in text


def test_every_page_is_numbered(read):
    """Each page bears its number, how many there are, and the date of the proof."""
    pages = read("pdftotext", "-layout").split("\f")[:-1]

    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert re.search(rf"\b{number} ?/ ?{len(pages)}$", page.rstrip())
        assert "1 May 2026" in page


def test_it_can_be_signed(hall, read):
    """On the last page there is room for a name, a signature and a date."""
    hall.clean()
    last = read("pdftotext").split("\f")[-2]

    assert "May be shown as in this proof of 1 May 2026: 4 slides." in last
    assert all(line in last for line in ("Name", "Signature", "Date"))


def test_a_signature_is_not_alone_on_its_page(hall, tmp_path):
    """However many slides there are, the page that is signed has something of what is signed."""
    for count in range(1, 9):
        titles = "".join(f"  - title: T{number}\n" for number in range(count))
        (hall.path / "doors.yaml").write_text(f"title: Doors\nslides:\n{titles}")
        (tmp_path / "p.pdf").write_bytes(as_pdf(hall.sheet(), {}))
        command = ["pdftotext", str(tmp_path / "p.pdf"), "-"]
        text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        last = text.split("\f")[-2]

        assert "Signature" in last
        assert f"doors:{count}" in last


def test_it_cannot_be_signed_with_errors(read):
    """While something is wrong, there is a sentence in place of the signature."""
    text = read("pdftotext")

    assert "Signature" not in text
    assert "This proof cannot be signed yet." in text


def test_fonts_are_in_the_file(read):
    """Every font is embedded, with what its glyphs mean, so that all readers show the same."""
    rows = read("pdffonts").splitlines()[2:]

    assert len(rows) >= 3
    assert all(re.search(r" yes yes yes +\d+ +0$", row) for row in rows)


def test_marked_words_are_italic_and_bold(hall, read):
    """Marked words are in faces of their own; in Arabic, italic ones are bold."""
    text = "'plain *italic* **bold** ***both***'"
    (hall.path / "doors.yaml").write_text(
        f"title: Doors\nslides:\n  - text: {{en: {text}, ar: 'رسم *مراكب*'}}\n"
    )
    fonts = read("pdffonts")

    assert "plain italic bold both" in read("pdftotext")
    assert fonts.count("IBMPlexSans-Italic") == 2  # One of them is bold.
    assert fonts.count("Amiri-Bold ") == 1
    assert "Amiri-Italic" not in fonts


def test_marks_do_not_part_letters(hall, read):
    """Letters join in the same forms with vowel marks and strokes as without, upright and bold."""
    pairs = {
        "ساكنا يغني ترجم العبارة": "ساكنًا يغنّي تُرجم العبّارة",
        "بسم الرحمن مؤسسه": "بِسْمِ الرَّحْمَٰنِ مؤسّسه",
        "بچه كتــاب شلوم": "بَچّه كتــّاب شَلوم",
    }
    texts = [
        kind % (bare, marked)
        for bare, marked in pairs.items()
        for kind in ("{text: {ar: '%s', fa: '%s'}}", "{text: {ar: '*%s*', fa: '*%s*'}}")
    ]
    slides = "".join(f"  - {one}\n" for one in texts)
    (hall.path / "kiosk.yaml").write_text("languages: [en]\nexhibitions: [doors]\n")
    (hall.path / "doors.yaml").write_text(f"title: Doors\nslides:\n{slides}")
    rows = defaultdict[tuple[int, str], list[float]](list)
    piece = re.compile(r'xMin="([\d.]+)" .* xMax="([\d.]+)" yMax="([\d.]+)">[^<]*[\u0620-\u06ff]')
    for page, told in enumerate(read("pdftotext", "-bbox").split("</page>")):
        for begin, end, base in piece.findall(told):
            if begin != end:  # Poppler takes some marks for words of no width.
                rows[page, base] += [float(begin), float(end)]
    widths = [max(ends) - min(ends) for ends in rows.values()]

    assert len(widths) == 2 * len(texts)
    for bare, marked in zip(widths[::2], widths[1::2], strict=True):
        assert marked == pytest.approx(bare, rel=0.01)


def test_only_fonts_that_join_letters(hall, read):
    """Typst's own fonts are not used: they have letters of Hindi, but do not join them."""
    (hall.path / "doors.yaml").write_text("title: Doors\nslides:\n  - text: हिन्दी שלום\n")

    assert not re.search(r"NewCM|Libertinus", read("pdffonts"))


def test_arabic_rows_are_apart(hall, read):
    """Arabic words with marks leave more room to the row below than Latin ones."""
    text = "{en: One, ar: 'الرَّحْمَٰنِ', fr: Two, kk: Three}"
    (hall.path / "doors.yaml").write_text(f"title: Doors\nslides:\n  - text: {text}\n")
    rows = re.findall(r'yMax="([\d.]+)">(One|Two|Three)<', read("pdftotext", "-bbox"))
    base = {word: float(at) for at, word in rows}

    assert base["Two"] - base["One"] > 2.2 * (base["Three"] - base["Two"])


def test_latin_words_beside_arabic_labels(hall, read):
    """Latin words keep their distance of lines where the labels are Arabic."""
    gaps = []
    for language in ("en", "ar"):
        (hall.path / "kiosk.yaml").write_text(f"languages: [{language}]\nexhibitions: [doors]\n")
        (hall.path / "doors.yaml").write_text(
            'title: Doors\nslides:\n  - text: {en: "One\\nTwo"}\n'
        )
        (hall.path.parent / "proof.pdf").unlink(missing_ok=True)
        rows = re.findall(r'yMax="([\d.]+)">(One|Two)<', read("pdftotext", "-bbox"))
        gaps.append(float(rows[1][0]) - float(rows[0][0]))

    assert gaps[0] == pytest.approx(gaps[1], abs=0.1)


def test_arabic_labels_are_on_the_right(hall, read):
    """A proof in Arabic begins each line at the right side, as its readers do."""
    (hall.path / "kiosk.yaml").write_text("languages: [ar]\nexhibitions: [doors]\n")
    (hall.path / "doors.yaml").write_text("title: {ar: أ}\nslides: [{title: {ar: ب}}]\n")
    words = re.findall(r'xMax="([\d.]+)" yMax="[\d.]+">([^<]+)<', read("pdftotext", "-bbox"))
    # Poppler reports such words from the left.
    ends = [float(end) for end, word in words if word[::-1] == "العنوان"]

    assert ends
    assert min(ends) > 500


def test_each_slide_has_its_picture(read):
    """Pictures are there, and where there is none, the reason is."""
    pictures = [row for row in read("pdfimages", "-list").splitlines() if " image " in row]

    assert len(pictures) == 3
    assert read("pdftotext").count("one of its photos cannot be opened") == 2


def test_pages_are_a4(read):
    """It fits the paper and the folders that most of the world has."""
    assert re.search(r"Page size: +595\.2\d+ x 841\.89 pts \(A4\)", read("pdfinfo"))


def test_long_words_go_on_on_further_pages(hall, read):
    """No word is cut off, however long a text is."""
    text = " ".join(f"w{number}" for number in range(3000))
    (hall.path / "doors.yaml").write_text(f"title: Doors\nslides:\n  - text: {text}\n")
    told = read("pdftotext")

    assert re.findall(r"\bw(\d+)\b", told)[:3000] == [str(number) for number in range(3000)]
