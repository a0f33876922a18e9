"""Ways over any tree."""
