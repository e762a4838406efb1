"""What the day was like: figures and charts."""
