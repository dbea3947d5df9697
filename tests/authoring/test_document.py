"""YAML means what a curator thinks, knows its lines, and never ends in a traceback."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
import yaml

from kiosk.authoring.problems.collector import Problems, Stopped
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.yaml import document as module
from kiosk.authoring.yaml.document import Document, Mark, open_document, parse
from kiosk.authoring.yaml.source import BYTES_MAX, Source, read

LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


@pytest.fixture(autouse=True, params=LOADERS, ids=["python", "libyaml"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything holds with libyaml and without."""
    monkeypatch.setattr(module, "LOADER", request.param)


def understood(text: str) -> Document:
    return parse(Source(Path("x.yaml"), text), Problems())


def refused(text: str) -> Problem:
    """The problem for which no value of a text is read; no other is found beside it."""
    problems = Problems()
    with pytest.raises(Stopped) as stop:
        parse(Source(Path("x.yaml"), text), problems)

    assert not problems
    return stop.value.problem


@pytest.mark.parametrize(
    "written", ["no", "1:30", "2019", "0x10", "1e3", "2019-10-03", "on", "=", "007", ".inf"]
)
def test_scalars_stay_text(written):
    """What looks like a number, a date or a truth value stays what was written."""
    assert understood(f"key: {written}").value == {"key": written}


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_nothing_is_left_out(written):
    """A key without a value is as if it were not there."""
    assert understood(f"a: {written}\nb: x").value == {"b": "x"}


@pytest.mark.parametrize("written", ["''", '"null"', "'~'"])
def test_quoted_nothing_is_text(written):
    """In quotation marks, null is a word."""
    assert understood(f"a: {written}").value == {"a": written.strip("'\"")}


PARAGRAPHS = """
plain: One
  line

  Two
single: 'One
  line

  Two'
double: "One
  line


  Two"
folded: >-
  One
  line

  Two
literal: |-
  One line

  Two
"""


@pytest.mark.parametrize("style", ["plain", "single", "double", "folded", "literal"])
def test_an_empty_line_is_one_in_every_style(style):
    """Paragraphs are apart in every style of YAML, and the lines of one are joined."""
    assert understood(PARAGRAPHS).value[style] == "One line\n\nTwo"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('"One\\nTwo"', "One\nTwo"),
        ("|-\n  One\n  Two", "One\nTwo"),
        (">-\n  One\n\n    verse\n    verse\n\n  Two", "One\n\n  verse\n  verse\n\nTwo"),
    ],
)
def test_line_breaks_that_somebody_wrote_stay(written, read):
    """A line break within a paragraph does not become an empty line."""
    assert understood(f"a: {written}").value == {"a": read}


def test_empty_item_keeps_its_place():
    """An empty item of a list counts, so that the numbers of the others stay."""
    assert understood("[a, ~, b]").value == ["a", None, "b"]


def test_norwegian_is_a_language():
    """The key no is a word."""
    assert understood("title: {no: Ett eple}").value == {"title": {"no": "Ett eple"}}


def test_marks():
    """Values and keys know line, column and length."""
    document = understood("title: Ä b\nslides:\n  - photo: 1.jpg\n    focus: [0.1,\n      0.2]\n")

    assert document.mark(("title",)) == Mark(1, 8, 3)
    assert document.mark(("slides", 0, "photo"), key=True) == Mark(3, 5, 5)
    assert document.mark(("slides", 0)) == Mark(3, 5, 5)
    assert document.mark(("slides", 0, "focus", 1)) == Mark(5, 7, 3)


def test_mark_of_what_is_not_there():
    """What was not written is marked where it would stand."""
    document = understood("title: a\ndefaults:\nslides: []")

    assert document.mark(("cover",)) == Mark(1, 1, 5)
    assert document.mark(("defaults",)) == Mark(2, 1, 8)
    assert document.mark(("slides", 3, "x")) == Mark(3, 9, 2)


def test_has():
    """A document tells what was written from what was not."""
    document = understood("a: {b: c, d: }")

    assert document.has(("a", "b"))
    assert not document.has(("a", "d"))
    assert not document.has(("a", 0))


