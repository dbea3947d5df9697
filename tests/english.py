"""Judges English: which words people read, and what makes a sentence hard for many of them."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kiosk.cli import main

ROOT = Path(__file__).parent.parent
WORDS_MAX = 30
PAGES = (
    "README.md",
    "TECHNICIANS.md",
    "SECURITY.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "DECISIONS.md",
    "CHANGELOG.md",
    "exhibitions/*.md",
    "kiosk/authoring/problems/pages/*.md",
)
VISITORS_WORDS = "kiosk/language/"
"""These are translated, and judged with their translations."""

CLAUSE = r"(?:^|[.;:–(] )"
RULES = {
    "write report, log, warn, say, print or describe": r"\b(?:tells?|told|telling)\b",
    "name the subject: 'visitors who', 'the file that'": (
        rf"{CLAUSE}(?:who|whom|what)\b(?![^.;:?]*\?)|, and what\b|\bwhoever\b"
    ),
    "name the number, the limit or the time": r"\bso (?:many|much|long|few|seldom)\b",
    "write 'is not a'": (
        r"(?<!there )\b(?:is|are|was|were) (?:no|none|nothing)\b(?! (?:longer|more|less|fewer))"
    ),
    "write 'fix'": r"\bmend(?:s|ed|ing)?\b",
    "write 'is shown'": r"\b(?:hangs?|hung|hanging)\b",
    "write 'is', 'is shown' or 'is in'": r"\b(?:stands?|stood)\b(?!-| for\b)",
    "write 'start', or 'before the exhibition opens'": (
        r"\b(?:at|before|until|after|the|an?) opening\b(?! (?:hours|quotation))|opening's"
    ),
    "begin with 'nobody', or write 'without'": r"\b(?:for|by|with|to|of) nobody\b|\bnobody's\b",
    "write 'again'": r"\banew\b",
    "write 'treat as' or 'read as'": (
        r"\b(?:is|are|be|been|not|longer) taken for\b|\btakes? (?!\d)(?:\w+ ){1,2}for (?!\d)"
    ),
    "write 'needs'": r"(?<!visitor )(?<!who )(?<!body )\bwants\b|\bwanting\b",
    "write 'the limit is' or 'at most'": r"\bare the most\b|\bat the most\b",
    "put subject, verb and object in this order": (
        r"\b(?:is|are) to be \w+"
        r"|^(?:not|but) so:"
        r"|^of (?:a|an|all|each|its|several|the)\b"
        r"|^(?:behind|below|beside|between|under|without) (?:[\w'’]+ ){1,4}(?:is|are|lies?)\b"
        r"|^(?:closed|given|hidden|known|left|needed|open|shown) (?:is|are|here)\b"
    ),
}
"""Advice, and the words that need it."""

EXCEPTIONS = {
    "What would change our mind": "a label in front of an answer, not a clause",
    "an opening day": "a day on which a gallery is open",
}
"""Words that no rule judges, with the reason."""


class Sentence(NamedTuple):
    file: str
    line: int
    text: str

    def faults(self) -> list[str]:
        """Each fault with its place, the words that show it, and advice."""
        count = len(re.findall(r"[\w…]\S*", self.text))
        found = [f"{count} words: write two sentences"] if count > WORDS_MAX else []
        judged = re.sub("|".join(map(re.escape, EXCEPTIONS)), "…", self.text)
        for advice, pattern in RULES.items():
            bad = re.search(pattern, judged, re.IGNORECASE)
            if bad:
                found.append(f"'{bad[0].strip()}': {advice}")
        return [f"{self.file}:{self.line}: {self.text} [{fault}]" for fault in found]


def on_pages() -> Iterator[Sentence]:
    """The documents for people who plan, install or change a kiosk."""
    for pattern in PAGES:
        for page in sorted(ROOT.glob(pattern)):
            yield from on_page(page.read_text(encoding="utf-8"), _name(page))


def in_help() -> Iterator[Sentence]:
    """The answers of `--help`."""
    for command in (main, *main.commands.values()):
        assert command.callback
        code = inspect.unwrap(command.callback).__code__
        options = (getattr(option, "help", None) for option in command.params)
        for text in filter(None, (command.help, command.epilog, *options)):
            for paragraph in text.split("\n\n"):
                yield from _sentences(paragraph, _name(code.co_filename), code.co_firstlineno)


def in_strings() -> Iterator[Sentence]:
    """Everything else the program says: messages, hints, descriptions of keys, lines of the log."""
    for module in sorted(ROOT.glob("kiosk/**/*.py")):
        if not _name(module).startswith(VISITORS_WORDS):
            yield from in_module(module.read_text(encoding="utf-8"), _name(module))


def on_page(text: str, file: str) -> Iterator[Sentence]:
    """Sentences of a page, of the Changelog those not yet released; code is not judged."""
    unreleased = re.split(r"(?m)^## \[\d", text)[0]
    prose = re.sub(r"(?ms)^( *)```.*?^\1```$", lambda code: "\n" * code[0].count("\n"), unreleased)
    begins, block = 1, ""
    for number, line in enumerate([*prose.splitlines(), ""], start=1):
        if not line or re.match(r"\s*([-*] |\d+\. |#|\|)", line):
            yield from _sentences(block, file, begins)
            begins, block = number, ""
        if line.startswith("|"):
            for cell in re.split(r"(?<!\\)\|", line):
                yield from _sentences(cell, file, number)
        else:
            block += f"{line}\n"


def in_module(source: str, file: str) -> Iterator[Sentence]:
    """Sentences in a module's strings, but not in its docstrings or patterns."""
    tree = ast.parse(source)
    silent = {id(part) for node in ast.walk(tree) for part in _silent(node)}
    for node in ast.walk(tree):
        if id(node) not in silent and isinstance(node, ast.Constant | ast.JoinedStr):
            yield from _sentences(_text(node), file, node.lineno)


def _sentences(block: str, file: str, line: int) -> Iterator[Sentence]:
    """Sentences of a paragraph, with `…` for code, quotations and values."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", block)
    text = re.sub(r"`[^`]*`|“[^”]*”|\"[^\"]*\"|%[.\d]*[sdf]", _hidden, text)
    text = re.sub(r"\*+|^\s*(?:[-#]+|\d+\.)\s", "", text)
    for found in re.finditer(r"(?s)\S.*?(?:[.!?](?=\s|$)|$)", text):
        if len(found[0].split()) > 1:
            place = line + text[: found.start()].count("\n")
            yield Sentence(file, place, " ".join(found[0].split()))


def _hidden(quoted: re.Match[str]) -> str:
    return "…" + "\n" * quoted[0].count("\n")


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    """A string with `…` for the values in it; "" for any other constant."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [part.value if isinstance(part, ast.Constant) else "…" for part in parts]
    return "".join(text for text in texts if isinstance(text, str))


def _silent(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, arguments of `compile`, and the parts of an f-string, which is judged whole."""
    match node:
        case ast.Expr(ast.Constant() as docstring):
            yield docstring
        case ast.JoinedStr(parts):
            yield from parts
        case ast.Call(ast.Attribute(attr="compile"), arguments):
            yield from arguments


def _name(file: Path | str) -> str:
    return str(Path(file).relative_to(ROOT))
