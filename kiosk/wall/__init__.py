"""What hangs: exhibitions as they are shown, in plain values, wherever they were read."""
