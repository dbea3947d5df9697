"""The list of third parties' licences."""

from tests.licences import PAGE, packages, page


def test_the_list_has_every_locked_package():
    """A package that is locked anew, or in another version, is in the list."""
    listed = PAGE.read_text(encoding="utf-8")

    assert len(list(packages())) > 20
    for name, versions in packages():
        assert f"| {name} | {versions} |" in listed, "make licences"


def test_every_package_has_a_licence():
    """No row is empty."""
    assert not [row for row in page().splitlines() if row.endswith("|  |")]
