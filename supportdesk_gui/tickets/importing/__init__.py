"""Reading tickets out of exports and the clipboard."""
