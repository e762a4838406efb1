"""The queue as a stream of cards."""
