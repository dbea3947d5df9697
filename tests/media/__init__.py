"""Photos on their way to the screen."""