def test_aliases():
    """A value may be named once and used again."""
    assert understood("a: &x {k: v}\nb: *x").value == {"a": {"k": "v"}, "b": {"k": "v"}}


SPOILED = [
    ("a: 1\nb: 2\na: 3", "duplicate-key", ("a",), (3, 1), "the first is on line 1"),
    ("a: {b: 1, b: 2}", "duplicate-key", ("a", "b"), (1, 11), "the key 'b' is written twice"),
    ("a: &x {b: c}\nd:\n  <<: *x", "merge-key", ("d", "<<"), (3, 3), "'<<' does not work"),
    ("a: {en: Hi, there, fr: b}", "comma-in-text", ("a", "there"), (1, 13), "quotation marks"),
    ("a: {en:Hi, fr: b}", "missing-space", ("a", "en:Hi"), (1, 5), "a space is missing"),
    ("a: {fr: b, en:Hi}", "missing-space", ("a", "en:Hi"), (1, 12), "a space is missing"),
    ("a: {Hi there, fr: b}", "key-alone", ("a", "Hi there"), (1, 5), "write {key: value}"),
    ("a: {b: c, 'd e'}", "comma-in-text", ("a", "d e"), (1, 11), "'d e' follows a comma"),
    ("a: !x b", "tag", ("a",), (1, 4), "!x has no meaning here"),
    ("a: !!python/object:os.system x", "tag", ("a",), (1, 4), "!!python/object:os.system"),
    ("a: !!int 3", "tag", ("a",), (1, 4), "!!int has no meaning"),
    ("? [a]\n: b", "key-not-text", (), (1, 3), "a key is one word"),
    ("? {a: b}\n: b", "key-not-text", (), (1, 3), "a key is one word"),
    ("~: b", "key-not-text", (), (1, 1), "a key is one word"),
    ('a: "x\\e"', "control-character", ("a",), (1, 4), "invisible control character"),
    ('a: "\\0"', "control-character", ("a",), (1, 4), "invisible control character"),
]


@pytest.mark.parametrize(("text", "code", "where", "place", "words"), SPOILED)
def test_spoiled(text, code, where, place, words):
    """What YAML allows and curators never mean spoils one value, and is a problem at its place."""
    problems = Problems()
    document = parse(Source(Path("x.yaml"), text), problems)
    (problem,) = problems

    assert document.spoiled == (where,)
    assert problem.code == code
    assert (problem.line, problem.column) == place
    assert words in problem.message


def test_first_of_two_keys_holds():
    """Of a key given twice, the first is kept."""
    assert understood("a: 1\na: 2").value == {"a": "1"}


