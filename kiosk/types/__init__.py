"""Defines the values that packages exchange: events, scenes, photos."""
