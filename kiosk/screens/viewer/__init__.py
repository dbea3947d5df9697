"""The viewer: one exhibition, slide after slide."""
