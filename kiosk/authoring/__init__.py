"""Reads, checks and explains what curators write. The player's process never imports it."""

import os

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""No plugin of pydantic may see what curators write; and looking for plugins takes 50 ms."""
