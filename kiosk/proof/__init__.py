"""Makes proofs: every slide with its words and problems, on paper, to be signed."""
