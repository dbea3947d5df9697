"""Mistakes of whole lines: strangers, wrong indentation, lines twice, and pasted pieces."""

from __future__ import annotations

import re

from tests.authoring.mistakes.mistake import Edit, Lines, changed, inserted, replaced

KEY_LINE = r" +[a-z_]+:"
ITEM_LINE = r" *- "
FILE_LINE = r"(?! *#) *\S"

COMMENTS: dict[str, Edit] = {
    "a comment of a web page": inserted("<!-- a note -->", ITEM_LINE),
    "a comment of a web page, in the slide": inserted("{}<!-- a note -->", KEY_LINE),
    "a comment of a web page on two lines": inserted("<!-- a note\nthat goes on -->", ITEM_LINE),
    "a comment of C": inserted("// a note"),
    "a comment of C, indented": inserted("{}// a note"),
    "a comment in /* */": inserted("{}/* a note */"),
    "a comment of a settings file": inserted("; a note"),
    "a comment of SQL": inserted("{}-- a note"),
    "a comment of LaTeX": inserted("{}% a note"),
    "a comment of Basic": inserted("{}REM a note", ITEM_LINE),
    "a comment of a template": inserted("{}{# a note #}"),
    "a comment in quotation marks": inserted('{}"""a note"""'),
    "a slide half hidden": replaced(r"^( *)- (photo|title|layout): ", r"\1# - \2: "),
    "a slide hidden by //": replaced(r"^( *)- (photo|title|layout): ", r"// \1- \2: "),
}
STRANGERS: dict[str, Edit] = {
    name: inserted(line, FILE_LINE)
    for name, line in {
        "a fence": "```",
        "a fence with its language": "```yaml",
        "a fence of tildes": "~~~",
        "a rule": "=====",
        "a rule of dashes": "-----",
        "a rule of asterisks": "***",
        "a rule of low lines": "_____",
        "a heading with its rule": "Our boats\n=========",
        "the first mark of git": "<<<<<<< HEAD",
        "the middle mark of git": "=======",
        "the last mark of git": ">>>>>>> main",
        "the base mark of git": "||||||| merged common ancestors",
        "a place in a patch": "@@ -1,4 +1,4 @@",
        "a line taken out in a patch": "-  caption: Old",
        "an end of a document": "...",
        "a version of YAML": "%YAML 1.2",
        "a head of XML": '<?xml version="1.0"?>',
        "a tag of a web page": "<div>",
        "a closing tag": "</div>",
        "an opening brace alone": "{",
        "a closing brace alone": "}",
        "an opening bracket alone": "[",
        "a closing bracket alone": "]",
        "a comma alone": ",",
        "a quotation mark alone": '"',
        "a dash alone, at the edge": "-",
        "a row of a table": "| photo | title |",
        "a row of a sheet, with semicolons": "01.jpg;A boat;Anna",
        "a row of a sheet, with commas": "01.jpg,A boat,Anna",
        "a row of a sheet, with tabs": "01.jpg\tA boat\tAnna",
        "words alone": "These are our boats",
        "words with an exclamation mark": "Please check!",
        "words in round brackets": "(second room)",
        "words in square brackets": "[second room]",
        "words in asterisks": "**Second room**",
        "an address alone": "https://x.org/boats",
        "a line of mail": "From: anna@x.org",
        "a line of a telephone": "Sent from my phone",
        "a command": "$ kiosk check",
        "a prompt": ">>> print(1)",
        "an object of JSON": '{"photo": "a.jpg"},',
        "an import": "import boats",
        "an include": "!include other.yaml",
        "a merge": "<<: *defaults",
        "a smiley": "🙂 our boats",
        "a damaged byte order mark": "ï»¿",
    }.items()
}
STRANGERS["a second document"] = inserted("---", ITEM_LINE)
INDENTATION: dict[str, Edit] = {
    "too far in": replaced(r"^( *)(?=[a-z_]+: )", r"\1 "),
    "too far in by two": replaced(r"^( *)(?=[a-z_]+: )", r"\1  "),
    "not far enough in": replaced(r"^  ( *)(?=[a-z_]+: )", r" \1"),
    "at the left edge": replaced(r"^ +(?=[a-z_]+:)", ""),
    "a dash too far in": replaced(r"^( *)(?=- )", r"\1 "),
    "a dash too far in by two": replaced(r"^( *)(?=- )", r"\1  "),
    "a dash not far enough in": replaced(r"^ ( +)(?=- )", r"\1"),
    "a key below its dash": replaced(r"^( *)- (?=(?:photo|title|layout|quote):)", r"\1- \n\1"),
    "a key of the file indented": replaced(
        r"^(?=(?:subtitle|by|photos|theme|accent|cover|defaults|slides):)", "  "
    ),
    "the first letter of a key lost": replaced(r"^( *(?:- )?)[a-z](?=[a-z_]{2,}: )", r"\1"),
}


