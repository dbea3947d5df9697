"""What exhibitions may open follows from the place that is played, and from what is added to it."""

from pathlib import Path

import pytest

from kiosk.base.roots import Refusal, Roots, roots_of

HIDDEN, SYSTEM, OUTSIDE = Refusal.HIDDEN, Refusal.SYSTEM, Refusal.OUTSIDE


@pytest.fixture(autouse=True)
def _home(monkeypatch):
    monkeypatch.setenv("HOME", "/homes/eva")


def refusal(place, file, *more):
    """What is said of a file when an exhibition of this folder is played; none of it is there."""
    return roots_of(Path(place) / "doors.yaml", map(Path, more)).refusal(Path(file))


@pytest.mark.parametrize(
    ("place", "file"),
    [
        ("/srv/kiosk/exhibitions", "/srv/kiosk/exhibitions/a.jpg"),
        ("/srv/kiosk/exhibitions", "/srv/kiosk/photos/a.jpg"),
        ("/homes/eva/shows/exhibitions", "/homes/eva/shows/a.jpg"),
        ("/homes/eva", "/homes/eva/Pictures/a.jpg"),
        ("/homes/eva/.shows", "/homes/eva/.shows/a.jpg"),
        ("/homes/eva/.local/shows/exhibitions", "/homes/eva/.local/shows/a.jpg"),
        ("/etc/exhibitions", "/etc/exhibitions/a.jpg"),
        ("/media/eva/STICK/exhibitions", "/media/eva/STICK/a.jpg"),
        ("/run/media/eva/STICK/exhibitions", "/run/media/eva/STICK/a.jpg"),
        ("/run/user/1000/gvfs/nas/exhibitions", "/run/user/1000/gvfs/nas/a.jpg"),
    ],
)
def test_the_place_and_its_siblings_are_open(place, file):
    """Files beside exhibitions, and in folders beside theirs, may be opened."""
    assert refusal(place, file) is None


@pytest.mark.parametrize(
    ("place", "file", "why"),
    [
        ("/srv/kiosk/exhibitions", "/srv/a.jpg", OUTSIDE),
        ("/srv/kiosk/exhibitions", "/srv/kiosk2/a.jpg", OUTSIDE),
        ("/exhibitions", "/photos/a.jpg", OUTSIDE),
        ("/tmp/exhibitions", "/tmp/a.jpg", OUTSIDE),
        ("/home/exhibitions", "/home/photos/a.jpg", OUTSIDE),
        ("/home/anna/exhibitions", "/home/anna/a.jpg", OUTSIDE),
        ("/Users/anna/exhibitions", "/Users/anna/a.jpg", OUTSIDE),
        ("/homes/eva/exhibitions", "/homes/eva/a.jpg", OUTSIDE),
        ("/homes/eva/.config/exhibitions", "/homes/eva/.config/a.jpg", HIDDEN),
        ("/root/exhibitions", "/root/a.jpg", SYSTEM),
        ("/var/lib/exhibitions", "/var/lib/a.jpg", SYSTEM),
        ("/run/user/1000/exhibitions", "/run/user/1000/bus", SYSTEM),
        ("/", "/etc/a.jpg", SYSTEM),
        ("/mnt/usb", "/mnt/nas/a.jpg", OUTSIDE),
        ("/media/STICK", "/media/OTHER/a.jpg", OUTSIDE),
        ("/media/anna/STICK", "/media/anna/OTHER/a.jpg", OUTSIDE),
        ("/run/media/anna/STICK", "/run/media/anna/OTHER/a.jpg", OUTSIDE),
        ("/opt/exhibitions", "/opt/other/a.jpg", OUTSIDE),
    ],
)
def test_what_many_share_is_no_sibling(place, file, why):
    """The folder above is closed if it is a home, shared by all, hidden, or the system's."""
    assert refusal(place, file) is why


