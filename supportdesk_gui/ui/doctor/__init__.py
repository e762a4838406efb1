"""The export doctor: what a file is, how it is read, and which export to make instead."""
