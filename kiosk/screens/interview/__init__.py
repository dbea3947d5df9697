"""Shows the interview as a page to scroll."""
