"""The edge to the machine: window, input, drawing, and letters."""

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
