"""What the machine and the program tell each other, beside screen and files."""
