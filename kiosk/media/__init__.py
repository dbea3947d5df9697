"""Photos on their way from an original file to pixels that can be drawn."""
