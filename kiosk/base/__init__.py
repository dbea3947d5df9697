"""Holds modules that import no other part of the kiosk: geometry, easing, clock, memory."""
