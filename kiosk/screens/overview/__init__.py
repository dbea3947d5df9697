"""Shows all slides of an exhibition as a wall."""
