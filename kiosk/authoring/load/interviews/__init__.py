"""Opens interviews with their translations and chapters, without what is sealed in them."""
