"""What curators write, and what they are told of it."""
