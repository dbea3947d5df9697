"""What hangs, and when."""
