"""Holds the commands, one in a file; each imports what it needs when it runs."""

from __future__ import annotations

from kiosk.commands.check import check
from kiosk.commands.explain import explain
from kiosk.commands.interview import interview
from kiosk.commands.new import new
from kiosk.commands.play import play
from kiosk.commands.point import point
from kiosk.commands.prepare import prepare
from kiosk.commands.proof import proof
from kiosk.commands.quote import quote
from kiosk.commands.replay import replay
from kiosk.commands.schema import schema
from kiosk.commands.shot import shot
from kiosk.commands.withdraw import withdraw

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
)
