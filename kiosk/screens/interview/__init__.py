"""The interview, to be scrolled."""
