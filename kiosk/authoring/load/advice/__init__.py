"""Says what is wrong with what is written, what was probably meant, and what to write."""
