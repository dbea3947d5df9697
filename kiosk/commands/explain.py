"""`kiosk explain`: the page of a code that a problem bears."""

from __future__ import annotations

import click

from kiosk.commands.places import stop


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Tell what a problem's CODE means and how it is mended; without CODE, list them all."""
    from kiosk.exhibition.explaining import codes, gist, page
    from kiosk.exhibition.faults import did_you_mean

    if code is None:
        width = max(map(len, codes()))
        click.echo("\n".join(f"{one:{width}}  {gist(one)}" for one in codes()))
    elif code in codes():
        click.echo(page(code), nl=False)
    else:
        stop(f"There is no code '{code}'{did_you_mean(code, codes())}; kiosk explain lists them.")
