"""The real program, killed at random moments and opened again: nothing that it showed is lost."""
