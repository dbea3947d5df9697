"""Reads and searches transcripts of interviews, and finds where it is unclear who speaks."""
