"""What curators write: exhibitions, slides, quotes, and the interview they come from."""
