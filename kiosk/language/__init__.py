"""Holds what the kiosk knows of languages: tags, names, and its own words in them."""