@pytest.mark.parametrize("mark", [".profile", ".bashrc", ".config"])
def test_a_home_elsewhere_is_no_sibling(tmp_path, mark):
    """Where homes lie in folders of an office's own, they are known by what lies in them."""
    home = tmp_path / "CORP" / "anna"
    (home / "exhibitions").mkdir(parents=True)
    assert refusal(home / "exhibitions", home / "a.jpg") is None
    (home / mark).touch()

    assert refusal(home / "exhibitions", home / "a.jpg") is OUTSIDE


def test_a_mounted_place_has_no_siblings(tmp_path, monkeypatch):
    """Beside a share there are other shares."""
    monkeypatch.setattr("os.path.ismount", lambda path: str(path) == str(tmp_path / "share"))

    assert refusal(tmp_path / "share", tmp_path / "a.jpg") is OUTSIDE
    assert refusal(tmp_path / "other", tmp_path / "a.jpg") is None


@pytest.mark.parametrize("part", [".ssh/a.jpg", ".a.jpg", "photos/.trash/a.jpg"])
@pytest.mark.parametrize("above", ["/srv/kiosk", "/srv/kiosk/exhibitions", "/mnt/nas", "/else"])
def test_hidden_files_are_closed(above, part):
    """What begins with a dot is hidden, in every root and outside of them."""
    assert refusal("/srv/kiosk/exhibitions", f"{above}/{part}", "/mnt/nas") is HIDDEN


@pytest.mark.parametrize(
    ("root", "file", "why"),
    [
        ("/mnt/nas", "/mnt/nas/a/b.jpg", None),
        ("/mnt/nas", "/mnt/other/b.jpg", OUTSIDE),
        ("/homes/eva/.cloud", "/homes/eva/.cloud/a.jpg", None),
        ("/var/www", "/var/www/a.jpg", None),
        ("/", "/elsewhere/a.jpg", None),
        ("/", "/proc/self/environ", SYSTEM),
    ],
)
def test_a_technician_opens_more(root, file, why):
    """A root that is named is open, with what lies below it, but `/` opens no system folder."""
    assert refusal("/srv/kiosk/exhibitions", file, root) is why


@pytest.fixture
def place(tmp_path):
    for name in ("kiosk/exhibitions", "kiosk/photos", "cloud/photos", "cloud/.hidden"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path / "kiosk" / "exhibitions"


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("{top}/cloud/photos/a.jpg", None),
        ("{top}/cloud/photos", None),
        ("{top}/cloud/.hidden/a.jpg", HIDDEN),
        (".a.jpg", HIDDEN),
        ("/etc/passwd", SYSTEM),
        ("/proc/self/environ", SYSTEM),
        ("/proc/self/root/etc/passwd", SYSTEM),
        ("/usr/share", SYSTEM),
    ],
)
def test_links_inside_the_place_are_followed(place, target, why):
    """A link there may lead to a cloud's or a network's folder, and to nothing secret."""
    (place / "first").symlink_to(target.format(top=place.parents[1]))
    (place / "second").symlink_to("first")

    assert roots_of(place).refusal(place / "first") is why
    assert roots_of(place).refusal(place / "second") is why


def test_links_elsewhere_count_as_where_they_lead(place):
    """Beside the place, a link out of the roots is closed, until its target is a root."""
    link = place.parent / "photos" / "link.jpg"
    target = place.parents[1] / "cloud" / "photos"
    link.symlink_to(target / "a.jpg")

    assert roots_of(place).refusal(link) is OUTSIDE
    assert roots_of(place, [target]).refusal(link) is None


def test_a_place_that_is_a_link_keeps_its_siblings(place):
    """What lies beside the link is open as it would be beside a folder, and so is its target."""
    link = place.parents[1] / "kiosk" / "played"
    link.symlink_to(place.parents[1] / "cloud")
    roots = roots_of(link)

    assert roots.refusal(link / "a.jpg") is None
    assert roots.refusal(place.parent / "photos" / "a.jpg") is None


@pytest.mark.parametrize("name", ["a\0", "x" * 300, "loop"])
def test_names_of_no_file_are_left_to_those_who_open(place, name):
    """Where nothing can be, nothing is refused, and nothing fails."""
    (place / "loop").symlink_to("loop")

    assert isinstance(roots_of(place / name), Roots)
    assert roots_of(place).refusal(place / name) is None
