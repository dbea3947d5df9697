"""The player: the loop, and what it takes in and gives out."""
