"""How slides give way to each other."""
