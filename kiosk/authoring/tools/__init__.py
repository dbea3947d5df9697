"""Tools for curators: a first file, a plan of a day."""