def _below(lines: Lines, at: int, signs: str = " -") -> range:
    """The lines that belong to a key, or to a dash, because they are indented further."""
    own = len(lines[at]) - len(lines[at].lstrip(signs))
    end = at + 1
    while end < len(lines) and (
        not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) >= own + 1
    ):
        end += 1
    return range(at + 1, end)


def _moved(pattern: str, by: int, signs: str = " -") -> Edit:
    """The lines below a key, or a dash, moved to the left or right, all of them."""

    def edit(lines: Lines, at: int) -> tuple[Lines, range] | None:
        block = _below(lines, at, signs)
        if not re.match(pattern, lines[at]) or not block or not lines[block[0]].strip():
            return None
        if by < 0 and any(
            line.strip() and line[:-by].strip() for line in map(lines.__getitem__, block)
        ):
            return None
        new = list(lines)
        for number in block:
            new[number] = " " * by + new[number] if by > 0 else new[number][-by:]
        return new, range(at, block[-1] + 1)

    return edit


def _joined(pattern: str, sign: str) -> Edit:
    """A line and the next one on one line."""

    def edit(lines: Lines, at: int) -> tuple[Lines, range] | None:
        if not re.match(pattern, lines[at]) or at + 1 == len(lines) or not lines[at + 1].strip():
            return None
        joined = f"{lines[at]}{sign}{lines[at + 1].strip()}"
        return [*lines[:at], joined, *lines[at + 2 :]], range(at, at + 1)

    return edit


def _twice(pattern: str) -> Edit:
    """A line, and again without its dash."""
    return changed(
        lambda line: f"{line}\n{line.replace('-', ' ', 1)}" if re.match(pattern, line) else None
    )


def _under_text(lines: Lines, at: int) -> tuple[Lines, range] | None:
    """The last line of a text under > or | in the column of its key."""
    block = _below(lines, at)
    if not re.search(r"[|>][+-]?$", lines[at]) or len(block) < 2:
        return None
    last = max(number for number in block if lines[number].strip())
    own = re.match(r" *(?:- )?", lines[at])
    assert own is not None
    new = list(lines)
    new[last] = " " * len(own[0]) + lines[last].strip()
    return new, range(last, last + 1)


BLOCKS: dict[str, Edit] = {
    "languages not indented": _moved(r" *(?:- )?(?:title|caption|alt|text|subtitle):$", -2),
    "a text not indented": _moved(r" *(?:- )?[a-z]+: [|>][+-]?$", -2),
    "a text not indented, under its sign": _moved(r" *(?:- )?[a-z]+: [|>][+-]?$", -4),
    "the last line of a text not indented": _under_text,
    "a slide's keys too far in": _moved(r" *- (?:photo|layout|title): \S", 1, " "),
    "a slide's keys too far in by two": _moved(r" *- (?:photo|layout|title): \S", 2, " "),
    "a slide's keys not far enough in": _moved(r" *- (?:photo|layout|title): \S", -1, " "),
    "a slide's keys below its dash": _moved(r" *- (?:photo|layout|title): \S", -2, " "),
    "facts not indented": _moved(r" *(?:facts|quote|details|defaults|screen):$", -2),
    "a slide on one line": _joined(r" *- (?:photo|title): [^{\"]*$", " "),
    "a slide on one line, with commas": _joined(r" *- (?:photo|title): [^{\"]*$", ", "),
    "the list on the line of its key": _joined(r"slides:$", " "),
    "a key's line twice": _twice(r" +(?:alt|caption|credit|layout): \S"),
    "a photo's line again, without a dash": _twice(r" *- photo: \S"),
    "a key of the file twice": _twice(r"(?:title|photos|by|theme|cover): \S"),
    "a text's sign with a wrong number": replaced(r"(?<=: )([|>])-?$", r"\g<1>9"),
    "a text's sign twice": replaced(r"(?<=: )([|>])-?$", r"\1--"),
    "a text's sign in marks": replaced(r"(?<=: )([|>]-?)$", r'"\1"'),
    "a text's sign with a colon": replaced(r"(?<=: )([|>]-?)$", r"\1:"),
}  # fmt: skip
OF_LINES = {**COMMENTS, **STRANGERS, **INDENTATION, **BLOCKS}