REFUSALS = [
    ("", "empty", (1, 1), "is still empty"),
    ("# only a comment", "empty", (1, 1), "is still empty"),
    ("---\na: 1\n---\nb: 2", "several-documents", (3, 1), "a second document"),
    ("a: *x", "unknown-alias", (1, 4), "*x refers to nothing"),
    ("a: &x [*x]", "endless-alias", (1, 8), "*x would contain itself"),
    ("a:\n\tb: 1", "tab", (2, 1), "use spaces"),
    ("a:\n  b: 1\n \tc: 1", "tab", (3, 1), "use spaces"),
    ("a: [1,\n  2", "yaml", (1, 4), "the list [ that begins here"),
    ("a: {b: 1\n", "yaml", (1, 4), "the map { that begins here"),
    ("a: {b: 1,\n", "yaml", (1, 10), "a [ or { before this is not closed"),
    ("a: 'b", "yaml", (1, 4), "a closing ' is missing"),
    ('a: "b\nc: d', "yaml", (1, 4), 'a closing " is missing'),
    ('a: ["b\nc, d', "yaml", (1, 5), "the quotation mark that begins here"),
    (
        "a: One: two",
        "yaml",
        (1, 7),
        'put a text with a colon in quotation marks: write a: "One: two"',
    ),
    ("a: {en: One: two}", "colon-in-text", (1, 12), "put a text with a colon in quotation"),
    ("a:One\nb: c", "missing-space", (1, 2), "a space is missing after this colon"),
    ("a: b\nc:One two\n  three\n\nd: e", "missing-space", (2, 2), "a space is missing"),
    ("a: b\nc:One", "missing-space", (2, 2), "a space is missing after this colon"),
    ("- a:b.jpg\n  c: d", "missing-space", (1, 4), "a space is missing after this colon"),
    ("x:y: z\nb: c\nOne\n  d: e", "yaml", (4, 4), "neither a key nor an item"),
    ("a: @b", "yaml", (1, 4), "a text that begins with this character"),
    ("a: `b`", "yaml", (1, 4), "ordinary quotation marks instead of backticks"),
    ("a: - b", "yaml", (1, 4), "a dash begins an item"),
    ("a: 1\nb", "yaml", None, "this line has no key"),
    ('a: "b\\q"', "yaml", None, "begins a special character"),
    ('a: "b\\x0"', "yaml", None, "this special character is incomplete"),
    ("%x y z\n%YAML 9\n---\na: b", "yaml", None, "a line that begins with %"),
    ("*: b", "yaml", None, "a text that begins with *"),
    ("a: & b", "yaml", None, "a text that begins with &"),
    ("a: !<b c", "yaml", None, "a text that begins with !"),
    ("a: b\n c: d\n- e", "yaml", None, "colon is misplaced"),
    ("a: |0\n b", "yaml", (1, 4), "|0 has no meaning; write a: >- and indent the text below"),
    ("a: ]", "yaml", (1, 4), "put a text that begins with ] in quotation marks"),
    ("- q: 'It's mine'\n  b: c", "yaml", (1, 10), "write an apostrophe inside it twice"),
    ('- q: "I "am" here"\n  b: c', "yaml", (1, 10), 'inside it as \\"'),
]


@pytest.mark.parametrize(("text", "code", "place", "words"), REFUSALS)
def test_refusals(text, code, place, words):
    """A text that is no YAML is one sentence with the place to look at."""
    problem = refused(text)

    assert problem.code == code
    assert words in problem.message
    assert place in {None, (problem.line, problem.column)}


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{a: "])
def test_deep_nesting(opening):
    """However deep a file goes, reading it ends soon and with one problem."""
    began = time.monotonic()

    problem = refused(opening * 300_000)

    assert problem.code == "too-deep"
    assert time.monotonic() - began < 5


def test_deep_aliases():
    """Aliases cannot build what may not be written out."""
    levels = [f"k{n}: &k{n} [[[[*k{n - 1}]]]]" for n in range(1, 10)]

    assert refused("\n".join(["k0: &k0 [a]", *levels])).code == "too-deep"


def test_exploding_aliases():
    """A billion laughs are one problem."""
    levels = [f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]" for n in range(1, 12)]

    problem = refused("\n".join(["k0: &k0 [lol]", *levels]))

    assert problem.code == "too-many-values"
    assert "aliases" in problem.message


def test_too_many_values(monkeypatch):
    """A file has a bounded number of values."""
    monkeypatch.setattr(module, "NODES_MAX", 100)

    assert refused("[" + "a," * 101 + "]").code == "too-many-values"


def unread(path: Path) -> Problem:
    problems = Problems()

    assert open_document(path, problems) is None
    (problem,) = problems
    assert "Error" not in problem.message
    return problem


@pytest.mark.parametrize(
    ("data", "code", "place", "words"),
    [
        ("a: é".encode("latin-1"), "not-utf-8", (1, 4), "0xe9 here is not UTF-8; save the file"),
        (b"a: ok\nb: caf\xc3\xa9 \xff", "not-utf-8", (2, 9), "save the file as UTF-8"),
        ("a: b".encode("utf-16"), "not-utf-8", (0, 0), "saved as UTF-16"),
        (b"a: b\x00c", "control-character", (1, 5), "U+0000"),
        (b"a: b\n\x1b[31m", "control-character", (2, 1), "U+001B"),
        (b"a: " + b"x" * BYTES_MAX, "too-large", (0, 0), "larger than 4 MB"),
    ],
)
def test_unreadable_bytes(wall, data, code, place, words):
    """Bytes that are no text are told apart, with the place of the first."""
    problem = unread(wall.write("x.yaml", data))

    assert problem.code == code
    assert (problem.line, problem.column) == place
    assert words in problem.message


@pytest.mark.parametrize("data", [b"A=1\0SECRET=2\0", b"\x1b[0mSECRET\0", b"\xffSECRET\0"])
def test_nothing_is_shown_of_what_is_no_text(wall, data):
    """A file with a zero byte, such as a process's environment, may hold secrets."""
    assert "SECRET" not in unread(wall.write("x.yaml", data)).render()


LONG = "secret" * 100


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}: a\n{LONG}: b",
        f"{{a: b, {LONG}}}",
        f"{{{LONG}, a: b}}",
        f"{{a:{LONG}}}",
        f"a: *{LONG}",
        f"a: !{LONG} b",
        f"title: a\ntheme: {LONG}\nslides: [{{title: a}}]",
        f"title: a\n{LONG}: b\nslides: [{{title: a}}]",
        f"title: {{{LONG}: a}}\nslides: [{{title: a}}]",
        f"title: a\nslides: [{{photo: {LONG}}}]",
        f"title: a\nphotos: {LONG}\nslides: [{{photo: a}}]",
        f"title: a\ninterview: {LONG}\nslides: [{{title: a}}]",
        f"title: a\nfonts: {{serif: {LONG}}}\nslides: [{{title: a}}]",
        f"title: a\nslides: [{{photo: {LONG}, withdrawn: true}}, {{",
    ],
)
def test_messages_are_bounded(wall, text):
    """However long a key, a name or a text is, a message repeats a hundred letters of it."""
    wall.write("x.yaml", text)
    _, problems = wall.load()

    assert problems
    assert all(problem.message.count("secret") <= 17 for problem in problems)


