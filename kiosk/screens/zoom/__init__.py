"""A photo that is looked at closely: between two fingers, in tiles."""
