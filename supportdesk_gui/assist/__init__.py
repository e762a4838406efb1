"""What the agent is helped with: one file a task."""
