"""Describes and reports problems: what is wrong in a file, and how grave it is."""
