"""Checks settings: each of them changes something on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.authoring.checks.subject import Subject
from kiosk.authoring.load.resolve import Located
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.yaml.nodes import Where
from kiosk.exhibition.schedule import sections, shuffled_in

FILLED = frozenset(("single", "grid"))
"""Layouts that can cut photos."""


def default_unused(subject: Subject) -> Iterator[Problem]:
    """A default that each slide or photo replaces, or that none can have."""
    for key in _written(subject, ("defaults",)) if _is_whole(subject) else ():
        if not any(_takes(subject, one, key) for one in subject.resolved.located):
            message = f"no slide here uses this {key}; remove it, or remove {key} from the slides"
            yield subject.document.warning(Code.NO_EFFECT, message, ("defaults", key))


def motion_unused(subject: Subject) -> Iterator[Problem]:
    for one in subject.resolved.located:
        where = (*one.where, "motion")
        if not one.photos and subject.document.has(where):
            message = "motion moves a photo, and this slide has none; remove it"
            yield subject.document.warning(Code.NO_EFFECT, message, where)


def fill_unused(subject: Subject) -> Iterator[Problem]:
    """Only a photo that has the whole screen, and those of a grid, can be cut."""
    for one in subject.resolved.located:
        where = (*one.where, "fill")
        if subject.document.has(where) and one.slide.kind not in FILLED:
            message = "fill cuts photos, and this slide has none; remove it"
            if one.photos:
                other = "single" if one.slide.photo else "grid"
                message = (
                    f"the layout {one.slide.kind} shows photos whole; remove fill, or write"
                    f" layout: {other}"
                )
            yield subject.document.warning(Code.NO_EFFECT, message, where)


def focus_unused(subject: Subject) -> Iterator[Problem]:
    """A photo that is whole and rests has no part that must stay in view."""
    cuts, cover = subject.services.cuts, subject.resolved.exhibition.cover
    zooms = any(one.slide.transition == "zoom" for one in subject.resolved.located)
    if cuts is None or zooms:
        return
    for one in subject.resolved.located:
        written = [
            where
            for photo, place in zip(one.slide.all_photos, one.photos, strict=True)
            for where in ((*place, "focus"), (*one.where, "focus"))
            if photo.file != cover and subject.document.has(where)
        ]
        if written and one.slide.motion == "still" and not cuts(one.slide):
            message = "this photo is shown whole and does not move, so focus changes nothing"
            yield from (subject.document.warning(Code.NO_EFFECT, message, at) for at in written)


def order_unused(subject: Subject) -> Iterator[Problem]:
    """With one slide that may move, every order is the same."""
    head = subject.resolved.exhibition
    counts = [len(shuffled_in(head.slides, section)) for section in sections(head.slides)]
    if head.order == "shuffle" and max(counts) < 2 and _is_whole(subject):
        message = "there is nothing to shuffle: title pages and the first texts of a section stay"
        yield subject.document.warning(Code.NO_EFFECT, message, ("order",))


def accents_twice(subject: Subject) -> Iterator[Problem]:
    if subject.document.has(("accent",)) and subject.document.has(("colours", "accent")):
        message = "accent is also under colours, and only that one is used; remove this line"
        yield subject.document.warning(Code.NO_EFFECT, message, ("accent",))


def _is_whole(subject: Subject) -> bool:
    """Whether all slides are shown; those that are not yet may use a setting later."""
    return len(subject.resolved.located) == len(subject.document.value["slides"])


def _written(subject: Subject, where: Where) -> list[str]:
    """The keys under which something is written there."""
    entries = subject.document.node(where).entries or () if subject.document.has(where) else ()
    return [key.text for key, value in entries if key.text and not value.is_nothing]


def _takes(subject: Subject, one: Located, key: str) -> bool:
    """Whether a slide, or a photo of it, has a default in place of a value of its own."""
    has, slide = subject.document.has, one.slide
    if has((*one.where, key)):
        return False
    match key:
        case "credit" | "stand_in":
            return any(not has((*photo, key)) for photo in one.photos)
        case "layout":
            return slide.layout is not None
        case "motion":
            return bool(one.photos)
        case "fill":
            return bool(one.photos) and slide.kind in FILLED
    return True
