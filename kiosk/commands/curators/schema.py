"""`kiosk schema`: prints what editors need to complete and explain keys."""

from __future__ import annotations

import click


@click.command()
@click.argument(
    "of",
    type=click.Choice(["exhibition", "kiosk", "machine"]),
    default="exhibition",
    metavar="[OF]",
)
def schema(of: str) -> None:
    """Print the JSON Schema of exhibition files, of kiosk.yaml, or of machine.yaml."""
    from kiosk.authoring.keys.json_schema import as_json

    click.echo(as_json(of), nl=False)
