"""Checks that nothing is left out in silence: visitors see everything that a slide has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.checks.subject import Subject
from kiosk.authoring.keys.fit import unfit
from kiosk.authoring.load.resolve import Located
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.yaml.nodes import Where
from kiosk.exhibition.exhibition import LayoutName, Slide
from kiosk.exhibition.text_walk import KeyedText, TextPath, walk_texts

LAYOUTS: tuple[LayoutName, ...] = get_args(LayoutName)
See = Callable[[Slide], Collection[TextPath]]
"""Returns the paths of what visitors see of a slide."""
REMEDIES = {
    "translated_by": "write the translation, too",
    "translation": "write its language before it, such as {fr: …}",
}
"""What to do about keys that other keys need, whatever the layout."""


class Part(Struct, frozen=True):
    """A photo or a text that a slide writes."""

    path: TextPath
    key: str
    where: Where
    photo: Where | None = None
    """Where the photo is to which a text belongs."""


def not_shown(subject: Subject) -> Iterator[Problem]:
    """One warning for each key; the words of a photo that is not shown are reported with it."""
    visible = subject.services.visible
    if visible is None:
        return

    def see(slide: Slide) -> Collection[TextPath]:
        return visible(slide, subject.kiosk.languages)

    for one in subject.resolved.located:
        paths = {*_photos(one), *(found.path for found in walk_texts(one.slide))}
        if paths <= set(see(one.slide)):
            continue  # So it is with most slides, and it takes long to find all their places.
        parts = list(_parts(subject, one))
        unseen = _unseen(one.slide, parts, see)
        gone = {part.where for part in unseen if part.key == "photo"}
        places = dict[Where, list[str]]()
        for part in unseen:
            place = part.photo if part.photo and part.photo in gone else part.where
            places.setdefault(place, []).append(part.key)
        for where, keys in places.items():
            said = _listed(list(dict.fromkeys(keys)), "and")
            advice = _advice(one.slide, keys[0], parts, see)
            message = f"the layout {one.slide.kind} does not show {said}; {advice}"
            yield subject.document.warning(Code.NOT_SHOWN, message, where)


def maker_not_shown(subject: Subject) -> Iterator[Problem]:
    """The name in `by` is only beside quotes and on the button of the interview."""
    if subject.document.has(("by",)) and not subject.document.has(("interview",)):
        message = "by is shown with quotes and the interview; without them, write it as subtitle"
        yield subject.document.note(Code.NOT_SHOWN, message, ("by",))


def _parts(subject: Subject, one: Located) -> Iterator[Part]:
    """What the slide itself writes for visitors who see.

    Translations that nobody can choose here have a rule of their own, `language_unspoken`.
    """
    photos = _photos(one)
    yield from (Part(path, "photo", where) for path, where in photos.items())
    for where, found in subject.texts_on(one):
        is_own = where[: len(one.where)] == one.where
        if not is_own or found.name == "alt" or _is_with_translation(subject, one, found):
            continue
        key = found.name.removeprefix("quote.").partition(".")[0]
        exact = (*one.where, *((key,) if key == "facts" else found.path))
        place = exact if subject.document.has(exact) else where
        photo = next((photos[path] for path in photos if found.path[: len(path)] == path), None)
        yield Part(found.path, key, place, photo)


def _photos(one: Located) -> dict[TextPath, Where]:
    """The path of each photo in its slide, and its place in the document."""
    paths: list[TextPath] = [("photos", number) for number in range(len(one.photos))]
    return dict(zip([("photo",)] if one.slide.photo else paths, one.photos, strict=True))


def _is_with_translation(subject: Subject, one: Located, found: KeyedText) -> bool:
    """Whether a text is a translation that nobody can choose, or comes with a translation."""
    translation = one.slide.quote.translation if one.slide.quote else None
    tags = translation.languages if translation else ()
    if found.name == "quote.translation":
        return bool(tags) and not set(tags) & set(subject.kiosk.languages)
    return found.name == "quote.translated_by" and translation is not None


def _unseen(slide: Slide, parts: Sequence[Part], see: See) -> list[Part]:
    seen = see(slide)
    return [part for part in parts if part.path not in seen]


def _advice(slide: Slide, key: str, parts: Sequence[Part], see: See) -> str:
    """The layouts that show everything, or another remedy."""
    if key in REMEDIES:
        return REMEDIES[key]
    ways = [replace(slide, layout=layout) for layout in LAYOUTS]
    whole = [way.kind for way in ways if not (unfit(way) or _unseen(way, parts, see))]
    if whole:
        return f"layout: {_listed(whole, 'or')} does"
    return f"no layout shows everything here, so write another slide for {key}"


def _listed(names: Sequence[str], word: str) -> str:
    *others, last = names
    return f"{', '.join(others)} {word} {last}" if others else last
