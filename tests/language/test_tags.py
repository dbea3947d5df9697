"""What is written for a language by mistake is understood."""

import re

import pytest

from kiosk.language.tags import MEANT, TAG


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("by", "be"),
        ("cz", "cs"),
        ("gb", "en"),
        ("il", "he"),
        ("kz", "kk"),
        ("greek", "el"),
        ("svenska", "sv"),
        ("қазақ тілі", "kk"),
        ("中文", "zh"),
    ],
)
def test_countries_and_names_lead_to_a_language(written, tag):
    """A country's code means its language; a name, English or the language's own, means that."""
    assert MEANT[written] == tag


def test_what_may_be_meant_is_a_language():
    """No advice is refused in turn, and no language of two letters is taken for a mistake."""
    assert all(re.match(TAG, tag) for tag in MEANT.values())
    assert not [word for word in MEANT if len(word) == 2 and re.match(TAG, word)]
