"""Pure functions on strings; knows nothing of the program."""
