"""Runs a show: the main loop, and everything that connects it to files and the screen."""
