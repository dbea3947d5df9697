"""Holds what lies over any screen: comfort panel, idle prompt, staff panel, focus ring."""

from kiosk.screens.overlay import Overlay
from kiosk.screens.overlays.comfort_panel import ComfortPanel
from kiosk.screens.overlays.idle_prompt import IdlePrompt
from kiosk.screens.overlays.staff_panel import StaffPanel

OVERLAYS: tuple[Overlay, ...] = (ComfortPanel(), IdlePrompt(), StaffPanel())
"""All overlays as they are at launch, the lowest first."""
