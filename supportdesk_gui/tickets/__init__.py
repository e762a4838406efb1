"""Tickets: what comes in, how it is kept and found."""
