"""Every layout in every theme, on every shape of screen, in every language, to be looked at."""
