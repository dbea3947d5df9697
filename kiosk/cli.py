"""The command line: one of the commands, or a place to play."""

from __future__ import annotations

import logging
import os
import sys
from typing import Any

import click

from kiosk.commands import COMMANDS
from kiosk.commands.shared.options import found_place


class _PlayUnlessNamed(click.Group):
    """A group whose commands may be left out: anything else is a place to play."""

    def main(self, *args: Any, **options: Any) -> Any:
        _open_standard_streams()
        return super().main(*args, **options)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "--version")):
            self._refuse_mistyped(ctx, args[:1])
            args = ["play", *args]
        return super().parse_args(ctx, args)

    def _refuse_mistyped(self, ctx: click.Context, args: list[str]) -> None:
        """Stop at a word that is close to a command, and is not a place."""
        from difflib import get_close_matches  # Needed only if something is wrong.

        for word in args:
            if word.isalpha() and not found_place(word):
                close = get_close_matches(word.lower(), self.commands, n=1, cutoff=0.7)
                if close:
                    ctx.fail(f"There is no command or place '{word}'; did you mean '{close[0]}'?")


def _open_standard_streams() -> None:
    """Have what is said go nowhere, where a launcher has closed the streams for it.

    The next files to be opened would else be taken for them, and be written to.
    """
    modes = {"stdin": os.O_RDONLY, "stdout": os.O_WRONLY, "stderr": os.O_WRONLY}
    for descriptor, (name, mode) in enumerate(modes.items()):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, mode)  # It takes the lowest number that is free, which is this one.
            os.set_inheritable(descriptor, True)
            setattr(sys, name, os.fdopen(descriptor, "r" if mode == os.O_RDONLY else "w"))


def _print_version(ctx: click.Context, param: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        from kiosk import __version__
        from kiosk.base.commit import commit

        made_from = commit()
        click.echo(f"kiosk {__version__}{f' ({made_from})' if made_from else ''}")
        ctx.exit()


@click.group(
    cls=_PlayUnlessNamed,
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog="PLACE is a folder of exhibitions or one exhibition file; the default is exhibitions/.",
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version)
def main() -> None:
    """Play photo exhibitions on a touch screen. `kiosk PLACE` is short for `kiosk play PLACE`."""
    logging.basicConfig(level=logging.INFO, format="kiosk: %(message)s", stream=sys.stderr)


for command in COMMANDS:
    main.add_command(command)
