"""Opens originals, in worker processes only."""
