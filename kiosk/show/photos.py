"""Keeps track of which photos are loaded, which are released and which have failed."""

from __future__ import annotations

from types import MappingProxyType

from msgspec.structs import replace

from kiosk.show.state import State
from kiosk.types.events import (
    Event,
    PhotoChanged,
    PhotoFailed,
    PhotoForgotten,
    PhotoLoaded,
    PhotoMeasured,
    PhotoReleased,
    TexturesLost,
)


def with_media(state: State, event: Event) -> State:
    media, status = state.media, state.status
    match event:
        case PhotoMeasured(file, facts):
            media = replace(media, facts=MappingProxyType({**media.facts, file: facts}))
        case PhotoForgotten(file):
            kept = {one: facts for one, facts in media.facts.items() if one != file}
            media = replace(media, facts=MappingProxyType(kept))
        case PhotoLoaded(derivative):
            media = replace(media, ready=media.ready | {derivative})
        case PhotoReleased(derivative):
            media = replace(media, ready=media.ready - {derivative})
        case PhotoFailed(file, reason):
            status = status.with_failed(file, reason)
            media = replace(media, failed=media.failed | {file})
        case PhotoChanged(file):
            status = status.without(file)
            media = replace(media, failed=media.failed - {file})
        case TexturesLost():
            # The facts stay, and with them the layout.
            media = replace(media, ready=frozenset())
    return replace(state, media=media, status=status)
