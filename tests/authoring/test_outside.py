"""Nothing that a file names is opened unless it lies where exhibitions may open files."""

import shlex
from pathlib import Path

import pytest

from kiosk.authoring.checks import check
from kiosk.authoring.load.place import load
from kiosk.authoring.load.salvage_withdrawals import salvage_withdrawals
from kiosk.authoring.yaml.source import read

SECRET = "correct horse battery staple"


@pytest.fixture
def gallery(tmp_path, wall, monkeypatch):
    """A wall in a home, which has secrets outside of what exhibitions may open."""
    home = tmp_path / "anna"
    monkeypatch.setenv("HOME", str(home))
    (home / "exhibitions").mkdir(parents=True)
    wall.path = home / "exhibitions"
    for name in ("talk.txt", "a.jpg", "letters.ttf", ".ssh/key.txt"):
        wall.write(f"../Secrets/{name}", SECRET)
    monkeypatch.chdir(wall.path)
    return wall


def told(wall, *roots):
    _, problems = load(wall.path, roots)
    return [(problem.code, problem.line) for problem in problems]


@pytest.mark.parametrize(
    "head",
    [
        "interview: ../Secrets/talk.txt",
        "cover: ../Secrets/a.jpg",
        "fonts: {serif: ../Secrets/letters.ttf}",
        "photos: ../Secrets",
        "photos: /",
        "interview: /etc/passwd",
        "cover: /proc/self/environ",
        "fonts: {sans: /dev/zero}",
        "interview: ../Secrets/.ssh/key.txt",
    ],
)
def test_whatever_is_named(gallery, head):
    """Each key that names a file is refused outside, and the rest of the exhibition is shown."""
    gallery.photo("a.jpg")
    gallery.hang("- title: One\n- title: Two", head=head)

    assert told(gallery) == [("outside-roots", 2)]
    assert [slide.title.in_language("en") for slide in gallery.slides()] == ["One", "Two"]


@pytest.mark.parametrize(
    ("slide", "column"),
    [
        ("- photo: ../Secrets/a.jpg", 12),
        ("- photo: {file: ../Secrets/a.jpg}", 19),
        ("- photos: [b.jpg, ../Secrets/a.jpg]", 21),
        ("- photo: /etc/hostname", 12),
        ("- photo: link.jpg", 12),
        ("- photo: .b.jpg", 12),
    ],
)
def test_photos(gallery, slide, column):
    """A slide with a photo from outside is left out, with an error at the photo's name."""
    gallery.photo("b.jpg", ".b.jpg")
    (gallery.path / "link.jpg").symlink_to("/etc/hostname")
    gallery.hang(f"{slide}\n- title: End")
    problem = gallery.only_problem()

    assert (problem.code, problem.line, problem.column) == ("outside-roots", 4, column)
    assert len(gallery.slides()) == 1


def test_the_option_is_told_as_it_is_typed(gallery):
    """What the message proposes opens the folder, also where a shell needs quotation marks."""
    gallery.write("../My Pictures/a.jpg", b"a photo")
    gallery.hang("- photo: a.jpg", head="photos: ../My Pictures")
    words = shlex.split(gallery.only_problem().message)
    root = words[words.index("--root") + 1]

    assert root == str(gallery.path.parent / "My Pictures")
    assert told(gallery, Path(root)) == []


@pytest.mark.parametrize("head", ["interview: ../Secrets", "photos: ../Secrets", "photos: ../Nas"])
def test_a_folder_is_proposed_itself(gallery, head):
    """Where a folder is named, it is the one to open, also a share that is not there now."""
    gallery.hang("- photo: a.jpg\n- title: End", head=head)
    (message, *_) = [one.message for one in gallery.load()[1] if one.code == "outside-roots"]

    assert f"--root {gallery.path.parent / head.rpartition('/')[2]}" in message.split(";")[1]


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("/nowhere/nas/talk.txt", "/nowhere/nas"),
        ("/nowhere/talk.txt", "/nowhere"),
        ("/talk.txt", None),
        ("/home/talk.txt", None),
        ("/etc/talk.txt", None),
        ("../.config/talk.txt", None),
    ],
)
def test_no_option_opens_what_all_share(gallery, name, proposed):
    """A folder is proposed unless it is hidden, the system's, or everybody's."""
    gallery.hang("- title: a", head=f"interview: {name}")
    words = gallery.only_problem().message.replace(";", " ").split()

    assert (words[words.index("--root") + 1] if "--root" in words else None) == proposed


