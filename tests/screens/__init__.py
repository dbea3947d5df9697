"""What visitors see and touch."""
