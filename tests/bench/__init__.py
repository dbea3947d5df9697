"""How fast and how frugal the player is, beside others that do its job; run by `make bench`."""
