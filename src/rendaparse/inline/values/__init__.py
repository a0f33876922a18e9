"""Values of words: numbers, quantities, times, sessions."""
