"""Lists what plays on a day, or at a moment of it, for the person who plans it."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.authoring.load.place import Opened
from kiosk.authoring.load.resolve import Resolved
from kiosk.authoring.problems.problem import shown
from kiosk.base.clock import Moment, weekday
from kiosk.exhibition.exhibition import Exhibition
from kiosk.exhibition.schedule import Dated, is_scheduled, is_scheduled_on

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def listing(opened: Opened, moment: Moment, *, all_day: bool) -> str:
    """Each exhibition: how many slides are shown, which are not or not always, and why."""
    time = "" if all_day else f", {moment.minute // 60}:{moment.minute % 60:02}"
    lines = [f"On {DAYS[weekday(moment.day)]}, {moment.day}{time}:"]
    count = 0
    for resolved in opened.resolved:
        due = _due(resolved, moment, all_day=all_day)
        count += sum(due)
        lines += _lines(resolved, due)
    if not count:
        lines.append("  nothing is shown; the last picture stays on the screen")
    return "\n".join(lines)


def _due(resolved: Resolved, moment: Moment, *, all_day: bool) -> list[bool]:
    def is_now(dated: Dated) -> bool:
        return is_scheduled_on(dated, moment.day) if all_day else is_scheduled(dated, moment)

    is_open = is_now(resolved.exhibition)
    return [is_open and is_now(one.slide) for one in resolved.located]


def _lines(resolved: Resolved, due: list[bool]) -> Iterator[str]:
    head, draft = resolved.exhibition, resolved.draft
    days = (days_and_hours(head), shuffling(head))
    yield ", ".join([f"  {draft.name}: {sum(due)} of {len(due)} slides", *filter(None, days)])
    for one, is_due in zip(resolved.located, due, strict=True):
        own = days_and_hours(one.slide)
        if own:
            place = f"{shown(draft.path)}:{draft.document.mark(one.where).line}"
            yield f"    {place}: {'is shown' if is_due else 'is not shown'}, {own}"


def shuffling(head: Exhibition) -> str:
    """How an exhibition is shuffled; "" if it is not."""
    if head.order == "written":
        return ""
    has_sections = any(slide.section for slide in head.slides)
    return "shuffled within its sections" if has_sections else "shuffled"


def days_and_hours(dated: Dated) -> str:
    """Days and hours as they are written; "" where there are none."""
    parts = (
        f"from {dated.from_}" if dated.from_ else "",
        f"until {dated.until}" if dated.until else "",
        f"on {', '.join(dated.weekdays)}" if dated.weekdays else "",
        f"at {dated.hours}" if dated.hours else "",
    )
    return ", ".join(filter(None, parts))
