"""Writes the log: for a person at a terminal, for systemd's journal, or for a file."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path

BYTES_MAX, OLD_FILES = 2 * 2**20, 4
"""A file of this size is renamed, and a new one begins; this many old ones are kept."""
WITH_TIME = "%(asctime)s %(levelname)s %(area)s: %(message)s"
JOURNAL = "<%(priority)d>%(area)s: %(message)s"
TIME = "%Y-%m-%dT%H:%M:%S%z"
PRIORITIES = {logging.CRITICAL: 2, logging.ERROR: 3, logging.WARNING: 4, logging.INFO: 6}
"""Of syslog(3), by the levels of Python; journald reads them at the beginning of each line."""


def log_as_service(environment: Mapping[str, str] = os.environ) -> None:
    """Write what is logged to standard error as its reader there needs it.

    A person at a terminal reads whole messages without the time. A file gets a line for each, and
    so does journald, which knows the time, but not how grave it is.
    """
    logging.raiseExceptions = False  # A full disk must not fill standard error, too.
    if sys.stderr.isatty():
        return
    one = _OneLine(JOURNAL) if _is_journal(environment) else _OneLine(WITH_TIME, TIME)
    for handler in logging.getLogger().handlers:
        handler.setFormatter(one)


def log_to_file(path: Path) -> None:
    """Write the log into a file, too. Raises OSError if it cannot be written."""
    from logging.handlers import RotatingFileHandler  # A visitor waits for the first photo.

    handler = RotatingFileHandler(
        path, maxBytes=BYTES_MAX, backupCount=OLD_FILES, encoding="utf-8", errors="backslashreplace"
    )
    handler.setFormatter(_OneLine(WITH_TIME, TIME))
    logging.getLogger().addHandler(handler)


class _OneLine(logging.Formatter):
    """One line for each message, also for one with a traceback, so that programs can count them."""

    def format(self, record: logging.LogRecord) -> str:
        record.area = record.name.removeprefix("kiosk.")
        record.priority = PRIORITIES.get(record.levelno, 6)
        return " | ".join(super().format(record).splitlines())


def _is_journal(environment: Mapping[str, str]) -> bool:
    """Whether standard error leads to journald; see systemd.exec(5), JOURNAL_STREAM."""
    try:
        status = os.fstat(sys.stderr.fileno())
    except OSError:
        return False
    return environment.get("JOURNAL_STREAM") == f"{status.st_dev}:{status.st_ino}"
