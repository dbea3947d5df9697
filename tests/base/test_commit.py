"""The commit that the program names, as git itself does."""

import subprocess

import pytest

from kiosk.base.commit import SHORT, commit

GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")


def git(folder, *words):
    done = subprocess.run([*GIT, "-C", folder, *words], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def checkout(tmp_path):
    """A checkout of one commit, with a folder for the program."""
    folder = tmp_path / "checkout"
    (folder / "kiosk").mkdir(parents=True)
    (folder / "kiosk" / "one").write_text("one")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "One")
    return folder


def as_git_says(folder):
    return git(folder, "rev-parse", "HEAD")[:SHORT]


def test_a_checkout(checkout):
    """It is the commit of its branch, or the one that was checked out by its number."""
    assert commit(checkout / "kiosk") == as_git_says(checkout)
    git(checkout, "checkout", "--quiet", "--detach")

    assert commit(checkout / "kiosk") == as_git_says(checkout)


def test_packed_branches(checkout):
    """After a clean-up, git keeps its branches in one file."""
    git(checkout, "branch", "mainly")
    git(checkout, "pack-refs", "--all")

    assert commit(checkout / "kiosk") == as_git_says(checkout)


def test_a_work_tree_beside(checkout, tmp_path):
    """A second work tree has a branch of its own."""
    beside = tmp_path / "beside"
    git(checkout, "worktree", "add", "--quiet", "-b", "other", beside)
    (beside / "kiosk" / "one").write_text("two")
    git(beside, "commit", "--quiet", "--all", "--message", "Two")

    assert commit(beside / "kiosk") == as_git_says(beside) != as_git_says(checkout)


def test_a_package(tmp_path):
    """It has no repository, and may have the number in a file; else there is none to name."""
    assert commit(tmp_path / "kiosk") == ""
    (tmp_path / "kiosk").mkdir()
    (tmp_path / "kiosk" / "commit.txt").write_text("0123456789abcdef\n")

    assert commit(tmp_path / "kiosk") == "0123456789"
