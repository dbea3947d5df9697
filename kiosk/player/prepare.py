"""Plans which derivatives to make in advance, for all screens that show a photo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from kiosk.exhibition.collection import Collection, Entry
from kiosk.media.preparation import Task
from kiosk.screens.attract import poster_requests
from kiosk.screens.context import Context, Media
from kiosk.screens.home import Home
from kiosk.screens.interview import margin_photos
from kiosk.screens.overview.overview import cell_requests
from kiosk.style.stage import Stage
from kiosk.types.photo import Derivative, PhotoInfo, Request

Asks = Callable[[Context], Iterable[Request]]


def tasks(collection: Collection, stage: Stage) -> list[Task]:
    """One task for each slide with photos, and one for each cover that is on no slide."""
    languages = collection.kiosk.languages
    worlds = [Context(collection, replace(stage, language=language)) for language in languages]
    covers = {entry.exhibition.cover for entry in collection.entries} - {None}
    made = [
        _of_slide(entry, index, worlds, covers)
        for entry in collection.entries
        for index, slide in enumerate(entry.exhibition.slides)
        if slide.shown_photos
    ]
    hung = {file for task in made for file in task.files}
    return made + [_task((file,), worlds, _of_covers) for file in covers - hung if file]


def _of_slide(entry: Entry, index: int, worlds: Sequence[Context], covers: set[str | None]) -> Task:
    """The task of a slide; a photo that is also a cover is decoded once for both."""
    slide = entry.exhibition.slides[index]
    files = tuple(dict.fromkeys(photo.file for photo in slide.shown_photos))

    def asks(context: Context) -> Iterable[Request]:
        requests = context.requests(entry, slide)
        requests += cell_requests(entry.name, index, context)
        requests += margin_photos.requests_of(entry, index, context)
        if context.plays_by_itself(entry.name, index):
            requests += poster_requests((entry.name, index), context)
        return requests if covers.isdisjoint(files) else requests + _of_covers(context)

    return _task(files, worlds, asks)


def _of_covers(context: Context) -> tuple[Request, ...]:
    """The covers on the home screen, and on the pages after the last slides."""
    ends = [context.entry(entry.name) for entry in context.entries]
    at_ends = (context.requests(entry, entry.exhibition.slides[-1]) for entry in ends)
    return (*Home().wanted(context), *(request for requests in at_ends for request in requests))


def _task(files: tuple[str, ...], worlds: Sequence[Context], asks: Asks) -> Task:
    def derivatives(facts: Mapping[str, PhotoInfo]) -> Iterable[Derivative]:
        seen = (replace(context, media=Media(facts)) for context in worlds)
        asked = dict.fromkeys(request for context in seen for request in asks(context))
        return [request for request in asked if isinstance(request, Derivative)]

    return Task(files, derivatives)
