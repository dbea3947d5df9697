"""Notices which files change, and which are gone."""
