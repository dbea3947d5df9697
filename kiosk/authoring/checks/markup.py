"""Checks for signs in texts that visitors would see as they are: tags, lost letters, reminders."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kiosk.authoring.checks.subject import HasTexts, with_roles
from kiosk.authoring.keys.model import Photo, Slide
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem, Severity, quoted
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Where
from kiosk.exhibition.marks import read_marks
from kiosk.exhibition.text_walk import UNMARKED, Role

TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|mark|ol|p|pre|q|s"
    r"|script|small|span|strike|strong|style|sub|sup|table|td|th|tr|u|ul)(?:\s[^<>]*)?/?>"
    r"|<!--.*?-->",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,6});")
LINK = re.compile(r"!?\[[^\]\n]+\]\((?:https?:|mailto:|www\.|#|[^)\s]+\.\w+)[^)\n]*\)")
HEADING = re.compile(r"(?m)^#{1,6} +[^\W\d]|^```")
ESCAPE = re.compile(r"(?<![A-Za-z]:)\\(?:r\\n|[nrt])(?![a-z]{2}\S*\\)")
QUOTES = "«»‘’“”‚„‹›"
_AFTER = "".join(bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xC0))
_NEXT = re.escape("".join(sorted({*_AFTER, *map(chr, range(0x80, 0xC0))})))
_NO_QUOTE = re.escape("".join(sorted({*_AFTER, *map(chr, range(0x80, 0xC0))} - {*QUOTES, "\xa0"})))
GARBLED = re.compile(
    rf"Ã[{_NO_QUOTE}]|(?<=[a-z])Ã[{_NEXT}]|â[{_NEXT}]{{2}}|Â[{_NO_QUOTE}\xa0«]"
    rf"|[ÐÑÅÄÎÏ][{_NO_QUOTE}]|ï¿½|ï»¿|\ufffd"
)
"""Letters in UTF-8 that were read in an old encoding, or were lost."""
REMINDER = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBA|XXX+)\b|\?{3,}|(?i:\blorem ipsum\b|\bplatzhalter(?:text)?\b"
    r"|\b(?:text|title|caption|titel) (?:goes )?here\b|\bplaceholder\b|\btext hier\b"
    r"|\bà compléter\b|\btexto aquí\b)"
)
FILE_NAME = re.compile(
    r"\S[^\n/]*\.(?:jpe?g|png|tiff?|hei[cf]|webp|avif|gif|bmp|cr[23]|nef|arw|dng|raf)"
    r"|(?:IMG|DSC[FN]?|PXL|P|MG|_MG|DJI|GOPR)[_-]?\d{3,}[\w-]*",
    re.IGNORECASE,
)
HOW_TO_MARK = r"write *words* for italics, **words** for bold, or \* for an asterisk"
LINES_MAX = 400
"""Lines of a text that are searched for a sign's place."""


def markup_shown(texts: HasTexts) -> Iterator[Problem]:
    """Tags, entities and links, of which a text has none."""
    for pattern, message in (
        (TAG, "visitors would see {}; a text has no tags"),
        (ENTITY, "visitors would see {}; write the character itself"),
        (LINK, "visitors would see {}; a text has no links"),
        (HEADING, "visitors would see {}; write a heading as title"),
        (ESCAPE, "visitors would see {}; for more lines, write text: | and indent the lines below"),
    ):
        yield from _found(texts, Code.MARKUP_SHOWN, pattern, message)


def mark_unclosed(texts: HasTexts) -> Iterator[Problem]:
    """One warning for each text, at the first asterisk that was meant as a mark."""
    for where, found in texts.located_texts:
        for tag, _ in found.text.texts if found.name not in UNMARKED else ():
            place = (*where, tag) if tag else where
            written = texts.document.node(place).text or ""
            begin = next(iter(read_marks(written).unclosed), None)
            if begin is not None:
                sign = re.split(r"[^\w*]", written[begin:])[0]
                message = f"nothing closes {quoted(sign)}; {HOW_TO_MARK}"
                yield _at(texts.document, Code.MARKUP_SHOWN, message, place, sign)


def letters_garbled(texts: HasTexts) -> Iterator[Problem]:
    """Letters that were damaged when a text was copied or saved."""
    message = "{} is a damaged letter; write it again, and save the file as UTF-8"
    yield from _found(texts, Code.LETTERS_GARBLED, GARBLED, message, _with_meaning)


def text_unfinished(texts: HasTexts) -> Iterator[Problem]:
    """Words that somebody meant to replace."""
    message = "{} looks like a reminder; visitors would see it"
    yield from _found(texts, Code.TEXT_UNFINISHED, REMINDER, message)
    for where, text in with_roles(texts, *Role):
        for tag, one in text.texts:
            if one in DESCRIPTIONS:
                message = "this text still describes its key; write your own words"
                place = (*where, tag) if tag else where
                yield texts.document.warning(Code.TEXT_UNFINISHED, message, place)


def file_name_shown(texts: HasTexts) -> Iterator[Problem]:
    """The name of a photo's file, instead of words about the photo."""
    for where, text in with_roles(texts, Role.WORDS, Role.ABOUT):
        for tag, one in text.texts:
            if FILE_NAME.fullmatch(one.strip()):
                place = (*where, tag) if tag else where
                message = f"{quoted(one)} is the name of a file; write words about the photo"
                yield texts.document.warning(Code.FILE_NAME_SHOWN, message, place)


DESCRIPTIONS = {field.description for one in (Photo, Slide) for field in one.model_fields.values()}


def _with_meaning(sign: str) -> str:
    """What was probably written, beside what is there."""
    try:
        return f"{quoted(sign)} (perhaps {sign.encode('cp1252').decode('utf-8')})"
    except UnicodeError:
        return quoted(sign)


def _found(
    texts: HasTexts,
    code: Code,
    pattern: re.Pattern[str],
    message: str,
    show: Callable[[str], str] = quoted,
) -> Iterator[Problem]:
    """One warning for each text, at the first sign of a kind."""
    for where, text in with_roles(texts, *Role):
        for tag, one in text.texts:
            sign = pattern.search(one)
            if sign:
                place = (*where, tag) if tag else where
                yield _at(texts.document, code, message.format(show(sign[0])), place, sign[0])


def _at(document: Document, code: Code, message: str, where: Where, sign: str) -> Problem:
    """A warning at the sign's own line, which may be below the line of its key."""
    source, mark = document.source, document.mark(where)
    last = min(len(source.lines), mark.line + LINES_MAX)
    for line in range(mark.line, last + 1):
        begin = mark.column - 1 if line == mark.line else 0
        column = source.lines[line - 1].find(sign, begin)
        if column >= 0:
            return source.problem(code, message, line, column + 1, len(sign), Severity.WARNING)
    return document.warning(code, message, where)
