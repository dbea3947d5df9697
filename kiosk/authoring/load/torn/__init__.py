"""Reads what a file with mistakes plainly says must not be shown."""
