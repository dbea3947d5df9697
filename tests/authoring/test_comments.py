"""A text that a comment has swallowed, or its end, is told of."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("slide", "place", "lost"),
    [
        ("- title: Door #2", (4, 17), "#2"),
        ("- title: Door\n  text: #2 is blue", (5, 11), "#2"),
        ("- title: {en: Door,\n      fr: Porte #2\n      }", (5, 19), "#2"),
        ("- photos:\n  - file: a.jpg #1\n  - b.jpg", (5, 19), "#1"),
    ],
)
def test_what_is_lost_is_told(wall, slide, place, lost):
    """The first word that is not read is named, where it stands."""
    wall.photo("a.jpg", "b.jpg")
    wall.hang(slide)
    (problem,) = wall.found("text-is-comment")

    assert (problem.line, problem.column, problem.length) == (*place, len(lost))
    assert problem.severity == "warning"
    assert problem.message.startswith(f"# begins a comment, so {lost} is not read")


@pytest.mark.parametrize("key", ["accent", "ink"])
def test_a_colour_that_is_lost(wall, key):
    """A colour below colours, which reads as a comment, is written in quotation marks."""
    wall.hang("- title: Door", head=f"colours:\n  {key}: #C8A46A")
    (problem,) = wall.found("text-is-comment")

    assert problem.message == f'# begins a comment, so #C8A46A is not read; write {key}: "#c8a46a"'


@pytest.mark.parametrize(
    "slide",
    [
        "- title: Door  # the blue one",
        "- title: Door  # kiosk: allow stand-in",
        "- title: 'Door #2'",
        '- title: "Door #2" # the blue one',
        "- title: Door#2",
        "- title: C# minor",
        "- title: Door\n  # text: more",
        "- text: |\n    Door #2",
        "- text: >-\n    Door\n    #2",
    ],
)
def test_comments_and_texts(wall, slide):
    """Neither a comment that is one nor a sign within a text is told of."""
    wall.hang(slide)

    assert wall.found("text-is-comment") == []


def test_of_the_kiosk(wall):
    """The kiosk's words are looked at, too."""
    wall.hang("- title: x")
    wall.write("kiosk.yaml", "title: Hall #2\n")

    assert [one.line for one in wall.found("text-is-comment")] == [1]


@pytest.mark.parametrize(
    ("slides", "lines"),
    [
        ("- photo: a.jpg\n#- photo: b.jpg\n  alt: B", [6]),
        ("- photo: a.jpg\n#- photo: b.jpg\n#  alt: B", []),
        ("- photo: a.jpg\n  # alt: A\n  caption: B", []),
        ("- photo: a.jpg\n#- photo: b.jpg\n- photo: c.jpg\n  alt: B", []),
    ],
)
def test_half_of_a_slide_in_a_comment(wall, slides, lines):
    """Lines whose slide begins in a comment would belong to the photo above."""
    wall.photo("a.jpg", "b.jpg", "c.jpg")
    wall.hang(slides)

    assert [problem.line for problem in wall.found("slide-half-hidden")] == lines
