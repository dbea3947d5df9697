"""`kiosk quote`: finds words of an interview and prints them, ready to paste."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.shared.cli_helpers import PROBLEMS_FOUND, stop
from kiosk.commands.shared.options import DEFAULT_PLACE, roots_option

if TYPE_CHECKING:
    from kiosk.exhibition.interview import Interview


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option(
    "files",
    "--interview",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Search this transcript instead of those of the exhibitions.",
)
@click.option(
    "place",
    "--of",
    default=DEFAULT_PLACE,
    type=click.Path(path_type=Path),
    help="Search the interviews of these exhibitions.",
)
@roots_option
@click.option(
    "--most", type=click.IntRange(1, 100), default=5, help="Largest number of passages to print."
)
def quote(
    words: tuple[str, ...],
    files: tuple[Path, ...],
    place: Path,
    roots: tuple[Path, ...],
    most: int,
) -> None:
    """Find passages by some of their words, and print them as slides to paste."""
    from kiosk.authoring.transcripts.quote_search import passages

    sought = " ".join(words)
    named = [_without_sealed(file, place, roots) or _opened(file) for file in files]
    interviews = named or _interviews_of(place, roots)
    found = passages(interviews, sought, most)
    if not found:
        stop(f"No answer has words like “{sought}”.", PROBLEMS_FOUND)
    click.echo("\n\n".join(passage.as_yaml() for passage in found))


def _interviews_of(place: Path, roots: tuple[Path, ...]) -> list[Interview]:
    from kiosk.authoring.load.place import open_place
    from kiosk.authoring.yaml.source import YAML_ENDINGS

    opened = open_place(place, roots)
    named = [resolved.interview for resolved in opened.resolved]
    interviews = {interview.path: interview for interview in named if interview}
    unread = [one for one in opened.problems if one.path.suffix not in (*YAML_ENDINGS, "")]
    for problem in unread:
        click.echo(problem.render(), err=True)
    if unread and not interviews:
        stop("No interview can be read.", PROBLEMS_FOUND)
    if not interviews:
        stop(f"No exhibition in {place} names an interview; name one with --interview.")
    return list(interviews.values())


def _without_sealed(file: Path, place: Path, roots: tuple[Path, ...]) -> Interview | None:
    """A transcript of which an exhibition seals a passage, without it; None for any other."""
    from kiosk.authoring.load.place import open_place

    opened, file = open_place(place, roots), file.resolve()
    sealed = {Path(one).resolve() for one, seal in opened.closings.sealed.items() if seal}
    if file not in sealed:
        return None
    interviews = (one.interview for one in opened.resolved if one.interview)
    found = next((one for one in interviews if one.path.resolve() == file), None)
    if found is None:
        stop(f"{file} has a sealed passage; fix its exhibition first: type kiosk check {place}.")
    return found


def _opened(file: Path) -> Interview:
    from kiosk.authoring.problems.collector import Problems
    from kiosk.authoring.transcripts.transcript import open_interview

    problems = Problems()
    interview = open_interview(file, problems)
    if interview is None:
        stop("\n".join(problem.render() for problem in problems))
    return interview
