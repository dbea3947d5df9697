"""Reads, checks and explains what curators write. The player's process never imports it."""
