"""Makes a first file and the plan of a day for curators."""
