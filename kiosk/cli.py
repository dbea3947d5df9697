"""The command line: one of the commands, or a place to play."""

from __future__ import annotations

import logging
import sys

import click

from kiosk.commands import COMMANDS


class _PlayUnlessNamed(click.Group):
    """A group whose commands may be left out: anything else is a place to play."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "--version")):
            args = ["play", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_PlayUnlessNamed,
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog="PLACE is a folder of exhibitions or one exhibition's file; without it: exhibitions/.",
)
@click.version_option(package_name="exhibition-kiosk")
def main() -> None:
    """Play photo exhibitions on a touch screen. `kiosk PLACE` is short for `kiosk play PLACE`."""
    logging.basicConfig(level=logging.INFO, format="kiosk: %(message)s", stream=sys.stderr)


for command in COMMANDS:
    main.add_command(command)
