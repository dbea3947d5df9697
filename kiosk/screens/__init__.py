"""Holds the screens that a visitor can see; each is a state with an update and a view."""
