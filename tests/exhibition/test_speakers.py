"""Names of one person are known as such, and those of two are kept apart."""

import pytest

from kiosk.exhibition.speakers import is_same_person


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Lena", "Lena Voss", True),
        ("LENA VOSS", "Lena Voss", True),
        ("L. Voss", "Lena Voss", True),
        ("LV", "Lena Voss", True),
        ("L.V.", "Lena Voss", True),
        ("Dr. Voss", "Lena Voss", True),
        ("Lena Voß", "Lena Voss", True),
        ("Zoë", "Zoe Horn", True),
        ("Lena", "Maria Voss", False),
        ("M. Voss", "Lena Voss", False),
        ("LM", "Lena Voss", False),
        ("lv", "Lena Voss", False),
        ("", "Lena Voss", False),
    ],
)
def test_same_person(one, other, is_same):
    """A shorter form, initials and titles do not matter, in either order."""
    assert is_same_person(one, other) is is_same
    assert is_same_person(other, one) is is_same
