"""One module per stand-in photograph."""