def test_byte_order_mark(wall):
    """The mark that some editors put before UTF-8 is skipped and counts as no column."""
    document = open_document(wall.write("x.yaml", b"\xef\xbb\xbfa: b"), Problems())

    assert isinstance(document, Document)
    assert document.value == {"a": "b"}
    assert document.mark(("a",)) == Mark(1, 4, 1)
    assert document.source.lines == ("a: b",)


def test_windows_line_ends(wall):
    """Lines that end as on Windows are counted once."""
    document = open_document(wall.write("x.yaml", b"a: b\r\nc: d\r\n"), Problems())

    assert isinstance(document, Document)
    assert document.value == {"a": "b", "c": "d"}
    assert document.source.lines[1] == "c: d"
    assert document.mark(("c",)).line == 2


def test_missing_file(wall):
    """A file that is not there is named."""
    problem = unread(wall.path / "x.yaml")

    assert (problem.code, problem.message) == ("missing-file", "there is no file or folder x.yaml")


def test_folder_for_a_file(wall):
    """A folder in place of a file is named as one."""
    (wall.path / "x.yaml").mkdir()

    assert unread(wall.path / "x.yaml").code == "is-a-folder"


def test_pipe_for_a_file(wall):
    """A pipe is not opened: nothing waits for who may never write."""
    os.mkfifo(wall.path / "x.yaml")

    assert unread(wall.path / "x.yaml").code == "not-a-file"


def test_forbidden_file(wall, monkeypatch):
    """A file without permission says what to change."""
    path = wall.write("x.yaml", "a: b")

    def forbid(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbid)

    assert unread(path).code == "no-permission"


@pytest.mark.parametrize("name", ["x" * 300, "loop"])
def test_unusable_path(wall, name):
    """A name that is too long, or a link that leads to itself, cannot be read."""
    (wall.path / "loop").symlink_to("loop")

    assert unread(wall.path / name).code == "unreadable"


def test_reading_is_bounded(wall):
    """No more of a file is read than what may be in it."""
    with pytest.raises(Stopped) as stop:
        read(wall.write("x", b"abcdef"), bytes_max=5)

    assert stop.value.problem.code == "too-large"
