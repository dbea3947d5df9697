"""Transcripts of interviews: read, doubted where it is not clear who speaks, and searched."""
