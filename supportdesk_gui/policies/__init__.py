"""Policies: what is known, cut into passages and searched."""
