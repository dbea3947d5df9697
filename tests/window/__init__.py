"""The player in a real window."""
