"""The welcome part of the window."""
