"""What needs nothing else: geometry, easing, the clock, memory."""
