"""Keys that curators write: what each is, its bounds, its help and its place in the schema."""
