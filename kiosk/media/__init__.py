"""Turns original photo files into pixels that can be drawn."""
