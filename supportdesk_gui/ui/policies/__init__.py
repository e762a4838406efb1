"""The policies part of the window."""
