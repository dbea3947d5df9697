"""Documents of word processors are read as text, within limits."""

from __future__ import annotations

import zipfile

import pytest

from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.transcripts import word_files
from kiosk.exhibition.interview import Interview
from tests.authoring.conftest import transcript
from tests.authoring.test_doubts import ANSWERED, ASKED

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
BOLD = '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'


def word(*paragraphs):
    return f"<w:document {W}><w:body>{''.join(paragraphs)}</w:body></w:document>"


def paragraph(text, properties="", style=""):
    head = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{head}<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def open_document(*paragraphs):
    return (
        f"<office:document-content {ODF}><office:automatic-styles>{BOLD}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(paragraphs)}</office:text></office:body>"
        "</office:document-content>"
    )


@pytest.fixture
def packed(wall):
    """Writes a document with this XML, and opens it as an interview."""

    def of(xml, name="x.docx"):
        file = wall.path / name
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(word_files.PARTS[file.suffix], xml)
        return transcript(file)

    return of


def is_whole(found):
    assert isinstance(found, Interview), found.render()
    read = [(one.question, one.paragraphs) for one in found.exchanges]
    return read == [(ask, (said,)) for ask, said in zip(ASKED, ANSWERED, strict=True)]


PAIRS = tuple(zip(ASKED, ANSWERED, strict=True))


@pytest.mark.parametrize(
    "turn",
    [
        lambda ask, said: paragraph(f"Q: {ask}") + paragraph(f"A: {said}"),
        lambda ask, said: paragraph(ask, "<w:b/>") + paragraph(said),
        lambda ask, said: paragraph(ask, "<w:b/>") + paragraph(f"MB: {said}"),
        lambda ask, said: paragraph(ask, style="Heading2") + paragraph(said),
        lambda ask, said: paragraph(ask) + paragraph(said) + "<w:p/>",
        lambda ask, said: "".join(
            f"<w:tr><w:tc>{paragraph(who)}</w:tc><w:tc>{paragraph(text)}</w:tc></w:tr>"
            for who, text in (("KH", ask), ("MB", said))
        ),
    ],
)
def test_word(packed, turn):
    """Labels, bold letters, headings, empty lines and tables of Word show who speaks."""
    xml = word(paragraph("Maria Blum"), "<w:p/>", *(turn(*pair) for pair in PAIRS))

    assert is_whole(packed(xml))


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        ("<text:p>Q: {}</text:p>", "<text:p>A: <text:span>{}</text:span></text:p>"),
        ('<text:p><text:span text:style-name="T1">{}</text:span></text:p>', "<text:p>{}</text:p>"),
        ("<text:h>{}</text:h>", "<text:p>{}</text:p>"),
    ],
)
def test_open_document(packed, ask, answer):
    """The same is true of OpenDocument."""
    turns = (ask.format(one) + answer.format(two) for one, two in PAIRS)

    assert is_whole(packed(open_document("<text:p>Maria Blum</text:p><text:p/>", *turns), "x.odt"))


def test_what_is_no_text(packed):
    """Deleted words, comments and other versions of a picture's text are left out."""
    deleted = "<w:del><w:r><w:delText>Never. </w:delText></w:r></w:del>"
    said = f"<w:p>{deleted}<w:r><w:t>A: So.</w:t><w:tab/><w:t>Yes.</w:t></w:r></w:p>"
    found = packed(word(paragraph("Q: Why?"), said.replace("<w:tab/>", "<w:br/>")))

    assert [one.answer for one in found.exchanges] == ["So.\nYes."]


HIDDEN = '<style:style style:name="T2"><style:text-properties text:display="none"/></style:style>'
GONE = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Never. </w:t></w:r>"
MOVED = "<w:moveFrom><w:r><w:t>Never. </w:t></w:r></w:moveFrom>"


@pytest.mark.parametrize("gone", [GONE, MOVED])
def test_hidden_words(packed, gone):
    """What Word does not show, since it is hidden or moved elsewhere, is no text here either."""
    seen = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>So.</w:t></w:r>'
    found = packed(word(paragraph("Q: Why?"), f"<w:p><w:r><w:t>A: </w:t></w:r>{gone}{seen}</w:p>"))

    assert [one.answer for one in found.exchanges] == ["So."]


def test_hidden_words_of_open_document(packed):
    said = '<text:p>A: <text:span text:style-name="T2">Never. </text:span>So.</text:p>'
    hidden = '<text:p text:style-name="T2">Never.</text:p>'
    xml = open_document("<text:p>Q: Why?</text:p>", said, hidden).replace(BOLD, HIDDEN)

    assert [one.answer for one in packed(xml, "x.odt").exchanges] == ["So."]


def test_lines_are_paragraphs(packed):
    """A problem names the paragraph."""
    found = packed(word(paragraph("Q: Why?"), paragraph("A: So."), paragraph("Paris: So, too.")))

    assert isinstance(found, Problem)
    assert found.line == 3


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK", "unreadable"),
        (b"", "unreadable"),
        (word()[:-9], "unreadable"),
        (f"<!DOCTYPE x [<!ENTITY a 'b'>]>{word(paragraph('&a;'))}", "unreadable"),
        (word("<w:p>" * 300, "</w:p>" * 300), "too-large"),
        (word(paragraph("a" * 1_000_000)), "too-large"),
        (word(), "interview-empty"),
    ],
)
def test_hostile_documents(wall, packed, data, code):
    """Damage, entities, deep nesting and what unpacks to much more are refused."""
    found = packed(data) if isinstance(data, str) else transcript(wall.write("x.docx", data))

    assert isinstance(found, Problem)
    assert found.code == code


def test_torn_and_locked_documents(wall):
    """A part that cannot be unpacked is damaged."""
    file = wall.path / "x.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", word(*map(paragraph, ("Q: Why?", "A: So."))))
    data = file.read_bytes()
    torn = data[:60] + b"\xff" * 20 + data[80:]
    locked = data.replace(b"PK\x01\x02\x14\x03\x14\0\0", b"PK\x01\x02\x14\x03\x14\0\1")

    for broken in (torn, locked):
        assert broken != data
        found = transcript(wall.write("x.docx", broken))

        assert isinstance(found, Problem)
        assert found.code == "unreadable"


@pytest.mark.parametrize("limit", ["FILE_BYTES_MAX", "XML_BYTES_MAX", "TEXT_MAX", "ENTRIES_MAX"])
def test_limits(packed, monkeypatch, limit):
    """Each limit is kept."""
    monkeypatch.setattr(word_files, limit, 0)

    assert packed(word(paragraph("Q: Why?"), paragraph("A: So."))).code == "too-large"
