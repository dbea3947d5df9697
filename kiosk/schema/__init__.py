"""The JSON schemas of what curators write, for editors."""
