"""Holds the commands, one in a file; each imports what it needs when it runs."""

from __future__ import annotations

from kiosk.commands.curators.check import check
from kiosk.commands.curators.explain import explain
from kiosk.commands.curators.interview import interview
from kiosk.commands.curators.new import new
from kiosk.commands.curators.point import point
from kiosk.commands.curators.proof import proof
from kiosk.commands.curators.quote import quote
from kiosk.commands.curators.schema import schema
from kiosk.commands.curators.shot import shot
from kiosk.commands.technicians.doctor import doctor
from kiosk.commands.technicians.install import install, uninstall
from kiosk.commands.technicians.play import play
from kiosk.commands.technicians.prepare import prepare
from kiosk.commands.technicians.replay import replay
from kiosk.commands.technicians.withdraw import withdraw

COMMANDS = (
    play,
    new,
    check,
    prepare,
    explain,
    interview,
    quote,
    point,
    schema,
    shot,
    proof,
    withdraw,
    replay,
    doctor,
    install,
    uninstall,
)
