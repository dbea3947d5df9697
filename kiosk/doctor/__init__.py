"""Examines the machine that a kiosk runs on: one check a function, each with its remedy."""
