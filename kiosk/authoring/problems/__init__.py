"""Problems: what is wrong in a file, how grave it is, and how it is reported."""
