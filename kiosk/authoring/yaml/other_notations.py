"""Finds lines in another notation: = for the colon, **keys**, pictures of Markdown."""

from __future__ import annotations

import re

from kiosk.authoring.problems.problem import brief
from kiosk.authoring.yaml.key_lines import ANY_KEY, TAGS
from kiosk.authoring.yaml.nodes import Mark
from kiosk.authoring.yaml.slips import Finder, Slip
from kiosk.authoring.yaml.source import Source

_BEGIN = r"(?P<begin>\s*(?:-\s+)*)"
_WORD = rf"(?P<key>{ANY_KEY}|{TAGS})"
SEPARATOR = re.compile(
    rf"{_BEGIN}{_WORD}(?P<sign>\s*(?:[=:-]>|:=|[=→⇒﹕∶︰])\s*|[;,.]\s+|\s+[-–—|]\s+)(?P<text>\S.*)"
)
"""Matches a key with another sign in the place of its colon."""
NO_SEPARATOR = re.compile(rf"{_BEGIN}(?P<key>{TAGS})\s+(?P<text>[^\Wa-zà-ÿ\d_].*)")
"""Matches a language and its text; in a text that goes on, a small letter would follow."""
AROUND_KEY = re.compile(
    rf"{_BEGIN}(?P<open>[*_`$@<\[(“«'\"]+){_WORD}(?P<close>[*_`>\])”»'\"]*:[*_`>\])”»'\"]*)(?=\s|$)"
)
BEFORE_KEY = re.compile(rf"{_BEGIN}(?P<words>\[.?\]|\w[\w ]{{0,20}}[:).])\s+{_WORD}:(?=\s|$)")
TEXT_SIGN = re.compile(
    r"(?P<before>\s*(?:-\s+)*(?P<key>[\w-]+):\s+)(?P<sign>[\"']?[|>][-+>|\d]*[\"']?:?)\s*$"
)
TEXT_SIGNS = ("|", ">", "|-", ">-", "|+", ">+")
SECOND_COMMA = re.compile(r"[^\"'#]*?[\[{](?:[^\"'#]*?,)?\s*(?P<comma>,)")
HASH_IN_BRACES = re.compile(r"[^\"'#]*[\[{][^\]}\"'#]*\s(?P<lost>#\S*)")
LETTERS_MAX = 400
"""Letters of a line that are searched where this takes long in a line of signs alone."""
PICTURE = re.compile(
    r"(?P<before>\s*(?:-\s+)*(?P<key>photo|file|cover):\s+)(?:!?\[.*?\]\(|&quot;)"
    r"(?P<name>[^\s\"'()<>&]+\.\w{3,4}).*"
)


def _separator(source: Source, line: int) -> Slip | None:
    found = SEPARATOR.match(source.lines[line - 1])
    if not found:
        return None
    mark = Mark(line, found.start("key") + 1, len(found["key"]))
    return Slip(separator(found), mark, {line: _with_colon(found)})


def separator(found: re.Match[str]) -> str:
    """A sentence about another sign in the place of a colon."""
    return f"a key ends with a colon, not with {found['sign'].strip()}: write {found['key']}:"


def _with_colon(found: re.Match[str]) -> str:
    return f"{found['begin']}{found['key']}: {found['text']}"


def _no_separator(source: Source, line: int) -> Slip | None:
    found = NO_SEPARATOR.match(source.lines[line - 1])
    if not found:
        return None
    mark = Mark(line, found.start("key") + 1, len(found["key"]))
    message = f"a colon is missing after '{found['key']}'"
    return Slip(message, mark, {line: _with_colon(found)})


def _around_key(source: Source, line: int) -> Slip | None:
    """Signs around a key, as in a text of Markdown."""
    text = source.lines[line - 1]
    found = AROUND_KEY.match(text)
    if not found or found["open"] == found["close"].removesuffix(":") in ("'", '"'):
        return None
    message = f"write the key without {found['open']}: {found['key']}:"
    corrected = f"{found['begin']}{found['key']}:{text[found.end() :]}"
    return Slip(message, Mark(line, found.start("open") + 1), {line: corrected})


def _before_key(source: Source, line: int) -> Slip | None:
    """A number, a name or a box before the key of a slide."""
    text = source.lines[line - 1]
    found = BEFORE_KEY.match(text)
    if not found or re.fullmatch(rf"(?:{ANY_KEY}|{TAGS}):", found["words"]):
        return None
    words = found["words"]
    message = f"take {brief(words)} out; this line begins with {found['key']}:"
    corrected = f"{found['begin']}{text[found.start('key') :]}"
    return Slip(message, Mark(line, found.start("words") + 1, len(words)), {line: corrected})


def _text_sign(source: Source, line: int) -> Slip | None:
    """A sign like > or | that YAML does not know, above a text."""
    found = TEXT_SIGN.match(source.lines[line - 1])
    if not found or found["sign"] in TEXT_SIGNS:
        return None
    message = f"{found['sign']} has no meaning; write {found['key']}: >- and indent the text below"
    mark = Mark(line, found.start("sign") + 1, len(found["sign"]))
    return Slip(message, mark, {line: f"{found['before']}>-"})


def _second_comma(source: Source, line: int) -> Slip | None:
    text = source.lines[line - 1]
    found = SECOND_COMMA.match(text[:LETTERS_MAX])
    if not found:
        return None
    at = found.start("comma")
    corrected = f"{text[:at]}{text[at + 1 :]}"
    return Slip("there is one comma too many", Mark(line, at + 1), {line: corrected})


def _hash_in_braces(source: Source, line: int) -> Slip | None:
    text = source.lines[line - 1]
    found = HASH_IN_BRACES.match(text[:LETTERS_MAX])
    if not found:
        return None
    lost, at = found["lost"], found.start("lost")
    message = f"# begins a comment, so {lost} is not read; put the text in quotation marks"
    return Slip(message, Mark(line, at + 1, len(lost)), {line: text[:at] + text[at + 1 :]})


def _picture(source: Source, line: int) -> Slip | None:
    """A photo's name within signs of Markdown or a web page."""
    found = PICTURE.match(source.lines[line - 1])
    if not found:
        return None
    message = f"write the name alone: {found['key']}: {brief(found['name'])}"
    mark = Mark(line, found.end("before") + 1)
    return Slip(message, mark, {line: f"{found['before']}{found['name']}"})


OTHER_NOTATIONS: tuple[Finder, ...] = (
    _separator,
    _no_separator,
    _around_key,
    _before_key,
    _text_sign,
    _second_comma,
    _hash_in_braces,
    _picture,
)
