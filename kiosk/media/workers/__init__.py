"""Starts worker processes, gives them jobs and limits them. Nothing here depends on photos."""
