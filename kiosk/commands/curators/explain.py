"""`kiosk explain`: prints the page about a problem's code."""

from __future__ import annotations

import click

from kiosk.commands.shared.cli_helpers import stop


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a problem's CODE and how to fix it; without CODE, list all codes."""
    from kiosk.authoring.load.advice.similar import did_you_mean
    from kiosk.authoring.problems.code_pages import page, summary_of
    from kiosk.authoring.problems.codes import Code

    code = code and code.strip("[] ")
    if not code:
        width = max(map(len, Code))
        click.echo("\n".join(f"{one:{width}}  {summary_of(one)}" for one in Code))
    elif code in list(Code):
        click.echo(page(Code(code)), nl=False)
    else:
        stop(f"There is no code '{code}'{did_you_mean(code, Code)}; kiosk explain lists them.")
