"""What the machine and the program tell each other."""
