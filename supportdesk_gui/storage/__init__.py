"""What is kept: SQLite, settings, the key."""
