"""Reads the settings of a machine, as they are in its `machine.yaml`."""

from __future__ import annotations

from pathlib import Path

from kiosk.authoring.keys import machine as keys
from kiosk.authoring.load.convert import to_value
from kiosk.authoring.load.draft import validate_leniently
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import Severity
from kiosk.authoring.yaml.document import open_document
from kiosk.base import wire
from kiosk.exhibition.kiosk import Machine, MachineReading


def open_machine(path: Path, problems: Problems) -> Machine | None:
    """The settings in a file, the faulty ones as usual; None if it cannot be read at all."""
    of_file = Problems()
    document = open_document(path, of_file)
    if [one.code for one in of_file] == [Code.EMPTY]:  # As a new file is.
        return Machine()
    problems.extend(of_file)
    written = None
    if document and not isinstance(document.value, dict):
        message = "the machine's settings begin with keys, such as output: and roots:"
        problems.add(document.problem(Code.NOT_A_MAP, message))
    elif document:
        written = validate_leniently(document, keys.Machine, document.value, problems)
    return to_value(Machine, written) if written else None


def read_machine(path: Path) -> MachineReading:
    """The settings in a file, with what is wrong, for the player."""
    problems = Problems()
    machine = open_machine(path, problems)
    errors = [one for one in problems if one.severity is Severity.ERROR]
    return MachineReading(
        machine or Machine(),
        tuple(one.render(with_lines=False) for one in problems.in_order()),
        tuple(f"{one.place}: {one.message}" for one in errors),
        is_torn=machine is None,
    )


def read_machine_encoded(path: str) -> bytes:
    """The same, encoded for the show's process."""
    return wire.encoded(read_machine(Path(path)))
