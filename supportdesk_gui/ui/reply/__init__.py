"""The reply part of the window."""
