"""`kiosk interview`: prints how a transcript is understood."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.shared.cli_helpers import PROBLEMS_FOUND, stop, write_new
from kiosk.commands.shared.options import roots_option

if TYPE_CHECKING:
    from kiosk.authoring.load.draft import Draft
    from kiosk.authoring.problems.problem import Problem
    from kiosk.exhibition.interview import Interview

CODES = ("interview", "sealed", "chapter", "translation-unpaired")
"""How the codes begin of problems that this command prints."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "out",
    "--write",
    type=click.Path(path_type=Path),
    help=(
        "Write a clean transcript to this new file: a label before each paragraph, and no marks,"
        " times or page numbers. Stage directions within a paragraph, such as (laughs), stay."
    ),
)
@roots_option
def interview(file: Path, out: Path | None, roots: tuple[Path, ...]) -> None:
    """Print how a transcript is understood, with speakers, lines and doubts.

    FILE is a transcript, or an exhibition that names one, whose speakers it may name. Its sealed
    passages are left out.
    """
    from kiosk.authoring.tools.interview_listing import listing
    from kiosk.authoring.yaml.source import YAML_ENDINGS

    is_exhibition = file.suffix.lower() in YAML_ENDINGS
    found, problems = _named_by(file, roots) if is_exhibition else _opened(file)
    for one in found if out is None else ():
        click.echo(listing(one))
    for problem in problems:
        click.echo(problem.render(), err=True)
    if is_exhibition and not found and not problems:
        click.echo("This exhibition names no interview.", err=True)
    if out and found:
        _write(found[0], out)
    if problems or not found:
        raise SystemExit(PROBLEMS_FOUND)


def _write(interview: Interview, out: Path) -> None:
    from kiosk.authoring.tools.clean_transcript import clean_transcript

    text = clean_transcript(interview)
    if text is None:
        message = (
            f"{interview.path} cannot be written in a clean form that is read in the same way;"
            " fix its doubtful lines first."
        )
        stop(message, PROBLEMS_FOUND)
    write_new(out, text)
    click.echo(f"{out} has the interview in a clean form.")


def _opened(file: Path) -> tuple[list[Interview], list[Problem]]:
    from kiosk.authoring.transcripts.all_doubts import open_doubtful

    found, problems = open_doubtful(file)
    return [found] if found else [], problems


def _named_by(file: Path, roots: tuple[Path, ...]) -> tuple[list[Interview], list[Problem]]:
    from kiosk.authoring.load.interviews.versions import hints_for
    from kiosk.authoring.load.place import open_place
    from kiosk.authoring.problems.codes import Code
    from kiosk.authoring.transcripts.all_doubts import open_doubtful

    opened = open_place(file, roots)
    found = [
        interview
        for one in opened.resolved
        for interview in (one.interview, *(translation for _, translation in one.translations))
        if interview
    ]
    problems = [one for one in opened.problems if one.code.startswith(CODES)]
    # A problem of a transcript with sealed passages shows none of its words, and nor do we.
    refused = {
        one.path for one in problems if one.code is Code.INTERVIEW_UNCLEAR and one.snippet
    } - {one.path for one in found}
    for draft in opened.drafts:
        for path in refused.intersection(_transcripts_of(draft)):
            interview, doubts = open_doubtful(path, hints_for(draft))
            found += [interview] if interview else []
            problems = [one for one in problems if one.path != path] + doubts
    return found, problems


def _transcripts_of(draft: Draft) -> list[Path]:
    """The files of its interview and of the translations, as problems name them."""
    from kiosk.authoring.load.folder import Folder

    written = draft.exhibition.interview
    names = (written.file, *(name for _, name in written.translations)) if written else ()
    return [Folder(draft.path.parent).file(name) for name in names]
