"""Loads a folder of files: the values that are shown, and everything that is wrong with it."""
