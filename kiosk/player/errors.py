"""Defines why a show cannot start, or has to end."""

from __future__ import annotations

from pathlib import Path


class StartError(Exception):
    """The show cannot start; the message says why, and what to do."""


class NothingToShowError(StartError):
    def __init__(self, place: Path) -> None:
        super().__init__(f"There is nothing to show in {place}.")


class ShowFailedError(Exception):
    """The show has failed too often and has to end."""
