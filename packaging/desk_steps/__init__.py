"""The steps of the runner ``desk.py``: system packages, environment, verbs."""
