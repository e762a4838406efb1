"""What the agent sees; the only folder, with app.py, that imports Qt."""
