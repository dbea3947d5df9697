"""Letters: fonts, lines and paragraphs, set by Skia."""
