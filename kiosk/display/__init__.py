"""Connects the kiosk to the machine's screen: window, input, drawing and text."""

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
