"""Sets text with Skia: fonts, lines and paragraphs."""
