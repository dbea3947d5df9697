"""Quotes stand in the marks that readers of their language expect."""

import pytest

from kiosk.language.quotation_marks import marked, marks

NARROW = "\u202f"


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("ar", "«…»"),
        ("bg", "„…“"),
        ("cs", "„…“"),
        ("da", "“…”"),
        ("de", "„…“"),
        ("de-AT", "„…“"),
        ("de-CH", "«…»"),
        ("de-LI", "«…»"),
        ("el", "«…»"),
        ("en-GB", "“…”"),
        ("es", "«…»"),
        ("es-MX", "«…»"),
        ("fa", "«…»"),
        ("fi", "”…”"),
        ("fr", f"«{NARROW}…{NARROW}»"),
        ("fr-CA", f"«{NARROW}…{NARROW}»"),
        ("fr-CH", f"«{NARROW}…{NARROW}»"),
        ("he", "”…”"),
        ("hu", "„…”"),
        ("hy", "«…»"),
        ("it", "«…»"),
        ("ja", "「…」"),
        ("kk", "«…»"),
        ("kk-CN", "«…»"),
        ("nl", "‘…’"),
        ("nn", "«…»"),
        ("pl", "„…”"),
        ("pt-BR", "“…”"),
        ("pt-PT", "«…»"),
        ("ro", "„…”"),
        ("ru", "«…»"),
        ("sr-Latn", "„…”"),
        ("sv", "”…”"),
        ("tr", "“…”"),
        ("ug", "«…»"),
        ("uk", "«…»"),
        ("ur", "”…“"),
        ("zh", "“…”"),
        ("zh-Hant", "「…」"),
        ("zh-HK", "「…」"),
        ("zh-MO", "「…」"),
        ("tlh", "“…”"),
    ],
)
def test_each_language_has_its_marks(tag, written):
    """Those of CLDR, or those of its print where CLDR has others."""
    opening, closing, *_ = marks(tag)

    assert f"{opening}…{closing}" == written


@pytest.mark.parametrize(
    ("tag", "said", "set_as"),
    [
        ("en", "He said “yes”", "“He said ‘yes’”"),
        ("en", "He said “I …", "“He said ‘I …”"),
        ("de", "Er sagte „ja“", "„Er sagte ‚ja‘“"),
        ("ru", "Он сказал «да»", "«Он сказал „да“»"),
        ("zh", "他说“好”吗", "“他说‘好’吗”"),
        ("zh-TW", "他說「好」嗎", "「他說『好』嗎」"),
    ],
)
def test_marks_within_marks_are_the_inner_ones(tag, said, set_as):
    """A quote within a quote stands in the second pair of its language."""
    assert "".join(marked(said, tag)) == set_as


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("de", "Er sagte “ja”"),
        ("pl", "Powiedział “tak”"),
        ("ru", "Он сказал «да» и „нет“"),
        ("nl", "foto’s, zei hij"),
        ("fur", "l’om al à dit"),
        ("he", "צה”ל"),
        ("ur", "“ہاں” اور “نہیں”"),
        ("fr", f"Il a dit «{NARROW}oui{NARROW}» et “non”"),
    ],
)
def test_words_are_left_alone_where_a_mark_may_be_something_else(tag, said):
    """Apostrophes, abbreviations and the marks of other languages stay."""
    assert said in "".join(marked(said, tag))


def test_a_mark_and_an_apostrophe_are_no_pair():
    """A slip of CLDR, which closes Southern Sotho's “ with ’, makes no words lose their marks."""
    assert "".join(marked("“Yes” from the boys’", "en")) == "“‘Yes’ from the boys’”"
    assert "".join(marked("Yes", "st")) == "“Yes”"


@pytest.mark.parametrize("said", ["„Ja“", "«Oui»", "»Ja«", "”Ja”", "「是」", "“Yes”", '"Yes"'])
def test_what_a_curator_put_in_marks_stays_in_them(said):
    """Any pair that some language has is known."""
    assert "".join(marked(said, "en")) == said