def test_nothing_is_told_of_what_lies_outside(gallery):
    """Neither whether a file is there, nor what lies beside it, is to be learnt from a message."""
    messages = []
    for name in ("talk.txt", "talk.tx"):
        gallery.hang("- title: a", head=f"interview: ../Secrets/{name}")
        messages.append(gallery.only_problem().message.replace(name, "NAME"))

    assert messages[0] == messages[1]
    assert "did you mean" not in messages[0]


@pytest.mark.parametrize("name", ["doors", "kiosk"])
@pytest.mark.parametrize("target", ["/proc/self/environ", "../Secrets/.ssh/key.txt"])
def test_a_link_to_what_is_secret_is_no_exhibition(gallery, name, target, monkeypatch):
    """It is not opened at all, be it an exhibition or the kiosk's settings."""
    (gallery.path / f"{name}.yaml").symlink_to(target)
    gallery.hang("- title: One", name="one.yaml")
    monkeypatch.setattr("kiosk.authoring.yaml.document.read", never(read, f"{name}.yaml"))
    monkeypatch.setattr(
        "kiosk.authoring.load.place.salvage_withdrawals", never(salvage_withdrawals, f"{name}.yaml")
    )
    problem = gallery.only_problem()

    assert (problem.code, problem.path.name) == ("outside-roots", f"{name}.yaml")
    assert gallery.load()[0].entries[0].name == "one"


def never(function, name):
    """The function, which must not be asked for a file of this name."""

    def asked(path, *others):
        assert path.name != name
        return function(path, *others)

    return asked


def test_a_secret_that_no_list_names_is_not_opened_either(gallery):
    """Of exhibitions that are not listed, the first line is shown, but not of such a link."""
    (gallery.path / "secret.yaml").symlink_to("../Secrets/.ssh/key.txt")
    gallery.hang("- title: One", name="one.yaml")
    gallery.write("kiosk.yaml", "exhibitions: [one]")

    problems = check(gallery.path)
    assert SECRET not in "".join(problem.render() for problem in problems)


def test_an_exhibition_may_be_a_link(gallery):
    """A file that a cloud keeps elsewhere is read as if it were in the folder."""
    gallery.photo("a.jpg")
    gallery.hang("- photo: a.jpg", name="../Cloud/doors.yaml")
    (gallery.path / "doors.yaml").symlink_to("../Cloud/doors.yaml")

    assert told(gallery) == []
    assert gallery.slides()[0].photo.file == str(gallery.path / "a.jpg")


@pytest.mark.parametrize("name", ["../Secrets/doors", "/etc/passwd", "..", ".hidden"])
def test_the_kiosks_list_names_files_of_its_folder(gallery, name):
    """No name in kiosk.yaml leads out of the folder, or to a hidden file."""
    gallery.hang("- title: a", name="../Secrets/doors.yaml")
    gallery.hang("- title: a", name=".hidden.yaml")
    gallery.hang("- title: One", name="one.yaml")
    gallery.write("kiosk.yaml", f"exhibitions: [one, {name}]")

    assert told(gallery) == [("no-such-exhibition", 1)]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.jpg", "'a.jpg' is not an interview; its name must end in .txt, .md, .srt"),
        ("doors.yaml", "'doors.yaml' is not an interview"),
        ("talk", "'talk' is not an interview"),
        ("link.txt", "'talk' is not an interview"),
    ],
)
def test_interviews_are_texts_by_their_names(gallery, name, words):
    """A file with another ending is not opened as an interview, nor one that a link hides."""
    for one in ("a.jpg", "talk"):
        gallery.write(one, SECRET)
    (gallery.path / "link.txt").symlink_to("talk")
    gallery.hang("- title: a", head=f"interview: {name}")
    problem = gallery.only_problem()

    assert (problem.code, problem.line) == ("interview-ending", 2)
    assert words in problem.message
    assert len(gallery.slides()) == 1


@pytest.mark.parametrize("name", ["talk.docx", "talk.ODT"])
def test_documents_that_are_none(gallery, name):
    """A file that only has the ending of a document is refused, and nothing of it is quoted."""
    gallery.write(name, SECRET)
    gallery.hang("- title: a", head=f"interview: {name}")
    problem = gallery.only_problem()

    assert problem.code == "unreadable"
    assert problem.snippet == ()


@pytest.mark.parametrize("ending", ["txt", "TXT", "md", "srt", "vtt"])
def test_endings_of_interviews(room, ending):
    """Plain texts and subtitles may be interviews, in capitals, too."""
    (room.path / "interview.txt").rename(room.path / f"interview.{ending}")
    room.hang("- title: a", head=f"interview: interview.{ending}")

    assert "interview-ending" not in {problem.code for problem in room.load()[1]}
