"""The inbox part of the window."""
