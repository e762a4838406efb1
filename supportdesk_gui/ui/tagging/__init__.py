"""Tagging of many conversations at once."""
