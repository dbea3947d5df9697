"""What a check has found, how grave it is, and what helps."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec
from msgspec import Struct


class Grade(StrEnum):
    GOOD = "good"
    NOTE = "note"
    """Something to know; nothing has to be done."""
    WARNING = "warning"
    """The show plays, and something about it is worse than it could be."""
    FAULT = "fault"
    """The show does not play, or will end."""


class Finding(Struct, frozen=True):
    subject: str
    grade: Grade
    found: str
    remedy: str = ""


def needs_attention(findings: Iterable[Finding]) -> list[Finding]:
    """The warnings and faults, the gravest first."""
    grave = [one for one in findings if one.grade in (Grade.WARNING, Grade.FAULT)]
    return sorted(grave, key=lambda one: one.grade is not Grade.FAULT)


def as_text(findings: Iterable[Finding]) -> str:
    lines = []
    for one in findings:
        lines.append(f"{one.grade:8} {one.subject}: {one.found}")
        if one.remedy:
            lines.append(f"{'':8} → {one.remedy}")
    return "\n".join(lines)


def as_json(findings: Iterable[Finding]) -> str:
    return msgspec.json.format(msgspec.json.encode(list(findings))).decode()


def as_line(findings: Iterable[Finding]) -> str:
    """The findings that need attention, in one line; empty if there are none."""
    grave = needs_attention(findings)
    if not grave:
        return ""
    told = "; ".join(f"{one.subject}: {one.found}" for one in grave[:2])
    more = f" (and {len(grave) - 2} more)" if len(grave) > 2 else ""
    return f"kiosk doctor: {told}{more}. Type kiosk doctor for what helps."
