"""Changes the stage by a visitor's comfort settings, and by the settings in the files."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.exhibition.collection import Collection
from kiosk.screens.actions import SizeText, Speak, Switch
from kiosk.style.stage import Stage
from kiosk.style.themes import THEMES


def restaged(stage: Stage, collection: Collection) -> Stage:
    """The stage for changed exhibitions; keeps the visitor's language if they still have it."""
    languages, screen = collection.kiosk.languages, collection.kiosk.screen
    return replace(
        stage,
        theme=THEMES["contrast" if stage.contrast else collection.kiosk.theme],
        language=stage.language if stage.language in languages else languages[0],
        diagonal_in=screen.diagonal_in,
        viewing_distance_m=screen.viewing_distance_m,
    )


def adjusted(stage: Stage, wish: Speak | SizeText | Switch, collection: Collection) -> Stage:
    """The stage after a visitor's choice; `Switch` turns a setting on if it was off, else off."""
    match wish:
        case Speak(language):
            return replace(stage, language=language)
        case SizeText(size):
            return replace(stage, text_size=size)
        case Switch("contrast"):
            return restaged(replace(stage, contrast=not stage.contrast), collection)
        case Switch("still"):
            return replace(stage, still=not stage.still)
        case Switch():
            return replace(stage, low_reach=not stage.low_reach)
