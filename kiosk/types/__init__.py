"""What the rooms say to each other: events, scenes, photos."""
