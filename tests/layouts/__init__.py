"""Where photos and words are placed."""
