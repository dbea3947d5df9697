"""Screens: what a visitor can be looking at, each a state, its update and its view."""
