"""Defines how things look: the stage and its sizes, themes, motion."""
