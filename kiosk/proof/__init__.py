"""Proof: every slide with its words and what is to be mended, on paper, to be signed."""
