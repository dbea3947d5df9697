"""`kiosk explain`: prints the page about a problem's code."""

from __future__ import annotations

import click

from kiosk.commands.cli_helpers import stop


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a problem's CODE and how to fix it; without CODE, list all codes."""
    from kiosk.authoring.load.value_errors import did_you_mean
    from kiosk.authoring.problems.code_pages import codes, page, summary_of

    if code is None:
        width = max(map(len, codes()))
        click.echo("\n".join(f"{one:{width}}  {summary_of(one)}" for one in codes()))
    elif code in codes():
        click.echo(page(code), nl=False)
    else:
        stop(f"There is no code '{code}'{did_you_mean(code, codes())}; kiosk explain lists them.")
