"""Two engines, models or settings on the same tickets."""
