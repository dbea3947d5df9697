"""Sources: what brings events to the loop."""
