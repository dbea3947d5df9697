"""Computes how the outgoing and the incoming slide look at each moment of a transition."""

from __future__ import annotations

from kiosk.exhibition.exhibition import TransitionName
from kiosk.transitions.cut import Cut
from kiosk.transitions.fade import Fade
from kiosk.transitions.look import Frame, Look, Transition
from kiosk.transitions.push import Push
from kiosk.transitions.through_black import ThroughBlack
from kiosk.transitions.wipe import Wipe
from kiosk.transitions.zoom import Zoom

TRANSITIONS: dict[TransitionName, Transition] = {
    "cut": Cut(),
    "fade": Fade(),
    "push": Push(),
    "wipe": Wipe(),
    "through_black": ThroughBlack(),
    "zoom": Zoom(),
}

__all__ = ["TRANSITIONS", "Frame", "Look", "Transition"]
