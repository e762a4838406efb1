"""The ticket part of the window."""
