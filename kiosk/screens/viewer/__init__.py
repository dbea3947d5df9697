"""Shows one exhibition, slide after slide."""
