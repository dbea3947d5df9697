"""What is known of languages is what CLDR says."""

import json
import tarfile

from kiosk.language import cldr, cldr_tags
from tests.language import cldr as written

ADVICE = "Babel has another CLDR than kiosk/language: run `make locale`, and look at what changes"


def test_names_and_directions_are_those_of_babel():
    """All that the wall has from Babel is what Babel says; `make locale` was not forgotten."""
    assert written.names() == cldr.NAMES, ADVICE
    assert set(written.right_to_left()) == cldr.RIGHT_TO_LEFT, ADVICE
    assert set(written.right_to_left_scripts()) == cldr.RIGHT_TO_LEFT_SCRIPTS, ADVICE
    assert written.region_scripts() == cldr.REGION_SCRIPTS, ADVICE
    assert written.dates() == cldr.DATES, ADVICE


def test_tags_are_those_of_babel():
    """So is what a curator may write for a language, and what is meant by other words."""
    assert set(written.two_letters()) == cldr_tags.TWO_LETTERS, ADVICE
    assert written.meant() == cldr_tags.MEANT, ADVICE
    assert written.months() == cldr_tags.MONTHS, ADVICE


def test_marks_are_read_from_the_package_of_cldr(tmp_path):
    """Marks that a shorter tag or English has are not repeated."""
    german, english = ("„", "“", "‚", "‘"), ("“", "”", "‘", "’")
    package = tmp_path / "cldr.tgz"
    with tarfile.open(package, "w:gz") as packed:
        for tag, marks in {"de": german, "de-AT": german, "en": english, "de-XX": english}.items():
            folder = tmp_path / "main" / tag
            folder.mkdir(parents=True)
            keys = ("quotationStart", "quotationEnd")
            keys += ("alternateQuotationStart", "alternateQuotationEnd")
            delimiters = {"delimiters": dict(zip(keys, marks, strict=True))}
            (folder / "delimiters.json").write_text(json.dumps({"main": {tag: delimiters}}))
        packed.add(tmp_path / "main", "package/main")

    assert written.read_marks(package) == {"de": german, "de-XX": english}
