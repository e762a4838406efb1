"""Two models or settings on the same tickets."""
