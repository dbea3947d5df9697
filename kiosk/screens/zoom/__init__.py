"""Shows one photo enlarged, under the visitor's fingers, drawn in tiles."""
