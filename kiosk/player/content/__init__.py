"""What a start reads: the machine's settings, the exhibitions, and what was good last."""
