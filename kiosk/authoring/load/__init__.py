"""A folder of files to the values that are shown, and everything that is wrong with it."""
