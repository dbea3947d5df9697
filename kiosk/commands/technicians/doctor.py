"""`kiosk doctor`: examines the machine, and says what helps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.commands.shared.cli_helpers import PROBLEMS_FOUND, machine_settings, open_obeying
from kiosk.commands.shared.options import machine_option, place_argument, roots_option

if TYPE_CHECKING:
    from kiosk.display.examination import Examination
    from kiosk.doctor.finding import Finding


@click.command()
@place_argument
@roots_option
@machine_option
@click.option(
    "form",
    "--format",
    type=click.Choice(["text", "json", "line"]),
    default="text",
    help="Output format; line prints one line, or none if all is well.",
)
def doctor(place: Path, roots: tuple[Path, ...], machine: Path | None, form: str) -> None:
    """Examine this machine: screen, touch, clock, space, fonts and more, each with its remedy.

    The exit code is 1 if something needs attention.
    """
    from kiosk.doctor.finding import as_json, as_line, as_text, needs_attention

    findings = list(_findings(place, roots, machine))
    told = {"json": as_json, "line": as_line, "text": as_text}[form](findings)
    if told:
        click.echo(told)
    if needs_attention(findings) and form != "line":
        raise SystemExit(PROBLEMS_FOUND)


def _findings(place: Path, roots: tuple[Path, ...], machine: Path | None) -> Iterator[Finding]:
    import platformdirs

    import kiosk
    from kiosk.doctor import content_checks, screen_checks, system_checks
    from kiosk.doctor.probe import Probe
    from kiosk.media.cache import Cache
    from kiosk.player.content.machine_settings import machine_file

    probe = Probe()
    folders = (
        platformdirs.user_cache_path("exhibition-kiosk"),
        platformdirs.user_state_path("exhibition-kiosk"),
    )
    settings, problems = machine_settings(machine)
    collection = open_obeying(place, roots, machine).collection
    screen, why_not = _examined()
    yield system_checks.check_versions(probe)
    yield screen_checks.check_drawing(screen, why_not, probe)
    if screen:
        yield screen_checks.check_screens(screen, settings.output)
    yield screen_checks.check_size(probe, settings.screen)
    yield screen_checks.check_touch(probe, len(screen.sizes) if screen else 1)
    yield screen_checks.check_power(probe, screen.driver if screen else "")
    yield screen_checks.check_sound(probe)
    yield system_checks.check_clock(probe, Path(kiosk.__file__))
    yield system_checks.check_space(folders)
    yield system_checks.check_writable(folders)
    yield system_checks.check_service(probe)
    faults = [f"{problem.place}: {problem.message}" for problem in problems]
    yield system_checks.check_settings(machine_file(machine), faults)
    yield content_checks.check_place(place, collection)
    if collection:
        yield content_checks.check_letters(collection)
        yield content_checks.check_prepared(collection, Cache())


def _examined() -> tuple[Examination | None, str]:
    from kiosk.display.examination import examined
    from kiosk.display.window import NoDisplayError

    try:
        return examined(), ""
    except NoDisplayError as error:
        return None, str(error)
